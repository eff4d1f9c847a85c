# Why, for one person: each condition with its article, each figure with its
# date and source, what was presumed, what is still to be asked.
cd "$(dirname "$0")/../.." && . examples/begin

files="--households $small/households.csv --persons $small/persons.csv --relations $small/relations.csv"

# shellcheck disable=SC2086
show explain P03 $files --right ris --on 2026-03-01 --language fr >"$out/ris.txt"
head -n 20 "$out/ris.txt"
grep -q "À demander" "$out/ris.txt"
grep -q "Combien gagnez-vous par mois en travaillant" "$out/ris.txt"
grep -q "Présumé, à vérifier" "$out/ris.txt"
# The last line says what an answer is not.
same "$(tail -n 1 "$out/ris.txt")" "Ceci aide une personne à examiner un droit; ce n'est pas une décision."

# In Dutch; and for a program.
# shellcheck disable=SC2086
"$ayant" explain P03 $files --right ris --on 2026-03-01 --language nl | grep -q "Hoeveel verdient u netto per maand"
# shellcheck disable=SC2086
"$ayant" explain P03 $files --right ris --on 2026-03-01 --format json | grep -q '"wage_net_month"'

# A right in one folder laid over rules/be, as "A right in an hour" of
# rules/README.md builds it: the files there are the files here.
cd "$(dirname "$0")/../.." && . examples/begin

own=examples/6-a-right-of-your-own/rules
for file in sources.lua facts.lua energy/parameters.lua energy/rules.lua energy/cases/tariff.lua; do
    awk -v first="-- $file:" 'index($0, first) == 1 { on = 1 } /^```/ { on = 0 } on' rules/README.md >"$out/told.lua"
    cmp "$out/told.lua" "$own/$file"
done

show check rules/be $own --on 2026-03-01 >"$out/check.txt"
grep -q '^not verified  *energy.bim_opens' "$out/check.txt"
show test rules/be $own -v >"$out/cases.txt"
grep -q '^passed *BIM, the last day it opened' "$out/cases.txt"
grep -q '^passed *through the mother at home' "$out/cases.txt"

show screen --rules rules/be --rules $own --persons $small/persons.csv --households $small/households.csv \
    --on 2026-03-01 --format csv --output "$out/answers.csv"
grep ',energy,' "$out/answers.csv"
expect "$out/answers.csv" "P09,H06,energy,unknown,,,,possible,to_check,energy_contract"
expect "$out/answers.csv" "P01,H01,energy,no,,,,certain,none,"

# The same people, in a file with one column more.
awk '{ sub(/\r$/, ""); print $0 (NR == 1 ? ",energy_contract,receives_social_tariff" : ",yes,no") }' \
    $small/persons.csv >"$out/persons.csv"
show screen --rules rules/be --rules $own --persons "$out/persons.csv" --households $small/households.csv \
    --on 2026-03-01 --format csv --output "$out/answers.csv"
expect "$out/answers.csv" "P09,H06,energy,yes,,,,certain,likely,"

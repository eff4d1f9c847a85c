# Files as they come: semicolons, Windows-1252, decimal commas, "oui", dates
# with slashes, a column that is no fact, and two cells nobody can read.
#
# A bad cell becomes unknown, never a guess, and is written to the rejects with
# its line and the reason; the row goes on.
cd "$(dirname "$0")/../.." && . examples/begin

printf '%s\r\n' 'household_id;postal_code' 'A;1080' 'B;1030' >"$out/households.csv"
printf '%s\r\n' \
    'person_id;household_id;first_name;birth_date;lives_in_belgium;stay;wage_net_month;unemployment_month;sickness_month;disability_allowance_month;pension_month;alimony_received_month;other_income_month;movable_capital;rc_dwelling;rc_built_other;receives_ris;receives_grapa;remarks' \
    "P1;A;$(printf 'Zo\351');04/05/1991;oui;belgian;1.012,50;0;0;0;0;0;0;0;0;0;non;non;x" \
    'P2;B;Ben;31/02/1990;oui;belgian;about 900;0;0;0;0;0;0;0;0;0;non;non;' >"$out/persons.csv"

show screen --households "$out/households.csv" --persons "$out/persons.csv" --rejects "$out/rejects.csv" \
    --on 2026-03-01 --format csv --output "$out/answers.csv"
cat "$out/rejects.csv"
grep ris "$out/answers.csv"
same "$(grep -c . "$out/rejects.csv")" 3
grep -q '^P1,A,ris,yes,' "$out/answers.csv"
grep -q '^P2,B,ris,unknown,.*wage_net_month' "$out/answers.csv"

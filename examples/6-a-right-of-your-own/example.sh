# A local right, in one folder laid over rules/be: a fact, two figures, three
# variables, a right, and its cases. All of it is made up.
cd "$(dirname "$0")/../.." && . examples/begin

own=examples/6-a-right-of-your-own/rules
show test rules/be $own -v >"$out/cases.txt"
grep -q '^passed *a rent of 600 euros, two people' "$out/cases.txt"
grep -q '^passed *a rent that is not known' "$out/cases.txt"
show screen --rules rules/be --rules $own --households $small/households.csv --persons $small/persons.csv \
    --on 2026-03-01 --format csv --output "$out/answers.csv"
grep ',energy,' "$out/answers.csv"
expect "$out/answers.csv" "P06,H05,energy,yes,37.50,37.50,,certain,to_check,"
expect "$out/answers.csv" "P05,H04,energy,unknown,12.50,12.50,,possible,to_check,rent_month"
expect "$out/answers.csv" "P08,H05,energy,no,0.00,0.00,,certain,none,"

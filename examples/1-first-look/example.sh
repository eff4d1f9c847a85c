# Two files in, one table out.
#
# Twelve households of made-up people, four rights, one date. Read one line at
# a time: who, which right, what the rules say, how sure, and what to do next.
# Sixteen AMU rows are left out: only a social worker may see them.
cd "$(dirname "$0")/../.." && . examples/begin

show screen --households $small/households.csv --persons $small/persons.csv --relations $small/relations.csv \
    --on 2026-03-01 --format table
"$ayant" screen --households $small/households.csv --persons $small/persons.csv --relations $small/relations.csv \
    --on 2026-03-01 --format csv --profile worker --output "$out/all.csv"

# One line of each kind.
expect "$out/all.csv" "P01,H01,ris,yes,1340.47,1340.47,ris,certain,likely,"
expect "$out/all.csv" "P03,H03,ris,unknown,0.00,1811.57,ris,possible,possible,wage_net_month;movable_capital"
expect "$out/all.csv" "P05,H04,ris,yes,1340.47,1340.47,ris,certain,to_check,"
expect "$out/all.csv" "P07,H05,ris,no,0.00,0.00,,certain,covered,"
expect "$out/all.csv" "P09,H06,ris,,,,,,receiving,"
expect "$out/all.csv" "P10,H07,ris,yes,1340.47,1340.47,ris,certain,interrupted,"
expect "$out/all.csv" "P11,H08,ris,no,0.00,0.00,eris,certain,none,"
expect "$out/all.csv" "P12,H09,amu,unknown,,,ask_cpas,possible,possible,"
expect "$out/all.csv" "P16,H12,ris,no,0.00,0.00,,certain,pending,"
# The doors of the BIM.
expect "$out/all.csv" "P09,H06,bim,yes,,,automatic,certain,likely,"
expect "$out/all.csv" "P13,H10,bim,yes,,,initiative,certain,likely,"
expect "$out/all.csv" "P02,H02,bim,yes,,,income_month,certain,likely,"
expect "$out/all.csv" "P16,H12,bim,yes,,,income_year,certain,likely,"
expect "$out/all.csv" "P12,H09,bim,no,,,affiliate,certain,none,"

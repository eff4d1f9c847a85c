# The law on its date: the same people on 28 February and on 1 March 2026.
#
# On 1 March 2026 the RIS amounts rise, and the resources of a grandparent who
# lives in begin to count: P15 may be entitled the day before, and not that day.
cd "$(dirname "$0")/../.." && . examples/begin

for on in 2026-02-28 2026-03-01; do
    show screen --households $small/households.csv --persons $small/persons.csv \
        --relations $small/relations.csv --on $on --format csv --output "$out/$on.csv"
done
diff "$out/2026-02-28.csv" "$out/2026-03-01.csv" || true
expect "$out/2026-02-28.csv" "P01,H01,ris,yes,1314.20,1314.20,ris,certain,likely,"
expect "$out/2026-03-01.csv" "P01,H01,ris,yes,1340.47,1340.47,ris,certain,likely,"
grep -q '^P15,H11,ris,yes,' "$out/2026-02-28.csv"
grep -q '^P15,H11,ris,no,' "$out/2026-03-01.csv"

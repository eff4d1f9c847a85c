# A reform is a folder laid over the rules: what it names is replaced, and
# `check` lists it. Here the base amount for a person alone becomes 10,000 euros.
#
# The new figure is "unverified", so what rests on it is probable, not certain.
cd "$(dirname "$0")/../.." && . examples/begin

reform=examples/5-a-reform/rules
show check rules/be $reform --on 2026-04-01 | grep -E '^(what|replaced)'
for rules in "rules/be" "rules/be --rules $reform"; do
    # shellcheck disable=SC2086
    show screen --rules $rules --households $small/households.csv --persons $small/persons.csv \
        --relations $small/relations.csv --on 2026-04-01 --format csv | grep '^P01,.*,ris,' | tee -a "$out/both.csv"
done
expect "$out/both.csv" "P01,H01,ris,yes,1340.47,1340.47,ris,certain,likely,"
expect "$out/both.csv" "P01,H01,ris,yes,1479.83,1479.83,ris,probable,likely,"

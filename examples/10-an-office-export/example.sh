# "Here is my Excel": an office's spreadsheet, a row a person, with the dirt of
# real files, read without editing it.
#
# A mapping is proposed from its headers and first rows; a dry run shows what
# would be taken; the import says what it repaired. Imported again after a
# month, it says what changed.
cd "$(dirname "$0")/../.." && . examples/begin

show synth --households 300 --seed 5 --with messy,panel --panel-households 300 --niss valid --output "$out/office"
"$ayant" import --suggest "$out/office/export.xlsx" --language fr --output "$out/mapping.lua"
sed -n '1,20p' "$out/mapping.lua"
"$ayant" import --dry-run --file "$out/office/export.xlsx" --map "$out/mapping.lua" --format table
show import "$out/caseload.db" --file "$out/office/export.xlsx" --map "$out/mapping.lua" \
    --rejects "$out/rejects.csv" --repairs "$out/repairs.csv"
cut -d , -f 4 "$out/repairs.csv" | sort | uniq -c | sort -rn | head -12
show screen "$out/caseload.db" --on 2026-03-01 --format csv --output "$out/answers.csv"
grep -q ',likely,' "$out/answers.csv"

# A month later: the same office, other lives.
month=$out/office/panel/2026-04
for when in 2026-04 2026-05; do
    month=$out/office/panel/$when
    show import "$out/months.db" --households "$month/households.csv" --persons "$month/persons.csv" \
        --relations "$month/relations.csv" --changes "$out/changes-$when.csv" --on "$when-01"
done
cut -d , -f 2 "$out/changes-2026-05.csv" | sort | uniq -c
grep -q '^SYN-P-' "$out/changes-2026-05.csv"

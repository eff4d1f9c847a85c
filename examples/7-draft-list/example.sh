# A draft list: purpose, legal basis, author, signatory, period and day of
# deletion are required. A named person signs it; nothing is sent.
#
# What leaves depends on the profile: a worker gets names and reasons, a relay
# counts by place and language. Each drawing is a line in the journal.
cd "$(dirname "$0")/../.." && . examples/begin

show import "$out/caseload.db" --households $small/households.csv --persons $small/persons.csv \
    --relations $small/relations.csv
show contacts "$out/caseload.db" --profile worker --rights ris --capacity 3 --on 2026-03-01 \
    --purpose "offer the RIS" --legal-basis "loi du 26 mai 2002" --author "A. Author" --signatory "S. Signatory" \
    --from 2026-03-01 --until 2026-04-30 --delete-on 2026-06-30 \
    --format csv --output "$out/list.csv" --head "$out/head.txt"
cat "$out/head.txt"
cut -d, -f1-4,13,16-18 "$out/list.csv"
same "$(grep -c . "$out/list.csv")" 4
grep -q '^Signataire / Ondertekenaar: S. Signatory' "$out/head.txt"

# Nothing without a purpose.
if "$ayant" contacts "$out/caseload.db" --profile worker 2>"$out/refused.txt"; then exit 1; fi
cat "$out/refused.txt"

# A partner in the street needs to know where and in which language, not who.
"$ayant" contacts "$out/caseload.db" --profile relay --on 2026-03-01 \
    --purpose "be present" --legal-basis "loi du 26 mai 2002" --author "A. Author" --signatory "S. Signatory" \
    --from 2026-03-01 --until 2026-04-30 --delete-on 2026-06-30 --format csv --head "$out/head2.txt" >"$out/relay.csv"
cat "$out/relay.csv"
same "$(head -n 1 "$out/relay.csv")" "postal_code,language,households"
same "$(grep -c 'P0\|Zoé' "$out/relay.csv" || true)" 0

# The file is for its owner alone.
same "$(stat -c %a "$out/caseload.db")" 600

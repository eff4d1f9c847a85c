#!/bin/sh
# What ayant does, on a made-up Brussels: 20,000 households, four rights, one
# date. Everything it writes is under BUILD/demo; nobody in it exists.
set -eu

build=${1:-build}
ayant=$build/ayant
out=$build/demo
rules=rules/be
on=2026-03-01

say()
{
    printf '\n== %s\n' "$*"
}

mkdir -p "$out"
rm -f "$out"/*.db* "$out"/*.csv "$out"/*.txt "$out"/*.lua

say "20,000 made-up households (seed 1)"
"$ayant" synth --households 20000 --seed 1 --output "$out/files"

say "import into $out/caseload.db"
"$ayant" import "$out/caseload.db" --persons "$out/files/persons.csv" --households "$out/files/households.csv" \
    --relations "$out/files/relations.csv" --rejects "$out/rejects.csv"

say "four rights on $on: RIS, GRAPA, BIM, AMU"
"$ayant" screen "$out/caseload.db" --rules "$rules" --on "$on" --profile worker --format csv \
    --output "$out/results.csv"
"$ayant" screen "$out/caseload.db" --rules "$rules" --on "$on" --profile worker --format table --summary

say "a draft contact list, to be read and signed by a named person (first lines)"
"$ayant" contacts "$out/caseload.db" --rules "$rules" --on "$on" --profile worker \
    --purpose "Demonstration on made-up people" --legal-basis "none: made-up people" \
    --author "ayant demo" --signatory "nobody: a demonstration" \
    --from "$on" --until 2026-06-30 --delete-on 2026-12-31 --capacity 500 \
    --format csv --output "$out/contacts.csv" --head "$out/contacts-head.txt"
head -n 8 "$out/contacts.csv" | cut -d , -f 1-4,7,11,13 # the reasons and questions are in the file

say "the same people as an office's spreadsheet, with its own headers and dirt: a mapping is proposed, nothing is edited"
"$ayant" synth --households 2000 --seed 1 --with messy --output "$out/office"
"$ayant" import --suggest "$out/office/export.xlsx" --language fr --output "$out/mapping.lua"
"$ayant" import "$out/office.db" --file "$out/office/export.xlsx" --map "$out/mapping.lua" \
    --rejects "$out/office-rejects.csv" --repairs "$out/office-repairs.csv" 2>"$out/office-notes.txt"
tail -n 5 "$out/office-notes.txt"
echo "repaired, by kind:"
tail -n +2 "$out/office-repairs.csv" | cut -d , -f 4 | sort | uniq -c | sort -rn | head -n 8

# The first person who would get RIS and is known not to receive it.
person=$(awk -F, '$3 == "ris" && $4 == "yes" && $8 == "certain" && $9 == "likely" { print $1; exit }' "$out/results.csv")
"$ayant" explain "$out/caseload.db" "$person" --rules "$rules" --right ris --on "$on" --language fr \
    > "$out/explanation.txt"

say "where it lies"
printf '%-44s %s\n' \
    "$out/contacts.csv" "the draft list (CSV)" \
    "$out/contacts-head.txt" "its head: purpose, period, who signs, who was left out" \
    "$out/explanation.txt" "why $person may be entitled to RIS, in French" \
    "$out/mapping.lua" "the mapping proposed for the office's spreadsheet" \
    "$out/office-notes.txt" "what was repaired in it, by column" \
    "$out/results.csv" "every person and right" \
    "$out/caseload.db" "the caseload (SQLite)" \
    "$out/files/" "the made-up files"

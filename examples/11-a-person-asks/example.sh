# What a person may ask for: what is held about them, a correction, no more
# contact, erasure. The caseload is sealed; the journal says who looked.
cd "$(dirname "$0")/../.." && . examples/begin

(umask 077 && printf 'a passphrase for the examples\n' >"$out/key")
show import "$out/caseload.db" --households datasets/small/households.csv --persons datasets/small/persons.csv \
    --relations datasets/small/relations.csv --key-file "$out/key"
same "$(grep -c P01 "$out/caseload.db")" 0 # sealed: no id, no name

show sheet "$out/caseload.db" P02 --language fr --key-file "$out/key"
show rectify "$out/caseload.db" P02 pension_month 990,00 --purpose "a letter of the pension service" --key-file "$out/key"
show object "$out/caseload.db" P02 --key-file "$out/key"
show erase "$out/caseload.db" P01 --purpose "asked for on paper" --key-file "$out/key"

# An import does not bring an erased person back.
show import "$out/caseload.db" --households datasets/small/households.csv --persons datasets/small/persons.csv \
    --relations datasets/small/relations.csv --key-file "$out/key"
"$ayant" screen "$out/caseload.db" --on 2026-03-01 --format csv --key-file "$out/key" >"$out/answers.csv"
same "$(grep -c '^P01,' "$out/answers.csv")" 0

show journal "$out/caseload.db" --verify --key-file "$out/key"
show record "$out/caseload.db" --language nl --key-file "$out/key" >"$out/record.txt"
head -n 20 "$out/record.txt"

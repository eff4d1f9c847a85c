# Made-up people at any size: the same seed gives the same people, and a file
# of 500 households begins with the households of a file of 50.
cd "$(dirname "$0")/../.." && . examples/begin

show synth --households 50 --seed 7 --output "$out/fifty"
show synth --households 500 --seed 7 --output "$out/five_hundred"
head -n 51 "$out/five_hundred/households.csv" | cmp - "$out/fifty/households.csv"
for strict in "" --strict; do
    # shellcheck disable=SC2086
    show screen --households "$out/five_hundred/households.csv" --persons "$out/five_hundred/persons.csv" \
        --relations "$out/five_hundred/relations.csv" --on 2026-03-01 --summary --format table $strict
done

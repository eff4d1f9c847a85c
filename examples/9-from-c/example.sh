# The library from a program: ayant.h alone, no global state, no printing.
cd "$(dirname "$0")/../.." && . examples/begin

products=${BUILD:-$PWD/build}
"${CC:-cc}" -std=c99 -Wall -Wextra -Iengine -o "$out/count" examples/9-from-c/count.c \
    -L"$products" -layant -Wl,-rpath,"$products"
"$out/count" rules/be $small/households.csv $small/persons.csv | tee "$out/said.txt"
expect "$out/said.txt" "16 persons, 20 findings"

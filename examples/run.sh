#!/bin/sh
# Runs every example; the last line is "N passed, M failed".
#
# AYANT is the command and BUILD the folder of products; without them, those of
# `make` here. An example shows its output only when it fails, or with -v.
set -u
cd "$(dirname "$0")/.." || exit 2
BUILD=${BUILD:-$PWD/build}
AYANT=${AYANT:-$BUILD/ayant}
export AYANT BUILD
passed=0
failed=0
output=$(mktemp) || exit 2
trap 'rm -f "$output"' EXIT

for example in examples/[0-9]*/example.sh; do
    if sh "$example" >"$output" 2>&1; then
        passed=$((passed + 1))
        echo "ok      $example"
        [ "${1:-}" != -v ] || cat "$output"
    else
        failed=$((failed + 1))
        echo "FAILED  $example"
        cat "$output"
    fi
done
echo "$passed passed, $failed failed"
[ "$failed" -eq 0 ] && [ "$passed" -gt 0 ]

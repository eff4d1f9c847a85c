#!/bin/sh
# Installs the Debian packages that `build`, `test` or `style` wants and that
# are missing. Looks at what is there, not at a stamp; silent and quick when
# nothing is missing. When it cannot install, says what to install and fails.
set -u

case "${1:-build}" in
build) wanted="gcc libc6-dev make pkg-config binutils liblua5.4-dev libsqlite3-dev libpcre2-dev libsodium-dev libzip-dev libexpat1-dev libjansson-dev" ;;
test) wanted="gcc g++ libc6-dev make pkg-config binutils liblua5.4-dev libsqlite3-dev libpcre2-dev libsodium-dev libzip-dev libexpat1-dev libjansson-dev sqlite3 lua5.4 python3" ;;
style) wanted="clang-format clang-tidy cppcheck" ;;
*)
    echo "install-needs: '$1' is not a set: write build, test or style" >&2
    exit 2
    ;;
esac

# A package is there when the tool or the library is, whoever installed it.
present()
{
    case "$1" in
    liblua5.4-dev) pkg-config --exists lua5.4 2>/dev/null || pkg-config --exists lua54 2>/dev/null ||
        pkg-config --exists lua-5.4 2>/dev/null ;;
    libsqlite3-dev) pkg-config --exists sqlite3 2>/dev/null ;;
    libpcre2-dev) pkg-config --exists libpcre2-8 2>/dev/null ;;
    libsodium-dev) pkg-config --exists libsodium 2>/dev/null ;;
    libzip-dev) pkg-config --exists libzip 2>/dev/null ;;
    libexpat1-dev) pkg-config --exists expat 2>/dev/null ;;
    libjansson-dev) pkg-config --exists jansson 2>/dev/null ;;
    binutils) command -v ld >/dev/null && command -v objcopy >/dev/null && command -v nm >/dev/null ;;
    lua5.4) command -v lua5.4 >/dev/null || command -v lua54 >/dev/null ;;
    libc6-dev) [ -e /usr/include/stdio.h ] || echo '#include <stdio.h>' | cc -E - >/dev/null 2>&1 ;;
    gcc) command -v cc >/dev/null || command -v gcc >/dev/null ;;
    *) command -v "$1" >/dev/null ;;
    esac
}

missing=
for package in $wanted; do
    present "$package" || missing="$missing $package"
done
[ -z "$missing" ] && exit 0

refuse()
{
    echo "install-needs: missing:$missing" >&2
    echo "install-needs: $1" >&2
    exit 2
}

command -v apt-get >/dev/null ||
    refuse "this is not Debian or Ubuntu: install these, under the names your system gives them"
if [ "$(id -u)" -eq 0 ]; then
    root=
elif command -v sudo >/dev/null && { sudo -n true 2>/dev/null || [ -t 0 ]; }; then
    root=sudo
else
    refuse "as root, run: apt-get install$missing"
fi

echo "installing:$missing" >&2
DEBIAN_FRONTEND=noninteractive
export DEBIAN_FRONTEND
# The lists of packages may be old or absent: try, then refresh them once.
# shellcheck disable=SC2086
$root apt-get install -y -q --no-install-recommends $missing >/dev/null 2>&1 || {
    $root apt-get update -q >&2 &&
        $root apt-get install -y -q --no-install-recommends $missing >&2
} || refuse "apt-get could not install them: is the network there?"

for package in $missing; do
    present "$package" || refuse "apt-get ran, and '$package' is still not found"
done

#!/usr/bin/env python3
"""The house keeps its walls: who includes whom, what is exported, how long a file is.

Reads engine/layers.txt and the sources; with BUILD, reads the objects too.
"""
import collections
import glob
import os
import re
import subprocess
import sys

ROOT = os.path.dirname(os.path.dirname(os.path.dirname(os.path.abspath(__file__))))
BUILD = os.environ.get("BUILD", os.path.join(ROOT, "build"))
ENGINE = os.path.join(ROOT, "engine")
LINES = 600
# Who may see a foreign library: a room, or some.
FOREIGN = {
    "host": ("lua.h", "lauxlib.h", "lualib.h", "lua.hpp", "luaconf.h"),
    "store": ("sqlite3.h", "sqlite3ext.h", "sodium.h"),
    "ingest": ("pcre2.h", "pcre2posix.h", "expat.h", "jansson.h"),
    "ingest synth": ("zip.h",),
}
# What belongs to somebody's machine and not to a project: spelt apart, so that this file is clean too.
OUTSIDE = re.compile(r"(?<![\w.:/-])/wo" r"rk/|/tmp/ba" r"sh_jobs")
INCLUDE = re.compile(r'^\s*#\s*include\s+(["<])([^">]+)[">]', re.M)

problems = []


def read(path):
    with open(path, encoding="utf-8", errors="replace") as file:
        return file.read()


def layers():
    allowed = {}
    for line in read(os.path.join(ENGINE, "layers.txt")).splitlines():
        if line.strip() and not line.startswith("#"):
            room, _, others = line.partition(":")
            allowed[room.strip()] = set(others.split())
    return allowed


def sources():
    return sorted(glob.glob(ENGINE + "/*.[ch]") + glob.glob(ENGINE + "/**/*.[ch]", recursive=True))


def room_of(path):
    parts = os.path.relpath(path, ENGINE).split(os.sep)
    return "door" if len(parts) == 1 else parts[0]


def short(path):
    return os.path.relpath(path, ROOT)


def problem(path, line, sentence):
    problems.append("%s:%d: %s" % (short(path), line, sentence))


def each_include():
    for path in set(sources()):
        text = read(path)
        for match in INCLUDE.finditer(text):
            yield path, text.count("\n", 0, match.start()) + 1, match.group(1), match.group(2)


def test_rooms_include_what_layers_allow():
    allowed = layers()
    for path, line, quote, name in each_include():
        room = room_of(path)
        if room not in allowed:
            problem(path, line, "the room '%s' is not in engine/layers.txt" % room)
            continue
        if quote == "<":
            continue
        target = os.path.normpath(os.path.join(os.path.dirname(path), name))
        if not os.path.exists(target):
            problem(path, line, "includes '%s', which is not there" % name)
            continue
        other = room_of(target)
        if os.path.relpath(target, ENGINE) == "ayant.h" or other == room or other in allowed[room]:
            continue
        problem(path, line, "the room '%s' may not include '%s' of '%s'" % (room, name, other))


def test_layers_have_no_cycle():
    allowed = layers()
    done = set()

    def visit(room, way):
        if room in way:
            problems.append("engine/layers.txt: a cycle: " + " -> ".join(way + [room]))
            return
        if room in done:
            return
        for other in sorted(allowed.get(room, ())):
            if other not in allowed:
                problems.append("engine/layers.txt: '%s' names '%s', which is no room" % (room, other))
            else:
                visit(other, way + [room])
        done.add(room)

    for room in sorted(allowed):
        visit(room, [])


def test_foreign_libraries_stay_in_their_room():
    for path, line, _, name in each_include():
        for room, headers in FOREIGN.items():
            if os.path.basename(name) in headers and room_of(path) not in room.split():
                problem(path, line, "only engine/%s includes %s" % (" and engine/".join(room.split()), name))


def test_file_names_are_unique():
    places = collections.defaultdict(set)
    for path in set(sources()):
        places[os.path.basename(path)].add(path)
        # day.h and day.c are one subject when they live together
        stem = os.path.basename(path)[:-2]
        places[stem + " (.c or .h)"].add(os.path.dirname(path))
    for name, paths in sorted(places.items()):
        if len(paths) > 1:
            problems.append("engine: '%s' is in %s" % (name, ", ".join(sorted(map(short, paths)))))


def test_files_are_short():
    for path in set(sources()):
        count = read(path).count("\n")
        if count > LINES:
            problem(path, count, "%d lines: a file is split at %d" % (count, LINES))


def test_library_does_not_print_or_exit():
    # A library says what it found by what it returns. snprintf and friends print nowhere.
    words = re.compile(r"(?<![\w.])(?:printf|puts|putchar|perror|exit|abort|_exit|gets|strtok|rand|srand|localeconv"
                       r"|setlocale)\s*\(")
    for path in set(sources()):
        if room_of(path) == "cli":
            continue
        text = re.sub(r"/\*.*?\*/|//[^\n]*|\"(?:\\.|[^\"\\\n])*\"",
                      lambda m: re.sub(r"[^\n]", " ", m.group(0)), read(path), flags=re.S)
        text = re.sub(r"__attribute__\s*\(\(.*?\)\)", "", text)
        for match in words.finditer(text):
            problem(path, text.count("\n", 0, match.start()) + 1, "the library calls %s)" % match.group(0))
        if re.search(r"\bstd(?:out|err)\b", text):
            problem(path, 1, "the library names stdout or stderr: write to a sink")


def objects():
    found = []
    for path in glob.glob(BUILD + "/engine/**/*.o", recursive=True):
        relative = os.path.relpath(path, BUILD)
        stem = re.sub(r"_(base|avx2)$", "", relative[:-2]) if "kernels_" in relative else relative[:-2]
        if os.path.exists(os.path.join(ROOT, stem + ".c")) and not relative.startswith("engine/cli/"):
            found.append(path)
    return sorted(found)


def names(path, *options):
    done = subprocess.run(["nm", *options, path], stdout=subprocess.PIPE, stderr=subprocess.PIPE, check=True)
    for line in done.stdout.decode().splitlines():
        parts = line.split()
        if len(parts) >= 2 and len(parts[-2]) == 1:
            yield parts[-2], parts[-1]


def test_library_has_no_globals():
    if not objects():
        problems.append("no object in %s: build first" % short(BUILD))
    for path in objects():
        for name in writable(path):
            problems.append("%s: '%s' can be written: the library has no globals" % (short(path), name))


def writable(path):
    """Symbols that stay writable after loading; nm calls tables of pointers (.data.rel.ro) data too."""
    done = subprocess.run(["objdump", "-t", path], stdout=subprocess.PIPE, check=True)
    for line in done.stdout.decode().splitlines():
        fields, _, rest = line.partition("\t")
        parts, name = fields.split(), rest.split()[-1:]
        if len(parts) < 3 or not name or "d" in parts[1:-1]:
            continue
        section = parts[-1]
        if section == "*COM*" or (section.startswith((".data", ".bss", ".tdata", ".tbss"))
                                  and not section.startswith(".data.rel.ro")):
            yield name[0]


def test_library_exports_its_interface_only():
    declared = set(re.findall(r"AYANT_API[^;(]*?\b(ayant_\w+)\s*\(", read(os.path.join(ENGINE, "ayant.h"))))
    for product, options in (("libayant.a", ("-g", "--defined-only")), ("libayant.so", ("-D", "--defined-only"))):
        path = os.path.join(BUILD, product)
        if not os.path.exists(path):
            problems.append("%s is not built" % product)
            continue
        given = {name for kind, name in names(path, *options) if kind != "U"}
        for name in sorted(given - declared):
            problems.append("%s exports '%s', which ayant.h does not declare" % (product, name))
        for name in sorted(declared - given):
            problems.append("%s does not hold '%s', which ayant.h declares" % (product, name))


def tracked():
    """Files of the project: what git follows or would follow, else everything but build and .git."""
    done = subprocess.run(["git", "ls-files", "-z", "--cached", "--others", "--exclude-standard"], cwd=ROOT,
                          stdout=subprocess.PIPE, stderr=subprocess.DEVNULL)
    if done.returncode == 0:
        return [os.path.join(ROOT, name) for name in done.stdout.decode().split("\0") if name]
    found = []
    for folder, folders, files in os.walk(ROOT):
        folders[:] = [name for name in folders if name not in (".git", "build", "__pycache__")]
        found += [os.path.join(folder, name) for name in files]
    return found


def test_no_path_of_somebodys_machine():
    for path in tracked():
        if not os.path.isfile(path):
            continue
        text = read(path)
        for match in OUTSIDE.finditer(text):
            problem(path, text.count("\n", 0, match.start()) + 1, "names '%s'" % match.group(0))


def test_command_sees_the_public_header_only():
    for path, line, quote, name in each_include():
        if room_of(path) == "cli" and quote == '"':
            target = os.path.normpath(os.path.join(os.path.dirname(path), name))
            if os.path.relpath(target, ENGINE) != "ayant.h" and room_of(target) != "cli":
                problem(path, line, "the command includes '%s': ../ayant.h is all it may see" % name)


def main():
    passed = failed = 0
    for name, test in sorted(globals().items()):
        if not name.startswith("test_"):
            continue
        problems.clear()
        test()
        if problems:
            failed += 1
            print("%s:" % name[5:].replace("_", " "))
            for sentence in sorted(problems):
                print("  " + sentence)
        else:
            passed += 1
    print("%d passed, %d failed" % (passed, failed))
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main())

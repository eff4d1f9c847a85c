#!/usr/bin/env python3
"""How fast files go into a caseload, beside what others do with the same persons.csv.

    tests/bench/import.py COMMAND FOLDER WORK

Prints `name value` lines: seconds of processor, user and system together, of
ayant (households, persons and relations, checked, with ids that are unique),
of Python's csv and sqlite3, and of the sqlite3 command when it is there (both:
persons alone, as texts, nothing checked).
"""
import os
import shutil
import subprocess
import sys
import time

PLAIN = """
import csv, sqlite3, sys
store = sqlite3.connect(sys.argv[2])
store.execute("PRAGMA journal_mode = WAL")
with open(sys.argv[1], newline="", encoding="utf-8") as file:
    rows = csv.reader(file)
    names = next(rows)
    store.execute("CREATE TABLE persons (%s, PRIMARY KEY (person_id))" % ", ".join('"%s" TEXT' % name for name in names))
    store.executemany("INSERT INTO persons VALUES (%s)" % ", ".join("?" * len(names)), rows)
store.commit()
store.close()
"""


def cost(command, store, **more):
    """Processor and wall clock seconds of one run into a store that is not there yet."""
    for name in (store, store + "-wal", store + "-shm"):
        if os.path.exists(name):
            os.unlink(name)
    start = time.perf_counter()
    process = subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, **more)
    _, status, used = os.wait4(process.pid, 0)
    process.returncode = os.waitstatus_to_exitcode(status)
    if process.returncode != 0:
        sys.exit("%s: exit %d" % (command, process.returncode))
    return used.ru_utime + used.ru_stime, time.perf_counter() - start, used.ru_maxrss / 1024


def main(command, folder, work):
    persons, store = os.path.join(folder, "persons.csv"), os.path.join(work, "import.db")
    files = [option for name in ("persons", "households", "relations")
             for option in ("--" + name, os.path.join(folder, name + ".csv"))]
    with open(persons, "rb") as file:
        count = sum(1 for _ in file) - 1
    runs = sorted(cost([command, "import", store, *files], store) for _ in range(3))
    print("import.persons", count)
    print("import.s", runs[1][0])
    print("import.wall_s", runs[1][1])
    print("import.peak_mb", runs[1][2])
    print("import_python.s", cost([sys.executable, "-c", PLAIN, persons, store], store)[0])
    if shutil.which("sqlite3"):
        with open(os.path.join(work, "import.sql"), "w", encoding="utf-8") as script:
            script.write(".mode csv\n.import '%s' persons\n" % persons.replace("'", "''"))
        with open(os.path.join(work, "import.sql"), "rb") as script:
            print("import_sqlite.s", cost(["sqlite3", store], store, stdin=script)[0])
    os.unlink(store)


if __name__ == "__main__":
    main(*sys.argv[1:])

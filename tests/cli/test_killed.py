"""An import that dies leaves the caseload as it was."""
import os
import random
import signal
import sqlite3
import subprocess
import time

from support import AYANT, ROOT, RULES, SLOW, Folder, ayant, check, imports, same, screen


def import_options(files):
    return ["--persons", files + "/persons.csv", "--households", files + "/households.csv", "--relations",
            files + "/relations.csv"]


def persons_of(store):
    """Persons that `screen` sees: the whole of one import, whichever."""
    done = screen(store)
    check(done.status in (0, 1), "the caseload does not open:", done.err)
    return len({row["person_id"] for row in done.rows()})


def integrity(store):
    connection = sqlite3.connect(store)
    try:
        return connection.execute("PRAGMA integrity_check").fetchone()[0]
    finally:
        connection.close()


def kill_after(seconds, store, options):
    """1 when the import was still at work."""
    with open(os.devnull, "wb") as nowhere:
        process = subprocess.Popen([AYANT, "import", store, *options, "--rules", RULES], cwd=ROOT, stdin=subprocess.DEVNULL,
                                   stdout=nowhere, stderr=nowhere)
        time.sleep(seconds)
        alive = process.poll() is None
        if alive:
            process.send_signal(signal.SIGKILL)
        process.wait()
        return alive


def test_killed_in_mid_import():
    with Folder() as folder:
        small, large, store = folder.at("small"), folder.at("large"), folder.at("caseload.db")
        ayant("synth", "--households", 150, "--seed", 1, "--output", small).expect(0)
        ayant("synth", "--households", 2000 if SLOW else 12000, "--seed", 2, "--output", large).expect(0)
        imports(store, *import_options(small)).expect(0)
        before = persons_of(store)
        start = time.monotonic()
        imports(folder.at("whole.db"), *import_options(large)).expect(0)
        seconds = time.monotonic() - start
        after = persons_of(folder.at("whole.db"))
        chance = random.Random(20260301)  # the same moments every time, on the same machine
        killed = 0
        for i in range(8):
            killed += kill_after(seconds * (0.05 + 0.9 * (i + chance.random()) / 8), store, import_options(large))
            same(integrity(store), "ok", "integrity_check")
            now = persons_of(store)
            check(now in (before, after), now, "persons, neither", before, "nor", after)
            if now == after:
                imports(store, *import_options(small)).expect(0)
                before = persons_of(store)
        check(killed >= 4, "only", killed, "of 8 imports were killed: they are too short to test")


def test_a_fresh_caseload_killed_can_be_imported_again():
    with Folder() as folder:
        files, store = folder.at("files"), folder.at("caseload.db")
        ayant("synth", "--households", 1500, "--seed", 3, "--output", files).expect(0)
        for seconds in (0.002, 0.01, 0.03, 0.08):
            kill_after(seconds, store, import_options(files))
        imports(store, *import_options(files)).expect(0)
        same(integrity(store), "ok")
        check(persons_of(store) > 1500, "too few persons")

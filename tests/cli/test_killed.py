"""An import that dies leaves the caseload as it was."""
import hashlib
import os
import random
import shutil
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


def fingerprint(store):
    """What a caseload holds, all of it: rows of every table but the journal's, and how long that is."""
    connection = sqlite3.connect(store)
    try:
        same(connection.execute("PRAGMA quick_check").fetchone()[0], "ok", "quick_check")
        tables = sorted(row[0] for row in connection.execute(
            "SELECT name FROM sqlite_schema WHERE type = 'table' AND name NOT LIKE 'sqlite_%'"))
        digest = hashlib.sha256()
        for table in ("households", "persons", "relations", "facts", "household_columns", "person_columns"):
            for row in connection.execute('SELECT * FROM "%s"' % table):
                digest.update(repr(row).encode())
        imports_done = connection.execute("SELECT count(*) FROM journal WHERE what = 'import'").fetchone()[0]
        return digest.hexdigest(), [name for name in tables if name.endswith("_before")], imports_done
    finally:
        connection.close()


def test_killed_at_fifty_moments():
    """An import over a caseload, killed anywhere from its start to its end, is done or has not begun."""
    with Folder() as folder:
        before, after, store = folder.at("before"), folder.at("after"), folder.at("caseload.db")
        ayant("synth", "--households", 60, "--seed", 1, "--output", before).expect(0)
        ayant("synth", "--households", 600 if SLOW else 3000, "--seed", 2, "--output", after).expect(0)
        imports(folder.at("clean.db"), *import_options(before)).expect(0)
        imports(folder.at("whole.db"), *import_options(before)).expect(0)
        start = time.monotonic()
        imports(folder.at("whole.db"), *import_options(after)).expect(0)
        seconds = time.monotonic() - start
        shutil.copy(folder.at("clean.db"), store)
        old, new = fingerprint(folder.at("clean.db")), fingerprint(folder.at("whole.db"))
        check(old[0] != new[0], "the two imports hold the same")
        chance = random.Random(20260301)  # the same moments every time, on the same machine
        killed = done = 0
        for i in range(50):
            killed += kill_after(seconds * 1.1 * (i + chance.random()) / 50, store, import_options(after))
            got, apart, journal = fingerprint(store)
            check(got in (old[0], new[0]), "moment", i, "left neither the caseload of before nor that of after")
            same(apart, [], "tables set apart")
            same(journal, old[2] if got == old[0] else new[2], "lines of the journal")
            if got == new[0]:
                done += 1
                for name in (store, store + "-wal", store + "-shm"):
                    if os.path.exists(name):
                        os.unlink(name)
                shutil.copy(folder.at("clean.db"), store)
        check(killed >= 25, "only", killed, "of 50 imports were killed: they are too short to test")
        imports(store, *import_options(after)).expect(0)
        same(fingerprint(store), new, "an import after all those")


def test_a_fresh_caseload_killed_can_be_imported_again():
    with Folder() as folder:
        files, store = folder.at("files"), folder.at("caseload.db")
        ayant("synth", "--households", 1500, "--seed", 3, "--output", files).expect(0)
        for seconds in (0.002, 0.01, 0.03, 0.08):
            kill_after(seconds, store, import_options(files))
        imports(store, *import_options(files)).expect(0)
        same(integrity(store), "ok")
        check(persons_of(store) > 1500, "too few persons")

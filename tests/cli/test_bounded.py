"""The memory of an import does not grow with its files."""
import os
import subprocess
import sys

from support import AYANT, ROOT, RULES, SLOW, Folder, ayant, check

# What a caseload may take beside a small one: the pages SQLite keeps (64 MB), one run of rows, marks of ids (32 MB).
MOST_MORE = 120 << 20

# In a process of its own, so that the peak is of this child alone. ru_maxrss is in kilobytes on Linux.
MEASURE = """
import resource, subprocess, sys
status = subprocess.run(sys.argv[1:], stdin=subprocess.DEVNULL, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
print(status.returncode, resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss * 1024)
"""


def peak_of_import(store, files):
    done = subprocess.run([sys.executable, "-c", MEASURE, AYANT, "import", store, "--persons", files + "/persons.csv",
                           "--households", files + "/households.csv", "--rules", RULES], cwd=ROOT,
                          stdout=subprocess.PIPE, check=True)
    status, peak = map(int, done.stdout.split())
    check(status == 0, "the import ended with", status)
    return peak


def test_ten_times_more_rows_take_no_more_memory():
    if SLOW:  # the sanitizers keep what is freed
        return
    with Folder() as folder:
        small, large = folder.at("small"), folder.at("large")
        ayant("synth", "--households", 20000, "--seed", 1, "--output", small).expect(0)
        ayant("synth", "--households", 200000, "--seed", 1, "--output", large).expect(0)
        less, more = peak_of_import(folder.at("a.db"), small), peak_of_import(folder.at("b.db"), large)
        check(os.path.getsize(large + "/persons.csv") > more // 2, "the large file is too small to show anything")
        check(more - less < MOST_MORE, "peak of", less, "bytes, then", more)
        again = peak_of_import(folder.at("b.db"), large)  # compared with what is there, which then goes
        check(again - less < MOST_MORE, "peak of", less, "bytes, then", again, "over a caseload")


def test_figures_that_wait_for_their_column_take_no_memory():
    """1.234 can be two figures: a column of them, over many rows, is settled at its end."""
    if SLOW:
        return
    with Folder() as folder:
        peaks = []
        for rows in (20000, 400000):
            os.makedirs(folder.at(str(rows)), exist_ok=True)
            with open(folder.at("%d/households.csv" % rows), "w", encoding="utf-8") as out:
                out.write("household_id,rent_month\n")
                out.writelines("H%07d,1.234\n" % i for i in range(rows))
            with open(folder.at("%d/persons.csv" % rows), "w", encoding="utf-8") as out:
                out.write("person_id,household_id,wage_net_month\nP1,H0000000,1.234\n")
            peaks.append(peak_of_import(folder.at("%d.db" % rows), folder.at(str(rows))))
        check(peaks[1] - peaks[0] < MOST_MORE, "peaks of", *peaks)

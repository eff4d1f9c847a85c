#!/usr/bin/env python3
"""Rules that must be refused, and the words of the refusal.

    tests/golden/run.py [--update] [NAME ...]

Each folder of refused/ holds rules/ and expected.txt: what `ayant check`
writes on standard error, with exit 2 and nothing on standard output, within a
second. The path of the repository is the one thing replaced before comparing.
--update writes expected.txt anew, to be read before it is kept.
"""
import os
import resource
import subprocess
import sys

HERE = os.path.dirname(os.path.abspath(__file__))
ROOT = os.path.dirname(os.path.dirname(HERE))
AYANT = os.environ.get("AYANT", os.path.join(ROOT, "build", "ayant"))
# A build that watches its memory, or a busy machine, is slower than the promise.
SECONDS = 10.0 if "asan" in AYANT else float(os.environ.get("GOLDEN_SECONDS", "1.0"))


def processor_seconds():
    """Of the programs that have ended: other work on the machine does not count."""
    used = resource.getrusage(resource.RUSAGE_CHILDREN)
    return used.ru_utime + used.ru_stime


def check(name):
    """What is wrong with this case, in sentences; and what was written."""
    rules = os.path.join("tests", "golden", "refused", name, "rules")
    start = processor_seconds()
    try:
        done = subprocess.run([AYANT, "check", rules], cwd=ROOT, stdin=subprocess.DEVNULL, stdout=subprocess.PIPE,
                              stderr=subprocess.PIPE, timeout=30)
    except subprocess.TimeoutExpired:
        return ["did not end within 30 s"], None
    except OSError as error:
        return ["'%s' cannot be run: %s" % (AYANT, error.strerror)], None
    seconds = processor_seconds() - start
    written = done.stderr.decode("utf-8", "replace").replace(ROOT, "REPOSITORY")
    problems = []
    if done.returncode != 2:
        problems.append("exit %d, expected 2" % done.returncode)
    if done.stdout:
        problems.append("standard output is not empty: %r" % done.stdout[:200])
    if not written.strip():
        problems.append("standard error is empty")
    if seconds > SECONDS:
        problems.append("took %.2f s, at most %.0f" % (seconds, SECONDS))
    return problems, written


def main(arguments):
    update = "--update" in arguments
    chosen = [name for name in arguments if not name.startswith("--")]
    names = sorted(os.listdir(os.path.join(HERE, "refused")))
    passed = failed = 0
    for name in names:
        if chosen and name not in chosen:
            continue
        path = os.path.join(HERE, "refused", name, "expected.txt")
        problems, written = check(name)
        if update and not problems:
            with open(path, "w", encoding="utf-8") as file:
                file.write(written)
        elif not problems:
            try:
                with open(path, encoding="utf-8") as file:
                    expected = file.read()
            except FileNotFoundError:
                problems.append("no expected.txt: record it with --update")
                expected = written
            if written != expected:
                problems.append("says\n    %s\n  expected\n    %s" % (written.rstrip().replace("\n", "\n    "),
                                                                      expected.rstrip().replace("\n", "\n    ")))
        if problems:
            failed += 1
            print("refused/%s: %s" % (name, "; ".join(problems)))
            if written and "says" not in problems[-1]:
                print("    " + written.rstrip().replace("\n", "\n    "))
        else:
            passed += 1
    print("%d passed, %d failed" % (passed, failed))
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))

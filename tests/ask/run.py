#!/usr/bin/env python3
"""Conversations with `ayant ask`, word for word, and that none leaves a trace.

    tests/ask/run.py [--update] [NAME ...]

Each .txt holds the options, the answers by question (`id = answer`; several
for one question, separated by `|`, are given one after the other; `*` is for
all others), a line of dashes, and the conversation that must come of it. The
answers are found once through --format json, then the conversation is held
again in plain lines: both ways must ask the same questions.
--update writes the conversations anew, to be read before they are kept.
"""
import glob
import json
import os
import re
import shutil
import subprocess
import sys
import tempfile

HERE = os.path.dirname(os.path.abspath(__file__))
ROOT = os.path.dirname(os.path.dirname(HERE))
AYANT = os.environ.get("AYANT", os.path.join(ROOT, "build", "ayant"))
LINE = "-" * 40
MOST_QUESTIONS = 120


class Script:
    def __init__(self, path):
        with open(path, encoding="utf-8") as file:
            head, _, self.expected = file.read().partition(LINE + "\n")
        self.head = head
        self.options, self.answers = [], {}
        for row in head.splitlines():
            key, mark, value = row.partition("=")
            if row.startswith("#") or not mark:
                continue
            if key.strip() == "options":
                self.options = value.split()
            else:
                self.answers[key.strip()] = [one.strip() for one in value.split("|")]

    def answer(self, question, times):
        found = self.answers.get(question, self.answers.get("*", ["?"]))
        return found[min(times, len(found) - 1)]


def command(options, form):
    return [AYANT, "ask", "--rules", "rules/be"] + options + ["--format", form]


def by_json(script):
    """The answers in the order they were asked for, and the result."""
    run = subprocess.Popen(command(script.options, "json"), cwd=ROOT, stdin=subprocess.PIPE, stdout=subprocess.PIPE,
                           stderr=subprocess.PIPE)
    given, times, result = [], {}, None
    for row in run.stdout:
        message = json.loads(row.decode("utf-8"))
        if "result" in message:
            result = message["result"]
        if "question" not in message:
            continue
        if len(given) > MOST_QUESTIONS:
            run.kill()
            return given, None, "none: the answers to '%s' are refused" % message["question"]["id"], ""
        key = message["question"]["id"]
        answer = script.answer(key, times.get(key, 0))
        times[key] = times.get(key, 0) + 1
        given.append(answer)
        run.stdin.write((json.dumps({"answer": answer}) + "\n").encode())
        run.stdin.flush()
    run.stdin.close()
    error = run.stderr.read().decode("utf-8", "replace")
    return given, result, run.wait(), error


def by_lines(script, given):
    done = subprocess.run(command(script.options, "text"), cwd=ROOT, input="".join(a + "\n" for a in given).encode(),
                          stdout=subprocess.PIPE, stderr=subprocess.PIPE, timeout=120)
    return done.stdout.decode("utf-8", "replace"), done.returncode, done.stderr.decode("utf-8", "replace")


def never_said(name, text):
    """Nobody is asked who they are; no verdict is 'granted' or 'refused'."""
    bad = re.findall(r"(?i)\b(nom de famille|familienaam|NISS|registre national|rijksregisternummer|votre adresse|uw adres"
                     r"|fraude|illégal|illegaal)\b", text)
    return ["%s: says '%s'" % (name, word) for word in bad]


def check(path, update):
    script = Script(path)
    name = os.path.basename(path)
    given, result, status, error = by_json(script)
    if status or result is None or error:
        return ["%s: --format json: exit %s, result %s, %s" % (name, status, result is not None, error.strip())]
    text, status, error = by_lines(script, given)
    problems = never_said(name, text)
    if status or error:
        problems.append("%s: exit %s: %s" % (name, status, error.strip()))
    for right in result["rights"]:
        if right["said"] not in text:
            problems.append("%s: the two ways differ on %s" % (name, right["right"]))
    if update and not problems:
        with open(path, "w", encoding="utf-8") as file:
            file.write(script.head + LINE + "\n" + text)
    elif text != script.expected:
        was, now = script.expected.splitlines(), text.splitlines()
        at = next((i for i, pair in enumerate(zip(was, now)) if pair[0] != pair[1]), min(len(was), len(now)))
        problems.append("%s: the conversation differs at line %d:\n    %s\n  expected\n    %s" % (
            name, at + 1, "\n    ".join(now[at:at + 3]), "\n    ".join(was[at:at + 3])))
    return problems


def writes(trace):
    """Calls that opened for writing, made, renamed or removed a file."""
    found = []
    for row in trace.splitlines():
        if re.search(r"= -1 ", row) or "/dev/null" in row or "/dev/tty" in row:
            continue
        opened = re.search(r"\bopen(?:at)?\(.*\b(O_WRONLY|O_RDWR|O_CREAT|O_TRUNC|O_APPEND)\b", row)
        made = re.search(r"\b(creat|rename\w*|mkdir\w*|unlink\w*|link\w*|symlink\w*|truncate|mknod\w*)\(", row)
        if opened or made:
            found.append(row)
    return found


def check_no_trace(path):
    """The process may write to its own pipes, and to nothing else."""
    if not shutil.which("strace"):
        return None
    script = Script(path)
    given, _, _, _ = by_json(script)
    with tempfile.TemporaryDirectory() as folder:
        trace = os.path.join(folder, "trace")
        calls = "open,openat,creat,rename,renameat,renameat2,mkdir,mkdirat,unlink,unlinkat,link,linkat,symlink,symlinkat," \
                "truncate,mknod,mknodat"
        done = subprocess.run(["strace", "-f", "-o", trace, "-e", "trace=" + calls] + command(script.options, "text"),
                              cwd=ROOT, input="".join(a + "\n" for a in given).encode(), stdout=subprocess.PIPE,
                              stderr=subprocess.PIPE, timeout=300)
        if not os.path.exists(trace) or done.returncode:
            return None
        with open(trace, encoding="utf-8", errors="replace") as file:
            rows = file.read()
    if "openat(" not in rows and "open(" not in rows:
        return ["strace saw nothing"]
    return ["%s: leaves a trace: %s" % (os.path.basename(path), row) for row in writes(rows)]


def main(arguments):
    update = "--update" in arguments
    chosen = [name for name in arguments if not name.startswith("--")]
    paths = sorted(glob.glob(os.path.join(HERE, "*.txt")))
    passed = failed = 0
    for path in paths:
        if chosen and os.path.basename(path)[:-4] not in chosen:
            continue
        problems = check(path, update)
        passed += not problems
        failed += bool(problems)
        for sentence in problems:
            print(sentence)
    if not chosen:
        if "asan" in AYANT:
            problems = None
        else:
            problems = check_no_trace(paths[0])
        if problems is None:
            print("what is written to disk: skipped, strace cannot run here")
        else:
            passed += not problems
            failed += bool(problems)
            for sentence in problems:
                print(sentence)
    print("%d passed, %d failed" % (passed, failed))
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))

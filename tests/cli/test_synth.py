"""Made-up people: the files agree with the truth beside them, margins are said, words are checked."""
import csv
import os

from support import ON, ROOT, RULES, SLOW, Folder, ayant, check, same, screen

HOUSEHOLDS = 300 if SLOW else 3000


def files_of(folder):
    return ["--persons", folder + "/persons.csv", "--households", folder + "/households.csv", "--relations",
            folder + "/relations.csv"]


def read(path):
    with open(path, encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def verdict_of(row):
    """What the truth calls it: a right that a list never grants is to be asked for."""
    if row["finding"] == "covered":
        return "covered"
    if row["right"] == "amu":
        return "yes" if row["finding"] == "possible" else "no"
    return row["verdict"]


def test_a_screen_agrees_with_the_truth():
    with Folder() as folder:
        made = folder.at("made")
        ayant("synth", "--households", HOUSEHOLDS, "--seed", 3, "--missing", 0, "--with", "truth", "--rules", RULES,
              "--output", made).expect(0)
        truth = {(row["person_id"], row["right"]): row for row in read(made + "/truth.csv")}
        nothing = {"entitled": "no", "receives": "no", "amount_month": "", "reason": ""}
        found = {"yes": 0, "receiving": 0}
        for row in screen(*files_of(made), "--profile", "worker").expect(0).rows():
            true = truth.get((row["person_id"], row["right"]), nothing)
            same(true["receives"], "yes" if row["finding"] == "receiving" else "no", row)
            if row["finding"] == "receiving":
                found["receiving"] += 1
                continue
            said = verdict_of(row)
            same(said, true["entitled"], row)
            same(row["amount_low"] if said in ("yes", "unknown") else "", true["amount_month"], row)
            check((said == "yes") == (true["reason"] != ""), "a reason for each non-take-up, and for nothing else", row, true)
            found["yes"] += said == "yes"
        check(min(found.values()) > HOUSEHOLDS // 20, "few are found", found)


def test_the_files_do_not_tell_the_truth():
    with Folder() as folder:
        made = folder.at("made")
        ayant("synth", "--households", 60, "--with", "truth", "--output", made).expect(0)
        same(sorted(os.listdir(made)), ["README.txt", "households.csv", "persons.csv", "relations.csv", "truth.csv"])
        header = folder.read("made/persons.csv").splitlines()[0].split(",")
        for word in ("entitled", "reason", "error"):
            check(word not in header, word, "is in persons.csv")


def test_margins_are_said():
    with Folder() as folder:
        done = ayant("synth", "--margins", "--households", 2000, "--format", "csv")
        check(done.status in (0, 1), "exit", done.status, done.err)
        rows = done.rows()
        check(len(rows) > 60, len(rows), "margins")
        outside = [row for row in rows if row["inside"] == "no"]
        same(done.status, 1 if outside else 0, outside)
        for row in rows:
            check(row["source"], "no source", row)
            if row["inside"] and not row["published"].startswith("> "):
                same("%+.2f" % (float(row["made"]) - float(row["published"])), row["difference"], row)
        markdown = ayant("synth", "--margins", "--households", 2000, "--format", "markdown").out
        same(len(markdown.splitlines()), len(rows) + 2)
        check(markdown.startswith("| item | of | published | made |"), markdown[:80])
        made = folder.at("made")
        ayant("synth", "--households", 2000, "--with", "margins", "--output", made).expect(0)
        same(folder.read("made/margins.csv"), done.out, "the file and the table differ")


def test_the_printed_margins_are_those_made():
    """The table of datasets/README.md: all of 500,000 households, each row inside its tolerance."""
    if SLOW:
        return
    done = ayant("synth", "--margins", "--households", 500000, "--format", "markdown").expect(0)
    with open(os.path.join(ROOT, "datasets", "README.md"), encoding="utf-8") as file:
        printed = [line for line in file.read().splitlines() if line.startswith("| ")]
    for line in done.out.splitlines():
        check(line in printed or line.startswith("|--"), "not in datasets/README.md:", line)
    check("| no |" not in done.out, "a margin is outside")


def test_wrong_words_are_refused():
    with Folder() as folder:
        made = folder.at("made")
        for wrong in (["--with", "gossip"], ["--niss", "real"], ["--missing", "2"], ["--on", "2026-02-30"],
                      ["--rules", "no/such/folder"]):
            done = ayant("synth", "--households", 5, "--output", made, *wrong)
            same(done.status, 2, wrong)
            check(done.err.strip(), "no word on standard error", wrong)
            check(not os.path.exists(made + "/persons.csv"), "a file was written", wrong)
        done = ayant("synth", "--households", 5)
        same(done.status, 2)
        check("--output" in done.err, done.err)


def test_another_date_makes_other_ages():
    with Folder() as folder:
        ayant("synth", "--households", 20, "--on", "2024-06-01", "--output", folder.at("a"), "--with", "truth").expect(0)
        ayant("synth", "--households", 20, "--on", ON, "--output", folder.at("b")).expect(0)
        check(folder.read("a/persons.csv") != folder.read("b/persons.csv"), "the date changes nothing")

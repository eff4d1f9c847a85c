#!/usr/bin/env python3
"""Holds the engine and the rules of Belgium against references written independently in Python.

Each other module of this folder that has RIGHTS (names) and answer(household, persons, relations, on) is a reference:
answer returns {(person_id, right): row}, a row with verdict, amount_low, amount_high, route and finding as `ayant screen`
writes them, or None where the reference has nothing to say. A value may be a tuple of texts that all pass. Besides:
    exact = False        the reference went through every completion of the missing facts: a yes or no of the engine must
                         agree, "unknown" is always sound, and its amounts must contain those of the reference
    finding_if_unknown   the finding when the engine says "unknown" there
    missing_any = True   an unknown verdict must name at least one fact
    or                   another row that passes too
A module may also have thresholds(on) -> {fact: [cents]}, used by the maker of households, and examples() -> tuples
(date, household, persons, relations, rows) checked as they stand.

usage: run.py [--count N] [--seed N] [--rights ris,amu] [--household ID] [--rules FOLDER] [--show N]
Prints each difference with the facts of its household, and last "N passed, M failed".
"""
import argparse
import csv
import importlib
import os
import subprocess
import sys
import tempfile
from decimal import Decimal

import households

HERE = os.path.dirname(os.path.abspath(__file__))
ROOT = os.path.dirname(os.path.dirname(HERE))
AYANT = os.environ.get("AYANT", os.path.join(ROOT, "build", "ayant"))
RULES = os.path.join(ROOT, "rules", "be")
COMPARED = ("verdict", "amount_low", "amount_high", "route", "finding")


def references():
    """The modules that answer, by name."""
    found = []
    for name in sorted(os.listdir(HERE)):
        if name.endswith(".py") and name not in ("run.py", "households.py"):
            module = importlib.import_module(name[:-3])
            if hasattr(module, "RIGHTS") and hasattr(module, "answer"):
                found.append(module)
    return found


def write_csv(path, columns, rows):
    with open(path, "w", newline="", encoding="utf-8") as file:
        writer = csv.writer(file)
        writer.writerow(columns)
        writer.writerows(rows)


def screen(on, batch, rules=RULES):
    """What the command answers: {(person_id, right): row}."""
    with tempfile.TemporaryDirectory() as folder:
        def path(name):
            return os.path.join(folder, name)

        write_csv(path("households.csv"), households.HOUSEHOLD_COLUMNS,
                  [[house.get(fact, "") for fact in households.HOUSEHOLD_COLUMNS] for house, _, _ in batch])
        write_csv(path("persons.csv"), households.PERSON_COLUMNS,
                  [[person.get(fact, "") for fact in households.PERSON_COLUMNS] for _, persons, _ in batch for person in persons])
        write_csv(path("relations.csv"), ["person_id", "other_id", "relation"], [row for _, _, rows in batch for row in rows])
        command = [AYANT, "screen", "--persons", path("persons.csv"), "--households", path("households.csv"), "--relations",
                   path("relations.csv"), "--rules", rules, "--on", on.isoformat(), "--profile", "worker",
                   "--format", "csv", "--rejects", path("rejects.csv")]
        run = subprocess.run(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, encoding="utf-8", check=False)
        if run.returncode not in (0, 1):
            sys.exit("'%s' failed on %s: %s" % (AYANT, on, run.stderr))
        if os.path.exists(path("rejects.csv")):
            with open(path("rejects.csv"), encoding="utf-8") as file:
                rejects = file.read().splitlines()
            if len(rejects) > 1:
                sys.exit("cells of made-up households were rejected on %s:\n%s" % (on, "\n".join(rejects[:10])))
    return {(row["person_id"], row["right"]): row for row in csv.DictReader(run.stdout.splitlines())}


def passes(value, wanted):
    return value in wanted if isinstance(wanted, tuple) else value == wanted


def within(got, want):
    """The amounts of the engine contain those of the reference."""
    if got["amount_low"] == want["amount_low"] and got["amount_high"] == want["amount_high"]:
        return True
    if "" in (got["amount_low"], got["amount_high"], want["amount_low"], want["amount_high"]):
        return False
    return (Decimal(got["amount_low"]) <= Decimal(want["amount_low"]) and Decimal(got["amount_high"]) >= Decimal(want["amount_high"]))


def compare(got, want):
    """The columns that differ, and whether the engine could have been sharper."""
    if got["verdict"] == "unknown" and want.get("missing_any") and not got["missing"]:
        return ["missing"], False
    if want.get("exact", True):
        differ = [column for column in COMPARED if not passes(got[column], want[column])]
        return differ, False
    if got["verdict"] == want["verdict"] and all(passes(got[column], want[column]) for column in COMPARED):
        return [], False
    if got["verdict"] == want["verdict"]:
        differ = [column for column in ("route", "finding") if not passes(got[column], want[column])]
    elif got["verdict"] == "unknown":
        # Not as sharp as the reference: the route of an unknown is not compared.
        differ = [] if got["finding"] == want.get("finding_if_unknown", got["finding"]) else ["finding"]
    else:
        differ = ["verdict"]
    if not (want["verdict"] == "no" and got["verdict"] == "unknown") and not within(got, want):
        differ += ["amount_low", "amount_high"]
    return differ, not differ


def either(got, want):
    differ, sharper = compare(got, want)
    if differ and want.get("or") and not compare(got, want["or"])[0]:
        return [], False
    return differ, sharper


def tell(key, on, differ, got, want, house, persons, rows):
    """One difference, with every fact of the household."""
    print("\n%s %s on %s: %s" % (key[0], key[1], on, ", ".join(differ)))
    print("  engine     " + " ".join("%s=%s" % (column, got[column]) for column in COMPARED + ("missing",)))
    print("  reference  " + " ".join("%s=%s" % (column, want[column]) for column in COMPARED if column in want) +
          ("" if want.get("exact", True) else " (completions)") + (" or %s" % want["or"]["finding"] if want.get("or") else ""))
    print("  household  " + " ".join("%s=%s" % item for item in house.items() if item[1]))
    for person in persons:
        given = " ".join("%s=%s" % (fact, value) for fact, value in person.items()
                         if fact not in ("household_id", "gender") and value not in ("", "0"))
        empty = [fact for fact in households.BLANKS if not person[fact] and fact not in ("ris_month", "grapa_month", "current_income_month")]
        print("  person     %s; empty: %s" % (given, " ".join(sorted(set(empty))) or "-"))
    for row in rows:
        print("  relation   %s is the %s of %s" % (row[0], row[2], row[1]))


class Tally:
    """What passed and what did not, by right."""

    def __init__(self, show):
        self.passed, self.failed, self.sharper, self.skipped, self.show = {}, {}, {}, 0, show

    def count(self, table, right):
        table[right] = table.get(right, 0) + 1

    def row(self, key, on, got, want, household):
        if want is None:
            self.skipped += 1
            return
        if got is None:
            self.count(self.failed, key[1])
            print("\n%s %s on %s: the engine gave no row" % (key[0], key[1], on))
            return
        differ, sharper = either(got, want)
        if sharper:
            self.count(self.sharper, key[1])
        if not differ:
            self.count(self.passed, key[1])
        else:
            self.count(self.failed, key[1])
            if sum(self.failed.values()) <= self.show:
                tell(key, on, differ, got, want, *household)


def merged_thresholds(modules):
    def thresholds(on):
        edges = {}
        for module in modules:
            for fact, values in getattr(module, "thresholds", lambda _: {})(on).items():
                edges.setdefault(fact, []).extend(values)
        return edges
    return thresholds


def published(modules, tally, wanted, rules):
    by_date = {}
    for module in modules:
        for on, house, persons, rows, want in getattr(module, "examples", lambda: [])():
            by_date.setdefault(on, []).append(((house, persons, rows), want))
    for on, cases in sorted(by_date.items(), key=lambda item: item[0]):
        answers = screen(on, [household for household, _ in cases], rules)
        for household, want in cases:
            for key, row in want.items():
                if key[1] in wanted:
                    tally.row(key, on, answers.get(key), row, household)


def main():
    parser = argparse.ArgumentParser(description="hold the engine against references written in Python")
    parser.add_argument("--count", type=int, default=2000, help="households (default: 2000)")
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--rights", default="", help="only these rights")
    parser.add_argument("--household", default="", help="only this household of the run")
    parser.add_argument("--rules", default=RULES, help="folder of rules (default: rules/be here)")
    parser.add_argument("--show", type=int, default=20, help="print at most so many differences (default: 20)")
    options = parser.parse_args()
    modules = references()
    wanted = set(options.rights.split(",")) if options.rights else {right for module in modules for right in module.RIGHTS}
    modules = [module for module in modules if wanted & set(module.RIGHTS)]
    tally = Tally(options.show)
    if not options.household:
        published(modules, tally, wanted, options.rules)
    for on, batch in households.batches(options.count, options.seed, merged_thresholds(modules)):
        if options.household:
            batch = [household for household in batch if household[0]["household_id"] == options.household]
        if not batch:
            continue
        answers = screen(on, batch, options.rules)
        for household in batch:
            for module in modules:
                for key, want in sorted(module.answer(*household, on).items()):
                    if key[1] in wanted:
                        tally.row(key, on, answers.get(key), want, household)
    for right in sorted(wanted):
        print("%s: %d passed, %d failed; %d unknown or wider where the reference, trying every completion, is sharper" % (
            right, tally.passed.get(right, 0), tally.failed.get(right, 0), tally.sharper.get(right, 0)))
    if tally.skipped:
        print("%d rows not compared: too many missing facts to try them all" % tally.skipped)
    print("%d passed, %d failed" % (sum(tally.passed.values()), sum(tally.failed.values())))
    return 1 if tally.failed else 0


if __name__ == "__main__":
    sys.exit(main())

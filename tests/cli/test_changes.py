"""What an import over a caseload changes."""
import csv
import os
import stat

from support import EARNING, NOTHING, ON, Folder, check, imports, person, same


def changes_of(folder):
    with open(folder.at("changes.csv"), encoding="utf-8", newline="") as file:
        return [tuple(row.values()) for row in csv.DictReader(file)]


def count(done, name):
    for line in done.err.splitlines():
        if line.startswith(name + " "):
            return int(line.split()[-1])
    return None


def test_the_first_import_says_nothing_of_changes():
    with Folder() as folder:
        done = imports(folder.at("c.db"), *folder.people([person("P1", "H1")])).expect(0)
        same(count(done, "persons new"), None)


def test_each_change_is_counted_and_written():
    with Folder() as folder:
        store = folder.at("c.db")
        households = [{"household_id": "H%d" % i, "postal_code": code, "rent_month": "500"}
                      for i, code in ((1, "1080"), (2, "1030"), (3, "1000"), (4, ""))]
        before = [person("P1", "H1", street="rue A"), person("P2", "H1"), person("P3", "H2"), person("P4", "H3"),
                  person("P5", "H4", EARNING), person("P6", "H4")]
        imports(store, *folder.people(before, households)).expect(0)
        households[1]["postal_code"] = "1070"  # all of H2 moved
        households[3]["postal_code"] = "1050"  # H4: known at last, which is no move
        after = [person("P6", "H4"), person("P1", "H1", street="rue B", wage_net_month="0"),
                 person("P2", "H3", other_income_month="12.50"), person("P3", "H2", receives_ris="yes"),
                 person("P5", "H4", NOTHING), person("P7", "H1")]
        done = imports(store, *folder.people(after, households), "--changes", folder.at("changes.csv"), "--on",
                       ON).expect(0)
        found = changes_of(folder)
        facts = [row for row in found if row[1] != "finding"]
        same(sorted(facts), sorted([
            ("P1", "moved", "street", "", "changed"),
            ("P2", "moved", "household_id", "H1", "H3"), ("P2", "income", "other_income_month", "0.00", "12.50"),
            ("P3", "moved", "postal_code", "1030", "1070"), ("P3", "receipt", "receives_ris", "no", "yes"),
            ("P5", "income", "wage_net_month", "4200.00", "0.00"),
            ("P5", "income", "wage_gross_month", "7100.00", "0.00"),
            ("P5", "income", "taxable_income_year", "74000.00", "0.00"),
            ("P7", "new", "", "", ""), ("P4", "gone", "", "", "")]))
        findings = {(row[0], row[2]): row[3:] for row in found if row[1] == "finding"}
        same(findings[("P5", "ris")], ("none", "likely"))
        same(findings[("P3", "ris")], ("likely", "receiving"))
        same(findings[("P7", "ris")][0], "")
        check("amu" not in {row[2] for row in found}, "a finding for the social worker alone is in the file")
        check("rue" not in open(folder.at("changes.csv"), encoding="utf-8").read(), "a street is in the file")
        for name, many in (("persons new", 1), ("persons gone", 1), ("moved", 3), ("income changed", 2),
                           ("receipt changed", 1), ("findings changed", len(findings))):
            same(count(done, name), many, name)
        same(stat.S_IMODE(os.stat(folder.at("changes.csv")).st_mode), 0o600)


def test_the_same_files_change_nothing():
    with Folder() as folder:
        options = folder.people([person("P1", "H1"), person("P2", "H1", EARNING)])
        imports(folder.at("c.db"), *options).expect(0)
        done = imports(folder.at("c.db"), *options, "--changes", folder.at("changes.csv"), "--on", ON).expect(0)
        same(changes_of(folder), [])
        for name in ("persons new", "persons gone", "moved", "income changed", "receipt changed"):
            same(count(done, name), 0, name)


def test_a_column_that_one_file_lacks_changes_nobody():
    with Folder() as folder:
        rows = [person("P%d" % i, "H1") for i in range(3)]
        imports(folder.at("c.db"), *folder.people(rows)).expect(0)
        for row in rows:
            row["pension_foreign_month"] = "10"
        done = imports(folder.at("c.db"), *folder.people(rows)).expect(0)
        same(count(done, "income changed"), 0)


def test_the_order_of_the_rows_does_not_matter():
    with Folder() as folder:
        rows = [person("P%03d" % i, "H%02d" % (i // 5), wage_net_month=str(i)) for i in range(300)]
        imports(folder.at("c.db"), *folder.people(rows)).expect(0)
        rows.reverse()
        rows[17]["wage_net_month"] = "999"
        done = imports(folder.at("c.db"), *folder.people(rows)).expect(0)
        same([count(done, name) for name in ("persons new", "persons gone", "moved", "income changed")], [0, 0, 0, 1])


def test_the_changes_need_a_file_of_their_own():
    with Folder() as folder:
        options = folder.people([person("P1", "H1")])
        imports(folder.at("c.db"), *options).expect(0)
        for taken in (folder.at("persons.csv"), folder.at("c.db")):
            before = open(taken, "rb").read()
            imports(folder.at("c.db"), *options, "--changes", taken, "--on", ON).expect(2)
            same(open(taken, "rb").read(), before)


def test_an_import_that_fails_leaves_no_file_of_changes():
    with Folder() as folder:
        options = folder.people([person("P1", "H1")])
        imports(folder.at("c.db"), *options).expect(0)
        folder.write("persons.csv", "person_id,household_id\n\"P1,H1\n")
        imports(folder.at("c.db"), *options, "--changes", folder.at("changes.csv"), "--on", ON).expect(2)
        check(not [name for name in os.listdir(folder.path) if name.startswith("changes")], os.listdir(folder.path))
        imports(folder.at("c.db"), *options, "--changes", folder.at("absent/changes.csv")).expect(2)

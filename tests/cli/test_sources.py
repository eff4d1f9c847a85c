"""The files an office has: the same people from CSV, XLSX, ODS, JSON lines and SQLite, and what is said of each."""
import csv
import os

import workbooks
from support import ROOT, RULES, Folder, ayant, check, imports, same, screen

SMALL = {name: list(csv.reader(open(os.path.join(ROOT, "datasets", "small", name + ".csv"), encoding="utf-8", newline="")))
         for name in ("households", "persons", "relations")}


def options(paths):
    return [word for name, path in paths.items() for word in ("--" + name, path)]


def reference():
    return screen(*options({name: os.path.join(ROOT, "datasets", "small", name + ".csv") for name in SMALL})).expect(0).out


def same_as_csv(paths):
    done = screen(*options(paths)).expect(0)
    same(done.out, reference())
    return done.err


def one_file(path):
    return {name: path for name in SMALL}


def test_xlsx_is_the_same_as_csv():
    with Folder() as folder:
        err = same_as_csv(one_file(workbooks.xlsx(folder.at("a.xlsx"), SMALL)))
        check("a workbook (XLSX), sheet 'persons'; not read: 'households', 'relations'" in err, err)


def test_ods_is_the_same_as_csv():
    with Folder() as folder:
        err = same_as_csv(one_file(workbooks.ods(folder.at("a.ods"), SMALL)))
        check("a workbook (ODS), sheet 'persons'" in err, err)


def test_sqlite_is_the_same_as_csv():
    with Folder() as folder:
        err = same_as_csv(one_file(workbooks.database(folder.at("a.db"), SMALL)))
        check("a database of SQLite, table 'persons'" in err, err)


def test_json_lines_are_the_same_as_csv():
    with Folder() as folder:
        err = same_as_csv({name: workbooks.json_lines(folder.at(name + ".jsonl"), rows) for name, rows in SMALL.items()})
        check("JSON lines, 40 keys" in err, err)


def test_every_dialect_of_csv_is_the_same():
    for i, (delimiter, quote, end, encoding) in enumerate((
            (";", '"', "\r\n", "cp1252"), ("\t", "'", "\r", "utf-8-sig"), ("|", '"', "\n", "utf-16"), (",", "'", "\n", "utf-8"))):
        with Folder() as folder:
            paths = {}
            for name, rows in SMALL.items():
                paths[name] = folder.at(name + ".txt")
                rows = [[cell.replace("ł", "l") for cell in row] for row in rows]
                with open(paths[name], "w", encoding=encoding, newline="") as file:
                    if i != 1:
                        file.write(end.join(["Dossiers du CPAS fictif, au 01/03/2026", "", ""])
                                   if len(rows[0]) > 3 else "")
                    csv.writer(file, delimiter=delimiter, quotechar=quote, lineterminator=end,
                               quoting=csv.QUOTE_ALL if quote == "'" else csv.QUOTE_MINIMAL).writerows(rows)
            err = same_as_csv(paths)
            check(i == 1 or "on line 3; what stands above was left out" in err, err)


def test_kinds_can_be_mixed_and_sheets_named():
    with Folder() as folder:
        book = workbooks.xlsx(folder.at("a.xlsx"), {"M\u00e9nages": SMALL["households"], "Feuil2": SMALL["persons"],
                                                    "notes": [["free text"]]})
        base = workbooks.database(folder.at("a.db"), {"relaties": SMALL["relations"]})
        same_as_csv({"households": book, "persons": book + "#Feuil2", "relations": base})
        done = screen(*options({"households": book, "persons": book, "relations": base}))
        same(done.status, 2)
        check("B01" in done.err and "'Feuil2', 'notes'" in done.err, done.err)


def test_rejects_name_the_row_of_the_sheet():
    persons = [["Extrait du 01/03/2026"], []] + [row[:] for row in SMALL["persons"]]
    persons[4][4] = "31/02/1990"
    persons[6][13] = "beaucoup"
    with Folder() as folder:
        book = workbooks.xlsx(folder.at("a.xlsx"), dict(SMALL, persons=persons))
        imports(folder.at("a.caseload"), *options(one_file(book)), "--rejects", folder.at("rejects.csv")).expect(0)
        same([(row["file"], row["line"], row["column"]) for row in folder.rejects()],
             [(book, "5", "birth_date"), (book, "7", "wage_net_month")])


def test_a_caseload_is_no_input():
    with Folder() as folder:
        workbooks.database(folder.at("a.db"), SMALL)
        imports(folder.at("a.caseload"), *options(one_file(folder.at("a.db")))).expect(0)
        done = imports(folder.at("b.caseload"), *options(one_file(folder.at("a.caseload"))))
        same(done.status, 2)
        check("is a caseload already" in done.err, done.err)


def test_the_rejects_are_not_written_over_the_workbook():
    with Folder() as folder:
        book = workbooks.xlsx(folder.at("a.xlsx"), SMALL)
        before = open(book, "rb").read()
        done = screen("--persons", book + "#persons", "--households", book + "#households", "--rejects", book)
        same(done.status, 2)
        same(open(book, "rb").read(), before)


def test_json_lines_from_standard_input():
    with Folder() as folder:
        path = workbooks.json_lines(folder.at("p.jsonl"), SMALL["persons"])
        rows = open(path, "rb").read().splitlines()
        first = b"{" + b", ".join(b'"%s": null' % name.encode() for name in SMALL["persons"][0]) + b"}\n"
        households = os.path.join(ROOT, "datasets", "small", "households.csv")
        late = b'{"colour": "green", "person_id": "P99", "household_id": "H12"}\n'
        done = ayant("screen", "--persons", "-", "--households", households, "--rules", RULES, "--format", "csv",
                     stdin=first + b"\n".join(rows) + b"\n" + late)
        done.expect(0)
        check("P16" in done.out and "P99" in done.out, done.out)
        check("1 values of keys that the first line does not have were left out: colour" in done.err, done.err)
        done = ayant("screen", "--persons", "-", "--households", households, "--rules", RULES,
                     stdin=open(workbooks.xlsx(folder.at("a.xlsx"), SMALL), "rb").read())
        same(done.status, 2)
        check("give its path" in done.err, done.err)


def test_an_unreadable_value_is_rejected_where_it_stands():
    with Folder() as folder:
        folder.write("p.jsonl", '{"person_id": "a", "household_id": "h", "first_name": ["x", "y"]}\n')
        folder.write("h.csv", "household_id\nh\n")
        imports(folder.at("a.caseload"), "--persons", folder.at("p.jsonl"), "--households", folder.at("h.csv"), "--rejects",
                folder.at("rejects.csv")).expect(0)
        same([(row["line"], row["column"], row["reason"]) for row in folder.rejects()],
             [("1", "first_name", "a list or bytes: not a text, a figure or a truth")])

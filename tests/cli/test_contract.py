"""What `screen` writes: columns, order, figures, exit status."""
import re

from support import COLUMNS, EARNING, NOTHING, ON, RULES, Folder, ayant, check, imports, person, same, screen, table

FINDINGS = {"receiving", "covered", "pending", "likely", "possible", "to_check", "interrupted", "none"}
AMOUNT = re.compile(r"\d+\.\d\d\Z")


def rows_of(done, right):
    return {row["person_id"]: row for row in done.rows() if row["right"] == right}


def test_the_columns_are_exactly_these():
    with Folder() as folder:
        done = screen(*folder.people([person("p1", "h1")])).expect(0)
        same(done.out.split("\n", 1)[0], ",".join(COLUMNS))
        check(done.out.endswith("\n"), "the last line has no end")
        check("\r" not in done.out, "lines end with a carriage return")


def test_rows_are_in_input_order_then_by_right():
    with Folder() as folder:
        # Members of one household are not side by side in the file.
        people = [person("z9", "h2"), person("a1", "h1"), person("m5", "h2", EARNING), person("b2", "h1", EARNING)]
        done = screen(*folder.people(people), "--profile", "worker").expect(0)
        rows = done.rows()
        same(list(dict.fromkeys(row["person_id"] for row in rows)), ["z9", "a1", "m5", "b2"])
        for name in ("z9", "a1", "m5", "b2"):
            same([row["right"] for row in rows if row["person_id"] == name], ["amu", "bim", "grapa", "ris"], name)
        same({row["person_id"]: row["household_id"] for row in rows},
             {"z9": "h2", "m5": "h2", "a1": "h1", "b2": "h1"})


def test_a_person_with_nothing_is_likely_due_ris():
    with Folder() as folder:
        row = rows_of(screen(*folder.people([person("p1", "h1")])).expect(0), "ris")["p1"]
        same((row["verdict"], row["amount_low"], row["amount_high"], row["route"], row["finding"], row["missing"]),
             ("yes", "1340.47", "1340.47", "ris", "likely", ""))


def test_an_empty_cell_is_not_zero():
    with Folder() as folder:
        facts = dict(NOTHING, wage_net_month="")
        row = rows_of(screen(*folder.people([person("p1", "h1", facts)])).expect(0), "ris")["p1"]
        same((row["verdict"], row["finding"], row["certainty"]), ("unknown", "possible", "possible"))
        check("wage_net_month" in row["missing"].split(";"), "missing:", row["missing"])
        same(row["amount_high"], "1340.47")


def test_who_receives_is_not_examined():
    with Folder() as folder:
        facts = dict(EARNING, receives_ris="yes", ris_month="1340.47", ris_since="2025-01-01")
        row = rows_of(screen(*folder.people([person("p1", "h1", facts)])), "ris")["p1"]
        same((row["finding"], row["verdict"], row["amount_low"], row["amount_high"]), ("receiving", "", "", ""))


def test_receipt_unknown_is_to_check():
    with Folder() as folder:
        facts = dict(NOTHING, receives_ris="")
        same(rows_of(screen(*folder.people([person("p1", "h1", facts)])), "ris")["p1"]["finding"], "to_check")


def test_a_pending_application_is_pending():
    with Folder() as folder:
        facts = dict(NOTHING, application_ris="pending", application_ris_date="2026-02-10")
        same(rows_of(screen(*folder.people([person("p1", "h1", facts)])), "ris")["p1"]["finding"], "pending")


def test_words_and_figures_have_one_form():
    with Folder() as folder:
        files = folder.at("files")
        ayant("synth", "--households", 300, "--seed", 5, "--output", files).expect(0)
        done = screen("--persons", files + "/persons.csv", "--households", files + "/households.csv", "--relations",
                      files + "/relations.csv", "--profile", "worker").expect(0)
        rows = done.rows()
        check(len(rows) > 300 * 4, "only", len(rows), "rows")
        for row in rows:
            check(row["finding"] in FINDINGS, "finding", row)
            check(row["verdict"] in {"yes", "no", "unknown", ""}, "verdict", row)
            check(row["certainty"] in {"certain", "probable", "possible", ""}, "certainty", row)
            for key in ("amount_low", "amount_high"):
                check(row[key] == "" or AMOUNT.match(row[key]), key, row)
            if row["amount_low"] and row["amount_high"]:
                check(float(row["amount_low"]) <= float(row["amount_high"]), "low above high", row)
            if row["finding"] == "receiving":
                same((row["verdict"], row["amount_low"], row["amount_high"]), ("", "", ""), row)
            if row["finding"] == "possible":
                same(row["verdict"], "unknown", row)
            if row["right"] == "amu":
                check(row["verdict"] != "yes", "AMU is never granted by a list", row)


def test_amu_is_for_the_worker_profile():
    with Folder() as folder:
        facts = dict(NOTHING, stay="irregular", insurer="none", titular="", receives_amu="no")
        options = folder.people([person("p1", "h1", facts), person("p2", "h2")])
        plain = screen(*options)
        check("amu" not in plain.out, "AMU rows without --profile worker")
        check(re.search(r"\b[12]\b", plain.err), "standard error does not count the rows left out:", plain.err)
        worker = rows_of(screen(*options, "--profile", "worker"), "amu")["p1"]
        same((worker["verdict"], worker["finding"], worker["route"]), ("unknown", "possible", "ask_cpas"))


def test_nothing_found_is_exit_one():
    with Folder() as folder:
        done = screen(*folder.people([person("p1", "h1", EARNING)]))
        same(done.status, 1)
        same({row["finding"] for row in done.rows()}, {"none"})


def test_standard_input_and_output():
    with Folder() as folder:
        people = [person("p1", "h1"), person("p2", "h1", EARNING)]
        options = folder.people(people)
        from_file = screen(*options).expect(0)
        from_input = screen("--persons", "-", *options[2:], stdin=table(people).encode()).expect(0)
        same(from_input.out, from_file.out)


def test_output_option_writes_the_same_bytes():
    with Folder() as folder:
        options = folder.people([person("p1", "h1"), person("p2", "h1", EARNING)])
        screen(*options, "--output", folder.at("results.csv")).expect(0)
        same(folder.read("results.csv"), screen(*options).out)


def test_a_caseload_gives_what_its_files_give():
    with Folder() as folder:
        files = folder.at("files")
        ayant("synth", "--households", 200, "--seed", 9, "--output", files).expect(0)
        options = ["--persons", files + "/persons.csv", "--households", files + "/households.csv", "--relations",
                   files + "/relations.csv"]
        imports(folder.at("a.db"), *options).expect(0)
        same(screen(folder.at("a.db")).expect(0).out, screen(*options).expect(0).out)


def test_threads_change_nothing():
    with Folder() as folder:
        files = folder.at("files")
        ayant("synth", "--households", 1500, "--seed", 2, "--output", files).expect(0)
        options = ["--persons", files + "/persons.csv", "--households", files + "/households.csv", "--relations",
                   files + "/relations.csv"]
        one = screen(*options, "--threads", 1).expect(0)
        same(screen(*options, "--threads", 2).expect(0).out == one.out, True, "two threads")
        same(screen(*options, "--threads", 7).expect(0).out == one.out, True, "seven threads")


def test_json_holds_the_same_rows():
    import json
    with Folder() as folder:
        options = folder.people([person("p1", "h1"), person("p2", "h1", EARNING)])
        rows = json.loads(ayant("screen", *options, "--rules", RULES, "--on", ON, "--format", "json").expect(0).out)
        rows = rows if isinstance(rows, list) else next(value for value in rows.values() if isinstance(value, list))
        same([(row["person_id"], row["right"], row["finding"]) for row in rows],
             [(row["person_id"], row["right"], row["finding"]) for row in screen(*options).rows()])


def test_bad_arguments_are_exit_two():
    with Folder() as folder:
        options = folder.people([person("p1", "h1")])
        for bad in (["screen", *options, "--rules", RULES, "--on", "2026-02-30"],
                    ["screen", *options, "--rules", "no/such/folder", "--on", ON],
                    ["screen", *options, "--rules", RULES, "--on", ON, "--format", "xml"],
                    ["screen", *options, "--rules", RULES, "--on", ON, "--profile", "king"],
                    ["screen", *options, "--rules", RULES, "--on", ON, "--no-such-option"],
                    ["screen", folder.at("none.db"), "--rules", RULES, "--on", ON],
                    ["screen", "--persons", folder.at("none.csv"), *options[2:], "--rules", RULES, "--on", ON],
                    ["nonsense"], []):
            done = ayant(*bad)
            same(done.status, 2, bad)
            check(done.err.strip(), "no word on standard error", bad)
            same(done.out, "", bad)

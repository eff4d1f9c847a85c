"""`check`: what must be mended, what may be old, and what answers rest on."""
import os
import shutil

from support import EARNING, NOTHING, ON, ROOT, RULES, Folder, ayant, check, imports, person, same

OWN = os.path.join(ROOT, "examples", "6-a-right-of-your-own", "rules")


def rows(*options, status=0):
    return ayant("check", *options, "--on", ON, "--format", "csv").expect(status).rows()


def test_a_label_missing_in_one_language_must_be_mended():
    for language in ("nl", "fr"):
        with Folder() as folder:
            own = shutil.copytree(OWN, folder.at("rules"))
            path = os.path.join(own, "facts.lua")
            with open(path, encoding="utf-8") as file:
                text = file.read()
            label = text.index("label = {")
            start = text.index('%s = "' % language, label)
            end = text.index('"', start + len(language) + 4) + 1
            with open(path, "w", encoding="utf-8") as file:
                file.write(text[:start] + text[end:].lstrip(","))
            missing = [row for row in rows(RULES, own, status=2) if row["what"] == "label missing"]
            same([(row["name"], row["detail"]) for row in missing], [("energy_contract", language)])
    rows(RULES, OWN)


def test_a_row_of_over_a_year_may_be_old():
    old = [row for row in rows(RULES) if row["what"] == "old"]
    dates = [row["detail"][len("last row of "):][:10] for row in old]
    check(old and dates == sorted(dates), "oldest first", dates)
    check(dates[-1] < "2025-03-01", "not a year old", dates[-1])
    check(all(row["detail"].endswith(": still so?") for row in old), old[0])
    check("ris.capital.scale" in [row["name"] for row in old], "the scale of 2002 is not listed")
    check("answers" not in old[0], "answers are counted without people")


# A pensioner with savings: the GRAPA depends on a scale that nobody has verified.
SAVER = dict(NOTHING, birth_date="1950-05-17", movable_capital="30000", pension_month="500")


def test_answers_that_rest_on_a_figure_are_counted():
    people = [person("p1", "h1", SAVER), person("p2", "h2", SAVER), person("p3", "h3", SAVER, receives_grapa="yes"),
              person("p4", "h4", EARNING)]
    with Folder() as folder:
        options = folder.people(people)
        imports(folder.at("a.db"), *options).expect(0)
        found = rows(RULES, "--caseload", folder.at("a.db"))
        same(rows(RULES, *options), found, "CSV files and a caseload")
    unsure = [row for row in found if row["what"] == "not verified"]
    counts = [int(row["answers"]) for row in unsure]
    same(counts, sorted(counts, reverse=True), "the most come first")
    scale = [row for row in unsure if row["name"] == "grapa.capital.scale"]
    same([row["answers"] for row in scale], ["2"], "two are due a GRAPA that rests on the scale, one receives it")
    check(all(row["answers"] == "" for row in found if row["what"] != "not verified"), "a count of something else")


def test_people_that_cannot_be_read_are_said():
    done = ayant("check", RULES, "--caseload", "nowhere.db")
    same(done.status, 2, done.err)
    same(ayant("check", RULES, "--persons", "nowhere.csv").status, 2)

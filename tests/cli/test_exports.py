"""What `ayant synth --with` writes beside the caseload: the messy export, the survey, the panel."""
import csv
import datetime
import io
import os
import re
import unicodedata
import xml.etree.ElementTree as ElementTree
import zipfile

from support import SLOW, Folder, ayant, check, same

AMOUNT = r"-?\d+,\d\d"
DATE = r"(0[1-9]|[12]\d|3[01])/(0[1-9]|1[0-2])/\d{4}"
TRUTH = "O|N"
# The one spelling of each column. What planted.csv does not name must have it, or be empty.
CLEAN = {
    "N° ménage": r"SYN-H-\d{8}", "Matricule": r"SYN-P-\d{8}-\d+", "NISS": r"\d{11}", "Nom": r"\S.*\S", "Prénom": r"\S.*\S",
    "Date naissance": DATE, "Sexe": "M|F|X",
    "Lien": r"chef de ménage|conjoint\(e\)|cohabitant\(e\)|enfant|parent|frère-sœur|petit-enfant|non apparenté",
    "Etat civil": r"célibataire|marié\(e\)|cohabitant\(e\) légal\(e\)|divorcé\(e\)|veuf\(ve\)|séparé\(e\)",
    "Titre de séjour": r"belge|UE|réfugié|protection subsidiaire|apatride|registre de la population|registre des étrangers"
                       r"|protection temporaire|demandeur d'asile|court séjour|séjour irrégulier",
    "Adresse": r"\S.*\S \d+( bte \d+)?", "CP": r"1\d\d\d",
    "Commune": r"Anderlecht|Auderghem|Berchem-Sainte-Agathe|Bruxelles|Etterbeek|Evere|Forest|Ganshoren|Ixelles|Jette"
               r"|Koekelberg|Molenbeek-Saint-Jean|Saint-Gilles|Saint-Josse-ten-Noode|Schaerbeek|Uccle|Watermael-Boitsfort"
               r"|Woluwe-Saint-Lambert|Woluwe-Saint-Pierre",
    "Tél./GSM": r"\+3245900\d{4}", "E-mail": r"SYN-P-\d{8}-\d+@example\.org", "Salaire net": AMOUNT, "Chômage": AMOUNT,
    "Indemnités mutuelle": AMOUNT, "Pension": AMOUNT, "Alloc. fam.": AMOUNT, "RIS": TRUTH, "Montant RIS": AMOUNT,
    "GRAPA": TRUTH, "BIM": TRUTH, "Loyer": AMOUNT, "Epargne": AMOUNT, "ARR/AI": AMOUNT, "RC": AMOUNT, "Etudiant": TRUTH,
    "Langue": "FR|NL", "Mutualité": r"Mutualité chrétienne|Solidaris|Partenamut|Helan|Mutualité neutre|CAAMI|aucune",
    "Revenus imposables 2024": AMOUNT, "Date MAJ": DATE, "Remarque": r".*", "Origine": r".*",
}
PLACE = ("CP", "Commune", "Loyer", "Date MAJ")  # facts of the household
LINES = ("title_line", "blank_line", "header_again", "total_line")  # lines that are nobody
LOOKS_CLEAN = ("household_differs", "postal_elsewhere", "no_person", "capitals", "negative",
               "date_impossible", "niss_swapped")
KINDS = {
    "title_line", "blank_line", "header_again", "total_line", "utf8_line", "no_person", "row_twice", "other_household",
    "household_differs", "placeholder", "spaces", "euro_after", "euro_before", "space_thousands", "nbsp_thousands",
    "dot_thousands", "decimal_point", "comma_lost", "negative", "text_in_amount", "date_points", "date_short", "date_iso",
    "date_serial", "date_impossible", "date_year", "date_two_digits", "capitals", "decomposed", "other_word",
    "number_first", "postal_cut", "postal_prefix", "postal_elsewhere", "commune_form", "phone_form", "phone_garbage",
    "email_without_at", "niss_form", "niss_swapped", "niss_without_zero",
}
PLACEHOLDERS = ("NULL", "n/a", "-", "?", "inconnu", "non communiqué")
HOUSEHOLDS = 1200 if SLOW else 2500


def made(folder, name, *options, households=HOUSEHOLDS, seed=7):
    ayant("synth", "--households", households, "--seed", seed, "--output", folder.at(name), *options).expect(0)
    return folder.at(name)


def raw(*parts):
    with open(os.path.join(*parts), "rb") as file:
        return file.read()


def messy_lines(data):
    """Cells of each line, and whether the line is UTF-8 where that shows."""
    out = []
    for line in data.split(b"\r\n")[:-1]:
        try:
            written, utf8 = line.decode("utf-8"), any(byte > 127 for byte in line)
        except UnicodeDecodeError:
            written, utf8 = line.decode("cp1252"), False
        out.append((next(csv.reader([written], delimiter=";"), []), utf8))
    return out


def table_of(path):
    with open(path, encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def sheet(path):
    """Rows of an XLSX by number: cells by column number, figures as figures."""
    name = "{http://schemas.openxmlformats.org/spreadsheetml/2006/main}"
    rows = {}
    with zipfile.ZipFile(path) as book:
        for row in ElementTree.fromstring(book.read("xl/worksheets/sheet1.xml")).iter(name + "row"):
            cells = rows.setdefault(int(row.get("r")), {})
            for cell in row.iter(name + "c"):
                column = 0
                for letter in re.match("[A-Z]+", cell.get("r")).group():
                    column = column * 26 + ord(letter) - 64
                if cell.get("t") == "inlineStr":
                    cells[column - 1] = "".join(part.text or "" for part in cell.iter(name + "t"))
                else:
                    cells[column - 1] = float(cell.find(name + "v").text)
    return rows


def well_formed(niss):
    """The check digits fit one century or the other."""
    return int(niss[9:]) in (97 - int(niss[:9]) % 97, 97 - int("2" + niss[:9]) % 97)


class Messy:
    def __init__(self, folder):
        self.lines = messy_lines(raw(folder, "export.csv"))
        self.header = self.lines[2][0]
        self.planted = table_of(os.path.join(folder, "planted.csv"))
        self.cells = {(int(row["line"]), row["column"]): row["kind"] for row in self.planted if row["column"]}
        self.whole = {}
        for row in self.planted:
            if not row["column"]:
                self.whole.setdefault(int(row["line"]), set()).add(row["kind"])

    def people(self):
        for number, (cells, _) in enumerate(self.lines, 1):
            if number != 3 and not self.whole.get(number, set()) & set(LINES):
                yield number, dict(zip(self.header, cells))


def test_every_dirty_cell_is_planted_and_every_planted_cell_is_dirty():
    with Folder() as folder:
        messy = Messy(made(folder, "a", "--with", "messy", "--niss", "valid"))
        same(messy.header, list(CLEAN))
        first, seen = {}, set()
        for number, row in messy.people():
            same(len(row), len(CLEAN), "line %d" % number)
            house = row["N° ménage"].strip()
            beginning = first.setdefault(house, row)
            for column, value in row.items():
                kind = messy.cells.get((number, column))
                seen.add((number, column) if kind else None)
                if column in PLACE and beginning is not row:
                    check((value == beginning[column]) == (kind is None), "line", number, column, "differs", kind)
                elif kind is None:
                    clean = re.fullmatch(CLEAN[column], value) if value else True
                    check(clean and not value.startswith("-"), "line", number, column, repr(value))
                    check(column != "NISS" or not value or well_formed(value), "line", number, "NISS")
                elif kind == "niss_swapped":
                    check(not well_formed(value), "line", number, "NISS is well formed")
                elif kind == "placeholder":
                    check(value in PLACEHOLDERS, "line", number, repr(value))
                elif kind == "date_impossible":
                    check(value[:5] in ("31/02", "31/04"), "line", number, repr(value))
                elif kind == "no_person":
                    same(value, "")
                elif kind not in LOOKS_CLEAN and kind != "decomposed":
                    check(not re.fullmatch(CLEAN[column], value), "line", number, column, kind, repr(value))
        check(set(messy.cells) <= seen, "a planted cell is not in the file")
        same({row["kind"] for row in messy.planted}, KINDS)


def test_lines_that_are_nobody_are_what_they_are_said_to_be():
    with Folder() as folder:
        messy = Messy(made(folder, "a", "--with", "messy"))
        for number, (cells, utf8) in enumerate(messy.lines, 1):
            kinds = messy.whole.get(number, set())
            same("blank_line" in kinds, cells == [], "line %d" % number)
            same("header_again" in kinds, cells == messy.header and number != 3, "line %d" % number)
            same("title_line" in kinds, number == 1, "line %d" % number)
            same("total_line" in kinds, number == len(messy.lines), "line %d" % number)
            same("utf8_line" in kinds, utf8, "line %d" % number)
        check(messy.lines[0][0][0].startswith("Export dossiers"), "no title")
        same(messy.lines[-1][0][0], "TOTAL")


def test_rows_that_must_be_refused():
    with Folder() as folder:
        messy = Messy(made(folder, "a", "--with", "messy"))
        people = dict(messy.people())
        known = {}
        for number, row in people.items():
            kinds, name = messy.whole.get(number, set()), row["Matricule"].strip()
            if messy.cells.get((number, "Matricule")) == "no_person":
                continue
            same(bool(kinds & {"row_twice", "other_household"}), name in known, "line %d" % number)
            if "row_twice" in kinds:
                same(row, people[number - 1])
            if "other_household" in kinds:
                check(row["N° ménage"].strip() != known[name]["N° ménage"].strip(), "the same household")
            known.setdefault(name, row)


def test_clean_cells_are_those_of_the_caseload():
    with Folder() as folder:
        where = made(folder, "a", "--with", "messy", "--missing", "0.3")
        messy = Messy(where)
        persons = {row["person_id"]: row for row in table_of(os.path.join(where, "persons.csv"))}
        facts = {"Salaire net": "wage_net_month", "Pension": "pension_month", "Epargne": "movable_capital",
                 "Montant RIS": "ris_month", "Chômage": "unemployment_month", "RC": "rc_dwelling"}
        truths = {"": "", "O": "yes", "N": "no"}
        for number, row in messy.people():
            if any((number, column) in messy.cells for column in row):
                continue
            fact = persons[row["Matricule"]]
            for column, name in facts.items():
                same(row[column].replace(",", "."), fact[name], "line %d %s" % (number, column))
            for column, name in (("RIS", "receives_ris"), ("GRAPA", "receives_grapa"), ("BIM", "receives_bim")):
                same(truths[row[column]], fact[name], "line %d %s" % (number, column))
            birth = "-".join(reversed(row["Date naissance"].split("/"))) if row["Date naissance"] else ""
            same(birth, fact["birth_date"])
            same((row["Nom"], row["Prénom"]), (fact["last_name"], fact["first_name"]))


def repaired(column, kind, value):
    """What somebody who reads the cell with care makes of it, as the caseload writes it."""
    value = re.sub(r"[\s\u20ac\xa0]", "", value) if CLEAN[column] in (AMOUNT, DATE) else value.strip(" \xa0")
    if CLEAN[column] == AMOUNT:
        return value if kind == "decimal_point" else value.replace(".", "").replace(",", ".")
    if kind == "date_serial":
        return (datetime.date(1899, 12, 30) + datetime.timedelta(int(value))).isoformat()
    if CLEAN[column] == DATE and kind != "date_iso":
        return "%04d-%02d-%02d" % tuple(reversed([int(part) for part in re.split("[/.]", value)]))
    return unicodedata.normalize("NFC", value)


def test_what_can_be_repaired_is_the_fact_of_the_caseload():
    facts = {"Salaire net": "wage_net_month", "Pension": "pension_month", "Epargne": "movable_capital",
             "Chômage": "unemployment_month", "Alloc. fam.": "family_benefit_month", "RC": "rc_dwelling",
             "Date naissance": "birth_date", "Nom": "last_name", "Prénom": "first_name", "E-mail": "email"}
    with Folder() as folder:
        where = made(folder, "a", "--with", "messy")
        messy, count = Messy(where), 0
        persons = {row["person_id"]: row for row in table_of(os.path.join(where, "persons.csv"))}
        expected = {(int(row["line"]), row["column"]): row["expected"] for row in messy.planted}
        for number, row in messy.people():
            for column, fact in facts.items():
                kind, want = messy.cells.get((number, column)), persons.get(row["Matricule"].strip(" \xa0"), {}).get(fact)
                if kind == "capitals":
                    same(row[column], want.upper())
                elif kind and kind != "placeholder" and expected[number, column] == "repaired":
                    same(repaired(column, kind, row[column]), want, "line %d %s %s" % (number, column, kind))
                    count += 1
        check(count > 300, count, "repairs")


def test_the_sheet_holds_the_same_rows():
    with Folder() as folder:
        where = made(folder, "a", "--with", "messy")
        messy, rows = Messy(where), sheet(os.path.join(where, "export.xlsx"))
        dutch = messy_lines(raw(where, "export_nl.csv"))
        same(len(dutch), len(messy.lines))
        zero = datetime.date(1899, 12, 30)
        for number, (cells, _) in enumerate(messy.lines, 1):
            row = rows.get(number, {})
            same(len(dutch[number - 1][0]), len(cells))
            for column, value in enumerate(cells):
                got = row.get(column, "")
                if isinstance(got, float) and re.fullmatch(DATE, value):
                    got = (zero + datetime.timedelta(int(got))).strftime("%d/%m/%Y")
                elif isinstance(got, float):
                    got = "%.2f" % got if "," in value else "%d" % got
                    value = value.replace(",", ".")
                same(got, value, "row %d column %d" % (number, column))
                if re.fullmatch(AMOUNT + "|" + DATE, cells[column]):
                    same(dutch[number - 1][0][column], cells[column])
        check("Gezinsnr" == dutch[2][0][0] and "Herkomst" == dutch[2][0][-1], "the Dutch header")


def test_the_same_seed_gives_the_same_bytes():
    with Folder() as folder:
        a, b = (made(folder, name, "--with", "messy", households=300) for name in "ab")
        for name in ("export.csv", "export_nl.csv", "export.xlsx", "planted.csv"):
            check(raw(a, name) == raw(b, name), name, "is not the same")
        more = made(folder, "c", "--with", "messy", households=450)
        for name in ("export.csv", "export_nl.csv", "planted.csv"):
            begin = raw(a, name).rstrip(b"\r\n").rpartition(b"\n")[0]  # but for the total
            check(raw(more, name).startswith(begin), name, "does not begin a longer one")


def test_nothing_beside_unless_asked():
    with Folder() as folder:
        where = made(folder, "a", households=20)
        same(sorted(os.listdir(where)), ["README.txt", "households.csv", "persons.csv", "relations.csv"])
        done = ayant("synth", "--households", 20, "--output", folder.at("b"), "--with", "mesy")
        same(done.status, 2)
        many = ayant("synth", "--households", 450000, "--output", folder.at("c"), "--with", "messy")
        check(many.status == 2 and "Y20" in many.err and os.listdir(folder.at("c")) == [], many.err)
        check("mesy" in done.err and not os.path.exists(folder.at("b/persons.csv")), done.err)


# ---- the survey ----

def design_of(where):
    """Rows of the survey by household, persons of each, and the design's counts."""
    rows = {row["household_id"]: row for row in table_of(os.path.join(where, "survey_households.csv"))}
    persons = {}
    for row in table_of(os.path.join(where, "survey_persons.csv")):
        persons.setdefault(row["household_id"], []).append(row)
    return rows, persons


def test_a_survey_is_of_the_people_made():
    with Folder() as folder:
        where = made(folder, "a", "--with", "survey", "--survey-households", 400, "--missing", "0")
        rows, persons = design_of(where)
        whole = {row["household_id"]: row for row in table_of(os.path.join(where, "households.csv"))}
        people = {row["person_id"]: row for row in table_of(os.path.join(where, "persons.csv"))}
        check(180 < len(rows) < 320, len(rows), "households answered of 400")
        same(set(persons), set(rows))
        for name, row in rows.items():
            same({column: row[column] for column in whole[name]}, whole[name])
        for members in persons.values():
            for member in members:
                same(member, people[member["person_id"]])


def test_weights_add_up_to_the_people():
    with Folder() as folder:
        where = made(folder, "a", "--with", "survey", "--survey-households", 800)
        rows, persons = design_of(where)
        total = sum(float(row["weight"]) for row in rows.values())
        check(abs(total - HOUSEHOLDS) < 0.001 * len(rows), "the weights add up to", total)
        for row in rows.values():
            check(float(row["weight"]) >= float(row["design_weight"]) - 0.001 and float(row["design_weight"]) >= 1,
                  "a weight below the design's:", row)
            check(int(row["psu_households_drawn"]) <= int(row["psu_households"]), row)
            whole = row["psu_households_drawn"] == row["psu_households"]
            check(whole or 2 <= int(row["stratum_psus_drawn"]) <= int(row["stratum_psus"]), row)
        people = len(table_of(os.path.join(where, "persons.csv")))
        estimate = sum(float(row["weight"]) * len(persons[name]) for name, row in rows.items())
        check(abs(estimate / people - 1) < 0.15, "persons", people, "estimated", estimate)


def test_replicates_leave_one_unit_out():
    with Folder() as folder:
        where = made(folder, "a", "--with", "survey", "--survey-households", 300)
        rows, _ = design_of(where)
        totals, left_out = {}, {}
        for row in table_of(os.path.join(where, "replicate_weights.csv")):
            own = rows[row["household_id"]]
            same((row["stratum"], row["psu"]), (own["stratum"], own["psu"]))
            weight = float(row["weight"])
            same(weight == 0, row["psu"] == row["psu_jck"] and row["stratum"] == row["stratum_jck"])
            totals[row["replicate"]] = totals.get(row["replicate"], 0) + weight
            left_out.setdefault(row["replicate"], (row["stratum_jck"], row["psu_jck"], row["scale_jck"]))
        for stratum, _, scale in left_out.values():
            own = [row for row in rows.values() if row["stratum"] == stratum]
            for row in own[:1]:
                n = int(row["stratum_psus_drawn"])
                check(abs(float(scale) - (n - 1) / n) < 1e-6, stratum, scale, n)
        # a replicate stands for the same households, but for the units of the stratum that are larger or smaller
        check(all(abs(total / HOUSEHOLDS - 1) < 0.1 for total in totals.values()), totals)
        check(len(totals) > 20, len(totals), "replicates")


def test_another_seed_of_the_survey_draws_others_of_the_same_people():
    with Folder() as folder:
        options = ("--with", "survey", "--survey-households", 300)
        a, b, c = (made(folder, name, *options, "--survey-seed", seed) for name, seed in (("a", 1), ("b", 1), ("c", 2)))
        for name in ("survey_households.csv", "survey_persons.csv", "survey_relations.csv", "replicate_weights.csv"):
            same(raw(a, name) == raw(b, name), True, name)
        same(raw(a, "persons.csv") == raw(c, "persons.csv"), True)
        check(set(design_of(a)[0]) != set(design_of(c)[0]), "the same households")


def test_screen_reads_a_survey():
    with Folder() as folder:
        where = made(folder, "a", "--with", "survey", "--survey-households", 200)
        done = ayant("screen", "--persons", os.path.join(where, "survey_persons.csv"), "--households",
                     os.path.join(where, "survey_households.csv"), "--relations",
                     os.path.join(where, "survey_relations.csv"), "--rules", "rules/be", "--on", "2026-03-01",
                     "--format", "csv", "--rejects", folder.at("rejects.csv")).expect(0)
        same(folder.rejects(), [])
        check(len(done.rows()) > 300, "few rows")


# ---- the panel ----

MONTHS = ["%d-%02d" % (2026 + month // 12, month % 12 + 1) for month in range(3, 27)]
FILES = (("households.csv", "household_id"), ("persons.csv", "person_id"))


def by_id(path, key):
    rows = table_of(path)
    out = {row[key]: row for row in rows}
    same(len(out), len(rows), path)
    return out


def relations_of(path):
    return {tuple(row.values()) for row in table_of(path)}


def applied(state, events):
    """The state after the events of a month, from nothing but what events.csv says."""
    households, persons, relations = dict(state[0]), dict(state[1]), set(state[2])
    columns = [list(next(iter(rows.values()))) for rows in (households, persons)]
    for event in events:
        detail, name = event["detail"], event["person_id"] or event["household_id"]
        if detail.startswith("relation ends="):
            relations = {row for row in relations if row[:2] != (event["person_id"], detail.split("=")[1])}
            continue
        rows, key = (persons, 1) if event["person_id"] else (households, 0)
        if detail == "gone":
            del rows[name]
            continue
        cells = dict(cell.split("=", 1) for cell in detail.split("; ") if cell != "new")
        check(detail.startswith("new") == (name not in rows), event)
        rows[name] = dict(rows.get(name) or dict.fromkeys(columns[key], ""), **cells)
        rows[name]["person_id" if key else "household_id"] = name
    return households, persons, relations


def read_month(folder):
    return tuple(by_id(os.path.join(folder, name), key) for name, key in FILES) + (
        relations_of(os.path.join(folder, "relations.csv")),)


def test_the_events_of_a_month_lead_to_the_next():
    count = 400
    with Folder() as folder:
        where = made(folder, "a", "--with", "panel", "--panel-households", count, households=count)
        same(sorted(os.listdir(os.path.join(where, "panel"))), MONTHS + ["events.csv"])
        events = table_of(os.path.join(where, "panel", "events.csv"))
        state, kinds = read_month(where), {event["event"] for event in events}
        for month in MONTHS:
            expected = applied(state, [event for event in events if event["month"] == month])
            state = read_month(os.path.join(where, "panel", month))
            for got, want in zip(state, expected):
                same(got, want, month)
            people, homes = state[1], state[0]
            same({row["household_id"] for row in people.values()}, set(homes), month)
            for row in people.values():
                for link in ("partner_id", "mother_id", "father_id", "titular_id", "family_benefit_recipient_id"):
                    if row[link]:
                        same(people[row[link]]["household_id"], row["household_id"], month + " " + link)
                if row["partner_id"]:
                    same(people[row["partner_id"]]["partner_id"], row["person_id"], month)
        check(kinds >= {"indexation", "birth", "death", "separation", "moves_in", "job_lost", "job_found", "move",
                        "turns_18", "pension_age_66", "benefit_ends"}, kinds)


def test_every_event_says_whom_and_what():
    with Folder() as folder:
        where = made(folder, "a", "--with", "panel", "--panel-households", 400, households=400)
        for event in table_of(os.path.join(where, "panel", "events.csv")):
            check(event["household_id"] and event["detail"] and event["month"] in MONTHS, event)
            if event["event"] in ("job_lost", "job_found", "benefit_ends") and event["person_id"]:
                check("unemployment_month=" in event["detail"] or "wage_net_month=" in event["detail"], event)
            if event["event"] == "indexation":
                check("_month=" in event["detail"] and event["person_id"], event)


def test_a_short_panel_begins_a_long_one():
    with Folder() as folder:
        short = made(folder, "a", "--with", "panel", "--panel-households", 60, households=80)
        long = made(folder, "b", "--with", "panel", "--panel-households", 90, households=120)
        for name in ["events.csv"] + [month + "/" + file for month in (MONTHS[0], MONTHS[-1])
                                      for file in ("households.csv", "persons.csv", "relations.csv")]:
            a, b = raw(short, "panel", name), raw(long, "panel", name)
            check(b.startswith(a) and len(b) >= len(a), name)


def test_a_month_of_the_panel_is_a_caseload():
    with Folder() as folder:
        where = made(folder, "a", "--with", "panel", "--panel-households", 150, households=150)
        for month in (MONTHS[0], MONTHS[-1]):
            files = os.path.join(where, "panel", month)
            done = ayant("import", folder.at("p.db"), "--persons", os.path.join(files, "persons.csv"), "--households",
                         os.path.join(files, "households.csv"), "--relations", os.path.join(files, "relations.csv"),
                         "--rules", "rules/be", "--rejects", folder.at("rejects.csv"))
            same(done.status, 0, done.err)
            same(folder.rejects(), [], month)


ADDRESS = ("postal_code", "nis_commune", "sector", "street", "number", "box")


def told(before, after):
    """What a re-import must find: who is new, gone, moved, and whose own amounts are others, known before and after."""
    found = {"new": set(after[1]) - set(before[1]), "gone": set(before[1]) - set(after[1]), "moved": set(),
             "income": set()}
    for name in set(before[1]) & set(after[1]):
        old, new = (dict(state[0][state[1][name]["household_id"]], **state[1][name]) for state in (before, after))
        differ = {fact for fact in old if old[fact] and new[fact] and old[fact] != new[fact]}
        if differ & set(ADDRESS + ("household_id",)):
            found["moved"].add(name)
        found["income"] |= {(name, fact) for fact in differ if fact.endswith("_month") and fact in before[1][name]}
    return found


def test_a_re_import_finds_the_events_of_the_month():
    if "--changes" not in ayant("import", "--help").out:
        return  # a build without that option
    with Folder() as folder:
        where = made(folder, "a", "--with", "panel", "--panel-households", 250, households=250)
        state = None
        for files in [where] + [os.path.join(where, "panel", month) for month in MONTHS[:6]]:
            names = [part for kind in ("persons", "households", "relations")
                     for part in ("--" + kind, os.path.join(files, kind + ".csv"))]
            done = ayant("import", folder.at("p.db"), *names, "--rules", "rules/be", "--changes", folder.at("c.csv"),
                         "--on", "2026-03-01")
            same(done.status, 0, done.err)
            before, state = state, read_month(files)
            if not before:
                continue
            got = {"new": set(), "gone": set(), "moved": set(), "income": set()}
            for row in table_of(folder.at("c.csv")):
                if row["change"] == "income" and row["fact"].endswith("_month"):
                    got["income"].add((row["person_id"], row["fact"]))
                elif row["change"] in ("new", "gone", "moved"):
                    got[row["change"]].add(row["person_id"])
            want = told(before, state)
            for row in got["income"] - want["income"]:  # an amount that was unknown before, or is now
                old, new = (people[1][row[0]][row[1]] for people in (before, state))
                check(old != new and "" in (old, new), row, "is said to have changed in", files[-7:])
            got["income"] &= want["income"]
            same(got, want, files[-7:])

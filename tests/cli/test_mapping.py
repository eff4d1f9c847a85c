"""Files of an office: seen through a mapping, proposed by the command, without an edit."""
import collections
import csv
import json
import os
import sqlite3

from support import RULES, SLOW, Folder, ayant, check, same, screen

HOUSEHOLDS = 150 if SLOW else 600
# What happens to lines and changes no cell: said in the notes by a count, not line by line.
SAID_AS_A_COUNT = {"utf8_line": "and %d are UTF-8"}

FLAT = ("Ménage;Matricule;Nom;Sexe;Lien;Naissance;Salaire net;Loyer;Remarque\n"
        "1;a;Essai;F;chef de ménage;03/05/1987;1.234,56 €;650,00;secret médical\n"
        "1;b;Essai;M;conjoint(e);31/02/1985;?;650,00;\n"
        "2;c;Nul;M;chef de ménage;01/01/1950;voir dossier;;\n")


def suggest(folder, export, language="fr"):
    path = folder.at("map.lua")
    ayant("import", "--suggest", export, "--language", language, "--output", path, "--rules", RULES).expect(0)
    return path


def imported(folder, export, *more, store="a.db"):
    return ayant("import", folder.at(store), "--file", export, "--map", folder.at("map.lua"), "--rejects",
                 folder.at("rejects.csv"), "--repairs", folder.at("repairs.csv"), "--rules", RULES, *more)


def listed(folder):
    """Kinds and reasons by line and column ('' for a line as a whole)."""
    found = collections.defaultdict(set)
    for row in folder.rejects("repairs.csv"):
        found[row["line"], row["column"]].add(row["kind"])
    for row in folder.rejects("rejects.csv"):
        found[row["line"], row["column"]].add(row["reason"])
        found[row["line"], ""].add(row["reason"])
    return found


def messy(folder):
    ayant("synth", "--households", HOUSEHOLDS, "--seed", 7, "--with", "messy", "--output", folder.path).expect(0)
    return folder.rejects("planted.csv")


def test_the_messy_export_needs_no_edit():
    with Folder() as folder:
        planted = messy(folder)
        suggest(folder, folder.at("export.csv"))
        done = imported(folder, folder.at("export.csv")).expect(0)
        found, rejected = listed(folder), {(row["line"], row["column"]) for row in folder.rejects("rejects.csv")}
        lost = [row for row in planted if not found.get((row["line"], row["column"]))
                and row["kind"] not in SAID_AS_A_COUNT]
        check(not lost, len(lost), "of", len(planted), "planted are not found:", lost[:5])
        for kind, note in SAID_AS_A_COUNT.items():
            count = sum(row["kind"] == kind for row in planted)
            check(count and note % count in done.err, "not said:", note % count)
        # what must be rejected is; of the household's facts, later rows are only held against the first
        first = ("CP", "Commune", "Loyer", "Date MAJ", "")
        kept = [row for row in planted if row["expected"] == "rejected" and row["column"] not in first
                and (row["line"], row["column"]) not in rejected]
        check(not kept, len(kept), "that must be rejected are not:", kept[:5])
        wrong = [row for row in planted if row["expected"] == "repaired" and (row["line"], row["column"]) in rejected
                 and not any(other["expected"] == "rejected" and other["line"] == row["line"]
                             and other["column"] in (row["column"], "") for other in planted)]
        check(not wrong, len(wrong), "that must be repaired are rejected:", wrong[:5])


def test_the_messy_export_says_what_the_clean_files_say():
    with Folder() as folder:
        planted = messy(folder)
        suggest(folder, folder.at("export.csv"))
        imported(folder, folder.at("export.csv")).expect(0)
        base = sqlite3.connect(folder.at("a.db"))
        base.close()
        rows = {row["person_id"]: row for row in screen(folder.at("a.db")).rows()}
        with open(folder.at("persons.csv"), encoding="utf-8", newline="") as file:
            clean = {row["person_id"]: row for row in csv.DictReader(file)}
        check(set(rows) <= set(clean), "people who were never there:", sorted(set(rows) - set(clean))[:3])
        gone = len(clean) - len(rows)
        without = sum(row["kind"] in ("no_person", "other_household") for row in planted)
        check(gone <= without, gone, "people are gone,", without, "rows were planted without a person")


def test_dutch_headers_and_a_workbook():
    with Folder() as folder:
        messy(folder)
        counts = []
        for export, language in (("export.csv", "fr"), ("export_nl.csv", "nl"), ("export.xlsx", "fr")):
            suggest(folder, folder.at(export), language)
            err = imported(folder, folder.at(export), store=export + ".db").expect(0).err
            counts.append([line.split()[-1] for line in err.splitlines()
                           if line.startswith(("households ", "persons ", "relations ", "rows refused"))])
        same(counts[1], counts[0], "the Dutch export")
        same(counts[2], counts[0], "the workbook")


def flat(folder, text=FLAT):
    return folder.write("export.csv", text)


def test_the_proposal_tells_nothing_of_people():
    with Folder() as folder:
        done = ayant("import", "--suggest", flat(folder), "--language", "fr", "--rules", RULES).expect(0)
        for secret in ("Essai", "Nul", "1.234", "650", "secret", "03/05"):
            check(secret not in done.out + done.err, "the proposal shows", secret)
        check('["Salaire net"]' in done.out and '"wage_net_month"' in done.out, done.out)
        check("columns of" in done.err, done.err)


def test_repairs_tell_no_value():
    with Folder() as folder:
        suggest(folder, flat(folder))
        done = imported(folder, folder.at("export.csv")).expect(0)
        repairs = folder.read("repairs.csv")
        same(repairs.splitlines()[0], "file,line,column,kind")
        check(",2,Salaire net,currency" in repairs and ",3,Salaire net,placeholder" in repairs, repairs)
        for secret in ("Essai", "1.234", "secret"):
            check(secret not in repairs + done.err, "shown:", secret)
        same([(row["line"], row["column"]) for row in folder.rejects("rejects.csv")],
             [("3", "Naissance"), ("4", "Salaire net")])
        same(os.stat(folder.at("repairs.csv")).st_mode & 0o777, 0o600, "others may read the repairs")


def test_standard_input_is_read_more_than_once():
    with Folder() as folder:
        suggest(folder, flat(folder))
        done = ayant("import", folder.at("a.db"), "--file", "-", "--map", folder.at("map.lua"), "--rules", RULES,
                     stdin=FLAT.encode()).expect(0)
        check("persons                     3" in done.err, done.err)


def test_a_dry_run_imports_nothing():
    with Folder() as folder:
        suggest(folder, flat(folder))
        done = ayant("import", "--dry-run", "--file", folder.at("export.csv"), "--map", folder.at("map.lua"), "--rules",
                     RULES, "--format", "csv").expect(0)
        same(sorted(os.listdir(folder.path)), ["export.csv", "map.lua"])
        rows = {row["fact"]: row for row in done.rows()}
        same([rows["wage_net_month"][key] for key in ("column", "parsed", "empty", "rejected")],
             ["Salaire net", "1", "1", "1"])
        same(rows["birth_date"]["rejected"], "1")
        same(rows["rent_month"]["parsed"], "1")
        check("Essai" not in done.out and "1.234" not in done.out, "the table shows what is in the file:", done.out)
        check("9.999,99" in done.out, "no example:", done.out)
        table = json.loads(ayant("import", "--dry-run", "--file", folder.at("export.csv"), "--map",
                                 folder.at("map.lua"), "--rules", RULES, "--format", "json").expect(0).out)
        same(len(table), len(done.rows()))
        check([row for row in table if row["column"] == "Remarque"][0]["fact"] == "", table)


def test_a_dry_run_of_a_caseloads_own_files():
    with Folder() as folder:
        persons = folder.write("p.csv", "person_id,household_id,wage_net_month,colour\na,1,x,\nb,1,2.50,\nb,1,3.00,\n")
        households = folder.write("h.csv", "household_id,postal_code\n1,1080\n")
        rows = {row["column"]: row for row in ayant("import", "--dry-run", "--persons", persons, "--households",
                                                    households, "--rules", RULES, "--format", "csv").expect(0).rows()}
        same([rows["wage_net_month"][key] for key in ("parsed", "empty", "rejected")], ["1", "0", "1"])
        same(rows["colour"]["fact"], "")
        same(rows["postal_code"]["parsed"], "1")


def test_two_files_through_one_mapping():
    with Folder() as folder:
        folder.write("map.lua", "mapping { columns = { ['Ménage'] = 'household_id', Code = 'person_id', "
                                "CP = 'postal_code', Salaire = 'wage_net_month' } }")
        persons = folder.write("p.csv", "Code;Ménage;Salaire\na;1;12,50\n")
        households = folder.write("h.csv", "Ménage;CP\n1;1080\n2;1070\n")
        done = ayant("import", folder.at("a.db"), "--persons", persons, "--households", households, "--map",
                     folder.at("map.lua"), "--rules", RULES).expect(0)
        check("households                  2" in done.err and "cells refused               0" in done.err, done.err)


def refused(folder, words, *options):
    done = ayant("import", *options, "--rules", RULES)
    same(done.status, 2, words)
    check(words in done.err, "standard error does not say", repr(words), ":", done.err)


def test_what_is_asked_wrongly_is_refused():
    with Folder() as folder:
        export = flat(folder)
        suggest(folder, export)
        store, mapping = folder.at("a.db"), folder.at("map.lua")
        refused(folder, "needs a mapping", store, "--file", export)
        refused(folder, "needs CASELOAD", "--file", export, "--map", mapping)
        refused(folder, "need a file of their own", store, "--file", export, "--map", mapping, "--rejects", export)
        refused(folder, "need a file of their own", store, "--file", export, "--map", mapping, "--repairs", mapping)
        refused(folder, "cannot be read", store, "--file", export, "--map", folder.at("none.lua"))
        refused(folder, "cannot be opened", store, "--file", folder.at("none.csv"), "--map", mapping)
        refused(folder, "are both needed", store)
        folder.write("bad.lua", "mapping { columns = {\n a = 'origine' } }")
        refused(folder, "bad.lua:2", store, "--file", export, "--map", folder.at("bad.lua"))
        check(not os.path.exists(store), "a refused import made a caseload")


def test_the_example_of_the_guide_is_a_mapping():
    with open("rules/MAPPING.md", encoding="utf-8") as file:
        text = file.read()
    with Folder() as folder:
        folder.write("map.lua", text.split("```lua\n")[1].split("```")[0])
        export = folder.write("export.csv", text.split("```csv\n")[1].split("```")[0])
        done = imported(folder, export).expect(0)
        check("cells refused               0" in done.err and "rows refused                0" in done.err, done.err)

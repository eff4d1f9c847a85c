"""Services that go to people: listed, filtered, checked; and what the panorama's figures say of each other."""
import csv
import json
import os
import shutil

from support import ON, ROOT, Folder, ayant, check, same

FILES = os.path.join(ROOT, "datasets", "outreach")
# Inhabitants of the five areas of care on 1 January 2024, as published.
INHABITANTS = {"nord": 223509, "nord-est": 201921, "sud-est": 188155, "sud": 319935, "centre-ouest": 312616}
COLUMNS = ["kind", "id", "name", "operator", "unit", "territory", "postal_codes", "languages", "contact", "valid_from",
           "valid_to", "checked_on", "to_check", "source"]


def outreach(*options, on=ON):
    return ayant("outreach", "--on", on, *options)


def records(name):
    with open(os.path.join(FILES, "outreach_%s.csv" % name), encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file, delimiter=";"))


def device(name):
    return next(row for row in records("devices") if row["id"] == name)


def units(name):
    return [row for row in records("territories") if row["device_id"] == name]


def test_every_device_and_helpline_is_listed():
    done = outreach("--format", "csv").expect(0)
    rows = done.rows()
    same(list(rows[0]), COLUMNS)
    same({row["id"] for row in rows if row["kind"] == "device"}, {row["id"] for row in records("devices")})
    same({row["id"] for row in rows if row["kind"] == "helpline"}, {row["id"] for row in records("helplines")})
    same(len([row for row in rows if row["id"] == "raq"]), 18)
    check(all(row["source"] and row["checked_on"] for row in rows), "a record has no source or no date of check")
    same([dict(row) for row in rows], json.loads(outreach("--format", "json").expect(0).out))


def test_a_funding_that_ended_is_marked_and_stays_listed():
    before, after = outreach("--format", "csv", on="2025-12-31").expect(0), outreach("--format", "csv").expect(0)
    marked = {row["unit"] for row in after.rows() if row["id"] == "chw" and "expired" in row["to_check"].split(";")}
    same(len(marked), 4)
    check(not any("expired" in row["to_check"] for row in before.rows() if row["id"] == "chw"), "marked a day too early")
    check("outreach_devices.csv:3: 'chw': " in after.err and "2025-12-31" in after.err, after.err)


def test_old_records_and_devices_without_territory_are_said():
    done = outreach("--format", "csv", "--language", "en").expect(0)
    check("outreach_devices.csv:6: 'brico': no territory is given" in done.err, done.err)
    check("'cpps': last checked: 2025-01, perhaps more than twelve months ago" in done.err, done.err)
    check("'cpps': territories to check again: 5" in done.err, done.err)
    check("old" not in "".join(row["to_check"] for row in outreach("--format", "csv", on="2025-06-01").rows()
                               if row["id"] == "raq"), "a record of this year is called old")


def test_our_own_files_have_no_unknown_place_and_no_bad_number():
    done = outreach("--format", "csv").expect(0)
    for row in done.rows():
        for mark in ("unknown_place", "other_place", "bad_phone", "unchecked"):
            check(mark not in row["to_check"], row["id"], row["unit"], row["to_check"])


def test_one_postal_code():
    rows = outreach("--format", "csv", "--postal-code", "1080").expect(0).rows()
    places = {row["territory"] for row in rows}
    check("Molenbeek-Saint-Jean - Quartier maritime" in places, places)
    check("Bruxelles - Marolles" not in places, places)
    check(any(row["id"] == "cover" for row in rows), "a service of the Region is left out")
    check(any(row["kind"] == "helpline" for row in rows), "helplines are left out")
    partly = {(row["id"], row["unit"]) for row in outreach("--format", "csv", "--postal-code", "1000").rows()}
    check(("cpps", "sud") in partly and ("cpps", "centre-ouest") in partly, "1000 is not of one area only")
    done = outreach("--postal-code", "108").expect(2)
    check("[T07]" in done.err and not done.out, done.err)


def test_three_languages():
    for language, title, said in (("fr", "à vérifier", "aucun territoire n'est indiqué"),
                                  ("nl", "na te kijken", "er is geen gebied vermeld"),
                                  ("en", "to check", "no territory is given")):
        done = outreach("--format", "table", "--language", language).expect(0)
        check(title in done.out.splitlines()[0] and said in done.err, language, done.out.splitlines()[0])


def changed(change):
    """The command on our files after `change(folder)`; exit 2, nothing on standard output."""
    with Folder() as folder:
        shutil.copytree(FILES, folder.at("files"))
        change(folder.at("files"))
        done = outreach("--folder", folder.at("files"), "--output", folder.at("out.csv")).expect(2)
        check(not done.out and not os.path.exists(folder.at("out.csv")), "a broken file gave a list")
        return done.err


def replaced(name, old, new):
    def change(folder):
        path = os.path.join(folder, "outreach_%s.csv" % name)
        with open(path, encoding="utf-8") as file:
            text = file.read()
        check(old in text, old)
        with open(path, "w", encoding="utf-8") as file:
            file.write(text.replace(old, new, 1))
    return change


def test_a_broken_file_is_refused_with_its_line():
    err = changed(replaced("territories", "\nchw;anderlecht", "\nchv;anderlecht"))
    check("outreach_territories.csv:21" in err and "[T06]" in err and "chv" in err, err)
    err = changed(replaced("devices", "2025-12-31;2025;", "31/12/2025;2025;"))
    check("outreach_devices.csv:3" in err and "[T04]" in err, err)
    err = changed(replaced("helplines", "phone;", "telephone;"))
    check("outreach_helplines.csv:1" in err and "[T02]" in err, err)
    err = changed(lambda folder: os.remove(os.path.join(folder, "outreach_helplines.csv")))
    check("outreach_helplines.csv" in err and "[I01]" in err, err)
    same(ayant("outreach", "--folder", "nowhere").status, 2)


def test_what_must_not_exist_is_not_there():
    for name in ("devices", "territories", "helplines", "campaigns"):
        with open(os.path.join(FILES, "outreach_%s.csv" % name), encoding="utf-8") as file:
            text = file.read().lower()
        for word in ("origine", "nationalit", "maladie de crohn", "fraud"):
            check(word not in text, name, "holds", word)


# ---- derived: computed from the published figures, published nowhere ----------------------------------------------

def test_derived_inhabitants():
    same(sum(INHABITANTS.values()), 1246136)  # D1
    same((min(INHABITANTS.values()), max(INHABITANTS.values())), (188155, 319935))  # D2


def test_derived_prevention_workers_by_area():
    planned = {row["unit"]: int(row["workers"]) for row in units("cpps")}
    same(planned.keys(), INHABITANTS.keys())
    same(sum(planned.values()), 19)  # D3
    same({unit: round(INHABITANTS[unit] / planned[unit]) for unit in planned},  # D4
         {"nord": 55877, "nord-est": 50480, "sud-est": 62718, "sud": 106645, "centre-ouest": 62523})
    same((round(1246136 / 19), round(1246136 / 15)), (65586, 83076))  # D4
    shares = {unit: 19 * people / 1246136 for unit, people in INHABITANTS.items()}  # D5: largest remainder
    given = {unit: int(share) for unit, share in shares.items()}
    for unit in sorted(shares, key=lambda unit: given[unit] - shares[unit])[:19 - sum(given.values())]:
        given[unit] += 1
    same(given, {"nord": 3, "nord-est": 3, "sud-est": 3, "sud": 5, "centre-ouest": 5})
    same({unit: planned[unit] - given[unit] for unit in given},
         {"nord": 1, "nord-est": 1, "sud-est": 0, "sud": -2, "centre-ouest": 0})
    same(device("cpps")["workers"], "15 (19 planned)")
    same("%.1f" % (100 * 15 / 19), "78.9")  # D13


def test_derived_neighbourhood_workers():
    quarters = [unit for row in units("raq") for unit in row["unit"].split("+")]
    same(sorted(map(int, quarters)), list(range(1, 20)))
    same(sum(int(row["workers"]) for row in units("raq")), int(device("raq")["workers"]))
    reach = (len(quarters) * 10000, len(quarters) * 15000)
    same(reach, (190000, 285000))  # D6: people who live there, not people met
    same(["%.1f" % (100 * people / 1246136) for people in reach], ["15.2", "22.9"])
    same((2 * len(quarters), 3 * len(quarters)), (38, 57))  # D7
    same("%.1f" % (100 * (len(quarters) - 26) / 26), "-26.9")  # D8
    same(len({row["host_or_partner"] for row in units("raq")}), 10 + 2 + 6)  # D11


def test_derived_health_advisers():
    advisers = device("ces")
    same((advisers["workers"], advisers["fte"]), ("16", "10"))
    same(int(advisers["fte"]) / int(advisers["workers"]), 0.625)  # D9
    same("%.1f" % (100 * (int(advisers["fte"]) - 20) / 20), "-50.0")  # D8


def test_derived_zones_of_health_workers():
    zones = len(units("chw"))
    same(zones, 4)
    check(zones * 4 < 21, "D10: 4 zones of at most 4 quarters cannot hold the 21 quarters that are published too")


def test_derived_languages():
    spoken = set(device("raq")["languages"].split("|")) | set(device("ces")["languages"].split("|"))
    same(spoken, {"fr", "nl", "en", "ar", "tr", "it", "ru", "es", "ln", "hy"})  # D15

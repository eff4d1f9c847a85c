"""Cells as people write them: repaired and counted, or in the rejects; never another figure than the one written."""
import random

from support import NOTHING, Folder, check, imports, person, same, screen

# What is written, and what it means.
WRITTEN = {
    "birth_date": [("17.05.1990", "1990-05-17"), ("17/5/1990", "1990-05-17"), ("1990/05/17", "1990-05-17"),
                   ("17 mai 1990", "1990-05-17"), ("17 MEI 1990", "1990-05-17"), ("33010", "1990-05-17"),
                   ("1990-05-17 00:00:00", "1990-05-17"), ("\u00a017/05/1990 ", "1990-05-17")],
    "pension_month": [("1 234,56 €", "1234.56"), ("€ 1.234,56", "1234.56"), ("1234,56 EUR", "1234.56"),
                      ("1\u00a0234,56\u00a0€", "1234.56"), ("1\u202f234,56", "1234.56"), ("1'234,56", "1234.56"),
                      ("1.234,-", "1234.00"), ("1234.56", "1234.56")],
    "receives_ris": [("N", "no"), ("n", "no"), ("Nee", "no"), ("faux", "no"), ("O", "yes"), ("X", "yes"), ("ja", "yes")],
    "wage_net_month": [("?", ""), ("n/a", ""), ("NULL", ""), ("non communiqué", ""), ("niet gekend", ""), ("-", "")],
}


def screened(folder, people, households=None):
    done = screen(*folder.people(people, households))
    check(done.status in (0, 1), done.err)
    return done


def test_each_spelling_gives_what_it_means():
    plain = [person("p%d" % i, "h%d" % i, **{fact: meant}) for i, (fact, meant) in
             enumerate((fact, meant) for fact, spellings in WRITTEN.items() for _, meant in spellings)]
    written = [person("p%d" % i, "h%d" % i, **{fact: spelling}) for i, (fact, spelling) in
               enumerate((fact, spelling) for fact, spellings in WRITTEN.items() for spelling, _ in spellings)]
    with Folder() as folder:
        clean = screened(folder, plain)
        messy = screened(folder, written)
        same(messy.out, clean.out)
        check("'birth_date': 1: needless spaces, 6: a date in another form, 1: the day number of a spreadsheet"
              in messy.err, messy.err)
        check("'wage_net_month': 6: a word that stands for an empty cell" in messy.err, messy.err)
        check("a euro sign" in messy.err and "thousands set apart" in messy.err, messy.err)


def test_any_cell_may_say_that_nothing_is_known():
    facts = ("niss", "last_name", "phone", "email", "birth_date", "stay", "partner_id", "mother_id", "contact_language")
    unknown = {fact: word for fact, word in zip(facts, ("?", "inconnu", "n/a", "-", "NULL", "onbekend", "?", "NULL", "-"))}
    with Folder() as folder:
        empty = screened(folder, [person("p1", "h1", **dict.fromkeys(facts, ""))])
        said = screened(folder, [person("p1", "h1", **unknown)])
        same(said.out, empty.out)
        imports(folder.at("a.db"), *folder.people([person("p1", "h1", **unknown)]), "--rejects",
                folder.at("rejects.csv")).expect(0)
        same(folder.rejects(), [])
    for fact in facts:
        check("'%s': 1: a word that stands for an empty cell" % fact in said.err, fact, said.err)


def test_what_could_mean_two_things_is_rejected():
    wrong = {"birth_date": ["03/05/87", "1987", "31/02/1987", "05/1987"],
             "pension_month": ["voir dossier", "-12", "12 34,56", "12345678,00"]}
    for fact, cells in wrong.items():
        people = [person("p%d" % i, "h1", dict(NOTHING, **{fact: cell})) for i, cell in enumerate(cells)]
        with Folder() as folder:
            imports(folder.at("a.db"), *folder.people(people), "--rejects", folder.at("rejects.csv")).expect(0)
            rejects = folder.rejects()
        same([(row["line"], row["column"], row["value"]) for row in rejects],
             [(str(i + 2), fact, cell) for i, cell in enumerate(cells)])


def test_communes_by_name():
    households = [{"household_id": "h%d" % i, "postal_code": code, "nis_commune": name} for i, (code, name) in
                  enumerate([("1050", "Ixelles"), ("B-1050", "ELSENE"), ("1080", "1080 Molenbeek"), ("1050", "Uccle"),
                             ("1000", "1000"), ("1210", "St-Josse"), ("1060", "inconnu"), ("1030", "Scharbeek")])]
    people = [person("p%d" % i, "h%d" % i) for i in range(len(households))]
    with Folder() as folder:
        done = imports(folder.at("a.db"), *folder.people(people, households), "--rejects",
                       folder.at("rejects.csv")).expect(0)
        rejects = folder.rejects()
    same([(row["line"], row["column"]) for row in rejects], [("6", "nis_commune"), ("9", "nis_commune")])
    check("several communes share" in rejects[0]["reason"], rejects[0])
    check("'nis_commune': 1: a word that stands for an empty cell, 5: the name of a commune, kept as its code, "
          "1: the postal code is not of the commune, both kept" in done.err, done.err)
    check("'postal_code': 1: a number in another spelling" in done.err, done.err)


def test_repairs_show_no_value():
    people = [person("p1", "h1", niss="4022900231", last_name="Zoe\u0301  Quelconque", phone="470123456",
                     email="zoe@example.org")]
    with Folder() as folder:
        done = imports(folder.at("a.db"), *folder.people(people), "--rejects", folder.at("rejects.csv")).expect(0)
        same(folder.rejects(), [])
    check("'niss': 1: a lost zero in front" in done.err and "'last_name': 1: needless spaces, 1: accents apart" in done.err,
          done.err)
    for secret in ("4022900231", "Quelconque", "470123456", "zoe@"):
        check(secret not in done.out + done.err, "a value is shown:", secret)


def test_national_numbers_agree_with_stdnum():
    """Only where python3-stdnum is installed; it knows the register, not bis numbers."""
    try:
        from stdnum.be import nn
    except ImportError:
        return
    draw, numbers = random.Random(1), []
    for _ in range(4000):
        nine = "%02d%02d%02d%03d" % (draw.randrange(100), draw.randrange(14), draw.randrange(1, 29), draw.randrange(1, 998))
        check_digits = 97 - int(draw.choice(["", "2"]) + nine) % 97 + draw.choice([0, 0, 0, 1, -1])
        numbers.append(nine + "%02d" % (check_digits % 100))
    people = [{"person_id": "p%d" % i, "household_id": "h1", "niss": number} for i, number in enumerate(numbers)]
    households = [{"household_id": "h%d" % i} for i in range(0, 4000, 40)]
    for i, row in enumerate(people):
        row["household_id"] = "h%d" % (i // 40 * 40)
    with Folder() as folder:
        imports(folder.at("a.db"), *folder.people(people, households), "--rejects", folder.at("r.csv")).expect(0)
        rejected = {int(row["line"]) - 2 for row in folder.rejects("r.csv") if row["column"] == "niss"}
    for i, number in enumerate(numbers):
        if 20 < int(number[:2]) < 40:
            continue  # what is to come depends on the day for stdnum, and not for us
        check((i not in rejected) == nn.is_valid(number), "stdnum says otherwise of made-up number", number)



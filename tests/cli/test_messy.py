"""Files as offices have them: recognised and reported, or refused with a line and a column."""
from support import EARNING, NOTHING, Folder, check, imports, person, same, screen, table

PEOPLE = [person("p1", "h1", first_name="Zoé", last_name="L'Épreuve"), person("p2", "h2", EARNING, first_name="Noël"),
          person("p3", "h1", dict(NOTHING, pension_month="812.50", birth_date="1950-02-01"))]


def screened(folder, options):
    return screen(*options).out


def same_as_clean(change, households=None):
    """The file, changed, gives what the clean one gives, and a word about it."""
    with Folder() as folder:
        options = folder.people(PEOPLE)
        clean = screen(*options).expect(0)
        folder.write("persons.csv", change(table(PEOPLE)))
        if households:
            folder.write("households.csv", households(folder.read("households.csv")))
        changed = screen(*options).expect(0)
        same(changed.out, clean.out)
        return changed.err


def test_byte_order_mark():
    same_as_clean(lambda text: b"\xef\xbb\xbf" + text.encode(), lambda text: "\ufeff" + text)


def test_semicolons():
    same_as_clean(lambda text: table(PEOPLE, ";"))


def test_carriage_returns():
    same_as_clean(lambda text: text.replace("\n", "\r\n"), lambda text: text.replace("\n", "\r\n"))


def test_windows_1252():
    same_as_clean(lambda text: text.encode("cp1252"))


def test_utf_16():
    for encoding in ("utf-16-le", "utf-16-be"):
        same_as_clean(lambda text, encoding=encoding: ("\ufeff" + text).encode(encoding))
        same_as_clean(lambda text, encoding=encoding: text.encode(encoding))


def test_decimal_commas():
    same_as_clean(lambda text: table(PEOPLE, ";").replace("812.50", "812,50"))
    same_as_clean(lambda text: text.replace("812.50", '"812,50"'))


def test_thousands():
    same_as_clean(lambda text: text.replace("74000", '"74.000,00"'))


def test_dates_with_slashes():
    same_as_clean(lambda text: text.replace("1950-02-01", "01/02/1950").replace("1990-05-17", "17/05/1990"))


def test_truths_in_other_words():
    for yes, no in (("oui", "non"), ("ja", "nee"), ("1", "0"), ("true", "false"), ("VRAI", "FAUX"), ("Waar", "Onwaar")):
        people = [{key: {"yes": yes, "no": no}.get(value, value) for key, value in row.items()} for row in PEOPLE]
        same_as_clean(lambda text, people=people: table(people))


def test_no_end_of_the_last_line():
    same_as_clean(lambda text: text.rstrip("\n"))


def test_empty_lines_and_spaces():
    same_as_clean(lambda text: text.replace("\n", "\n\n").replace(",belgian,", ", belgian ,"))


def test_quoted_cells_with_lines_in_them():
    same_as_clean(lambda text: text.replace("L'Épreuve", '"L\'Épreuve\nde ""Nul"""'))


def test_a_column_that_is_no_fact_is_named():
    err = same_as_clean(lambda text: "\n".join(line + (",favourite_colour" if i == 0 else ",green") if line else ""
                                               for i, line in enumerate(text.split("\n"))))
    with Folder() as folder:
        options = folder.people([dict(row, favourite_colour="green") for row in PEOPLE])
        err += imports(folder.at("a.db"), *options).expect(0).err
    check("favourite_colour" in err, "the column is not named:", err)


def rejected(people, households=None, relations=None):
    with Folder() as folder:
        done = imports(folder.at("a.db"), *folder.people(people, households, relations), "--rejects",
                       folder.at("rejects.csv")).expect(0)
        return done, folder.rejects()


def one_reject(rejects, line, column):
    check(any(row["line"] == str(line) and row["column"] == column and row["reason"] for row in rejects),
          "no reject at line", line, "column", column, "in", rejects)


def test_a_bad_cell_is_unknown_and_rejected():
    people = [person("p1", "h1"), person("p2", "h1", dict(NOTHING, birth_date="1990-02-30", wage_net_month="much",
                                                          stay="belge", lives_in_belgium="perhaps"))]
    _, rejects = rejected(people)
    for column in ("birth_date", "wage_net_month", "stay", "lives_in_belgium"):
        one_reject(rejects, 3, column)


def test_out_of_range_money_is_rejected():
    _, rejects = rejected([person("p1", "h1", dict(NOTHING, wage_net_month="-12", pension_month="99999999999999999999"))])
    one_reject(rejects, 2, "wage_net_month")
    one_reject(rejects, 2, "pension_month")


def test_a_bad_national_number_is_rejected_and_not_shown():
    done, rejects = rejected([person("p1", "h1", niss="42.01.22.051-82"), person("p2", "h1", niss="42.01.22.051-81")])
    one_reject(rejects, 2, "niss")
    same(len(rejects), 1)
    for text in (done.out, done.err, str(rejects)):
        check("051" not in text, "a national number is shown:", text)


def test_a_duplicate_person_is_rejected():
    _, rejects = rejected([person("p1", "h1"), person("p2", "h1"), person("p1", "h1", EARNING)])
    one_reject(rejects, 4, "person_id")


def test_a_person_of_no_household_is_rejected():
    people = [person("p1", "h1"), person("p2", "h9"), person("p3", "")]
    _, rejects = rejected(people, [{"household_id": "h1", "postal_code": "1080"}])
    one_reject(rejects, 3, "household_id")
    one_reject(rejects, 4, "household_id")


def test_a_person_without_id_is_rejected():
    _, rejects = rejected([person("", "h1"), person("p2", "h1")])
    one_reject(rejects, 2, "person_id")


def test_a_relation_to_nobody_is_rejected():
    _, rejects = rejected([person("p1", "h1"), person("p2", "h1")], None,
                          [{"person_id": "p1", "other_id": "p9", "relation": "sibling"},
                           {"person_id": "p1", "other_id": "p2", "relation": "cousine"}])
    same({row["line"] for row in rejects}, {"2", "3"})


def test_a_long_cell_is_rejected():
    _, rejects = rejected([person("p1", "h1", first_name="x" * (1 << 20)), person("p2", "h1")])
    one_reject(rejects, 2, "first_name")
    check(all(len(row["value"]) < 2000 for row in rejects), "the reject holds the whole cell")


def refused(persons, *words):
    """The file is refused as a whole: exit 2, a line or a name, and the caseload is not touched."""
    with Folder() as folder:
        options = folder.people(PEOPLE)
        imports(folder.at("a.db"), *options).expect(0)
        before = screen(folder.at("a.db")).expect(0).out
        folder.write("persons.csv", persons)
        done = imports(folder.at("a.db"), *options, "--rejects", folder.at("rejects.csv"))
        same(done.status, 2, persons[:60])
        for word in words:
            check(word in done.err, "standard error does not say", repr(word), ":", done.err)
        same(screen(folder.at("a.db")).expect(0).out, before, "the caseload changed")


def test_a_quote_that_never_closes_is_refused():
    refused('person_id,household_id,first_name\np1,h1,Zoé\np2,h1,"Noël\np3,h1,Inès\n', "persons.csv:3")


def test_a_missing_key_column_is_refused():
    refused("person,household_id\np1,h1\n", "person_id")


def test_a_column_twice_is_refused():
    refused("person_id,household_id,stay,stay\np1,h1,eu,eu\n", "stay")


def test_an_empty_file_is_refused():
    refused("", "persons.csv")


def test_another_kind_of_file_is_refused():
    refused(b"PK\x03\x04\x14\x00\x06\x00", "persons.csv")
    refused(b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 600, "persons.csv", "save it as XLSX")
    refused(b"\x1f\x8b\x08\0", "persons.csv", "unpack")
    refused("<html><table><tr><td>person_id</td></tr></table></html>", "persons.csv", "web page")
    refused("\ufeffperson_id,household_id\np1,h1\n".encode("utf-16-le") + b"x", "persons.csv", "UTF-16")


def test_only_a_header_is_an_empty_caseload():
    with Folder() as folder:
        folder.write("persons.csv", "person_id,household_id\n")
        folder.write("households.csv", "household_id\n")
        done = screen("--persons", folder.at("persons.csv"), "--households", folder.at("households.csv"))
        same((done.status, done.out.count("\n")), (1, 1))


def test_a_household_too_large_is_rejected_row_by_row():
    _, rejects = rejected([person("p%d" % i, "h1") for i in range(66)] + [person("q1", "h2")])
    same([row["line"] for row in rejects], ["66", "67"])


def test_too_many_columns_is_refused():
    columns = ",".join("c%d" % i for i in range(2500))
    refused("person_id,household_id," + columns + "\n", "2000")


def test_a_short_and_a_long_line():
    with Folder() as folder:
        options = folder.people(PEOPLE)
        text = folder.read("persons.csv").split("\n")
        text[1] += ",beyond,the,header"
        text[2] = ",".join(text[2].split(",")[:5])
        folder.write("persons.csv", "\n".join(text))
        imports(folder.at("a.db"), *options, "--rejects", folder.at("rejects.csv")).expect(0)
        same({row["line"] for row in folder.rejects()}, {"2", "3"})

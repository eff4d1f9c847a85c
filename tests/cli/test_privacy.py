"""What a data protection officer asks for: sealed files, a journal, records, erasure."""
import hashlib
import hmac
import json
import os
import pty
import re
import shutil
import sqlite3
import stat
import struct
import subprocess
import time

from support import AYANT, NOTHING, ON, ROOT, RULES, Done, Folder, ayant, check, imports, person, same, screen

KEY = "correct horse battery staple"
NAMES = {"first_name": "Zoéfictive", "last_name": "Vanexemple", "phone": "+3225550123", "street": "Rue Inventée"}


def people():
    """Two partners and a third person who lives with them."""
    return [person("pers-one", "house-one", NOTHING, partner_id="pers-two", partnership="married", **NAMES),
            person("pers-two", "house-one", NOTHING, partner_id="pers-one", partnership="married",
                   first_name="Ottoinvented"),
            person("pers-three", "house-two", NOTHING, first_name="Idamadeup")]


def make(folder, *options, name="caseload.db"):
    imports(folder.at(name), *folder.people(people()), *options).expect(0)
    return folder.at(name)


def key_file(folder, words=KEY, name="key"):
    path = folder.write(name, words + "\n")
    os.chmod(path, 0o600)
    return path


def rows(store, sql):
    connection = sqlite3.connect(store)
    try:
        return connection.execute(sql).fetchall()
    finally:
        connection.close()


def journal(store, *options):
    return ayant("journal", store, "--format", "csv", *options)


def traces(folder, word):
    """Files of the folder that hold the word."""
    found = []
    for base, _, files in os.walk(folder.path):
        for name in files:
            with open(os.path.join(base, name), "rb") as file:
                if word.encode("utf-8") in file.read():
                    found.append(name)
    return found


def test_a_sealed_caseload_answers_as_a_plain_one():
    with Folder() as folder:
        key, plain = key_file(folder), make(folder, name="plain.db")
        sealed = make(folder, "--key-file", key, name="sealed.db")
        same(screen(sealed, "--key-file", key).expect(0).out, screen(plain).expect(0).out)
        same(screen(sealed, environment={"AYANT_KEY_FILE": key}).expect(0).out, screen(plain).out)
        same(screen(sealed, "--key-file", "-", stdin=KEY.encode()).expect(0).out, screen(plain).out)
        done = screen(sealed).expect(2)
        check("is sealed" in done.err and "[V01]" in done.err, done.err)
        done = screen(sealed, "--key-file", key_file(folder, "another passphrase", "other")).expect(2)
        check("[V02]" in done.err, done.err)
        done = imports(sealed, *folder.people(people())).expect(2)
        check("[V01]" in done.err, done.err)
        for command in (["explain", sealed, "pers-one"], ["gaps", sealed], ["check", RULES, "--caseload", sealed]):
            options = [] if command[0] == "check" else ["--rules", RULES]
            done = ayant(*command, *options, "--on", ON, "--key-file", key)
            check(done.status in (0, 1), command, done.status, done.err)
        contacts(sealed, folder, "--key-file", key).expect(0)
        check("pers-" in folder.read("list.csv"), "an empty list")


def test_nothing_of_a_sealed_caseload_is_plain():
    words = ["pers-one", "house-one", "Zoéfictive", "Vanexemple", "persons", "SQLite", "journal", "A. Worker", "wage"]
    with Folder() as folder:
        make(folder, "--who", "A. Worker", name="plain.db")
        for word in words:
            check("plain.db" in traces(folder, word), word, "is not in the plain file: the test looks for nothing")
        os.unlink(folder.at("plain.db"))
        key = key_file(folder)
        sealed = make(folder, "--key-file", key, "--who", "A. Worker")
        screen(sealed, "--key-file", key).expect(0)
        ayant("explain", sealed, "pers-one", "--rules", RULES, "--on", ON, "--key-file", key).expect(0)
        for name in ("persons.csv", "households.csv"):
            os.unlink(folder.at(name))
        for word in words:
            same(traces(folder, word), [], word)
        for path in (sealed, sealed + ".lock"):
            same(stat.S_IMODE(os.stat(path).st_mode) & 0o077, 0, path)


def test_seal_rekey_unseal():
    with Folder() as folder:
        key, other, store = key_file(folder), key_file(folder, "a second passphrase", "other"), make(folder)
        before = screen(store).expect(0).out
        ayant("seal", store, "--key-file", key).expect(0)
        check(not os.path.exists(store + "-wal"), "a log is left")
        same(traces(folder, "SQLite format"), [])
        ayant("seal", store, "--key-file", key, "--new-key-file", other).expect(0)
        check("[V02]" in screen(store, "--key-file", key).expect(2).err, "the old key still opens it")
        same(screen(store, "--key-file", other).expect(0).out, before)
        ayant("unseal", store, "--key-file", other).expect(0)
        same(screen(store).expect(0).out, before)
        what = [line["what"] for line in journal(store).expect(0).rows()]
        same([word for word in what if "seal" in word or word == "rekey"], ["seal", "rekey", "unseal"])
        check("[V10]" in ayant("seal", store, "--key-file", key_file(folder, "short", "weak")).expect(2).err, "weak")
        check("[V03]" in ayant("seal", store).expect(2).err, "no key")
        check("[V12]" in imports(store, *folder.people(people()), "--key-file", key).expect(2).err, "not sealed")


def test_a_key_is_asked_for_on_a_terminal():
    with Folder() as folder:
        key = key_file(folder)
        store = make(folder, "--key-file", key)
        leader, follower = pty.openpty()
        with open(os.devnull, "wb") as nowhere:
            process = subprocess.Popen([AYANT, "screen", store, "--rules", RULES, "--on", ON], cwd=ROOT, stdin=follower,
                                       stdout=nowhere, stderr=subprocess.PIPE, start_new_session=True)
            os.close(follower)
            time.sleep(1)
            os.write(leader, KEY.encode() + b"\n")
            err = process.stderr.read().decode()
            process.stderr.close()
            process.wait(60)
        try:
            seen = os.read(leader, 4096).decode()
        except OSError:  # the terminal is gone, and showed nothing before it went
            seen = ""
        os.close(leader)
        same(process.returncode, 0, err)
        check("key of" in err, err)
        check(KEY not in seen, "the key was shown")


def test_the_key_is_not_an_argument():
    for name in ("import", "screen", "explain", "contacts", "seal"):
        text = ayant(name, "--help").expect(0).out
        check("--key-file" in text, name)
        check("--key " not in text and "--passphrase" not in text, name)


def test_every_reading_is_in_the_journal():
    with Folder() as folder:
        store = make(folder, "--who", "A. Worker", "--purpose", "keeping it")
        screen(store, "--who", "B. Worker", "--purpose", "looking").expect(0)
        ayant("gaps", store, "--rules", RULES, "--on", ON)
        ayant("check", RULES, "--caseload", store, "--on", ON)
        ayant("explain", store, "pers-one", "--rules", RULES, "--on", ON).expect(0)
        done = journal(store).expect(0)
        lines = done.rows()
        same([line["what"] for line in lines], ["import", "screen", "list", "gaps", "check", "explain"])
        same([lines[0]["who"], lines[0]["purpose"]], ["A. Worker", "keeping it"])
        same([lines[1]["who"], lines[1]["purpose"], lines[1]["persons"]], ["B. Worker", "looking", "all 3"])
        same(lines[5]["persons"], "1")
        for line in lines:
            check(re.fullmatch(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ", line["at"]), line)
            check(line["login"].startswith("uid "), line)
            check(line["who"] and line["purpose"], line)
        for word in ("pers-one", "house-one", "Zoéfictive"):
            check(word not in done.out, word)
        same([line["what"] for line in journal(store, "--person", "pers-one").expect(0).rows()][-1], "explain")
        check("explain" not in [line["what"] for line in journal(store, "--person", "pers-two").expect(0).rows()], "two")
        same(journal(store, "--since", "2199-01-01").expect(0).rows(), [])
        same(json.loads(ayant("journal", store, "--format", "json").expect(0).out)[0]["what"], "import")
        imports(store, *folder.people(people())).expect(0)
        same(len(journal(store).expect(0).rows()), 7, "an import keeps the journal")


def test_the_chain_is_what_it_says():
    """The hashes again, from the columns, by another program."""
    with Folder() as folder:
        store = make(folder)
        screen(store).expect(0)
        before = bytes(32)
        for line in rows(store, "SELECT line, at, login, who, what, purpose, detail, everybody, persons, hash FROM journal"):
            content = before + struct.pack("<Q", line[0])
            for word in line[1:7]:
                content += struct.pack("<Q", len(word.encode())) + word.encode()
            content += struct.pack("<QQ", line[7], len(line[8])) + line[8]
            before = hashlib.sha256(content).digest()
            same(before, line[9], "line %d" % line[0])


def test_one_changed_byte_of_the_journal_is_found():
    with Folder() as folder:
        store = make(folder)
        screen(store).expect(0)
        noted = re.search(r"[0-9a-f]{64}", journal(store, "--verify").expect(0).err).group(0)
        screen(store).expect(0)
        check("line 3" in journal(store, "--verify", "--expect", noted).expect(0).err, "the noted line")
        with open(store, "rb") as file:
            whole = file.read()
        at = whole.index(b"finding rights that")
        with open(store, "wb") as file:
            file.write(whole[:at] + b"F" + whole[at + 1:])
        done = journal(store).expect(2)
        check("[J04]" in done.err and "line" in done.err, done.err)
        check(done.rows(), "the lines are still shown")
        with open(store, "wb") as file:
            file.write(whole)
        journal(store, "--verify").expect(0)
        connection = sqlite3.connect(store)
        connection.execute("DELETE FROM journal WHERE line = 2")
        connection.commit()
        connection.close()
        check("[J05]" in journal(store, "--verify").expect(2).err, "a removed line")


def test_reading_where_nothing_can_be_written_says_so():
    if os.geteuid() == 0:
        prefix = ["setpriv", "--reuid", "65534", "--regid", "65534", "--clear-groups"]
        if subprocess.run(prefix + ["true"], stderr=subprocess.DEVNULL, check=False).returncode != 0:
            return
    else:
        prefix = []
    with Folder() as folder:
        store = make(folder)
        os.chmod(store, 0o444)
        os.chmod(folder.path, 0o555)
        done = subprocess.run(prefix + [AYANT, "screen", store, "--rules", RULES, "--on", ON, "--format", "csv"], cwd=ROOT,
                              stdout=subprocess.PIPE, stderr=subprocess.PIPE, check=False)
        os.chmod(folder.path, 0o755)
        if b"Permission denied" in done.stderr:
            return  # the program itself lies where this user may not go
        same(done.returncode, 0, done.stderr)
        check(b"not in its journal" in done.stderr, done.stderr)
        check(b"pers-one" in done.stdout, "no answer")


def test_a_reading_that_cannot_be_journalled_does_not_happen():
    with Folder() as folder:
        store = make(folder)
        connection = sqlite3.connect(store, isolation_level=None)
        connection.execute("BEGIN IMMEDIATE")
        done = screen(store).expect(2)
        connection.execute("ROLLBACK")
        connection.close()
        check("[S03]" in done.err, done.err)
        same(done.out, "")


def test_pseudonyms_are_hmac_of_the_key():
    with Folder() as folder:
        key, other, store = key_file(folder), key_file(folder, "a second project", "other"), make(folder)
        done = screen(store, "--pseudonyms", key, "--delete-on", "2027-01-31").expect(0)
        for row in done.rows():
            check(re.fullmatch("[0-9a-f]{32}", row["person_id"]), row)
        mac = hmac.new(KEY.encode(), b"pers-one", "sha256").hexdigest()[:32]
        check(mac in done.out, "not the pseudonym of the published rule")
        house = hmac.new(KEY.encode(), b"household house-one", "sha256").hexdigest()[:32]
        check(house in done.out, "not the pseudonym of the household")
        check("pers-one" not in done.out and "house-one" not in done.out, "an id is left")
        joined = {row["person_id"] for row in done.rows()}
        check(not joined & {row["person_id"] for row in screen(store, "--pseudonyms", other).expect(0).rows()}, "joined")
        plain = screen(store).expect(0).rows()
        same([row["verdict"] for row in done.rows()], [row["verdict"] for row in plain], "the answers differ")
        same(rows(store, "SELECT profile, delete_on, persons FROM exports WHERE export = 1"), [("researcher", "2027-01-31", 3)])
        check("[U42]" in screen(store, "--pseudonyms", key, "--profile", "worker").expect(2).err, "worker")
        check("[V10]" in screen(store, "--pseudonyms", key_file(folder, "short", "weak")).expect(2).err, "weak")


def contacts(store, folder, *options):
    return ayant("contacts", store, "--rules", RULES, "--on", ON, "--profile", "worker", "--purpose", "offer the RIS",
                 "--legal-basis", "made-up", "--author", "A. Author", "--signatory", "S. Signatory", "--from",
                 "2026-03-01", "--until", "2026-04-30", "--delete-on", "2026-06-30", "--format", "csv", "--output",
                 folder.at("list.csv"), *options)


def test_lists_are_kept_in_an_index():
    with Folder() as folder:
        store = make(folder)
        contacts(store, folder).expect(0)
        same(rows(store, "SELECT what, profile, purpose, delete_on FROM exports"),
             [("contacts", "worker", "offer the RIS", "2026-06-30")])
        same(rows(store, "SELECT persons = (SELECT count(*) FROM export_persons) FROM exports"), [(1,)])
        check(rows(store, "SELECT count(*) FROM export_persons WHERE length(pseudonym) = 16")[0][0] >= 2, "no persons")


def test_the_record_of_article_30():
    with Folder() as folder:
        store = make(folder)
        for language, words in (("fr", ["Registre", "NON : ce fichier n'est pas scellé", "[À COMPLÉTER]", "3 personnes"]),
                                ("nl", ["Register", "NEEN: dit bestand", "[IN TE VULLEN]", "3 personen"])):
            text = ayant("record", store, "--rules", RULES, "--language", language).expect(0).out
            for word in words + ["niss", "wage_net_month", "120"]:
                check(word in text, language, word)
            page = ayant("record", store, "--rules", RULES, "--language", language, "--format", "html").expect(0).out
            check(page.startswith("<!DOCTYPE html>") and page.rstrip().endswith("</html>"), "html")
            paper = json.loads(ayant("record", store, "--rules", RULES, "--language", language, "--format",
                                     "json").expect(0).out)
            same(len(paper["sections"]), 10)
        sealed = make(folder, "--key-file", key_file(folder), name="sealed.db")
        check("oui : ce fichier est scellé" in ayant("record", sealed, "--rules", RULES, "--language", "fr", "--key-file",
                                                     folder.at("key")).expect(0).out, "sealed")
        ayant("record", "--rules", RULES, "--language", "nl").expect(0)


def rules(*arguments):
    return ayant(*arguments, "--rules", RULES)


def test_the_sheet_says_all_that_is_held():
    with Folder() as folder:
        store = make(folder)
        contacts(store, folder).expect(0)
        ayant("explain", store, "pers-one", "--rules", RULES, "--on", ON, "--who", "B. Worker").expect(0)
        held = ["Zoéfictive", "Vanexemple", "+3225550123", "Rue Inventée", "house-one", "pers-one", "B. Worker",
                "offer the RIS", "30/06/2026"]
        for language, words in (("fr", ["Ce que nous conservons sur vous", "Revenu", "17/05/1990", "oui"]),
                                ("nl", ["Wat wij over u bewaren", "17/05/1990", "ja"])):
            text = rules("sheet", store, "pers-one", "--language", language).expect(0).out
            for word in held + (words if language == "nl" else words[:1] + words[2:]):
                check(word in text, language, word, "is not on the sheet")
            for word in ("pers-two", "Ottoinvented", "pers-three", "Idamadeup"):
                check(word not in text, language, word, "is somebody else")
            page = rules("sheet", store, "pers-one", "--language", language, "--format", "html").expect(0).out
            for word in ("Zoéfictive", "@media print", "lang=\"%s\"" % language):
                check(word in page, word)
            paper = json.loads(rules("sheet", store, "pers-one", "--language", language, "--format", "json").expect(0).out)
            same(len(paper["sections"]), 6)
        same(journal(store).expect(0).rows()[-1]["what"], "sheet")
        done = rules("sheet", store, "nobody-here").expect(2)
        check("[K11]" in done.err and "nobody-here" not in done.err, done.err)


def test_every_fact_of_the_file_is_on_the_sheet():
    with Folder() as folder:
        store = make(folder)
        names = {row[3] for section in json.loads(rules("sheet", store, "pers-one", "--format", "json").expect(0).out)[
            "sections"] for part in section["parts"] for row in part.get("rows", []) if len(row) == 4}
        given = {name for name, value in people()[0].items() if value and name not in ("person_id", "household_id")}
        same(given - names, set(), "held and not said")


def test_rectify():
    with Folder() as folder:
        store = make(folder)

        def rectify(*arguments, status=0):
            return rules("rectify", store, *arguments, "--purpose", "asked by the person").expect(status)

        before = {row["right"]: row for row in screen(store).rows() if row["person_id"] == "pers-three"}
        rectify("pers-three", "wage_net_month", "4.200,00")
        after = {row["right"]: row for row in screen(store).rows() if row["person_id"] == "pers-three"}
        same([before["ris"]["verdict"], after["ris"]["verdict"]], ["yes", "no"])
        rectify("pers-three", "wage_net_month", "0")
        same({row["right"]: row for row in screen(store).rows() if row["person_id"] == "pers-three"}, before)
        for fact, value, error in (("wage_net_month", "abc", "K17"), ("wage_net_month", "99999999", "K17"),
                                   ("wage_net_month", "1.234", "K17"), ("birth_date", "31/02/1990", "K17"),
                                   ("stay", "martian", "K17"), ("niss", "85073003327", "K17"),
                                   ("email", "no at", "K17"), ("partner_id", "pers-one", "K12"),
                                   ("origin", "x", "K18"), ("person_id", "x", "K18")):
            done = rectify("pers-three", fact, value, status=2)
            check("[%s]" % error in done.err, fact, value, done.err)
            check(value not in done.err.replace("'ayant", "") or len(value) < 3, "the value is in the error", done.err)
        rectify("pers-three", "niss", "85.07.30-033 28")
        rectify("pers-three", "first_name", "?")
        check("Idamadeup" not in rules("sheet", store, "pers-three").out, "not taken away")
        same(traces(folder, "Idamadeup"), ["persons.csv"], "the old value is left in the file")
        rectify("pers-three", "rent_month", "650")
        check("650,00" in rules("sheet", store, "pers-three", "--language", "fr").out, "the household's fact")
        lines = [line for line in journal(store).expect(0).rows() if line["what"] == "rectify"]
        same([line["detail"] for line in lines][:1] + [line["detail"] for line in lines][-2:],
             ["wage_net_month: known -> known", "first_name: known -> unknown", "rent_month: unknown -> known"])
        check("[U06]" in rules("rectify", store, "pers-three", "box", "1").expect(2).err, "no purpose")


def test_an_objection_outlives_an_import_and_changes_no_right():
    with Folder() as folder:
        store = make(folder)
        before = screen(store).out
        contacts(store, folder).expect(0)
        check("house-two" in folder.read("list.csv"), "not on the list")
        rules("object", store, "pers-three").expect(0)
        imports(store, *folder.people(people())).expect(0)
        contacts(store, folder).expect(0)
        check("house-two" not in folder.read("list.csv"), "still on the list")
        same(screen(store).out, before)
        rules("object", store, "pers-three", "--withdraw").expect(0)
        imports(store, *folder.people(people())).expect(0)
        contacts(store, folder).expect(0)
        check("house-two" in folder.read("list.csv"), "not on the list again")


def test_erasure_leaves_no_byte():
    with Folder() as folder:
        store = make(folder)
        contacts(store, folder).expect(0)
        for name in ("persons.csv", "households.csv", "list.csv"):
            os.unlink(folder.at(name))
        holder = sqlite3.connect(store)  # somebody reads, so that the log is not simply removed
        holder.execute("SELECT count(*) FROM persons").fetchone()
        for word in ("pers-one", "Zoéfictive", "+3225550123", "Rue Inventée"):
            check(traces(folder, word), word, "is nowhere: the test looks for nothing")
        before = rows(store, "SELECT count(*) FROM export_persons")[0][0]
        ayant("erase", store, "pers-one", "--purpose", "asked by the person").expect(0)
        for word in ("pers-one", "Zoéfictive", "+3225550123", "Rue Inventée"):
            same(traces(folder, word), [], word)
        holder.close()
        for word in ("pers-one", "Zoéfictive"):
            same(traces(folder, word), [], word)
        check(traces(folder, "pers-two"), "the partner is gone too")
        check(rows(store, "SELECT count(*) FROM export_persons")[0][0] < before, "still in the index of lists")
        same({row["person_id"] for row in screen(store).rows()}, {"pers-two", "pers-three"})
        ayant("erase", store, "pers-three", "--purpose", "asked by the person").expect(0)
        same(traces(folder, "house-two"), [], "a household nobody is left in")
        same([line["what"] for line in journal(store, "--verify").expect(0).rows()], [])
        check("[K11]" in ayant("erase", store, "pers-three", "--purpose", "again").expect(2).err, "twice")
        check("[U06]" in ayant("erase", store, "pers-two").expect(2).err, "no purpose")


def test_erasure_waits_for_nobody_but_says_what_is_left():
    with Folder() as folder:
        store = make(folder)
        reader = sqlite3.connect(store, isolation_level=None)
        reader.execute("BEGIN")
        reader.execute("SELECT count(*) FROM persons").fetchone()
        done = ayant("erase", store, "pers-one", "--purpose", "asked").expect(2)
        check("[K13]" in done.err, done.err)
        reader.execute("ROLLBACK")
        reader.close()
        screen(store).expect(0)
        os.unlink(folder.at("persons.csv"))
        same(traces(folder, "Zoéfictive"), [])


def test_the_erased_do_not_come_back():
    with Folder() as folder:
        given = people()
        given[2]["niss"] = "85073003328"
        options = folder.people(given)
        store, elsewhere = folder.at("caseload.db"), folder.at("elsewhere.db")
        imports(store, *options).expect(0)
        with open(store, "rb") as file:
            copy = file.read()
        ayant("erase", store, "pers-one", "--purpose", "asked").expect(0)
        ayant("erase", store, "pers-three", "--purpose", "asked").expect(0)
        left = {"pers-two"}
        # the same files again
        done = imports(store, *options).expect(0)
        check("2 person(s) of the files had been erased" in done.err, done.err)
        same({row["person_id"] for row in screen(store).rows()}, left)
        # nor as news of an import
        done = imports(store, *options, "--changes", folder.at("changes.csv"), "--on", ON).expect(0)
        check(",new," not in folder.read("changes.csv"), folder.read("changes.csv"))
        # under another id, with the same national number
        given[2]["person_id"] = "pers-new"
        imports(store, *folder.people(given)).expect(0)
        same({row["person_id"] for row in screen(store).rows()}, left)
        os.unlink(folder.at("persons.csv"))
        os.unlink(folder.at("households.csv"))
        os.unlink(folder.at("changes.csv"))
        for word in ("pers-one", "pers-three", "pers-new", "Zoéfictive", "Idamadeup", "house-two", "85073003328"):
            same(traces(folder, word), [], word)
        # a copy put back in its place
        with open(store, "wb") as file:
            file.write(copy)
        same({row["person_id"] for row in screen(store).rows()}, left)
        for word in ("pers-one", "pers-three", "Zoéfictive", "Idamadeup", "house-two"):
            same(traces(folder, word), [], word)
        # a copy kept elsewhere
        folder.write("elsewhere.db", copy)
        check("1 persons" not in ayant("erase", elsewhere, "--apply", store + ".erased", "--purpose", "copy").expect(0).err, "")
        same({row["person_id"] for row in screen(elsewhere).rows()}, left)
        same(ayant("erase", elsewhere, "--apply", store + ".erased", "--purpose", "copy").expect(1).out, "")
        exported = ayant("erase", store, "--export", "-").expect(0).out
        same(exported, folder.read("caseload.db.erased"))
        for word in ("pers-one", "85073003328"):
            check(word not in exported, word)
        other = make(folder, name="other.db")
        check("[K14]" in ayant("erase", other, "--apply", store + ".erased", "--purpose", "x").expect(2).err, "other")
        folder.write("bad.erased", "ayant erased 1\nnonsense\n")
        check("[K15]" in ayant("erase", other, "--apply", folder.at("bad.erased"), "--purpose", "x").expect(2).err, "bad")


def test_erasure_of_a_sealed_caseload():
    with Folder() as folder:
        key = key_file(folder)
        store = make(folder, "--key-file", key)
        with open(store, "rb") as file:
            copy = file.read()
        ayant("erase", store, "pers-one", "--purpose", "asked", "--key-file", key).expect(0)
        os.unlink(folder.at("persons.csv"))
        ayant("unseal", store, "--key-file", key).expect(0)
        for word in ("pers-one", "Zoéfictive", "Vanexemple"):
            same(traces(folder, word), [], word)
        with open(store, "wb") as file:
            file.write(copy)
        same({row["person_id"] for row in screen(store, "--key-file", key).rows()}, {"pers-two", "pers-three"})


def test_purge():
    with Folder() as folder:
        given = people()
        given[2]["last_contacted"] = "2100-01-01"
        store = folder.at("caseload.db")
        imports(store, *folder.people(given)).expect(0)
        contacts(store, folder).expect(0)

        def purge(day, *options, status=0):
            done = ayant("purge", store, "--on", day, *options).expect(status)
            return [int(number) for number in re.findall(r"^(?:[a-z ]+?) +(\d+)$", done.err, re.M)]

        today = time.strftime("%Y-%m-%d", time.gmtime())
        same(purge("2026-06-29", status=1), [0] * 6)
        same(purge("2099-01-01", "--dry-run"), [2, 1, 3, 1, 4, 0])
        same(len(rows(store, "SELECT * FROM persons")), 3, "a dry run changed something")
        same(purge("2099-01-01"), [2, 1, 3, 1, 4, 0])
        same({row["person_id"] for row in screen(store).rows()}, {"pers-three"})
        os.unlink(folder.at("persons.csv"))
        os.unlink(folder.at("households.csv"))
        os.unlink(folder.at("list.csv"))
        for word in ("pers-one", "pers-two", "house-one", "Zoéfictive", "Ottoinvented"):
            same(traces(folder, word), [], word)
        journal(store, "--verify").expect(0)
        same(purge(today, status=1), [0] * 6, "not idempotent")
        check("[K10]" in ayant("purge", store, "--keep", "people=x").expect(2).err, "setting")
        check("[K10]" in ayant("purge", store, "--keep", "names=3").expect(2).err, "setting")
        ayant("purge", store, "--on", "2026-01-01", "--keep", "people=7", "--keep", "journal=60")
        text = rules("record", store, "--language", "fr").expect(0).out
        check("sans contact | 7" in text and "journal des accès | 60" in text, text[-3000:])
        # everybody goes when nobody was contacted; an import brings them back, a purge is no erasure
        imports(store, *folder.people(people())).expect(0)
        same(purge("2098-01-01")[:2], [3, 2])
        same(rows(store, "SELECT count(*) FROM person_columns")[0][0], 0)
        imports(store, *folder.people(people())).expect(0)
        same(len(rows(store, "SELECT * FROM persons")), 3)


def test_who_stays_keeps_everything():
    """Several of one run stay: names are theirs afterwards, to the letter."""
    with Folder() as folder:
        stay = [dict(one, last_contacted="2100-01-01") for one in people()]
        gone = person("pers-zero", "house-zero", NOTHING, first_name="Goneinvented")
        store = folder.at("caseload.db")
        imports(store, *folder.people([gone] + stay)).expect(0)

        def held():
            return [[line for line in rules("sheet", store, one["person_id"], "--language", "fr").expect(0).out
                     .split("3. ")[0].splitlines() if not line.startswith("Importé le")] for one in stay]

        before, answers = held(), screen(store).rows()
        ayant("purge", store, "--on", "2099-01-01").expect(0)
        same(held(), before, "what is held of who stays")
        same(screen(store).rows(), [row for row in answers if row["person_id"] != "pers-zero"])


def test_people_are_due_after_their_journal():
    with Folder() as folder:
        store = folder.at("caseload.db")
        imports(store, *folder.people(people())).expect(0)
        ayant("purge", store, "--keep", "people=12").expect(1)
        ayant("purge", store, "--keep", "journal=6", "--keep", "people=120", "--on", "2031-01-01")
        ayant("purge", store, "--keep", "people=12", "--on", "2032-01-01")
        same(rows(store, "SELECT count(*) FROM persons")[0][0], 0, "nobody goes once the journal is gone")
        check("[U43]" in ayant("purge", store, "--keep", "people=1", "--dry-run").expect(2).err, "both")


def damage(store, statement):
    connection = sqlite3.connect(store)
    connection.execute(statement)
    connection.commit()
    connection.close()


def content(store):
    return [rows(store, "SELECT * FROM %s ORDER BY 1, 2" % table)
            for table in ("persons", "households", "person_columns", "household_columns", "relations", "tombstones",
                          "journal")]


def test_numbers_that_are_only_written_are_not_counted_to():
    with Folder() as folder:
        store = make(folder)
        with open(store, "rb") as file:
            whole = file.read()
        for fact in ("household_id", "partner_id"):
            damage(store, "INSERT INTO person_columns VALUES (1 << 60, '%s', x'00')" % fact)
            before = content(store)
            done = ayant("erase", store, "pers-three", "--purpose", "asked").expect(2)
            check("[S15]" in done.err, fact, done.err)
            same(content(store), before, fact)
            with open(store, "wb") as file:
                file.write(whole)
        ayant("erase", store, "pers-one", "--purpose", "asked").expect(0)
        for statement in ("UPDATE persons SET row = 1 << 62 WHERE person_id = 'pers-three'",
                          "INSERT INTO person_columns VALUES (1 << 60, 'person_id', x'00')",
                          "DELETE FROM persons WHERE person_id = 'pers-one'"):
            with open(store, "wb") as file:  # a copy put back: the erased are looked for in all of it
                file.write(whole)
            damage(store, statement)
            check("[S15]" in screen(store).expect(2).err, statement)


def test_who_is_not_where_the_file_says_is_not_erased():
    """The facts would stay, and those of somebody else might go."""
    with Folder() as folder:
        store = make(folder)
        with open(store, "rb") as file:
            whole = file.read()
        for statement in ("UPDATE persons SET row = -5 WHERE person_id = 'pers-three'",
                          "UPDATE persons SET row = 3 WHERE person_id = 'pers-three'",
                          "UPDATE persons SET row = 0 WHERE person_id = 'pers-three'",
                          "UPDATE persons SET household = 0 WHERE person_id = 'pers-three'",
                          "UPDATE persons SET household = 1 << 40 WHERE person_id = 'pers-three'",
                          "UPDATE households SET row = 0 WHERE household_id = 'house-two'",
                          "DELETE FROM households WHERE household_id = 'house-two'"):
            with open(store, "wb") as file:
                file.write(whole)
            damage(store, statement)
            before = content(store)
            for done in (ayant("erase", store, "pers-three", "--purpose", "asked"),
                         rules("rectify", store, "pers-three", "wage_net_month", "1", "--purpose", "asked"),
                         rules("object", store, "pers-three")):
                same(done.status, 2, statement)
                check("[S15]" in done.err and "pers-three" not in done.err, statement, done.err)
                same(content(store), before, statement)
            check(not os.path.exists(store + ".erased"), statement, "a tombstone")


def test_the_erased_are_not_shown_where_nothing_can_be_written():
    prefix = ["setpriv", "--reuid", "65534", "--regid", "65534", "--clear-groups"]
    if os.geteuid() != 0 or not shutil.which("setpriv"):
        print("not tested, older copies where nothing can be written: this needs root and setpriv")
        return
    for key in ([], ["--key-file", "-"]):
        not_shown_where_nothing_can_be_written(prefix, key)


def not_shown_where_nothing_can_be_written(prefix, key):
    with Folder() as folder:
        sealing = ["--key-file", key_file(folder)] if key else []
        store, command = make(folder, *sealing), folder.at("ayant")
        shutil.copy(AYANT, command)
        os.chmod(folder.path, 0o755)
        shutil.copytree(os.path.join(ROOT, RULES), folder.at("rules"))

        def as_nobody(*arguments, erased=0o644):
            for name in os.listdir(folder.path):
                if name.startswith("caseload.db"):
                    os.chmod(folder.at(name), erased if name.endswith(".erased") else 0o644)
            process = subprocess.run(prefix + [command, *arguments, "--rules", "rules", *key], cwd=folder.path,
                                     input=KEY.encode(), stdout=subprocess.PIPE, stderr=subprocess.PIPE, timeout=120,
                                     check=False)
            return Done(process)

        with open(store, "rb") as file:
            copy = file.read()
        ayant("erase", store, "pers-one", "--purpose", "asked", *sealing).expect(0)
        done = as_nobody("screen", store, "--on", ON, "--format", "csv").expect(0)
        same({row["person_id"] for row in done.rows()}, {"pers-two", "pers-three"}, "what knows its erased is read")
        with open(store, "wb") as file:
            file.write(copy)
        for arguments in (["screen", store, "--on", ON, "--format", "csv"], ["sheet", store, "pers-one"],
                          ["explain", store, "pers-one", "--on", ON]):
            done = as_nobody(*arguments).expect(2)
            check("[S18]" in done.err and ".erased'" in done.err, done.err)
            same(done.out, "")
        done = as_nobody("screen", store, "--on", ON, "--format", "csv", erased=0o600).expect(2)
        check("[S05]" in done.err and ".erased'" in done.err, "whether it is an older copy cannot be told", done.err)
        # tombstones of another caseload say nothing here
        other = make(folder, name="other.db")
        ayant("erase", other, "pers-one", "--purpose", "asked").expect(0)
        os.replace(other + ".erased", store + ".erased")
        as_nobody("screen", store, "--on", ON, "--format", "csv").expect(0)


def test_two_commands_at_once():
    """Ten readers and writers of one sealed file: each ends well, and every line is in the journal."""
    with Folder() as folder:
        key = key_file(folder)
        store = make(folder, "--key-file", key)
        processes = [subprocess.Popen([AYANT, "explain", store, "pers-one", "--rules", RULES, "--on", ON, "--key-file", key],
                                      cwd=ROOT, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE) for _ in range(4)]
        for process in processes:
            err = process.communicate()[1].decode()
            check(process.returncode == 0 or "[S03]" in err, err)
        done = sum(process.returncode == 0 for process in processes)
        same(len(journal(store, "--key-file", key).expect(0).rows()), 1 + done)

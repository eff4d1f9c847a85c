"""Help, version, and what each command says when it is called wrongly."""
import json

from support import EARNING, ON, RULES, Folder, ayant, check, imports, person, same

COMMANDS = ("check", "test", "import", "screen", "explain", "contacts", "synth", "seal", "unseal", "journal", "sheet", "rectify",
            "object", "erase", "purge", "record")


def test_help_lists_every_command():
    for arguments in (["--help"], ["help"]):
        done = ayant(*arguments).expect(0)
        for name in COMMANDS:
            check(name in done.out, "'%s' is not in %s" % (name, arguments))


def test_each_command_has_help():
    for name in COMMANDS:
        done = ayant(name, "--help").expect(0)
        check(name in done.out and len(done.out) > 80, "no help of", name)
        check(all(len(line) <= 100 for line in done.out.splitlines()), "a line of help is over 100 columns:", name)
        same(done.err, "", name)


def test_version():
    check(ayant("--version").expect(0).out.strip().endswith("0.1.0"), "version")


def test_an_unknown_command_gets_a_suggestion():
    done = ayant("scren").expect(2)
    check("screen" in done.err, done.err)


def test_check_accepts_the_rules():
    done = ayant("check", RULES).expect(0)
    check(done.out.strip(), "nothing is said of the rules")


def test_the_cases_pass():
    done = ayant("test", RULES).expect(0)
    check(" 0 failed" in done.out, done.out[-300:])


def test_explain():
    with Folder() as folder:
        people = [person("p1", "h1"), person("p2", "h2", EARNING)]
        imports(folder.at("a.db"), *folder.people(people)).expect(0)
        for language in ("fr", "nl"):
            done = ayant("explain", folder.at("a.db"), "p1", "--rules", RULES, "--right", "ris", "--on", ON,
                         "--language", language).expect(0)
            check("1340,47" in done.out or "1340.47" in done.out or "1.340,47" in done.out or "1\u202f340,47" in done.out
                  or "1 340,47" in done.out or "1\u00a0340,47" in done.out, "the amount is not in", language)
        done = ayant("explain", folder.at("a.db"), "p1", "--rules", RULES, "--right", "ris", "--on", ON, "--format",
                     "json").expect(0)
        json.loads(done.out)
        for arguments in (["nobody"], ["p1", "--right", "nothing"]):
            done = ayant("explain", folder.at("a.db"), *arguments, "--rules", RULES, "--on", ON)
            same(done.status, 2, arguments)


CAMPAIGN = ["--purpose", "A test on made-up people", "--legal-basis", "none: made-up people", "--author", "A. Testeur",
            "--signatory", "B. Responsable", "--from", ON, "--until", "2026-06-30", "--delete-on", "2026-12-31"]


def test_contacts_needs_its_purpose():
    with Folder() as folder:
        imports(folder.at("a.db"), *folder.people([person("p1", "h1")])).expect(0)
        base = ["contacts", folder.at("a.db"), "--rules", RULES, "--on", ON, "--profile", "worker", "--format", "csv"]
        done = ayant(*base, *CAMPAIGN).expect(0)
        check("p1" in done.out or "h1" in done.out, "the person is not on the list:", done.out)
        for i in range(0, len(CAMPAIGN), 2):
            without = CAMPAIGN[:i] + CAMPAIGN[i + 2:]
            done = ayant(*base, *without)
            same(done.status, 2, "without " + CAMPAIGN[i])
            same(done.out, "", "without " + CAMPAIGN[i])


def test_contacts_leaves_out_who_objects():
    with Folder() as folder:
        people = [person("p1", "h1", objection="yes"), person("p2", "h2")]
        imports(folder.at("a.db"), *folder.people(people)).expect(0)
        done = ayant("contacts", folder.at("a.db"), "--rules", RULES, "--on", ON, "--profile", "worker", "--format", "csv",
                     *CAMPAIGN).expect(0)
        check("p1" not in done.out and "p2" in done.out, done.out)


def test_synth_is_the_same_for_the_same_seed():
    with Folder() as folder:
        ayant("synth", "--households", 50, "--seed", 4, "--output", folder.at("a")).expect(0)
        ayant("synth", "--households", 50, "--seed", 4, "--output", folder.at("b")).expect(0)
        for name in ("persons.csv", "households.csv", "relations.csv"):
            same(folder.read("a/" + name), folder.read("b/" + name), name)
        same(ayant("synth", "--households", 0, "--seed", 4, "--output", folder.at("c")).status, 2)

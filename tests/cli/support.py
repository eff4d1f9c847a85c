"""What the tests of the command share: running it, and small caseloads of made-up people."""
import csv
import io
import os
import shutil
import subprocess
import tempfile

ROOT = os.path.dirname(os.path.dirname(os.path.dirname(os.path.abspath(__file__))))
AYANT = os.environ.get("AYANT", os.path.join(ROOT, "build", "ayant"))
SLOW = "asan" in AYANT  # the same tests, on a command that watches its memory
RULES = "rules/be"
ON = "2026-03-01"
COLUMNS = ["person_id", "household_id", "right", "verdict", "amount_low", "amount_high", "route", "certainty",
           "finding", "missing"]

# Everything RIS asks, known, and nothing coming in: a person due the full amount.
NOTHING = {
    "birth_date": "1990-05-17", "gender": "f", "lives_in_belgium": "yes", "stay": "belgian", "civil_status": "single",
    "student": "no", "wage_net_month": "0", "wage_gross_month": "0", "unemployment_month": "0", "sickness_month": "0",
    "disability_allowance_month": "0", "pension_month": "0", "alimony_received_month": "0", "family_benefit_month": "0",
    "other_income_month": "0", "movable_capital": "0", "rc_dwelling": "0", "rc_built_other": "0", "insurer": "mutuality",
    "titular": "yes", "taxable_income_year": "0", "taxable_income_of": "2024", "receives_ris": "no",
    "receives_grapa": "no", "receives_bim": "no", "receives_amu": "no",
}
# Well paid, and due nothing.
EARNING = dict(NOTHING, wage_net_month="4200", wage_gross_month="7100", taxable_income_year="74000")


class Wrong(Exception):
    """A check that does not hold."""


def check(holds, *what):
    if not holds:
        raise Wrong(" ".join(str(part) for part in what))


def same(got, want, what=""):
    check(got == want, what, "\n      got  %r\n      want %r" % (got, want))


class Done:
    def __init__(self, process):
        self.status = process.returncode
        self.bytes = process.stdout
        self.out = process.stdout.decode("utf-8")
        self.err = process.stderr.decode("utf-8")

    def expect(self, status):
        check(self.status == status, "exit %s, expected %s; standard error:\n%s" % (self.status, status, self.err))
        return self

    def rows(self):
        return list(csv.DictReader(io.StringIO(self.out)))


def ayant(*arguments, stdin=None, environment=None):
    process = subprocess.run([AYANT, *map(str, arguments)], cwd=ROOT, input=stdin if stdin is not None else b"",
                             stdout=subprocess.PIPE, stderr=subprocess.PIPE, timeout=120,
                             env=dict(os.environ, **(environment or {})))
    return Done(process)


class Folder:
    """A folder that goes away, and the files of a caseload in it."""

    def __enter__(self):
        self.path = tempfile.mkdtemp(prefix="ayant-")
        return self

    def __exit__(self, *_):
        shutil.rmtree(self.path, ignore_errors=True)

    def at(self, name):
        return os.path.join(self.path, name)

    def write(self, name, content):
        with open(self.at(name), "wb") as file:
            file.write(content if isinstance(content, bytes) else content.encode("utf-8"))
        return self.at(name)

    def read(self, name):
        with open(self.at(name), encoding="utf-8") as file:
            return file.read()

    def rejects(self, name="rejects.csv"):
        with open(self.at(name), encoding="utf-8", newline="") as file:
            return list(csv.DictReader(file))

    def people(self, persons, households=None, relations=None):
        """Writes the CSV files of lists of dictionaries; returns the options that name them."""
        if households is None:
            households = [{"household_id": name, "postal_code": "1080"}
                          for name in dict.fromkeys(person["household_id"] for person in persons)]
        options = ["--persons", self.write("persons.csv", table(persons)),
                   "--households", self.write("households.csv", table(households))]
        if relations:
            options += ["--relations", self.write("relations.csv", table(relations))]
        return options


def table(rows, delimiter=","):
    columns = list(dict.fromkeys(key for row in rows for key in row))
    out = io.StringIO()
    writer = csv.DictWriter(out, columns, delimiter=delimiter, lineterminator="\n", restval="")
    writer.writeheader()
    writer.writerows(rows)
    return out.getvalue()


def person(name, household, facts=None, **more):
    return dict({"person_id": name, "household_id": household}, **dict(facts if facts is not None else NOTHING, **more))


def screen(*options, **more):
    return ayant("screen", *options, "--rules", RULES, "--on", ON, "--format", "csv", **more)


def imports(store, *options):
    return ayant("import", store, *options, "--rules", RULES)

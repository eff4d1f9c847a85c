/*
 * The caseload: what goes in comes out, and nothing that goes wrong changes
 * what was there.
 */
#include <sqlite3.h>
#include <signal.h>
#include <stdlib.h>
#include <sys/resource.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

#include "../../engine/base/day.h"
#include "../../engine/store/journal.h"
#include "check.h"

static char folder[] = "/tmp/test_store.XXXXXX";
static char path[256];
static arena *memory;
static dictionary facts, more_facts;
static const char *const works[] = {"none", "general", "student"};
static failure e;

enum { SHARES, RENT, BIRTH, WAGE, MONTHS, WORK, NAME, PARTNER, LIVES, EXTRA };

static void declare(dictionary *d, const char *name, entity of, kind what)
{
    fact f = {
        .name = name, .read_as = name, .entity = of, .kind = what, .per = PERIOD_MONTH, .when_fact = -1};

    if (what == KIND_WORD) {
        f.words = (const char **)works;
        f.word_count = 3;
    }
    if (what == KIND_MONEY) {
        f.least = 0;
        f.most = 10000000;
    }
    dictionary_add(d, memory, &f);
}

static void declare_all(dictionary *d)
{
    declare(d, "shares_budget", ENTITY_HOUSEHOLD, KIND_TRUTH);
    declare(d, "rent_month", ENTITY_HOUSEHOLD, KIND_MONEY);
    declare(d, "birth_date", ENTITY_PERSON, KIND_DATE);
    declare(d, "wage_net_month", ENTITY_PERSON, KIND_MONEY);
    declare(d, "eu_stay_months", ENTITY_PERSON, KIND_NUMBER);
    declare(d, "work_exemption", ENTITY_PERSON, KIND_WORD);
    declare(d, "first_name", ENTITY_PERSON, KIND_TEXT);
    declare(d, "partner_id", ENTITY_PERSON, KIND_PERSON);
    declare(d, "lives_in_belgium", ENTITY_PERSON, KIND_TRUTH);
    if (d == &more_facts)
        declare(d, "pension_month", ENTITY_PERSON, KIND_MONEY);
}

static const char *file(const char *name)
{
    snprintf(path, sizeof path, "%s/%s", folder, name);
    return path;
}

/* `count` households of two, the second person of each after all the first ones. */
static people *couples(const dictionary *d, size_t count, cell wage)
{
    people *p = people_new(d);
    char id[32], household[32], partner[32];
    uint32_t row;

    for (size_t i = 0; i < count; i++) {
        snprintf(household, sizeof household, "H%zu", i);
        people_add_household(p, text_of(household), &row);
        people_set(p, row, SHARES, i % 2 ? 1 : CELL_UNKNOWN);
        people_set(p, row, RENT, (cell)(60000 + i));
    }
    for (size_t i = 0; i < 2 * count; i++) {
        snprintf(id, sizeof id, "%c%zu", i < count ? 'a' : 'b', i % count);
        snprintf(household, sizeof household, "H%zu", i % count);
        snprintf(partner, sizeof partner, "%c%zu", i < count ? 'b' : 'a', i % count);
        people_add_person(p, text_of(id), text_of(household), &row);
        people_set(p, row, BIRTH, day_of(1980, 1, 1) + (cell)(i % 9000));
        people_set(p, row, WAGE, wage);
        people_set(p, row, WORK, (cell)(i % 3));
        people_set_text(p, row, NAME, text_of("Zoé \"Made-up\""));
        if (i % count)
            people_set_text(p, row, PARTNER, text_of(partner));
    }
    people_add_relation(p, text_of("a0"), text_of("b0"), KIN_GRANDPARENT);
    CHECK_INT(people_finish(p, &e), AYANT_OK);
    return p;
}

static ayant_status import(const char *at, const dictionary *d, size_t count, cell wage,
                           const ayant_progress *progress)
{
    people *p = couples(d, count, wage);
    ayant_status status;

    failure_clear(&e);
    status = store_import(&e, &(store_access){.path = at}, p, "0.1.0", "a tester", progress);
    people_free(p);
    return status;
}

/* The wage of the first person, or CELL_UNKNOWN with the failure in `e`. */
static cell first_wage(const char *at)
{
    people *p = NULL;
    cell wage = CELL_UNKNOWN;

    failure_clear(&e);
    if (store_people(&e, &(store_access){.path = at}, &facts, &p, NULL) == AYANT_OK)
        wage = people_cell(p, WAGE, 0);
    people_free(p);
    return wage;
}

static void sql(const char *at, const char *statement)
{
    sqlite3 *db = NULL;

    CHECK_INT(sqlite3_open(at, &db), SQLITE_OK);
    CHECK_INT(sqlite3_exec(db, statement, NULL, NULL, NULL), SQLITE_OK);
    sqlite3_close(db);
}

static void asked(const char *at, const char *question, char *out, size_t size)
{
    sqlite3 *db = NULL;
    sqlite3_stmt *ask = NULL;

    out[0] = '\0';
    sqlite3_open(at, &db);
    if (sqlite3_prepare_v2(db, question, -1, &ask, NULL) == SQLITE_OK && sqlite3_step(ask) == SQLITE_ROW)
        snprintf(out, size, "%s", (const char *)sqlite3_column_text(ask, 0));
    sqlite3_finalize(ask);
    sqlite3_close(db);
}

static void what_goes_in_comes_out(void)
{
    people *p = NULL, *q = NULL;

    p = couples(&facts, 5, 123456);
    CHECK_INT(store_import(&e, &(store_access){.path = file("trip.db")}, p, "0.1.0", NULL, NULL), AYANT_OK);
    CHECK_INT(store_people(&e, &(store_access){.path = path}, &facts, &q, NULL), AYANT_OK);
    CHECK_TEXT(e.text, "");
    if (!q)
        return;
    CHECK_INT(q->households, 5);
    CHECK_INT(q->persons, 10);
    for (size_t row = 0; row < q->persons; row++) {
        CHECK_TEXT(q->person_id[row], p->person_id[row]);
        CHECK_INT(q->position[row], p->position[row]);
        CHECK_TEXT(q->household_id[q->household_of[row]], p->household_id[p->household_of[row]]);
        CHECK_TEXT(q->texts[NAME][row], "Zoé \"Made-up\"");
        for (int i = BIRTH; i <= LIVES; i++)
            CHECK_INT(people_cell(q, i, row), people_cell(p, i, row));
    }
    for (size_t row = 0; row < q->households; row++)
        CHECK_INT(people_cell(q, SHARES, row), people_cell(p, SHARES, row));
    for (size_t i = 0; i < q->others.pairs; i++)
        CHECK_INT(q->kin[i], p->kin[i]);
    CHECK_INT(people_cell(q, MONTHS, 3), CELL_UNKNOWN);
    people_free(p);
    people_free(q);
}

static void an_import_replaces_all_and_is_journalled(void)
{
    char line[300];
    struct stat is;

    CHECK_INT(import(file("twice.db"), &facts, 5, 100, NULL), AYANT_OK);
    CHECK(stat(path, &is) == 0 && (is.st_mode & 077) == 0);
    CHECK_INT(import(path, &facts, 3, 200, NULL), AYANT_OK);
    CHECK_INT(first_wage(path), 200);
    asked(path, "SELECT count(*) FROM persons", line, sizeof line);
    CHECK_TEXT(line, "6");
    asked(path, "SELECT group_concat(who || ': ' || what || ': ' || detail, '; ') FROM journal", line,
          sizeof line);
    CHECK_TEXT(line, "a tester: import: households 5, persons 10, relations 1, ayant 0.1.0; "
                     "a tester: import: households 3, persons 6, relations 1, ayant 0.1.0");
    asked(path, "PRAGMA journal_mode", line, sizeof line);
    CHECK_TEXT(line, "wal");
    CHECK_INT(store_journal_add(&e, &(store_access){.path = path},
                                &(store_entry){.who = "A. Worker", .what = "contacts", .purpose = "test"}),
              AYANT_OK);
    asked(path, "SELECT count(*) FROM journal WHERE at GLOB '20*Z' AND purpose = 'test'", line, sizeof line);
    CHECK_TEXT(line, "1");
}

static void a_fact_more_is_a_column_more(void)
{
    people *p = NULL;
    char line[100];

    CHECK_INT(import(file("more.db"), &facts, 2, 100, NULL), AYANT_OK);
    if (!CHECK_INT(store_people(&e, &(store_access){.path = path}, &more_facts, &p, NULL), AYANT_OK))
        return;
    CHECK_INT(people_cell(p, EXTRA, 0), CELL_UNKNOWN);
    people_free(p);
    CHECK_INT(import(path, &more_facts, 2, 300, NULL), AYANT_OK);
    asked(path, "SELECT kind FROM facts WHERE fact = 'pension_month'", line, sizeof line);
    CHECK_TEXT(line, "money");
    CHECK_INT(first_wage(path), 300); /* the fact that this dictionary lacks is left out */
}

static int stop(void *to, const char *what, uint64_t done, uint64_t total)
{
    (void)what, (void)total;
    return done > *(uint64_t *)to;
}

static void a_stopped_import_changes_nothing(void)
{
    uint64_t limit = 10000;
    ayant_progress progress = {stop, &limit};

    CHECK_INT(import(file("stop.db"), &facts, 10000, 100, &progress), AYANT_E_CANCELLED);
    CHECK(access(path, F_OK) != 0);
    CHECK_INT(import(path, &facts, 2, 100, NULL), AYANT_OK);
    CHECK_INT(import(path, &facts, 10000, 200, &progress), AYANT_E_CANCELLED);
    CHECK_INT(first_wage(path), 100);
}

static int die(void *to, const char *what, uint64_t done, uint64_t total)
{
    (void)to, (void)what, (void)total;
    if (done > 30000)
        raise(SIGKILL);
    return 0;
}

static void a_killed_import_changes_nothing(void)
{
    ayant_progress progress = {die, NULL};
    int status = 0;
    pid_t child;

    CHECK_INT(import(file("kill.db"), &facts, 2, 100, NULL), AYANT_OK);
    child = fork();
    if (child == 0) {
        import(path, &facts, 20000, 200, &progress);
        _exit(0);
    }
    CHECK_INT(waitpid(child, &status, 0), child);
    CHECK(WIFSIGNALED(status) && WTERMSIG(status) == SIGKILL);
    CHECK_INT(first_wage(path), 100);
    CHECK_INT(import(path, &facts, 2, 300, NULL), AYANT_OK);
    CHECK_INT(first_wage(path), 300);
}

static void a_disk_that_refuses_changes_nothing(void)
{
    struct rlimit least = {1u << 20, 1u << 20};
    int status = 0;
    pid_t child;

    CHECK_INT(import(file("full.db"), &facts, 2, 100, NULL), AYANT_OK);
    child = fork();
    if (child == 0) {
        signal(SIGXFSZ, SIG_IGN);
        setrlimit(RLIMIT_FSIZE, &least);
        _exit(import(path, &facts, 20000, 200, NULL) == AYANT_E_SYSTEM ? 0 : 1);
    }
    CHECK_INT(waitpid(child, &status, 0), child);
    CHECK_INT(status, 0);
    CHECK_INT(first_wage(path), 100);
}

static void put_bytes(const char *at, const char *bytes, size_t length)
{
    FILE *f = fopen(at, "wb");

    fwrite(bytes, 1, length, f);
    fclose(f);
}

static void what_is_no_caseload_is_refused(void)
{
    char bytes[5000];

    memset(bytes, 'x', sizeof bytes);
    put_bytes(file("garbage.db"), bytes, sizeof bytes);
    CHECK_INT(first_wage(path), CELL_UNKNOWN);
    CHECK_TEXT(e.id, "S01");
    CHECK_HOLDS(e.text, "is not a caseload");
    CHECK_INT(import(path, &facts, 2, 100, NULL), AYANT_E_STORE);
    CHECK_HOLDS(e.text, "is not a caseload");
    put_bytes(file("empty.db"), bytes, 0);
    CHECK_INT(first_wage(path), CELL_UNKNOWN);
    CHECK_TEXT(e.id, "S07");
    CHECK_INT(first_wage(file("absent.db")), CELL_UNKNOWN);
    CHECK_HOLDS(e.text, "there is no caseload");
    CHECK_INT(first_wage(folder), CELL_UNKNOWN);
    CHECK_INT(e.status, AYANT_E_SYSTEM);
    CHECK_INT(first_wage(":memory:"), CELL_UNKNOWN);
    CHECK_INT(first_wage(""), CELL_UNKNOWN);
    CHECK_INT(e.status, AYANT_E_USAGE);
    sql(file("other.db"), "CREATE TABLE persons (a)");
    CHECK_INT(import(path, &facts, 2, 100, NULL), AYANT_E_STORE);
    CHECK_HOLDS(e.text, "another program");
}

static void a_cut_file_is_refused(void)
{
    struct stat is;

    CHECK_INT(import(file("cut.db"), &facts, 500, 100, NULL), AYANT_OK);
    CHECK_INT(stat(path, &is), 0);
    CHECK_INT(truncate(path, is.st_size / 2), 0);
    CHECK_INT(first_wage(path), CELL_UNKNOWN);
    CHECK_INT(e.status, AYANT_E_STORE);
    CHECK_HOLDS(e.text, "is not a caseload, or is damaged");
}

static void a_newer_file_is_refused(void)
{
    CHECK_INT(import(file("newer.db"), &facts, 2, 100, NULL), AYANT_OK);
    sql(path, "PRAGMA user_version = 99");
    CHECK_INT(first_wage(path), CELL_UNKNOWN);
    CHECK_HOLDS(e.text, "this caseload was written by a newer ayant");
    CHECK_INT(import(path, &facts, 2, 100, NULL), AYANT_E_STORE);
}

/* The same facts, but the rules have changed since: less is allowed, a word is gone. */
static void what_the_rules_do_not_accept_is_refused(void)
{
    static const char *const fewer[] = {"none", "general"};
    dictionary strict = {0};
    people *p = NULL;

    CHECK_INT(import(file("bounds.db"), &facts, 2, 100000, NULL), AYANT_OK);
    declare_all(&strict);
    strict.facts[WAGE].most = 99999;
    CHECK_INT(store_people(&e, &(store_access){.path = path}, &strict, &p, NULL), AYANT_E_STORE);
    CHECK_TEXT(e.id, "S14");
    CHECK_HOLDS(e.text, "table 'person_columns', fact 'wage_net_month', row 0");
    strict.facts[WAGE].most = 100000;
    strict.facts[WORK].words = (const char **)fewer;
    strict.facts[WORK].word_count = 2;
    failure_clear(&e);
    CHECK_INT(store_people(&e, &(store_access){.path = path}, &strict, &p, NULL), AYANT_E_STORE);
    CHECK_HOLDS(e.text, "fact 'work_exemption', row 2");
    CHECK(strstr(e.text, "student") == NULL);
    strict.facts[WORK] = facts.facts[WORK];
    strict.facts[WAGE].kind = KIND_NUMBER;
    failure_clear(&e);
    CHECK_INT(store_people(&e, &(store_access){.path = path}, &strict, &p, NULL), AYANT_E_STORE);
    CHECK_TEXT(e.id, "S14");
}

/* Words keep their meaning when the rules put them in another order. */
static void words_are_matched_by_name(void)
{
    static const char *const turned[] = {"student", "shortage", "none", "general"};
    dictionary other = {0};
    people *p = NULL;

    CHECK_INT(import(file("words.db"), &facts, 3, 100, NULL), AYANT_OK);
    declare_all(&other);
    other.facts[WORK].words = (const char **)turned;
    other.facts[WORK].word_count = 4;
    if (!CHECK_INT(store_people(&e, &(store_access){.path = path}, &other, &p, NULL), AYANT_OK))
        return;
    CHECK_INT(people_cell(p, WORK, (size_t)people_find(p, text_of("a0"))), 2);
    CHECK_INT(people_cell(p, WORK, (size_t)people_find(p, text_of("a1"))), 3);
    CHECK_INT(people_cell(p, WORK, (size_t)people_find(p, text_of("a2"))), 0);
    people_free(p);
}

static void a_file_that_was_tampered_with_is_refused(void)
{
    CHECK_INT(import(file("tamper.db"), &facts, 2, 100, NULL), AYANT_OK);
    sql(path, "UPDATE person_columns SET cells = zeroblob(length(cells)) WHERE fact = 'wage_net_month'");
    CHECK_INT(first_wage(path), CELL_UNKNOWN);
    CHECK_HOLDS(e.text, "is damaged: table 'person_columns', run 0 of 'wage_net_month'");
    CHECK_INT(import(path, &facts, 2, 5, NULL), AYANT_OK);
    sql(path, "UPDATE person_columns SET cells = (SELECT cells FROM person_columns WHERE fact = 'birth_date')"
              " WHERE fact = 'wage_net_month'");
    CHECK_INT(first_wage(path), CELL_UNKNOWN);
    CHECK_TEXT(e.id, "S15");
    CHECK_INT(import(path, &facts, 2, 5, NULL), AYANT_OK);
    sql(path, "UPDATE person_columns SET chunk = chunk + 1");
    CHECK_INT(first_wage(path), CELL_UNKNOWN);
    CHECK_TEXT(e.id, "S15");
    CHECK_INT(import(path, &facts, 2, 5, NULL), AYANT_OK);
    CHECK_INT(first_wage(path), 5);
    sql(path, "CREATE TRIGGER t AFTER INSERT ON persons BEGIN DELETE FROM journal; END");
    CHECK_INT(first_wage(path), CELL_UNKNOWN);
    CHECK_TEXT(e.id, "S02");
}

/* Every byte of a small caseload, one after the other: an answer that is the same, or a refusal. */
static void one_changed_byte_never_crashes(void)
{
    static unsigned char bytes[1 << 20];
    size_t size;
    FILE *f;

    CHECK_INT(import(file("bytes.db"), &facts, 2, 100, NULL), AYANT_OK);
    f = fopen(path, "rb");
    size = fread(bytes, 1, sizeof bytes, f);
    fclose(f);
    for (size_t i = 100; i < size; i += 61) {
        people *p = NULL;

        bytes[i] ^= 0x15;
        put_bytes(path, (const char *)bytes, size);
        bytes[i] ^= 0x15;
        failure_clear(&e);
        if (store_people(&e, &(store_access){.path = path}, &facts, &p, NULL) == AYANT_OK)
            CHECK(p->persons == 4);
        else
            CHECK(e.text[0] && e.id[0]);
        people_free(p);
    }
}

/* As the first published version wrote it. */
static void an_earlier_file_keeps_its_journal(void)
{
    char line[300];

    sql(file("old.db"),
        "PRAGMA application_id = 1098473838; PRAGMA user_version = 1;"
        "CREATE TABLE households (household_id TEXT NOT NULL PRIMARY KEY CHECK (household_id <> '')) STRICT;"
        "CREATE TABLE persons (person_id TEXT NOT NULL PRIMARY KEY, household_id TEXT NOT NULL REFERENCES "
        "households (household_id)) STRICT;"
        "CREATE INDEX persons_by_household ON persons (household_id);"
        "CREATE TABLE relations (person_id TEXT NOT NULL REFERENCES persons (person_id),"
        " other_id TEXT NOT NULL REFERENCES persons (person_id), relation TEXT NOT NULL,"
        " PRIMARY KEY (person_id, other_id)) STRICT, WITHOUT ROWID;"
        "CREATE INDEX relations_by_other ON relations (other_id);"
        "CREATE TABLE journal (at TEXT NOT NULL, who TEXT NOT NULL, what TEXT NOT NULL, purpose TEXT NOT "
        "NULL,"
        " detail TEXT NOT NULL) STRICT;"
        "INSERT INTO households VALUES ('H1'); INSERT INTO persons VALUES ('P1', 'H1'), ('P2', 'H1');"
        "INSERT INTO relations VALUES ('P1', 'P2', 'sibling');"
        "INSERT INTO journal VALUES ('2026-01-01T00:00:00Z', 'a tester', 'import', '', 'the first')");
    CHECK_INT(first_wage(path), CELL_UNKNOWN);
    CHECK_TEXT(e.id, "S16");
    CHECK_HOLDS(e.text, "its journal is kept");
    failure_clear(&e);
    CHECK_INT(
        store_journal_add(&e, &(store_access){.path = path}, &(store_entry){.who = "A", .what = "contacts"}),
        AYANT_E_STORE);
    CHECK_TEXT(e.id, "S16");
    asked(path, "SELECT count(*) FROM persons", line, sizeof line);
    CHECK_TEXT(line, "2");
    CHECK_INT(import(path, &facts, 2, 100, NULL), AYANT_OK);
    CHECK_INT(first_wage(path), 100);
    asked(path, "SELECT group_concat(what || ' ' || detail, '; ') FROM journal", line, sizeof line);
    CHECK_TEXT(line, "import the first; import households 2, persons 4, relations 1, ayant 0.1.0");
}

static void two_writers_take_turns_or_say_so(void)
{
    sqlite3 *db = NULL;

    CHECK_INT(import(file("busy.db"), &facts, 2, 100, NULL), AYANT_OK);
    sqlite3_open(path, &db);
    CHECK_INT(sqlite3_exec(db, "BEGIN IMMEDIATE", NULL, NULL, NULL), SQLITE_OK);
    CHECK_INT(first_wage(path), 100); /* a reader is not disturbed */
    CHECK_INT(import(path, &facts, 2, 200, NULL), AYANT_E_STORE);
    CHECK_TEXT(e.id, "S03");
    CHECK_HOLDS(e.text, "another program is using it");
    sqlite3_close(db);
    CHECK_INT(import(path, &facts, 2, 200, NULL), AYANT_OK);
}

/* As somebody without rights on the folder: root may write anywhere. */
static void a_read_only_folder_can_be_read(void)
{
    char deep[300];
    int status = 0;
    pid_t child;

    CHECK_INT(mkdir(file("locked"), 0755), 0);
    snprintf(deep, sizeof deep, "%s/locked/100%%.db", folder);
    CHECK_INT(import(deep, &facts, 2, 100, NULL), AYANT_OK);
    chmod(deep, 0444);
    chmod(path, 0555);
    chmod(folder, 0755);
    child = fork();
    if (child == 0) {
        if (geteuid() == 0 && seteuid(65534) != 0)
            _exit(0);
        CHECK_INT(first_wage(deep), 100);
        CHECK_TEXT(e.text, "");
        CHECK_INT(import(deep, &facts, 2, 200, NULL), AYANT_E_SYSTEM);
        CHECK_TEXT(e.id, "S05");
        CHECK_INT(import("/tmp/test_store_absent/x.db", &facts, 2, 200, NULL), AYANT_E_SYSTEM);
        _exit(check_bad ? 1 : 0);
    }
    CHECK_INT(waitpid(child, &status, 0), child);
    CHECK_INT(status, 0);
    chmod(path, 0755);
}

static void a_name_that_is_no_column_is_refused(void)
{
    dictionary odd = {0};
    people *p;

    declare(&odd, "wage\" TEXT); DROP TABLE persons; --", ENTITY_PERSON, KIND_MONEY);
    p = people_new(&odd);
    CHECK_INT(people_finish(p, &e), AYANT_OK);
    failure_clear(&e);
    CHECK_INT(store_import(&e, &(store_access){.path = file("odd.db")}, p, "0.1.0", NULL, NULL),
              AYANT_E_RULE);
    CHECK_TEXT(e.id, "S12");
    people_free(p);
}

int main(void)
{
    char command[300];

    memory = arena_new();
    declare_all(&facts);
    declare_all(&more_facts);
    if (!mkdtemp(folder))
        return 1;
    RUN(what_goes_in_comes_out);
    RUN(an_import_replaces_all_and_is_journalled);
    RUN(a_fact_more_is_a_column_more);
    RUN(a_stopped_import_changes_nothing);
    RUN(a_killed_import_changes_nothing);
    RUN(a_disk_that_refuses_changes_nothing);
    RUN(what_is_no_caseload_is_refused);
    RUN(a_cut_file_is_refused);
    RUN(a_newer_file_is_refused);
    RUN(what_the_rules_do_not_accept_is_refused);
    RUN(words_are_matched_by_name);
    RUN(a_file_that_was_tampered_with_is_refused);
    RUN(one_changed_byte_never_crashes);
    RUN(an_earlier_file_keeps_its_journal);
    RUN(two_writers_take_turns_or_say_so);
    RUN(a_read_only_folder_can_be_read);
    RUN(a_name_that_is_no_column_is_refused);
    arena_free(memory);
    snprintf(command, sizeof command, "rm -rf '%s'", folder);
    return system(command) == 0 ? check_end() : 1;
}

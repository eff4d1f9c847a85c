/*
 * The journal: what is done is written down, and what was written down
 * cannot be changed without showing.
 */
#include <sqlite3.h>

#include "../../engine/privacy/privacy.h"
#include "small_caseload.h"

static void sql(const char *statement)
{
    sqlite3 *db = NULL;
    char *error = NULL;

    CHECK_INT(sqlite3_open(path, &db), SQLITE_OK);
    if (!CHECK_INT(sqlite3_exec(db, statement, NULL, NULL, &error), SQLITE_OK))
        fprintf(stderr, "%s\n", error);
    sqlite3_free(error);
    sqlite3_close(db);
}

static char written[20000];

static int to_text(void *to, const char *bytes, size_t length)
{
    (void)to;
    strncat(written, bytes, length < sizeof written - strlen(written) ? length : 0);
    return 0;
}

static ayant_status report(const ayant_journal_options *options, ayant_journal_state *state)
{
    ayant_sink sink = {to_text, NULL};
    store_access at = {.path = path};

    failure_clear(&e);
    written[0] = '\0';
    return journal_report(&e, &at, options, &sink, state);
}

/* The id of what is wrong, "" when nothing is. */
static const char *verdict(const char *expect)
{
    ayant_journal_options options = {.only_check = 1, .expect = expect, .format = AYANT_CSV};
    ayant_journal_state state = {0};

    report(&options, &state);
    return e.id;
}

static char *master; /* the bytes of the caseload that make() copies */
static size_t master_length;

/* Five lines: an import, everybody, one person, two persons, an import. */
static void make_master(void)
{
    static const char *const one[] = {"person-a0"}, *const two[] = {"person-a1", "person-b0"};
    store_access at = {.path = file("master.db")};
    const store_entry entries[] = {
        {.who = "A. Worker", .what = "screen", .purpose = "test", .everybody = STORE_EVERYBODY},
        {.who = "A. Worker", .what = "explain", .purpose = "test", .persons = one, .person_count = 1},
        {.what = "contacts", .purpose = "test", .detail = "households 2", .persons = two, .person_count = 2},
    };

    CHECK_INT(put_couples(&at, 2, 1), AYANT_OK);
    for (size_t i = 0; i < 3; i++)
        CHECK_INT(store_journal_add(&e, &at, &entries[i]), AYANT_OK);
    CHECK_INT(put_couples(&at, 2, 2), AYANT_OK);
    master = bytes_of(path, &master_length);
}

static void make(const char *name)
{
    put_bytes(file(name), master, master_length);
}

static void lines_say_who_when_what_and_about_whom(void)
{
    ayant_journal_options options = {.format = AYANT_CSV};
    ayant_journal_state state = {0};

    make("lines.db");
    CHECK_INT(report(&options, &state), AYANT_OK);
    CHECK_INT(state.first, 1);
    CHECK_INT(state.last, 5);
    CHECK_HOLDS(written, "A. Worker,uid ");
    CHECK_HOLDS(written, ",screen,test,all 4,");
    CHECK_HOLDS(written, ",explain,test,1,");
    CHECK_HOLDS(written, ",contacts,test,2,households 2,");
    CHECK(strstr(written, "person-") == NULL);
    options.person = "person-b0";
    CHECK_INT(report(&options, &state), AYANT_OK);
    CHECK_HOLDS(written, ",contacts,");
    CHECK_HOLDS(written, ",screen,"); /* it read everybody */
    CHECK(strstr(written, ",explain,") == NULL);
    options.person = "nobody";
    CHECK_INT(report(&options, &state), AYANT_OK);
    CHECK(strstr(written, ",contacts,") == NULL);
    options.person = NULL;
    options.since = "2199-01-01";
    CHECK_INT(report(&options, &state), AYANT_OK);
    CHECK(strstr(written, ",import,") == NULL);
    options.since = "soon";
    CHECK_INT(report(&options, &state), AYANT_E_USAGE);
}

/* One character of any column of any line, and the hashes themselves. */
static void one_changed_byte_shows(void)
{
    static const char *const changes[] = {
        "at = replace(at, 'Z', 'Y')",
        "login = login || '0'",
        "who = 'B' || substr(who, 2)",
        "what = what || ' '",
        "purpose = substr(purpose, 1, length(purpose) - 1) || 'u'",
        "detail = detail || '.'",
        "everybody = everybody + 1",
        "persons = CAST(persons || randomblob(16) AS BLOB)",
        "hash = randomblob(32)",
        "who = who || substr(what, 1, 1), what = substr(what, 2)", /* moved from one field to the next */
    };
    char statement[200];

    for (size_t i = 0; i < sizeof changes / sizeof *changes; i++)
        for (int line = 2; line <= 5; line++) {
            snprintf(statement, sizeof statement, "tampered%zu-%d.db", i, line);
            make(statement);
            CHECK_TEXT(verdict(NULL), "");
            snprintf(statement, sizeof statement, "UPDATE journal SET %s WHERE line = %d", changes[i], line);
            sql(statement);
            CHECK_TEXT(verdict(NULL), "J04");
        }
}

static void removed_added_and_moved_lines_show(void)
{
    char noted[65];
    ayant_journal_options options = {.only_check = 1, .format = AYANT_CSV};
    ayant_journal_state state = {0};

    make("removed.db");
    sql("DELETE FROM journal WHERE line = 3");
    CHECK_TEXT(verdict(NULL), "J05");
    CHECK_HOLDS(e.text, "line 3 was removed");
    make("renumbered.db");
    sql("DELETE FROM journal WHERE line = 3; UPDATE journal SET line = line - 1 WHERE line > 3");
    CHECK_TEXT(verdict(NULL), "J04");
    make("first.db");
    sql("DELETE FROM journal WHERE line = 1");
    CHECK_TEXT(verdict(NULL), "J05");
    make("last.db");
    sql("DELETE FROM journal WHERE line = 5");
    CHECK_TEXT(verdict(NULL), "J06");
    make("all.db");
    sql("DELETE FROM journal");
    CHECK_TEXT(verdict(NULL), "J06");
    make("added.db");
    sql("INSERT INTO journal SELECT 6, at, login, who, what, purpose, detail, everybody, persons, hash FROM "
        "journal "
        "WHERE line = 5");
    CHECK_TEXT(verdict(NULL), "J04");
    make("swapped.db");
    sql("UPDATE journal SET line = 99 WHERE line = 2; UPDATE journal SET line = 2 WHERE line = 3;"
        "UPDATE journal SET line = 3 WHERE line = 99");
    CHECK_TEXT(verdict(NULL), "J04");
    make("head.db");
    sql("DELETE FROM journal_head");
    CHECK_TEXT(verdict(NULL), "J01");

    /* whoever cuts the end and mends the head is found by a hash noted elsewhere */
    make("noted.db");
    CHECK_INT(report(&options, &state), AYANT_OK);
    snprintf(noted, sizeof noted, "%s", state.hash);
    CHECK_TEXT(verdict(noted), "");
    CHECK_INT(put_couples(&(store_access){.path = path}, 1, 3), AYANT_OK);
    options.expect = noted;
    CHECK_INT(report(&options, &state), AYANT_OK);
    CHECK_INT(state.expected_line, 5);
    sql("DELETE FROM journal WHERE line > 4; UPDATE journal_head SET last = 4,"
        " hash = (SELECT hash FROM journal WHERE line = 4)");
    CHECK_TEXT(verdict(NULL), "");
    CHECK_TEXT(verdict(noted), "J08");
    CHECK_TEXT(verdict("abc"), "J02");
}

/* As the first version wrote it: the line is kept, chained, and not lost by the import that follows. */
static void an_older_journal_is_kept(void)
{
    ayant_journal_options options = {.format = AYANT_CSV};
    ayant_journal_state state = {0};

    file("older.db");
    sql("PRAGMA application_id = 1098473838; PRAGMA user_version = 1;"
        "CREATE TABLE households (household_id TEXT NOT NULL PRIMARY KEY CHECK (household_id <> '')) STRICT;"
        "CREATE TABLE persons (person_id TEXT NOT NULL PRIMARY KEY CHECK (person_id <> ''),"
        " household_id TEXT NOT NULL REFERENCES households (household_id)) STRICT;"
        "CREATE INDEX persons_by_household ON persons (household_id);"
        "CREATE TABLE relations (person_id TEXT NOT NULL REFERENCES persons (person_id),"
        " other_id TEXT NOT NULL REFERENCES persons (person_id),"
        " relation TEXT NOT NULL CHECK (relation IN ('grandparent', 'grandchild', 'parent_in_law', "
        "'child_in_law',"
        " 'sibling', 'other_relative', 'unrelated')),"
        " PRIMARY KEY (person_id, other_id), CHECK (person_id <> other_id)) STRICT, WITHOUT ROWID;"
        "CREATE INDEX relations_by_other ON relations (other_id);"
        "CREATE TABLE journal (at TEXT NOT NULL, who TEXT NOT NULL, what TEXT NOT NULL, purpose TEXT NOT "
        "NULL,"
        " detail TEXT NOT NULL) STRICT;"
        "INSERT INTO journal VALUES ('2026-01-01T00:00:00Z', 'somebody', 'import', '', 'households 1');"
        "INSERT INTO journal VALUES ('2026-01-02T00:00:00Z', 'somebody', 'contacts', 'x', 'households 2')");
    CHECK_INT(report(&options, &state), AYANT_E_STORE);
    CHECK_TEXT(e.id, "S16");
    CHECK_INT(put_couples(&(store_access){.path = path}, 2, 2), AYANT_OK);
    CHECK_INT(report(&options, &state), AYANT_OK);
    CHECK_HOLDS(written, "1,2026-01-01T00:00:00Z,somebody,,import,,0,households 1,");
    CHECK_INT(state.last, 3);
    sql("UPDATE journal SET who = 'somebody else' WHERE line = 1");
    CHECK_TEXT(verdict(NULL), "J04");
}

int main(void)
{
    if (!small_begin())
        return 1;
    make_master();
    RUN(lines_say_who_when_what_and_about_whom);
    RUN(one_changed_byte_shows);
    RUN(removed_added_and_moved_lines_show);
    RUN(an_older_journal_is_kept);
    free(master);
    return small_end();
}

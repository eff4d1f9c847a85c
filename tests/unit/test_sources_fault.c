/*
 * Memory that runs out while a file is read, whatever its kind: for every n,
 * the n-th allocation fails, then all from the n-th on. Each time it is the
 * same rows or a status with a sentence, and every block is given back.
 */
#include "failing_heap.h"
#include <time.h>
#include "source_fixtures.h"

#define PART_OPENINGS 9 /* files of the archive opened while a workbook is read */

static char reference[sizeof fixture_text];

/* What the libraries keep between calls: SQLite its pools, the C library the time zone libzip asks for. */
static void give_back(void)
{
    sqlite3_shutdown();
    tzset();
}

/*
 * `forgotten`: blocks a library may keep. libzip 1.7.3 (zip_source_crc_create) forgets one when the
 * allocation after it fails.
 */
static int fails_well(const char *name, long n, int and_after, long forgotten)
{
    long live = failing.live;
    const char *got;
    int bad = 0;

    failing.fail_at = n;
    failing.and_after = and_after;
    failing.asked = 0;
    got = fixture_part(name, "persons");
    failing.fail_at = 0;
    give_back();
    if (got == fixture_text) /* done without it */
        bad |= !CHECK_TEXT(got, reference);
    else
        bad |= !CHECK_INT(fixture_failure.status, AYANT_E_MEMORY);
    bad |= !CHECK(failing.live - live >= 0 && failing.live - live <= forgotten);
    if (bad)
        fprintf(stderr, "'%s', allocation %ld%s: %s %s\n", name, n, and_after ? " and all after" : "",
                fixture_failure.id, fixture_failure.text);
    return !bad;
}

static void try_each(const char *name, int zipped)
{
    long first, n = 1, bad = 0;

    for (int i = 0; i < 2; i++) { /* what the libraries keep for good, they have then */
        const char *got = fixture_part(name, "persons");

        give_back();
        if (!CHECK(got == fixture_text))
            return;
        strcpy(reference, got);
    }
    if (!HEAP_CAN_FAIL)
        return;
    first = failing.live;
    do {
        bad += !fails_well(name, n, 0, zipped);
        bad += !fails_well(name, n, 1, zipped);
        n++;
    } while (failing.asked >= n - 1 && bad < 8);
    CHECK(failing.live - first <= (zipped ? 4 * PART_OPENINGS : 0));
    fprintf(stderr, "'%s': %ld places\n", name, n - 1);
}

static void a_workbook(void)
{
    fixture_xlsx("book", TWO_SHEETS("", "one", "two"),
                 SHEET("<row r='1'><c r='A1' t='s'><v>0</v></c><c r='B1' t='s'><v>2</v></c></row>"
                       "<row r='2'><c r='A2' t='s'><v>1</v></c><c r='B2' s='1'><v>46082</v></c></row>"),
                 SHEET(""));
    try_each("book", 1);
}

static void an_ods_workbook(void)
{
    fixture_ods("book",
                ODS("<style:style style:name='a' style:family='table'><style:table-properties "
                    "table:display='false'/></style:style>",
                    "<table:table table:name='one'><table:table-row><table:table-cell "
                    "office:value-type='string'><text:p>a</text:p></table:table-cell></table:table-row>"
                    "<table:table-row><table:table-cell office:value-type='float' "
                    "office:value='1'/></table:table-row></table:table>"));
    try_each("book", 1);
}

static void a_database(void)
{
    fixture_database("book",
                     "CREATE TABLE t (a, b); INSERT INTO t VALUES ('v', 1.5), (CAST(x'e9' AS TEXT), NULL)");
    give_back();
    try_each("book", 0);
}

static void lines_of_json(void)
{
    fixture_write("book", "{\"a\": 1, \"b\": {\"c\": \"x\"}}\n{\"a\": true, \"d\": 1.5}\n");
    try_each("book", 0);
}

static void texts(void)
{
    fixture_write("book", "Titre;;;\na;b;c;d\n1;\"2\n2\";\xe9;4\n");
    try_each("book", 0);
    fixture_bytes("book",
                  "\xff\xfe"
                  "a\0;\0b\0\n\0"
                  "1\0;\0\xe9\0\n\0",
                  18);
    try_each("book", 0);
}

int main(void)
{
    if (!CHECK_INT(fixture_open(), 0))
        return check_end();
    RUN(a_workbook);
    RUN(an_ods_workbook);
    RUN(a_database);
    RUN(lines_of_json);
    RUN(texts);
    unlink(fixture_path("book"));
    CHECK_INT(rmdir(fixture_folder), 0);
    return check_end();
}

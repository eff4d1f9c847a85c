/*
 * Reading CSV files: every way a file can be odd, and what becomes of it.
 *
 * Everybody here is made up. National numbers are the published samples.
 */
#include <stdlib.h>
#include <sys/stat.h>
#include <unistd.h>
#include "../../engine/base/limits.h"
#include "../../engine/ingest/clean.h"
#include "../../engine/ingest/csv.h"
#include "../../engine/ingest/figures.h"
#include "../../engine/ingest/ingest.h"
#include "check.h"

#define T(s) text_of(s)
#define HOUSEHOLDS "household_id,postal_code,rent_month\nh1,1080,650.00\nh2,1000,\n"

enum { POSTAL, RENT, NISS, NAME, PHONE, EMAIL, BIRTH, GENDER, WAGE, GRANT, WEIGHT, STUDENT, PARTNER, FACTS };

typedef struct desk {
    arena *memory;
    dictionary facts;
    char folder[64], households[96], persons[96], relations[96], rejects[96];
    people *p;
    failure e;
    ayant_import_counts counts;
    char notes[4096];
} desk;

static int take_notes(void *to, const char *bytes, size_t length)
{
    desk *d = to;
    size_t used = strlen(d->notes);

    if (used + length >= sizeof d->notes)
        return 1;
    memcpy(d->notes + used, bytes, length);
    d->notes[used + length] = '\0';
    return 0;
}

static desk desk_new(void)
{
    static const char *genders[] = {"f", "m", "x"};
    static const fact facts[FACTS] = {
        [POSTAL] = {.name = "postal_code", .entity = ENTITY_HOUSEHOLD, .kind = KIND_TEXT},
        [RENT] = {.name = "rent_month", .entity = ENTITY_HOUSEHOLD, .kind = KIND_MONEY},
        [NISS] = {.name = "niss", .entity = ENTITY_PERSON, .kind = KIND_TEXT, .contact_only = 1},
        [NAME] = {.name = "first_name", .entity = ENTITY_PERSON, .kind = KIND_TEXT, .contact_only = 1},
        [PHONE] = {.name = "phone", .entity = ENTITY_PERSON, .kind = KIND_TEXT, .contact_only = 1},
        [EMAIL] = {.name = "email", .entity = ENTITY_PERSON, .kind = KIND_TEXT, .contact_only = 1},
        [BIRTH] = {.name = "birth_date", .entity = ENTITY_PERSON, .kind = KIND_DATE},
        [GENDER] =
            {.name = "gender", .entity = ENTITY_PERSON, .kind = KIND_WORD, .words = genders, .word_count = 3},
        [WAGE] = {.name = "wage_net_month",
                  .entity = ENTITY_PERSON,
                  .kind = KIND_MONEY,
                  .per = PERIOD_MONTH,
                  .most = 1000000},
        [GRANT] = {.name = "study_grant_month",
                   .entity = ENTITY_PERSON,
                   .kind = KIND_MONEY,
                   .per = PERIOD_MONTH},
        [WEIGHT] = {.name = "weight", .entity = ENTITY_PERSON, .kind = KIND_NUMBER},
        [STUDENT] = {.name = "student", .entity = ENTITY_PERSON, .kind = KIND_TRUTH},
        [PARTNER] = {.name = "partner_id", .entity = ENTITY_PERSON, .kind = KIND_PERSON},
    };
    desk d = {.memory = arena_new()};

    for (int i = 0; i < FACTS; i++)
        CHECK_INT(dictionary_add(&d.facts, d.memory, &facts[i]), i);
    strcpy(d.folder, "/tmp/ayant-ingest-XXXXXX");
    CHECK(mkdtemp(d.folder) != NULL);
    snprintf(d.households, sizeof d.households, "%s/h.csv", d.folder);
    snprintf(d.persons, sizeof d.persons, "%s/p.csv", d.folder);
    snprintf(d.relations, sizeof d.relations, "%s/r.csv", d.folder);
    snprintf(d.rejects, sizeof d.rejects, "%s/rejects.csv", d.folder);
    return d;
}

static void write_bytes(const char *path, const char *bytes, size_t length)
{
    FILE *f = fopen(path, "wb");

    if (CHECK(f != NULL)) {
        CHECK_INT(fwrite(bytes, 1, length, f), length);
        fclose(f);
    }
}

static ayant_status read_all(desk *d, const char *households, const char *persons, const char *relations)
{
    ayant_sink notes = {take_notes, d};
    ayant_inputs in = {.households = d->households,
                       .persons = d->persons,
                       .relations = relations ? d->relations : NULL,
                       .rejects = d->rejects};

    write_bytes(d->households, households, strlen(households));
    if (persons)
        write_bytes(d->persons, persons, strlen(persons));
    if (relations)
        write_bytes(d->relations, relations, strlen(relations));
    return ingest_people(&d->e, &d->facts, &in, &notes, NULL, &d->p, &d->counts);
}

/* The rejects without the path of each line: "line,column,value,reason". */
static const char *rejected(const desk *d)
{
    static char out[8192];
    char line[2048], *comma;
    FILE *f = fopen(d->rejects, "rb");

    out[0] = '\0';
    if (!f)
        return "no file";
    if (!fgets(line, sizeof line, f) || strcmp(line, "file,line,column,value,reason\n") != 0)
        strcpy(out, "no header");
    while (fgets(line, sizeof line, f))
        if ((comma = strchr(line, ',')) && strlen(out) + strlen(comma) < sizeof out)
            strcat(out, comma + 1);
    fclose(f);
    return out;
}

static const char *value_of(const desk *d, const char *person, int which)
{
    static char out[64];
    int64_t row = d->p ? people_find(d->p, T(person)) : -1;

    if (row < 0)
        return "nobody";
    if (d->facts.facts[which].kind == KIND_TEXT)
        return d->p->texts[which] && d->p->texts[which][row] ? d->p->texts[which][row] : "";
    fact_print(&d->facts.facts[which], people_cell(d->p, which, (size_t)row), out, sizeof out);
    return out;
}

static void desk_free(desk *d)
{
    char path[128];

    snprintf(path, sizeof path, "%s.tmp", d->rejects);
    CHECK(access(path, F_OK) != 0);
    people_free(d->p);
    arena_free(d->memory);
    remove(d->households);
    remove(d->persons);
    remove(d->relations);
    remove(d->rejects);
    CHECK_INT(rmdir(d->folder), 0);
}

/* A whole file that must be refused with an id, at a line, leaving nothing. */
static void refused(const char *households, const char *persons, const char *id, int line)
{
    desk d = desk_new();

    CHECK(read_all(&d, households, persons, NULL) < 0);
    CHECK_TEXT(d.e.id, id);
    CHECK_INT(d.e.line, line);
    CHECK(d.p == NULL);
    CHECK_INT(d.counts.households, 0);
    CHECK_TEXT(rejected(&d), "no file");
    desk_free(&d);
}

static void a_plain_file_is_read(void)
{
    desk d = desk_new();

    CHECK_INT(
        read_all(&d, HOUSEHOLDS,
                 "person_id,household_id,first_name,birth_date,wage_net_month,student,partner_id,shoe_size\n"
                 "a,h1, Ana ,1990-02-03,1234.5,no,b,38\n"
                 "b,h1,Bo,04/02/1991,,oui,,\n"
                 "c,h2,\"O\"\"Neil, C\" ,,0,,,",
                 "person_id,other_id,relation\na,b,Unrelated\n"),
        AYANT_OK);
    CHECK_TEXT(d.e.text, "");
    CHECK_INT(d.counts.households, 2);
    CHECK_INT(d.counts.persons, 3);
    CHECK_INT(d.counts.relations, 1);
    CHECK_INT(d.counts.rows_rejected + d.counts.cells_rejected, 0);
    CHECK_INT(d.counts.columns_ignored, 1);
    CHECK_TEXT(value_of(&d, "a", NAME), "Ana");
    CHECK_TEXT(value_of(&d, "a", WAGE), "1234.50");
    CHECK_TEXT(value_of(&d, "b", BIRTH), "1991-02-04");
    CHECK_TEXT(value_of(&d, "b", WAGE), "");
    CHECK_TEXT(value_of(&d, "b", STUDENT), "yes");
    CHECK_TEXT(value_of(&d, "c", NAME), "O\"Neil, C");
    CHECK_TEXT(value_of(&d, "c", WAGE), "0.00");
    CHECK_INT(people_cell(d.p, PARTNER, 1), 0);
    CHECK_TEXT(rejected(&d), "");
    CHECK_HOLDS(d.notes, "shoe_size");
    CHECK_HOLDS(d.notes, "3 rows");
    desk_free(&d);
}

static void spreadsheets_of_belgium_are_read(void)
{
    desk d = desk_new();

    CHECK_INT(
        read_all(
            &d,
            "\xef\xbb\xbfsep=;\r\nHousehold_ID;rent_month;postal_code\r\nh1;1.234,56;B-1080\r\n\r\n;;\r\n",
            "person_id;household_id;first_name;wage_net_month;study_grant_month\r\n"
            "a;h1;Ren\xe9 \x80;1.000;1.000\r\n"
            "b;h1;Zo\xc3\xab;\"950,5\";\r\n"
            "c;h1;;1 200,00 \xe2\x82\xac;2000\r\n",
            NULL),
        AYANT_OK);
    CHECK_TEXT(d.e.text, "");
    CHECK_INT(people_cell(d.p, RENT, 0), 123456);
    CHECK_TEXT(d.p->texts[POSTAL][0], "1080");
    CHECK_TEXT(value_of(&d, "a", NAME), "Ren\xc3\xa9 \xe2\x82\xac");
    CHECK_TEXT(value_of(&d, "b", NAME), "Zo\xc3\xab");
    CHECK_TEXT(value_of(&d, "a", WAGE), "1000.00");  /* the column says so further down */
    CHECK_TEXT(value_of(&d, "a", GRANT), "1000.00"); /* the file says so */
    CHECK_TEXT(value_of(&d, "b", WAGE), "950.50");
    CHECK_TEXT(value_of(&d, "c", WAGE), "1200.00");
    CHECK_TEXT(rejected(&d), "");
    CHECK_HOLDS(d.notes, "Windows-1252");
    CHECK_HOLDS(d.notes, "decimal commas in wage_net_month\n");
    CHECK_HOLDS(d.notes, "separated by ';'");
    desk_free(&d);
}

static void figures_are_not_guessed(void)
{
    desk d = desk_new();

    CHECK_INT(mark_of(T("1234")), 0);
    CHECK_INT(mark_of(T("1234.56")), MARK_POINT);
    CHECK_INT(mark_of(T("1,234.56")), MARK_POINT);
    CHECK_INT(mark_of(T("1.234,56")), MARK_COMMA);
    CHECK_INT(mark_of(T("1.234.567")), MARK_COMMA);
    CHECK_INT(mark_of(T("0.123")), MARK_POINT);
    CHECK_INT(mark_of(T("1234.567")), MARK_POINT);
    CHECK_INT(mark_of(T("1 234,567")), MARK_COMMA);
    CHECK_INT(mark_of(T("1.234 \xe2\x82\xac")), MARK_EITHER);
    CHECK_INT(mark_of(T("-1,234")), MARK_EITHER);
    CHECK_INT(read_all(&d, HOUSEHOLDS,
                       "person_id\thousehold_id\twage_net_month\tweight\n"
                       "a\th1\t1.234\t1.234\nb\th1\t12,5\t1.5\nc\th2\t12.5\t\n",
                       NULL),
              AYANT_OK);
    CHECK_TEXT(value_of(&d, "a", WAGE), "");
    CHECK_TEXT(value_of(&d, "b", WAGE), "12.50");
    CHECK_TEXT(value_of(&d, "c", WAGE), "12.50");
    CHECK_TEXT(value_of(&d, "a", WEIGHT), "1.234");
    CHECK_TEXT(rejected(&d),
               "2,wage_net_month,1.234,two figures are possible: the column does not show what its point "
               "or comma means\n");
    desk_free(&d);
}

static void bad_cells_do_not_stop_a_row(void)
{
    desk d = desk_new();

    CHECK_INT(read_all(&d, HOUSEHOLDS,
                       "person_id,household_id,niss,phone,email,birth_date,wage_net_month,partner_id,gender\n"
                       "a,h1,85.07.30-033 28,02/555.12.34,ana@example.org,1985-07-30,12000,a,m\n"
                       "b,h1,85.07.30-033 29,12,\xc3\xa9ve@,31/02/1980,12.345,,f\n"
                       "c,h2,42.01.22.051-81,+33 1 23 45 67 89,,1942-01-23,\"1,2,3\",,f\n",
                       NULL),
              AYANT_OK);
    CHECK_TEXT(value_of(&d, "a", NISS), "85073003328");
    CHECK_TEXT(value_of(&d, "a", PHONE), "+3225551234");
    CHECK_TEXT(value_of(&d, "a", EMAIL), "ana@example.org");
    CHECK_TEXT(value_of(&d, "b", NISS), "");
    CHECK_TEXT(value_of(&d, "c", PHONE), "+33123456789");
    CHECK_INT(d.counts.cells_rejected, 8);
    CHECK_TEXT(rejected(&d),
               "2,wage_net_month,12000,above the most allowed (10000.00)\n"
               "2,partner_id,a,a person cannot be their own partner or parent\n"
               "3,niss,99.99.99-999 99,not a valid national number\n"
               "3,phone,99,not a telephone number\n"
               "3,email,aaa@,not an e-mail address\n"
               "3,birth_date,31/02/1980,\"not a date that exists, or not within 1870 to 2199\"\n"
               "4,wage_net_month,\"1,2,3\",not an amount\n"
               "3,wage_net_month,12.345,not an amount: more than two decimals\n");
    CHECK_HOLDS(d.notes, "1 national numbers do not agree with birth_date");
    CHECK_HOLDS(d.notes, "1 national numbers do not agree with gender");
    desk_free(&d);
}

static void bad_rows_are_rejected_with_their_line(void)
{
    desk d = desk_new();

    CHECK_INT(read_all(&d, HOUSEHOLDS "h1,1080,1\n",
                       "person_id,household_id,first_name\n"
                       "a,h1,\"two\nlines\"\n"
                       "a,h1,Twin\n"
                       ",h1,Nobody\n"
                       "b,,Nowhere\n"
                       "c,h9,Lost\n"
                       "d,h1,Too,many\n"
                       "e,h1\n"
                       "f,h1,\"ab\"c\n",
                       "person_id,other_id,relation\na,e,cousin\na,z,sibling\nz,a,sibling\na,a,sibling\n"),
              AYANT_OK);
    CHECK_TEXT(value_of(&d, "a", NAME), "two\nlines");
    CHECK_INT(d.counts.persons, 3);
    CHECK_INT(d.counts.rows_rejected, 10);
    CHECK_INT(d.counts.cells_rejected, 2);
    CHECK_TEXT(
        rejected(&d),
        "4,household_id,h1,the identifier is that of an earlier line\n"
        "4,person_id,a,the identifier is that of an earlier line\n"
        "5,person_id,,the identifier is empty\n"
        "6,household_id,,the household identifier is empty\n"
        "7,household_id,h9,no such household\n"
        "8,,,more cells than the header has columns: is a text with the separator not quoted?\n"
        "9,first_name,,the line ends early: this cell and those after it are empty\n"
        "10,first_name,,text after the closing quote\n"
        "2,relation,cousin,\"not one of grandparent, grandchild, parent_in_law, child_in_law, sibling, "
        "other_relative, unrelated\"\n"
        "3,other_id,z,one of the two people does not exist\n"
        "4,person_id,z,one of the two people does not exist\n"
        "5,person_id,a,both identifiers are one person's\n");
    desk_free(&d);
}

static void files_that_cannot_be_understood_are_refused(void)
{
    desk d = desk_new();

    refused(HOUSEHOLDS, "", "I03", 1);
    refused(HOUSEHOLDS, "\xef\xbb\xbf\n\n", "I03", 1);
    refused(HOUSEHOLDS, "person_id,household\na,h1\n", "I05", 1);
    refused(HOUSEHOLDS, "person_id,household_id,weight,Weight\na,h1,1,1\n", "I06", 1);
    refused(HOUSEHOLDS, "person_id,household_id,first_name\na,h1,\"open\nb,h1,Bo\nc,h1,Cy\n", "I04", 2);
    refused(HOUSEHOLDS, "person_id,household_id,first_name\na,h1,\"open\nb,h1,\"Bo\"\nc,h1,Cy\n", "I04", 2);
    refused(HOUSEHOLDS, "\xff\xfep\0", "I08", 0);
    refused(HOUSEHOLDS, "PK\x03\x04zip", "I08", 0);
    CHECK(read_all(&d, HOUSEHOLDS, NULL, NULL) < 0);
    CHECK_TEXT(d.e.id, "I01");
    CHECK_HOLDS(d.e.text, "No such file");
    CHECK_TEXT(rejected(&d), "no file");
    desk_free(&d);
}

static void errors_name_columns_but_nobody(void)
{
    desk d = desk_new();

    CHECK(read_all(&d, HOUSEHOLDS, "Dupond,Jean,1080\nDurand,Anne,1000\n", NULL) < 0);
    CHECK(strstr(d.e.text, "dupond") == NULL && strstr(d.e.text, "Dupond") == NULL);
    failure_clear(&d.e);
    CHECK(read_all(&d, HOUSEHOLDS, "person_id,menage\nx,y\n", NULL) < 0);
    CHECK_HOLDS(d.e.text, "no column 'household_id'; it has: person_id, menage");
    desk_free(&d);
}

static void a_header_alone_is_a_file_of_nobody(void)
{
    desk d = desk_new();

    CHECK_INT(read_all(&d, "household_id", "person_id,household_id\r\n", "person_id,other_id,relation\n"),
              AYANT_OK);
    CHECK_INT(d.p->persons, 0);
    CHECK_TEXT(rejected(&d), "");
    desk_free(&d);
}

static void large_cells_are_dropped(void)
{
    size_t big = 1u << 20, used;
    char *page = malloc(2 * big + 400);
    desk d = desk_new();

    if (!CHECK(page != NULL))
        return;
    used = (size_t)sprintf(page, "person_id,household_id,first_name,student\na,h1,\"");
    memset(page + used, 'x', big);
    page[used + 1000] = '\n';
    used += big;
    used += (size_t)sprintf(page + used, "\",yes\nb,h1,");
    memset(page + used, 'y', big);
    used += big;
    sprintf(page + used, ",no\nc,h2,Cy,yes\n");
    CHECK_INT(read_all(&d, HOUSEHOLDS, page, NULL), AYANT_OK);
    CHECK_TEXT(value_of(&d, "a", STUDENT), "yes");
    CHECK_TEXT(value_of(&d, "a", NAME), "");
    CHECK_TEXT(value_of(&d, "b", STUDENT), "no");
    CHECK_TEXT(value_of(&d, "c", NAME), "Cy");
    CHECK_TEXT(rejected(&d), "2,first_name,,longer than a cell may be: is a quote missing?\n"
                             "4,first_name,,longer than a cell may be: is a quote missing?\n");
    free(page);
    desk_free(&d);
}

static void zero_bytes_and_unknown_bytes_are_rejected(void)
{
    static const char page[] =
        "person_id,household_id,first_name,student\na,h1,x\0y,yes\nb,h1,x\x81,yes\nc\0,h1,,\n";
    desk d = desk_new();

    write_bytes(d.persons, page, sizeof page - 1);
    CHECK_INT(read_all(&d, HOUSEHOLDS, NULL, NULL), AYANT_OK);
    CHECK_TEXT(value_of(&d, "a", STUDENT), "yes");
    CHECK_TEXT(rejected(&d), "2,first_name,,holds a zero byte\n"
                             "3,first_name,,neither UTF-8 nor Windows-1252\n"
                             "4,person_id,,holds a zero byte\n");
    desk_free(&d);
}

/* Rows must come out the same wherever the buffer happens to end. */
static void rows_cross_the_buffer(void)
{
    enum { ROWS = 30000 };
    char *page = malloc(ROWS * 80 + 200), *at = page;
    desk d = desk_new();
    char id[16];

    if (!CHECK(page != NULL))
        return;
    at += sprintf(at, "person_id,household_id,first_name,wage_net_month\n");
    for (int i = 0; i < ROWS; i++)
        at += i % 3 ? sprintf(at, "p%d,g%d,name %d,%d.25\r\n", i, i, i, i % 9000)
                    : sprintf(at, "\"p%d\",g%d,\"na\"\"me\n %d\",%d.25\n", i, i, i, i % 9000);
    write_bytes(d.persons, page, (size_t)(at - page));
    at = page + sprintf(page, "household_id\n");
    for (int i = 0; i < ROWS; i++)
        at += sprintf(at, "g%d\n", i);
    CHECK_INT(read_all(&d, page, NULL, NULL), AYANT_OK);
    CHECK_INT(d.counts.persons, ROWS);
    CHECK_INT(d.counts.cells_rejected, 0);
    for (int i = 0; i < ROWS; i += 7) {
        char name[32], wage[32];

        snprintf(id, sizeof id, "p%d", i);
        snprintf(name, sizeof name, i % 3 ? "name %d" : "na\"me\n %d", i);
        snprintf(wage, sizeof wage, "%d.25", i % 9000);
        CHECK_TEXT(value_of(&d, id, NAME), name);
        CHECK_TEXT(value_of(&d, id, WAGE), wage);
    }
    free(page);
    desk_free(&d);
}

static int stop_at_once(void *to, const char *what, uint64_t done, uint64_t total)
{
    (void)to, (void)what, (void)done, (void)total;
    return 1;
}

static void an_import_can_be_stopped_or_refused(void)
{
    desk d = desk_new();
    ayant_progress progress = {stop_at_once, NULL};
    ayant_inputs in = {.households = d.households, .persons = d.persons, .rejects = d.rejects};

    write_bytes(d.households, HOUSEHOLDS, strlen(HOUSEHOLDS));
    CHECK_INT(ingest_people(&d.e, &d.facts, &in, NULL, &progress, &d.p, NULL), AYANT_E_CANCELLED);
    failure_clear(&d.e);
    in.rejects = in.persons;
    CHECK_INT(ingest_people(&d.e, &d.facts, &in, NULL, NULL, &d.p, NULL), AYANT_E_USAGE);
    failure_clear(&d.e);
    in.households = in.persons = "-";
    CHECK_INT(ingest_people(&d.e, &d.facts, &in, NULL, NULL, &d.p, NULL), AYANT_E_USAGE);
    failure_clear(&d.e);
    in.persons = NULL;
    CHECK_INT(ingest_people(&d.e, &d.facts, &in, NULL, NULL, &d.p, NULL), AYANT_E_USAGE);
    failure_clear(&d.e);
    in = (ayant_inputs){.households = d.households, .persons = d.folder};
    CHECK_INT(ingest_people(&d.e, &d.facts, &in, NULL, NULL, &d.p, NULL), AYANT_E_INPUT);
    failure_clear(&d.e);
    in.rejects = "/nowhere/at/all.csv";
    CHECK_INT(ingest_people(&d.e, &d.facts, &in, NULL, NULL, &d.p, NULL), AYANT_E_SYSTEM);
    CHECK_TEXT(rejected(&d), "no file");
    desk_free(&d);
}

static const char *cleaned(cleaner *c, clean_kind kind_of, const char *written)
{
    static char out[CLEAN_TEXT + 1];
    size_t length = 0;
    const char *reason = clean_text(c, kind_of, T(written), out, &length);

    out[length] = '\0';
    return reason ? reason : out;
}

static void national_numbers_are_checked(void)
{
    static const char *const good[][2] = {
        {"42.01.22.051-81", "42012205181"}, {"85.07.30-033.28", "85073003328"},
        {"17.07.30-033.84", "17073003384"}, {"98.47.28-997.65", "98472899765"},
        {"01.49.07-001.85", "01490700185"}, {"75.06.08-980.09", "75060898009"},
        {"00000100166", "00000100166"},     {"00000100195", "00000100195"},
        {"00000000128", "00000000128"},     {"00010000135", "00010000135"},
        {"85073500107", "85073500107"},     {"04022900231", "04022900231"},
        {"40123199863", "40123199863"},     {"26110100535", "26110100535"},
        {"26110100506", "26110100506"},
    };
    static const char *const bad[] = {"12345678901",      "85133000105", "8507300332", "850730033281",
                                      "85073003327",      "85a73003328", "",           "00000000000",
                                      "85.07.30-033.28\n"};
    failure e = {0};
    cleaner *c = NULL;
    niss n;

    if (!CHECK_INT(cleaner_new(&e, &c), AYANT_OK))
        return;
    for (size_t i = 0; i < sizeof good / sizeof *good; i++)
        CHECK_TEXT(cleaned(c, CLEAN_NISS, good[i][0]), good[i][1]);
    for (size_t i = 0; i < sizeof bad / sizeof *bad; i++)
        CHECK_TEXT(cleaned(c, CLEAN_NISS, bad[i]), "not a valid national number");
    CHECK(clean_niss(c, T("42012205181"), &n) && n.born_1900 && !n.born_2000 && n.male == 1 && n.bis == 0);
    CHECK(clean_niss(c, T("98472899765"), &n) && n.bis == 40 && n.month == 7 && n.day == 28);
    CHECK(clean_niss(c, T("01490700185"), &n) && n.born_2000 && n.month == 9);
    CHECK(clean_niss(c, T("75060898009"), &n) && n.male == 0);
    CHECK(clean_niss(c, T("85073500107"), &n) && n.month == 7 && n.day == 0);
    CHECK(clean_niss(c, T("00000100195"), &n) && n.born_2000 && !n.born_1900 && n.month == 0);
    CHECK(clean_niss(c, T("26110100535"), &n) && n.born_2000 && !n.born_1900);
    cleaner_free(c);
}

static void contacts_come_out_in_one_spelling(void)
{
    failure e = {0};
    cleaner *c = NULL;

    if (!CHECK_INT(cleaner_new(&e, &c), AYANT_OK))
        return;
    CHECK_TEXT(cleaned(c, CLEAN_PHONE, "0475 55 51 23"), "+32475555123");
    CHECK_TEXT(cleaned(c, CLEAN_PHONE, "+32 (0)475 55 51 23"), "+32475555123");
    CHECK_TEXT(cleaned(c, CLEAN_PHONE, "0032/2/555.12.34"), "+3225551234");
    CHECK_TEXT(cleaned(c, CLEAN_PHONE, "04 222 33 44"), "+3242223344");
    CHECK_TEXT(cleaned(c, CLEAN_PHONE, "+212 6 12 34 56 78"), "+212612345678");
    CHECK_TEXT(cleaned(c, CLEAN_PHONE, "555 12 34"), "not a telephone number");
    CHECK_TEXT(cleaned(c, CLEAN_PHONE, "0475 55 51"), "not a telephone number");
    CHECK_TEXT(cleaned(c, CLEAN_POSTAL_CODE, "1080"), "1080");
    CHECK_TEXT(cleaned(c, CLEAN_POSTAL_CODE, "B-1080"), "1080");
    CHECK_TEXT(cleaned(c, CLEAN_POSTAL_CODE, "0999"), "not a Belgian postal code");
    CHECK_TEXT(cleaned(c, CLEAN_EMAIL, "a.b+c@mail.example.org"), "a.b+c@mail.example.org");
    CHECK_TEXT(cleaned(c, CLEAN_EMAIL, "a@b"), "not an e-mail address");
    CHECK_TEXT(cleaned(c, CLEAN_EMAIL, "a b@example.org"), "not an e-mail address");
    CHECK_TEXT(cleaned(c, CLEAN_EMAIL, "a@example..org"), "not an e-mail address");
    CHECK(clean_is_brussels(c, T("1210")) && clean_is_brussels(c, T("1083")));
    CHECK(!clean_is_brussels(c, T("1800")) && !clean_is_brussels(c, T("1084")));
    cleaner_free(c);
}

int main(void)
{
    RUN(a_plain_file_is_read);
    RUN(spreadsheets_of_belgium_are_read);
    RUN(figures_are_not_guessed);
    RUN(bad_cells_do_not_stop_a_row);
    RUN(bad_rows_are_rejected_with_their_line);
    RUN(files_that_cannot_be_understood_are_refused);
    RUN(errors_name_columns_but_nobody);
    RUN(a_header_alone_is_a_file_of_nobody);
    RUN(large_cells_are_dropped);
    RUN(zero_bytes_and_unknown_bytes_are_rejected);
    RUN(rows_cross_the_buffer);
    RUN(an_import_can_be_stopped_or_refused);
    RUN(national_numbers_are_checked);
    RUN(contacts_come_out_in_one_spelling);
    return check_end();
}

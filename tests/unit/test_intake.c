/*
 * Rows into memory and rows into a caseload: the same files give the same
 * people, the same counts and the same rejects, whatever is wrong in them.
 */
#include <stdlib.h>
#include <unistd.h>

#include "../../engine/base/paged.h"
#include "../../engine/ingest/ingest.h"
#include "../../engine/store/store.h"
#include "check.h"

static char folder[] = "/tmp/test_intake.XXXXXX";
static failure e;
static arena *memory;
static dictionary facts;
static const char *const works[] = {"none", "general", "student"};
static uint64_t state;

static uint32_t drawn(uint32_t below)
{
    state = state * 6364136223846793005u + 1442695040888963407u;
    return (uint32_t)(state >> 33) % below;
}

static void declare(const char *name, entity of, kind what)
{
    fact f = {
        .name = name, .read_as = name, .entity = of, .kind = what, .per = PERIOD_MONTH, .when_fact = -1};

    if (what == KIND_WORD) {
        f.words = (const char **)works;
        f.word_count = 3;
    }
    if (what == KIND_MONEY)
        f.most = 1000000;
    dictionary_add(&facts, memory, &f);
}

static const char *path_of(const char *name)
{
    static char paths[16][300];
    static int next;
    char *out = paths[next++ % 16];

    snprintf(out, sizeof paths[0], "%s/%s", folder, name);
    return out;
}

/* Ids in order, or turned about so that none is. */
static unsigned long name_of(unsigned long i, int turned)
{
    return turned ? (i * 2654435761u) % 4294967291u : i;
}

static void write_households(size_t count, int turned)
{
    static const char *const rents[] = {"500", "1.234", "612,50", "", "1.234,5", "nonsense", "1.0", "-3"};
    FILE *f = fopen(path_of("households.csv"), "wb");

    fputs("household_id;rent_month;shares_budget;sector\n", f);
    for (size_t i = 0; i < count; i++)
        fprintf(f, "H%08lu;%s;%s;%s\n", name_of(i, turned), rents[drawn(8)], drawn(3) ? "oui" : "",
                drawn(2) ? "21004A00-" : "");
    fprintf(f, "H%08lu;1;;\n;2;;\n", name_of(3, turned)); /* a second time, and without an id */
    fclose(f);
}

static void write_person(FILE *f, size_t i, unsigned long household, int turned)
{
    static const char *const wages[] = {"0", "1.234", "2.137,37", "", "99999999", "\"3.000\"", "150,5"};
    char partner[40] = "";

    if (drawn(3) == 0)
        snprintf(partner, sizeof partner, "P%08lu-%u", name_of(i, turned), drawn(3));
    fprintf(f, "P%08lu-%zu;H%08lu;%04u-%02u-%02u;%s;%s;Zo\xc3\xa9 %u;%s\n", name_of(i / 2, turned), i % 2,
            household, 1900 + drawn(120), 1 + drawn(13), 1 + drawn(31), wages[drawn(7)],
            drawn(4) ? works[drawn(3)] : "x", drawn(9), partner);
}

static void write_persons(size_t households, int turned)
{
    FILE *f = fopen(path_of("persons.csv"), "wb");

    fputs("person_id;household_id;birth_date;wage_month;work;first_name;partner_id\n", f);
    for (size_t i = 0; i < 2 * households; i++)
        write_person(f, i, name_of(drawn(50) ? i / 2 : drawn((uint32_t)(households + 5)), turned), turned);
    for (size_t i = 0; i < 70; i++) /* too many in one household */
        fprintf(f, "Q%zu;H%08lu;;;;;\n", i, name_of(1, turned));
    write_person(f, 5, name_of(2, turned), turned); /* twice */
    write_person(f, 7, 77777777, turned);           /* twice, and in no household */
    fputs(";H00000001;;;;;\nR1;;;;;;\n", f);
    fclose(f);
    f = fopen(path_of("relations.csv"), "wb");
    fputs("person_id,other_id,relation\n", f);
    for (size_t i = 0; i < households / 4; i++)
        fprintf(f, "P%08lu-0,P%08lu-1,%s\n", name_of(i, turned), name_of(drawn(9) ? i : i + 1, turned),
                drawn(9) ? "sibling" : "cousin");
    fclose(f);
}

static ayant_status read_both(people **in_memory, people **stored, ayant_import_counts counts[2])
{
    ayant_inputs in = {.households = path_of("households.csv"),
                       .persons = path_of("persons.csv"),
                       .relations = path_of("relations.csv"),
                       .rejects = path_of("rejects_1.csv")};
    store_import_options options = {.who = "a tester"};
    store_access store = {.path = path_of("store.db")};
    store_taking *taking = NULL;

    failure_clear(&e);
    unlink(store.path);
    if (ingest_people(&e, &facts, &in, NULL, NULL, in_memory, &counts[0]) < 0)
        return e.status;
    in.rejects = path_of("rejects_2.csv");
    if (store_taking_new(&e, &store, &facts, &options, &taking) == AYANT_OK)
        ingest_rows(&e, &facts, &in, store_taking_intake(taking), NULL, NULL, &counts[1]);
    store_taking_free(taking);
    return e.status < 0 ? e.status : store_people(&e, &store, &facts, stored, NULL);
}

static int same_file(const char *a, const char *b)
{
    FILE *f = fopen(a, "rb"), *g = fopen(b, "rb");
    int x, y;

    do {
        x = fgetc(f);
        y = fgetc(g);
    } while (x == y && x != EOF);
    fclose(f);
    fclose(g);
    return x == y;
}

static size_t differences(const people *a, const people *b)
{
    size_t out = 0;

    for (int k = 0; k < (int)facts.count; k++) {
        size_t rows = facts.facts[k].entity == ENTITY_PERSON ? a->persons : a->households;

        for (size_t row = 0; row < rows; row++) {
            const char *x = a->texts[k] ? a->texts[k][row] : NULL, *y = b->texts[k] ? b->texts[k][row] : NULL;

            out += people_cell(a, k, row) != people_cell(b, k, row);
            out += x && y ? strcmp(x, y) != 0 : x != y;
        }
    }
    for (size_t row = 0; row < a->persons; row++)
        out += strcmp(a->person_id[row], b->person_id[row]) != 0 ||
               a->household_of[row] != b->household_of[row] || a->position[row] != b->position[row];
    for (size_t row = 0; row < a->households; row++)
        out += strcmp(a->household_id[row], b->household_id[row]) != 0;
    out += a->others.pairs != b->others.pairs;
    for (size_t i = 0; !out && i < a->others.pairs; i++)
        out += a->kin[i] != b->kin[i];
    return out;
}

static void the_same(size_t households, int turned)
{
    ayant_import_counts counts[2] = {{0}, {0}};
    people *a = NULL, *b = NULL;

    state = households + (size_t)turned;
    write_households(households, turned);
    write_persons(households, turned);
    if (CHECK_INT(read_both(&a, &b, counts), AYANT_OK)) {
        CHECK(memcmp(&counts[0], &counts[1], sizeof counts[0]) == 0);
        CHECK(counts[0].rows_rejected > 8 && counts[0].cells_rejected > households / 2);
        CHECK(same_file(path_of("rejects_1.csv"), path_of("rejects_2.csv")));
        if (CHECK_INT(a->persons, b->persons) && CHECK_INT(a->households, b->households))
            CHECK_INT(differences(a, b), 0);
    }
    CHECK_TEXT(e.text, "");
    people_free(a);
    people_free(b);
}

static void files_in_order(void)
{
    the_same(3, 0);
    the_same(100, 0);
    the_same(4096, 0); /* persons fill runs to the last row */
    the_same(12000, 0);
}

static void files_in_no_order(void)
{
    the_same(100, 1);
    the_same(12000, 1);
}

/* Beyond what is in memory, in an order that makes pages come and go. */
static void an_array_longer_than_memory(void)
{
    enum { ITEMS = 3000000 };
    paged *p = paged_new(sizeof(uint32_t));
    size_t bad = 0;

    for (uint64_t i = 0; i < ITEMS; i++) {
        uint32_t *at = paged_at(&e, p, i);

        if (!at)
            break;
        bad += *at != 0;
        *at = (uint32_t)i;
    }
    for (int i = 0; i < 3000; i++) { /* back and forth: each a page of the file */
        uint32_t which = drawn(ITEMS), *at = paged_at(&e, p, which);

        bad += !at || *at != which;
        if (at)
            *at = which; /* the page is to be written again */
    }
    for (uint64_t i = 0; i < ITEMS; i++) {
        uint32_t *at = paged_at(&e, p, i);

        if (at)
            ++*at;
    }
    for (uint64_t i = 0; i < ITEMS; i++) {
        const uint32_t *at = paged_at(&e, p, i);

        bad += !at || *at != (uint32_t)i + 1;
    }
    CHECK_INT(bad, 0);
    CHECK_INT(e.status, AYANT_OK);
    CHECK_INT(*(uint32_t *)paged_at(&e, p, ITEMS * 2), 0);
    paged_free(p);
    p = paged_new(sizeof(uint32_t));
    setenv("TMPDIR", "/nowhere/at/all", 1);
    for (uint64_t i = 0; e.status == AYANT_OK && i < ITEMS; i++)
        paged_at(&e, p, i);
    CHECK_INT(e.status, AYANT_E_SYSTEM);
    CHECK_TEXT(e.id, "M02");
    unsetenv("TMPDIR");
    paged_free(p);
}

int main(void)
{
    char command[300];

    memory = arena_new();
    declare("rent_month", ENTITY_HOUSEHOLD, KIND_MONEY);
    declare("shares_budget", ENTITY_HOUSEHOLD, KIND_TRUTH);
    declare("sector", ENTITY_HOUSEHOLD, KIND_TEXT);
    declare("birth_date", ENTITY_PERSON, KIND_DATE);
    declare("wage_month", ENTITY_PERSON, KIND_MONEY);
    declare("work", ENTITY_PERSON, KIND_WORD);
    declare("first_name", ENTITY_PERSON, KIND_TEXT);
    declare("partner_id", ENTITY_PERSON, KIND_PERSON);
    if (!mkdtemp(folder))
        return 1;
    RUN(files_in_order);
    RUN(files_in_no_order);
    RUN(an_array_longer_than_memory);
    arena_free(memory);
    snprintf(command, sizeof command, "rm -rf '%s'", folder);
    return system(command) == 0 ? check_end() : 1;
}

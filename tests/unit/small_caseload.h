/*
 * A small caseload of made-up couples, for tests of what surrounds it.
 */
#ifndef AYANT_TESTS_SMALL_CASELOAD_H
#define AYANT_TESTS_SMALL_CASELOAD_H

#include <stdlib.h>
#include <sys/stat.h>
#include <unistd.h>

#include "../../engine/base/day.h"
#include "../../engine/store/journal.h"
#include "check.h"

static char folder[] = "/tmp/test_ayant.XXXXXX";
static char path[256];
static arena *memory;
static dictionary facts;
static failure e;

enum { RENT, BIRTH, WAGE, NAME, PARTNER };

static void declare(const char *name, entity of, kind what)
{
    fact f = {
        .name = name, .read_as = name, .entity = of, .kind = what, .per = PERIOD_MONTH, .when_fact = -1};

    if (what == KIND_MONEY)
        f.most = 10000000;
    dictionary_add(&facts, memory, &f);
}

/* 1 when the tests can begin. */
static int small_begin(void)
{
    memory = arena_new();
    declare("rent_month", ENTITY_HOUSEHOLD, KIND_MONEY);
    declare("birth_date", ENTITY_PERSON, KIND_DATE);
    declare("wage_net_month", ENTITY_PERSON, KIND_MONEY);
    declare("first_name", ENTITY_PERSON, KIND_TEXT);
    declare("partner_id", ENTITY_PERSON, KIND_PERSON);
    return mkdtemp(folder) != NULL;
}

static int small_end(void)
{
    char command[300];

    arena_free(memory);
    snprintf(command, sizeof command, "rm -rf '%s'", folder);
    return system(command) == 0 ? check_end() : 1;
}

static const char *file(const char *name)
{
    snprintf(path, sizeof path, "%s/%s", folder, name);
    return path;
}

/* Persons are "person-a0", "person-b0" (their partner), and so on; all earn `wage`. */
static people *couples(size_t count, cell wage)
{
    people *p = people_new(&facts);
    char id[32], household[32], partner[32];
    uint32_t row;

    for (size_t i = 0; i < 2 * count; i++) {
        snprintf(household, sizeof household, "household-%zu", i / 2);
        snprintf(id, sizeof id, "person-%c%zu", i % 2 ? 'b' : 'a', i / 2);
        snprintf(partner, sizeof partner, "person-%c%zu", i % 2 ? 'a' : 'b', i / 2);
        if (i % 2 == 0) {
            people_add_household(p, text_of(household), &row);
            people_set(p, row, RENT, 60000);
        }
        people_add_person(p, text_of(id), text_of(household), &row);
        people_set(p, row, BIRTH, day_of(1980, 1, 1) + (cell)(i % 9000));
        people_set(p, row, WAGE, wage);
        people_set_text(p, row, NAME, text_of("Zoémadeup"));
        people_set_text(p, row, PARTNER, text_of(partner));
    }
    CHECK_INT(people_finish(p, &e), AYANT_OK);
    return p;
}

static ayant_status put_couples(const store_access *at, size_t count, cell wage)
{
    people *p = couples(count, wage);
    ayant_status status;

    failure_clear(&e);
    status = store_import(&e, at, p, "0.1.0", "a tester", NULL);
    people_free(p);
    return status;
}

/* The wage of the first person, or CELL_UNKNOWN with the failure in `e`. */
__attribute__((unused)) static cell first_wage(const store_access *at)
{
    people *p = NULL;
    cell wage = CELL_UNKNOWN;

    failure_clear(&e);
    if (store_people(&e, at, &facts, &p, NULL) == AYANT_OK)
        wage = people_cell(p, WAGE, 0);
    people_free(p);
    return wage;
}

/* The bytes of a file, from malloc; *length receives how many. */
static char *bytes_of(const char *at, size_t *length)
{
    FILE *f = fopen(at, "rb");
    char *out = NULL;

    *length = 0;
    if (!f)
        return calloc(1, 1);
    fseek(f, 0, SEEK_END);
    *length = (size_t)ftell(f);
    rewind(f);
    out = malloc(*length + 1);
    if (fread(out, 1, *length, f) != *length)
        *length = 0;
    fclose(f);
    return out;
}

__attribute__((unused)) static void put_bytes(const char *at, const char *bytes, size_t length)
{
    FILE *f = fopen(at, "wb");

    fwrite(bytes, 1, length, f);
    fclose(f);
}

/* 1 when the file holds the text anywhere. */
__attribute__((unused)) static int file_holds(const char *at, const char *what)
{
    size_t length, size = strlen(what);
    char *bytes = bytes_of(at, &length);
    int found = 0;

    for (size_t i = 0; i + size <= length; i++)
        found |= memcmp(bytes + i, what, size) == 0;
    free(bytes);
    return found;
}

#endif

/*
 * Any bytes as the persons of a caseload: people, or a refusal with a
 * sentence; whatever is read keeps within what the facts may hold.
 */
#include "../unit/formula_check.h"
#include "ingest/ingest.h"

static formula_desk desk;
static char households[160], persons[160], rejects[160];

static void close_desk(void)
{
    unlink(households);
    unlink(persons);
    unlink(rejects);
    desk_close(&desk);
}

static void open_desk(void)
{
    choices c = {.left = 0};

    if (desk_open(&desk) != 0)
        abort();
    make_rules(&desk.made, &c);
    if (desk_load(&desk) < 0)
        abort();
    snprintf(households, sizeof households, "%s/households.csv", desk.root);
    snprintf(persons, sizeof persons, "%s/persons.csv", desk.root);
    snprintf(rejects, sizeof rejects, "%s/rejects.csv", desk.root);
    desk_write(&desk, "households.csv",
               "household_id,rent_month,moved_on\nH1,400,2020-01-01\nH2,,\nH3,1.5,\n");
    atexit(close_desk);
}

static void check_people(const people *p)
{
    for (size_t k = 0; k < p->facts->count; k++) {
        const fact *f = &p->facts->facts[k];
        size_t rows = f->entity == ENTITY_PERSON ? p->persons : p->households;

        for (size_t i = 0; i < rows; i++) {
            cell c = people_cell(p, (int)k, i);

            if (c == CELL_UNKNOWN)
                continue;
            if (f->kind == KIND_PERSON ? c < LINK_OUTSIDE || c >= (cell)p->persons
                : f->kind == KIND_WORD
                    ? c < 0 || (size_t)c >= f->word_count
                    : (f->kind == KIND_MONEY || f->kind == KIND_NUMBER) && (c < f->least || c > f->most))
                abort();
        }
    }
}

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t length);

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t length)
{
    ayant_inputs in = {.households = households, .persons = persons, .rejects = rejects};
    ayant_import_counts counts;
    people *p = NULL;
    failure e;
    FILE *out;

    if (!desk.root[0])
        open_desk();
    out = fopen(persons, "wb");
    if (!out)
        abort();
    if (length)
        fwrite(bytes, 1, length, out);
    fclose(out);
    failure_clear(&e);
    if (ingest_people(&e, &desk.rules->facts, &in, NULL, NULL, &p, &counts) < 0) {
        if (!e.text[0] || !e.id[0] || access(rejects, F_OK) == 0)
            abort();
    } else {
        check_people(p);
        if (access(rejects, F_OK) != 0)
            abort();
    }
    unlink(rejects);
    people_free(p);
    return 0;
}

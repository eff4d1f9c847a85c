/*
 * Lists without people: counts by place, with small ones hidden.
 *
 * Manager and researcher: households by postal code and right. Relay:
 * households by postal code and language. A count of 1 to 4 is written "<5".
 * Inside a group whose total could be known (a right; for the relay, the
 * whole), one hidden count alone could be found by subtraction: the smallest
 * shown one is then hidden as well.
 */
#include "contact_draft.h"

#include <stdlib.h>

typedef struct count_cell {
    const char *postal_code, *what; /* what: the right or the language */
    size_t households;
    int hidden;
} count_cell;

static int by_place(const void *left, const void *other)
{
    const count_cell *a = left, *b = other;
    int order = strcmp(a->postal_code, b->postal_code);

    return order ? order : strcmp(a->what, b->what);
}

static int by_group(const void *left, const void *other)
{
    const count_cell *a = left, *b = other;
    int order = strcmp(a->what, b->what);

    return order ? order : strcmp(a->postal_code, b->postal_code);
}

static int household_has(const draft *d, const contact_household *h, size_t which)
{
    const people *p = d->run->people;

    for (uint32_t person = p->first[h->household]; person < p->first[h->household + 1]; person++)
        if (contact_cell(d, FACT_OBJECTION, person) != 1 && contact_finding(d, person, which))
            return 1;
    return 0;
}

static const char *place_of(const draft *d, const contact_household *h)
{
    const char *code = contact_text(d, FACT_POSTAL_CODE, h->household);

    return code && *code ? code : "unknown";
}

static const char *language_of(const draft *d, const contact_household *h)
{
    const char *language = contact_text(d, FACT_CONTACT_LANGUAGE, h->contact);

    if (!language || !*language)
        language = contact_text(d, FACT_LANGUAGE, h->contact);
    return language && *language ? language : "unknown";
}

/* One cell a household and right (or language), to be added up. */
static size_t list_cells(const draft *d, count_cell *cells)
{
    size_t count = 0;

    for (size_t i = 0; i < d->listed; i++) {
        const contact_household *h = &d->list[i];

        if (d->profile == PROFILE_RELAY) {
            cells[count++] = (count_cell){place_of(d, h), language_of(d, h), 1, 0};
            continue;
        }
        for (size_t which = 0; which < d->run->right_count; which++)
            if (household_has(d, h, which))
                cells[count++] = (count_cell){place_of(d, h), right_of(d->run, which)->name, 1, 0};
    }
    return count;
}

static size_t add_up(count_cell *cells, size_t count)
{
    size_t kept = 0;

    qsort(cells, count, sizeof *cells, by_group);
    for (size_t i = 0; i < count; i++) {
        if (kept && by_group(&cells[kept - 1], &cells[i]) == 0)
            cells[kept - 1].households++;
        else
            cells[kept++] = cells[i];
    }
    return kept;
}

static void hide_small(count_cell *cells, size_t count)
{
    count_cell *smallest = NULL;
    size_t hidden = 0;

    for (size_t i = 0; i < count; i++) {
        cells[i].hidden = cells[i].households < CONTACT_SMALLEST;
        hidden += (size_t)cells[i].hidden;
        if (!cells[i].hidden && (!smallest || cells[i].households < smallest->households))
            smallest = &cells[i];
    }
    if (hidden == 1 && smallest)
        smallest->hidden = 1;
}

static void hide_in_groups(const draft *d, count_cell *cells, size_t count)
{
    size_t first = 0;

    if (d->profile == PROFILE_RELAY) {
        hide_small(cells, count);
        return;
    }
    for (size_t i = 1; i <= count; i++)
        if (i == count || strcmp(cells[i].what, cells[first].what) != 0) {
            hide_small(cells + first, i - first);
            first = i;
        }
}

ayant_status contact_count_table(const draft *d, table *t)
{
    count_cell *cells = arena_array(d->memory, d->listed * (d->run->right_count + 1) + 1, sizeof *cells);
    size_t count;

    if (!cells)
        return fail_memory(d->e);
    table_column(t, "postal_code", NULL, TABLE_LEFT);
    table_column(t, d->profile == PROFILE_RELAY ? "language" : "right", NULL, TABLE_LEFT);
    table_column(t, "households", NULL, TABLE_RIGHT);
    count = add_up(cells, list_cells(d, cells));
    hide_in_groups(d, cells, count);
    qsort(cells, count, sizeof *cells, by_place);
    for (size_t i = 0; i < count; i++) {
        table_text(t, cells[i].postal_code);
        table_text(t, cells[i].what);
        if (cells[i].hidden)
            table_text(t, cells[i].households < CONTACT_SMALLEST ? "<5" : "hidden");
        else
            table_count(t, cells[i].households);
    }
    return AYANT_OK;
}

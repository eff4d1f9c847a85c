/*
 * Rows of made-up households.
 *
 * A row is put together in one buffer that holds the longest possible one and
 * is added once to the rows of its batch. A cell that is unsaid is empty.
 */
#include "rows.h"

#include "brussels.h"
#include "columns.h"
#include "niss.h"

/* No cell is longer than the longest name of brussels.c, 40 bytes. */
#define ROW_BYTES ((PERSON_COLUMNS + 4) * 48)

typedef struct row {
    size_t used;
    char at[ROW_BYTES];
} row;

static void add_bytes(row *r, const char *from, size_t length)
{
    memcpy(r->at + r->used, from, length);
    r->used += length;
}

static void add_text(row *r, const char *s)
{
    add_bytes(r, s, strlen(s));
}

/* At least `width` digits. */
static void add_digits(row *r, uint64_t value, int width)
{
    char digits[20];
    int n = 0;

    do {
        digits[n++] = (char)('0' + value % 10);
        value /= 10;
    } while (value || n < width);
    while (n)
        r->at[r->used++] = digits[--n];
}

static void add_money(row *r, int32_t cents)
{
    uint32_t size = cents < 0 ? 0u - (uint32_t)cents : (uint32_t)cents;

    if (cents < 0)
        r->at[r->used++] = '-';
    add_digits(r, size / 100, 1);
    r->at[r->used++] = '.';
    add_digits(r, size % 100, 2);
}

static void add_date(row *r, day d)
{
    int year, month, date;

    day_parts(d, &year, &month, &date);
    add_digits(r, (uint64_t)year, 4);
    r->at[r->used++] = '-';
    add_digits(r, (uint64_t)month, 2);
    r->at[r->used++] = '-';
    add_digits(r, (uint64_t)date, 2);
}

static void add_household_id(row *r, const made_household *h)
{
    add_text(r, "SYN-H-");
    add_digits(r, h->number, 8);
}

static void add_person_id(row *r, const made_household *h, int32_t i)
{
    add_text(r, "SYN-P-");
    add_digits(r, h->number, 8);
    r->at[r->used++] = '-';
    add_digits(r, (uint64_t)i + 1, 1);
}

static void add_cell(row *r, const made_household *h, int32_t i, const made_column *c, int32_t value,
                     niss_kind niss)
{
    switch (c->form) {
    case FORM_EMPTY:
        break;
    case FORM_TRUTH:
        add_text(r, value ? "yes" : "no");
        break;
    case FORM_MONEY:
        add_money(r, value);
        break;
    case FORM_DATE:
        add_date(r, value);
        break;
    case FORM_WHOLE:
        add_digits(r, (uint64_t)value, 1);
        break;
    case FORM_WORD:
        add_text(r, c->words[value]);
        break;
    case FORM_LINK:
        add_person_id(r, h, value);
        break;
    case FORM_EMAIL:
        add_person_id(r, h, i);
        add_text(r, "@example.org");
        break;
    case FORM_SECTOR:
        add_digits(r, (uint64_t)(h->place.nis_commune == UNSAID ? 21004 : h->place.nis_commune), 5);
        r->at[r->used++] = (char)('A' + value / 40);
        add_digits(r, (uint64_t)(value % 40), 2);
        r->at[r->used++] = '-';
        break;
    case FORM_GUARDIAN:
        add_text(r, "SYN-G-");
        add_digits(r, (uint64_t)value, 4);
        break;
    case FORM_NISS:
        if (niss != NISS_NONE) {
            char number[12];

            made_niss(number, &h->persons[i], value, niss);
            add_text(r, number);
        }
        break;
    case FORM_WORKER:
        add_text(r, "SYN-W-");
        add_digits(r, (uint64_t)value, 4);
        break;
    }
}

/* All columns of one thing, `i` being NO_MEMBER for the household itself. */
static void add_cells(row *r, const made_household *h, int32_t i, const made_column *columns, size_t count,
                      const void *thing, niss_kind niss)
{
    for (size_t c = 0; c < count; c++) {
        int32_t value = made_cell(&columns[c], thing);

        r->at[r->used++] = ',';
        if (value != UNSAID)
            add_cell(r, h, i, &columns[c], value, niss);
    }
    r->at[r->used++] = '\n';
}

static void head(FILE *file, const char *first, const made_column *columns, size_t count)
{
    fputs(first, file);
    for (size_t c = 0; c < count; c++)
        fprintf(file, ",%s", columns[c].name);
    fputc('\n', file);
}

void rows_head(FILE *households, FILE *persons, FILE *relations)
{
    head(households, "household_id", made_household_columns, HOUSEHOLD_COLUMNS);
    head(persons, "person_id,household_id", made_person_columns, PERSON_COLUMNS);
    fputs("person_id,other_id,relation\n", relations);
}

static void put_relation(row *r, const made_household *h, const made_relation *relation)
{
    r->used = 0;
    add_person_id(r, h, relation->a);
    r->at[r->used++] = ',';
    add_person_id(r, h, relation->b);
    r->at[r->used++] = ',';
    add_text(r, made_relations[relation->word]);
    r->at[r->used++] = '\n';
}

void rows_put(made_rows *to, const made_household *h, niss_kind niss)
{
    row r;

    r.used = 0;
    add_household_id(&r, h);
    add_cells(&r, h, NO_MEMBER, made_household_columns, HOUSEHOLD_COLUMNS, &h->place, niss);
    bytes_add(&to->households, r.at, r.used);
    for (int32_t i = 0; i < h->count; i++) {
        if (h->absent[i])
            continue;
        r.used = 0;
        add_person_id(&r, h, i);
        r.at[r.used++] = ',';
        add_household_id(&r, h);
        add_cells(&r, h, i, made_person_columns, PERSON_COLUMNS, &h->persons[i], niss);
        bytes_add(&to->persons, r.at, r.used);
    }
    for (int32_t i = 0; i < h->relation_count; i++) {
        put_relation(&r, h, &h->relations[i]);
        bytes_add(&to->relations, r.at, r.used);
    }
}

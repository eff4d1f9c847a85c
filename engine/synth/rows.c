/*
 * Rows of made-up households.
 *
 * A row is put together in one buffer that holds the longest possible one and
 * is written once. A cell is left empty when it is unsaid, or when the file
 * lacks it: that draw depends on the person and the column alone, so that two
 * files made with different shares differ by nothing but empty cells.
 */
#include "rows.h"

#include <string.h>

#include "brussels.h"

#define WITH_THE_LAST (-1)

typedef enum form {
    FORM_EMPTY,
    FORM_TRUTH,
    FORM_MONEY,
    FORM_DATE,
    FORM_WHOLE,
    FORM_WORD,
    FORM_LINK,
    FORM_EMAIL,
    FORM_SECTOR,
    FORM_GUARDIAN,
    FORM_WORKER
} form;

typedef struct column {
    const char *name;
    form form;
    const char *const *words;
    int32_t lack;
    size_t at;
} column;

static const column household_columns[] = {
#define HOUSEHOLD(name, form, words, lack) {#name, form, words, lack, offsetof(made_place, name)},
#include "columns.def"
};

static const column person_columns[] = {
#define PERSON(name, form, words, lack) {#name, form, words, lack, offsetof(made_person, name)},
#include "columns.def"
};

#define HOUSEHOLD_COLUMNS (sizeof household_columns / sizeof household_columns[0])
#define PERSON_COLUMNS (sizeof person_columns / sizeof person_columns[0])
/* No cell is longer than the longest name of brussels.c, 40 bytes. */
#define ROW_BYTES ((PERSON_COLUMNS + 4) * 48)

typedef struct row {
    size_t used;
    char bytes[ROW_BYTES];
} row;

static void add_bytes(row *r, const char *bytes, size_t length)
{
    memcpy(r->bytes + r->used, bytes, length);
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
        r->bytes[r->used++] = digits[--n];
}

static void add_money(row *r, int32_t cents)
{
    uint32_t size = cents < 0 ? 0u - (uint32_t)cents : (uint32_t)cents;

    if (cents < 0)
        r->bytes[r->used++] = '-';
    add_digits(r, size / 100, 1);
    r->bytes[r->used++] = '.';
    add_digits(r, size % 100, 2);
}

static void add_date(row *r, day d)
{
    int year, month, date;

    day_parts(d, &year, &month, &date);
    add_digits(r, (uint64_t)year, 4);
    r->bytes[r->used++] = '-';
    add_digits(r, (uint64_t)month, 2);
    r->bytes[r->used++] = '-';
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
    r->bytes[r->used++] = '-';
    add_digits(r, (uint64_t)i + 1, 1);
}

static void add_cell(row *r, const made_household *h, int32_t i, const column *c, int32_t value)
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
        r->bytes[r->used++] = (char)('A' + value / 40);
        add_digits(r, (uint64_t)(value % 40), 2);
        r->bytes[r->used++] = '-';
        break;
    case FORM_GUARDIAN:
        add_text(r, "SYN-G-");
        add_digits(r, (uint64_t)value, 4);
        break;
    case FORM_WORKER:
        add_text(r, "SYN-W-");
        add_digits(r, (uint64_t)value, 4);
        break;
    }
}

/* All columns of one thing, `i` being NO_MEMBER for the household itself. */
static void add_cells(row *r, const made_household *h, int32_t i, const column *columns, size_t count,
                      const void *thing, int32_t missing_permille)
{
    draws lack = made_draws(h, i, SUBJECT_LACK);
    int32_t careless = draw_between(&lack, 60, 140); /* some files are kept better than others */
    int lacking = 0;

    for (size_t c = 0; c < count; c++) {
        int32_t value, luck = draw_below(&lack, 1000);

        memcpy(&value, (const char *)thing + columns[c].at, sizeof value);
        r->bytes[r->used++] = ',';
        if (columns[c].lack != WITH_THE_LAST)
            lacking = (int64_t)luck * 10000 < (int64_t)missing_permille * columns[c].lack * careless;
        if (value == UNSAID || lacking)
            continue;
        add_cell(r, h, i, &columns[c], value);
    }
    r->bytes[r->used++] = '\n';
}

static void head(FILE *file, const char *first, const column *columns, size_t count)
{
    fputs(first, file);
    for (size_t c = 0; c < count; c++)
        fprintf(file, ",%s", columns[c].name);
    fputc('\n', file);
}

void rows_head(const rows_files *files)
{
    head(files->households, "household_id", household_columns, HOUSEHOLD_COLUMNS);
    head(files->persons, "person_id,household_id", person_columns, PERSON_COLUMNS);
    fputs("person_id,other_id,relation\n", files->relations);
}

void rows_put(const rows_files *files, const made_household *h, int32_t missing_permille)
{
    row r;

    r.used = 0;
    add_household_id(&r, h);
    add_cells(&r, h, NO_MEMBER, household_columns, HOUSEHOLD_COLUMNS, &h->place, missing_permille);
    fwrite(r.bytes, 1, r.used, files->households);
    for (int32_t i = 0; i < h->count; i++) {
        r.used = 0;
        add_person_id(&r, h, i);
        r.bytes[r.used++] = ',';
        add_household_id(&r, h);
        add_cells(&r, h, i, person_columns, PERSON_COLUMNS, &h->persons[i], missing_permille);
        fwrite(r.bytes, 1, r.used, files->persons);
    }
    for (int32_t i = 0; i < h->relation_count; i++) {
        r.used = 0;
        add_person_id(&r, h, h->relations[i].a);
        r.bytes[r.used++] = ',';
        add_person_id(&r, h, h->relations[i].b);
        r.bytes[r.used++] = ',';
        add_text(&r, made_relations[h->relations[i].word]);
        r.bytes[r.used++] = '\n';
        fwrite(r.bytes, 1, r.used, files->relations);
    }
}

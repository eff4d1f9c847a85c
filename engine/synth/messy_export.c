/*
 * `--with messy`: export.csv, export_nl.csv, export.xlsx and planted.csv.
 *
 * The three tables have the same rows, in the same places: line 7 of a CSV is
 * row 7 of the sheet. Lines are Windows-1252 but for those that hold a letter
 * it lacks, or that were planted in UTF-8. One household is kept in memory,
 * and the one before it, whose first person comes back in another household.
 */
#include "messy.h"

#include <inttypes.h>
#include <stdlib.h>
#include <string.h>

#include "../base/limits.h"

typedef struct messy_state {
    synth_order order;
    FILE *csv[MESSY_LANGUAGES], *planted, *sheet;
    messy_book *book;
    uint64_t line, persons; /* lines written so far, rows that are people */
    made_household before, before_seen;
    int before_usable;               /* its first row is in the file with its matricule */
    messy_cell place[MESSY_COLUMNS]; /* cells of the household as its first row has them */
} messy_state;

/* ---- lines ---- */

static void plant(messy_state *s, uint64_t line, int column, const char *kind, messy_expected expected)
{
    fprintf(s->planted, "%" PRIu64 ",%s,%s,%s\n", line, column < 0 ? "" : messy_columns[column].header[0],
            kind, messy_expected_names[expected]);
}

static void plant_cell(void *to, int column, const char *kind, messy_expected expected)
{
    messy_state *s = to;

    plant(s, s->line + 1, column, kind, expected); /* the line that is being made */
}

static void plant_row(messy_state *s, messy_row_kind_id kind)
{
    plant(s, s->line + 1, -1, messy_row_kinds[kind].name, messy_row_kinds[kind].expected);
}

static int falls(const made_household *h, int32_t i, messy_row_kind_id kind)
{
    draws d = made_draws(h, i, SUBJECT_MESSY_ROWS);

    d.count = (uint64_t)kind * 4;
    return draw_below(&d, 10000) < messy_row_kinds[kind].rate;
}

/* `written` is UTF-8 and is put into the encoding of the line; quoted when it must be. */
static void put_text(FILE *file, const char *written, int utf8)
{
    char bytes[MESSY_TEXT];

    snprintf(bytes, sizeof bytes, "%s", written);
    if (!utf8)
        messy_to_1252(bytes); /* of a line that was found to fit */
    if (!strpbrk(bytes, ";\"")) {
        fputs(bytes, file);
        return;
    }
    fputc('"', file);
    for (const char *at = bytes; *at; at++) {
        if (*at == '"')
            fputc('"', file);
        fputc(*at, file);
    }
    fputc('"', file);
}

/* 1 when every letter of the line is in Windows-1252; *accents: one at least is not ASCII. */
static int fits_1252(const messy_row *row, int language, int *accents)
{
    int fits = 1;

    for (int c = 0; c < MESSY_COLUMNS; c++) {
        char bytes[MESSY_TEXT];

        memcpy(bytes, row->cells[c].text[language], MESSY_TEXT);
        *accents |= !messy_is_ascii(bytes);
        fits &= messy_to_1252(bytes);
    }
    return fits;
}

static void end_line(messy_state *s)
{
    for (int l = 0; l < MESSY_LANGUAGES; l++)
        fputs("\r\n", s->csv[l]);
    s->line++;
}

static ayant_status put_row(failure *e, messy_state *s, const messy_row *row)
{
    for (int l = 0; l < MESSY_LANGUAGES; l++) {
        int accents = 0, utf8 = !fits_1252(row, l, &accents) || row->utf8;

        if (l == 0 && utf8 && accents)
            plant_row(s, ROW_UTF8);
        for (int c = 0; c < MESSY_COLUMNS; c++) {
            if (c)
                fputc(';', s->csv[l]);
            put_text(s->csv[l], row->cells[c].text[l], utf8);
        }
    }
    end_line(s);
    return messy_book_row(e, s->book, s->line, row);
}

static ayant_status put_header(failure *e, messy_state *s)
{
    ayant_status status = AYANT_OK;

    for (int c = 0; c < MESSY_COLUMNS && status == AYANT_OK; c++) {
        for (int l = 0; l < MESSY_LANGUAGES; l++) {
            if (c)
                fputc(';', s->csv[l]);
            put_text(s->csv[l], messy_columns[c].header[l], 0);
        }
        status = messy_book_text(e, s->book, s->line + 1, c, messy_columns[c].header[0]);
    }
    end_line(s);
    return status;
}

static ayant_status put_title(failure *e, messy_state *s)
{
    int year, month, date;
    char title[MESSY_TEXT];

    day_parts(s->order.on, &year, &month, &date);
    snprintf(title, sizeof title, "Export dossiers - CPAS fictif - %02d/%02d/%04d", date, month, year);
    plant_row(s, ROW_TITLE);
    for (int l = 0; l < MESSY_LANGUAGES; l++)
        fputs(title, s->csv[l]);
    end_line(s);
    plant_row(s, ROW_BLANK);
    end_line(s);
    return messy_book_text(e, s->book, 1, 0, title);
}

static ayant_status put_total(failure *e, messy_state *s)
{
    messy_row row;

    memset(&row, 0, sizeof row);
    plant_row(s, ROW_TOTAL);
    messy_say(&row.cells[MESSY_HOUSEHOLD], "TOTAL");
    messy_say(&row.cells[MESSY_LAST_NAME], "%" PRIu64, s->persons);
    return put_row(e, s, &row);
}

/* ---- rows ---- */

/* Cells of the household are those of its first row, dirt and all. */
static void repeat_place(messy_state *s, messy_row *row)
{
    for (int c = 0; c < MESSY_COLUMNS; c++) {
        if (!messy_columns[c].of_household)
            continue;
        if (row->first)
            s->place[c] = row->cells[c];
        else
            row->cells[c] = s->place[c];
    }
}

/* A later row says another rent, or another date, than the first. */
static void differ(messy_state *s, messy_row *row)
{
    messy_cell *rent = &row->cells[MESSY_RENT], *updated = &row->cells[MESSY_UPDATED];

    if (rent->form == SHEET_AMOUNT && !rent->dirty) {
        messy_say_amount(rent, rent->value + 5000);
        plant(s, s->line + 1, MESSY_RENT, messy_row_kinds[ROW_DIFFERS].name, EXPECT_REPORTED);
    } else if (updated->form == SHEET_DAY && !updated->dirty) {
        messy_say_day(updated, updated->value - 31);
        plant(s, s->line + 1, MESSY_UPDATED, messy_row_kinds[ROW_DIFFERS].name, EXPECT_REPORTED);
    }
}

/*
 * A row that will be refused whole has no other dirt: nobody could say whether
 * it was seen. Who is the reference of several is never lost, nor the links.
 */
static ayant_status put_person(failure *e, messy_state *s, const made_household *h,
                               const made_household *seen, int32_t i)
{
    int lost = falls(h, i, ROW_NO_PERSON), twice = !lost && falls(h, i, ROW_TWICE);
    ayant_status status;
    messy_row row;

    messy_clean(&row, &s->order, h, seen, i);
    row.utf8 = falls(h, i, ROW_UTF8);
    lost &= !row.reference;
    if (i == 0)
        s->before_usable = !lost;
    if (lost) {
        memset(&row.cells[MESSY_PERSON], 0, sizeof row.cells[MESSY_PERSON]);
        plant(s, s->line + 1, MESSY_PERSON, messy_row_kinds[ROW_NO_PERSON].name, EXPECT_REJECTED);
    } else if (!twice) {
        messy_spoil(&row, h, i, plant_cell, s);
    }
    repeat_place(s, &row);
    if (i > 0 && !lost && !twice && falls(h, i, ROW_DIFFERS))
        differ(s, &row);
    s->persons++;
    if ((status = put_row(e, s, &row)) < 0 || !twice)
        return status;
    plant_row(s, ROW_TWICE);
    s->persons++;
    return put_row(e, s, &row);
}

/* The first person of the household before, said to live here too. */
static ayant_status put_stranger(failure *e, messy_state *s, const made_household *h)
{
    messy_row row;

    messy_clean(&row, &s->order, &s->before, &s->before_seen, 0);
    messy_say(&row.cells[MESSY_HOUSEHOLD], "SYN-H-%08" PRIu64, h->number);
    memset(&row.cells[MESSY_LINK], 0, sizeof row.cells[MESSY_LINK]);
    row.first = 0;
    repeat_place(s, &row);
    plant_row(s, ROW_OTHER_HOUSEHOLD);
    s->persons++;
    return put_row(e, s, &row);
}

static ayant_status messy_put(failure *e, void *state, const made_household *h, const made_household *seen,
                              const made_truth *truth)
{
    messy_state *s = state;
    int stranger = h->number > 1 && s->before_usable && falls(h, NO_MEMBER, ROW_OTHER_HOUSEHOLD);
    ayant_status status = AYANT_OK;

    (void)truth;
    if (falls(h, NO_MEMBER, ROW_HEADER_AGAIN)) {
        plant_row(s, ROW_HEADER_AGAIN);
        status = put_header(e, s);
    }
    if (falls(h, NO_MEMBER, ROW_BLANK)) {
        plant_row(s, ROW_BLANK);
        end_line(s);
    }
    for (int32_t i = 0; i < h->count && status == AYANT_OK; i++)
        if (!seen->absent[i])
            status = put_person(e, s, h, seen, i);
    if (status == AYANT_OK && stranger)
        status = put_stranger(e, s, h);
    s->before = *h;
    s->before_seen = *seen;
    return status;
}

/* ---- the extra ---- */

static ayant_status messy_open(failure *e, const synth_order *order, outputs *files, void **state)
{
    static const char *const names[MESSY_LANGUAGES] = {"export.csv", "export_nl.csv"};
    messy_state *s;
    ayant_status status = AYANT_OK;

    if (order->households > LIMIT_SHEET_HOUSEHOLDS)
        return fail(e, AYANT_E_LIMIT, "Y20",
                    "'export.xlsx' cannot hold %" PRIu64
                    " households (a sheet has %d rows): ask for %d at most",
                    order->households, LIMIT_SHEET_ROWS, LIMIT_SHEET_HOUSEHOLDS);
    if (!(s = calloc(1, sizeof *s)))
        return fail_memory(e);
    *state = s;
    s->order = *order;
    for (int l = 0; l < MESSY_LANGUAGES && status == AYANT_OK; l++)
        status = outputs_open(e, files, names[l], &s->csv[l]);
    if (status < 0 || (status = outputs_open(e, files, "export.xlsx", &s->sheet)) < 0 ||
        (status = outputs_open(e, files, "planted.csv", &s->planted)) < 0 ||
        (status = messy_book_open(e, &s->book)) < 0)
        return status;
    fputs("line,column,kind,expected\n", s->planted);
    if ((status = put_title(e, s)) < 0)
        return status;
    return put_header(e, s);
}

static ayant_status messy_close(failure *e, void *state, int whole)
{
    messy_state *s = state;
    ayant_status status = AYANT_OK;

    if (!s)
        return AYANT_OK;
    if (whole && (status = put_total(e, s)) == AYANT_OK)
        status = messy_book_finish(e, s->book, s->sheet);
    messy_book_free(s->book);
    free(s);
    return status;
}

const synth_extra messy_file = {
    "messy",
    "export.csv, export_nl.csv and export.xlsx as an office has them, and planted.csv: what is wrong in them",
    messy_open, messy_put, messy_close};

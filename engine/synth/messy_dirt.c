/*
 * Dirt: what falls where, and how often.
 *
 * A kind has its own number in the stream of a row for each column, so that a
 * change of one rate moves no other planting. A kind that a cell cannot take
 * (thousands in an amount below a thousand) leaves it to the next.
 */
#include "messy_kinds.h"

const char *const messy_expected_names[] = {"repaired", "rejected", "reported"};

typedef struct cell_kind {
    const char *name;
    unsigned takes;
    int32_t rate;
    messy_expected expected;
    int (*spoil)(messy_row *row, int column, draws *d);
} cell_kind;

static const cell_kind kinds[] = {
#define KIND(name, takes, rate, expected) {#name, takes, rate, expected, spoil_##name},
#include "messy_kinds.def"
};

#define KINDS (sizeof kinds / sizeof *kinds)

const messy_row_kind messy_row_kinds[ROW_KINDS] = {
    [ROW_UTF8] = {"utf8_line", EXPECT_REPAIRED, 300},                 /* of lines with an accent */
    [ROW_NO_PERSON] = {"no_person", EXPECT_REJECTED, 60},             /* of rows */
    [ROW_TWICE] = {"row_twice", EXPECT_REJECTED, 80},                 /* of rows */
    [ROW_OTHER_HOUSEHOLD] = {"other_household", EXPECT_REJECTED, 60}, /* of households */
    [ROW_DIFFERS] = {"household_differs", EXPECT_REPORTED, 200}, /* of rows after the first of a household */
    [ROW_HEADER_AGAIN] = {"header_again", EXPECT_REPORTED, 40},  /* of households */
    [ROW_BLANK] = {"blank_line", EXPECT_REPORTED, 60},           /* of households */
    [ROW_TITLE] = {"title_line", EXPECT_REPORTED, 0},            /* the first line, always */
    [ROW_TOTAL] = {"total_line", EXPECT_REPORTED, 0},            /* the last line, always */
};

void messy_spoil(messy_row *row, const made_household *seen, int32_t i, messy_plant plant, void *to)
{
    draws stream = made_draws(seen, i, SUBJECT_MESSY_DIRT);

    for (int c = 0; c < MESSY_COLUMNS; c++) {
        for (size_t k = 0; k < KINDS && !row->cells[c].dirty; k++) {
            draws own = stream;

            if (!(messy_columns[c].takes & kinds[k].takes) || (messy_columns[c].of_household && !row->first))
                continue;
            own.count = (k * MESSY_COLUMNS + (size_t)c) * 4; /* four numbers for each kind */
            if (draw_below(&own, 10000) >= kinds[k].rate || !kinds[k].spoil(row, c, &own))
                continue;
            row->cells[c].dirty = 1;
            plant(to, c, kinds[k].name, kinds[k].expected);
        }
    }
}

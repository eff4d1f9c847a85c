/*
 * Dirt of cells: every kind, its rate, and what an import should make of it.
 *
 * One table says all. A kind has its own number in the stream of a row for
 * each column, so that a change of one rate moves no other planting. The first
 * kind of the table that falls on a cell has it; a kind that a cell cannot
 * take (thousands in an amount below a thousand) leaves it to the next.
 */
#include "messy.h"

#include <string.h>

#include "../base/limits.h"

/* How far Excel counts from: its day 1 is 1 January 1900, and it has a 29 February too many that year. */
#define SERIAL_ZERO day_of(1899, 12, 30)
/* Below, a serial number could be read as a year alone. */
#define SERIAL_LEAST 3000
#define NBSP "\xc2\xa0"

const char *const messy_expected_names[] = {"repaired", "rejected", "reported"};

/* 1 when the cell is dirtied. `d` gives what the choice needs. */
typedef int (*spoiler)(messy_row *row, int column, draws *d);

static messy_cell *cell_of(messy_row *row, int column)
{
    return &row->cells[column];
}

/* ---- amounts ---- */

/* "1234,56" of a cell that holds an amount with `least` cents or more; 0 when it does not. */
static int euros_of(messy_row *row, int column, int32_t least, int32_t *whole, int32_t *cents)
{
    const messy_cell *cell = cell_of(row, column);

    if (cell->form != SHEET_AMOUNT || cell->value < least || cell->value < 0)
        return 0;
    *whole = cell->value / 100;
    *cents = cell->value % 100;
    return 1;
}

static int euro_after(messy_row *row, int column, draws *d)
{
    int32_t whole, cents;

    if (!euros_of(row, column, 0, &whole, &cents))
        return 0;
    messy_say(cell_of(row, column), "%d,%02d%s\xe2\x82\xac", whole, cents, draw_chance(d, 500) ? " " : "");
    return 1;
}

static int euro_before(messy_row *row, int column, draws *d)
{
    int32_t whole, cents;

    if (!euros_of(row, column, 0, &whole, &cents))
        return 0;
    messy_say(cell_of(row, column), "\xe2\x82\xac%s%d,%02d", draw_chance(d, 500) ? " " : "", whole, cents);
    return 1;
}

/* Groups of three digits, by `gap`. */
static int say_thousands(messy_row *row, int column, const char *gap, const char *end)
{
    int32_t whole, cents;

    if (!euros_of(row, column, 100000, &whole, &cents))
        return 0;
    if (whole >= 1000000)
        messy_say(cell_of(row, column), "%d%s%03d%s%03d,%02d%s", whole / 1000000, gap, whole / 1000 % 1000,
                  gap, whole % 1000, cents, end);
    else
        messy_say(cell_of(row, column), "%d%s%03d,%02d%s", whole / 1000, gap, whole % 1000, cents, end);
    return 1;
}

static int space_thousands(messy_row *row, int column, draws *d)
{
    return say_thousands(row, column, " ", draw_chance(d, 500) ? " \xe2\x82\xac" : "");
}

static int nbsp_thousands(messy_row *row, int column, draws *d)
{
    return say_thousands(row, column, NBSP, draw_chance(d, 500) ? NBSP "\xe2\x82\xac" : "");
}

static int dot_thousands(messy_row *row, int column, draws *d)
{
    (void)d;
    return say_thousands(row, column, ".", "");
}

static int decimal_point(messy_row *row, int column, draws *d)
{
    int32_t whole, cents;

    (void)d;
    if (!euros_of(row, column, 0, &whole, &cents))
        return 0;
    messy_say(cell_of(row, column), "%d.%02d", whole, cents);
    return 1;
}

static int comma_lost(messy_row *row, int column, draws *d)
{
    messy_cell *cell = cell_of(row, column);

    (void)d;
    if (cell->form != SHEET_AMOUNT || cell->value <= LIMIT_EURO_MONTH)
        return 0;
    messy_say(cell, "%d", (int)cell->value);
    cell->form = SHEET_FIGURE;
    return 1;
}

static int negative(messy_row *row, int column, draws *d)
{
    messy_cell *cell = cell_of(row, column);

    (void)d;
    if (cell->form != SHEET_AMOUNT || cell->value <= 0)
        return 0;
    messy_say_amount(cell, -cell->value);
    return 1;
}

static void say_both(messy_cell *cell, const char *french, const char *dutch)
{
    messy_say(cell, "%s", french);
    snprintf(cell->text[1], MESSY_TEXT, "%s", dutch);
}

static int text_in_amount(messy_row *row, int column, draws *d)
{
    int which = draw_below(d, 2);

    say_both(cell_of(row, column), which ? "voir dossier" : "à vérifier",
             which ? "zie dossier" : "na te kijken");
    return 1;
}

/* ---- dates ---- */

static int parts_of(messy_row *row, int column, int *year, int *month, int *date)
{
    const messy_cell *cell = cell_of(row, column);

    if (cell->form != SHEET_DAY)
        return 0;
    day_parts(cell->value, year, month, date);
    return 1;
}

static int date_points(messy_row *row, int column, draws *d)
{
    int year, month, date;

    (void)d;
    if (!parts_of(row, column, &year, &month, &date))
        return 0;
    messy_say(cell_of(row, column), "%02d.%02d.%04d", date, month, year);
    return 1;
}

static int date_short(messy_row *row, int column, draws *d)
{
    int year, month, date;

    (void)d;
    if (!parts_of(row, column, &year, &month, &date) || (month > 9 && date > 9))
        return 0;
    messy_say(cell_of(row, column), "%d/%d/%04d", date, month, year);
    return 1;
}

static int date_iso(messy_row *row, int column, draws *d)
{
    int year, month, date;

    (void)d;
    if (!parts_of(row, column, &year, &month, &date))
        return 0;
    messy_say(cell_of(row, column), "%04d-%02d-%02d", year, month, date);
    return 1;
}

static int date_serial(messy_row *row, int column, draws *d)
{
    messy_cell *cell = cell_of(row, column);
    int32_t serial = cell->value - SERIAL_ZERO;

    (void)d;
    if (cell->form != SHEET_DAY || serial < SERIAL_LEAST)
        return 0;
    messy_say(cell, "%d", (int)serial);
    cell->form = SHEET_FIGURE;
    cell->value = serial;
    return 1;
}

static int date_impossible(messy_row *row, int column, draws *d)
{
    int year, month, date;

    if (!parts_of(row, column, &year, &month, &date))
        return 0;
    messy_say(cell_of(row, column), "%s/%04d", draw_chance(d, 500) ? "31/02" : "31/04", year);
    return 1;
}

static int date_year(messy_row *row, int column, draws *d)
{
    int year, month, date;

    (void)d;
    if (!parts_of(row, column, &year, &month, &date))
        return 0;
    messy_say(cell_of(row, column), "%04d", year);
    cell_of(row, column)->form = SHEET_FIGURE;
    cell_of(row, column)->value = year;
    return 1;
}

static int date_two_digits(messy_row *row, int column, draws *d)
{
    int year, month, date;

    (void)d;
    if (!parts_of(row, column, &year, &month, &date))
        return 0;
    messy_say(cell_of(row, column), "%02d/%02d/%02d", date, month, year % 100);
    return 1;
}

/* ---- texts ---- */

/* The reference person keeps a link, or the household would have none. */
static int placeholder(messy_row *row, int column, draws *d)
{
    static const char *const words[][MESSY_LANGUAGES] = {
        {"NULL", "NULL"}, {"n/a", "n/a"},          {"-", "-"},
        {"?", "?"},       {"inconnu", "onbekend"}, {"non communiqué", "niet gekend"}};
    int32_t which = draw_below(d, 6);

    if (column == MESSY_LINK && row->reference)
        return 0;
    say_both(cell_of(row, column), words[which][0], words[which][1]);
    return 1;
}

static int spaces(messy_row *row, int column, draws *d)
{
    static const char *const before[] = {"", " ", "  ", ""}, *const after[] = {" ", "", "  ", NBSP};
    messy_cell *cell = cell_of(row, column);
    int32_t which = draw_below(d, 4);
    char was[MESSY_TEXT];

    if (cell->form == SHEET_NOTHING)
        return 0;
    for (int l = 0; l < MESSY_LANGUAGES; l++) {
        if (strlen(cell->text[l]) + 5 > MESSY_TEXT)
            return 0;
        memcpy(was, cell->text[l], MESSY_TEXT);
        snprintf(cell->text[l], MESSY_TEXT, "%s%.150s%s", before[which], was, after[which]);
    }
    cell->form = SHEET_TEXT;
    return 1;
}

/* 1 when `change` made another text of the cell in both languages. */
static int changed(messy_cell *cell, void (*change)(char *letters))
{
    char before[MESSY_TEXT];

    if (cell->form != SHEET_TEXT)
        return 0;
    memcpy(before, cell->text[0], MESSY_TEXT);
    for (int l = 0; l < MESSY_LANGUAGES; l++)
        change(cell->text[l]);
    return strcmp(before, cell->text[0]) != 0;
}

static void decompose(char *letters)
{
    messy_decompose(letters, MESSY_TEXT);
}

static int capitals(messy_row *row, int column, draws *d)
{
    (void)d;
    return changed(cell_of(row, column), messy_capitals);
}

static int decomposed(messy_row *row, int column, draws *d)
{
    (void)d;
    if (!changed(cell_of(row, column), decompose))
        return 0;
    row->utf8 = 1;
    return 1;
}

static int other_word(messy_row *row, int column, draws *d)
{
    messy_cell *cell = cell_of(row, column);
    int32_t which = draw_below(d, MESSY_OTHER_WORDS);
    const messy_word *word;

    if (cell->form != SHEET_TEXT)
        return 0;
    word = &messy_columns[column].words[cell->value];
    if (strcmp(word->others[0][which], word->clean[0]) == 0)
        return 0;
    say_both(cell, word->others[0][which], word->others[1][which]);
    return 1;
}

static int number_first(messy_row *row, int column, draws *d)
{
    messy_cell *cell = cell_of(row, column);
    char *space = strrchr(cell->text[0], ' '), was[MESSY_TEXT];

    (void)d;
    if (cell->form != SHEET_TEXT || !space || strstr(cell->text[0], " bte "))
        return 0;
    memcpy(was, cell->text[0], MESSY_TEXT);
    messy_say(cell, "%.20s, %.*s", space + 1, (int)(space - cell->text[0]), was);
    return 1;
}

/* ---- places ---- */

static int postal_cut(messy_row *row, int column, draws *d)
{
    (void)d;
    if (row->postal == UNSAID)
        return 0;
    messy_say(cell_of(row, column), "%d", (int)row->postal / 10);
    cell_of(row, column)->form = SHEET_FIGURE;
    cell_of(row, column)->value = row->postal / 10;
    return 1;
}

static int postal_prefix(messy_row *row, int column, draws *d)
{
    (void)d;
    if (row->postal == UNSAID)
        return 0;
    messy_say(cell_of(row, column), "B-%d", (int)row->postal);
    return 1;
}

/* That of a commune far from the one named, so that no edge of a commune explains it. */
static int postal_elsewhere(messy_row *row, int column, draws *d)
{
    messy_cell *commune = cell_of(row, MESSY_COMMUNE), *cell = cell_of(row, column);
    int32_t code = row->postal == 1180 || row->postal == 1190 ? 1140 : 1180;

    (void)d;
    if (row->postal == UNSAID || commune->form == SHEET_NOTHING)
        return 0;
    messy_say(cell, "%d", (int)code);
    cell->form = SHEET_FIGURE;
    cell->value = code;
    commune->dirty = 1; /* stays as it is: the two must be seen to differ */
    return 1;
}

static int commune_form(messy_row *row, int column, draws *d)
{
    messy_cell *cell = cell_of(row, column);
    const messy_commune *c = &messy_communes[cell->value];
    int32_t which = draw_below(d, 4);
    const char *short_name = cell->value == 11 ? "Molenbeek" : c->name[0];

    if (cell->form != SHEET_TEXT)
        return 0;
    if (which == 0)
        return changed(cell, messy_capitals);
    if (which == 1 && strcmp(c->name[0], c->name[1]) != 0)
        say_both(cell, c->name[1], c->name[0]);
    else if (which == 2 && strcmp(c->brief[0], c->name[0]) != 0)
        say_both(cell, c->brief[0], c->brief[1]);
    else if (row->postal != UNSAID)
        messy_say(cell, "%d %s", (int)row->postal, short_name);
    else
        return 0;
    return 1;
}

/* ---- numbers of people ---- */

static int phone_form(messy_row *row, int column, draws *d)
{
    messy_cell *cell = cell_of(row, column);
    char n[7];

    if (cell->form != SHEET_TEXT || strlen(cell->text[0]) != 12)
        return 0;
    memcpy(n, cell->text[0] + 6, sizeof n); /* after +32459 */
    switch (draw_below(d, 3)) {
    case 0:
        messy_say(cell, "0459/%.2s.%.2s.%.2s", n, n + 2, n + 4);
        break;
    case 1:
        messy_say(cell, "+32 (0)459 %.2s %.2s %.2s", n, n + 2, n + 4);
        break;
    default:
        messy_say(cell, "0459%.6s", n);
        break;
    }
    return 1;
}

static int phone_garbage(messy_row *row, int column, draws *d)
{
    if (draw_chance(d, 500))
        say_both(cell_of(row, column), "le matin", "'s ochtends");
    else
        messy_say(cell_of(row, column), "0459 00");
    return 1;
}

static int email_without_at(messy_row *row, int column, draws *d)
{
    messy_cell *cell = cell_of(row, column);

    (void)d;
    if (cell->form == SHEET_NOTHING)
        return 0;
    for (int l = 0; l < MESSY_LANGUAGES; l++)
        *strchr(cell->text[l], '@') = '.';
    return 1;
}

static int niss_form(messy_row *row, int column, draws *d)
{
    messy_cell *cell = cell_of(row, column);
    char n[12];

    if (cell->form == SHEET_NOTHING)
        return 0;
    memcpy(n, cell->text[0], sizeof n);
    switch (draw_below(d, 3)) {
    case 0:
        messy_say(cell, "%.2s.%.2s.%.2s-%.3s.%.2s", n, n + 2, n + 4, n + 6, n + 9);
        break;
    case 1:
        messy_say(cell, "%.2s/%.2s/%.2s %.3s %.2s", n, n + 2, n + 4, n + 6, n + 9);
        break;
    default:
        messy_say(cell, "%.6s %.3s %.2s", n, n + 6, n + 9);
        break;
    }
    return 1;
}

/* Well formed as a number of either century. */
static int niss_fits(const char *n)
{
    int64_t counted = 0, check = (n[9] - '0') * 10 + (n[10] - '0');

    for (int i = 0; i < 9; i++)
        counted = counted * 10 + (n[i] - '0');
    return 97 - counted % 97 == check || 97 - (counted + INT64_C(2000000000)) % 97 == check;
}

/* Two neighbours of the serial number or of the check, so that the date stays what it was. */
static int niss_swapped(messy_row *row, int column, draws *d)
{
    messy_cell *cell = cell_of(row, column);

    (void)d;
    if (cell->form == SHEET_NOTHING)
        return 0;
    for (int i = 6; i < 10; i++) {
        char *n = cell->text[0], first = n[i], second = n[i + 1];

        n[i] = second;
        n[i + 1] = first;
        if (first != second && !niss_fits(n)) {
            memcpy(cell->text[1], n, MESSY_TEXT);
            return 1;
        }
        n[i] = first;
        n[i + 1] = second;
    }
    return 0;
}

static int niss_without_zero(messy_row *row, int column, draws *d)
{
    messy_cell *cell = cell_of(row, column);

    (void)d;
    if (cell->form == SHEET_NOTHING || cell->text[0][0] != '0' || cell->text[0][1] == '0')
        return 0;
    for (int l = 0; l < MESSY_LANGUAGES; l++)
        memmove(cell->text[l], cell->text[l] + 1, 11);
    return 1;
}

/* ---- the table ---- */

typedef struct cell_kind {
    const char *name;
    unsigned takes;
    int32_t rate; /* in 10,000 cells of a column that takes it */
    messy_expected expected;
    spoiler spoil;
} cell_kind;

static const cell_kind kinds[] = {
    {"placeholder", TAKES_PLACEHOLDER, 30, EXPECT_REPAIRED, placeholder},
    {"spaces", TAKES_SPACES, 40, EXPECT_REPAIRED, spaces},
    {"euro_after", TAKES_AMOUNT, 60, EXPECT_REPAIRED, euro_after},
    {"euro_before", TAKES_AMOUNT, 40, EXPECT_REPAIRED, euro_before},
    {"space_thousands", TAKES_AMOUNT, 150, EXPECT_REPAIRED, space_thousands},
    {"nbsp_thousands", TAKES_AMOUNT, 150, EXPECT_REPAIRED, nbsp_thousands},
    {"dot_thousands", TAKES_AMOUNT, 150, EXPECT_REPAIRED, dot_thousands},
    {"decimal_point", TAKES_AMOUNT, 60, EXPECT_REPAIRED, decimal_point},
    {"comma_lost", TAKES_LOST_COMMA, 150, EXPECT_REJECTED, comma_lost},
    {"negative", TAKES_AMOUNT, 40, EXPECT_REJECTED, negative},
    {"text_in_amount", TAKES_AMOUNT, 15, EXPECT_REJECTED, text_in_amount},
    {"date_points", TAKES_DAY, 150, EXPECT_REPAIRED, date_points},
    {"date_short", TAKES_DAY, 150, EXPECT_REPAIRED, date_short},
    {"date_iso", TAKES_DAY, 150, EXPECT_REPAIRED, date_iso},
    {"date_serial", TAKES_DAY, 100, EXPECT_REPAIRED, date_serial},
    {"date_impossible", TAKES_DAY, 50, EXPECT_REJECTED, date_impossible},
    {"date_year", TAKES_DAY, 50, EXPECT_REJECTED, date_year},
    {"date_two_digits", TAKES_DAY, 50, EXPECT_REJECTED, date_two_digits},
    {"capitals", TAKES_NAME, 200, EXPECT_REPAIRED, capitals},
    {"decomposed", TAKES_NAME, 250, EXPECT_REPAIRED, decomposed},
    {"other_word", TAKES_WORD, 200, EXPECT_REPAIRED, other_word},
    {"number_first", TAKES_ADDRESS, 300, EXPECT_REPAIRED, number_first},
    {"postal_cut", TAKES_POSTAL, 100, EXPECT_REJECTED, postal_cut},
    {"postal_prefix", TAKES_POSTAL, 150, EXPECT_REPAIRED, postal_prefix},
    {"postal_elsewhere", TAKES_POSTAL, 100, EXPECT_REPORTED, postal_elsewhere},
    {"commune_form", TAKES_COMMUNE, 600, EXPECT_REPAIRED, commune_form},
    {"phone_form", TAKES_PHONE, 600, EXPECT_REPAIRED, phone_form},
    {"phone_garbage", TAKES_PHONE, 100, EXPECT_REJECTED, phone_garbage},
    {"email_without_at", TAKES_EMAIL, 200, EXPECT_REJECTED, email_without_at},
    {"niss_form", TAKES_NISS, 600, EXPECT_REPAIRED, niss_form},
    {"niss_swapped", TAKES_NISS, 100, EXPECT_REJECTED, niss_swapped},
    {"niss_without_zero", TAKES_NISS, 800, EXPECT_REPAIRED, niss_without_zero},
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
            own.count = (k * MESSY_COLUMNS + (size_t)c) * 4; /* a kind takes three numbers at most */
            if (draw_below(&own, 10000) >= kinds[k].rate || !kinds[k].spoil(row, c, &own))
                continue;
            row->cells[c].dirty = 1;
            plant(to, c, kinds[k].name, kinds[k].expected);
        }
    }
}

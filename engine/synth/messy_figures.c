/*
 * Dirt of amounts and dates.
 *
 * A spoiler answers 0, and changes nothing, when the cell cannot take its kind.
 */
#include "messy_kinds.h"

#include "../base/limits.h"

/* How far Excel counts from: its day 1 is 1 January 1900, and it has a 29 February too many that year. */
#define SERIAL_ZERO day_of(1899, 12, 30)
/* Below, a serial number could be read as a year alone. */
#define SERIAL_LEAST 3000
#define NBSP "\xc2\xa0"

/* ---- amounts ---- */

/* "1234,56" of a cell that holds an amount with `least` cents or more; 0 when it does not. */
static int euros_of(messy_row *row, int column, int32_t least, int32_t *whole, int32_t *cents)
{
    const messy_cell *cell = &row->cells[column];

    if (cell->form != SHEET_AMOUNT || cell->value < least || cell->value < 0)
        return 0;
    *whole = cell->value / 100;
    *cents = cell->value % 100;
    return 1;
}

int spoil_euro_after(messy_row *row, int column, draws *d)
{
    int32_t whole, cents;

    if (!euros_of(row, column, 0, &whole, &cents))
        return 0;
    messy_say(&row->cells[column], "%d,%02d%s\xe2\x82\xac", whole, cents, draw_chance(d, 500) ? " " : "");
    return 1;
}

int spoil_euro_before(messy_row *row, int column, draws *d)
{
    int32_t whole, cents;

    if (!euros_of(row, column, 0, &whole, &cents))
        return 0;
    messy_say(&row->cells[column], "\xe2\x82\xac%s%d,%02d", draw_chance(d, 500) ? " " : "", whole, cents);
    return 1;
}

/* Groups of three digits, by `gap`. */
static int say_thousands(messy_row *row, int column, const char *gap, const char *end)
{
    int32_t whole, cents;

    if (!euros_of(row, column, 100000, &whole, &cents))
        return 0;
    if (whole >= 1000000)
        messy_say(&row->cells[column], "%d%s%03d%s%03d,%02d%s", whole / 1000000, gap, whole / 1000 % 1000,
                  gap, whole % 1000, cents, end);
    else
        messy_say(&row->cells[column], "%d%s%03d,%02d%s", whole / 1000, gap, whole % 1000, cents, end);
    return 1;
}

int spoil_space_thousands(messy_row *row, int column, draws *d)
{
    return say_thousands(row, column, " ", draw_chance(d, 500) ? " \xe2\x82\xac" : "");
}

int spoil_nbsp_thousands(messy_row *row, int column, draws *d)
{
    return say_thousands(row, column, NBSP, draw_chance(d, 500) ? NBSP "\xe2\x82\xac" : "");
}

int spoil_dot_thousands(messy_row *row, int column, draws *d)
{
    (void)d;
    return say_thousands(row, column, ".", "");
}

int spoil_decimal_point(messy_row *row, int column, draws *d)
{
    int32_t whole, cents;

    (void)d;
    if (!euros_of(row, column, 0, &whole, &cents))
        return 0;
    messy_say(&row->cells[column], "%d.%02d", whole, cents);
    return 1;
}

int spoil_comma_lost(messy_row *row, int column, draws *d)
{
    messy_cell *cell = &row->cells[column];

    (void)d;
    if (cell->form != SHEET_AMOUNT || cell->value <= LIMIT_EURO_MONTH)
        return 0;
    messy_say(cell, "%d", (int)cell->value);
    cell->form = SHEET_FIGURE;
    return 1;
}

int spoil_negative(messy_row *row, int column, draws *d)
{
    messy_cell *cell = &row->cells[column];

    (void)d;
    if (cell->form != SHEET_AMOUNT || cell->value <= 0)
        return 0;
    messy_say_amount(cell, -cell->value);
    return 1;
}

int spoil_text_in_amount(messy_row *row, int column, draws *d)
{
    int which = draw_below(d, 2);

    messy_say_both(&row->cells[column], which ? "voir dossier" : "à vérifier",
                   which ? "zie dossier" : "na te kijken");
    return 1;
}

/* ---- dates ---- */

static int parts_of(messy_row *row, int column, int *year, int *month, int *date)
{
    const messy_cell *cell = &row->cells[column];

    if (cell->form != SHEET_DAY)
        return 0;
    day_parts(cell->value, year, month, date);
    return 1;
}

int spoil_date_points(messy_row *row, int column, draws *d)
{
    int year, month, date;

    (void)d;
    if (!parts_of(row, column, &year, &month, &date))
        return 0;
    messy_say(&row->cells[column], "%02d.%02d.%04d", date, month, year);
    return 1;
}

int spoil_date_short(messy_row *row, int column, draws *d)
{
    int year, month, date;

    (void)d;
    if (!parts_of(row, column, &year, &month, &date) || (month > 9 && date > 9))
        return 0;
    messy_say(&row->cells[column], "%d/%d/%04d", date, month, year);
    return 1;
}

int spoil_date_iso(messy_row *row, int column, draws *d)
{
    int year, month, date;

    (void)d;
    if (!parts_of(row, column, &year, &month, &date))
        return 0;
    messy_say(&row->cells[column], "%04d-%02d-%02d", year, month, date);
    return 1;
}

int spoil_date_serial(messy_row *row, int column, draws *d)
{
    messy_cell *cell = &row->cells[column];
    int32_t serial = cell->value - SERIAL_ZERO;

    (void)d;
    if (cell->form != SHEET_DAY || serial < SERIAL_LEAST)
        return 0;
    messy_say(cell, "%d", (int)serial);
    cell->form = SHEET_FIGURE;
    cell->value = serial;
    return 1;
}

int spoil_date_impossible(messy_row *row, int column, draws *d)
{
    int year, month, date;

    if (!parts_of(row, column, &year, &month, &date))
        return 0;
    messy_say(&row->cells[column], "%s/%04d", draw_chance(d, 500) ? "31/02" : "31/04", year);
    return 1;
}

int spoil_date_year(messy_row *row, int column, draws *d)
{
    int year, month, date;

    (void)d;
    if (!parts_of(row, column, &year, &month, &date))
        return 0;
    messy_say(&row->cells[column], "%04d", year);
    row->cells[column].form = SHEET_FIGURE;
    row->cells[column].value = year;
    return 1;
}

int spoil_date_two_digits(messy_row *row, int column, draws *d)
{
    int year, month, date;

    (void)d;
    if (!parts_of(row, column, &year, &month, &date))
        return 0;
    messy_say(&row->cells[column], "%02d/%02d/%02d", date, month, year % 100);
    return 1;
}

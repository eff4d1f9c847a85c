/*
 * Dirt of texts, words, places and numbers of people.
 *
 * A spoiler answers 0, and changes nothing, when the cell cannot take its kind.
 */
#include "messy_kinds.h"

#include <string.h>

#define NBSP "\xc2\xa0"

/* ---- texts ---- */

/* The reference person keeps a link, or the household would have none. */
int spoil_placeholder(messy_row *row, int column, draws *d)
{
    static const char *const words[][MESSY_LANGUAGES] = {
        {"NULL", "NULL"}, {"n/a", "n/a"},          {"-", "-"},
        {"?", "?"},       {"inconnu", "onbekend"}, {"non communiqué", "niet gekend"}};
    int32_t which = draw_below(d, 6);

    if (column == MESSY_LINK && row->reference)
        return 0;
    messy_say_both(&row->cells[column], words[which][0], words[which][1]);
    return 1;
}

int spoil_spaces(messy_row *row, int column, draws *d)
{
    static const char *const before[] = {"", " ", "  ", ""}, *const after[] = {" ", "", "  ", NBSP};
    messy_cell *cell = &row->cells[column];
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

int spoil_capitals(messy_row *row, int column, draws *d)
{
    (void)d;
    return changed(&row->cells[column], messy_capitals);
}

int spoil_decomposed(messy_row *row, int column, draws *d)
{
    (void)d;
    if (!changed(&row->cells[column], decompose))
        return 0;
    row->utf8 = 1;
    return 1;
}

int spoil_other_word(messy_row *row, int column, draws *d)
{
    messy_cell *cell = &row->cells[column];
    int32_t which = draw_below(d, MESSY_OTHER_WORDS);
    const messy_word *word;

    if (cell->form != SHEET_TEXT)
        return 0;
    word = &messy_columns[column].words[cell->value];
    if (strcmp(word->others[0][which], word->clean[0]) == 0)
        return 0;
    messy_say_both(cell, word->others[0][which], word->others[1][which]);
    return 1;
}

int spoil_number_first(messy_row *row, int column, draws *d)
{
    messy_cell *cell = &row->cells[column];
    char *space = strrchr(cell->text[0], ' '), was[MESSY_TEXT];

    (void)d;
    if (cell->form != SHEET_TEXT || !space || strstr(cell->text[0], " bte "))
        return 0;
    memcpy(was, cell->text[0], MESSY_TEXT);
    messy_say(cell, "%.20s, %.*s", space + 1, (int)(space - cell->text[0]), was);
    return 1;
}

/* ---- places ---- */

int spoil_postal_cut(messy_row *row, int column, draws *d)
{
    (void)d;
    if (row->postal == UNSAID)
        return 0;
    messy_say(&row->cells[column], "%d", (int)row->postal / 10);
    row->cells[column].form = SHEET_FIGURE;
    row->cells[column].value = row->postal / 10;
    return 1;
}

int spoil_postal_prefix(messy_row *row, int column, draws *d)
{
    (void)d;
    if (row->postal == UNSAID)
        return 0;
    messy_say(&row->cells[column], "B-%d", (int)row->postal);
    return 1;
}

/* That of a commune far from the one named, so that no edge of a commune explains it. */
int spoil_postal_elsewhere(messy_row *row, int column, draws *d)
{
    messy_cell *commune = &row->cells[MESSY_COMMUNE], *cell = &row->cells[column];
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

int spoil_commune_form(messy_row *row, int column, draws *d)
{
    messy_cell *cell = &row->cells[column];
    const messy_commune *c = &messy_communes[cell->value];
    int32_t which = draw_below(d, 4);
    const char *short_name = cell->value == 11 ? "Molenbeek" : c->name[0];

    if (cell->form != SHEET_TEXT)
        return 0;
    if (which == 0)
        return changed(cell, messy_capitals);
    if (which == 1 && strcmp(c->name[0], c->name[1]) != 0)
        messy_say_both(cell, c->name[1], c->name[0]);
    else if (which == 2 && strcmp(c->brief[0], c->name[0]) != 0)
        messy_say_both(cell, c->brief[0], c->brief[1]);
    else if (row->postal != UNSAID)
        messy_say(cell, "%d %s", (int)row->postal, short_name);
    else
        return 0;
    return 1;
}

/* ---- numbers of people ---- */

int spoil_phone_form(messy_row *row, int column, draws *d)
{
    messy_cell *cell = &row->cells[column];
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

int spoil_phone_garbage(messy_row *row, int column, draws *d)
{
    if (draw_chance(d, 500))
        messy_say_both(&row->cells[column], "le matin", "'s ochtends");
    else
        messy_say(&row->cells[column], "0459 00");
    return 1;
}

int spoil_email_without_at(messy_row *row, int column, draws *d)
{
    messy_cell *cell = &row->cells[column];

    (void)d;
    if (cell->form == SHEET_NOTHING)
        return 0;
    for (int l = 0; l < MESSY_LANGUAGES; l++)
        *strchr(cell->text[l], '@') = '.';
    return 1;
}

int spoil_niss_form(messy_row *row, int column, draws *d)
{
    messy_cell *cell = &row->cells[column];
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
int spoil_niss_swapped(messy_row *row, int column, draws *d)
{
    messy_cell *cell = &row->cells[column];

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

int spoil_niss_without_zero(messy_row *row, int column, draws *d)
{
    messy_cell *cell = &row->cells[column];

    (void)d;
    if (cell->form == SHEET_NOTHING || cell->text[0][0] != '0' || cell->text[0][1] == '0')
        return 0;
    for (int l = 0; l < MESSY_LANGUAGES; l++)
        memmove(cell->text[l], cell->text[l] + 1, 11);
    return 1;
}

/*
 * Clean rows of the messy export: each cell in the one spelling of its column.
 *
 * An unsaid fact is an empty cell. Amounts have two decimals and a comma,
 * dates are DD/MM/YYYY, telephones +32 and digits. Telephones begin with
 * +32 459 00, which nobody is known to have; NISS are those of the generator.
 */
#include "messy.h"

#include <stdarg.h>
#include <string.h>

#include "brussels.h"
#include "niss.h"

#define NIS_FIRST 21001

/* In the order of the links of messy_columns.c. */
enum {
    LINK_REFERENCE,
    LINK_SPOUSE,
    LINK_COHABITANT,
    LINK_CHILD,
    LINK_PARENT,
    LINK_SIBLING,
    LINK_GRANDCHILD,
    LINK_UNRELATED,
    LINK_UNSAID
};

#define MUTUALITIES 5 /* then CAAMI, then none, in messy_columns.c */

void messy_say(messy_cell *cell, const char *format, ...)
{
    va_list arguments;

    va_start(arguments, format);
    vsnprintf(cell->text[0], MESSY_TEXT, format, arguments);
    va_end(arguments);
    memcpy(cell->text[1], cell->text[0], MESSY_TEXT);
    cell->form = SHEET_TEXT;
}

void messy_say_both(messy_cell *cell, const char *french, const char *dutch)
{
    messy_say(cell, "%s", french);
    snprintf(cell->text[1], MESSY_TEXT, "%s", dutch);
}

void messy_say_amount(messy_cell *cell, int32_t cents)
{
    uint32_t size = cents < 0 ? 0u - (uint32_t)cents : (uint32_t)cents;

    messy_say(cell, "%s%u,%02u", cents < 0 ? "-" : "", size / 100, size % 100);
    cell->form = SHEET_AMOUNT;
    cell->value = cents;
}

void messy_say_day(messy_cell *cell, day d)
{
    int year, month, date;

    day_parts(d, &year, &month, &date);
    messy_say(cell, "%02d/%02d/%04d", date, month, year);
    cell->form = SHEET_DAY;
    cell->value = d;
}

static void say_word(messy_row *row, int column, int32_t which)
{
    messy_cell *cell = &row->cells[column];

    if (which == UNSAID)
        return;
    for (int l = 0; l < MESSY_LANGUAGES; l++)
        snprintf(cell->text[l], MESSY_TEXT, "%s", messy_columns[column].words[which].clean[l]);
    cell->form = SHEET_TEXT;
    cell->value = which;
}

static int is_child(const made_household *h, int32_t child, int32_t of)
{
    return h->persons[child].mother_id == of || h->persons[child].father_id == of;
}

static int have_a_parent_in_common(const made_person *a, const made_person *b)
{
    return (a->mother_id != UNSAID && a->mother_id == b->mother_id) ||
           (a->father_id != UNSAID && a->father_id == b->father_id);
}

/* What `i` is to person 0, as far as the words of the column say it; unknown kinship says nothing. */
static int32_t link_of(const made_household *h, int32_t i)
{
    const made_person *p = &h->persons[i], *first = &h->persons[0];

    if (i == 0)
        return LINK_REFERENCE;
    if (p->partner_id == 0)
        return p->partnership == PARTNERSHIP_MARRIED ? LINK_SPOUSE : LINK_COHABITANT;
    if (is_child(h, i, 0))
        return LINK_CHILD;
    if (is_child(h, 0, i))
        return LINK_PARENT;
    if (have_a_parent_in_common(p, first))
        return LINK_SIBLING;
    if ((p->mother_id != UNSAID && is_child(h, p->mother_id, 0)) ||
        (p->father_id != UNSAID && is_child(h, p->father_id, 0)))
        return LINK_GRANDCHILD;
    for (int32_t r = 0; r < h->relation_count; r++) {
        const made_relation *told = &h->relations[r];
        int forward = told->a == 0 && told->b == i, back = told->b == 0 && told->a == i;

        if (told->word == RELATION_ROW_GRANDPARENT && forward)
            return LINK_GRANDCHILD;
        if (told->word == RELATION_ROW_SIBLING && (forward || back))
            return LINK_SIBLING;
        if (told->word == RELATION_ROW_UNRELATED && (forward || back))
            return LINK_UNRELATED;
    }
    return LINK_UNSAID;
}

static void say_who(messy_row *row, const made_household *h, int32_t i)
{
    const made_person *p = &h->persons[i];
    messy_cell *cells = row->cells;
    int32_t link = link_of(h, i);

    messy_say(&cells[MESSY_HOUSEHOLD], "SYN-H-%08llu", (unsigned long long)h->number);
    messy_say(&cells[MESSY_PERSON], "SYN-P-%08llu-%d", (unsigned long long)h->number, (int)i + 1);
    if (p->last_name != UNSAID)
        messy_say(&cells[MESSY_LAST_NAME], "%s", made_last_names[p->last_name]);
    if (p->first_name != UNSAID)
        messy_say(&cells[MESSY_FIRST_NAME], "%s", made_first_names[p->first_name]);
    if (p->birth_date != UNSAID)
        messy_say_day(&cells[MESSY_BIRTH], p->birth_date);
    say_word(row, MESSY_GENDER, p->gender);
    if (link != LINK_UNSAID)
        say_word(row, MESSY_LINK, link);
    say_word(row, MESSY_CIVIL, p->civil_status);
    say_word(row, MESSY_STAY, p->stay);
    say_word(row, MESSY_LANGUAGE, p->language);
}

static void say_where(messy_row *row, const made_household *h, int32_t i, draws *d)
{
    static const char *const box_words[MESSY_LANGUAGES] = {"bte", "bus"};
    const made_person *p = &h->persons[i];
    messy_cell *cells = row->cells;
    int32_t hundreds = draw_below(d, 100), units = draw_below(d, 100), has = draw_chance(d, 600);
    int32_t which = h->place.nis_commune == UNSAID ? -1 : h->place.nis_commune - NIS_FIRST;

    if (p->street != UNSAID && p->number != UNSAID) {
        messy_say(&cells[MESSY_ADDRESS], "%s %d", made_streets[p->street], (int)p->number);
        for (int l = 0; p->box != UNSAID && l < MESSY_LANGUAGES; l++)
            snprintf(cells[MESSY_ADDRESS].text[l], MESSY_TEXT, "%s %d %s %d", made_streets[p->street],
                     (int)p->number, box_words[l], (int)p->box);
    }
    row->postal = h->place.postal_code;
    if (row->postal != UNSAID) {
        messy_say(&cells[MESSY_POSTAL], "%d", (int)row->postal);
        cells[MESSY_POSTAL].form = SHEET_FIGURE; /* what spreadsheets make of it */
        cells[MESSY_POSTAL].value = row->postal;
    }
    if (which >= 0 && which < COMMUNES) {
        for (int l = 0; l < MESSY_LANGUAGES; l++)
            snprintf(cells[MESSY_COMMUNE].text[l], MESSY_TEXT, "%s", messy_communes[which].name[l]);
        cells[MESSY_COMMUNE].form = SHEET_TEXT;
        cells[MESSY_COMMUNE].value = which;
    }
    if (has && h->age[i] >= 16)
        messy_say(&cells[MESSY_PHONE], "+3245900%02d%02d", (int)hundreds, (int)units);
    if (p->email == YES)
        messy_say(&cells[MESSY_EMAIL], "SYN-P-%08llu-%d@example.org", (unsigned long long)h->number,
                  (int)i + 1);
}

static void say_amount(messy_row *row, int column, int32_t cents)
{
    if (cents != UNSAID)
        messy_say_amount(&row->cells[column], cents);
}

static void say_means(messy_row *row, const made_household *h, int32_t i)
{
    const made_person *p = &h->persons[i];

    say_amount(row, MESSY_WAGE, p->wage_net_month);
    say_amount(row, MESSY_UNEMPLOYMENT, p->unemployment_month);
    say_amount(row, MESSY_SICKNESS, p->sickness_month);
    say_amount(row, MESSY_PENSION, p->pension_month);
    say_amount(row, MESSY_FAMILY_BENEFIT, p->family_benefit_month);
    say_word(row, MESSY_RECEIVES_RIS, p->receives_ris);
    say_amount(row, MESSY_RIS, p->ris_month);
    say_word(row, MESSY_RECEIVES_GRAPA, p->receives_grapa);
    say_word(row, MESSY_RECEIVES_BIM, p->receives_bim);
    say_amount(row, MESSY_RENT, h->place.rent_month);
    say_amount(row, MESSY_SAVINGS, p->movable_capital);
    say_amount(row, MESSY_DISABILITY, p->disability_allowance_month);
    say_amount(row, MESSY_CADASTRAL, p->rc_dwelling);
    say_word(row, MESSY_STUDENT, p->student);
    if (p->taxable_income_of == 2024) /* the header says of which year */
        say_amount(row, MESSY_TAXABLE, p->taxable_income_year);
    if (h->place.data_date != UNSAID)
        messy_say_day(&row->cells[MESSY_UPDATED], h->place.data_date);
}

static void say_insurer(messy_row *row, const made_person *p, draws *d)
{
    int32_t which = draw_below(d, MUTUALITIES);

    if (p->insurer != UNSAID)
        say_word(row, MESSY_INSURER, p->insurer == INSURER_MUTUALITY ? which : MUTUALITIES - 1 + p->insurer);
}

static void say_notes(messy_row *row, draws *d)
{
    static const char *const remarks[][MESSY_LANGUAGES] = {
        {"a téléphoné; à rappeler", "heeft gebeld; terugbellen"},
        {"dossier papier, armoire 3", "papieren dossier, kast 3"},
        {"dit \"pas pressé\"", "zegt \"geen haast\""},
    };
    static const char *const origins[][MESSY_LANGUAGES] = {{"UE", "EU"}, {"hors UE", "buiten EU"}};
    int32_t remark = draw_below(d, 12), origin = draw_below(d, 3);

    for (int l = 0; l < MESSY_LANGUAGES; l++) {
        if (remark < 3)
            snprintf(row->cells[MESSY_REMARK].text[l], MESSY_TEXT, "%s", remarks[remark][l]);
        if (origin < 2)
            snprintf(row->cells[MESSY_ORIGIN].text[l], MESSY_TEXT, "%s", origins[origin][l]);
    }
    row->cells[MESSY_REMARK].form = remark < 3 ? SHEET_TEXT : SHEET_NOTHING;
    row->cells[MESSY_ORIGIN].form = origin < 2 ? SHEET_TEXT : SHEET_NOTHING;
}

void messy_clean(messy_row *row, const synth_order *order, const made_household *h,
                 const made_household *seen, int32_t i)
{
    draws d = made_draws(seen, i, SUBJECT_MESSY_CLEAN);
    char niss[12];

    memset(row, 0, sizeof *row);
    row->first = i == 0;
    row->reference = i == 0 && seen->count > 1;
    say_who(row, seen, i);
    if (order->niss != NISS_NONE && h->persons[i].niss != UNSAID) {
        made_niss(niss, &h->persons[i], h->persons[i].niss, order->niss);
        messy_say(&row->cells[MESSY_NISS], "%s", niss);
    }
    say_where(row, seen, i, &d);
    say_means(row, seen, i);
    say_insurer(row, &seen->persons[i], &d);
    say_notes(row, &d);
}

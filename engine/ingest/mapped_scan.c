/*
 * The first reading of a flat file: who is there, and what each is to the
 * reference person. Per person 40 bytes and the id are kept, whatever the row
 * holds.
 */
#include <stdlib.h>
#include "../base/fold.h"
#include "../base/limits.h"
#include "mapped_parts.h"

/* Rows after which a column's usual way of writing is known. */
#define SAMPLE_ROWS 2000

static text cell_at(const source_row *row, size_t at)
{
    return at < row->kept ? text_strip(row->cell[at]) : (text){"", 0};
}

/* ---- lines that are no data ---- */

static int says_total(text t)
{
    static const char *const words[] = {"total",      "totaal",     "totaux",          "totalen",
                                        "sous-total", "subtotaal",  "subtotal",        "somme",
                                        "som",        "eindtotaal", "algemeen totaal", "total general"};
    char folded[40];

    if (t.length < 3 || t.length > 30 || text_fold(t, folded, sizeof folded) < 3)
        return 0;
    for (size_t i = 0; i < sizeof words / sizeof *words; i++) {
        size_t length = strlen(words[i]);

        if (strncmp(folded, words[i], length) == 0 &&
            (!folded[length] || folded[length] == ' ' || folded[length] == ':' || folded[length] == '('))
            return 1;
    }
    return 0;
}

static unsigned why_passed(const book *b, const source_row *row)
{
    text person = cell_at(row, b->person), household = cell_at(row, b->household), first = {"", 0};
    size_t filled = 0;

    if (person.length && text_same(person, b->names[b->person]) &&
        (!household.length || text_same(household, b->names[b->household])))
        return REMARK_HEADER_AGAIN;
    if (person.length && household.length)
        return says_total(household) ? REMARK_TOTAL : 0;
    for (size_t i = 0; i < row->kept; i++) {
        text t = cell_at(row, i);

        if (t.length && !filled++)
            first = t;
    }
    if (says_total(first))
        return REMARK_TOTAL;
    /* alone in its line, an id has no space in it: a title has */
    return !person.length && filled == 1 && (!household.length || memchr(household.at, ' ', household.length))
               ? REMARK_TITLE
               : 0;
}

int mapped_passed(mapped *m, book *b, const source_row *row, int list_it)
{
    unsigned why = b->person == SIZE_MAX ? 0 : why_passed(b, row);

    if (why && list_it)
        mapped_remark(m, b, SIZE_MAX, row->line, why);
    return why ? ROW_PASSED : ROW_KEPT;
}

/* Lines a row of the file takes, as far as its cells tell. */
static int lines_of(const source_row *row)
{
    int lines = 1;

    for (size_t i = 0; i < row->kept; i++)
        for (const char *at = row->cell[i].at, *end = at + row->cell[i].length;
             row->cell[i].length && (at = memchr(at, '\n', (size_t)(end - at))); at++)
            lines++;
    return lines;
}

/* ---- members ---- */

/* What the column of links says, LINK_UNSAID when it says nothing that is known; *written: the cell. */
static unsigned char link_word(const mapped *m, const book *b, const source_row *row, text *written)
{
    static const char *const words[] = {MAPPING_LINKS};
    char folded[LIMIT_TEXT + 1];
    const char *word = NULL;

    *written = cell_at(row, b->link);
    if (written->length && text_fold(*written, folded, sizeof folded) > 0)
        word = mapping_word_of(m->map->links, m->map->link_count, folded);
    for (unsigned char i = 0; word && i < MAPPED_LINKS; i++)
        if (strcmp(words[i], word) == 0)
            return i;
    return LINK_UNSAID;
}

static unsigned char link_of(mapped *m, book *b, const source_row *row)
{
    text written;
    unsigned char link = link_word(m, b, row, &written);

    if (b->link < row->kept && written.length != row->cell[b->link].length)
        mapped_remark(m, b, b->link, row->line, REPAIR_SPACES);
    if (link != LINK_UNSAID && spelling_is_other(&b->links, written, link))
        mapped_remark(m, b, b->link, row->line, REMARK_WORD);
    if (link == LINK_UNSAID && written.length)
        mapped_remark(m, b, b->link, row->line,
                      mapped_means_nothing(m, written) ? (unsigned)REPAIR_PLACEHOLDER
                                                       : (unsigned)REMARK_LINK_WORD);
    return link;
}

static step *step_giving(view *v, size_t from)
{
    for (size_t i = 0; i < v->step_count; i++)
        if (v->steps[i].how == STEP_COPY && v->steps[i].from == from)
            return &v->steps[i];
    return NULL;
}

static text word_at(mapped *m, book *b, const source_row *row, size_t at)
{
    step *s = at == SIZE_MAX ? NULL : step_giving(&m->views[SHEET_PERSONS], at);

    return s && at < row->kept ? mapped_cell(m, b, s, row->line, row->cell[at], 0) : (text){"", 0};
}

static void read_member(mapped *m, book *b, const source_row *row, member *to)
{
    text gender = word_at(m, b, row, b->gender), civil = word_at(m, b, row, b->civil);

    to->link = link_of(m, b, row);
    to->gender = text_same_no_case(gender, "f")   ? GENDER_F
                 : text_same_no_case(gender, "m") ? GENDER_M
                 : text_same_no_case(gender, "x") ? GENDER_X
                                                  : GENDER_UNKNOWN;
    to->civil = !civil.length                                    ? CIVIL_UNKNOWN
                : text_same_no_case(civil, "legally_cohabiting") ? CIVIL_LEGAL
                                                                 : CIVIL_OTHER;
}

static int is_nothing(const mapped *m, text id)
{
    return !id.length || id.length > LIMIT_TEXT || mapped_means_nothing(m, id);
}

/* The first row of each person; a later one is rejected when persons are read. */
static ayant_status add_member(failure *e, mapped *m, book *b, const source_row *row)
{
    text person = cell_at(row, b->person), household = cell_at(row, b->household);
    uint32_t who, home;
    int fresh, first;
    member *one;
    family *f;

    if (row->count > b->count || is_nothing(m, person) || is_nothing(m, household))
        return AYANT_OK;
    if (id_pool_add(&m->person_ids, person, &who, &fresh) < 0)
        return fail_memory(e);
    if (!fresh)
        return AYANT_OK;
    if (id_pool_add(&m->household_ids, household, &home, &first) < 0 ||
        room_in(&m->members, &m->member_capacity, (size_t)who + 1, sizeof *m->members) < 0 ||
        room_in(&m->families, &m->family_capacity, (size_t)home + 1, sizeof *m->families) < 0)
        return fail_memory(e);
    f = &m->families[home];
    if (first)
        *f = (family){who, who, row->line};
    else
        m->members[f->last].next = who;
    f->last = who;
    one = &m->members[who];
    *one = (member){.household = home,
                    .next = ID_NONE,
                    .line = row->line,
                    .partner = ID_NONE,
                    .mother = ID_NONE,
                    .father = ID_NONE,
                    .link = LINK_UNSAID};
    if (b->link != SIZE_MAX)
        read_member(m, b, row, one);
    return AYANT_OK;
}

static void see_usual(mapped *m, view *v, const source_row *row)
{
    for (size_t i = 0; i < v->step_count; i++) {
        step *s = &v->steps[i];

        if (s->how == STEP_COPY && s->fact >= 0 && s->from < row->kept)
            usual_see(m, s, text_strip(row->cell[s->from]));
    }
}

/* How the first rows write what they say. */
static ayant_status sample_file(failure *e, mapped *m, book *b, sheet_kind which)
{
    ayant_status status = AYANT_OK;
    source_row row;
    source in;

    if (mapped_open_file(e, m, b, &in) < 0)
        return e->status;
    for (int rows = 0; rows < SAMPLE_ROWS && (status = source_next(e, &in, &row)) == AYANT_OK; rows++) {
        unsigned char link;
        text written;

        if (mapped_passed(m, b, &row, 0) != ROW_KEPT)
            continue;
        see_usual(m, &m->views[which], &row);
        if (m->flat)
            see_usual(m, &m->views[SHEET_HOUSEHOLDS], &row);
        if (b->link != SIZE_MAX && (link = link_word(m, b, &row, &written)) != LINK_UNSAID)
            spellings_see(m, &b->links, written, link);
    }
    source_close(&in);
    usual_settle(m, &m->views[which]);
    if (m->flat)
        usual_settle(m, &m->views[SHEET_HOUSEHOLDS]);
    spellings_settle(&b->links);
    return status < 0 ? status : AYANT_OK;
}

static void see_line(mapped *m, book *b, const source_row *row, int *expected)
{
    for (; *expected && *expected < row->line; (*expected)++)
        mapped_remark(m, b, SIZE_MAX, *expected, REMARK_BLANK);
    *expected = row->line + lines_of(row);
    for (size_t i = 0; i < row->kept; i++)
        if (row->flag[i] != CELL_GOOD)
            *expected = 0; /* its lines cannot be counted */
}

static ayant_status scan_file(failure *e, mapped *m, book *b, sheet_kind which)
{
    int expected = b->header_line + 1;
    ayant_status status;
    source_row row;
    source in;

    for (int line = 1; line < b->header_line; line++)
        mapped_remark(m, b, SIZE_MAX, line, REMARK_ABOVE);
    if (mapped_open_file(e, m, b, &in) < 0)
        return e->status;
    while ((status = source_next(e, &in, &row)) == AYANT_OK) {
        see_line(m, b, &row, &expected);
        if (mapped_passed(m, b, &row, 1) != ROW_KEPT)
            continue;
        if (row.kept < b->count && row.count == row.kept)
            mapped_remark(m, b, SIZE_MAX, row.line, REMARK_SHORT);
        if (which == SHEET_PERSONS && (status = add_member(e, m, b, &row)) < 0)
            break;
    }
    source_close(&in);
    return status < 0 ? status : AYANT_OK;
}

ayant_status mapped_scan(failure *e, mapped *m)
{
    if (!m->flat && (sample_file(e, m, m->households, SHEET_HOUSEHOLDS) < 0 ||
                     scan_file(e, m, m->households, SHEET_HOUSEHOLDS) < 0))
        return e->status;
    if (sample_file(e, m, m->persons, SHEET_PERSONS) < 0)
        return e->status;
    return scan_file(e, m, m->persons, SHEET_PERSONS);
}

/*
 * One cell through a mapping: stripped of spaces, told by its word, empty when
 * it means nothing. What its figures, dates and numbers say is read further
 * on; here it is only seen in which way they are written.
 */
#include <stdlib.h>
#include "../base/fold.h"
#include "../base/limits.h"
#include "figures.h"
#include "places.h"
#include "mapped_parts.h"

/* Forms of dates and figures; those of numbers are sets of the signs in them. */
enum { FORM_DAY_FIRST, FORM_YEAR_FIRST, FORM_OTHER };
enum { FORM_NO_MARK, FORM_POINT, FORM_COMMA };
enum { FORM_NO_NAME, FORM_FRENCH, FORM_DUTCH }; /* of communes; as place_official says */

int mapped_means_nothing(const mapped *m, text stripped)
{
    char folded[LIMIT_TEXT + 1];

    if (!stripped.length || text_is_placeholder(stripped))
        return stripped.length != 0;
    return m->map->empty_count && stripped.length <= 2 * m->empty_longest &&
           text_fold(stripped, folded, sizeof folded) > 0 && mapping_is_empty(m->map, folded);
}

static uint32_t meaning_of(const char *word)
{
    return (uint32_t)text_hash(text_of(word));
}

/* Few words are written in a column: the last ones are kept. */
static const char *word_of(step *s, text t, int *other)
{
    cached_word *c = &s->cache[text_hash(t) % CACHED_WORDS];
    char folded[LIMIT_TEXT + 1];
    const char *found = NULL;

    if (c->known && c->length == t.length && memcmp(c->written, t.at, t.length) == 0) {
        *other = c->other;
        return c->word;
    }
    if (text_fold(t, folded, sizeof folded) > 0)
        found = mapping_word_of(s->words->words, s->words->count, folded);
    *other = found && spelling_is_other(&s->spellings, t, meaning_of(found));
    if (t.length <= sizeof c->written) {
        memcpy(c->written, t.at, t.length);
        c->length = (unsigned char)t.length;
        c->word = found;
        c->known = 1;
        c->other = (unsigned char)*other;
    }
    return found;
}

/* ---- how it is written ---- */

static unsigned form_of_date(text t)
{
    if (t.length != 10)
        return FORM_OTHER;
    if (t.at[2] == '/' && t.at[5] == '/')
        return FORM_DAY_FIRST;
    return t.at[4] == '-' && t.at[7] == '-' ? FORM_YEAR_FIRST : FORM_OTHER;
}

static unsigned form_of_figure(text t)
{
    unsigned mark = mark_of(t);

    return mark == MARK_POINT ? FORM_POINT : mark == MARK_COMMA ? FORM_COMMA : FORM_NO_MARK;
}

/* Signs of a number: . - / space, + in front, brackets. */
static unsigned form_of_number(text t)
{
    unsigned form = t.at[0] == '+' ? 16u : 0;

    for (size_t i = 0; i < t.length; i++) {
        char c = t.at[i];

        form |= c == '.' ? 1u : c == '-' ? 2u : c == '/' ? 4u : c == ' ' ? 8u : c == '(' ? 32u : 0;
    }
    return form;
}

static unsigned form_of(const step *s, const fact *f, text t)
{
    if (f->kind == KIND_DATE)
        return form_of_date(t);
    if (f->kind == KIND_MONEY || f->kind == KIND_NUMBER)
        return form_of_figure(t);
    return s->clean == CLEAN_NISS || s->clean == CLEAN_PHONE ? form_of_number(t) : 0;
}

void usual_see(mapped *m, step *s, text t)
{
    const fact *f = &m->facts->facts[s->fact];
    const char *word = NULL;
    int other;
    cell value;

    if (!t.length)
        return;
    if (s->words && (word = word_of(s, t, &other)))
        spellings_see(m, &s->spellings, t, meaning_of(word));
    else if (mapped_means_nothing(m, t))
        return;
    else if (f->kind == KIND_TRUTH && !fact_read(f, t, 0, &value))
        spellings_see(m, &s->spellings, t, (uint32_t)value);
    else if (s->clean == CLEAN_COMMUNE)
        s->usual.seen[place_official(t) % 3]++; /* a name of both languages tells nothing */
    else
        s->usual.seen[form_of(s, f, t)]++;
}

void usual_settle(mapped *m, view *v)
{
    uint64_t points = 0, commas = 0;

    for (size_t i = 0; i < v->step_count; i++) {
        const step *s = &v->steps[i];
        kind of = s->fact >= 0 ? m->facts->facts[s->fact].kind : KIND_TEXT;

        points += of == KIND_MONEY || of == KIND_NUMBER ? s->usual.seen[FORM_POINT] : 0;
        commas += of == KIND_MONEY || of == KIND_NUMBER ? s->usual.seen[FORM_COMMA] : 0;
    }
    v->commas = commas > points;
    for (size_t i = 0; i < v->step_count; i++) {
        usual *u = &v->steps[i].usual;

        for (unsigned form = 1; form < USUAL_FORMS; form++)
            if (u->seen[form] > u->seen[u->form] || (u->form == 0 && !u->seen[0] && u->seen[form]))
                u->form = form;
        spellings_settle(&v->steps[i].spellings);
        if (v->steps[i].cache)
            memset(v->steps[i].cache, 0, CACHED_WORDS * sizeof *v->steps[i].cache);
    }
}

/* Most figures are digits, or digits and the column's own mark. */
static int is_plain(text t, char mark)
{
    size_t marks = 0, after = 0;

    for (size_t i = 0; i < t.length; i++) {
        if (t.at[i] == mark && i)
            marks++;
        else if (t.at[i] < '0' || t.at[i] > '9')
            return 0;
        else
            after += marks > 0;
    }
    return marks == 0 || (marks == 1 && (after == 1 || after == 2));
}

static unsigned figure_repairs(const step *s, const fact *f, text t)
{
    int commas = s->usual.seen[FORM_COMMA] > s->usual.seen[FORM_POINT];
    unsigned mark, bits = 0;
    cell value;

    if (is_plain(t, commas ? ',' : '.'))
        return 0;
    mark = mark_of(t);
    if (mark == MARK_EITHER || fact_read_repaired(f, t, mark == MARK_COMMA, &value, &bits))
        return 0; /* it waits for its column, or is rejected */
    bits &= ~(REPAIR_BIT(REPAIR_DECIMAL_COMMA) | REPAIR_BIT(REPAIR_DECIMAL_POINT));
    if (mark == MARK_POINT && commas)
        bits |= REPAIR_BIT(REPAIR_DECIMAL_POINT);
    if (mark == MARK_COMMA && s->usual.seen[FORM_POINT] > s->usual.seen[FORM_COMMA])
        bits |= REPAIR_BIT(REPAIR_DECIMAL_COMMA);
    return bits;
}

static unsigned date_repairs(const step *s, const fact *f, text t)
{
    unsigned form = form_of_date(t), bits = 0;
    cell value;

    if ((form == s->usual.form && form != FORM_OTHER) || fact_read_repaired(f, t, 0, &value, &bits))
        return 0;
    if (!bits)
        bits = REPAIR_BIT(REPAIR_DATE_FORM);
    return bits;
}

static int in_capitals(text t)
{
    int upper = 0, lower = 0;

    for (size_t i = 0; i < t.length; i++) {
        unsigned char c = (unsigned char)t.at[i], next = (unsigned char)(i + 1 < t.length ? t.at[i + 1] : 0);

        upper += c >= 'A' && c <= 'Z';
        lower += (c >= 'a' && c <= 'z') || (c == 0xc3 && next >= 0xa0);
    }
    return upper > 1 && !lower;
}

/* The language a column names communes in, as place_official says it; both when it does not show. */
static unsigned language_of(const usual *u)
{
    return u->seen[FORM_FRENCH] > u->seen[FORM_DUTCH]   ? FORM_FRENCH
           : u->seen[FORM_DUTCH] > u->seen[FORM_FRENCH] ? FORM_DUTCH
                                                        : 3u;
}

/* Texts with a shape: numbers, places, names. */
static unsigned text_repairs(mapped *m, const step *s, const fact *f, text t)
{
    char clean[CLEAN_TEXT];
    size_t length = 0;
    unsigned bits = 0;

    if (s->clean == CLEAN_NONE || clean_repaired(m->cleaner, s->clean, t, clean, &length, &bits))
        return 0;
    if (s->clean != CLEAN_NAME && form_of_number(t) == s->usual.form && s->clean != CLEAN_POSTAL_CODE)
        bits &= ~REPAIR_BIT(REPAIR_NUMBER_FORM);
    if (s->clean == CLEAN_NAME && f->contact_only && in_capitals(t))
        bits |= REPAIR_BIT(REMARK_CAPITALS);
    if (s->clean == CLEAN_COMMUNE &&
        place_official(t) & language_of(&s->usual)) /* such names are no repair */
        bits &= ~REPAIR_BIT(REPAIR_PLACE_NAME);
    return bits;
}

static unsigned repairs_of(mapped *m, const step *s, text t)
{
    const fact *f = s->fact >= 0 ? &m->facts->facts[s->fact] : NULL;
    cell value;

    if (!f)
        return 0;
    switch (f->kind) {
    case KIND_MONEY:
    case KIND_NUMBER:
        return figure_repairs(s, f, t);
    case KIND_DATE:
        return date_repairs(s, f, t);
    case KIND_TRUTH:
        return !fact_read(f, t, 0, &value) && spelling_is_other(&s->spellings, t, (uint32_t)value)
                   ? REPAIR_BIT(REMARK_WORD)
                   : 0;
    case KIND_TEXT:
        return text_repairs(m, s, f, t);
    case KIND_WORD:
    case KIND_PERSON:
        break;
    }
    return 0;
}

text mapped_cell(mapped *m, book *b, step *s, int line, text written, int count_it)
{
    const char *word = NULL;
    unsigned bits = 0;
    int other = 0;
    text t;

    if (!written.length)
        return written;
    t = text_strip(written);
    if (t.length != written.length)
        bits |= REPAIR_BIT(REPAIR_SPACES);
    if (t.length && s->words && (word = word_of(s, t, &other))) {
        t = text_of(word);
        bits |= other ? REPAIR_BIT(REMARK_WORD) : 0;
    } else if (mapped_means_nothing(m, t)) {
        t = (text){"", 0};
        bits |= REPAIR_BIT(REPAIR_PLACEHOLDER);
    } else if (count_it && t.length) {
        bits |= repairs_of(m, s, t);
    }
    if (count_it && bits & REPAIR_BIT(REPAIR_PLACE_DIFFERS) && b->postal != SIZE_MAX &&
        b->commune != SIZE_MAX)
        mapped_remark(m, b, s->from == b->postal ? b->commune : b->postal, line, REPAIR_PLACE_DIFFERS);
    for (unsigned which = 0; count_it && bits; which++, bits >>= 1)
        if (bits & 1)
            mapped_remark(m, b, s->from, line, which);
    return t;
}

uint32_t mapped_key(const fact *f, text written)
{
    char folded[LIMIT_TEXT + 1];
    unsigned mark = f->kind == KIND_MONEY || f->kind == KIND_NUMBER ? mark_of(written) : 0;
    uint64_t hash;
    cell value;

    if (!written.length)
        return 0;
    if (f->kind != KIND_TEXT && f->kind != KIND_PERSON && mark != MARK_EITHER &&
        !fact_read(f, written, mark == MARK_COMMA, &value))
        return (uint32_t)value * 2 + 1;
    hash = text_fold(written, folded, sizeof folded) >= 0 ? text_hash(text_of(folded)) : text_hash(written);
    return (uint32_t)(hash >> 32) | 1;
}

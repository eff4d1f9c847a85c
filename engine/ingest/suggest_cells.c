/*
 * What the first rows of a column hold. Only counts are kept.
 */
#include "../base/day.h"
#include "../base/fold.h"
#include "../base/limits.h"
#include "figures.h"
#include "places.h"
#include "suggest_parts.h"

static const fact any_truth = {.name = "truth", .kind = KIND_TRUTH, .most = 1};
static const fact any_date = {.name = "date", .kind = KIND_DATE, .least = DAY_LEAST, .most = DAY_MOST};
static const fact any_amount = {.name = "amount", .kind = KIND_MONEY, .per = PERIOD_ANY};

static int is_date(text t)
{
    cell value;

    /* a spreadsheet's day number alone says nothing: any figure could be one */
    return (memchr(t.at, '/', t.length) || memchr(t.at, '-', t.length) || memchr(t.at, '.', t.length) ||
            memchr(t.at, ' ', t.length)) &&
           t.length >= 6 && !fact_read(&any_date, t, 0, &value) && value != CELL_UNKNOWN;
}

static int is_figure(text t, int *cents)
{
    unsigned mark = mark_of(t);
    cell value = CELL_UNKNOWN;

    *cents = 0;
    if (fact_read(&any_amount, t, mark == MARK_COMMA, &value) || value == CELL_UNKNOWN)
        return 0;
    *cents = value;
    return 1;
}

static int is_clean(const suggestion *s, clean_kind which, text t)
{
    char out[CLEAN_TEXT];
    size_t length = 0;

    return t.length < CLEAN_TEXT && !clean_text(s->cleaner, which, t, out, &length) && length;
}

int suggest_is_data(const suggestion *s, text t)
{
    niss number;
    int cents;

    return t.length && (is_date(t) || (t.length > 2 && t.length != 4 && is_figure(t, &cents)) ||
                        (t.length >= 9 && t.length <= 20 && clean_niss(s->cleaner, t, &number)) ||
                        is_clean(s, CLEAN_EMAIL, t));
}

static ayant_status fold_words(failure *e, suggestion *s)
{
    char folded[SUGGEST_NAME];
    uint32_t number;
    int fresh;

    for (size_t i = 0; i < suggest_word_count; i++) {
        const char *at = suggest_words[i].written;
        id_pool *to = strcmp(suggest_words[i].fact, SUGGEST_LINK) == 0 ? &s->links : &s->words;

        while (*at) {
            size_t length = strcspn(at, "|");

            if (text_fold((text){at, length}, folded, sizeof folded) > 0 &&
                id_pool_add(to, text_of(folded), &number, &fresh) < 0)
                return fail_memory(e);
            at += length + (at[length] == '|');
        }
    }
    return AYANT_OK;
}

static void see_words(const suggestion *s, evidence *v, text t)
{
    char folded[SUGGEST_NAME];

    if (t.length > 60 || text_fold(t, folded, sizeof folded) <= 0)
        return;
    v->words += id_pool_find(&s->words, text_of(folded)) != ID_NONE;
    v->links += id_pool_find(&s->links, text_of(folded)) != ID_NONE;
}

static void see_cell(suggestion *s, evidence *v, text t)
{
    int cents, digits = 1, some = 0, several;
    cell value = CELL_UNKNOWN;
    niss number;

    if (!t.length)
        return;
    if (text_is_placeholder(t)) {
        v->nothing++;
        return;
    }
    v->filled++;
    for (size_t i = 0; i < t.length; i++)
        if (t.at[i] >= '0' && t.at[i] <= '9')
            some = 1;
        else
            digits = 0;
    v->numbered += some && !digits ? 1 : 0;
    v->digits += digits ? 1 : 0;
    v->truths += t.length < 8 && !fact_read(&any_truth, t, 0, &value);
    v->binary += t.length == 1 && (t.at[0] == '0' || t.at[0] == '1');
    v->dates += (uint32_t)is_date(t);
    if (is_figure(t, &cents)) {
        v->figures++;
        v->above_month += cents > 1000000; /* ten thousand euros a month */
    }
    v->years += digits && t.length == 4 && t.at[0] == '2' && t.at[1] == '0';
    v->niss += t.length >= 9 && t.length <= 20 && clean_niss(s->cleaner, t, &number);
    v->postal += t.length <= 8 && is_clean(s, CLEAN_POSTAL_CODE, t);
    v->phones += t.length >= 9 && (t.at[0] == '0' || t.at[0] == '+') && is_clean(s, CLEAN_PHONE, t);
    v->emails += memchr(t.at, '@', t.length) && is_clean(s, CLEAN_EMAIL, t);
    v->places += !digits && t.length < 60 && commune_named(t, &several) != NULL;
    see_words(s, v, t);
}

/* The names of the columns, again in the middle of the file. */
static int is_header_again(const suggestion *s, const source_row *row)
{
    size_t same = 0;

    for (size_t i = 0; i < s->count && i < row->kept; i++)
        same += text_same(text_strip(row->cell[i]), s->columns[i].name) && s->columns[i].name.length;
    return same * 2 > s->count;
}

static ayant_status see_rows(failure *e, suggestion *s, source *in, id_pool *pools)
{
    source_row row;

    while (s->rows < SUGGEST_ROWS && source_next(e, in, &row) == AYANT_OK) {
        s->rows++;
        if (is_header_again(s, &row))
            continue;
        for (size_t i = 0; i < s->count && i < row.kept; i++) {
            text t = text_strip(row.cell[i]);
            uint32_t number;
            int fresh;

            if (row.flag[i] != CELL_GOOD || t.length > LIMIT_TEXT)
                continue;
            see_cell(s, &s->columns[i].seen, t);
            if (t.length && id_pool_add(&pools[i], t, &number, &fresh) < 0)
                return fail_memory(e);
        }
    }
    return e->status;
}

ayant_status suggest_look(failure *e, suggestion *s, source *in)
{
    id_pool *pools = arena_array(s->memory, s->count + 1, sizeof *pools);
    ayant_status status;

    if (!pools)
        return fail_memory(e);
    status = fold_words(e, s);
    if (status == AYANT_OK)
        status = see_rows(e, s, in, pools);
    for (size_t i = 0; i < s->count; i++) {
        s->columns[i].seen.distinct = (uint32_t)pools[i].count;
        id_pool_free(&pools[i]);
    }
    return status;
}

/* ---- does it go with the fact? ---- */

static int share(uint32_t part, uint32_t whole)
{
    return whole ? (int)(100u * part / whole) : 0;
}

/* From a share of cells that could be it to how well it fits. */
static int fit_of(int of_cells)
{
    return of_cells >= 60 ? 100 : of_cells >= 30 ? 85 : of_cells >= 10 ? 60 : 30;
}

static int fit_of_text(const suggest_column *c, const char *target)
{
    const evidence *v = &c->seen;
    int alone = share(v->distinct, v->filled);

    if (strcmp(target, "niss") == 0)
        return fit_of(share(v->niss, v->filled));
    if (strcmp(target, "postal_code") == 0)
        return fit_of(share(v->postal, v->filled));
    if (strcmp(target, "phone") == 0)
        return fit_of(share(v->phones, v->filled));
    if (strcmp(target, "email") == 0)
        return fit_of(share(v->emails, v->filled));
    if (strcmp(target, "person_id") == 0)
        return alone >= 90 ? 100 : alone >= 70 || v->filled < 5 ? 95 : 50;
    if (strcmp(target, "household_id") == 0)
        return alone < 98 || v->filled < 5 ? 100 : 90;
    if (strcmp(target, SUGGEST_LINK) == 0)
        return fit_of(share(v->links, v->filled));
    if (strcmp(target, "number") == 0 && v->filled > 20 && alone == 100)
        return 40; /* a number of the row, not of the house */
    if (strcmp(target, "nis_commune") == 0)
        return fit_of(share(v->places + v->digits, v->filled));
    if (strcmp(target, "last_name") == 0 || strcmp(target, "first_name") == 0 ||
        strcmp(target, "street") == 0 || strcmp(target, SUGGEST_ADDRESS) == 0)
        return share(v->figures + v->dates + v->truths, v->filled) > 50 ? 40 : 100;
    return 100;
}

int suggest_fit(const suggestion *s, const suggest_column *c, const char *target)
{
    int at = dictionary_find(s->facts, target);
    const evidence *v = &c->seen;

    if (!v->filled)
        return 97; /* nothing says no */
    if (at < 0)
        return fit_of_text(c, target);
    switch (s->facts->facts[at].kind) {
    case KIND_TRUTH:
        return share(v->figures - v->binary, v->filled) > 10 ? 30 : fit_of(share(v->truths, v->filled));
    case KIND_MONEY:
        return v->binary == v->filled ? 90
                                      : fit_of(share(v->figures, v->filled)); /* 0 and 1: yes and no rather */
    case KIND_NUMBER:
        return fit_of(share(v->figures, v->filled));
    case KIND_DATE:
        return fit_of(share(v->dates, v->filled));
    case KIND_WORD:
        return v->figures == v->filled && !v->words ? 30 : fit_of(share(v->words, v->filled)) < 85 ? 85 : 100;
    case KIND_TEXT:
    case KIND_PERSON:
        break;
    }
    return fit_of_text(c, target);
}

const char *suggest_by_cells(const suggest_column *c)
{
    const evidence *v = &c->seen;

    if (v->filled < 3)
        return NULL;
    if (share(v->niss, v->filled) >= 80)
        return "niss";
    if (share(v->emails, v->filled) >= 80)
        return "email";
    return share(v->phones, v->filled) >= 80 ? "phone" : NULL;
}

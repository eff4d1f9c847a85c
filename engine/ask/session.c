/*
 * A session: what was answered, and the household it makes.
 *
 * Answers are kept in order; going back takes the last one away and makes
 * the household anew from those that are left.
 */
#include <stdlib.h>
#include <string.h>
#include "../base/limits.h"
#include "../evaluate/record.h"
#include "../params/series.h"
#include "asking.h"

#define RIGHTS_MOST 31 /* one bit each */

/* ---- what the rights read ---- */

static int reaches_others(op o)
{
    return o == NODE_GATHER || o == NODE_KINSHIP || (o >= NODE_SUM && o <= NODE_GREATEST);
}

/* Marks the facts below a right; says whether it depends on who lives together. */
static int mark_facts(const graph *g, const int *nodes, size_t count, char *seen, char *facts)
{
    int others = 0;

    memset(seen, 0, g->count);
    for (size_t i = 0; i < count; i++)
        seen[nodes[i]] = 1;
    for (size_t k = g->count; k-- > 0;) {
        const node *n = &g->nodes[k];

        if (!seen[k])
            continue;
        for (int i = 0; i < op_inputs(n->op); i++)
            seen[n->input[i]] = 1;
        if (n->op == NODE_FACT || n->op == NODE_GIVEN)
            facts[n->index] = 1;
        others |= reaches_others(n->op);
    }
    return others;
}

static int find_reads(asking *s)
{
    char *seen = arena_alloc(s->memory, s->g->count + 1);
    int *nodes = arena_array(s->memory, s->node_count + 32, sizeof *nodes);

    s->reads = arena_array(s->memory, s->right_count + 1, sizeof *s->reads);
    if (!seen || !nodes || !s->reads)
        return -1;
    for (size_t r = 0; r < s->right_count; r++) {
        size_t count = right_nodes_wanted(&s->rights[r], 1, nodes);
        int others;

        if (!(s->reads[r] = arena_alloc(s->memory, s->facts->count + 1)))
            return -1;
        others = mark_facts(s->g, nodes, count, seen, s->reads[r]);
        if (s->wanted[r])
            s->on_others |= others;
    }
    return 0;
}

static ayant_status find_wanted(failure *e, asking *s)
{
    const char *at = s->options.rights;

    for (size_t r = 0; r < s->right_count; r++)
        s->wanted[r] = at == NULL;
    while (at && *at) {
        size_t length = strcspn(at, ","), r = 0;
        text name = text_trim((text){at, length});

        while (r < s->right_count && !text_is(name, s->rights[r].right->name))
            r++;
        if (r == s->right_count)
            return fail(e, AYANT_E_USAGE, "A01", "there is no right '%.*s' in these rules",
                        (int)(name.length < 40 ? name.length : 40), name.at);
        s->wanted[r] = 1;
        at += length + (at[length] == ',');
    }
    return AYANT_OK;
}

static ayant_status prepare(failure *e, asking *s)
{
    const rulebook *rules = s->g->rules;
    size_t room = 0;
    ayant_status status;

    s->right_count = rules->right_count;
    if (s->right_count > RIGHTS_MOST)
        return fail(e, AYANT_E_LIMIT, "A03",
                    "these rules hold %zu rights: at most %d can be asked about at once", s->right_count,
                    RIGHTS_MOST);
    s->order = rights_by_name(s->memory, rules);
    s->rights = s->order ? right_nodes_of(s->memory, s->g, s->order, s->right_count) : NULL;
    s->wanted = arena_alloc(s->memory, s->right_count + 1);
    s->was_certain = arena_alloc(s->memory, s->right_count + 1);
    s->is_certain = arena_alloc(s->memory, s->right_count + 1);
    s->said = arena_array(s->memory, s->right_count + 1, sizeof *s->said);
    s->log = arena_array(s->memory, LIMIT_ASKED_ANSWERS, sizeof *s->log);
    if (!s->rights || !s->wanted || !s->was_certain || !s->is_certain || !s->said || !s->log)
        return fail_memory(e);
    for (size_t r = 0; r < s->right_count; r++)
        room += s->rights[r].condition_count + 10;
    if (!(s->nodes = arena_array(s->memory, room + 1, sizeof *s->nodes)))
        return fail_memory(e);
    s->node_count = right_nodes_wanted(s->rights, s->right_count, s->nodes);
    if ((status = find_wanted(e, s)) < 0)
        return status;
    if (find_reads(s) < 0)
        return fail_memory(e);
    home_start(&s->home);
    if (!s->on_others)
        s->home.alone = 1;
    return AYANT_OK;
}

ayant_status ask_new(failure *e, const graph *g, const ask_options *options, asking **out)
{
    asking *s = calloc(1, sizeof *s);
    ayant_status status;

    if (!s)
        return fail_memory(e);
    s->memory = arena_new();
    s->passing = arena_new();
    s->g = g;
    s->facts = &g->rules->facts;
    s->options = *options;
    status = s->memory && s->passing ? AYANT_OK : fail_memory(e);
    if (status == AYANT_OK && options->rights &&
        !(s->options.rights = arena_text(s->memory, options->rights)))
        status = fail_memory(e);
    if (status == AYANT_OK)
        status = prepare(e, s);
    if (status < 0) {
        ask_free(s);
        return status;
    }
    *out = s;
    return AYANT_OK;
}

/* ---- the household ---- */

static void drop_household(asking *s)
{
    variants_free(s->copies);
    variants_free(s->doubts);
    plan_free(s->base);
    plan_free(s->doubted);
    people_free(s->people);
    s->copies = s->doubts = NULL;
    s->base = s->doubted = NULL;
    s->people = NULL;
}

void ask_free(asking *s)
{
    if (!s)
        return;
    drop_household(s);
    arena_free(s->passing);
    arena_free(s->memory);
    free(s);
}

static cell *cell_at(const asking *s, int which, size_t member)
{
    return &s->people->column[which][s->facts->facts[which].entity == ENTITY_PERSON ? member : 0];
}

static cell inverse_kin(cell kin)
{
    switch (kin) {
    case KIN_GRANDPARENT:
        return KIN_GRANDCHILD;
    case KIN_GRANDCHILD:
        return KIN_GRANDPARENT;
    case KIN_PARENT_IN_LAW:
        return KIN_CHILD_IN_LAW;
    case KIN_CHILD_IN_LAW:
        return KIN_PARENT_IN_LAW;
    default:
        return kin;
    }
}

static cell *kin_at(const asking *s, size_t member, size_t other)
{
    const relation *r = &s->people->others;

    for (uint32_t i = r->first[member]; i < r->first[member + 1]; i++)
        if (r->other[i] == other)
            return &s->people->kin[i];
    return NULL;
}

cell given_cell(const asking *s, int which, size_t member)
{
    return *cell_at(s, which, member);
}

static void put_given(asking *s, unknown_cell what, cell value)
{
    cell *kin;

    if (value == CELL_UNKNOWN)
        return;
    if ((size_t)what.fact < s->facts->count) {
        *cell_at(s, what.fact, what.member) = value;
        return;
    }
    if ((kin = kin_at(s, what.member, what.other)))
        *kin = value;
    if ((kin = kin_at(s, what.other, what.member)))
        *kin = inverse_kin(value);
}

static ayant_status make_plans(failure *e, asking *s)
{
    plan_options options = {.on = s->options.on, .strict = s->options.strict, .chunk = 1};
    const rulebook *rules = s->g->rules;
    char *blurred = arena_alloc(s->memory, rules->parameter_count + 1);
    ayant_status status;
    int any = 0;

    if (!blurred)
        return fail_memory(e);
    for (size_t i = 0; i < rules->parameter_count; i++) {
        const parameter_row *row = parameter_at(&rules->parameters[i], s->options.on);

        blurred[i] = row && row->status == STATUS_UNVERIFIED;
        any |= blurred[i];
    }
    if ((status = plan_new(e, s->g, s->people, &options, s->nodes, s->node_count, &s->base)) < 0 ||
        (status = variants_new(e, s->base, s->nodes, s->node_count, &s->copies)) < 0 || !any)
        return status;
    options.blurred = blurred;
    if ((status = plan_new(e, s->g, s->people, &options, s->nodes, s->node_count, &s->doubted)) < 0)
        return status;
    return AYANT_OK;
}

ayant_status asking_build(failure *e, asking *s)
{
    size_t member;
    ayant_status status;

    drop_household(s);
    home_start(&s->home);
    if (!s->on_others)
        s->home.alone = 1;
    for (size_t i = 0; i < s->log_count; i++)
        if (s->log[i].step != HOME_DONE)
            home_answer(&s->home, s->log[i].step, s->log[i].member, s->log[i].value);
    if (home_next(&s->home, &member) != HOME_DONE)
        return AYANT_OK;
    if ((status = home_people(e, &s->home, s->facts, &s->people)) < 0 || (status = make_plans(e, s)) < 0) {
        drop_household(s);
        return status;
    }
    for (size_t i = 0; i < s->log_count; i++)
        if (s->log[i].step == HOME_DONE)
            put_given(s, s->log[i].cell, s->log[i].given);
    return AYANT_OK;
}

/* Those said to be under 18, and the others, whose date of birth is not known; nobody under 18 marries or
 * declares. */
static void narrow_ages(asking *s, variants *v, size_t copies)
{
    int birth = dictionary_find(s->facts, "birth_date");
    day adult = day_add_months(s->options.on, -18 * 12);

    for (size_t m = 1; birth >= 0 && m < s->home.members; m++) {
        unknown_cell what = {birth, (uint32_t)m, 0};
        int child = s->home.role[m] == ROLE_CHILD;

        if (given_cell(s, birth, m) != CELL_UNKNOWN ||
            (s->home.role[m] == ROLE_PARTNER && s->home.partner == 3))
            continue;
        for (size_t k = 0; k < copies; k++)
            variants_set(v, k, what, child ? adult + 1 : DAY_LEAST, child ? s->options.on : adult);
    }
}

size_t asking_load(asking *s, size_t count)
{
    variants *v = s->copies;

    variants_load(v, 0, count);
    narrow_ages(s, v, v->room);
    for (size_t r = 0; r < s->right_count; r++) {
        unknown_cell receipt = {s->rights[r].receives, 0, 0};

        if (receipt.fact < 0)
            continue;
        for (size_t k = 0; k < v->room; k++)
            variants_set(v, k, receipt, given_cell(s, receipt.fact, 0), given_cell(s, receipt.fact, 0));
    }
    variants_run(v, 1);
    return v->room;
}

int not_known(const asking *s, unknown_cell what)
{
    for (size_t i = 0; i < s->log_count; i++) {
        const answered *a = &s->log[i];

        if (a->step == HOME_DONE && a->cell.fact == what.fact && a->cell.member == what.member &&
            a->cell.other == what.other)
            return 1;
    }
    return 0;
}

/* ---- questions and answers ---- */

static ayant_status renew(failure *e, asking *s)
{
    arena *fresh = arena_new();

    if (!fresh)
        return fail_memory(e);
    arena_free(s->passing);
    s->passing = fresh;
    return AYANT_OK;
}

ayant_status ask_next(failure *e, asking *s, ask_question *out)
{
    ayant_status status;

    if ((status = renew(e, s)) < 0)
        return status;
    if (!s->asked) {
        s->step = home_next(&s->home, &s->member);
        s->why = 0;
        if (s->step == HOME_DONE) {
            if (!s->people && (status = asking_build(e, s)) < 0)
                return status;
            if (s->log_count >= LIMIT_ASKED_ANSWERS || !choose_cell(s, &s->cell, &s->why))
                return AYANT_NONE;
        }
        s->asked = 1;
    }
    return write_question(e, s, out);
}

static ayant_status go_back(failure *e, asking *s)
{
    if (s->log_count)
        s->log_count--;
    s->asked = 0;
    memset(s->was_certain, 0, s->right_count);
    return asking_build(e, s);
}

static ayant_status refuse(failure *e, const asking *s, const expected *x)
{
    ayant_language l = s->options.language;
    phrase_ask hint = x->kind == KIND_TRUTH   ? ASK_HINT_TRUTH
                      : x->kind == KIND_MONEY ? ASK_HINT_MONEY
                      : x->kind == KIND_DATE  ? (x->never ? ASK_HINT_DATE_NEVER : ASK_HINT_DATE)
                      : x->kind == KIND_WORD  ? ASK_HINT_WORD
                                              : ASK_HINT_NUMBER;

    if (x->kind == KIND_NUMBER)
        return fail(e, AYANT_E_INPUT, "A02", ask_say(hint, l), (long)(x->least / 1000),
                    (long)(x->most / 1000));
    if (x->kind == KIND_WORD)
        return fail(e, AYANT_E_INPUT, "A02", ask_say(hint, l), (long)x->word_count);
    return fail(e, AYANT_E_INPUT, "A02", "%s", ask_say(hint, l));
}

/* What the current question takes. */
static void expect(const asking *s, const ask_question *q, expected *x)
{
    *x = (expected){
        .kind = KIND_TRUTH, .most = 1, .words = q->words, .labels = q->labels, .word_count = q->word_count};
    if (s->step == HOME_ALONE)
        return;
    if (s->step == HOME_CHILDREN || s->step == HOME_ADULTS) {
        x->kind = KIND_NUMBER;
        x->whole = 1;
        x->most = home_most(&s->home) * 1000;
    } else if (s->step != HOME_DONE || (size_t)s->cell.fact >= s->facts->count) {
        x->kind = KIND_WORD;
    } else {
        const fact *f = &s->facts->facts[s->cell.fact];

        x->kind = f->kind;
        x->whole = f->whole;
        x->least = f->least;
        x->most = f->most;
        x->never = f->kind == KIND_DATE && f->empty == EMPTY_NEVER;
        if (f->kind == KIND_DATE && strcmp(f->name, "birth_date") == 0)
            x->most = s->options.on;
    }
}

static void take(asking *s, reading_of how, cell value, int kin)
{
    answered *a = &s->log[s->log_count];
    int whole = s->step == HOME_CHILDREN || s->step == HOME_ADULTS;

    *a = (answered){
        .step = s->step, .member = s->member, .cell = s->cell, .given = CELL_UNKNOWN, .number = s->log_count};
    if (how == ANSWER_VALUE)
        a->given = kin ? kin - 1 : value;
    a->value = how == ANSWER_UNKNOWN ? ANSWER_NOT_KNOWN : whole ? value / 1000 : value;
    s->log_count++;
    s->asked = 0;
    if (s->step != HOME_DONE) {
        home_answer(&s->home, s->step, s->member, a->value);
        return;
    }
    put_given(s, a->cell, a->given);
}

ayant_status ask_answer(failure *e, asking *s, text answer)
{
    ask_question q;
    ayant_status status;
    expected x;
    reading_of how;
    cell value = 0;
    int kin = 0;

    if (!s->asked)
        return fail(e, AYANT_E_USAGE, "A04", "there is no question to answer: ask for the next one first");
    if ((status = renew(e, s)) < 0 || (status = write_question(e, s, &q)) < 0)
        return status;
    expect(s, &q, &x);
    how = read_answer(&x, answer, &value);
    if (how == ANSWER_BACK)
        return go_back(e, s);
    if (how == ANSWER_BAD)
        return refuse(e, s, &x);
    if (s->step == HOME_DONE && (size_t)s->cell.fact >= s->facts->count)
        kin = 1 + (int)kinship_choice((size_t)value);
    if (s->people && (status = asking_say(e, s)) < 0)
        return status;
    memcpy(s->was_certain, s->is_certain, s->right_count);
    take(s, how, value, kin);
    return AYANT_OK;
}

ayant_status ask_result(failure *e, asking *s, const ask_right **rights, size_t *count)
{
    size_t member;
    ayant_status status = AYANT_OK;

    *count = 0;
    if (home_next(&s->home, &member) != HOME_DONE)
        return AYANT_OK;
    if ((!s->people && (status = asking_build(e, s)) < 0) || (status = asking_say(e, s)) < 0)
        return status;
    *rights = s->said;
    for (size_t r = 0; r < s->right_count; r++)
        *count += s->wanted[r] != 0;
    return AYANT_OK;
}

int ask_settled(asking *s)
{
    unknown_cell cells[ASKING_CELLS];
    unsigned why;

    if (!s->people)
        return 0;
    asking_load(s, 1);
    if (open_cells(s, 0, cells, NULL, ASKING_CELLS) == 0)
        return 1;
    return !choose_cell(s, &cells[0], &why);
}

int ask_set(asking *s, int which, uint32_t member, cell value)
{
    unknown_cell what = {which, member, 0};

    if (!s->people || s->log_count >= LIMIT_ASKED_ANSWERS)
        return -1;
    s->log[s->log_count++] = (answered){.step = HOME_DONE, .cell = what, .given = value};
    s->asked = 0;
    put_given(s, what, value);
    return 0;
}

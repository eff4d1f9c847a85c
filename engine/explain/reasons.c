/*
 * Collecting reasons: a variable, then what its formula reads.
 */
#include "reasons.h"

#include <stdio.h>
#include <string.h>
#include "../base/limits.h"
#include "../evaluate/record.h"
#include "../params/series.h"
#include "relevant.h"

#define DEEP 16
#define GROUNDS 256 /* of one variable: more than any household can give */

void reason_add(reasons *r, const reason *line)
{
    reason *out;

    if (r->failed || arena_grow(r->memory, &r->lines, &r->capacity, r->count + 1, sizeof *line) < 0) {
        r->failed = 1;
        return;
    }
    out = &r->lines[r->count++];
    *out = *line;
    out->label = arena_text(r->memory, line->label ? line->label : "");
    out->value = arena_text(r->memory, line->value);
    out->law = arena_text(r->memory, line->law);
    out->note = arena_text(r->memory, line->note);
    r->failed |=
        !out->label || (line->value && !out->value) || (line->law && !out->law) || (line->note && !out->note);
}

const char *law_text(explaining *x, const law_reference *law)
{
    if (law->source < 0)
        return law->article;
    if (!x->cited[law->source])
        x->cited[law->source] = ++x->cited_count;
    return arena_print(x->to->memory, "[%d]%s%s", x->cited[law->source], law->article ? " " : "",
                       law->article ? law->article : "");
}

static void tell_fact(explaining *x, int which, size_t row, int depth, const char *who)
{
    const fact *f = &x->rules->facts.facts[which];
    cell c = record_cell(x->people, which, row, x->options->strict);
    ayant_language l = x->options->language;
    char value[256];
    reason line = {.kind = REASON_FACT, .depth = depth, .name = f->name, .state = 2};

    line.label = say_label(&f->label, l, f->name);
    line.note = who;
    if (f->kind == KIND_PERSON) {
        line.value = c >= 0 ? x->people->person_id[c] : c == LINK_OUTSIDE ? "-" : say(SAY_NO, l);
    } else if (c == CELL_UNKNOWN) {
        line.value = say(SAY_MISSING, l);
        line.state = -1;
    } else {
        say_cell(f, c, l, value, sizeof value);
        line.value = value;
        if (record_presumed(x->people, which, row, x->options->strict))
            line.note =
                who ? arena_print(x->to->memory, "%s; %s", who, say(SAY_PRESUMED, l)) : say(SAY_PRESUMED, l);
    }
    reason_add(x->to, &line);
}

static const char *status_word(parameter_status s, ayant_language l)
{
    return say(s == STATUS_VERIFIED ? SAY_VERIFIED : s == STATUS_DERIVED ? SAY_DERIVED : SAY_UNVERIFIED, l);
}

static void scale_text(explaining *x, const parameter_row *row, char *out, size_t size)
{
    size_t used = 0;
    char above[32], rate[32];

    out[0] = '\0';
    (void)x;
    for (size_t i = 0; i < row->band_count && used < size; i++) {
        micro_print(above, row->bands[i].above, 0);
        micro_print(rate, row->bands[i].rate * 100, 0);
        used += (size_t)snprintf(out + used, size - used, "%s> %s EUR: %s %%", used ? "; " : "", above, rate);
    }
}

static void tell_parameter(explaining *x, int which, int depth)
{
    static const kind kinds[] = {KIND_MONEY, KIND_NUMBER, KIND_TRUTH, KIND_DATE, KIND_NUMBER};
    const parameter *p = &x->rules->parameters[which];
    const parameter_row *row = parameter_at(p, x->options->on);
    ayant_language l = x->options->language;
    type t = {kinds[p->kind], p->per, p->whole, NULL, 0};
    char value[512], note[512], from[16];
    reason line = {.kind = REASON_PARAMETER, .depth = depth, .name = p->name, .state = 2};

    line.label = say_label(&p->label, l, p->name);
    line.law = law_text(x, &p->law);
    if (!row) {
        line.value = say(SAY_NO_VALUE, l);
        line.state = -1;
        reason_add(x->to, &line);
        return;
    }
    if (p->kind == PARAMETER_SCALE)
        scale_text(x, row, value, sizeof value);
    else
        say_value(&t, (double)row->value, (double)row->value, 0, l, value, sizeof value);
    day_print(from, row->from);
    if (row->status == STATUS_VERIFIED || l == AYANT_EN)
        snprintf(note, sizeof note, "%s %s; %s: %.300s", say(SAY_SINCE, l), from, status_word(row->status, l),
                 row->source);
    else
        snprintf(note, sizeof note, "%s %s; %s", say(SAY_SINCE, l), from, status_word(row->status, l));
    line.value = value;
    line.note = note;
    reason_add(x->to, &line);
}

static void tell_kinship(explaining *x, size_t row, size_t other, int depth, const char *who)
{
    static const char *const words[] = {KINSHIP_WORDS};
    const relation *others = &x->people->others;
    reason line = {.kind = REASON_FACT, .depth = depth, .name = "relation", .state = 2};

    line.label = say(SAY_KINSHIP, x->options->language);
    line.note = who;
    for (uint32_t i = others->first[row]; i < others->first[row + 1]; i++)
        if (others->other[i] == other) {
            cell c = x->people->kin[i];

            line.value = c == CELL_UNKNOWN ? say(SAY_MISSING, x->options->language) : words[c];
            line.state = c == CELL_UNKNOWN ? -1 : 2;
            reason_add(x->to, &line);
            return;
        }
}

static void tell_ground(explaining *x, const ground *found, int depth)
{
    entity of = found->what == GROUND_VARIABLE ? x->rules->variables[found->index].entity
                : found->what == GROUND_FACT   ? x->rules->facts.facts[found->index].entity
                                               : ENTITY_PERSON;
    const char *who = of == ENTITY_HOUSEHOLD    ? say(SAY_HOUSEHOLD, x->options->language)
                      : found->row != x->person ? x->people->person_id[found->row]
                                                : NULL;

    switch (found->what) {
    case GROUND_PARAMETER:
        tell_parameter(x, found->index, depth);
        break;
    case GROUND_VARIABLE:
        tell_variable(x, found->index, found->row, depth, who);
        break;
    case GROUND_KINSHIP:
        tell_kinship(x, found->row, found->other, depth, x->people->person_id[found->other]);
        break;
    case GROUND_FACT:
    case GROUND_LINK:
        tell_fact(x, found->index, found->row, depth, who);
        break;
    }
}

void tell_variable(explaining *x, int which, size_t row, int depth, const char *note)
{
    const variable *v = &x->rules->variables[which];
    const variable_graph *vg = &x->g->variables[which];
    const type *t = &x->g->nodes[vg->root].type;
    int household = v->entity == ENTITY_HOUSEHOLD;
    size_t local = x->g->nodes[vg->root].space == SPACE_CONST ? 0 : household ? 0 : row - x->frame->person;
    double low = slot_low(x->frame, vg->root, local), high = slot_high(x->frame, vg->root, local);
    char value[512];
    char *told = &x->told[(size_t)which * LIMIT_HOUSEHOLD + local % LIMIT_HOUSEHOLD];
    reason line = {.kind = REASON_VARIABLE, .depth = depth, .name = v->name, .state = 2};
    grounds rested = {NULL, 0, 0};

    say_value(t, low, high, t->kind == KIND_WORD ? slot_words(x->frame, vg->root, local) : 0,
              x->options->language, value, sizeof value);
    line.label = say_label(&v->label, x->options->language, v->name);
    line.value = value;
    line.law = law_text(x, &v->law);
    line.note = note;
    if (t->kind == KIND_TRUTH)
        line.state = low != high ? -1 : low != 0;
    if (*told || depth >= DEEP) {
        line.note = note
                        ? arena_print(x->to->memory, "%s; %s", note, say(SAY_SEE_ABOVE, x->options->language))
                        : say(SAY_SEE_ABOVE, x->options->language);
        reason_add(x->to, &line);
        return;
    }
    *told = 1;
    reason_add(x->to, &line);
    rested.found = arena_array(x->to->memory, GROUNDS, sizeof *rested.found);
    if (!rested.found) {
        x->to->failed = 1;
        return;
    }
    rested.room = GROUNDS;
    grounds_of(x->frame, which, local, &rested);
    for (size_t i = 0; i < rested.count && !x->to->failed; i++)
        tell_ground(x, &rested.found[i], depth + 1);
}

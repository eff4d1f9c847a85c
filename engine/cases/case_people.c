/*
 * The persons of a case as a household of its own. Ids of persons get the
 * household's number before them, so that cases do not mix.
 */
#include "case_people.h"

#include <stdio.h>
#include "../base/limits.h"

static void person_id(char out[200], size_t number, const char *id)
{
    snprintf(out, 200, "%zu %.150s", number, id);
}

static ayant_status bad_cell(failure *e, const rule_case *c, const fact *f, const char *written,
                             const char *why)
{
    return fail_at(e, AYANT_E_RULE, "K01", c->at.file, c->at.line, 0, "case '%.120s': '%.60s' for '%s' is %s",
                   c->title, written, f->name, why);
}

static ayant_status set_value(failure *e, const rulebook *rules, const rule_case *c, size_t number, people *p,
                              uint32_t row, const case_value *v)
{
    const fact *f = &rules->facts.facts[v->fact];
    const char *why;
    char id[200];
    cell value;
    int failed;

    if (f->kind == KIND_PERSON) {
        person_id(id, number, v->text);
        failed = people_set_text(p, row, v->fact, text_of(id));
    } else if (f->kind == KIND_TEXT) {
        failed = people_set_text(p, row, v->fact, text_of(v->text));
    } else {
        if ((why = fact_read(f, text_of(v->text), 0, &value)))
            return bad_cell(e, c, f, v->text, why);
        failed = people_set(p, row, v->fact, value);
    }
    return failed < 0 ? fail_memory(e) : AYANT_OK;
}

static ayant_status add_relations(failure *e, const rule_case *c, size_t number, people *p)
{
    static const char *const words[] = {KINSHIP_WORDS};
    char a[200], b[200];

    for (size_t i = 0; i < c->relation_count; i++) {
        const case_relation *r = &c->relations[i];
        row_problem problem = ROW_PERSON_UNKNOWN;

        person_id(a, number, c->person_ids[r->a]);
        person_id(b, number, c->person_ids[r->b]);
        for (int k = 0; k < KIN_COUNT; k++)
            if (text_is(text_of(r->word), words[k]))
                problem = people_add_relation(p, text_of(a), text_of(b), (kinship)k);
        if (problem == ROW_NO_MEMORY)
            return fail_memory(e);
        if (problem != ROW_OK)
            return fail_at(e, AYANT_E_RULE, "K02", c->at.file, c->at.line, 0,
                           "case '%.120s': the relation '%.40s' is not one of the caseload", c->title,
                           r->word);
    }
    return AYANT_OK;
}

ayant_status case_add(failure *e, const rulebook *rules, const rule_case *c, size_t number, people *p)
{
    char household[32], id[200];
    uint32_t house, rows[LIMIT_HOUSEHOLD];
    ayant_status status;

    snprintf(household, sizeof household, "%zu", number);
    if (people_add_household(p, text_of(household), &house) != ROW_OK)
        return fail_memory(e);
    for (int i = 0; i < c->person_count && i < LIMIT_HOUSEHOLD; i++) {
        person_id(id, number, c->person_ids[i]);
        if (people_add_person(p, text_of(id), text_of(household), &rows[i]) != ROW_OK)
            return fail_memory(e);
    }
    for (size_t i = 0; i < c->value_count; i++) {
        const case_value *v = &c->values[i];

        if ((status = set_value(e, rules, c, number, p, v->row < 0 ? house : rows[v->row], v)) < 0)
            return status;
    }
    return add_relations(e, c, number, p);
}

size_t case_row(const people *p, size_t number, int person)
{
    return p->first[number] + (size_t)person; /* persons of a household keep their order */
}

/*
 * Making a contact list: check, gather, journal, write.
 *
 * The journal comes before the list: a list that left without a trace would
 * be worse than a trace without a list.
 */
#include "contact_draft.h"

#include <stdio.h>

#include "../base/day.h"
#include "../store/holdings.h"

const char *const contact_profile_names[] = {"worker", "relay", "manager", "researcher"};

/* Free, anonymous, spoken to by people: what to try when nothing else fits. */
const char contact_help_line[] = "Allo ? Aide sociale 0800 35 243";

int contact_finding(const draft *d, size_t person, size_t which)
{
    const result *r = result_of(d->run, person, which);

    return d->right_shown[which] && r->counted && finding_calls(r->finding);
}

cell contact_cell(const draft *d, contact_fact what, size_t row)
{
    return d->fact[what] < 0 ? CELL_UNKNOWN : people_cell(d->run->people, d->fact[what], row);
}

const char *contact_text(const draft *d, contact_fact what, size_t row)
{
    const people *p = d->run->people;
    const fact *f;
    cell value;

    if (d->fact[what] < 0)
        return NULL;
    f = &p->facts->facts[d->fact[what]];
    if (f->kind == KIND_TEXT || f->kind == KIND_PERSON)
        return p->texts[d->fact[what]] ? p->texts[d->fact[what]][row] : NULL;
    value = people_cell(p, d->fact[what], row);
    return f->kind == KIND_WORD && value >= 0 && (size_t)value < f->word_count ? f->words[value] : NULL;
}

/* Of a list with people: whose names, needs or questions are on it. */
static const char **persons_of(const draft *d, size_t *count)
{
    const people *p = d->run->people;
    const char **ids = NULL;
    size_t most = 0;

    for (size_t i = 0; i < d->listed; i++)
        most += p->first[d->list[i].household + 1] - p->first[d->list[i].household];
    *count = 0;
    ids = arena_array(d->memory, most + 1, sizeof *ids);
    for (size_t i = 0; ids && i < d->listed; i++)
        for (uint32_t person = p->first[d->list[i].household]; person < p->first[d->list[i].household + 1];
             person++)
            if (person == d->list[i].contact || contact_has_finding(d, person))
                ids[(*count)++] = p->person_id[person];
    return ids;
}

static ayant_status note_drawing(const draft *d, const store_access *store)
{
    char detail[300], on[16];
    store_entry entry = {
        .who = d->options->author, .what = "contacts", .purpose = d->options->purpose, .detail = detail};
    store_list list = {contact_profile_names[d->profile], d->options->delete_on};

    if (!store)
        return AYANT_OK;
    if (d->profile == PROFILE_WORKER) {
        entry.persons = persons_of(d, &entry.person_count);
        if (!entry.persons)
            return fail_memory(d->e);
    }
    day_print(on, d->run->on);
    snprintf(detail, sizeof detail,
             "profile %s, households %zu of %zu, rules on %s, from %.10s until %.10s, delete on %.10s",
             contact_profile_names[d->profile], d->listed, d->count, on, d->options->from, d->options->until,
             d->options->delete_on);
    return store_list_add(d->e, store, &entry, &list);
}

static ayant_status write_list(const draft *d, const ayant_sink *out)
{
    table *t = table_new();
    ayant_status status = AYANT_OK;
    writer w;

    if (!t)
        return fail_memory(d->e);
    table_guard(t);
    status = d->profile == PROFILE_WORKER ? contact_worker_table(d, t) : contact_count_table(d, t);
    if (status == AYANT_OK) {
        writer_start(&w, out);
        if ((status = table_write(d->e, t, &w, d->options->format, d->options->width, d->options->colour)) ==
            AYANT_OK)
            status = writer_end(&w, d->e);
    }
    table_free(t);
    return status;
}

ayant_status contact_list(failure *e, const results *run, const store_access *store,
                          const ayant_contact_options *options, const ayant_sink *out, size_t *households)
{
    draft d = {.e = e, .run = run, .options = options, .memory = arena_new()};
    ayant_status status;

    if (!d.memory)
        return fail_memory(e);
    if ((status = contact_check(&d)) < 0 || (status = contact_gather(&d)) < 0 ||
        (status = note_drawing(&d, store)) < 0 || (status = contact_head(&d)) < 0 ||
        (status = write_list(&d, out)) < 0)
        goto out;
    *households = d.listed;
    status = d.listed ? AYANT_OK : AYANT_NONE;
out:
    arena_free(d.memory);
    return status;
}

/*
 * Writing what an import changes.
 */
#include "changes.h"

#include <stdlib.h>
#include "../base/beside.h"

struct changes {
    const graph *graph;
    const char *path;
    screen_options screening;
    const ayant_progress *progress;
    int *receipts; /* facts, ended by -1 */
    people *before;
    store_changes counts;
    uint64_t findings;
    beside file;
};

static ayant_status list_receipts(failure *e, changes *c)
{
    const rulebook *rules = c->graph->rules;
    size_t count = 0;

    c->receipts = calloc(3 * rules->right_count + 1, sizeof *c->receipts);
    if (!c->receipts)
        return fail_memory(e);
    for (size_t i = 0; i < rules->right_count; i++) {
        const char *const names[] = {rules->rights[i].receives, rules->rights[i].pending,
                                     rules->rights[i].ended};

        for (size_t k = 0; k < sizeof names / sizeof *names; k++) {
            int at = names[k] ? dictionary_find(&rules->facts, names[k]) : -1;

            if (at >= 0)
                c->receipts[count++] = at;
        }
    }
    c->receipts[count] = -1;
    return AYANT_OK;
}

ayant_status changes_new(failure *e, const graph *g, const char *path, day on, const ayant_progress *progress,
                         changes **out)
{
    changes *c = calloc(1, sizeof *c);

    if (!c)
        return fail_memory(e);
    c->graph = g;
    c->path = path;
    c->screening.on = on;
    c->progress = progress;
    if (list_receipts(e, c) < 0 || (path && beside_open(e, &c->file, path, "the changes", "I12") < 0)) {
        changes_free(c);
        return e->status;
    }
    if (path)
        put_text(&c->file.writer, "person_id,change,fact,before,after\n");
    *out = c;
    return AYANT_OK;
}

static ayant_status write_change(void *to, failure *e, const store_change *change)
{
    changes *c = to;
    writer *w = &c->file.writer;
    const char *const cells[] = {change->person_id, change->change, change->fact, change->before,
                                 change->after};

    (void)e; /* a writer that cannot write says so at the end */
    for (size_t i = 0; i < sizeof cells / sizeof *cells; i++)
        put_csv(w, text_of(cells[i]), i == 0);
    put(w, "\n", 1);
    return AYANT_OK;
}

/* A finding of somebody who was there before and is still; of who is new, when there is something to do. */
static void write_findings(changes *c, const results *before, const results *now)
{
    for (size_t person = 0; person < now->people->persons; person++) {
        const char *id = now->people->person_id[person];
        int64_t then = people_find(before->people, text_of(id));

        for (size_t k = 0; k < now->right_count; k++) {
            const char *after = finding_names[result_of(now, person, k)->finding], *was;

            if (right_of(now, k)->sensitive)
                continue;
            was = then >= 0 ? finding_names[result_of(before, (size_t)then, k)->finding] : "";
            if (after == was || (then < 0 && !finding_calls(result_of(now, person, k)->finding)))
                continue;
            write_change(c, NULL, &(store_change){id, "finding", right_of(now, k)->name, was, after});
            c->findings++;
        }
    }
}

static ayant_status compare_findings(void *to, failure *e, store_taking *t)
{
    changes *c = to;
    people *now = NULL;
    results *answers_before = NULL, *answers = NULL;

    /* people of before who cannot be read any more are not people who were not there */
    if (c->counts.again && c->before &&
        screen_people(e, c->graph, c->before, &c->screening, c->progress, &answers_before) == AYANT_OK &&
        store_taking_people(e, t, &now, c->progress) == AYANT_OK &&
        screen_people(e, c->graph, now, &c->screening, c->progress, &answers) == AYANT_OK)
        write_findings(c, answers_before, answers);
    results_free(answers_before);
    results_free(answers);
    people_free(now);
    return e->status < 0 ? e->status : beside_ready(e, &c->file);
}

void changes_options(changes *c, store_import_options *out)
{
    out->receipts = c->receipts;
    out->changes = &c->counts;
    out->to = c;
    if (!c->path)
        return;
    out->change = write_change;
    out->compared = compare_findings;
    out->before = &c->before;
}

ayant_status changes_end(failure *e, changes *c, ayant_import_counts *counts)
{
    if (counts) {
        counts->again = (uint64_t)c->counts.again;
        counts->not_compared = c->counts.lost || (c->path && c->counts.again && !c->before);
        counts->persons_new = c->counts.persons_new;
        counts->persons_gone = c->counts.gone;
        counts->persons_moved = c->counts.moved;
        counts->income_changed = c->counts.income_changed;
        counts->receipt_changed = c->counts.receipt_changed;
        counts->findings_changed = c->findings;
    }
    return c->path ? beside_end(e, &c->file) : AYANT_OK;
}

void changes_free(changes *c)
{
    if (!c)
        return;
    beside_free(&c->file);
    people_free(c->before);
    free(c->receipts);
    free(c);
}

/*
 * The door: public functions, thin. Each clears the engine's last failure,
 * checks what the caller gave, and calls one room.
 */
#include "ayant.h"

#include <stdlib.h>
#include <string.h>
#include <time.h>
#include "ask/ask.h"
#include "cases/cases.h"
#include "changes/changes.h"
#include "contact/contact.h"
#include "document/document.h"
#include "door.h"
#include "door_files.h"
#include "explain/check_rules.h"
#include "explain/explain.h"
#include "explore/gaps.h"
#include "explore/refusals.h"
#include "ingest/ingest.h"
#include "ingest/suggest.h"
#include "outreach/outreach.h"
#include "report/table.h"
#include "store/store.h"
#include "synth/synth.h"
#include "takeup/results_write.h"
#include "takeup/screen.h"

/* ayant_people and ayant_run are the library's own structs under their public names. */
static people *inside(const ayant_people *p)
{
    return (people *)(uintptr_t)(const void *)p;
}

static const results *inside_run(const ayant_run *r)
{
    return (const results *)(const void *)r;
}

ayant_engine *ayant_engine_new(void)
{
    return calloc(1, sizeof(ayant_engine));
}

void ayant_engine_free(ayant_engine *engine)
{
    if (!engine)
        return;
    store_key_free(engine->key);
    free(engine->person);
    free(engine);
}

ayant_failure ayant_error(const ayant_engine *engine)
{
    const failure *e = &engine->failure;
    ayant_failure out = {e->status, e->id, e->text, e->file, e->line, e->column};

    return out;
}

const char *ayant_version(void)
{
    return AYANT_VERSION;
}

void ayant_on_progress(ayant_engine *engine, const ayant_progress *progress)
{
    if (progress)
        engine->progress = *progress;
    else
        memset(&engine->progress, 0, sizeof engine->progress);
}

/* The date asked for, or today. */
static ayant_status date_of(failure *e, const char *on, day *out)
{
    time_t now = time(NULL);
    struct tm parts;

    if (!on) {
        if (!localtime_r(&now, &parts))
            return fail(e, AYANT_E_SYSTEM, "U01", "today's date is not known: give --on YYYY-MM-DD");
        *out = day_of(parts.tm_year + 1900, parts.tm_mon + 1, parts.tm_mday);
        return AYANT_OK;
    }
    if (day_parse(text_of(on), out))
        return AYANT_OK;
    return fail(e, AYANT_E_USAGE, "U02", "'%.40s' is not a date: write it as 2026-03-01", on);
}

ayant_status ayant_rules_load(ayant_engine *engine, const char *const *folders, size_t count,
                              ayant_rules **rules)
{
    failure *e = begin(engine);
    ayant_rules *r = calloc(1, sizeof *r);
    ayant_status status;

    if (!r)
        return fail_memory(e);
    if ((status = host_load(e, folders, count, &r->host, &r->book)) < 0 ||
        (status = graph_build(e, r->book, &r->graph)) < 0) {
        ayant_rules_free(r);
        return status;
    }
    *rules = r;
    return AYANT_OK;
}

void ayant_rules_free(ayant_rules *rules)
{
    if (!rules)
        return;
    graph_free(rules->graph);
    host_free(rules->host);
    free(rules);
}

static ayant_status check(ayant_engine *engine, const ayant_rules *rules, const people *p,
                          const ayant_report_options *options, const ayant_sink *out, size_t *problems)
{
    failure *e = begin(engine);
    ayant_status status;
    day on;

    if ((status = date_of(e, options->on, &on)) < 0)
        return status;
    return check_rules(e, rules->graph, p, on, options, progress_of(engine), out, problems);
}

ayant_status ayant_check(ayant_engine *engine, const ayant_rules *rules, const ayant_report_options *options,
                         const ayant_sink *out, size_t *problems)
{
    return check(engine, rules, NULL, options, out, problems);
}

ayant_status ayant_check_people(ayant_engine *engine, const ayant_rules *rules, const ayant_people *people_in,
                                const ayant_report_options *options, const ayant_sink *out, size_t *problems)
{
    return check(engine, rules, inside(people_in), options, out, problems);
}

typedef struct case_lines {
    table *table;
    int verbose;
} case_lines;

static void case_line(void *to, const case_outcome *o)
{
    case_lines *l = to;

    if (o->passed && !l->verbose)
        return;
    table_text(l->table, o->passed ? "passed" : "FAILED");
    table_text(l->table, o->tried->title);
    table_text(l->table, o->expectation ? o->expectation->key : "");
    table_text(l->table, o->expected);
    table_text(l->table, o->got);
    table_print(l->table, "%s:%d", o->tried->at.file, o->tried->at.line);
}

ayant_status ayant_test(ayant_engine *engine, ayant_rules *rules, const ayant_report_options *options,
                        const ayant_sink *out, size_t *passed, size_t *failed)
{
    static const char *const titles[] = {"result", "case", "what", "expected", "got", "where"};
    failure *e = begin(engine);
    case_lines lines = {table_new(), options->verbose};
    ayant_status status;
    writer w;

    if (!lines.table)
        return fail_memory(e);
    for (size_t i = 0; i < sizeof titles / sizeof *titles; i++)
        table_column(lines.table, titles[i], NULL, TABLE_LEFT);
    status = cases_run(e, rules->graph, case_line, &lines, passed, failed);
    writer_start(&w, out);
    if (status == AYANT_OK && (table_rows(lines.table) || options->format != AYANT_TABLE))
        status = table_write(e, lines.table, &w, options->format, options->width, options->colour);
    if (status == AYANT_OK && options->format == AYANT_TABLE)
        put_print(&w, "%zu passed, %zu failed\n", *passed, *failed);
    if (status == AYANT_OK)
        status = writer_end(&w, e);
    table_free(lines.table);
    return status;
}

ayant_status ayant_document(ayant_engine *engine, const ayant_rules *rules,
                            const ayant_report_options *options, const char *folder)
{
    failure *e = begin(engine);
    ayant_status status;
    day on;

    if ((status = date_of(e, options->on, &on)) < 0)
        return status;
    return document_write(e, rules->graph, on, folder);
}

ayant_status ayant_people_read(ayant_engine *engine, const ayant_rules *rules, const ayant_inputs *inputs,
                               const ayant_sink *notes, ayant_people **people_out,
                               ayant_import_counts *counts)
{
    failure *e = begin(engine);
    people *p = NULL;
    spectacles seen;
    ayant_status status = put_on(e, &rules->book->facts, inputs, &seen);

    if (status == AYANT_OK)
        status = ingest_people(e, &rules->book->facts, &seen.inputs, notes, progress_of(engine), &p, counts);
    status = take_off(e, &seen, status);
    if (status == AYANT_OK)
        *people_out = (ayant_people *)p;
    else
        people_free(p);
    return status;
}

ayant_status ayant_import(ayant_engine *engine, const ayant_rules *rules, const char *store,
                          const ayant_inputs *inputs, const ayant_sink *notes, ayant_import_counts *counts)
{
    failure *e = begin(engine);
    const dictionary *facts = &rules->book->facts;
    store_access at = access_of(engine, store);
    store_import_options options = {.engine_version = AYANT_VERSION};
    ayant_import_counts read = {0};
    store_taking *taking = NULL;
    spectacles seen;
    changes *changed = NULL;
    ayant_status status;
    day on = 0;

    if (inputs->changes && strcmp(inputs->changes, store) == 0)
        return fail(e, AYANT_E_USAGE, "I09", "'%s' is the caseload: the changes need a file of their own",
                    store);
    if (inputs->changes && date_of(e, inputs->on, &on) < 0)
        return e->status;
    if (put_on(e, facts, inputs, &seen) < 0)
        return e->status;
    status = changes_new(e, rules->graph, inputs->changes, on, progress_of(engine), &changed);
    if (status == AYANT_OK) {
        changes_options(changed, &options);
        status = store_taking_new(e, &at, facts, &options, &taking);
    }
    if (status == AYANT_OK)
        status = ingest_rows(e, facts, &seen.inputs, store_taking_intake(taking), notes, progress_of(engine),
                             &read);
    status = take_off(e, &seen, status);
    if (status == AYANT_OK)
        status = changes_end(e, changed, &read);
    if (status == AYANT_OK && store_taking_erased(taking))
        door_note_erased(notes, store_taking_erased(taking));
    store_taking_free(taking);
    changes_free(changed);
    if (status == AYANT_OK && counts)
        *counts = read;
    return status;
}

ayant_status ayant_import_preview(ayant_engine *engine, const ayant_rules *rules, const ayant_inputs *inputs,
                                  const ayant_sink *notes, const ayant_report_options *options,
                                  const ayant_sink *out, ayant_import_counts *counts)
{
    return door_preview(begin(engine), &rules->book->facts, inputs, notes, progress_of(engine), options, out,
                        counts);
}

ayant_status ayant_suggest(ayant_engine *engine, const ayant_rules *rules, const char *file,
                           ayant_language language, const ayant_sink *out, size_t *placed)
{
    failure *e = begin(engine);
    ayant_status status = suggest_mapping(e, &rules->book->facts, file, language, out, placed);

    return status == AYANT_OK && !*placed ? AYANT_NONE : status;
}

ayant_status ayant_people_open(ayant_engine *engine, const ayant_rules *rules, const char *store,
                               ayant_people **people_out)
{
    failure *e = begin(engine);
    store_access at = access_of(engine, store);
    people *p = NULL;
    ayant_status status = door_note_access(engine, &at);

    if (status == AYANT_OK)
        status = store_people(e, &at, &rules->book->facts, &p, progress_of(engine));
    if (status == AYANT_OK)
        *people_out = (ayant_people *)p;
    return status;
}

void ayant_people_free(ayant_people *people_in)
{
    people_free(inside(people_in));
}

uint64_t ayant_people_households(const ayant_people *people_in)
{
    return inside(people_in)->households;
}

uint64_t ayant_people_persons(const ayant_people *people_in)
{
    return inside(people_in)->persons;
}

ayant_status ayant_screen(ayant_engine *engine, const ayant_rules *rules, const ayant_people *people_in,
                          const ayant_screen_options *options, ayant_run **run)
{
    failure *e = begin(engine);
    screen_options inner = {.threads = options->threads,
                            .chunk = options->chunk,
                            .strict = options->strict,
                            .sensitive = options->sensitive};
    results *r = NULL;
    ayant_status status;

    if ((status = date_of(e, options->on, &inner.on)) < 0)
        return status;
    status = screen_people(e, rules->graph, inside(people_in), &inner, progress_of(engine), &r);
    if (status == AYANT_OK)
        *run = (ayant_run *)r;
    return status;
}

void ayant_run_free(ayant_run *run)
{
    results_free((results *)(void *)run);
}

ayant_status ayant_run_write(ayant_engine *engine, const ayant_run *run, ayant_format format,
                             const ayant_sink *out)
{
    return results_write(begin(engine), inside_run(run), format, 0, 0, out);
}

ayant_status ayant_run_summary(ayant_engine *engine, const ayant_run *run,
                               const ayant_report_options *options, const ayant_sink *out)
{
    return results_summary(begin(engine), inside_run(run), options, out);
}

uint64_t ayant_run_findings(const ayant_run *run)
{
    return results_findings(inside_run(run));
}

uint64_t ayant_run_withheld(const ayant_run *run)
{
    return results_withheld(inside_run(run));
}

/* The rules a run was made with: others have other places for the same facts. */
static ayant_status same_rules(failure *e, const ayant_rules *rules, const results *run)
{
    if (run->rules == rules->book)
        return AYANT_OK;
    return fail(e, AYANT_E_USAGE, "U30", "the run was made with other rules than those given");
}

ayant_status ayant_run_refusals(ayant_engine *engine, const ayant_rules *rules, const ayant_run *run,
                                unsigned threads, const ayant_sink *out)
{
    failure *e = begin(engine);
    ayant_status status = same_rules(e, rules, inside_run(run));

    if (status < 0)
        return status;
    return refusals_write(e, rules->graph, inside_run(run), threads, progress_of(engine), out);
}

ayant_status ayant_gaps(ayant_engine *engine, const ayant_rules *rules, const ayant_run *run,
                        unsigned threads, const ayant_report_options *options, const ayant_sink *out,
                        size_t *facts)
{
    failure *e = begin(engine);
    gap_list *list = NULL;
    ayant_status status = same_rules(e, rules, inside_run(run));

    if (status == AYANT_OK)
        status = gaps_find(e, rules->graph, inside_run(run), threads, progress_of(engine), &list);
    if (status == AYANT_OK)
        status = gaps_write(e, rules->book, list, options, out);
    if (status == AYANT_OK)
        *facts = list->count;
    gaps_free(list);
    return status;
}

ayant_status ayant_explain(ayant_engine *engine, const ayant_rules *rules, const ayant_people *people_in,
                           const char *person_id, const ayant_explain_options *options, const ayant_sink *out)
{
    failure *e = begin(engine);
    explain_options inner = {.right = options->right,
                             .language = options->language,
                             .format = options->format,
                             .strict = options->strict};
    ayant_status status;

    if ((status = date_of(e, options->on, &inner.on)) < 0)
        return status;
    return explain_person(e, rules->graph, inside(people_in), person_id, &inner, out);
}

ayant_status ayant_contacts(ayant_engine *engine, const ayant_people *people_in, const ayant_run *run,
                            const char *store, const ayant_contact_options *options, const ayant_sink *out,
                            size_t *households)
{
    failure *e = begin(engine);
    store_access at = access_of(engine, store);

    if (inside_run(run)->people != inside(people_in))
        return fail(e, AYANT_E_USAGE, "U03", "the run was made on other people than those given");
    return contact_list(e, inside_run(run), store ? &at : NULL, options, out, households);
}

ayant_status ayant_synth(ayant_engine *engine, const ayant_rules *rules, const ayant_synth_options *options,
                         const char *folder)
{
    return synth_write(begin(engine), rules->graph, options, folder, progress_of(engine));
}

ayant_status ayant_synth_margins(ayant_engine *engine, const ayant_rules *rules,
                                 const ayant_synth_options *options, const ayant_report_options *report,
                                 const ayant_sink *out, size_t *outside)
{
    return synth_margins(begin(engine), rules->graph, options, report, progress_of(engine), out, outside);
}

/* ayant_ask is the room's own struct under its public name. */
static asking *inside_ask(ayant_ask *session)
{
    return (asking *)(void *)session;
}

ayant_status ayant_ask_new(ayant_engine *engine, const ayant_rules *rules, const ayant_ask_options *options,
                           ayant_ask **session)
{
    failure *e = begin(engine);
    ask_options inner = {.language = options->language, .rights = options->rights, .strict = options->strict};
    asking *s = NULL;
    ayant_status status;

    if ((status = date_of(e, options->on, &inner.on)) < 0)
        return status;
    status = ask_new(e, rules->graph, &inner, &s);
    if (status == AYANT_OK)
        *session = (ayant_ask *)(void *)s;
    return status;
}

void ayant_ask_free(ayant_ask *session)
{
    ask_free(inside_ask(session));
}

ayant_status ayant_ask_next(ayant_engine *engine, ayant_ask *session, ayant_ask_question *question)
{
    return ask_next(begin(engine), inside_ask(session), question);
}

ayant_status ayant_ask_answer(ayant_engine *engine, ayant_ask *session, const char *answer)
{
    return ask_answer(begin(engine), inside_ask(session), text_of(answer));
}

ayant_status ayant_ask_result(ayant_engine *engine, ayant_ask *session, const ayant_ask_right **rights,
                              size_t *count)
{
    return ask_result(begin(engine), inside_ask(session), rights, count);
}

ayant_status ayant_ask_end(ayant_engine *engine, ayant_ask *session, ayant_format format,
                           const ayant_sink *out)
{
    return ask_end(begin(engine), inside_ask(session), format, out);
}

ayant_status ayant_outreach(ayant_engine *engine, const char *folder, const ayant_outreach_options *options,
                            const ayant_sink *out, const ayant_sink *notes, size_t *rows, size_t *warnings)
{
    failure *e = begin(engine);
    outreach_view view = {.postal_code = options->postal_code,
                          .format = options->format,
                          .language = options->language,
                          .width = options->width,
                          .colour = options->colour};
    outreach *o = NULL;
    size_t found;

    if (date_of(e, options->on, &view.on) < 0)
        return e->status;
    if (view.postal_code && (strlen(view.postal_code) != 4 || strspn(view.postal_code, "0123456789") != 4))
        return fail(e, AYANT_E_USAGE, "T07", "'%.40s' is not a postal code: write four digits, as in 1080",
                    view.postal_code);
    if (outreach_load(e, folder, &o) < 0)
        return e->status;
    found = outreach_check(e, o, view.on);
    if (e->status == AYANT_OK)
        outreach_write(e, o, &view, out, rows);
    if (e->status == AYANT_OK && notes)
        outreach_warn(e, o, &view, notes);
    outreach_free(o);
    if (e->status == AYANT_OK && warnings)
        *warnings = found;
    return e->status;
}

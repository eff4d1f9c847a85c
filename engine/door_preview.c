/*
 * The door, for a dry run: what an import would take, in a table.
 */
#include <errno.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>
#include "door_files.h"
#include "ingest/ingest.h"
#include "ingest/preview.h"
#include "report/table.h"

/* A private folder for the rejects of a dry run that asks for none. */
typedef struct aside {
    char folder[64], path[96];
} aside;

static ayant_status open_aside(failure *e, aside *a)
{
    snprintf(a->folder, sizeof a->folder, "/tmp/ayant-dry-XXXXXX");
    if (!mkdtemp(a->folder))
        return fail(e, AYANT_E_SYSTEM, "N30", "'/tmp' cannot hold the rejects of a dry run: %s",
                    strerror(errno));
    snprintf(a->path, sizeof a->path, "%s/rejects.csv", a->folder);
    return AYANT_OK;
}

static void close_aside(aside *a)
{
    if (!a->folder[0])
        return;
    unlink(a->path);
    rmdir(a->folder);
}

static ayant_status write_table(failure *e, const preview *p, const ayant_report_options *options,
                                const ayant_sink *out)
{
    static const struct {
        const char *key, *titles[3];
        table_side side;
    } columns[] = {{"column", {"colonne", "kolom", "column"}, TABLE_LEFT},
                   {"fact", {"donnée", "gegeven", "fact"}, TABLE_LEFT},
                   {"parsed", {"lues", "gelezen", "parsed"}, TABLE_RIGHT},
                   {"empty", {"vides", "leeg", "empty"}, TABLE_RIGHT},
                   {"rejected", {"refusées", "geweigerd", "rejected"}, TABLE_RIGHT},
                   {"example_1", {"exemple", "voorbeeld", "example"}, TABLE_LEFT},
                   {"example_2", {"", "", ""}, TABLE_LEFT},
                   {"example_3", {"", "", ""}, TABLE_LEFT}};
    table *t = table_new();
    ayant_status status;
    writer w;

    if (!t)
        return fail_memory(e);
    table_guard(t);
    for (size_t i = 0; i < sizeof columns / sizeof *columns; i++)
        table_column(t, columns[i].key, columns[i].titles[options->language], columns[i].side);
    for (size_t i = 0; i < p->count; i++) {
        const preview_column *c = &p->columns[i];

        table_slice(t, c->name);
        table_text(t, c->fact);
        if (c->fact[0]) {
            table_count(t, c->parsed);
            table_count(t, c->empty);
            table_count(t, c->rejected);
        } else {
            for (int k = 0; k < 3; k++)
                table_empty(t);
        }
        for (size_t k = 0; k < PREVIEW_EXAMPLES; k++)
            table_text(t, c->fact[0] ? c->example[k] : "");
    }
    writer_start(&w, out);
    status = table_write(e, t, &w, options->format, options->width, options->colour);
    if (status == AYANT_OK)
        status = writer_end(&w, e);
    table_free(t);
    return status;
}

static ayant_status read_twice(failure *e, const dictionary *facts, spectacles *seen, const ayant_sink *notes,
                               const ayant_progress *progress, preview *out, ayant_import_counts *counts)
{
    people *p = NULL;
    aside a = {"", ""};
    ayant_status status = AYANT_OK;

    if (!seen->inputs.rejects) {
        status = open_aside(e, &a);
        seen->inputs.rejects = a.path;
    }
    if (status == AYANT_OK)
        status = ingest_people(e, facts, &seen->inputs, notes, progress, &p, counts);
    people_free(p);
    if (status == AYANT_OK && seen->mapped)
        status = mapped_end(e, seen->mapped); /* what the second reading finds is not listed again */
    if (status == AYANT_OK)
        status = preview_read(e, facts, &seen->inputs, seen->inputs.rejects, out);
    close_aside(&a);
    return status;
}

ayant_status door_preview(failure *e, const dictionary *facts, const ayant_inputs *inputs,
                          const ayant_sink *notes, const ayant_progress *progress,
                          const ayant_report_options *options, const ayant_sink *out,
                          ayant_import_counts *counts)
{
    preview p = {0};
    spectacles seen;
    ayant_status status = put_on(e, facts, inputs, &seen);

    if (status == AYANT_OK)
        status = read_twice(e, facts, &seen, notes, progress, &p, counts);
    status = take_off(e, &seen, status);
    if (status == AYANT_OK)
        status = write_table(e, &p, options, out);
    preview_free(&p);
    return status;
}

/*
 * Any bytes as the export of an office: a mapping is proposed for it, or it is
 * refused with a sentence. A proposal is a mapping; the export seen through it
 * gives people, or a refusal with a sentence.
 */
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <unistd.h>
#include "host/host.h"
#include "ingest/ingest.h"
#include "ingest/mapped.h"
#include "ingest/suggest.h"

static char root[64], export[96], map[96], rejects[96], repairs[96];
static host *rules;
static rulebook *book;

static void close_desk(void)
{
    unlink(export);
    unlink(map);
    unlink(rejects);
    unlink(repairs);
    rmdir(root);
    host_free(rules);
}

static void open_desk(void)
{
    const char *folder = "rules/be";
    failure e = {0};

    strcpy(root, "/tmp/ayant-fuzz-XXXXXX");
    if (!mkdtemp(root) || host_load(&e, &folder, 1, &rules, &book) < 0)
        abort();
    snprintf(export, sizeof export, "%s/export", root);
    snprintf(map, sizeof map, "%s/map.lua", root);
    snprintf(rejects, sizeof rejects, "%s/rejects.csv", root);
    snprintf(repairs, sizeof repairs, "%s/repairs.csv", root);
    atexit(close_desk);
}

static int write_out(void *to, const char *bytes, size_t length)
{
    return fwrite(bytes, 1, length, to) != length;
}

static void write_bytes(const uint8_t *bytes, size_t length)
{
    FILE *out = fopen(export, "wb");

    if (!out || fwrite(bytes, 1, length, out) != length)
        abort();
    fclose(out);
}

static void need_sentence(const failure *e)
{
    if (e->status >= 0 || !e->id[0] || !e->text[0])
        abort();
}

static int proposed(void)
{
    FILE *out = fopen(map, "wb");
    ayant_sink sink = {write_out, out};
    failure e = {0};
    size_t placed;

    if (!out)
        abort();
    suggest_mapping(&e, &book->facts, export, AYANT_NL, &sink, &placed);
    fclose(out);
    if (e.status < 0)
        need_sentence(&e);
    return e.status == AYANT_OK;
}

static void read_through(const mapping *m)
{
    ayant_inputs in = {.file = export, .map = map, .rejects = rejects, .repairs = repairs};
    failure e = {0};
    mapped *seen = NULL;
    people *p = NULL;

    if (mapped_open(&e, &book->facts, m, &in, &seen) < 0) {
        need_sentence(&e);
        return;
    }
    in.seen = seen;
    in.households = in.persons = export;
    in.relations = m->links_header ? export : NULL;
    if (ingest_people(&e, &book->facts, &in, NULL, NULL, &p, NULL) < 0)
        need_sentence(&e);
    else if (mapped_end(&e, seen) < 0)
        abort();
    people_free(p);
    mapped_close(seen);
}

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t length);

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t length)
{
    const mapping *m = NULL;
    failure e = {0};
    host *h = NULL;

    if (!rules)
        open_desk();
    write_bytes(bytes, length);
    if (!proposed())
        return 0;
    if (host_mapping(&e, map, &book->facts, &h, &m) < 0)
        abort(); /* a proposal that is no mapping */
    read_through(m);
    host_free(h);
    return 0;
}

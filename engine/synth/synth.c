/*
 * Writing a folder of made-up households.
 *
 * Memory does not grow with the number of households. Files appear under
 * their names only when all of them are whole.
 */
#include "synth.h"

#include <errno.h>
#include <inttypes.h>
#include <limits.h>
#include <stdio.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "extras.h"
#include "made.h"
#include "rows.h"

/* Ids have eight digits, so that files sort as numbers do. */
#define MOST_HOUSEHOLDS UINT64_C(99999999)
#define DEFAULT_MISSING 0.30
#define TICK_EVERY 4096
#define BUFFER_BYTES (256u << 10)

enum { FILE_HOUSEHOLDS, FILE_PERSONS, FILE_RELATIONS, FILE_README, FILES };

static const char *const file_names[FILES] = {"households.csv", "persons.csv", "relations.csv", "README.txt"};

static void write_readme(FILE *file, const ayant_synth_options *o, const char *on, int32_t missing_permille)
{
    fprintf(
        file,
        "Synthetic: no real person. Données fictives : aucune personne réelle. Fictieve gegevens: geen echte "
        "personen.\n\n"
        "Made by ayant %s: %" PRIu64 " households, seed %" PRIu64 ", as of %s, missing share %d.%d %%.\n"
        "The same seed gives the same household for the same number, whatever the total.\n\n"
        "Drawn from published shares of the Brussels Region (household types, ages, communes, receipt and\n"
        "non-take-up). No microdata were used. Names, streets and addresses are made up; identifiers begin\n"
        "with SYN; there is no register number and no telephone number; mail goes to example.org.\n"
        "Good for trying the tool, for training and for tests. Not a source on Brussels.\n",
        AYANT_VERSION, o->households, o->seed, on, (int)(missing_permille / 10),
        (int)(missing_permille % 10));
}

static ayant_status write_households(failure *e, const ayant_synth_options *o, day on,
                                     int32_t missing_permille, outputs *out, const ayant_progress *p)
{
    rows_files files = {out->file[FILE_HOUSEHOLDS], out->file[FILE_PERSONS], out->file[FILE_RELATIONS]};
    made_household h;
    made_truth truth;
    niss_kind niss = o->niss && strcmp(o->niss, "valid") == 0 ? NISS_VALID : NISS_NONE;
    synth_order order = {o->households, o->seed, on, missing_permille, niss, 0};
    const synth_extra *found[EXTRAS_MOST];
    void *states[EXTRAS_MOST] = {0};
    size_t count, opened = 0;
    ayant_status status = AYANT_OK;

    memset(&truth, 0, sizeof truth);
    if (extras_named(e, o->with, found, &count) < 0)
        return AYANT_E_USAGE;
    while (opened < count && status == AYANT_OK) {
        status = found[opened]->open(e, &order, out, &states[opened]);
        opened++;
    }

    rows_head(&files);
    for (uint64_t i = 0; i < o->households && status == AYANT_OK; i++) {
        if (i % TICK_EVERY == 0) {
            if (p && p->tick && p->tick(p->to, "households", i, o->households) != 0)
                status = fail(e, AYANT_E_CANCELLED, "Y04", "stopped: no file was changed");
        }
        h.seed = o->seed;
        h.number = i + 1;
        h.on = on;
        made_members(&h);
        made_standing(&h);
        made_work(&h);
        made_wealth(&h);
        made_receipt(&h);
        rows_put(&files, &h, missing_permille);
        for (size_t x = 0; x < count && status == AYANT_OK; x++)
            status = found[x]->put(e, states[x], &h, &h, &truth);
    }
    for (size_t x = 0; x < opened; x++) {
        ayant_status closed = found[x]->close(e, states[x], status == AYANT_OK);

        status = status < 0 ? status : closed;
    }
    if (p && p->tick)
        p->tick(p->to, "households", o->households, o->households);
    return status;
}

ayant_status synth_write(failure *e, const ayant_synth_options *o, const char *folder,
                         const ayant_progress *p)
{
    const char *date = o->on ? o->on : "2026-03-01";
    double share = o->missing_share < 0 ? DEFAULT_MISSING : o->missing_share;
    outputs out;
    ayant_status status, closed;
    FILE *file;
    day on;

    if (!folder || !*folder)
        return fail(e, AYANT_E_USAGE, "Y05", "no folder to write into: name one");
    if (o->households == 0 || o->households > MOST_HOUSEHOLDS)
        return fail(e, AYANT_E_LIMIT, "Y06", "%" PRIu64 " households: choose between 1 and %" PRIu64,
                    o->households, MOST_HOUSEHOLDS);
    if (!day_parse(text_of(date), &on))
        return fail(e, AYANT_E_USAGE, "Y07", "'%.40s' is not a date: write 2026-03-01", date);
    if (!(share <= 1))
        return fail(e, AYANT_E_USAGE, "Y08",
                    "the missing share is above 1: write 0.3 for three cells in ten");
    if ((status = outputs_start(e, &out, folder)) < 0)
        return status;
    for (int i = 0; i < FILES && status == AYANT_OK; i++)
        status = outputs_open(e, &out, file_names[i], &file);
    if (status == AYANT_OK) {
        write_readme(out.file[FILE_README], o, date, (int32_t)(share * 1000 + 0.5));
        status = write_households(e, o, on, (int32_t)(share * 1000 + 0.5), &out, p);
    }
    closed = outputs_close(e, &out, status == AYANT_OK);
    return status < 0 ? status : closed;
}

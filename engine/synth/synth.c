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

#include "made.h"
#include "rows.h"

/* Ids have eight digits, so that files sort as numbers do. */
#define MOST_HOUSEHOLDS UINT64_C(99999999)
#define DEFAULT_MISSING 0.30
#define TICK_EVERY 4096
#define BUFFER_BYTES (256u << 10)

enum { FILE_HOUSEHOLDS, FILE_PERSONS, FILE_RELATIONS, FILE_README, FILES };

static const char *const file_names[FILES] = {"households.csv", "persons.csv", "relations.csv", "README.txt"};

typedef struct outputs {
    const char *folder;
    FILE *file[FILES];
    int made[FILES]; /* the part file exists */
} outputs;

static int path_of(char out[PATH_MAX], const char *folder, int which, const char *suffix)
{
    int length = snprintf(out, PATH_MAX, "%s/%s%s", folder, file_names[which], suffix);

    return length > 0 && length < PATH_MAX;
}

static ayant_status system_failure(failure *e, const char *verb, const char *folder, int which)
{
    return fail(e, AYANT_E_SYSTEM, "Y02", "cannot %s '%s/%s': %s", verb, folder, file_names[which],
                strerror(errno));
}

static ayant_status outputs_open(failure *e, outputs *o)
{
    char path[PATH_MAX];

    if (mkdir(o->folder, 0777) != 0 && errno != EEXIST)
        return fail(e, AYANT_E_SYSTEM, "Y01", "cannot make the folder '%s': %s", o->folder, strerror(errno));
    for (int i = 0; i < FILES; i++) {
        if (!path_of(path, o->folder, i, ".part"))
            return fail(e, AYANT_E_USAGE, "Y03", "the folder name is too long: choose a shorter one");
        if (!(o->file[i] = fopen(path, "wb")))
            return system_failure(e, "write", o->folder, i);
        o->made[i] = 1;
        setvbuf(o->file[i], NULL, _IOFBF, BUFFER_BYTES); /* without memory the small buffer stays */
    }
    return AYANT_OK;
}

/* Closes everything; renames all when `whole`, else removes what was begun. */
static ayant_status outputs_close(failure *e, outputs *o, int whole)
{
    ayant_status status = AYANT_OK;
    char part[PATH_MAX], path[PATH_MAX];

    for (int i = 0; i < FILES; i++) {
        if (!o->file[i])
            continue;
        if (ferror(o->file[i]) | fclose(o->file[i]) && whole && status == AYANT_OK)
            status = system_failure(e, "write", o->folder, i);
    }
    for (int i = 0; i < FILES; i++) {
        if (!o->made[i] || !path_of(part, o->folder, i, ".part") || !path_of(path, o->folder, i, ""))
            continue;
        if (!whole || status < 0)
            remove(part);
        else if (rename(part, path) != 0)
            status = system_failure(e, "rename", o->folder, i);
    }
    return status;
}

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

    rows_head(&files);
    for (uint64_t i = 0; i < o->households; i++) {
        if (i % TICK_EVERY == 0) {
            if (p && p->tick && p->tick(p->to, "households", i, o->households) != 0)
                return fail(e, AYANT_E_CANCELLED, "Y04", "stopped: no file was changed");
            if (ferror(files.persons)) /* a full disk: say so now, not after an hour */
                return system_failure(e, "write", out->folder, FILE_PERSONS);
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
    }
    if (p && p->tick)
        p->tick(p->to, "households", o->households, o->households);
    return AYANT_OK;
}

ayant_status synth_write(failure *e, const ayant_synth_options *o, const char *folder,
                         const ayant_progress *p)
{
    const char *date = o->on ? o->on : "2026-03-01";
    double share = o->missing_share < 0 ? DEFAULT_MISSING : o->missing_share;
    outputs out = {folder, {NULL}, {0}};
    ayant_status status, closed;
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
    if ((status = outputs_open(e, &out)) == AYANT_OK) {
        write_readme(out.file[FILE_README], o, date, (int32_t)(share * 1000 + 0.5));
        status = write_households(e, o, on, (int32_t)(share * 1000 + 0.5), &out, p);
    }
    closed = outputs_close(e, &out, status == AYANT_OK);
    return status < 0 ? status : closed;
}

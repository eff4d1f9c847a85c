/*
 * The generator: the same people for the same seed, whatever the total; files
 * whole or absent; missing cells that change nothing else.
 */
#include "synth/synth.h"

#include <stdio.h>
#include <stdlib.h>
#include <sys/stat.h>
#include <unistd.h>

#include "check.h"

static char folder[64];

/* The text of a file of a folder; the caller frees it. NULL when it is not there. */
static char *read_file(const char *sub, const char *name)
{
    char path[200], *bytes = NULL;
    FILE *file;
    long size;

    snprintf(path, sizeof path, "%s/%s/%s", folder, sub, name);
    if (!(file = fopen(path, "rb")))
        return NULL;
    if (fseek(file, 0, SEEK_END) == 0 && (size = ftell(file)) >= 0 && (bytes = malloc((size_t)size + 1))) {
        rewind(file);
        bytes[fread(bytes, 1, (size_t)size, file)] = '\0';
    }
    fclose(file);
    return bytes;
}

static ayant_status make(failure *e, const char *sub, uint64_t households, uint64_t seed, double missing)
{
    ayant_synth_options o = {households, seed, NULL, missing};
    char path[200];

    failure_clear(e);
    snprintf(path, sizeof path, "%s/%s", folder, sub);
    return synth_write(e, &o, path, NULL);
}

static void a_short_file_begins_a_long_one(void)
{
    static const char *const names[] = {"households.csv", "persons.csv", "relations.csv"};
    failure e = {0};

    CHECK_INT(make(&e, "short", 300, 7, -1), AYANT_OK);
    CHECK_INT(make(&e, "long", 900, 7, -1), AYANT_OK);
    for (int i = 0; i < 3; i++) {
        char *a = read_file("short", names[i]), *b = read_file("long", names[i]);

        CHECK(a && b && strlen(a) < strlen(b) && strncmp(a, b, strlen(a)) == 0);
        free(a);
        free(b);
    }
}

static void another_seed_gives_other_people(void)
{
    failure e = {0};
    char *a, *b;

    CHECK_INT(make(&e, "other", 300, 8, -1), AYANT_OK);
    a = read_file("short", "persons.csv");
    b = read_file("other", "persons.csv");
    CHECK(a && b && strcmp(a, b) != 0);
    free(a);
    free(b);
}

static void the_header_is_the_first_line(void)
{
    char *persons = read_file("short", "persons.csv"), *households = read_file("short", "households.csv"),
         *readme = read_file("short", "README.txt");

    CHECK(persons && strncmp(persons, "person_id,household_id,niss,", 28) == 0);
    CHECK(households && strncmp(households, "household_id,postal_code,", 25) == 0);
    CHECK_HOLDS(readme, "no real person");
    free(persons);
    free(households);
    free(readme);
}

/* Next cell of a line; moves past it. Names of the generator hold no quote and no comma. */
static size_t cell_length(const char *s)
{
    return strcspn(s, ",\n");
}

static void missing_cells_change_nothing_else(void)
{
    failure e = {0};
    char *full, *holes;
    size_t emptied = 0, changed = 0;

    CHECK_INT(make(&e, "full", 300, 7, 0), AYANT_OK);
    full = read_file("full", "persons.csv");
    holes = read_file("short", "persons.csv");
    if (CHECK(full && holes)) {
        const char *a = full, *b = holes;

        while (*a && *b) {
            size_t la = cell_length(a), lb = cell_length(b);

            if (la != lb || memcmp(a, b, la) != 0) {
                changed += lb != 0;
                emptied += lb == 0;
            }
            a += la + (a[la] != '\0');
            b += lb + (b[lb] != '\0');
        }
        CHECK(*a == '\0' && *b == '\0');
    }
    CHECK_INT(changed, 0);
    CHECK(emptied > 1000);
    free(full);
    free(holes);
}

static void bad_arguments_are_refused(void)
{
    ayant_synth_options o = {10, 1, "2026-02-30", -1};
    failure e = {0};

    CHECK_INT(make(&e, "bad", 0, 1, -1), AYANT_E_LIMIT);
    CHECK_INT(make(&e, "bad", 10, 1, 1.5), AYANT_E_USAGE);
    failure_clear(&e);
    CHECK_INT(synth_write(&e, &o, folder, NULL), AYANT_E_USAGE);
    CHECK_TEXT(e.id, "Y07");
    CHECK_INT(make(&e, "no/such/folder", 10, 1, -1), AYANT_E_SYSTEM);
}

static int stop_at_once(void *to, const char *what, uint64_t done, uint64_t total)
{
    (void)to, (void)what, (void)done, (void)total;
    return 1;
}

static void stopped_work_leaves_no_file(void)
{
    ayant_synth_options o = {10, 1, NULL, -1};
    ayant_progress progress = {stop_at_once, NULL};
    failure e = {0};
    char path[200], *before = read_file("short", "persons.csv"), *after;

    snprintf(path, sizeof path, "%s/short", folder);
    CHECK_INT(synth_write(&e, &o, path, &progress), AYANT_E_CANCELLED);
    after = read_file("short", "persons.csv");
    CHECK_TEXT(after, before);
    CHECK(!read_file("short", "persons.csv.part"));
    free(before);
    free(after);
}

static void tidy(void)
{
    static const char *const subs[] = {"short", "long", "other", "full"}, *const names[] = {
                                                                              "households.csv", "persons.csv",
                                                                              "relations.csv", "README.txt"};
    char path[200];

    for (int s = 0; s < 4; s++) {
        for (int n = 0; n < 4; n++) {
            snprintf(path, sizeof path, "%s/%s/%s", folder, subs[s], names[n]);
            remove(path);
        }
        snprintf(path, sizeof path, "%s/%s", folder, subs[s]);
        rmdir(path);
    }
    rmdir(folder);
}

int main(void)
{
    const char *root = getenv("TMPDIR");

    snprintf(folder, sizeof folder, "%.40s/ayant-XXXXXX", root && *root ? root : "/tmp");
    if (!mkdtemp(folder))
        return 2;
    RUN(a_short_file_begins_a_long_one);
    RUN(another_seed_gives_other_people);
    RUN(the_header_is_the_first_line);
    RUN(missing_cells_change_nothing_else);
    RUN(bad_arguments_are_refused);
    RUN(stopped_work_leaves_no_file);
    tidy();
    return check_end();
}

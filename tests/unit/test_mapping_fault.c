/*
 * Memory that runs out while a file is seen through a mapping, while one is
 * proposed, and in a dry run: for every n, the n-th allocation fails, then all
 * from the n-th on. Each time the answer is the same or a status with a
 * sentence, every block is given back, and no half-written file is left.
 */
#include "failing_heap.h"
#include <dirent.h>
#include <stdlib.h>
#include <unistd.h>
#include "../../engine/ayant.h"
#include "check.h"

static const char map_lua[] =
    "local signs = { { 'Salaire' } }\n"
    "mapping { columns = { M = 'household_id', P = 'person_id', Nom = 'last_name', Sexe = 'gender', "
    "Loyer = 'rent_month', Adresse = { 'street', 'number' } },\n"
    "words = { gender = { f = { 'Femme' }, m = { 'Homme' } } },\n"
    "patterns = { Adresse = [[^(?<street>.+?) (?<number>\\d+)$]] },\n"
    "compute = { wage_net_month = function(row) return amount(row[signs[1][1]]) end },\n"
    "links = { column = 'Lien', words = { reference = { 'chef' }, child = { 'enfant' }, sibling = { 'frere' "
    "} } } }\n";
static const char export_csv[] = "Titre\n\nM;P;Nom;Sexe;Lien;Salaire;Loyer;Adresse\n"
                                 "1;a;Essai;Femme;chef;12,50 \xe2\x82\xac;650,00;rue X 3\n"
                                 "1;b;Essai;Homme;enfant;?;700,00;chez nous\n"
                                 "1;c;Essai;Homme;frere;beaucoup;;\n"
                                 "TOTAL;3;;;;;;\n";

static char root[64], file[96], map[96], rejects[96], repairs[96];
static char reference[60000], got[60000];
static size_t got_length;
static ayant_engine *engine;
static ayant_rules *rules;

static int take(void *to, const char *bytes, size_t length)
{
    (void)to;
    if (got_length + length >= sizeof got)
        return 1;
    memcpy(got + got_length, bytes, length);
    got_length += length;
    got[got_length] = '\0';
    return 0;
}

static const ayant_sink sink = {take, NULL};

static ayant_status do_read(void)
{
    ayant_inputs in = {.file = file, .map = map, .rejects = rejects, .repairs = repairs};
    ayant_import_counts counts;
    ayant_people *people = NULL;
    ayant_status status = ayant_people_read(engine, rules, &in, &sink, &people, &counts);

    ayant_people_free(people);
    return status;
}

static ayant_status do_suggest(void)
{
    size_t placed;

    return ayant_suggest(engine, rules, file, AYANT_FR, &sink, &placed);
}

static ayant_status do_preview(void)
{
    ayant_inputs in = {.file = file, .map = map};
    ayant_report_options options = {.format = AYANT_CSV};
    ayant_import_counts counts;

    return ayant_import_preview(engine, rules, &in, NULL, &options, &sink, &counts);
}

/* What is in the folder beyond the two files given. */
static int files_left(void)
{
    DIR *folder = opendir(root);
    int count = -4; /* "." and "..", the file, the mapping */

    for (; folder && readdir(folder); count++)
        ;
    if (folder)
        closedir(folder);
    return count;
}

static int fails_well(ayant_status (*work)(void), long n, int and_after)
{
    long live = failing.live;
    ayant_status status;
    int bad = 0;

    unlink(rejects);
    unlink(repairs);
    got_length = 0;
    got[0] = '\0';
    heap_arm(n, and_after);
    status = work();
    heap_disarm();
    if (status >= 0) {
        bad |= !CHECK_TEXT(got, reference);
    } else {
        bad |= !CHECK(ayant_error(engine).id[0] && ayant_error(engine).message[0]);
        bad |= !CHECK_INT(files_left(), 0);
    }
    bad |= !CHECK_INT(failing.live - live, 0);
    if (bad)
        fprintf(stderr, "allocation %ld%s: %d %s %s\n", n, and_after ? " and all after" : "", (int)status,
                ayant_error(engine).id, ayant_error(engine).message);
    return !bad;
}

static void try_each(ayant_status (*work)(void))
{
    long n = 1, bad = 0;
    int reached;

    for (int i = 0; i < 2; i++) { /* what the libraries keep for good, they have then */
        got_length = 0;
        if (!CHECK_INT(work(), AYANT_OK)) {
            fprintf(stderr, "%s %s\n", ayant_error(engine).id, ayant_error(engine).message);
            return;
        }
    }
    strcpy(reference, got);
    if (!HEAP_CAN_FAIL)
        return;
    do {
        bad += !fails_well(work, n, 0);
        reached = failing.asked >= n;
        if (n % 3 == 0)
            bad += !fails_well(work, n, 1);
        n++;
    } while (reached && bad < 5);
    fprintf(stderr, "%ld places\n", n);
}

static void reading(void)
{
    try_each(do_read);
}

static void proposing(void)
{
    try_each(do_suggest);
}

static void a_dry_run(void)
{
    try_each(do_preview);
}

static void write_file(const char *path, const char *bytes)
{
    FILE *out = fopen(path, "wb");

    if (!out || fwrite(bytes, 1, strlen(bytes), out) != strlen(bytes))
        abort();
    fclose(out);
}

int main(void)
{
    const char *folder = "rules/be";

    strcpy(root, "/tmp/ayant-mapping-fault-XXXXXX");
    if (!mkdtemp(root))
        return 1;
    snprintf(file, sizeof file, "%s/export.csv", root);
    snprintf(map, sizeof map, "%s/map.lua", root);
    snprintf(rejects, sizeof rejects, "%s/rejects.csv", root);
    snprintf(repairs, sizeof repairs, "%s/repairs.csv", root);
    write_file(file, export_csv);
    write_file(map, map_lua);
    engine = ayant_engine_new();
    if (CHECK(engine != NULL) && CHECK_INT(ayant_rules_load(engine, &folder, 1, &rules), AYANT_OK)) {
        RUN(reading);
        RUN(proposing);
        RUN(a_dry_run);
    }
    ayant_rules_free(rules);
    ayant_engine_free(engine);
    unlink(file);
    unlink(map);
    unlink(rejects);
    unlink(repairs);
    rmdir(root);
    return check_end();
}

/*
 * The generator without memory: each allocation in turn fails, then all those
 * after it. A status, a sentence, every block given back, no file half made.
 *
 * Malloc and its kin are defined here, as in test_fault.c, which says why; a
 * sanitised build has its own and makes the people once, without a failure.
 */
#include <dirent.h>
#include <stdint.h>
#include <stdlib.h>
#include <sys/stat.h>
#include <unistd.h>

#include "ayant.h"
#include "check.h"
#include "failing_heap.h"

/* What is made beside the caseload and its README, and how many files that is in all. */
typedef struct extra_files {
    const char *with;
    int files;
    int strict; /* every block is given back; 0: libzip 1.7 keeps one when it closes without memory */
} extra_files;

static const extra_files ours = {"truth,margins,survey,panel", 4 + 2 + 4 + 1 + 24 * 3, 1};
static const extra_files export = {"messy", 4 + 4, 0};
static const extra_files *made = &ours;

static char folder[64];
static ayant_engine *engine;
static ayant_rules *rules;

/* Files in a folder and the folders in it; `gone`: they are removed. */
static int files_of(const char *path, int gone)
{
    DIR *d = opendir(path);
    int found = 0;

    for (struct dirent *one; d && (one = readdir(d));) {
        char name[400];
        struct stat about;

        if (one->d_name[0] == '.' ||
            snprintf(name, sizeof name, "%s/%s", path, one->d_name) >= (int)sizeof name ||
            stat(name, &about) != 0)
            continue;
        found += S_ISDIR(about.st_mode) ? files_of(name, gone) : 1;
        if (gone)
            remove(name);
    }
    if (d)
        closedir(d);
    return found;
}

static void remove_made(void)
{
    files_of(folder, 1);
}

static int files_in_folder(void)
{
    return files_of(folder, 0);
}

/* 520 households are two batches. */
static ayant_status make(unsigned threads)
{
    ayant_synth_options o = {.households = threads == 1 ? 3 : 520, .seed = 1, .missing_share = -1};

    o.with = made->with;
    o.threads = threads;
    return ayant_synth(engine, rules, &o, folder);
}

/* 1 when allocation n was reached. */
static int fails_well(unsigned threads, long n, int and_after, long live)
{
    ayant_status status;

    remove_made(); /* reading a folder takes memory */
    heap_arm(n, and_after);
    status = make(threads);
    heap_disarm();
    if (status < 0) {
        /* a file that cannot be opened for lack of memory is what the system says it is */
        CHECK(status == AYANT_E_MEMORY || status == AYANT_E_SYSTEM);
        CHECK(ayant_error(engine).id[0] && ayant_error(engine).message[0]);
        CHECK_INT(files_in_folder(), 0);
    } else {
        CHECK_INT(files_in_folder(), made->files);
    }
    /* the C library may let go of its time zone, never more is kept than before */
    if (made->strict && !CHECK(atomic_load(&failing.live) <= live))
        fprintf(stderr, "allocation %ld%s, %u threads: status %d\n", n, and_after ? " and all after" : "",
                threads, (int)status);
    return atomic_load(&failing.asked) >= n;
}

static void try_each(unsigned threads, long step)
{
    long live = 0, places = 0;

    for (int i = 0; i < 3; i++) { /* what the C library keeps for good, it has then */
        CHECK_INT(make(threads), AYANT_OK);
        live = atomic_load(&failing.live);
    }
    CHECK_INT(files_in_folder(), made->files);
    for (long n = 1; HEAP_CAN_FAIL && check_bad == 0; n += step, places++)
        if (!fails_well(threads, n, 0, live) || (places % 3 == 0 && !fails_well(threads, n, 1, live)))
            break;
    CHECK_INT(make(threads), AYANT_OK);
    fprintf(stderr, "%ld places, %u threads\n", places, threads);
}

static void each_allocation_of_one_thread(void)
{
    try_each(1, 1);
}

static void some_allocations_of_two_threads(void)
{
    try_each(2, 37);
}

static void each_allocation_of_an_export(void)
{
    made = &export;
    remove_made();
    try_each(1, 1);
}

int main(void)
{
    static const char *const shipped = "rules/be";

    strcpy(folder, access("/dev/shm", W_OK) == 0 ? "/dev/shm/ayant-made-XXXXXX" : "/tmp/ayant-made-XXXXXX");
    if (!mkdtemp(folder) || !(engine = ayant_engine_new()) ||
        ayant_rules_load(engine, &shipped, 1, &rules) < 0)
        return 2;
    RUN(each_allocation_of_one_thread);
    RUN(some_allocations_of_two_threads);
    RUN(each_allocation_of_an_export);
    remove_made();
    rmdir(folder);
    ayant_rules_free(rules);
    ayant_engine_free(engine);
    return check_end();
}

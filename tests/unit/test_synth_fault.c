/*
 * The generator without memory: each allocation in turn fails, then all those
 * after it. A status, a sentence, every block given back, no file half made.
 *
 * Malloc and its kin are defined here, as in test_fault.c, which says why; a
 * sanitised build has its own and makes the people once, without a failure.
 */
#include <dirent.h>
#include <errno.h>
#include <stdatomic.h>
#include <stdint.h>
#include <stdlib.h>
#include <sys/stat.h>
#include <unistd.h>

#include "ayant.h"
#include "check.h"

#if !defined(__SANITIZE_ADDRESS__) && defined(__GLIBC__)
#define INTERPOSED 1
#else
#define INTERPOSED 0
#endif

static struct {
    atomic_long live, asked;
    long fail_at; /* from 1 */
    int and_after;
    atomic_int armed;
} heap;

#if INTERPOSED
void *__libc_malloc(size_t size);
void *__libc_calloc(size_t count, size_t size);
void *__libc_realloc(void *block, size_t size);
void *__libc_memalign(size_t align, size_t size);
void __libc_free(void *block);

#define PUBLIC __attribute__((visibility("default")))

static int refused(void)
{
    long n;

    if (!atomic_load(&heap.armed))
        return 0;
    n = atomic_fetch_add(&heap.asked, 1) + 1;
    if (n != heap.fail_at && !(heap.and_after && n > heap.fail_at))
        return 0;
    errno = ENOMEM;
    return 1;
}

static void *counted(void *block)
{
    if (block)
        atomic_fetch_add(&heap.live, 1);
    return block;
}

PUBLIC void *malloc(size_t size)
{
    return refused() ? NULL : counted(__libc_malloc(size));
}

PUBLIC void *calloc(size_t count, size_t size)
{
    return refused() ? NULL : counted(__libc_calloc(count, size));
}

PUBLIC void free(void *block)
{
    if (block)
        atomic_fetch_sub(&heap.live, 1);
    __libc_free(block);
}

PUBLIC void *realloc(void *block, size_t size)
{
    if (!block)
        return malloc(size);
    if (size == 0) {
        free(block);
        return NULL;
    }
    return refused() ? NULL : __libc_realloc(block, size);
}

PUBLIC void *aligned_alloc(size_t align, size_t size)
{
    return refused() ? NULL : counted(__libc_memalign(align, size));
}

PUBLIC int posix_memalign(void **out, size_t align, size_t size)
{
    void *block = aligned_alloc(align, size);

    if (!block)
        return ENOMEM;
    *out = block;
    return 0;
}
#endif

static const char *const names[] = {"households.csv", "persons.csv", "relations.csv",
                                    "README.txt",     "truth.csv",   "margins.csv"};

static char folder[64];
static ayant_engine *engine;
static ayant_rules *rules;

static void remove_made(void)
{
    char path[128];

    for (size_t i = 0; i < sizeof names / sizeof *names; i++) {
        snprintf(path, sizeof path, "%s/%s", folder, names[i]);
        remove(path);
    }
}

static int files_in_folder(void)
{
    DIR *d = opendir(folder);
    int found = 0;

    for (struct dirent *one; d && (one = readdir(d));)
        found += one->d_name[0] != '.';
    if (d)
        closedir(d);
    return found;
}

/* 520 households are two batches. */
static ayant_status make(unsigned threads)
{
    ayant_synth_options o = {.households = threads == 1 ? 3 : 520, .seed = 1, .missing_share = -1};

    o.with = "truth,margins";
    o.threads = threads;
    remove_made();
    return ayant_synth(engine, rules, &o, folder);
}

/* 1 when allocation n was reached. */
static int fails_well(unsigned threads, long n, int and_after, long live)
{
    ayant_status status;

    heap.fail_at = n;
    heap.and_after = and_after;
    atomic_store(&heap.asked, 0);
    atomic_store(&heap.armed, 1);
    status = make(threads);
    atomic_store(&heap.armed, 0);
    if (status < 0) {
        /* a file that cannot be opened for lack of memory is what the system says it is */
        CHECK(status == AYANT_E_MEMORY || status == AYANT_E_SYSTEM);
        CHECK(ayant_error(engine).id[0] && ayant_error(engine).message[0]);
        CHECK_INT(files_in_folder(), 0);
    } else {
        CHECK_INT(files_in_folder(), 6);
    }
    if (!CHECK_INT(atomic_load(&heap.live), live))
        fprintf(stderr, "allocation %ld%s, %u threads: status %d\n", n, and_after ? " and all after" : "",
                threads, (int)status);
    return atomic_load(&heap.asked) >= n;
}

static void try_each(unsigned threads, long step)
{
    long live = 0, places = 0;

    for (int i = 0; i < 3; i++) { /* what the C library keeps for good, it has then */
        CHECK_INT(make(threads), AYANT_OK);
        live = atomic_load(&heap.live);
    }
    CHECK_INT(files_in_folder(), 6);
    for (long n = 1; INTERPOSED && check_bad == 0; n += step, places++)
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

int main(void)
{
    static const char *const shipped = "rules/be";

    strcpy(folder, access("/dev/shm", W_OK) == 0 ? "/dev/shm/ayant-made-XXXXXX" : "/tmp/ayant-made-XXXXXX");
    if (!mkdtemp(folder) || !(engine = ayant_engine_new()) ||
        ayant_rules_load(engine, &shipped, 1, &rules) < 0)
        return 2;
    RUN(each_allocation_of_one_thread);
    RUN(some_allocations_of_two_threads);
    remove_made();
    rmdir(folder);
    ayant_rules_free(rules);
    ayant_engine_free(engine);
    return check_end();
}

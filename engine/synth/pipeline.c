/*
 * A ring of batches between workers and the thread that writes.
 *
 * Batch k lies in slot k % slots. A worker may begin batch k once batch
 * k - slots was taken; nobody waits while holding anything else.
 */
#include "pipeline.h"

#include <pthread.h>
#include <unistd.h>
#include "../base/limits.h"

#define SLOTS_MORE 2 /* batches ready before the writer asks, beyond one for each worker */
#define WORKERS_MOST 64

typedef struct slot {
    synth_batch batch;
    int ready;
} slot;

typedef struct ring {
    const pipeline_job *job;
    pthread_mutex_t lock;
    pthread_cond_t moved;
    uint64_t batches, next, taken; /* next to be begun, and how many were taken */
    size_t slot_count;
    slot slots[WORKERS_MOST + SLOTS_MORE];
    failure problem; /* of the first worker that failed */
    int stop;
} ring;

static size_t size_of_batch(const ring *r, uint64_t which)
{
    uint64_t left = r->job->households - which * BATCH_HOUSEHOLDS;

    return left < BATCH_HOUSEHOLDS ? (size_t)left : BATCH_HOUSEHOLDS;
}

static ayant_status make_batch(failure *e, ring *r, uint64_t which)
{
    return batch_make(e, r->job->maker, &r->slots[which % r->slot_count].batch, which * BATCH_HOUSEHOLDS + 1,
                      size_of_batch(r, which));
}

/* The number of a batch to make, or -1 when there is none any more. Called with the lock held. */
static int64_t begin_batch(ring *r)
{
    while (!r->stop && r->next < r->batches && r->next >= r->taken + r->slot_count)
        pthread_cond_wait(&r->moved, &r->lock);
    return r->stop || r->next >= r->batches ? -1 : (int64_t)r->next++;
}

static void *worker_main(void *argument)
{
    ring *r = argument;
    failure e;
    int64_t which;

    failure_clear(&e);
    pthread_mutex_lock(&r->lock);
    while ((which = begin_batch(r)) >= 0) {
        ayant_status status;

        pthread_mutex_unlock(&r->lock);
        status = make_batch(&e, r, (uint64_t)which);
        pthread_mutex_lock(&r->lock);
        if (status < 0 && !r->stop) {
            r->problem = e;
            r->stop = 1;
        }
        r->slots[(uint64_t)which % r->slot_count].ready = 1;
        pthread_cond_broadcast(&r->moved);
    }
    pthread_mutex_unlock(&r->lock);
    return NULL;
}

/* Without a worker the calling thread makes the batch itself. */
static ayant_status take_batch(failure *e, ring *r, uint64_t which, int workers)
{
    slot *s = &r->slots[which % r->slot_count];
    ayant_status status = AYANT_OK;

    if (!workers) {
        status = make_batch(e, r, which);
    } else {
        pthread_mutex_lock(&r->lock);
        while (!s->ready && !r->stop)
            pthread_cond_wait(&r->moved, &r->lock);
        if (r->stop) {
            *e = r->problem;
            status = e->status;
        }
        pthread_mutex_unlock(&r->lock);
    }
    if (status == AYANT_OK)
        status = r->job->take(e, r->job->to, &s->batch);
    pthread_mutex_lock(&r->lock);
    s->ready = 0;
    r->taken++;
    if (status < 0)
        r->stop = 1;
    pthread_cond_broadcast(&r->moved);
    pthread_mutex_unlock(&r->lock);
    return status;
}

static unsigned worker_count(const pipeline_job *job, uint64_t batches)
{
    long cores = job->threads ? (long)job->threads : sysconf(_SC_NPROCESSORS_ONLN);

    if (cores < 1)
        cores = 1;
    if (cores > WORKERS_MOST)
        cores = WORKERS_MOST;
    return (uint64_t)cores > batches ? (unsigned)batches : (unsigned)cores;
}

static ayant_status run_ring(failure *e, ring *r, unsigned wanted)
{
    pthread_t threads[WORKERS_MOST];
    ayant_status status = AYANT_OK;
    unsigned started = 0;

    /* a thread that cannot start is work for the others */
    while (started < wanted && pthread_create(&threads[started], NULL, worker_main, r) == 0)
        started++;
    for (uint64_t k = 0; k < r->batches && status == AYANT_OK; k++)
        status = take_batch(e, r, k, started > 0);
    for (unsigned i = 0; i < started; i++)
        pthread_join(threads[i], NULL);
    return status;
}

ayant_status pipeline_run(failure *e, const pipeline_job *job)
{
    ring *r = calloc(1, sizeof *r);
    ayant_status status = AYANT_OK;
    unsigned workers;

    if (!r)
        return fail_memory(e);
    r->job = job;
    r->batches = (job->households + BATCH_HOUSEHOLDS - 1) / BATCH_HOUSEHOLDS;
    workers = worker_count(job, r->batches);
    r->slot_count = workers + SLOTS_MORE;
    if (pthread_mutex_init(&r->lock, NULL) != 0) {
        free(r);
        return fail_memory(e);
    }
    if (pthread_cond_init(&r->moved, NULL) != 0) {
        pthread_mutex_destroy(&r->lock);
        free(r);
        return fail_memory(e);
    }
    for (size_t i = 0; i < r->slot_count && status == AYANT_OK; i++)
        if (batch_new(&r->slots[i].batch) < 0)
            status = fail_memory(e);
    if (status == AYANT_OK)
        status = run_ring(e, r, workers);
    for (size_t i = 0; i < r->slot_count; i++)
        batch_free(&r->slots[i].batch);
    pthread_cond_destroy(&r->moved);
    pthread_mutex_destroy(&r->lock);
    free(r);
    return status;
}

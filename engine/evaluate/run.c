/*
 * Running a plan: chunks are handed out one by one to threads that share the
 * plan, the counter, and nothing else.
 */
#include <pthread.h>
#include <stdatomic.h>
#include <unistd.h>
#include "../base/limits.h"
#include "plan.h"

typedef struct shared {
    const plan_job *job;
    size_t chunks;
    atomic_size_t next, finished;
    atomic_int stop; /* an ayant_status */
} shared;

typedef struct worker {
    shared *all;
    pthread_t thread;
    const ayant_progress *progress; /* the calling thread only */
} worker;

static void work_through(worker *w, frame *const *frames)
{
    shared *all = w->all;
    void *mine = NULL;

    while (atomic_load(&all->stop) == AYANT_OK) {
        size_t chunk = atomic_fetch_add(&all->next, 1), finished;

        if (chunk >= all->chunks)
            break;
        frame_run(frames[0], chunk);
        if (all->job->done(all->job->to, frames, &mine) != 0)
            atomic_store(&all->stop, AYANT_E_MEMORY);
        finished = atomic_fetch_add(&all->finished, 1) + 1;
        if (w->progress && w->progress->tick &&
            w->progress->tick(w->progress->to, all->job->what, finished, all->chunks) != 0)
            atomic_store(&all->stop, AYANT_E_CANCELLED);
    }
    if (all->job->end)
        all->job->end(mine);
}

static void *worker_main(void *argument)
{
    worker *w = argument;
    const plan_job *job = w->all->job;
    frame *frames[PLANS_MOST] = {NULL};
    int ready = 1;

    for (size_t i = 0; i < job->plan_count; i++)
        if (job->plans[i])
            ready &= (frames[i] = frame_new(job->plans[i])) != NULL;
    if (ready)
        work_through(w, frames);
    else
        atomic_store(&w->all->stop, AYANT_E_MEMORY);
    for (size_t i = 0; i < job->plan_count; i++)
        frame_free(frames[i]);
    return NULL;
}

static unsigned thread_count(unsigned asked, size_t chunks)
{
    long cores = asked ? (long)asked : sysconf(_SC_NPROCESSORS_ONLN);

    if (cores < 1)
        cores = 1;
    if (cores > LIMIT_THREADS)
        cores = LIMIT_THREADS;
    return (size_t)cores > chunks && chunks ? (unsigned)chunks : (unsigned)cores;
}

ayant_status plan_run(failure *e, const plan_job *job)
{
    worker workers[LIMIT_THREADS] = {{.all = NULL}};
    shared all = {.job = job, .chunks = job->plans[0]->chunks};
    unsigned count = thread_count(job->threads, all.chunks), started = 1;

    atomic_init(&all.next, 0);
    atomic_init(&all.finished, 0);
    atomic_init(&all.stop, AYANT_OK);
    for (unsigned i = 0; i < count; i++)
        workers[i] = (worker){.all = &all, .progress = i ? NULL : job->progress};
    /* a thread that cannot start is work for the others */
    while (started < count &&
           pthread_create(&workers[started].thread, NULL, worker_main, &workers[started]) == 0)
        started++;
    worker_main(&workers[0]);
    for (unsigned i = 1; i < started; i++)
        pthread_join(workers[i].thread, NULL);
    switch (atomic_load(&all.stop)) {
    case AYANT_OK:
        return AYANT_OK;
    case AYANT_E_CANCELLED:
        return fail(e, AYANT_E_CANCELLED, "E01", "stopped on request; nothing was written");
    default:
        return fail_memory(e);
    }
}

/*
 * Batches in order, made ahead by threads.
 *
 * Workers make batches into a ring of slots; the calling thread takes them in
 * their order. Memory is that of the ring, whatever the number of households.
 */
#ifndef AYANT_SYNTH_PIPELINE_H
#define AYANT_SYNTH_PIPELINE_H

#include "batch.h"

/* `take` is called once a batch, in order, by the calling thread; a failure stops the run. */
typedef struct pipeline_job {
    const batch_maker *maker;
    uint64_t households;
    unsigned threads; /* 0: as many as the machine has */
    ayant_status (*take)(failure *e, void *to, const synth_batch *b);
    void *to;
} pipeline_job;

ayant_status pipeline_run(failure *e, const pipeline_job *job);

#endif

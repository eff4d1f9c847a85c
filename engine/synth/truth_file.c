/*
 * One line a person and right of whom there is something to say.
 */
#include "truth_file.h"

#include <inttypes.h>

static ayant_status truth_open(failure *e, const synth_order *order, outputs *files, void **state)
{
    FILE *file = NULL;
    ayant_status status = outputs_open(e, files, "truth.csv", &file);

    (void)order;
    if (status == AYANT_OK)
        fputs("person_id,right,entitled,amount_month,receives,reason,error\n", file);
    *state = file;
    return status;
}

static void put_amount(FILE *file, int32_t cents)
{
    if (cents != UNSAID)
        fprintf(file, "%" PRId32 ".%02" PRId32, cents / 100, cents % 100);
}

static const char *entitled_word(const made_claim *c)
{
    return c->entitled == YES ? "yes" : c->entitled == NO ? "no" : "unknown";
}

static ayant_status truth_put(failure *e, void *state, const made_household *h, const made_household *seen,
                              const made_truth *truth)
{
    FILE *file = state;

    (void)e, (void)seen;
    for (int32_t i = 0; i < h->count; i++)
        for (int r = 0; r < MADE_RIGHTS; r++) {
            const made_claim *c = &truth->claims[i][r];

            if (c->entitled == NO && c->receives == NO && !c->covered)
                continue;
            fprintf(file, "SYN-P-%08" PRIu64 "-%" PRId32 ",%s,%s,", h->number, i + 1, made_right_names[r],
                    c->covered ? "covered" : entitled_word(c));
            put_amount(file, c->amount);
            fprintf(file, ",%s,%s,%s\n", c->receives ? "yes" : "no", made_reason_names[c->reason],
                    c->error ? "yes" : "no");
        }
    return AYANT_OK;
}

static ayant_status truth_close(failure *e, void *state, int whole)
{
    (void)e, (void)state, (void)whole;
    return AYANT_OK;
}

const synth_extra truth_file = {"truth", "truth.csv: who is entitled, who receives, and why not", truth_open,
                                truth_put, truth_close};

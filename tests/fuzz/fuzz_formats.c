/*
 * Any bytes as a cell: every cleaner and every kind of fact reads it or says
 * why not, within its room; what came out is read back as itself.
 */
#include <stdlib.h>
#include "base/day.h"
#include "base/letters.h"
#include "ingest/clean.h"
#include "ingest/figures.h"
#include "ingest/places.h"
#include "model/repair.h"

static cleaner *c;

static void close_cleaner(void)
{
    cleaner_free(c);
}

static void clean_all(text t)
{
    for (int k = 0; k < CLEAN_COUNT; k++) {
        char out[CLEAN_TEXT], again[CLEAN_TEXT];
        size_t length = 0, second = 0;
        unsigned repairs = 0;

        clean_row(c);
        if (clean_repaired(c, (clean_kind)k, t, out, &length, &repairs))
            continue;
        if (length > CLEAN_TEXT)
            abort();
        if (!length || k == CLEAN_EMAIL || k == CLEAN_NONE)
            continue;
        repairs = 0;
        /* one spelling: it is its own, and needs no repair */
        if (k != CLEAN_NAME &&
            (clean_repaired(c, (clean_kind)k, (text){out, length}, again, &second, &repairs) ||
             second != length || memcmp(out, again, length) != 0 || (repairs & ~REPAIR_BIT(REPAIR_BISTER))))
            abort();
    }
}

static void read_all(text t)
{
    fact facts[] = {{.kind = KIND_TRUTH},
                    {.kind = KIND_DATE},
                    {.kind = KIND_MONEY, .per = PERIOD_MONTH, .least = 0, .most = 1000000},
                    {.kind = KIND_NUMBER},
                    {.kind = KIND_NUMBER, .whole = 1, .least = 0, .most = 120000}};

    for (size_t i = 0; i < 2 * (sizeof facts / sizeof *facts); i++) {
        const fact *f = &facts[i / 2];
        cell value = 7, again = 8;
        unsigned repairs = 0;
        char out[64];

        if (fact_read_repaired(f, t, (int)(i % 2), &value, &repairs)) {
            if (value != 7 || repairs)
                abort();
            continue;
        }
        fact_print(f, value, out, sizeof out);
        if (fact_read(f, text_of(out), 0, &again) || again != value)
            abort();
    }
}

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t length);

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t length)
{
    text t = {(const char *)bytes, length};
    char folded[80], *composed;
    failure e = {0};

    if (!c) {
        if (cleaner_new(&e, &c) != AYANT_OK)
            abort();
        atexit(close_cleaner);
    }
    if (!length || length > 400 || !text_is_utf8(t))
        return 0;
    clean_all(t);
    read_all(t);
    mark_of(t);
    if (letters_fold(t, folded, sizeof folded) >= sizeof folded || !(composed = malloc(length)))
        abort();
    if (letters_compose(t, composed) > length)
        abort();
    free(composed);
    return 0;
}

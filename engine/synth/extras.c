/*
 * The words of `--with`.
 */
#include "extras.h"

#include <string.h>

#include "margins.h"
#include "messy.h"
#include "panel.h"
#include "survey.h"
#include "truth_file.h"

const char *const made_right_names[MADE_RIGHTS] = {"ris", "grapa", "bim", "amu"};

const char *const made_reason_names[REASON_COUNT] = {
    "", "not_known", "not_asked", "not_offered", "not_received", "not_proposed"};

const synth_extra *const synth_extras[] = {&truth_file,  &margins_file, &messy_file,
                                           &survey_file, &panel_file,   NULL};

static int find_extra(const char *word, size_t length)
{
    for (int i = 0; synth_extras[i]; i++)
        if (strlen(synth_extras[i]->word) == length && memcmp(synth_extras[i]->word, word, length) == 0)
            return i;
    return -1;
}

ayant_status extras_named(failure *e, const char *words, const synth_extra *found[EXTRAS_MOST], size_t *count)
{
    char wanted[EXTRAS_MOST] = {0};

    *count = 0;
    for (const char *at = words ? words : ""; *at;) {
        size_t length = strcspn(at, ",");
        int which = find_extra(at, length);

        if (length && which < 0)
            return fail(e, AYANT_E_USAGE, "Y09", "'%.*s' is no file that can be made beside the others",
                        (int)(length < 40 ? length : 40), at);
        if (length)
            wanted[which] = 1;
        at += length + (at[length] == ',');
    }
    for (int i = 0; synth_extras[i]; i++)
        if (wanted[i])
            found[(*count)++] = synth_extras[i];
    return AYANT_OK;
}

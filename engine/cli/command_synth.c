/*
 * ayant synth: made-up people, to try things on.
 */
#include <stdlib.h>

#include "steps.h"

static int share_of(const invocation *given, double *out)
{
    const char *value = option_value(given, "missing");
    char *end;

    *out = -1;
    if (!value)
        return 0;
    *out = strtod(value, &end);
    if (end == value || *end || !(*out >= 0 && *out <= 1)) {
        say_error("U09", "'--missing' cannot be '%s': give a share from 0 to 1, as in 0.2", value);
        return EXIT_ERROR;
    }
    return 0;
}

static int run(invocation *given)
{
    ayant_synth_options options = {.on = option_value(given, "on"),
                                   .with = option_value(given, "with"),
                                   .niss = option_value(given, "niss")};
    work w;
    int result;

    if (option_number(given, "households", 100000000, 1000, &options.households) < 0 ||
        option_number(given, "seed", UINT64_MAX, 1, &options.seed) < 0 ||
        share_of(given, &options.missing_share))
        return EXIT_ERROR;
    if (!options.households) {
        say_error("U09", "'--households' cannot be 0: give at least 1");
        return EXIT_ERROR;
    }
    if ((result = work_start(&w)))
        goto end;
    if (ayant_synth(w.engine, &options, option_value(given, "output")) < 0)
        result = work_failed(&w, NULL);
end:
    work_end(&w);
    return result;
}

static const option options[] = {
    {"output", 'o', OPTION_FOLDER, "FOLDER", "where households.csv, persons.csv and relations.csv go", 1, 0,
     NULL},
    {"households", '\0', OPTION_NUMBER, "N", "how many households", 0, 0, "1000"},
    {"seed", '\0', OPTION_NUMBER, "N", "the same seed gives the same people", 0, 0, "1"},
    {"on", '\0', OPTION_DATE, "DATE", "the date the people are made for", 0, 0, "2026-03-01"},
    {"missing", '\0', OPTION_TEXT, "SHARE", "how often a fact that files lack is left empty, 0 to 1", 0, 0,
     "as often as in real files"},
    {"with", '\0', OPTION_TEXT, "WORDS", "files beside the caseload, as in messy", 0, 0, NULL},
    {"niss", '\0', OPTION_TEXT, "KIND", "register numbers: none, valid or invalid", 0, 0, "none"},
    OPTION_HELP,
    OPTION_END,
};

const command command_synth = {
    .name = "synth",
    .operands = "",
    .operand_kind = OPTION_TEXT,
    .summary = "make up people to try things on",
    .description = "Writes the three CSV files of a made-up Brussels. Nobody in them exists.",
    .example = "ayant synth --households 20000 --seed 1 --output made",
    .options = options,
    .run = run,
};

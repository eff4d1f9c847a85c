/*
 * ayant synth: made-up people, to try things on.
 */
#include <stdlib.h>
#include <string.h>

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

/* `--margins`: counted, nothing written but the table. */
static int count_margins(work *w, const invocation *given, const ayant_synth_options *options)
{
    const char *form = option_value(given, "format");
    int markdown = form && strcmp(form, "markdown") == 0;
    int to_file = option_given(given, "output");
    ayant_report_options report = {.format = markdown ? AYANT_TEXT : format_of(given),
                                   .width = to_file ? 0 : terminal_width(1),
                                   .colour = !to_file && wants_colour(1)};
    size_t outside = 0;
    output out = {0};
    int result;

    if (output_open(&out, option_value(given, "output")) < 0)
        return EXIT_ERROR;
    result =
        work_finish(w, &out, ayant_synth_margins(w->engine, w->rules, options, &report, &out.sink, &outside));
    if (result == EXIT_DONE && outside) {
        say("ayant: %zu margins are outside their tolerance", outside);
        result = EXIT_NOTHING;
    }
    output_drop(&out);
    return result;
}

static int write_files(work *w, const invocation *given, const ayant_synth_options *options)
{
    if (ayant_synth(w->engine, w->rules, options, option_value(given, "output")) < 0)
        return work_failed(w, NULL);
    return EXIT_DONE;
}

static int run(invocation *given)
{
    ayant_synth_options options = {.on = option_value(given, "on"),
                                   .with = option_value(given, "with"),
                                   .niss = option_value(given, "niss")};
    int margins = option_given(given, "margins");
    uint64_t threads, surveyed;
    work w;
    int result;

    if (option_number(given, "households", 100000000, margins ? 50000 : 1000, &options.households) < 0 ||
        option_number(given, "seed", UINT64_MAX, 1, &options.seed) < 0 ||
        option_number(given, "survey-households", 20000, 2000, &surveyed) < 0 ||
        option_number(given, "survey-seed", UINT64_MAX, 1, &options.survey_seed) < 0 ||
        option_number(given, "panel-households", 1000000, 1000, &options.panel_households) < 0 ||
        option_number(given, "threads", 256, 0, &threads) < 0 || share_of(given, &options.missing_share))
        return EXIT_ERROR;
    options.threads = (unsigned)threads;
    options.survey_households = (uint32_t)surveyed;
    if (!surveyed || !options.panel_households) {
        say_error("U09", "'--%s' cannot be 0: give at least 1",
                  surveyed ? "panel-households" : "survey-households");
        return EXIT_ERROR;
    }
    if (!options.households) {
        say_error("U09", "'--households' cannot be 0: give at least 1");
        return EXIT_ERROR;
    }
    if (!margins && !option_given(given, "output")) {
        say_error("U06", "'ayant synth' needs '--output FOLDER': where the files go");
        return EXIT_ERROR;
    }
    if ((result = work_start(&w)) || (result = work_rules(&w, given, NULL, 0)))
        goto end;
    result = margins ? count_margins(&w, given, &options) : write_files(&w, given, &options);
end:
    work_end(&w);
    return result;
}

static const option options[] = {
    {"output", 'o', OPTION_FOLDER, "FOLDER",
     "where households.csv, persons.csv and relations.csv go; with '--margins', the file of the table", 0, 0,
     NULL},
    {"households", '\0', OPTION_NUMBER, "N", "how many households", 0, 0, "1000; 50000 with '--margins'"},
    {"seed", '\0', OPTION_NUMBER, "N", "the same seed gives the same people", 0, 0, "1"},
    {"on", '\0', OPTION_DATE, "DATE", "the date the people are made for", 0, 0, "2026-03-01"},
    {"missing", '\0', OPTION_TEXT, "SHARE", "how often a fact that files lack is left empty, 0 to 1", 0, 0,
     "as often as in real files"},
    {"with", '\0', OPTION_TEXT, "WORDS",
     "files beside the three, separated by commas: truth (who is entitled, who receives, why not), margins, "
     "messy (the same people as a spreadsheet of an office, and what is wrong in it), "
     "survey (a sample in two stages, with weights), panel (24 months of these people, with events)",
     0, 0, NULL},
    {"niss", '\0', OPTION_WORD, "none|valid|invalid",
     "register numbers: none, well formed (for tests only: any of them may be somebody's), or with wrong "
     "check "
     "digits",
     0, 0, "none"},
    {"survey-households", '\0', OPTION_NUMBER, "N",
     "households drawn for the survey; about six in ten answer", 0, 0, "2000"},
    {"survey-seed", '\0', OPTION_NUMBER, "N", "another one draws others of the same people", 0, 0, "1"},
    {"panel-households", '\0', OPTION_NUMBER, "N", "households followed in the panel: the first so many", 0,
     0, "1000"},
    {"margins", '\0', OPTION_FLAG, NULL,
     "write no file of people: print each published figure beside what was made; exit 1 when one is outside "
     "its tolerance",
     0, 0, NULL},
    {"format", '\0', OPTION_WORD, "table|csv|json|markdown", "form of the margins", 0, 0,
     "table on a terminal, else csv"},
    OPTION_RULES,
    OPTION_THREADS,
    OPTION_HELP,
    OPTION_END,
};

const command command_synth = {
    .name = "synth",
    .operands = "",
    .operand_kind = OPTION_TEXT,
    .summary = "make up people to try things on",
    .description =
        "Writes the three CSV files of a made-up Brussels. Nobody in them exists. Who is entitled is what "
        "the "
        "rules say of everything that is true of these people; who receives is drawn so that the published "
        "rates "
        "of non-take-up come out. The files hold what files hold, with gaps; '--with truth' writes the truth "
        "beside them, and with '--missing 0' there are no gaps.",
    .example = "ayant synth --households 20000 --seed 1 --output made",
    .options = options,
    .run = run,
};

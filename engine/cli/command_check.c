/*
 * ayant check: what a folder of rules holds, and what must be mended in it.
 */
#include "access.h"

static int wants_people(const invocation *given)
{
    static const char *const names[] = {"caseload", "persons", "households", "relations", "rejects"};
    int wanted = 0;

    for (size_t i = 0; i < sizeof names / sizeof *names; i++)
        wanted |= option_given(given, names[i]);
    return wanted;
}

static int run(invocation *given)
{
    ayant_report_options options = report_options(given, AYANT_TABLE);
    size_t problems = 0;
    ayant_status status;
    output out;
    work w;
    int result;

    if (option_given(given, "format") || option_given(given, "output"))
        options.format = format_of(given);
    if ((result = work_start(&w)) || (result = work_rules(&w, given, given->operands, given->operand_count)))
        goto end;
    if (wants_people(given) && (result = work_people(&w, given, option_value(given, "caseload"))))
        goto end;
    if (output_open(&out, option_value(given, "output")) < 0) {
        result = EXIT_ERROR;
        goto end;
    }
    status = w.people ? ayant_check_people(w.engine, w.rules, w.people, &options, &out.sink, &problems)
                      : ayant_check(w.engine, w.rules, &options, &out.sink, &problems);
    result = work_finish(&w, &out, status);
    if (result == EXIT_DONE && problems)
        result = EXIT_ERROR;
end:
    work_end(&w);
    return result;
}

static const option options[] = {
    OPTION_RULES,
    OPTION_ON,
    {"caseload", '\0', OPTION_FILE, "FILE", "count the answers of this caseload that rest on each figure", 0,
     0, NULL},
    OPTION_PERSONS(0),
    OPTION_HOUSEHOLDS(0),
    OPTION_RELATIONS,
    OPTION_REJECTS,
    OPTION_KEY,
    OPTION_WHO,
    OPTION_PURPOSE,
    {"verbose", 'v', OPTION_FLAG, NULL, "say more on each point", 0, 0, NULL},
    {"format", '\0', OPTION_WORD, "table|csv|json", "form of the answer", 0, 0, "table"},
    OPTION_OUTPUT,
    OPTION_LANGUAGE,
    OPTION_HELP,
    OPTION_END,
};

const command command_check = {
    .name = "check",
    .operands = "[FOLDER...]",
    .most = MOST_OPERANDS,
    .operand_kind = OPTION_FOLDER,
    .summary = "check a folder of rules",
    .description =
        "Reads a folder of rules and says what is in it: types, units, dates, parameters that nobody has "
        "verified yet, labels that are missing in Dutch. Each folder more is laid over the ones before, and "
        "what it replaces is listed. A figure whose last row is over a year old is listed too: still so?\n\n"
        "With a caseload, or CSV files of people, each figure that is not verified comes with the number of "
        "answers that would change if it were not known; the most come first.\n\n"
        "The exit status is 2 when something must be mended.",
    .example = "ayant check rules/be",
    .options = options,
    .run = run,
};

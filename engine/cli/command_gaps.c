/*
 * ayant gaps: which missing facts to ask for first, over a whole caseload.
 */
#include "access.h"

static int run(invocation *given)
{
    ayant_format format = format_of(given);
    ayant_report_options options = report_options(given, format);
    const char *caseload = given->operand_count ? given->operands[0] : NULL;
    uint64_t threads;
    size_t facts = 0;
    output out = {0};
    work w;
    int result;

    if (option_number(given, "threads", 256, 0, &threads) < 0)
        return EXIT_ERROR;
    if ((result = work_start(&w)) || (result = work_rules(&w, given, NULL, 0)))
        goto end;
    if (output_open(&out, option_value(given, "output")) < 0) {
        result = EXIT_ERROR;
        goto end;
    }
    if ((result = work_people(&w, given, caseload)) || (result = work_screen(&w, given, 0)))
        goto end;
    result = work_finish(
        &w, &out, ayant_gaps(w.engine, w.rules, w.run, (unsigned)threads, &options, &out.sink, &facts));
    if (result == EXIT_DONE && !facts)
        result = EXIT_NOTHING;
end:
    output_drop(&out);
    work_end(&w);
    return result;
}

static const option options[] = {
    OPTION_PERSONS(0),
    OPTION_HOUSEHOLDS(0),
    OPTION_RELATIONS,
    OPTION_REJECTS,
    OPTION_RULES,
    OPTION_KEY,
    OPTION_WHO,
    OPTION_PURPOSE,
    OPTION_ON,
    {"format", '\0', OPTION_WORD, "table|csv|json", "form of the answer", 0, 0,
     "table on a terminal, else csv"},
    OPTION_OUTPUT,
    OPTION_STRICT,
    OPTION_THREADS,
    OPTION_LANGUAGE,
    OPTION_HELP,
    OPTION_END,
};

const command command_gaps = {
    .name = "gaps",
    .operands = "[CASELOAD]",
    .most = 1,
    .operand_kind = OPTION_FILE,
    .summary = "say which missing facts, once asked for, would settle the most answers",
    .description =
        "Ranks the facts that are missing: of how many people each is to be asked (households, for a fact of "
        "the household), how many open answers it would settle on its own, and how many euros a year those "
        "answers are worth at most.\n\n"
        "The number settled is an expectation: each fact is given values of people of about the same age for "
        "whom it is known. Facts asked together settle more than each alone.\n\n"
        "The exit status is 1 when nothing is missing.",
    .example = "ayant gaps caseload.db --on 2026-03-01",
    .options = options,
    .run = run,
};

/*
 * ayant test: the cases written beside the rules.
 */
#include "steps.h"

static int run(invocation *given)
{
    ayant_report_options options = report_options(given, AYANT_TABLE);
    size_t passed = 0, failed = 0;
    ayant_status status;
    output out;
    work w;
    int result;

    if (option_given(given, "format"))
        options.format = format_of(given);
    if ((result = work_start(&w)) || (result = work_rules(&w, given, given->operands, given->operand_count)))
        goto end;
    output_open(&out, NULL);
    status = ayant_test(w.engine, w.rules, &options, &out.sink, &passed, &failed);
    result = work_finish(&w, &out, status);
    if (result != EXIT_ERROR)
        result = failed ? EXIT_ERROR : passed ? EXIT_DONE : EXIT_NOTHING;
end:
    work_end(&w);
    return result;
}

static const option options[] = {
    OPTION_RULES,
    {"verbose", 'v', OPTION_FLAG, NULL, "name every case, not only those that fail", 0, 0, NULL},
    {"format", '\0', OPTION_WORD, "table|csv|json", "form of the answer", 0, 0, "table"},
    OPTION_LANGUAGE,
    OPTION_HELP,
    OPTION_END,
};

const command command_test = {
    .name = "test",
    .operands = "[FOLDER...]",
    .most = MOST_OPERANDS,
    .operand_kind = OPTION_FOLDER,
    .summary = "run the cases of a folder of rules",
    .description = "Runs each 'case' of the rule files and compares what the rules answer with what the case "
                   "expects.\n\n"
                   "The exit status is 2 when a case fails, 1 when there is no case.",
    .example = "ayant test rules/be -v",
    .options = options,
    .run = run,
};

/*
 * ayant record: the record of article 30 of the GDPR.
 */
#include "access.h"

static int run(invocation *given)
{
    const char *caseload = given->operand_count ? given->operands[0] : NULL;
    ayant_paper_options options = paper_options(given);
    output out = {0};
    work w;
    int result;

    if ((result = work_start(&w)) || (result = work_rules(&w, given, NULL, 0)) ||
        (caseload && (result = access_key(&w, given, caseload, 0))))
        goto end;
    if (output_open(&out, option_value(given, "output")) < 0) {
        result = EXIT_ERROR;
        goto end;
    }
    result = work_finish(&w, &out, ayant_record(w.engine, w.rules, caseload, &options, &out.sink));
end:
    output_drop(&out);
    work_end(&w);
    return result;
}

static const option options[] = {OPTION_RULES,        OPTION_KEY,    OPTION_PAPER_LANGUAGE,
                                 OPTION_PAPER_FORMAT, OPTION_OUTPUT, OPTION_HELP,
                                 OPTION_END};

const command command_record = {
    .name = "record",
    .operands = "[CASELOAD]",
    .most = 1,
    .operand_kind = OPTION_FILE,
    .summary = "write the record of processing that the GDPR asks for",
    .description = "Writes the record of article 30 of the GDPR, in French or Dutch: purposes, legal basis, "
                   "persons, data with "
                   "their sources, sensitive data, recipients, periods, security. What only the controller "
                   "knows is left blank "
                   "and marked. With a caseload, its figures, periods and state are filled in.",
    .example = "ayant record caseload.db --language fr --format html --output record.html",
    .options = options,
    .run = run,
};

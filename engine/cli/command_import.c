/*
 * ayant import: CSV files into a caseload, all or nothing.
 */
#include <inttypes.h>
#include <stdio.h>

#include "access.h"

static int run(invocation *given)
{
    ayant_inputs inputs = inputs_of(given);
    ayant_import_counts counts = {0};
    ayant_status status;
    work w;
    int result;

    inputs.changes = option_value(given, "changes");
    inputs.on = option_value(given, "on");
    if ((result = work_start(&w)) || (result = work_rules(&w, given, NULL, 0)) ||
        (result = access_open(&w, given, given->operands[0], NULL)))
        goto end;
    status = ayant_import(w.engine, w.rules, given->operands[0], &inputs, &talk_sink, &counts);
    if (status < 0) {
        result = work_failed(&w, NULL);
        goto end;
    }
    progress_erase(&w.bar);
    say_counts(&counts);
    if (inputs.changes && counts.again && !counts.not_compared)
        fprintf(stderr, "%-16s %12" PRIu64 "\n", "findings changed", counts.findings_changed);
    result = counts.persons ? EXIT_DONE : EXIT_NOTHING;
end:
    work_end(&w);
    return result;
}

#define OPTION_CHANGES                                                                                       \
    {                                                                                                        \
        "changes", '\0', OPTION_FILE, "FILE",                                                                \
            "write here who is new, gone or moved, and whose income, receipt or findings changed", 0, 0,     \
            NULL                                                                                             \
    }

static const option options[] = {
    OPTION_HOUSEHOLDS(1), OPTION_PERSONS(1), OPTION_RELATIONS, OPTION_REJECTS, OPTION_CHANGES, OPTION_ON,
    OPTION_RULES,         OPTION_KEY,        OPTION_WHO,       OPTION_PURPOSE, OPTION_HELP,    OPTION_END,
};

const command command_import = {
    .name = "import",
    .operands = "CASELOAD",
    .least = 1,
    .most = 1,
    .operand_kind = OPTION_FILE,
    .summary = "read CSV files into a caseload",
    .description =
        "Reads households, persons and relations into one file, and replaces what it held. The import is "
        "one transaction: when it fails or is interrupted, the caseload is as it was. The caseload keeps a "
        "journal of imports and contact lists, in counts.\n\n"
        "Over a caseload that held people, an import says how many are new, gone and moved, and of how many "
        "the "
        "income or what they receive changed. '--changes' writes each of them to a file, with the findings "
        "that "
        "are others than before on the date '--on'; it needs memory for both caseloads.\n\n"
        "An empty cell is unknown: never zero, never no. A cell that cannot be read is unknown too, and goes "
        "to the file of rejects with its line, its column and the reason.",
    .example =
        "ayant import caseload.db --persons persons.csv --households households.csv --rejects rejects.csv",
    .options = options,
    .run = run,
};

/*
 * ayant import: files into a caseload, all or nothing.
 */
#include <inttypes.h>
#include <stdio.h>
#include "access.h"

/* A mapping proposed for one file; nothing else is done. */
static int suggest(const invocation *given, const char *file)
{
    size_t placed = 0;
    output out = {0};
    work w;
    int result;

    if ((result = work_start(&w)) || (result = work_rules(&w, given, NULL, 0)))
        goto end;
    if (output_open(&out, option_value(given, "output")) < 0) {
        result = EXIT_ERROR;
        goto end;
    }
    result =
        work_finish(&w, &out, ayant_suggest(w.engine, w.rules, file, language_of(given), &out.sink, &placed));
    if (result != EXIT_ERROR)
        say("ayant: %zu columns of '%s' give a fact: read the proposal before you import", placed, file);
end:
    output_drop(&out);
    work_end(&w);
    return result;
}

/* What would be taken, in a table; no caseload is opened. */
static int dry_run(const invocation *given)
{
    ayant_format format = format_of(given);
    ayant_report_options options = report_options(given, format);
    ayant_inputs inputs = inputs_of(given);
    ayant_import_counts counts = {0};
    output out = {0};
    work w;
    int result;

    if ((result = work_start(&w)) || (result = work_rules(&w, given, NULL, 0)))
        goto end;
    if (output_open(&out, option_value(given, "output")) < 0) {
        result = EXIT_ERROR;
        goto end;
    }
    result = work_finish(
        &w, &out, ayant_import_preview(w.engine, w.rules, &inputs, &talk_sink, &options, &out.sink, &counts));
    if (result != EXIT_ERROR) {
        say_counts(&counts);
        say("ayant: a dry run: nothing was imported");
        result = counts.persons ? EXIT_DONE : EXIT_NOTHING;
    }
end:
    output_drop(&out);
    work_end(&w);
    return result;
}

static int run(invocation *given)
{
    ayant_inputs inputs = inputs_of(given);
    ayant_import_counts counts = {0};
    ayant_status status;
    work w;
    int result;

    if (option_given(given, "suggest"))
        return suggest(given, option_value(given, "suggest"));
    if (option_given(given, "dry-run"))
        return dry_run(given);
    if (!given->operand_count)
        return say_error("U07", "'ayant import' needs CASELOAD: see 'ayant import --help'"), EXIT_ERROR;
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
    OPTION_HOUSEHOLDS(0),
    OPTION_PERSONS(0),
    OPTION_RELATIONS,
    OPTION_REJECTS,
    OPTION_CHANGES,
    OPTION_ON,
    OPTION_RULES,
    {"file", '\0', OPTION_FILE, "FILE",
     "one file with a row a person, instead of the three; '-' is standard input; needs '--map'", 0, 0, NULL},
    {"map", '\0', OPTION_FILE, "FILE", "a mapping: which column gives which fact (rules/MAPPING.md)", 0, 0,
     NULL},
    {"repairs", '\0', OPTION_FILE, "FILE",
     "list each cell that was repaired, with its line, without its value; needs '--map'", 0, 0, NULL},
    {"suggest", '\0', OPTION_FILE, "FILE",
     "propose a mapping for this file, from the names of its columns in French and Dutch", 0, 0, NULL},
    {"dry-run", '\0', OPTION_FLAG, NULL,
     "import nothing: print, by column, what would be taken, what is empty and what is refused", 0, 0, NULL},
    {"format", '\0', OPTION_WORD, "table|csv|json", "form of the table of '--dry-run'", 0, 0,
     "table on a terminal, else csv"},
    OPTION_OUTPUT,
    OPTION_LANGUAGE,
    OPTION_KEY,
    OPTION_WHO,
    OPTION_PURPOSE,
    OPTION_HELP,
    OPTION_END,
};

const command command_import = {
    .name = "import",
    .operands = "[CASELOAD]",
    .least = 0,
    .most = 1,
    .operand_kind = OPTION_FILE,
    .summary = "read files into a caseload",
    .description =
        "Reads households, persons and relations into one file, and replaces what it held. The import is "
        "one transaction: when it fails or is interrupted, the caseload is as it was. The caseload keeps a "
        "journal of imports and contact lists, in counts.\n\n"
        "Over a caseload that held people, an import says how many are new, gone and moved, and of how many "
        "the "
        "income or what they receive changed. '--changes' writes each of them to a file, with the findings "
        "that "
        "are others than before on the date '--on'; it needs memory for both caseloads.\n\n"
        "A file that an office exports needs no editing: '--suggest' proposes a mapping, which says what "
        "each "
        "column gives; '--dry-run' shows what would be taken; '--file' and '--map' import. What is repaired "
        "or passed over is counted in the notes, and listed with '--repairs'.\n\n"
        "An empty cell is unknown: never zero, never no. A cell that cannot be read is unknown too, and goes "
        "to the file of rejects with its line, its column and the reason.",
    .example =
        "ayant import caseload.db --persons persons.csv --households households.csv --rejects rejects.csv",
    .options = options,
    .run = run,
};

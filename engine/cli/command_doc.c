/*
 * ayant doc: the rules as pages to read.
 */
#include "steps.h"

static int run(invocation *given)
{
    ayant_report_options options = report_options(given, AYANT_HTML);
    const char *folder = option_value(given, "output");
    work w;
    int result;

    if ((result = work_start(&w)) || (result = work_rules(&w, given, given->operands, given->operand_count)))
        goto end;
    if (ayant_document(w.engine, w.rules, &options, folder) < 0)
        result = work_failed(&w, NULL);
    else
        say("%s/index.html", folder);
end:
    work_end(&w);
    return result;
}

static const option options[] = {
    {"output", 'o', OPTION_FOLDER, "FOLDER", "where the pages go; made when it is missing", 1, 0, NULL},
    OPTION_RULES,
    OPTION_ON,
    OPTION_HELP,
    OPTION_END,
};

const command command_doc = {
    .name = "doc",
    .operands = "[FOLDER...]",
    .most = MOST_OPERANDS,
    .operand_kind = OPTION_FOLDER,
    .summary = "write the rules as pages to read, in French and Dutch",
    .description = "Writes index.html and, for each right, one page in French and one in Dutch: conditions "
                   "and articles, "
                   "every formula as it is written and in words, every figure with its dates, its source and "
                   "how sure it "
                   "is, what a person judges, what is presumed, what is asked, and the cases.\n\n"
                   "The pages load nothing from elsewhere and need no script: open index.html.",
    .example = "ayant doc rules/be --output site",
    .options = options,
    .run = run,
};

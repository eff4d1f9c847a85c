/*
 * ayant explain: why, for one person.
 */
#include <string.h>

#include "access.h"

static ayant_format form(const invocation *given)
{
    const char *format = option_value(given, "format");

    if (format && strcmp(format, "json") == 0)
        return AYANT_JSON;
    return format && strcmp(format, "html") == 0 ? AYANT_HTML : AYANT_TEXT;
}

static int run(invocation *given)
{
    ayant_explain_options options = {.on = option_value(given, "on"),
                                     .right = option_value(given, "right"),
                                     .language = language_of(given),
                                     .format = form(given),
                                     .strict = option_given(given, "strict")};
    const char *caseload = given->operand_count == 2 ? given->operands[0] : NULL;
    const char *person = given->operands[given->operand_count - 1];
    ayant_status status;
    output out;
    work w;
    int result;

    if ((result = work_start(&w)) || (result = work_rules(&w, given, NULL, 0)) ||
        (result = work_person(&w, given, caseload, person)))
        goto end;
    if (output_open(&out, option_value(given, "output")) < 0) {
        result = EXIT_ERROR;
        goto end;
    }
    status = ayant_explain(w.engine, w.rules, w.people, person, &options, &out.sink);
    result = work_finish(&w, &out, status);
end:
    work_end(&w);
    return result;
}

static const option options[] = {
    {"right", '\0', OPTION_TEXT, "RIGHT", "explain this right alone", 0, 0, "every right"},
    OPTION_PERSONS(0),
    OPTION_HOUSEHOLDS(0),
    OPTION_RELATIONS,
    OPTION_RULES,
    OPTION_KEY,
    OPTION_WHO,
    OPTION_PURPOSE,
    OPTION_ON,
    OPTION_LANGUAGE,
    {"format", '\0', OPTION_WORD, "text|json|html", "form of the answer", 0, 0, "text"},
    OPTION_OUTPUT,
    OPTION_STRICT,
    OPTION_HELP,
    OPTION_END,
};

const command command_explain = {
    .name = "explain",
    .operands = "[CASELOAD] PERSON",
    .least = 1,
    .most = 2,
    .operand_kind = OPTION_FILE,
    .summary = "say why, for one person, article by article",
    .description =
        "Shows how the answer for one person comes about: each condition with its article, each amount with "
        "its date and source, what was presumed, what is still to be asked, and what only a person can "
        "judge.",
    .example = "ayant explain caseload.db P001 --right ris --on 2026-03-01 --language fr",
    .options = options,
    .run = run,
};

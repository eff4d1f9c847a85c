/*
 * ayant contacts: a draft list of people to contact, for a named person to sign.
 */
#include <stdio.h>
#include <string.h>

#include "access.h"

/* The head goes before a table on standard output; beside data for programs it is talk, unless it has its
 * file. */
static int open_head(output *head, const invocation *given, const output *out, ayant_format format,
                     const ayant_sink **sink)
{
    const char *path = option_value(given, "head");

    if (output_open(head, path) < 0)
        return EXIT_ERROR;
    if (path)
        *sink = &head->sink;
    else
        *sink = format == AYANT_TABLE ? &out->sink : &talk_sink;
    return 0;
}

static int fill(ayant_contact_options *options, const invocation *given, ayant_format format)
{
    int to_file = option_given(given, "output");
    uint64_t capacity;

    if (option_number(given, "capacity", 1000000000, 0, &capacity) < 0)
        return EXIT_ERROR;
    *options = (ayant_contact_options){
        .purpose = option_value(given, "purpose"),
        .legal_basis = option_value(given, "legal-basis"),
        .author = option_value(given, "author"),
        .signatory = option_value(given, "signatory"),
        .from = option_value(given, "from"),
        .until = option_value(given, "until"),
        .delete_on = option_value(given, "delete-on"),
        .profile = option_value(given, "profile"),
        .rights = option_value(given, "rights"),
        .postal_codes = option_value(given, "postal-codes"),
        .capacity = (size_t)capacity,
        .format = format,
        .width = to_file ? 0 : terminal_width(1),
        .colour = !to_file && wants_colour(1),
    };
    return 0;
}

static int draw(work *w, const invocation *given, ayant_contact_options *options)
{
    ayant_status status;
    size_t households = 0;
    output out, head;
    int result;

    if (output_open(&out, option_value(given, "output")) < 0)
        return EXIT_ERROR;
    if ((result = open_head(&head, given, &out, options->format, &options->head))) {
        output_drop(&out);
        return result;
    }
    status =
        ayant_contacts(w->engine, w->people, w->run, given->operands[0], options, &out.sink, &households);
    result = work_finish(w, &out, status);
    if (result == EXIT_ERROR)
        output_drop(&head);
    else if (output_keep(&head) < 0)
        result = EXIT_ERROR;
    return result;
}

static int run(invocation *given)
{
    ayant_contact_options options;
    work w;
    int result, worker = strcmp(option_value(given, "profile"), "worker") == 0;

    if (fill(&options, given, format_of(given)))
        return EXIT_ERROR;
    if ((result = work_start(&w)) || (result = work_rules(&w, given, NULL, 0)) ||
        (result = work_people(&w, given, given->operands[0])) || (result = work_screen(&w, given, worker)))
        goto end;
    result = draw(&w, given, &options);
end:
    work_end(&w);
    return result;
}

static const option options[] = {
    {"purpose", '\0', OPTION_TEXT, "TEXT", "what the contacts are for", 1, 0, NULL},
    {"legal-basis", '\0', OPTION_TEXT, "TEXT", "the text that allows this use of the data", 1, 0, NULL},
    {"author", '\0', OPTION_TEXT, "NAME", "who draws up the list", 1, 0, NULL},
    {"signatory", '\0', OPTION_TEXT, "NAME", "who will read and sign the list", 1, 0, NULL},
    {"from", '\0', OPTION_DATE, "DATE", "first day of the contacts", 1, 0, NULL},
    {"until", '\0', OPTION_DATE, "DATE", "last day of the contacts", 1, 0, NULL},
    {"delete-on", '\0', OPTION_DATE, "DATE", "the day on which the list must be deleted", 1, 0, NULL},
    {"profile", '\0', OPTION_WORD, "worker|relay|manager|researcher",
     "who the list is for: it decides what is shown", 1, 0, NULL},
    {"rights", '\0', OPTION_TEXT, "RIGHTS", "only these rights, as in 'ris,grapa'", 0, 0,
     "all the profile may see"},
    {"postal-codes", '\0', OPTION_TEXT, "CODES", "only these places, as in '1080,1030'", 0, 0, "everywhere"},
    {"capacity", '\0', OPTION_NUMBER, "N", "at most so many households; the others are counted", 0, 0, "all"},
    OPTION_RULES,
    OPTION_KEY,
    OPTION_WHO,
    OPTION_ON,
    {"format", '\0', OPTION_WORD, "table|csv|json", "form of the list", 0, 0,
     "table on a terminal, else csv"},
    OPTION_OUTPUT,
    {"head", '\0', OPTION_FILE, "FILE", "write the head that is signed here", 0, 0,
     "above a table, else on standard error"},
    OPTION_STRICT,
    OPTION_THREADS,
    OPTION_HELP,
    OPTION_END,
};

const command command_contacts = {
    .name = "contacts",
    .operands = "CASELOAD",
    .least = 1,
    .most = 1,
    .operand_kind = OPTION_FILE,
    .summary = "draft a list of people to contact",
    .description =
        "Draws up a list of households that seem to have a right and are not known to receive it. The list "
        "is a draft: a named person signs it, and nothing is sent. Who objected is not on it. Its head says "
        "the purpose, the legal basis, the author, the signatory, the period, the day of deletion, the "
        "order of the list and how many people each step left out. Each drawing is written in the journal "
        "of the caseload.\n\n"
        "The profile decides what is shown. worker: one line a household, with names, reasons and questions "
        "to ask. relay: counts by place and language. manager, researcher: counts by place and right. "
        "Counts under five are not shown.",
    .example =
        "ayant contacts caseload.db --profile worker --purpose 'offer the RIS' --legal-basis 'loi du 26 mai "
        "2002' --author 'A. Author' --signatory 'S. Signatory' --from 2026-03-01 --until 2026-04-30 "
        "--delete-on "
        "2026-06-30 --rights ris --capacity 40 --output list.csv --head head.txt",
    .options = options,
    .run = run,
};

/*
 * ayant screen: each person, each right, on a date.
 */
#include <inttypes.h>

#include "access.h"

static ayant_status write_answers(work *w, const invocation *given, ayant_format format,
                                  const ayant_sink *out)
{
    ayant_report_options options = report_options(given, format);

    if (option_given(given, "summary"))
        return ayant_run_summary(w->engine, w->run, &options, out);
    return ayant_run_write(w->engine, w->run, format, out);
}

/* Beside a table of rows, the sums are talk. */
static void say_summary(work *w, const invocation *given, ayant_format format)
{
    ayant_report_options options = report_options(given, AYANT_TABLE);

    if (format != AYANT_TABLE || option_given(given, "summary"))
        return;
    options.colour = wants_colour(2);
    options.width = terminal_width(2);
    if (ayant_run_summary(w->engine, w->run, &options, &talk_sink) < 0)
        say_failure(w->engine);
}

static void say_withheld(const work *w, int worker)
{
    uint64_t withheld = ayant_run_withheld(w->run);

    if (!worker && withheld)
        say("ayant: %" PRIu64
            " rows that only a social worker may see were left out ('--profile worker' keeps them)",
            withheld);
}

/* How near each "no" is, beside the answers. */
static int write_refusals(work *w, const invocation *given, output *why)
{
    uint64_t threads;

    if (!option_given(given, "why"))
        return EXIT_DONE;
    if (option_number(given, "threads", 256, 0, &threads) < 0)
        return EXIT_ERROR;
    return work_finish(w, why,
                       ayant_run_refusals(w->engine, w->rules, w->run, (unsigned)threads, &why->sink));
}

/* A research project gets pseudonyms of its own key, and no row that only a worker may see. */
static int take_names_away(work *w, const invocation *given)
{
    const char *key = option_value(given, "pseudonyms");

    if (!key)
        return EXIT_DONE;
    if (option_given(given, "profile")) {
        say_error("U42", "'--pseudonyms' and '--profile worker' do not go together: give one of them");
        return EXIT_ERROR;
    }
    return ayant_people_pseudonyms(w->engine, w->people, key) < 0 ? work_failed(w, NULL) : EXIT_DONE;
}

/* Rows about people leave the caseload: its index of lists says so before they do. */
static int note_list(work *w, const invocation *given, const char *caseload)
{
    const char *profile = option_given(given, "pseudonyms") ? "researcher"
                          : option_given(given, "profile")  ? "worker"
                                                            : "answers";

    if (!caseload || option_given(given, "summary") || ayant_not_journalled(w->engine))
        return EXIT_DONE;
    return ayant_note_list(w->engine, caseload, profile, option_value(given, "delete-on")) < 0
               ? work_failed(w, NULL)
               : EXIT_DONE;
}

static int run(invocation *given)
{
    ayant_format format = format_of(given);
    int worker = option_given(given, "profile");
    const char *caseload = given->operand_count ? given->operands[0] : NULL;
    ayant_status status;
    output out = {0}, why = {0};
    work w;
    int result;

    if ((result = work_start(&w)) || (result = work_rules(&w, given, NULL, 0)))
        goto end;
    /* before the long work, so that a path that cannot be written is known at once */
    if (output_open(&out, option_value(given, "output")) < 0 ||
        (option_given(given, "why") && output_open(&why, option_value(given, "why")) < 0)) {
        result = EXIT_ERROR;
        goto end;
    }
    if ((result = work_people(&w, given, caseload)) || (result = work_screen(&w, given, worker)) ||
        (result = take_names_away(&w, given)) || (result = note_list(&w, given, caseload)))
        goto end;
    status = write_answers(&w, given, format, &out.sink);
    result = work_finish(&w, &out, status);
    if (result == EXIT_ERROR || (result = write_refusals(&w, given, &why)) == EXIT_ERROR)
        goto end;
    say_summary(&w, given, format);
    say_withheld(&w, worker);
    result = ayant_run_findings(w.run) ? EXIT_DONE : EXIT_NOTHING;
end:
    output_drop(&out);
    output_drop(&why);
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
    {"why", '\0', OPTION_FILE, "FILE",
     "write here, for each 'no' of an adult, what fails first and how far it is, as CSV", 0, 0, NULL},
    {"summary", '\0', OPTION_FLAG, NULL, "only the sums by right, without people", 0, 0, NULL},
    {"profile", '\0', OPTION_WORD, "worker", "keep the rows that only a social worker may see", 0, 0, NULL},
    {"pseudonyms", '\0', OPTION_FILE, "FILE",
     "write pseudonyms instead of ids, made with the key in this file: one a project", 0, 0, NULL},
    {"delete-on", '\0', OPTION_DATE, "DATE",
     "the day on which the answers must be deleted; goes to the caseload", 0, 0, NULL},
    OPTION_STRICT,
    OPTION_THREADS,
    OPTION_LANGUAGE,
    OPTION_HELP,
    OPTION_END,
};

const command command_screen = {
    .name = "screen",
    .operands = "[CASELOAD]",
    .most = 1,
    .operand_kind = OPTION_FILE,
    .summary = "find rights that people have and do not receive",
    .description =
        "Says for each person and each right, on a date: yes, no or unknown, between which amounts a month, "
        "how certain, and which facts would settle it. It reads a caseload, or files directly.\n\n"
        "Of people who receive a right nothing is said but that. Rows come in the order of the input, then "
        "by right. The answers are for a social worker to look into: they decide nothing.\n\n"
        "The exit status is 1 when nobody is found.",
    .example = "ayant screen caseload.db --on 2026-03-01 --format csv --output answers.csv",
    .options = options,
    .run = run,
};

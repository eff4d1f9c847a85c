/*
 * ayant journal: who looked at a caseload, when and why.
 */
#include <inttypes.h>

#include "access.h"

static void say_state(const ayant_journal_state *state)
{
    say("ayant: the journal is whole: lines %" PRIu64 " to %" PRIu64, state->first, state->last);
    if (state->expected_line)
        say("ayant: the hash that was noted is that of line %" PRIu64, state->expected_line);
    say("ayant: note this hash elsewhere, for '--expect': %s", state->hash);
}

static int run(invocation *given)
{
    ayant_format format = format_of(given);
    int to_file = option_given(given, "output");
    ayant_journal_options options = {.person = option_value(given, "person"),
                                     .since = option_value(given, "since"),
                                     .expect = option_value(given, "expect"),
                                     .only_check = option_given(given, "verify"),
                                     .format = format,
                                     .width = to_file ? 0 : terminal_width(1),
                                     .colour = !to_file && wants_colour(1)};
    ayant_journal_state state = {0};
    ayant_status status;
    output out = {0};
    work w;
    int result;

    if ((result = work_start(&w)) || (result = access_key(&w, given, given->operands[0], 0)))
        goto end;
    if (output_open(&out, option_value(given, "output")) < 0) {
        result = EXIT_ERROR;
        goto end;
    }
    status = ayant_journal(w.engine, given->operands[0], &options, &out.sink, &state);
    if (status < 0 && state.hash[0]) { /* the lines are worth keeping when the chain is broken */
        result = say_failure(w.engine);
        output_keep(&out);
        goto end;
    }
    result = work_finish(&w, &out, status);
    if (result != EXIT_ERROR)
        say_state(&state);
end:
    output_drop(&out);
    work_end(&w);
    return result;
}

static const option options[] = {
    {"verify", '\0', OPTION_FLAG, NULL, "only check that nothing was changed; write no line", 0, 0, NULL},
    {"expect", '\0', OPTION_TEXT, "HASH", "a hash noted earlier: check that its line is still there", 0, 0,
     NULL},
    {"person", '\0', OPTION_TEXT, "ID", "lines about this person, and those about everybody", 0, 0,
     "all lines"},
    {"since", '\0', OPTION_DATE, "DATE", "lines from this day on", 0, 0, "all lines"},
    OPTION_KEY,
    {"format", '\0', OPTION_WORD, "table|csv|json", "form of the answer", 0, 0,
     "table on a terminal, else csv"},
    OPTION_OUTPUT,
    OPTION_HELP,
    OPTION_END,
};

const command command_journal = {
    .name = "journal",
    .operands = "CASELOAD",
    .least = 1,
    .most = 1,
    .operand_kind = OPTION_FILE,
    .summary = "show who looked at a caseload, and check that nothing was removed",
    .description =
        "Every command that reads or changes the people of a caseload leaves a line: who, when (UTC), what, "
        "why, "
        "about whom. Persons are pseudonyms that this caseload alone can make; a run over everybody says how "
        "many. "
        "A run that cannot be written down does not happen, except where nothing can be written at all.\n\n"
        "Each line holds the hash of itself and of the line before: a line that was changed, removed, added "
        "or "
        "moved shows, and the exit status is 2. Somebody who can write the file can also write the whole "
        "chain "
        "again. Against that, note the last hash elsewhere from time to time, and give it to '--expect'.\n\n"
        "Reading the journal reads no person and leaves no line.",
    .example = "ayant journal caseload.db --person P001 --since 2026-01-01",
    .options = options,
    .run = run,
};

/*
 * ayant outreach: who goes to people in Brussels, where, and how to reach them.
 */
#include <stdio.h>
#include <string.h>
#include <unistd.h>

#include "steps.h"

/* Where `make install` puts the files. */
#ifndef AYANT_OUTREACH_DIR
#define AYANT_OUTREACH_DIR "/usr/local/share/ayant/outreach"
#endif

static const char *find_folder(const invocation *given, char beside[LONGEST_PATH])
{
    const char *folder = option_value(given, "folder");

    if (folder)
        return folder;
    if (access("datasets/outreach", R_OK) == 0)
        return "datasets/outreach";
    return installed_beside("outreach", beside) ? beside : AYANT_OUTREACH_DIR;
}

static int run(invocation *given)
{
    ayant_format format = format_of(given);
    ayant_report_options report = report_options(given, format);
    ayant_outreach_options options = {.on = report.on,
                                      .postal_code = option_value(given, "postal-code"),
                                      .format = format,
                                      .language = report.language,
                                      .width = report.width,
                                      .colour = report.colour};
    char beside[LONGEST_PATH];
    const char *folder = find_folder(given, beside);
    size_t rows = 0, warnings = 0;
    output out = {0};
    work w;
    int result;

    if ((result = work_start(&w)))
        goto end;
    if (access(folder, R_OK) != 0) {
        result = EXIT_ERROR;
        say_error("U17", "there are no outreach files in '%s': give their folder with '--folder'", folder);
        goto end;
    }
    if (output_open(&out, option_value(given, "output")) < 0) {
        result = EXIT_ERROR;
        goto end;
    }
    /* who asks for one place reads the column "to check"; who asks for all is told file and line */
    result = work_finish(&w, &out,
                         ayant_outreach(w.engine, folder, &options, &out.sink,
                                        options.postal_code ? NULL : &talk_sink, &rows, &warnings));
    if (result == EXIT_DONE && options.postal_code && warnings)
        say("ayant: the column 'to check' says what may be out of date; 'ayant outreach' says it by file and "
            "line");
    if (result == EXIT_DONE && !rows)
        result = EXIT_NOTHING;
end:
    output_drop(&out);
    work_end(&w);
    return result;
}

static const option options[] = {
    {"postal-code", '\0', OPTION_TEXT, "CODE", "only what covers this postal code, or may", 0, 0,
     "everything"},
    OPTION_ON,
    {"folder", '\0', OPTION_FOLDER, "FOLDER", "where the outreach files are", 0, 0,
     "datasets/outreach here, else the installed ones"},
    {"format", '\0', OPTION_WORD, "table|csv|json", "form of the answer", 0, 0,
     "table on a terminal, else csv"},
    OPTION_OUTPUT,
    OPTION_LANGUAGE,
    OPTION_HELP,
    OPTION_END,
};

const command command_outreach = {
    .name = "outreach",
    .operands = "",
    .operand_kind = OPTION_TEXT,
    .summary = "list services that go to people in Brussels, and what to check before use",
    .description =
        "Lists outreach services with their territories, languages and contacts, and telephone lines, from "
        "the files of datasets/outreach. A service of the whole Region, or one whose territory is not "
        "known, is listed for every postal code.\n\n"
        "The column 'to_check', and notes on standard error with the file and the line, say what is out of "
        "date or not sure: expired (over, or no longer funded), not_yet, yearly (funded year by year), old "
        "(checked more than twelve months ago), unchecked, nowhere (no territory), unknown_place, "
        "other_place (a postal code of none of the communes named), bad_phone. These change no exit "
        "status; a broken file does.\n\n"
        "Nothing about people is read or written.",
    .example = "ayant outreach --postal-code 1080 --on 2026-03-01 --language nl",
    .options = options,
    .run = run,
};

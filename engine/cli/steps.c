/*
 * The steps commands share.
 */
#include "steps.h"

#include <inttypes.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "access.h"

/* Where `make install` puts the rules. */
#ifndef AYANT_RULES_DIR
#define AYANT_RULES_DIR "/usr/local/share/ayant/rules/be"
#endif

int work_start(work *w)
{
    *w = (work){0};
    w->engine = ayant_engine_new();
    if (!w->engine) {
        say_error("M01", "out of memory: close other programs");
        return EXIT_ERROR;
    }
    listen_to_interruptions();
    progress_start(&w->bar, w->engine, &w->progress);
    return 0;
}

void work_end(work *w)
{
    progress_erase(&w->bar);
    ayant_run_free(w->run);
    ayant_people_free(w->people);
    ayant_rules_free(w->rules);
    ayant_engine_free(w->engine);
}

int work_failed(work *w, const output *out)
{
    progress_erase(&w->bar);
    if (out && out->closed)
        return EXIT_DONE;
    if (is_interrupted()) {
        say_error("U16", "stopped, as asked: no file was changed");
        return EXIT_ERROR;
    }
    return say_failure(w->engine);
}

int work_finish(work *w, output *out, ayant_status status)
{
    progress_erase(&w->bar);
    if (status < 0) {
        int result = work_failed(w, out);

        output_drop(out);
        return result;
    }
    if (output_keep(out) < 0)
        return EXIT_ERROR;
    return status == AYANT_NONE ? EXIT_NOTHING : EXIT_DONE;
}

int installed_beside(const char *what, char out[LONGEST_PATH])
{
    ssize_t length = readlink("/proc/self/exe", out, LONGEST_PATH);
    char *slash;
    size_t at;

    if (length <= 0 || length >= LONGEST_PATH)
        return 0;
    out[length] = '\0';
    slash = strrchr(out, '/');
    if (!slash)
        return 0;
    at = (size_t)(slash - out);
    if ((size_t)snprintf(slash, LONGEST_PATH - at, "/../share/ayant/%s", what) >= LONGEST_PATH - at)
        return 0;
    return access(out, R_OK) == 0;
}

static int load(work *w, const char *const *folders, size_t count)
{
    if (ayant_rules_load(w->engine, folders, count, &w->rules) < 0)
        return work_failed(w, NULL);
    return 0;
}

int work_rules(work *w, const invocation *given, const char *const *folders, size_t count)
{
    const char *found = getenv("AYANT_RULES");
    char beside[LONGEST_PATH];

    if (count)
        return load(w, folders, count);
    folders = option_values(given, "rules", &count);
    if (count)
        return load(w, folders, count);
    if (!found || !*found) {
        if (access("rules/be", R_OK) == 0)
            found = "rules/be";
        else
            found = installed_beside("rules/be", beside) ? beside : AYANT_RULES_DIR;
    }
    if (access(found, R_OK) != 0) {
        say_error("U11", "there are no rules in '%s': give a folder with '--rules' or in AYANT_RULES", found);
        return EXIT_ERROR;
    }
    return load(w, &found, 1);
}

ayant_inputs inputs_of(const invocation *given)
{
    return (ayant_inputs){.households = option_value(given, "households"),
                          .persons = option_value(given, "persons"),
                          .relations = option_value(given, "relations"),
                          .rejects = option_value(given, "rejects"),
                          .file = option_value(given, "file"),
                          .map = option_value(given, "map"),
                          .repairs = option_value(given, "repairs")};
}

static void say_count(const char *name, uint64_t count)
{
    fprintf(stderr, "%-16s %12" PRIu64 "\n", name, count);
}

void say_counts(const ayant_import_counts *counts)
{
    say_count("households", counts->households);
    say_count("persons", counts->persons);
    say_count("relations", counts->relations);
    say_count("rows refused", counts->rows_rejected);
    say_count("cells refused", counts->cells_rejected);
    say_count("columns left out", counts->columns_ignored);
    if (counts->not_compared)
        say("ayant: what the caseload held could not be read any more, and was not compared");
    if (!counts->again || counts->not_compared)
        return;
    say_count("persons new", counts->persons_new);
    say_count("persons gone", counts->persons_gone);
    say_count("moved", counts->persons_moved);
    say_count("income changed", counts->income_changed);
    say_count("receipt changed", counts->receipt_changed);
}

static int check_inputs(const ayant_inputs *inputs, const char *caseload)
{
    int dashes = 0;
    const char *const paths[] = {inputs->households, inputs->persons, inputs->relations};

    for (size_t i = 0; i < 3; i++)
        dashes += paths[i] && strcmp(paths[i], "-") == 0;
    if (dashes > 1)
        return say_error("U12", "'-' is given for more than one file: standard input can be read once");
    if (caseload && (inputs->households || inputs->persons || inputs->relations))
        return say_error("U13", "give a caseload, or '--persons' and '--households', not both");
    if (!caseload && (!inputs->households || !inputs->persons))
        return say_error("U13", "give a caseload, or both '--persons' and '--households'");
    return 0;
}

int work_people(work *w, const invocation *given, const char *caseload)
{
    return work_person(w, given, caseload, NULL);
}

int work_person(work *w, const invocation *given, const char *caseload, const char *person)
{
    ayant_inputs inputs = inputs_of(given);
    ayant_import_counts counts = {0};

    if (check_inputs(&inputs, caseload) < 0)
        return EXIT_ERROR;
    if (caseload) {
        int result = access_open(w, given, caseload, person);

        if (result)
            return result;
        if (ayant_people_open(w->engine, w->rules, caseload, &w->people) < 0)
            return work_failed(w, NULL);
        if (ayant_not_journalled(w->engine))
            say("ayant: '%s' lies where nothing can be written: this reading is not in its journal",
                caseload);
        return 0;
    }
    if (ayant_people_read(w->engine, w->rules, &inputs, &talk_sink, &w->people, &counts) < 0)
        return work_failed(w, NULL);
    progress_erase(&w->bar);
    if (counts.rows_rejected || counts.cells_rejected)
        say("ayant: %" PRIu64 " rows and %" PRIu64 " cells were refused%s", counts.rows_rejected,
            counts.cells_rejected, inputs.rejects ? "" : "; '--rejects FILE' says which and why");
    return 0;
}

int work_screen(work *w, const invocation *given, int sensitive)
{
    ayant_screen_options options = {
        .on = option_value(given, "on"), .strict = option_given(given, "strict"), .sensitive = sensitive};
    uint64_t threads;

    if (option_number(given, "threads", 256, 0, &threads) < 0)
        return EXIT_ERROR;
    options.threads = (unsigned)threads;
    if (ayant_screen(w->engine, w->rules, w->people, &options, &w->run) < 0)
        return work_failed(w, NULL);
    progress_erase(&w->bar);
    return 0;
}

ayant_format format_of(const invocation *given)
{
    const char *format = option_value(given, "format"), *path = option_value(given, "output");
    size_t length = path ? strlen(path) : 0;

    if (!format && !path)
        return isatty(STDOUT_FILENO) ? AYANT_TABLE : AYANT_CSV;
    if (!format)
        return length > 5 && strcmp(path + length - 5, ".json") == 0 ? AYANT_JSON : AYANT_CSV;
    if (strcmp(format, "json") == 0)
        return AYANT_JSON;
    if (strcmp(format, "csv") == 0)
        return AYANT_CSV;
    if (strcmp(format, "html") == 0)
        return AYANT_HTML;
    return strcmp(format, "text") == 0 ? AYANT_TEXT : AYANT_TABLE;
}

ayant_language language_of(const invocation *given)
{
    const char *language = option_value(given, "language");

    if (!language)
        return system_language();
    if (strcmp(language, "fr") == 0)
        return AYANT_FR;
    return strcmp(language, "nl") == 0 ? AYANT_NL : AYANT_EN;
}

ayant_report_options report_options(const invocation *given, ayant_format format)
{
    int to_file = option_given(given, "output");

    return (ayant_report_options){.on = option_value(given, "on"),
                                  .format = format,
                                  .language = language_of(given),
                                  .verbose = option_given(given, "verbose"),
                                  .width = to_file ? 0 : terminal_width(STDOUT_FILENO),
                                  .colour = !to_file && wants_colour(STDOUT_FILENO)};
}

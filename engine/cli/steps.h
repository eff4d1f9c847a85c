/*
 * What most commands need: an engine, rules, people, a run.
 *
 * Each step gives 0, or EXIT_ERROR with the reason said; work_end frees what
 * the steps made, in the right order.
 */
#ifndef AYANT_CLI_STEPS_H
#define AYANT_CLI_STEPS_H

#include "../ayant.h"
#include "options.h"
#include "output.h"
#include "talk.h"

typedef struct work {
    ayant_engine *engine;
    ayant_rules *rules;
    ayant_people *people;
    ayant_run *run;
    progress_bar bar;
    ayant_progress progress;
} work;

#define LONGEST_PATH 4096

/* 1 and the path of what is installed with this program: ../share/ayant/WHAT, seen from where it lies. */
int installed_beside(const char *what, char out[LONGEST_PATH]);
int work_start(work *w);
/* `folders`: operands that name rules; 0 of them: --rules, else where rules usually are. */
int work_rules(work *w, const invocation *given, const char *const *folders, size_t count);
/* The caseload, or the CSV files of --persons and --households when `caseload` is NULL. */
int work_people(work *w, const invocation *given, const char *caseload);
/* The same, to look at one person only. */
int work_person(work *w, const invocation *given, const char *caseload, const char *person);
/* --on, --threads, --strict. */
int work_screen(work *w, const invocation *given, int sensitive);
void work_end(work *w);

/* Says the library's failure, without a bar in the way. A reader that went away is no failure: EXIT_DONE. */
int work_failed(work *w, const output *out);
/* Keeps the output of a call that gave `status`, or drops it; gives the exit status. */
int work_finish(work *w, output *out, ayant_status status);

ayant_inputs inputs_of(const invocation *given);
/* A table on a terminal; elsewhere CSV, or JSON for a file whose name ends in .json. */
ayant_format format_of(const invocation *given);
ayant_language language_of(const invocation *given);
ayant_report_options report_options(const invocation *given, ayant_format format);
/* What reading did, as lines on standard error. */
void say_counts(const ayant_import_counts *counts);

#endif

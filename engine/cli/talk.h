/*
 * Talking to a person: errors, notes and progress on standard error.
 *
 * Standard output is for data alone. Colours and progress are for terminals;
 * NO_COLOR turns colours off.
 */
#ifndef AYANT_CLI_TALK_H
#define AYANT_CLI_TALK_H

#include "../ayant.h"

enum { EXIT_DONE = 0, EXIT_NOTHING = 1, EXIT_ERROR = 2 };

/* "ayant: message [U01]"; returns -1, so that it can end a function that fails. */
int say_error(const char *id, const char *format, ...) __attribute__((format(printf, 2, 3)));
/* "ayant: FILE:LINE:COLUMN: message [ID]"; returns EXIT_ERROR. */
int say_failure(const ayant_engine *engine);
void say(const char *format, ...) __attribute__((format(printf, 1, 2)));

/* Sentences of the library, on standard error. */
extern const ayant_sink talk_sink;

int is_terminal(int descriptor);
int wants_colour(int descriptor);
size_t terminal_width(int descriptor); /* 0: not a terminal */
ayant_language system_language(void);

/* A bar on standard error; nothing when it is not a terminal. */
typedef struct progress_bar {
    int terminal;
    double started, drawn; /* seconds */
    char what[64];         /* the step of the work */
} progress_bar;

void progress_start(progress_bar *bar, ayant_engine *engine, ayant_progress *progress);
void progress_erase(progress_bar *bar);

/* After this, the first interruption (Ctrl-C) asks long work to stop; the second ends the program. */
void listen_to_interruptions(void);
int is_interrupted(void);

#endif

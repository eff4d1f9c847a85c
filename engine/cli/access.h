/*
 * Opening a caseload: the key, and what goes to its journal.
 *
 * A key is never on the command line, where other users of the machine could
 * read it: it comes from a file, from standard input, or is asked for.
 */
#ifndef AYANT_CLI_ACCESS_H
#define AYANT_CLI_ACCESS_H

#include "steps.h"

/* Each gives 0, or EXIT_ERROR with the reason said. `person`: the only one looked at; NULL: everybody. */
int access_open(work *w, const invocation *given, const char *caseload, const char *person);
int access_as(work *w, const invocation *given, const char *person);
/* `make` 1: the key is a new one, and asked for twice on a terminal. */
int access_key(work *w, const invocation *given, const char *caseload, int make);

#define OPTION_KEY                                                                                           \
    {                                                                                                        \
        "key-file", '\0', OPTION_FILE, "FILE",                                                               \
            "file of the key of a sealed caseload; '-' is standard input", 0, 0,                             \
            "$AYANT_KEY_FILE, else asked on the terminal"                                                    \
    }
#define OPTION_WHO                                                                                           \
    {                                                                                                        \
        "who", '\0', OPTION_TEXT, "NAME", "who does this; goes to the journal of the caseload", 0, 0,        \
            "the user of the system"                                                                         \
    }
#define OPTION_PURPOSE                                                                                       \
    {                                                                                                        \
        "purpose", '\0', OPTION_TEXT, "TEXT", "why; goes to the journal of the caseload", 0, 0,              \
            "that of the command"                                                                            \
    }

#define OPTION_REASON                                                                                        \
    {                                                                                                        \
        "purpose", '\0', OPTION_TEXT, "TEXT", "why; goes to the journal of the caseload", 1, 0, NULL         \
    }
#define OPTION_PAPER_LANGUAGE                                                                                \
    {                                                                                                        \
        "language", '\0', OPTION_WORD, "fr|nl", "language of the paper", 0, 0, "that of the system, else fr" \
    }
#define OPTION_PAPER_FORMAT                                                                                  \
    {                                                                                                        \
        "format", '\0', OPTION_WORD, "text|html|json", "form of the paper", 0, 0, "text"                     \
    }

/* --format and --language of a paper; text and French when they say nothing else. */
ayant_paper_options paper_options(const invocation *given);

#endif

/*
 * Commands and their options: one table each, from which everything is made.
 *
 * Parsing, --help, the manual page and the completions read the same table,
 * so an option cannot exist in one and be missing from another.
 */
#ifndef AYANT_CLI_OPTIONS_H
#define AYANT_CLI_OPTIONS_H

#include <stddef.h>
#include <stdint.h>

/* What a value is, for completions and checks. */
typedef enum option_kind {
    OPTION_FLAG,
    OPTION_TEXT,
    OPTION_WORD,
    OPTION_NUMBER,
    OPTION_DATE,
    OPTION_FILE,
    OPTION_FOLDER
} option_kind;

typedef struct option {
    const char *name; /* without dashes */
    char letter;      /* '\0': none */
    option_kind kind;
    const char *value; /* what help calls it: "FILE"; for OPTION_WORD the words: "table|csv|json" */
    const char *help;  /* one sentence, without a full stop */
    int required, repeated;
    const char *initial; /* what help says when it is not given; NULL: nothing */
} option;

#define MOST_OPTIONS 32
#define MOST_VALUES 16 /* of one repeated option */
#define MOST_OPERANDS 8

struct invocation;

typedef struct command {
    const char *name;
    const char *operands; /* "CASELOAD PERSON", "[CASELOAD]", "" */
    size_t least, most;   /* how many operands */
    option_kind operand_kind;
    const char *summary;     /* one line */
    const char *description; /* paragraphs, separated by an empty line */
    const char *example;
    const option *options; /* ended by a NULL name */
    int (*run)(struct invocation *given);
} command;

typedef struct invocation {
    const command *command;
    const char *values[MOST_OPTIONS][MOST_VALUES];
    size_t counts[MOST_OPTIONS];
    const char *operands[MOST_OPERANDS];
    size_t operand_count;
    int help; /* --help was given */
} invocation;

extern const command *const commands[]; /* ended by NULL */
const command *find_command(const char *name);
const char *nearest_command(const char *name); /* NULL when none is near */

/* 0, or -1 with the reason said on standard error. */
int parse_options(invocation *out, const command *c, int count, char **words);

/* The last value given, or NULL. The option must be in the command's table. */
const char *option_value(const invocation *given, const char *name);
int option_given(const invocation *given, const char *name);
/* All values of a repeated option. */
const char *const *option_values(const invocation *given, const char *name, size_t *count);
/* A whole number from 0 to `most`; `otherwise` when not given. 0, or -1 with the reason said. */
int option_number(const invocation *given, const char *name, uint64_t most, uint64_t otherwise,
                  uint64_t *out);

/* A summary of every command; or of one. To standard output. */
void print_help(const command *c);
void print_manual(void);
/* "bash", "zsh" or "fish"; -1 for anything else. */
int print_completions(const char *shell);

/* Shared rows of the tables. */
#define OPTION_RULES                                                                                         \
    {                                                                                                        \
        "rules", '\0', OPTION_FOLDER, "FOLDER",                                                              \
            "folder of rules; given again, each one more is laid over the ones before", 0, 1,                \
            "$AYANT_RULES, else rules/be here, else the installed rules"                                     \
    }
#define OPTION_ON                                                                                            \
    {                                                                                                        \
        "on", '\0', OPTION_DATE, "DATE", "the date on which rights are looked at, YYYY-MM-DD", 0, 0, "today" \
    }
#define OPTION_OUTPUT                                                                                        \
    {                                                                                                        \
        "output", 'o', OPTION_FILE, "FILE",                                                                  \
            "write here instead of standard output; the file appears whole or not at all", 0, 0, NULL        \
    }
#define OPTION_LANGUAGE                                                                                      \
    {                                                                                                        \
        "language", '\0', OPTION_WORD, "fr|nl|en", "language of the answer", 0, 0, "that of the system"      \
    }
#define OPTION_HOUSEHOLDS(required)                                                                          \
    {                                                                                                        \
        "households", '\0', OPTION_FILE, "FILE",                                                             \
            "households: CSV, XLSX, ODS, JSON lines or SQLite; 'book.xlsx#sheet' names a sheet or a table, " \
            "'-' is standard input",                                                                         \
            required, 0, NULL                                                                                \
    }
#define OPTION_PERSONS(required)                                                                             \
    {                                                                                                        \
        "persons", '\0', OPTION_FILE, "FILE", "persons, from a file of the same kinds", required, 0, NULL    \
    }
#define OPTION_RELATIONS                                                                                     \
    {                                                                                                        \
        "relations", '\0', OPTION_FILE, "FILE",                                                              \
            "kinship that other columns cannot say, from a file of the same kinds", 0, 0, NULL               \
    }
#define OPTION_REJECTS                                                                                       \
    {                                                                                                        \
        "rejects", '\0', OPTION_FILE, "FILE",                                                                \
            "write each refused row and cell here, with its line and the reason", 0, 0, NULL                 \
    }
#define OPTION_STRICT                                                                                        \
    {                                                                                                        \
        "strict", '\0', OPTION_FLAG, NULL, "presume nothing: every empty cell is unknown", 0, 0, NULL        \
    }
#define OPTION_THREADS                                                                                       \
    {                                                                                                        \
        "threads", '\0', OPTION_NUMBER, "N", "how many processors to use", 0, 0, "all of them"               \
    }
#define OPTION_HELP                                                                                          \
    {                                                                                                        \
        "help", 'h', OPTION_FLAG, NULL, "say this", 0, 0, NULL                                               \
    }
#define OPTION_END                                                                                           \
    {                                                                                                        \
        NULL, '\0', OPTION_FLAG, NULL, NULL, 0, 0, NULL                                                      \
    }

#endif

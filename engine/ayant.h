/*
 * ayant: finds social rights that people have and do not receive.
 *
 * The only installed header; C99, C11 and C++. An `ayant_engine` holds the
 * last error; rules and people belong to the engine that made them and are
 * freed before it. One engine is used by one thread at a time; a run may use
 * several threads of its own.
 *
 * Every function that can fail returns a status below zero and leaves its
 * outputs untouched; `ayant_error` then says what failed, on what, where, and
 * what to do. No function prints, exits, or keeps what a caller passed.
 */
#ifndef AYANT_H
#define AYANT_H

#include <stddef.h>
#include <stdint.h>

#ifdef __cplusplus
extern "C" {
#endif

#define AYANT_VERSION "0.1.0"

#if defined(__GNUC__)
#define AYANT_API __attribute__((visibility("default")))
#else
#define AYANT_API
#endif

typedef enum ayant_status {
    AYANT_OK = 0,
    AYANT_NONE = 1,        /* done, and nothing was found */
    AYANT_E_MEMORY = -1,   /* an allocation failed */
    AYANT_E_USAGE = -2,    /* an argument is missing or wrong */
    AYANT_E_RULE = -3,     /* a rule file is refused */
    AYANT_E_INPUT = -4,    /* an input file is refused */
    AYANT_E_STORE = -5,    /* the caseload cannot be read or written */
    AYANT_E_SYSTEM = -6,   /* the operating system refused: disk full, no permission */
    AYANT_E_LIMIT = -7,    /* a stated limit is passed */
    AYANT_E_CANCELLED = -8 /* the progress function asked to stop */
} ayant_status;

typedef struct ayant_engine ayant_engine;
typedef struct ayant_rules ayant_rules;
typedef struct ayant_people ayant_people;
typedef struct ayant_run ayant_run;

typedef struct ayant_failure {
    ayant_status status;
    const char *id;      /* "R07": never changes */
    const char *message; /* one sentence, no personal data */
    const char *file;    /* "" when there is none */
    int line, column;    /* from 1; 0 when there is none */
} ayant_failure;

/* Where output goes. `write` returns 0, or anything else to stop. */
typedef struct ayant_sink {
    int (*write)(void *to, const char *bytes, size_t length);
    void *to;
} ayant_sink;

/* Called now and then on long work, from the calling thread; non-zero stops. `total` 0: not known. */
typedef struct ayant_progress {
    int (*tick)(void *to, const char *what, uint64_t done, uint64_t total);
    void *to;
} ayant_progress;

typedef enum ayant_format {
    AYANT_TABLE = 0,
    AYANT_CSV = 1,
    AYANT_JSON = 2,
    AYANT_TEXT = 3,
    AYANT_HTML = 4
} ayant_format;

typedef enum ayant_language { AYANT_FR = 0, AYANT_NL = 1, AYANT_EN = 2 } ayant_language;

/* ---- the engine ---------------------------------------------------- */

/* NULL without memory. */
AYANT_API ayant_engine *ayant_engine_new(void);
AYANT_API void ayant_engine_free(ayant_engine *engine); /* accepts NULL */
/* The last failure; valid until the next call on this engine. */
AYANT_API ayant_failure ayant_error(const ayant_engine *engine);
AYANT_API const char *ayant_version(void);
/* NULL `progress` to silence. */
AYANT_API void ayant_on_progress(ayant_engine *engine, const ayant_progress *progress);

/* ---- who opens a caseload, and its key ------------------------------ */

/*
 * A caseload may be sealed: encrypted where it lies, and opened in memory
 * with the key given here. A caseload made while a key is given is sealed.
 * The file holds a passphrase or bytes; "-" is standard input; NULL forgets
 * the key. Kept in memory that is locked and wiped.
 */
AYANT_API ayant_status ayant_key_file(ayant_engine *engine, const char *path);
AYANT_API ayant_status ayant_key(ayant_engine *engine, const char *bytes, size_t length);
/* 1 when the file is a sealed caseload. */
AYANT_API int ayant_is_sealed(const char *caseload);
/* Seals a plain caseload in its place, with the engine's key; the other way round; with another key. */
AYANT_API ayant_status ayant_seal(ayant_engine *engine, const char *caseload);
AYANT_API ayant_status ayant_unseal(ayant_engine *engine, const char *caseload);
AYANT_API ayant_status ayant_rekey(ayant_engine *engine, const char *caseload, const char *new_key_file);

/* Who opens caseloads from here on, and why: goes to their journals, with the number of the operating
 * system's user. */
typedef struct ayant_access {
    const char *who;     /* NULL: that number */
    const char *what;    /* "screen"; NULL: "open" */
    const char *purpose; /* NULL: not said */
    const char *person;  /* id of the only person looked at; NULL: everybody */
} ayant_access;

AYANT_API ayant_status ayant_access_as(ayant_engine *engine, const ayant_access *access);
/*
 * Reading a caseload is journalled or does not happen, with one exception: where
 * nothing can be written (a DVD, a folder that is read-only). Then this is 1.
 */
AYANT_API int ayant_not_journalled(const ayant_engine *engine);

typedef struct ayant_journal_options {
    const char *person;  /* lines about this person and those of everybody; NULL: all */
    const char *since;   /* "YYYY-MM-DD"; NULL: from the first */
    const char *expect;  /* the hash of a line, noted elsewhere: is it still in the chain? NULL: not asked */
    int only_check;      /* 1: writes no line */
    ayant_format format; /* AYANT_TABLE, AYANT_CSV or AYANT_JSON */
    size_t width;        /* of a table, as in ayant_report_options */
    int colour;
} ayant_journal_options;

typedef struct ayant_journal_state {
    uint64_t first, last;   /* numbers of the lines it holds */
    uint64_t expected_line; /* where `expect` was found; 0 when it was not asked */
    char hash[65];          /* of the last line: to be noted elsewhere */
} ayant_journal_state;

/*
 * Writes the journal and checks its chain. AYANT_E_STORE (J04 to J08) when a
 * line was changed, removed, added, moved or cut off, after the lines were written.
 */
AYANT_API ayant_status ayant_journal(ayant_engine *engine, const char *caseload,
                                     const ayant_journal_options *options, const ayant_sink *out,
                                     ayant_journal_state *state);

/* ---- rules --------------------------------------------------------- */

/*
 * Loads a folder of rules, then overlays in order, all or nothing. `folders`
 * holds `count` paths, the base first.
 */
AYANT_API ayant_status ayant_rules_load(ayant_engine *engine, const char *const *folders, size_t count,
                                        ayant_rules **rules);
AYANT_API void ayant_rules_free(ayant_rules *rules);

typedef struct ayant_report_options {
    const char *on; /* "YYYY-MM-DD"; NULL: today */
    ayant_format format;
    ayant_language language;
    int verbose;
    size_t width; /* columns of the terminal, 0: do not fold */
    int colour;   /* 1 on a terminal that wants it */
} ayant_report_options;

/* What the rules hold and what is not verified; *problems counts what must be mended. */
AYANT_API ayant_status ayant_check(ayant_engine *engine, const ayant_rules *rules,
                                   const ayant_report_options *options, const ayant_sink *out,
                                   size_t *problems);
/*
 * The same, with a column more: how many answers of these people rest on each parameter that is not
 * verified, those that most rest on first.
 */
AYANT_API ayant_status ayant_check_people(ayant_engine *engine, const ayant_rules *rules,
                                          const ayant_people *people, const ayant_report_options *options,
                                          const ayant_sink *out, size_t *problems);
/* Runs the cases of the rule files. */
AYANT_API ayant_status ayant_test(ayant_engine *engine, ayant_rules *rules,
                                  const ayant_report_options *options, const ayant_sink *out, size_t *passed,
                                  size_t *failed);

/*
 * Writes the rules as pages of HTML into `folder`, made when missing: index.html, and one page a
 * right in French and in Dutch. Of the options, `on` alone is read: the date of the values in force.
 */
AYANT_API ayant_status ayant_document(ayant_engine *engine, const ayant_rules *rules,
                                      const ayant_report_options *options, const char *folder);

/* ---- people -------------------------------------------------------- */

typedef struct ayant_inputs {
    const char
        *households; /* CSV, XLSX, ODS, JSON lines, SQLite; "a.xlsx#sheet"; "-": standard input, once */
    const char *persons;
    const char *relations; /* NULL: none */
    const char *rejects;   /* where refused cells go; NULL: counted only */
    const char *file;      /* one file with a row a person, instead of the three; needs `map` */
    const char *map;       /* a mapping, in Lua: which column gives which fact; NULL: columns are facts */
    const char *repairs;   /* with `map`, where repaired cells are listed; NULL: counted only */
    void *seen;            /* of the library: leave it NULL */
    /*
     * Of an import over a caseload that held people: where what changed goes, as CSV person_id, change (new,
     * gone, moved, income, receipt, finding), fact, before, after; NULL: counted only. Findings are those of
     * `on`
     * ("YYYY-MM-DD"; NULL: today).
     */
    const char *changes, *on;
} ayant_inputs;

/* What reading did; all counts. */
typedef struct ayant_import_counts {
    uint64_t households, persons, relations;
    uint64_t rows_rejected, cells_rejected, columns_ignored;
    /* Of an import over a caseload that held people (`again` 1): persons, by id; findings when they are
     * written. */
    uint64_t again, persons_new, persons_gone, persons_moved, income_changed, receipt_changed,
        findings_changed;
    uint64_t not_compared; /* 1: what the caseload held, or part of it, could not be read any more */
} ayant_import_counts;

/* Reads files of the form of the caseload. `notes` receives what was recognised, in sentences. */
AYANT_API ayant_status ayant_people_read(ayant_engine *engine, const ayant_rules *rules,
                                         const ayant_inputs *inputs, const ayant_sink *notes,
                                         ayant_people **people, ayant_import_counts *counts);
/* Reads the files into a caseload file, in one transaction; a failed import leaves it as it was. */
AYANT_API ayant_status ayant_import(ayant_engine *engine, const ayant_rules *rules, const char *store,
                                    const ayant_inputs *inputs, const ayant_sink *notes,
                                    ayant_import_counts *counts);
/*
 * Reads what ayant_import would read and keeps nothing: a table by column (column, fact, parsed, empty,
 * rejected, three cells as shapes). Rejects and repairs are written when `inputs` names files for them.
 */
AYANT_API ayant_status ayant_import_preview(ayant_engine *engine, const ayant_rules *rules,
                                            const ayant_inputs *inputs, const ayant_sink *notes,
                                            const ayant_report_options *options, const ayant_sink *out,
                                            ayant_import_counts *counts);
/*
 * Proposes a mapping for a file with a row a person, from the names of its
 * columns in French and Dutch and from its first rows; what was assumed is
 * said in the language (French or Dutch). *placed counts columns that give a
 * fact; AYANT_NONE when there is none. No value of the file is written.
 */
AYANT_API ayant_status ayant_suggest(ayant_engine *engine, const ayant_rules *rules, const char *file,
                                     ayant_language language, const ayant_sink *out, size_t *placed);
AYANT_API ayant_status ayant_people_open(ayant_engine *engine, const ayant_rules *rules, const char *store,
                                         ayant_people **people);
AYANT_API void ayant_people_free(ayant_people *people);
AYANT_API uint64_t ayant_people_households(const ayant_people *people);
AYANT_API uint64_t ayant_people_persons(const ayant_people *people);

/* ---- a run --------------------------------------------------------- */

typedef struct ayant_screen_options {
    const char *on;   /* "YYYY-MM-DD"; NULL: today */
    unsigned threads; /* 0: as many as the machine has */
    unsigned chunk;   /* households evaluated together; 0: the engine's choice */
    int strict;       /* 1: nothing is presumed, an empty fact is unknown */
    int sensitive;    /* 1: rows of rights shown to the worker only (AMU) are kept */
} ayant_screen_options;

AYANT_API ayant_status ayant_screen(ayant_engine *engine, const ayant_rules *rules,
                                    const ayant_people *people, const ayant_screen_options *options,
                                    ayant_run **run);
AYANT_API void ayant_run_free(ayant_run *run);
/*
 * One row a person and right: person_id, household_id, right, verdict,
 * amount_low, amount_high, route, certainty, finding, missing.
 */
AYANT_API ayant_status ayant_run_write(ayant_engine *engine, const ayant_run *run, ayant_format format,
                                       const ayant_sink *out);
/* By right: receiving, likely, possible, to check, interrupted, and euros a year not claimed. */
AYANT_API ayant_status ayant_run_summary(ayant_engine *engine, const ayant_run *run,
                                         const ayant_report_options *options, const ayant_sink *out);
/* Rows whose finding calls for a contact (likely, possible, to_check, interrupted). */
AYANT_API uint64_t ayant_run_findings(const ayant_run *run);
/* Rows left out because only a worker may see them. */
AYANT_API uint64_t ayant_run_withheld(const ayant_run *run);

/*
 * How near each "no" of an adult is to a "yes", as CSV: person_id, right,
 * reason (the condition that fails), fact (whose change is the smallest),
 * distance, unit, date (from which time alone changes it).
 */
AYANT_API ayant_status ayant_run_refusals(ayant_engine *engine, const ayant_rules *rules,
                                          const ayant_run *run, unsigned threads, const ayant_sink *out);
/*
 * Missing facts of a caseload, those that would settle the most answers first:
 * fact, asked_of, decides, euros_year_up_to, question. *facts counts them.
 */
AYANT_API ayant_status ayant_gaps(ayant_engine *engine, const ayant_rules *rules, const ayant_run *run,
                                  unsigned threads, const ayant_report_options *options,
                                  const ayant_sink *out, size_t *facts);

typedef struct ayant_explain_options {
    const char *on;
    const char *right; /* NULL: every right */
    ayant_language language;
    ayant_format format; /* AYANT_TEXT, AYANT_JSON or AYANT_HTML */
    int strict;
} ayant_explain_options;

AYANT_API ayant_status ayant_explain(ayant_engine *engine, const ayant_rules *rules,
                                     const ayant_people *people, const char *person_id,
                                     const ayant_explain_options *options, const ayant_sink *out);

/* ---- contact lists ------------------------------------------------- */

typedef struct ayant_contact_options {
    const char *purpose, *legal_basis, *author, *signatory; /* all required */
    const char *from, *until, *delete_on;                   /* period and deletion date, required */
    const char *profile;                                    /* "worker", "relay", "manager" or "researcher" */
    const char *rights;                                     /* "ris,grapa"; NULL: all the profile may see */
    const char *postal_codes;                               /* "1080,1030"; NULL: all */
    size_t capacity;                                        /* at most so many households; 0: all */
    ayant_format format;                                    /* AYANT_CSV, AYANT_JSON or AYANT_TABLE */
    size_t width;                                           /* of a table, as in ayant_report_options */
    int colour;
    const ayant_sink *head; /* purpose, author, period, order, counts: what is signed; NULL: not written */
} ayant_contact_options;

/* A draft: a named person signs, nothing is sent. Journalled in `store` when not NULL. */
AYANT_API ayant_status ayant_contacts(ayant_engine *engine, const ayant_people *people, const ayant_run *run,
                                      const char *store, const ayant_contact_options *options,
                                      const ayant_sink *out, size_t *households);

/* ---- what a person may ask for, and what an officer reads ------------ */

typedef struct ayant_paper_options {
    ayant_format format;     /* AYANT_TEXT, AYANT_HTML or AYANT_JSON */
    ayant_language language; /* AYANT_FR or AYANT_NL */
} ayant_paper_options;

/* The record of article 30 of the GDPR; `caseload` NULL: without its figures. */
AYANT_API ayant_status ayant_record(ayant_engine *engine, const ayant_rules *rules, const char *caseload,
                                    const ayant_paper_options *options, const ayant_sink *out);
/* All that is held about one person, and who looked: to be handed over. */
AYANT_API ayant_status ayant_sheet(ayant_engine *engine, const ayant_rules *rules, const char *caseload,
                                   const char *person_id, const ayant_paper_options *options,
                                   const ayant_sink *out);
/* Sets a fact of a person or of their household, read as a cell of a file; "" or "?" makes it unknown. */
AYANT_API ayant_status ayant_rectify(ayant_engine *engine, const ayant_rules *rules, const char *caseload,
                                     const char *person_id, const char *fact, const char *value);
/* The person wants no contact (1) or takes that back (0). No import takes it away; no right changes. */
AYANT_API ayant_status ayant_object(ayant_engine *engine, const ayant_rules *rules, const char *caseload,
                                    const char *person_id, int objects);
/*
 * Everything about a person goes, and does not come back with an import or an
 * older copy put in the place of the caseload. *household_gone: nobody is left in it.
 */
AYANT_API ayant_status ayant_erase(ayant_engine *engine, const char *caseload, const char *person_id,
                                   int *household_gone);
/* In a copy of a caseload, erases whom a file of erased persons names; and such a file. */
AYANT_API ayant_status ayant_erase_listed(ayant_engine *engine, const char *caseload, const char *file,
                                          uint64_t *erased);
AYANT_API ayant_status ayant_erased(ayant_engine *engine, const char *caseload, const ayant_sink *out);

typedef struct ayant_purge_counts {
    uint64_t persons, households; /* not contacted, and not imported again in time */
    uint64_t list_persons,
        lists; /* lists past their day of deletion: who was on them; the lists themselves */
    uint64_t journal_lines, tombstones;
} ayant_purge_counts;

/* What is past its time on a day (NULL: today) goes; `dry` 1 only counts. */
AYANT_API ayant_status ayant_purge(ayant_engine *engine, const char *caseload, const char *on, int dry,
                                   ayant_purge_counts *counts);
/* How long this caseload keeps something, in months: "people=6"; also contacted, lists, journal, erased. */
AYANT_API ayant_status ayant_keep(ayant_engine *engine, const char *caseload, const char *setting);
/*
 * Gives every person and household its pseudonym under the key of a file, for
 * a project of research: another key, other pseudonyms. Nobody is found by id after it.
 */
AYANT_API ayant_status ayant_people_pseudonyms(ayant_engine *engine, ayant_people *people,
                                               const char *key_file);
/* Notes that answers about everybody left a caseload: in its journal and its index of lists. */
AYANT_API ayant_status ayant_note_list(ayant_engine *engine, const char *caseload, const char *profile,
                                       const char *delete_on);

/* ---- question by question ------------------------------------------- */

/* One case in memory: nothing is written, no name is asked. The rules must outlive the session. */
typedef struct ayant_ask ayant_ask;

typedef struct ayant_ask_options {
    const char *on; /* "YYYY-MM-DD"; NULL: today */
    ayant_language language;
    const char *rights; /* "ris,grapa"; NULL: all */
    int strict;         /* 1: what is usually presumed is asked too */
} ayant_ask_options;

/* Texts are valid until the next call with this session. */
typedef struct ayant_ask_question {
    const char *id;   /* "wage_net_month", "wage_net_month@2", "home.alone": the same for the same question */
    const char *fact; /* its name; "" for who lives in the household */
    size_t member;    /* 0 is the person, 1 and further those who live with them */
    const char *who;  /* "vous", "votre partenaire"; "" for the household */
    const char *kind; /* "truth", "money", "number", "date" or "word" */
    const char *text; /* the question, in the language */
    const char *unit; /* "EUR par mois"; "" when there is none */
    const char *const *words;  /* of kind "word" */
    const char *const *labels; /* of the words, in the language */
    size_t word_count;
    const char *why;         /* rights the answer can change: "ris,bim" */
    const char *explanation; /* why it is asked, in a sentence */
    const char *note;        /* for questions to be asked with care; "" for the others */
    size_t number;           /* from 1 */
} ayant_ask_question;

typedef struct ayant_ask_right {
    const char *right, *label;
    const char *verdict;           /* "yes", "no", "unknown"; "" when it is received */
    const char *finding;           /* as in the rows of a run */
    const char *said;              /* what it says, in the language */
    int64_t low_cents, high_cents; /* EUR a month; -1: no amount */
    int certain;                   /* 1: nothing that is still to be asked can change it */
    int news;                      /* 1: certain since the last answer */
} ayant_ask_right;

AYANT_API ayant_status ayant_ask_new(ayant_engine *engine, const ayant_rules *rules,
                                     const ayant_ask_options *options, ayant_ask **session);
AYANT_API void ayant_ask_free(ayant_ask *session); /* accepts NULL */
/* The next question; AYANT_NONE when nothing is left to ask. Asked again, it gives the same one. */
AYANT_API ayant_status ayant_ask_next(ayant_engine *engine, ayant_ask *session, ayant_ask_question *question);
/*
 * Answers it, as a person writes: "oui", "1.234,56", "3/2/1957", the number or label of a word, "?" (stays
 * unknown), "back" (takes the last answer away). AYANT_E_INPUT: not understood; ayant_error says what to
 * write, in the language of the session, and the question stands.
 */
AYANT_API ayant_status ayant_ask_answer(ayant_engine *engine, ayant_ask *session, const char *answer);
/* What each right says so far, in order of names; valid until the next call with this session. */
AYANT_API ayant_status ayant_ask_result(ayant_engine *engine, ayant_ask *session,
                                        const ayant_ask_right **rights, size_t *count);
/* Rights, amounts, proofs to bring and where to go: AYANT_TEXT, AYANT_JSON or AYANT_HTML. At any time. */
AYANT_API ayant_status ayant_ask_end(ayant_engine *engine, ayant_ask *session, ayant_format format,
                                     const ayant_sink *out);

/* ---- who goes to people, and where ---------------------------------- */

typedef struct ayant_outreach_options {
    const char *on;          /* "YYYY-MM-DD"; NULL: today */
    const char *postal_code; /* what covers it, or may; NULL: everything */
    ayant_format format;     /* AYANT_TABLE, AYANT_CSV or AYANT_JSON */
    ayant_language language; /* of titles and notes */
    size_t width;            /* of a table, as in ayant_report_options */
    int colour;
} ayant_outreach_options;

/*
 * Devices with their territories, and telephone lines, from the CSV files of
 * a folder (datasets/outreach). `notes` (may be NULL) receives what to check before use:
 * funding that ended, a record older than twelve months, a place or a number
 * that is none. A broken file is refused.
 */
AYANT_API ayant_status ayant_outreach(ayant_engine *engine, const char *folder,
                                      const ayant_outreach_options *options, const ayant_sink *out,
                                      const ayant_sink *notes, size_t *rows, size_t *warnings);

/* ---- made-up people ------------------------------------------------ */

typedef struct ayant_synth_options {
    uint64_t households;
    uint64_t seed;
    const char *on;       /* reference date; NULL: 2026-03-01 */
    double missing_share; /* 0 to 1: how often a fact that files lack is left empty; below 0: the default */
    const char *with;     /* files beside the three: "truth,margins"; NULL: none */
    const char *niss;     /* register numbers: "none", "valid", "invalid"; NULL: none */
    unsigned threads;     /* 0: as many as the machine has; changes nothing in the files */
    uint32_t survey_households; /* with "survey": how many are drawn; 0: 2000 */
    uint64_t survey_seed;       /* another one draws others of the same people */
    uint64_t panel_households;  /* with "panel": the first so many; 0: 1000 */
} ayant_synth_options;

/*
 * Writes households.csv, persons.csv and relations.csv into an existing or new folder. Who is entitled
 * is what the rules say of the true facts; who receives is drawn so that published rates come out.
 */
AYANT_API ayant_status ayant_synth(ayant_engine *engine, const ayant_rules *rules,
                                   const ayant_synth_options *options, const char *folder);
/*
 * The same people, counted and not written: each published margin, what was made, the difference.
 * AYANT_TEXT is a table in Markdown. *outside counts margins that are not within their tolerance.
 */
AYANT_API ayant_status ayant_synth_margins(ayant_engine *engine, const ayant_rules *rules,
                                           const ayant_synth_options *options,
                                           const ayant_report_options *report, const ayant_sink *out,
                                           size_t *outside);

#ifdef __cplusplus
}
#endif

#endif

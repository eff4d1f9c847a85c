/*
 * Who opens a caseload, why, and with which key.
 */
#include "access.h"

#include <pwd.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/resource.h>
#include <sys/stat.h>
#include <termios.h>
#include <unistd.h>

#include "../ayant.h"

#define LONGEST_KEY 1024

int access_as(work *w, const invocation *given, const char *person)
{
    const struct passwd *user = option_given(given, "who") ? NULL : getpwuid(geteuid());
    ayant_access access = {.who = user ? user->pw_name : option_value(given, "who"),
                           .what = given->command->name,
                           .purpose = option_value(given, "purpose"),
                           .person = person};

    return ayant_access_as(w->engine, &access) < 0 ? work_failed(w, NULL) : 0;
}

/* A line from the terminal, without showing it. 0, or -1. */
static int ask(const char *what, char out[LONGEST_KEY])
{
    struct termios shown, hidden;
    char *got;

    if (tcgetattr(STDIN_FILENO, &shown) != 0)
        return -1;
    hidden = shown;
    hidden.c_lflag &= ~(tcflag_t)ECHO;
    fprintf(stderr, "%s: ", what);
    tcsetattr(STDIN_FILENO, TCSAFLUSH, &hidden);
    got = fgets(out, LONGEST_KEY, stdin);
    tcsetattr(STDIN_FILENO, TCSAFLUSH, &shown);
    fputc('\n', stderr);
    if (!got)
        return -1;
    out[strcspn(out, "\r\n")] = '\0';
    return 0;
}

/* What the compiler may not leave out. */
static void wipe(char *bytes, size_t length)
{
    volatile char *at = bytes;

    while (length--)
        *at++ = '\0';
}

static int key_from_terminal(work *w, const char *caseload, int twice)
{
    char first[LONGEST_KEY] = "", second[LONGEST_KEY] = "", what[200];
    int result = EXIT_ERROR;

    snprintf(what, sizeof what, "key of %.150s", caseload);
    if (ask(what, first) < 0 || (twice && ask("the same key again", second) < 0))
        say_error("U40", "no key was given");
    else if (twice && strcmp(first, second) != 0)
        say_error("U40", "the two keys are not the same: nothing was done");
    else if (ayant_key(w->engine, first, strlen(first)) < 0)
        work_failed(w, NULL);
    else
        result = 0;
    wipe(first, sizeof first);
    wipe(second, sizeof second);
    return result;
}

/* Others who can read the key can read the caseload. */
static void look_at_mode(const char *path)
{
    struct stat is;

    if (stat(path, &is) == 0 && S_ISREG(is.st_mode) && (is.st_mode & 077))
        say("ayant: others may read the key in '%s': 'chmod 600' keeps it yours", path);
}

int access_key(work *w, const invocation *given, const char *caseload, int make)
{
    const char *path = option_value(given, "key-file"), *named = getenv("AYANT_KEY_FILE");
    const struct rlimit none = {0, 0};

    if (!path && named && *named)
        path = named;
    if (!path && !make && !ayant_is_sealed(caseload))
        return 0;
    setrlimit(RLIMIT_CORE, &none); /* what is opened in memory does not fall on the disk when it fails */
    if (!path && isatty(STDIN_FILENO))
        return key_from_terminal(w, caseload, make);
    if (!path)
        return 0; /* the library says what is missing */
    look_at_mode(path);
    return ayant_key_file(w->engine, path) < 0 ? work_failed(w, NULL) : 0;
}

int access_open(work *w, const invocation *given, const char *caseload, const char *person)
{
    int result = access_as(w, given, person);

    return result ? result : access_key(w, given, caseload, 0);
}

ayant_paper_options paper_options(const invocation *given)
{
    const char *format = option_value(given, "format");
    ayant_paper_options options = {AYANT_TEXT, language_of(given) == AYANT_NL ? AYANT_NL : AYANT_FR};

    if (format && strcmp(format, "html") == 0)
        options.format = AYANT_HTML;
    else if (format && strcmp(format, "json") == 0)
        options.format = AYANT_JSON;
    return options;
}

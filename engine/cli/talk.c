/*
 * Errors, notes, terminals.
 */
#include "talk.h"

#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/ioctl.h>
#include <unistd.h>

int say_error(const char *id, const char *format, ...)
{
    va_list arguments;

    fputs("ayant: ", stderr);
    va_start(arguments, format);
    vfprintf(stderr, format, arguments);
    va_end(arguments);
    fprintf(stderr, " [%s]\n", id);
    return -1;
}

int say_failure(const ayant_engine *engine)
{
    ayant_failure f = ayant_error(engine);

    fputs("ayant: ", stderr);
    if (f.file && f.file[0]) {
        fputs(f.file, stderr);
        if (f.line > 0)
            fprintf(stderr, ":%d", f.line);
        if (f.line > 0 && f.column > 0)
            fprintf(stderr, ":%d", f.column);
        fputs(": ", stderr);
    }
    fputs(f.message && f.message[0] ? f.message : "something failed that has no name", stderr);
    if (f.id && f.id[0])
        fprintf(stderr, " [%s]", f.id);
    fputc('\n', stderr);
    return EXIT_ERROR;
}

void say(const char *format, ...)
{
    va_list arguments;

    va_start(arguments, format);
    vfprintf(stderr, format, arguments);
    va_end(arguments);
    fputc('\n', stderr);
}

static int to_stderr(void *to, const char *bytes, size_t length)
{
    (void)to;
    return fwrite(bytes, 1, length, stderr) == length ? 0 : 1;
}

const ayant_sink talk_sink = {to_stderr, NULL};

int is_terminal(int descriptor)
{
    const char *kind = getenv("TERM");

    return isatty(descriptor) && !(kind && strcmp(kind, "dumb") == 0);
}

int wants_colour(int descriptor)
{
    const char *no = getenv("NO_COLOR");

    return is_terminal(descriptor) && !(no && *no);
}

size_t terminal_width(int descriptor)
{
    const char *columns = getenv("COLUMNS");
    struct winsize size;
    long width;

    if (!isatty(descriptor))
        return 0;
    width = columns ? strtol(columns, NULL, 10) : 0;
    if (width > 0 && width < 10000)
        return (size_t)width;
    if (ioctl(descriptor, TIOCGWINSZ, &size) == 0 && size.ws_col > 0)
        return size.ws_col;
    return 80;
}

ayant_language system_language(void)
{
    static const char *const names[] = {"LC_ALL", "LC_MESSAGES", "LANG"};

    for (size_t i = 0; i < sizeof names / sizeof *names; i++) {
        const char *value = getenv(names[i]);

        if (!value || !*value)
            continue;
        if (strncmp(value, "fr", 2) == 0)
            return AYANT_FR;
        return strncmp(value, "nl", 2) == 0 ? AYANT_NL : AYANT_EN;
    }
    return AYANT_EN;
}

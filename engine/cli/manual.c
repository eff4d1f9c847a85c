/*
 * --help and the manual page, from the tables of options.
 */
#include <stdio.h>
#include <string.h>

#include "../ayant.h"
#include "options.h"

#define HELP_WIDTH 92
#define INDENT 26

static const char intro[] = "ayant finds social rights that people have and do not receive.";

static const char principles[] =
    "Answers only speak in favour of a person, and decide nothing: a social worker looks into them. An empty "
    "cell is "
    "unknown, never zero and never no. Data goes to standard output, everything else to standard error.";

/* Words of `text` folded after `indent` columns; the first line already has `used`. */
static void fold(const char *text, int indent, int used)
{
    while (*text) {
        int length = (int)strcspn(text, " \n");

        if (used > indent && used + 1 + length > HELP_WIDTH) {
            printf("\n%*s", indent, "");
            used = indent;
        } else if (used > indent) {
            putchar(' ');
            used++;
        }
        fwrite(text, 1, (size_t)length, stdout);
        used += length;
        text += length;
        if (text[0] == '\n' && text[1] == '\n') {
            printf("\n\n%*s", indent, "");
            used = indent;
        }
        text += strspn(text, " \n");
    }
    putchar('\n');
}

static void print_option(const option *o)
{
    int used = o->letter ? printf("  -%c, --%s", o->letter, o->name) : printf("      --%s", o->name);

    if (o->value)
        used += printf(" %s", o->value);
    if (used + 2 > INDENT) {
        putchar('\n');
        used = 0;
    }
    printf("%*s", INDENT - used, "");
    if (o->initial) {
        char line[600];

        snprintf(line, sizeof line, "%s (default: %s)", o->help, o->initial);
        fold(line, INDENT, INDENT);
    } else {
        fold(o->help, INDENT, INDENT);
    }
}

static void print_options(const command *c, int required)
{
    int any = 0;

    for (const option *o = c->options; o->name; o++) {
        if (o->required != required)
            continue;
        if (!any++)
            printf("\n%s:\n", required ? "Needed" : "Options");
        print_option(o);
    }
}

static void print_usage(const command *c)
{
    char line[1000];
    size_t used = (size_t)snprintf(line, sizeof line, "%s%s", *c->operands ? " " : "", c->operands);

    for (const option *o = c->options; o->name && used < sizeof line; o++)
        if (o->required)
            used += (size_t)snprintf(line + used, sizeof line - used, " --%s %s", o->name, o->value);
    printf("usage: ayant %s", c->name);
    if (used < sizeof line)
        snprintf(line + used, sizeof line - used, " [options]");
    fold(line + (line[0] == ' '), 4, 12 + (int)strlen(c->name));
}

void print_help(const command *c)
{
    if (c) {
        print_usage(c);
        putchar('\n');
        fold(c->description, 0, 0);
        print_options(c, 1);
        print_options(c, 0);
        printf("\nExample:\n  ");
        fold(c->example, 4, 4);
        return;
    }
    printf("%s\n\nusage: ayant COMMAND ...\n\nCommands:\n", intro);
    for (size_t i = 0; commands[i]; i++)
        printf("  %-12s%s\n", commands[i]->name, commands[i]->summary);
    printf("  %-12s%s\n\n", "help", "say this, or more on a command: ayant help screen");
    fold(principles, 0, 0);
    printf("\n  ayant --version, ayant --man, ayant --completions bash|zsh|fish\n\n"
           "Exit status: 0 done, 1 nothing found, 2 error.\n");
}

/* Text for roff: no line starts with a dot or a quote, dashes and backslashes are themselves. */
static void put_roff(const char *text, const char *end)
{
    if (*text == '.' || *text == '\'')
        fputs("\\&", stdout);
    for (; *text; text++) {
        if (*text == '-')
            fputs("\\-", stdout);
        else if (*text == '\\')
            fputs("\\e", stdout);
        else if (text[0] == '\n' && text[1] == '\n') {
            fputs("\n.PP\n", stdout);
            text++;
        } else if (text[0] == '.' && text[1] == ' ') {
            fputs(".\n", stdout); /* a sentence, a line */
            text++;
            if (text[1] == '.' || text[1] == '\'')
                fputs("\\&", stdout);
        } else
            putchar(*text);
    }
    fputs(end, stdout);
}

static void manual_option(const option *o)
{
    printf(".TP\n");
    if (o->letter)
        printf("\\fB\\-%c\\fR, ", o->letter);
    fputs("\\fB\\-\\-", stdout);
    for (const char *c = o->name; *c; c++)
        fputs(*c == '-' ? "\\-" : (char[]){*c, '\0'}, stdout);
    fputs("\\fR", stdout);
    if (o->value)
        printf(" \\fI%s\\fR", o->value);
    putchar('\n');
    put_roff(o->help, ".\n");
    if (o->required)
        printf("Needed.\n");
    if (o->initial) {
        printf("Default: ");
        put_roff(o->initial, ".\n");
    }
}

static void manual_command(const command *c)
{
    printf(".SS ayant %s %s\n", c->name, c->operands);
    put_roff(c->description, "\n");
    for (const option *o = c->options; o->name; o++)
        manual_option(o);
    printf(".PP\nExample:\n.PP\n.RS\n");
    put_roff(c->example, "\n");
    printf(".RE\n");
}

void print_manual(void)
{
    printf(".TH AYANT 1 2026-01-01 \"ayant %s\" \"User commands\"\n", AYANT_VERSION);
    printf(".SH NAME\nayant \\- find social rights that people have and do not receive\n");
    printf(".SH SYNOPSIS\n.B ayant\n.I COMMAND\n.RI [ options ]\n");
    printf(".SH DESCRIPTION\n");
    put_roff(intro, "\n");
    put_roff(principles, "\n");
    printf(".SH COMMANDS\n");
    for (size_t i = 0; commands[i]; i++)
        manual_command(commands[i]);
    printf(".SH ENVIRONMENT\n"
           ".TP\n.B AYANT_RULES\nThe folder of rules to use when none is given.\n"
           ".TP\n.B NO_COLOR\nWhen set, nothing is coloured.\n"
           ".TP\n.BR LC_ALL \", \" LC_MESSAGES \", \" LANG\nThe language of answers, when none is given.\n");
    printf(".SH EXIT STATUS\n"
           ".TP\n.B 0\nDone.\n.TP\n.B 1\nDone, and nothing was found.\n"
           ".TP\n.B 2\nAn error; standard error says which, where, and what to do.\n");
}

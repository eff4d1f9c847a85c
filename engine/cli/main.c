/*
 * ayant: the command. Finds the subcommand and hands it its words.
 *
 * Exit status: 0 done, 1 nothing found, 2 error.
 */
#include <signal.h>
#include <stdio.h>
#include <string.h>

#include "../ayant.h"
#include "options.h"
#include "talk.h"

extern const command command_ask, command_check, command_test, command_import, command_screen,
    command_explain, command_contacts, command_gaps, command_synth, command_doc, command_outreach;
extern const command command_seal, command_unseal, command_journal, command_sheet, command_rectify,
    command_object, command_erase, command_purge, command_record;

const command *const commands[] = {&command_import,   &command_screen, &command_explain,
                                   &command_ask,      &command_gaps,   &command_contacts,
                                   &command_check,    &command_test,   &command_doc,
                                   &command_outreach, &command_synth,  &command_seal,
                                   &command_unseal,   &command_sheet,  &command_rectify,
                                   &command_object,   &command_erase,  &command_purge,
                                   &command_journal,  &command_record, NULL};

static int unknown_command(const char *name)
{
    const char *near = nearest_command(name);

    if (near)
        say_error("U14", "there is no command '%s': did you mean '%s'?", name, near);
    else
        say_error("U14", "there is no command '%s': see 'ayant help'", name);
    return EXIT_ERROR;
}

/* --version, --man and their like. -1 when `word` is none of them. */
static int about(const char *word, const char *next)
{
    if (strcmp(word, "--version") == 0) {
        printf("ayant %s\n", ayant_version());
    } else if (strcmp(word, "--man") == 0) {
        print_manual();
    } else if (strcmp(word, "--completions") == 0) {
        if (!next || print_completions(next) < 0) {
            say_error("U15", "'--completions' needs a shell: bash, zsh or fish");
            return EXIT_ERROR;
        }
    } else if (strcmp(word, "--help") == 0 || strcmp(word, "-h") == 0) {
        print_help(NULL);
    } else {
        return -1;
    }
    return EXIT_DONE;
}

static int help(int count, char **words)
{
    const command *c;

    if (count == 0) {
        print_help(NULL);
        return EXIT_DONE;
    }
    c = find_command(words[0]);
    if (!c)
        return unknown_command(words[0]);
    print_help(c);
    return EXIT_DONE;
}

/* What standard output did not take is an error, unless its reader went away. */
static int flushed(int result)
{
    if ((fflush(stdout) != 0 || ferror(stdout)) && result == EXIT_DONE) {
        say_error("U10", "cannot write standard output: is the disk full?");
        return EXIT_ERROR;
    }
    return result;
}

int main(int count, char **words)
{
    invocation given;
    const command *c;
    int result;

    if (count < 2) {
        say_error("U14", "give a command, such as 'ayant screen': 'ayant help' lists them");
        return EXIT_ERROR;
    }
    if (words[1][0] == '-') {
        result = about(words[1], count > 2 ? words[2] : NULL);
        if (result >= 0)
            return flushed(result);
        say_error("U01", "'ayant' has no option '%s': see 'ayant help'", words[1]);
        return EXIT_ERROR;
    }
    if (strcmp(words[1], "help") == 0)
        return flushed(help(count - 2, words + 2));
    c = find_command(words[1]);
    if (!c)
        return unknown_command(words[1]);
    if (parse_options(&given, c, count - 2, words + 2) < 0)
        return EXIT_ERROR;
    if (given.help) {
        print_help(c);
        return flushed(EXIT_DONE);
    }
    signal(SIGPIPE, SIG_IGN); /* a reader that goes away is seen by the writer, which ends quietly */
    return c->run(&given);
}

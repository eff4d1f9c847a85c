/*
 * Completions for bash, zsh and fish, from the tables of options.
 */
#include <stdio.h>
#include <string.h>

#include "options.h"

/* "table|csv|json" with another mark between the words. */
static void put_words(const char *words, char between)
{
    for (; *words; words++)
        putchar(*words == '|' ? between : *words);
}

/* A text in single quotes, for any of the three shells. */
static void put_quoted(const char *text, const char *quote)
{
    for (; *text; text++) {
        if (*text == '\'')
            fputs(quote, stdout);
        else
            putchar(*text);
    }
}

static void bash_values(const command *c)
{
    printf("        %s)\n            case \"$before\" in\n", c->name);
    for (const option *o = c->options; o->name; o++) {
        if (o->kind == OPTION_WORD) {
            printf("            --%s) COMPREPLY=($(compgen -W '", o->name);
            put_words(o->value, ' ');
            printf("' -- \"$word\")); return ;;\n");
        } else if (o->kind == OPTION_FILE || o->kind == OPTION_FOLDER) {
            printf("            --%s) COMPREPLY=($(compgen -%c -- \"$word\")); return ;;\n", o->name,
                   o->kind == OPTION_FILE ? 'f' : 'd');
        } else if (o->kind != OPTION_FLAG) {
            printf("            --%s) return ;;\n", o->name);
        }
    }
    printf("            esac\n            words='");
    for (const option *o = c->options; o->name; o++)
        printf("%s--%s", o == c->options ? "" : " ", o->name);
    printf("' ;;\n");
}

static void bash(void)
{
    printf("# bash completion for ayant; made by `ayant --completions bash`\n"
           "_ayant() {\n"
           "    local word=\"${COMP_WORDS[COMP_CWORD]}\" before=\"${COMP_WORDS[COMP_CWORD-1]}\" words=''\n"
           "    compopt -o filenames 2>/dev/null\n"
           "    if [ \"$COMP_CWORD\" -eq 1 ]; then\n        COMPREPLY=($(compgen -W '");
    for (size_t i = 0; commands[i]; i++)
        printf("%s ", commands[i]->name);
    printf("help --help --version --man --completions' -- \"$word\"))\n        return\n    fi\n"
           "    case \"${COMP_WORDS[1]}\" in\n");
    for (size_t i = 0; commands[i]; i++)
        bash_values(commands[i]);
    printf("        help) words='");
    for (size_t i = 0; commands[i]; i++)
        printf("%s%s", i ? " " : "", commands[i]->name);
    printf("' ;;\n        --completions) words='bash zsh fish' ;;\n    esac\n"
           "    if [[ \"$word\" == -* || \"${COMP_WORDS[1]}\" == help || \"${COMP_WORDS[1]}\" == "
           "--completions ]]; then\n"
           "        COMPREPLY=($(compgen -W \"$words\" -- \"$word\"))\n"
           "    else\n        COMPREPLY=($(compgen -f -- \"$word\"))\n    fi\n}\n"
           "complete -F _ayant ayant\n");
}

/* Brackets and colons mean something in a zsh description. */
static void zsh_text(const char *text)
{
    for (; *text; text++) {
        if (*text == '\'')
            fputs("'\\''", stdout);
        else if (strchr("[]:", *text))
            printf("\\%c", *text);
        else
            putchar(*text);
    }
}

static void zsh_option(const option *o)
{
    printf(" \\\n        '%s--%s%s[", o->repeated ? "*" : "", o->name, o->kind == OPTION_FLAG ? "" : "=");
    zsh_text(o->help);
    putchar(']');
    if (o->kind == OPTION_WORD) {
        printf(":%s:(", o->name);
        put_words(o->value, ' ');
        putchar(')');
    } else if (o->kind == OPTION_FILE) {
        printf(":file:_files");
    } else if (o->kind == OPTION_FOLDER) {
        printf(":folder:_files -/");
    } else if (o->kind != OPTION_FLAG) {
        printf(":%s: ", o->name);
    }
    putchar('\'');
}

static void zsh(void)
{
    printf("#compdef ayant\n# zsh completion for ayant; made by `ayant --completions zsh`\n"
           "_ayant() {\n    local -a commands\n    commands=(\n");
    for (size_t i = 0; commands[i]; i++) {
        printf("        '%s:", commands[i]->name);
        zsh_text(commands[i]->summary);
        printf("'\n");
    }
    printf("        'help:say more on a command'\n    )\n"
           "    if (( CURRENT == 2 )); then\n        _describe 'command' commands\n        return\n    fi\n"
           "    local command=$words[2]\n    shift words\n    (( CURRENT-- ))\n    case $command in\n");
    for (size_t i = 0; commands[i]; i++) {
        printf("    %s)\n        _arguments", commands[i]->name);
        for (const option *o = commands[i]->options; o->name; o++)
            zsh_option(o);
        printf(" \\\n        '*:file:_files'\n        ;;\n");
    }
    printf("    help) _describe 'command' commands ;;\n    esac\n}\n_ayant \"$@\"\n");
}

static void fish_option(const command *c, const option *o)
{
    printf("complete -c ayant -n '__fish_seen_subcommand_from %s' -l %s", c->name, o->name);
    if (o->letter)
        printf(" -s %c", o->letter);
    if (o->kind == OPTION_WORD) {
        printf(" -x -a '");
        put_words(o->value, ' ');
        putchar('\'');
    } else if (o->kind == OPTION_FILE) {
        printf(" -r -F");
    } else if (o->kind == OPTION_FOLDER) {
        printf(" -x -a '(__fish_complete_directories)'");
    } else if (o->kind != OPTION_FLAG) {
        printf(" -x");
    }
    printf(" -d '");
    put_quoted(o->help, "\\'");
    printf("'\n");
}

static void fish(void)
{
    printf("# fish completion for ayant; made by `ayant --completions fish`\n");
    for (size_t i = 0; commands[i]; i++) {
        printf("complete -c ayant -n __fish_use_subcommand -f -a %s -d '", commands[i]->name);
        put_quoted(commands[i]->summary, "\\'");
        printf("'\n");
        for (const option *o = commands[i]->options; o->name; o++)
            fish_option(commands[i], o);
    }
    printf("complete -c ayant -n __fish_use_subcommand -f -a help -d 'say more on a command'\n");
}

int print_completions(const char *shell)
{
    if (strcmp(shell, "bash") == 0)
        bash();
    else if (strcmp(shell, "zsh") == 0)
        zsh();
    else if (strcmp(shell, "fish") == 0)
        fish();
    else
        return -1;
    return 0;
}

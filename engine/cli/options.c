/*
 * Reading a command line against a command's table.
 */
#include "options.h"

#include <stdio.h>
#include <string.h>

#include "talk.h"

#define NEAR 2 /* letters that may be wrong in a name for a suggestion */
#define LONGEST_NAME 32

static size_t smallest(size_t a, size_t b, size_t c)
{
    size_t two = a < b ? a : b;

    return two < c ? two : c;
}

/* Letters to add, drop or change to make one name of the other. */
static size_t distance(const char *a, size_t a_length, const char *b)
{
    size_t row[LONGEST_NAME + 1], b_length = strlen(b);

    if (a_length > LONGEST_NAME || b_length > LONGEST_NAME)
        return LONGEST_NAME;
    for (size_t j = 0; j <= b_length; j++)
        row[j] = j;
    for (size_t i = 1; i <= a_length; i++) {
        size_t corner = row[0];

        row[0] = i;
        for (size_t j = 1; j <= b_length; j++) {
            size_t above = row[j];

            row[j] = smallest(above + 1, row[j - 1] + 1, corner + (a[i - 1] != b[j - 1]));
            corner = above;
        }
    }
    return row[b_length];
}

const command *find_command(const char *name)
{
    for (size_t i = 0; commands[i]; i++)
        if (strcmp(commands[i]->name, name) == 0)
            return commands[i];
    return NULL;
}

const char *nearest_command(const char *name)
{
    const char *best = NULL;
    size_t least = NEAR + 1;

    for (size_t i = 0; commands[i]; i++) {
        size_t far = distance(name, strlen(name), commands[i]->name);

        if (far < least) {
            least = far;
            best = commands[i]->name;
        }
    }
    return best;
}

static int find_option(const command *c, const char *name, size_t length)
{
    for (int i = 0; c->options[i].name; i++)
        if (strlen(c->options[i].name) == length && strncmp(c->options[i].name, name, length) == 0)
            return i;
    return -1;
}

static const char *nearest_option(const command *c, const char *name, size_t length)
{
    const char *best = NULL;
    size_t least = NEAR + 1;

    for (int i = 0; c->options[i].name; i++) {
        size_t far = distance(name, length, c->options[i].name);

        if (strncmp(c->options[i].name, name, length) == 0)
            far = length >= 2 ? 1 : far; /* the start of a name */
        if (far < least) {
            least = far;
            best = c->options[i].name;
        }
    }
    return best;
}

static int unknown_option(const command *c, const char *name, size_t length)
{
    const char *near = nearest_option(c, name, length);

    if (near)
        return say_error("U01", "'ayant %s' has no option '--%.*s': did you mean '--%s'?", c->name,
                         (int)length, name, near);
    return say_error("U01", "'ayant %s' has no option '--%.*s': see 'ayant %s --help'", c->name, (int)length,
                     name, c->name);
}

/* 1 when `value` is one of "table|csv|json". */
static int among(const char *words, const char *value)
{
    size_t length = strlen(value);

    for (const char *at = words; *at;) {
        size_t word = strcspn(at, "|");

        if (word == length && strncmp(at, value, length) == 0)
            return 1;
        at += word + (at[word] == '|');
    }
    return 0;
}

static int keep_value(invocation *out, int index, const char *value)
{
    const option *o = &out->command->options[index];

    if (o->kind == OPTION_WORD && !among(o->value, value))
        return say_error("U02", "'--%s' cannot be '%s': give one of %s", o->name, value, o->value);
    if (o->kind != OPTION_FLAG && !*value)
        return say_error("U03", "'--%s' needs a value: '--%s %s'", o->name, o->name, o->value);
    if (out->counts[index] && !o->repeated)
        return say_error("U04", "'--%s' is given twice: give it once", o->name);
    if (out->counts[index] == MOST_VALUES)
        return say_error("U04", "'--%s' is given more than %d times", o->name, MOST_VALUES);
    out->values[index][out->counts[index]++] = value;
    return 0;
}

/* One word that starts with a dash. `next` is the word after it; returns how many words were used, or -1. */
static int parse_option(invocation *out, const char *word, const char *next)
{
    const command *c = out->command;
    const char *equal = NULL;
    int index = -1;

    if (word[1] == '-') {
        size_t length = strcspn(word + 2, "=");

        equal = word[2 + length] == '=' ? word + 3 + length : NULL;
        index = find_option(c, word + 2, length);
        if (index < 0)
            return unknown_option(c, word + 2, length);
    } else {
        for (int i = 0; c->options[i].name; i++)
            if (c->options[i].letter == word[1] && word[2] == '\0')
                index = i;
        if (index < 0)
            return say_error("U01", "'ayant %s' has no option '%s': see 'ayant %s --help'", c->name, word,
                             c->name);
    }
    if (c->options[index].kind == OPTION_FLAG) {
        if (equal)
            return say_error("U05", "'--%s' takes no value: write '--%s'", c->options[index].name,
                             c->options[index].name);
        return keep_value(out, index, "") < 0 ? -1 : 1;
    }
    if (equal)
        return keep_value(out, index, equal) < 0 ? -1 : 1;
    if (!next)
        return say_error("U03", "'--%s' needs a value: '--%s %s'", c->options[index].name,
                         c->options[index].name, c->options[index].value);
    return keep_value(out, index, next) < 0 ? -1 : 2;
}

static int check_complete(const invocation *out)
{
    const command *c = out->command;

    for (int i = 0; c->options[i].name; i++)
        if (c->options[i].required && !out->counts[i])
            return say_error("U06", "'ayant %s' needs '--%s %s': %s", c->name, c->options[i].name,
                             c->options[i].value, c->options[i].help);
    if (out->operand_count < c->least)
        return say_error("U07", "'ayant %s' needs %s: see 'ayant %s --help'", c->name, c->operands, c->name);
    return 0;
}

int parse_options(invocation *out, const command *c, int count, char **words)
{
    int only_operands = 0;

    *out = (invocation){.command = c};
    for (int i = 0; i < count;) {
        if (!only_operands && strcmp(words[i], "--") == 0) {
            only_operands = 1;
            i++;
        } else if (!only_operands && words[i][0] == '-' && words[i][1]) {
            int used = parse_option(out, words[i], i + 1 < count ? words[i + 1] : NULL);

            if (used < 0)
                return -1;
            i += used;
        } else if (out->operand_count == c->most) {
            return say_error("U08", "'ayant %s' does not know what to do with '%s': see 'ayant %s --help'",
                             c->name, words[i], c->name);
        } else {
            out->operands[out->operand_count++] = words[i++];
        }
    }
    out->help = option_given(out, "help");
    return out->help ? 0 : check_complete(out);
}

const char *const *option_values(const invocation *given, const char *name, size_t *count)
{
    int index = find_option(given->command, name, strlen(name));

    *count = index < 0 ? 0 : given->counts[index];
    return index < 0 ? NULL : given->values[index];
}

const char *option_value(const invocation *given, const char *name)
{
    size_t count;
    const char *const *values = option_values(given, name, &count);

    return count ? values[count - 1] : NULL;
}

int option_given(const invocation *given, const char *name)
{
    return option_value(given, name) != NULL;
}

int option_number(const invocation *given, const char *name, uint64_t most, uint64_t otherwise, uint64_t *out)
{
    const char *value = option_value(given, name);
    uint64_t number = 0;

    if (!value) {
        *out = otherwise;
        return 0;
    }
    for (const char *c = value; *c; c++) {
        if (*c < '0' || *c > '9')
            return say_error("U09", "'--%s' cannot be '%s': give a whole number", name, value);
        if (number > (most - (uint64_t)(*c - '0')) / 10)
            return say_error("U09", "'--%s' cannot be '%s': the most is %llu", name, value,
                             (unsigned long long)most);
        number = number * 10 + (uint64_t)(*c - '0');
    }
    *out = number;
    return 0;
}

/*
 * Choosing a sheet or a table.
 */
#include "part_choice.h"

#define LISTED 20 /* names in an error or a note */

/* What each part is called: first the name it is asked by. */
static const char *const names[][5] = {
    {"households", "menages", "gezinnen", "huishoudens", NULL},
    {"persons", "personnes", "personen", NULL},
    {"relations", "relaties", "liens", "verwantschappen", NULL},
};

/* Small letters, without the accents these names may carry. */
static size_t fold(text t, char *out, size_t room)
{
    size_t length = 0;

    t = text_trim(t);
    for (size_t i = 0; i < t.length && length < room; i++) {
        char c = t.at[i];

        if (c == '\xc3' && i + 1 < t.length && (t.at[i + 1] == '\xa9' || t.at[i + 1] == '\x89')) {
            c = 'e';
            i++;
        }
        out[length++] = (char)(c >= 'A' && c <= 'Z' ? c - 'A' + 'a' : c);
    }
    return length;
}

static int same_folded(const char *a, const char *b)
{
    char one[200], other[200];
    text x = {one, fold(text_of(a), one, sizeof one)}, y = {other, fold(text_of(b), other, sizeof other)};

    return text_same(x, y);
}

/* 0 households, 1 persons, 2 relations, -1 none of them. */
static int kind_of(const char *name)
{
    for (size_t kind = 0; kind < sizeof names / sizeof *names; kind++)
        for (size_t i = 0; names[kind][i]; i++)
            if (same_folded(name, names[kind][i]))
                return (int)kind;
    return -1;
}

static size_t find(const named_part *parts, size_t count, const char *asked)
{
    for (size_t i = 0; i < count; i++)
        if (strcmp(parts[i].name, asked) == 0)
            return i;
    for (size_t i = 0; i < count; i++)
        if (same_folded(parts[i].name, asked))
            return i;
    return count;
}

/* The only part that holds something and is not called another kind; a hidden one if no other does. */
static size_t only_one(const named_part *parts, size_t count, int kind)
{
    for (int hidden = 0; hidden <= 1; hidden++) {
        size_t found = 0, last = count;

        for (size_t i = 0; i < count; i++) {
            int other = kind_of(parts[i].name);

            if (!parts[i].filled || parts[i].hidden != hidden || (kind >= 0 && other >= 0 && other != kind))
                continue;
            found++;
            last = i;
        }
        if (found)
            return found == 1 ? last : count;
    }
    return count;
}

/* "'a', 'b' and 3 more", of at most `room` bytes. */
static void list(char *out, size_t room, const named_part *parts, size_t count)
{
    size_t used = 0;

    out[0] = '\0';
    for (size_t i = 0; i < count && i < LISTED && used + 120 < room; i++)
        used += (size_t)snprintf(out + used, room - used, "%s'%.60s'%s", i ? ", " : "", parts[i].name,
                                 parts[i].hidden    ? " (hidden)"
                                 : !parts[i].filled ? " (empty)"
                                                    : "");
    if (count > LISTED)
        snprintf(out + used, room - used, " and %zu more", count - LISTED);
}

ayant_status part_choose(failure *e, const input_file *file, const char *what, const named_part *parts,
                         size_t count, size_t *chosen)
{
    int kind = file->part ? kind_of(file->part) : -1;
    size_t found = count;
    char listed[1600];

    if (file->asked) {
        found = find(parts, count, file->asked);
    } else {
        for (size_t i = 0; i < count && kind >= 0 && found == count; i++)
            if (kind_of(parts[i].name) == kind)
                found = i;
        if (found == count)
            found = only_one(parts, count, kind);
        if (found == count && count == 1 && (kind < 0 || kind_of(parts[0].name) < 0))
            found = 0;
    }
    if (found < count) {
        *chosen = found;
        return AYANT_OK;
    }
    list(listed, sizeof listed, parts, count);
    if (!count)
        return fail_at(e, AYANT_E_INPUT, "B01", file->path, 0, 0, "'%s' holds no %s", file->path, what);
    if (file->asked)
        return fail_at(e, AYANT_E_INPUT, "B01", file->path, 0, 0,
                       "there is no %s '%.60s' in '%s'; it has: %s", what, file->asked, file->name, listed);
    return fail_at(e, AYANT_E_INPUT, "B01", file->path, 0, 0,
                   "'%s' has several %ss or none that fits: say which after a '#' ('%s#NAME'); it has: %s",
                   file->path, what, file->path, listed);
}

void part_describe(writer *notes, const char *what, const named_part *parts, size_t count, size_t chosen)
{
    size_t others = 0;

    put_print(notes, ", %s '%.100s'%s", what, parts[chosen].name,
              parts[chosen].hidden ? ", which is hidden" : "");
    for (size_t i = 0; i < count; i++) {
        if (i == chosen)
            continue;
        if (others++ < LISTED)
            put_print(notes, "%s'%.60s'%s", others == 1 ? "; not read: " : ", ", parts[i].name,
                      parts[i].hidden    ? " (hidden)"
                      : !parts[i].filled ? " (empty)"
                                         : "");
    }
    if (others > LISTED)
        put_print(notes, " and %zu more", others - LISTED);
    put_text(notes, "\n");
}

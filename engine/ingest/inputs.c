/*
 * From what the caller gave to sources.
 */
#include "inputs.h"

#include "mapped.h"

static int is_same(const char *a, const char *b)
{
    return a && b && strcmp(a, b) == 0;
}

/* 1 when `path` names the file `other`, perhaps with a sheet of it ("book.xlsx#persons"). */
static int same_file(const char *path, const char *other)
{
    size_t length = source_file_length(path);

    return strlen(other) == length && memcmp(path, other, length) == 0;
}

/* What is written must be none of what is read. */
static ayant_status check_written(failure *e, const ayant_inputs *in, const char *path, const char *what)
{
    const char *const read[] = {in->file, in->households, in->persons, in->relations, in->map};

    for (size_t i = 0; path && i < sizeof read / sizeof *read; i++)
        if (read[i] && same_file(read[i], path))
            return fail(e, AYANT_E_USAGE, "I09", "'%s' is read: the %s need a file of their own", path, what);
    return AYANT_OK;
}

ayant_status inputs_check(failure *e, const ayant_inputs *in)
{
    int standard;

    if (!in || (!in->file && (!in->households || !in->persons)))
        return fail(e, AYANT_E_USAGE, "I09", "a households file and a persons file are both needed");
    if (in->file && !in->map)
        return fail(
            e, AYANT_E_USAGE, "I09",
            "'%s' needs a mapping, which says what its columns are: 'ayant import --suggest' proposes one",
            in->file);
    if (in->repairs && !in->map)
        return fail(e, AYANT_E_USAGE, "I09", "repairs are listed where a mapping is given");
    if (check_written(e, in, in->rejects, "rejects") < 0 ||
        check_written(e, in, in->repairs, "repairs") < 0 || check_written(e, in, in->changes, "changes") < 0)
        return e->status;
    if (is_same(in->changes, in->rejects) || is_same(in->changes, in->repairs))
        return fail(e, AYANT_E_USAGE, "I09", "'%s' cannot hold changes and something else", in->changes);
    if (is_same(in->rejects, in->repairs))
        return fail(e, AYANT_E_USAGE, "I09", "'%s' cannot hold both rejects and repairs", in->repairs);
    if (in->file)
        return AYANT_OK;
    standard = is_same(in->households, "-") + is_same(in->persons, "-") + is_same(in->relations, "-");
    if (standard > 1)
        return fail(e, AYANT_E_USAGE, "I09",
                    "'-' is standard input: only one of the files can be read from it");
    return AYANT_OK;
}

ayant_status inputs_open(failure *e, const ayant_inputs *in, sheet_kind which, source *out)
{
    const char *const paths[] = {in->households, in->persons, in->relations};
    static const char *const parts[] = {"households", "persons", "relations"};

    if (in->seen && (which != SHEET_RELATIONS || in->file))
        return mapped_source(e, in->seen, which, out);
    return source_open(e, paths[which], parts[which], out);
}

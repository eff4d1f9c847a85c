/*
 * From what the caller gave to sources.
 */
#include "inputs.h"

/* 1 when `path` names the file `other`, perhaps with a sheet of it ("book.xlsx#persons"). */
static int same_file(const char *path, const char *other)
{
    size_t length = source_file_length(path);

    return strlen(other) == length && memcmp(path, other, length) == 0;
}

ayant_status inputs_check(failure *e, const ayant_inputs *in)
{
    int standard = 0;

    if (!in || !in->households || !in->persons)
        return fail(e, AYANT_E_USAGE, "I09", "a households file and a persons file are both needed");
    standard += strcmp(in->households, "-") == 0;
    standard += strcmp(in->persons, "-") == 0;
    standard += in->relations && strcmp(in->relations, "-") == 0;
    if (in->rejects && (same_file(in->households, in->rejects) || same_file(in->persons, in->rejects) ||
                        (in->relations && same_file(in->relations, in->rejects))))
        return fail(e, AYANT_E_USAGE, "I09", "'%s' is read: the rejects need a file of their own",
                    in->rejects);
    if (standard > 1)
        return fail(e, AYANT_E_USAGE, "I09",
                    "'-' is standard input: only one of the files can be read from it");
    return AYANT_OK;
}

ayant_status inputs_open(failure *e, const ayant_inputs *in, sheet_kind which, source *out)
{
    const char *const paths[] = {in->households, in->persons, in->relations};
    static const char *const parts[] = {"households", "persons", "relations"};

    return source_open(e, paths[which], parts[which], out);
}

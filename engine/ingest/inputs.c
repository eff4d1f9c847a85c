/*
 * From what the caller gave to sources.
 */
#include "inputs.h"

ayant_status inputs_check(failure *e, const ayant_inputs *in)
{
    int standard = 0;

    if (!in || !in->households || !in->persons)
        return fail(e, AYANT_E_USAGE, "I09", "a households file and a persons file are both needed");
    standard += strcmp(in->households, "-") == 0;
    standard += strcmp(in->persons, "-") == 0;
    standard += in->relations && strcmp(in->relations, "-") == 0;
    if (in->rejects && (strcmp(in->rejects, in->households) == 0 || strcmp(in->rejects, in->persons) == 0 ||
                        (in->relations && strcmp(in->rejects, in->relations) == 0)))
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

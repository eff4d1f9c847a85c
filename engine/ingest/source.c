/*
 * Which reader a file needs.
 */
#include "source.h"

#include "csv.h"

ayant_status source_open(failure *e, const char *path, const char *part, source *out)
{
    (void)part; /* a CSV file has one part */
    return csv_open(e, path, out);
}

ayant_status source_next(failure *e, source *s, source_row *row)
{
    return s->kind->next(e, s->inside, row);
}

void source_close(source *s)
{
    if (s->inside)
        s->kind->close(s->inside);
    s->inside = NULL;
}

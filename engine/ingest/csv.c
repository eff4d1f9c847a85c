/*
 * The CSV reader: opening, the first line, the buffer.
 */
#include "csv_reader.h"

#include <errno.h>
#include <stdlib.h>
#include <sys/stat.h>
#include "../base/limits.h"

ayant_status csv_fill(failure *e, csv *c, size_t from, size_t to)
{
    size_t keep = to - from, got;

    memmove(c->bytes, c->bytes + from, keep);
    c->end = keep;
    if (c->capacity - keep < CSV_BLOCK / 2) {
        char *wide = realloc(c->bytes, 2 * c->capacity + CSV_SLACK);

        if (!wide)
            return fail_memory(e);
        c->bytes = wide;
        c->capacity *= 2;
    }
    errno = 0;
    got = fread(c->bytes + keep, 1, c->capacity - keep, c->in);
    c->end += got;
    c->done += got;
    memset(c->bytes + c->end, 0, CSV_SLACK);
    if (ferror(c->in))
        return fail_at(e, AYANT_E_INPUT, "I02", c->path, 0, 0, "'%s' cannot be read: %s", c->path,
                       strerror(errno));
    c->ended = feof(c->in) != 0;
    return AYANT_OK;
}

/* The delimiter found most often outside quotes on the first line; a comma when none is. */
static char find_delimiter(const char *line, size_t length)
{
    static const char candidates[] = {',', ';', '\t'};
    size_t found[3] = {0};
    int inside = 0, best = 0;

    for (size_t i = 0; i < length && (inside || line[i] != '\n'); i++) {
        inside ^= line[i] == '"';
        for (int k = 0; k < 3 && !inside; k++)
            found[k] += line[i] == candidates[k];
    }
    for (int k = 1; k < 3; k++)
        if (found[k] > found[best])
            best = k;
    return candidates[best];
}

/* Passes a byte order mark and the "sep=;" line of a spreadsheet. */
static ayant_status start(failure *e, csv *c)
{
    ayant_status status = csv_fill(e, c, 0, 0);
    const char *s = c->bytes;

    if (status < 0)
        return status;
    if (c->end >= 2 && (memcmp(s, "\xff\xfe", 2) == 0 || memcmp(s, "\xfe\xff", 2) == 0))
        return fail_at(e, AYANT_E_INPUT, "I08", c->path, 0, 0, "'%s' is UTF-16 text: save it as CSV UTF-8",
                       c->path);
    if (c->end >= 4 && memcmp(s, "PK\x03\x04", 4) == 0)
        return fail_at(e, AYANT_E_INPUT, "I08", c->path, 0, 0, "'%s' is a spreadsheet: save it as CSV UTF-8",
                       c->path);
    if (c->end >= 3 && memcmp(s, "\xef\xbb\xbf", 3) == 0)
        c->at = 3;
    s += c->at;
    if (c->end - c->at >= 6 && memcmp(s, "sep=", 4) == 0 && (s[5] == '\n' || s[5] == '\r')) {
        c->delimiter = s[4];
        c->at += s[5] == '\r' ? 7 : 6;
        c->line++;
    } else {
        c->delimiter = find_delimiter(s, c->end - c->at);
    }
    return AYANT_OK;
}

static void close_csv(void *inside)
{
    csv *c = inside;

    if (c->in && c->in != stdin)
        fclose(c->in);
    free(c->bytes);
    free(c->converted);
    free(c->cell);
    free(c->spans);
    free(c->flag);
    free(c);
}

static void progress_csv(const void *inside, uint64_t *done, uint64_t *total)
{
    const csv *c = inside;

    *done = c->done;
    *total = c->total;
}

static char delimiter_csv(const void *inside)
{
    return ((const csv *)inside)->delimiter;
}

static void describe_csv(const void *inside, writer *notes)
{
    const csv *c = inside;

    put_print(notes, "'%.400s': CSV, cells separated by ", c->path);
    put_text(notes, c->delimiter == '\t' ? "tabs\n" : c->delimiter == ';' ? "';'\n" : "','\n");
    if (c->windows)
        put_print(notes, "'%.400s': some text is Windows-1252 and was read as such\n", c->path);
}

static const source_kind kind_csv = {csv_next, close_csv, progress_csv, describe_csv, delimiter_csv, NULL};

ayant_status csv_open(failure *e, const char *path, source *out)
{
    source_row *header = &out->header;
    csv *c = calloc(1, sizeof *c);
    struct stat about;
    ayant_status status;

    if (!c)
        return fail_memory(e);
    c->path = path;
    c->line = 1;
    c->columns = LIMIT_COLUMNS;
    c->capacity = 2 * CSV_BLOCK;
    c->bytes = malloc(c->capacity + CSV_SLACK);
    c->cell = calloc(LIMIT_COLUMNS, sizeof *c->cell);
    c->spans = calloc(LIMIT_COLUMNS, sizeof *c->spans);
    c->flag = calloc(LIMIT_COLUMNS, sizeof *c->flag);
    c->in = strcmp(path, "-") == 0 ? stdin : fopen(path, "rb");
    if (!c->in)
        status =
            fail_at(e, AYANT_E_INPUT, "I01", path, 0, 0, "'%s' cannot be opened: %s", path, strerror(errno));
    else if (!c->bytes || !c->cell || !c->spans || !c->flag)
        status = fail_memory(e);
    else if ((status = start(e, c)) == AYANT_OK && (status = csv_next(e, c, header)) == AYANT_NONE)
        status = fail_at(e, AYANT_E_INPUT, "I03", path, 1, 0,
                         "'%s' is empty: a line with the names of the columns is needed", path);
    else if (status == AYANT_OK && header->count > LIMIT_COLUMNS)
        status = fail_at(e, AYANT_E_LIMIT, "I07", path, header->line, 0,
                         "'%s' has %zu columns, %d are allowed", path, header->count, LIMIT_COLUMNS);
    if (status != AYANT_OK) {
        close_csv(c);
        return status;
    }
    if (c->in != stdin && fstat(fileno(c->in), &about) == 0 && S_ISREG(about.st_mode))
        c->total = (uint64_t)about.st_size;
    c->columns = header->count;
    out->kind = &kind_csv;
    out->inside = c;
    out->path = path;
    return AYANT_OK;
}

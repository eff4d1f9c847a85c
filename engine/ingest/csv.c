/*
 * The CSV reader: opening, the first line, the buffer.
 */
#include "csv_reader.h"

#include <errno.h>
#include <stdlib.h>
#include "../base/limits.h"

#define WIDE_BLOCK (64u << 10)

/* Bytes of the file as they are: those looked at before, then the rest. */
static size_t read_bytes(csv *c, char *to, size_t room)
{
    size_t got = c->head_length < room ? c->head_length : room;

    memcpy(to, c->head, got);
    c->head += got;
    c->head_length -= got;
    if (got < room)
        got += fread(to + got, 1, room - got, c->in);
    c->done += got;
    c->ended = !c->head_length && feof(c->in) != 0;
    return got;
}

/* UTF-16 becomes UTF-8, until `room` bytes could be passed. */
static size_t read_wide(csv *c, char *to, size_t room)
{
    size_t length = 0;

    while (!c->ended && !ferror(c->in) && length + 2 * WIDE_BLOCK <= room) {
        size_t used;

        c->wide_length += read_bytes(c, c->wide + c->wide_length, WIDE_BLOCK - c->wide_length);
        length += utf8_from_utf16((text){c->wide, c->wide_length}, c->order, to + length, &used);
        memmove(c->wide, c->wide + used, c->wide_length - used);
        c->wide_length -= used;
    }
    return length;
}

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
    got = c->order ? read_wide(c, c->bytes + keep, c->capacity - keep)
                   : read_bytes(c, c->bytes + keep, c->capacity - keep);
    c->end += got;
    memset(c->bytes + c->end, 0, CSV_SLACK);
    if (ferror(c->in))
        return fail_at(e, AYANT_E_INPUT, "I02", c->path, 0, 0, "'%s' cannot be read: %s", c->path,
                       strerror(errno));
    if (c->ended && c->wide_length)
        return fail_at(e, AYANT_E_INPUT, "I08", c->path, 0, 0,
                       "'%s' is UTF-16 text that stops in the middle of a character: export it again",
                       c->path);
    for (size_t i = keep; c->lone_returns && i < c->end; i++)
        if (c->bytes[i] == '\r')
            c->bytes[i] = '\n';
    return AYANT_OK;
}

/* How the lines of the first bytes end. */
static void find_line_ends(csv *c)
{
    char *newline = memchr(c->bytes, '\n', c->end);

    c->returns = newline && newline > c->bytes && newline[-1] == '\r';
    if (newline || !memchr(c->bytes, '\r', c->end))
        return;
    c->lone_returns = 1;
    for (size_t i = 0; i < c->end; i++)
        if (c->bytes[i] == '\r')
            c->bytes[i] = '\n';
}

/* Passes a byte order mark, the "sep=;" line of a spreadsheet, and what stands above the header. */
static ayant_status start(failure *e, csv *c)
{
    ayant_status status = csv_fill(e, c, 0, 0);
    const char *s = c->bytes;
    char given = '\0';
    dialect d;

    if (status < 0)
        return status;
    if (c->end >= 3 && memcmp(s, "\xef\xbb\xbf", 3) == 0) {
        c->mark = 1;
        c->at = 3;
    }
    find_line_ends(c);
    s += c->at;
    if (c->end - c->at >= 6 && memcmp(s, "sep=", 4) == 0 && (s[5] == '\n' || s[5] == '\r')) {
        given = s[4];
        c->at += s[5] == '\r' ? 7 : 6;
        c->at = c->at < c->end ? c->at : c->end;
        c->line++;
    }
    d = dialect_find((text){c->bytes + c->at, c->end - c->at}, c->ended, given);
    c->delimiter = d.delimiter;
    c->quote = d.quote;
    c->at += d.skip;
    c->line += d.lines;
    c->above = d.lines;
    return AYANT_OK;
}

static void close_csv(void *inside)
{
    csv *c = inside;

    if (c->in && c->in != stdin)
        fclose(c->in);
    free(c->bytes);
    free(c->wide);
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
    put_text(notes, c->delimiter == '\t' ? "tabs" : "");
    if (c->delimiter != '\t')
        put_print(notes, "'%c'", c->delimiter);
    put_text(notes, c->quote == '\'' ? ", apostrophes as quotes" : "");
    put_text(notes, c->lone_returns ? ", lines that end in CR"
                    : c->returns    ? ", lines that end in CR LF"
                                    : "");
    put_text(notes, c->order ? ", UTF-16" : c->mark ? ", UTF-8 with a byte order mark" : "");
    put_text(notes, "\n");
    if (c->above)
        put_print(notes,
                  "'%.400s': the names of the columns are on line %d; what stands above was left out\n",
                  c->path, c->header_line);
    if (c->windows_rows && c->utf8_rows)
        put_print(notes,
                  "'%.400s': %llu rows are Windows-1252 and %llu are UTF-8: each was read as what it is\n",
                  c->path, (unsigned long long)c->windows_rows, (unsigned long long)c->utf8_rows);
    else if (c->windows_rows)
        put_print(notes, "'%.400s': the text of %llu rows is Windows-1252 and was read as such\n", c->path,
                  (unsigned long long)c->windows_rows);
}

static const source_kind kind_csv = {csv_next, close_csv, progress_csv, describe_csv, delimiter_csv, NULL};

static ayant_status set_up(failure *e, csv *c, const input_file *file)
{
    int mark;

    c->path = file->path;
    c->line = 1;
    c->columns = LIMIT_COLUMNS;
    c->capacity = 2 * CSV_BLOCK;
    c->bytes = malloc(c->capacity + CSV_SLACK);
    c->cell = calloc(LIMIT_COLUMNS, sizeof *c->cell);
    c->spans = calloc(LIMIT_COLUMNS, sizeof *c->spans);
    c->flag = calloc(LIMIT_COLUMNS, sizeof *c->flag);
    c->order = utf16_find((text){file->head, file->head_length}, &mark);
    c->wide = c->order ? malloc(WIDE_BLOCK) : NULL;
    if (!c->bytes || !c->cell || !c->spans || !c->flag || (c->order && !c->wide))
        return fail_memory(e);
    /* the first fill takes them all: the buffer has more room than INPUT_HEAD */
    c->head = file->head + (c->order && mark ? 2 : 0);
    c->head_length = file->head_length - (c->order && mark ? 2 : 0);
    c->total = file->size;
    return start(e, c);
}

ayant_status csv_open(failure *e, const input_file *file, source *out)
{
    source_row *header = &out->header;
    csv *c = calloc(1, sizeof *c);
    ayant_status status;

    if (!c) {
        if (file->in != stdin)
            fclose(file->in);
        return fail_memory(e);
    }
    c->in = file->in;
    status = set_up(e, c, file);
    if (status == AYANT_OK && (status = csv_next(e, c, header)) == AYANT_NONE)
        status = fail_at(e, AYANT_E_INPUT, "I03", c->path, 1, 0,
                         "'%s' is empty: a line with the names of the columns is needed", c->path);
    else if (status == AYANT_OK && header->count > LIMIT_COLUMNS)
        status = fail_at(e, AYANT_E_LIMIT, "I07", c->path, header->line, 0,
                         "'%s' has %zu columns, %d are allowed", c->path, header->count, LIMIT_COLUMNS);
    if (status != AYANT_OK) {
        close_csv(c);
        return status;
    }
    c->columns = header->count;
    c->header_line = header->line;
    out->kind = &kind_csv;
    out->inside = c;
    out->path = c->path;
    return AYANT_OK;
}

/*
 * The CSV reader: rows.
 *
 * Most lines hold no quote and lie whole in the buffer: they are cut at the
 * delimiter eight bytes at a time. Any other line takes the careful way, one
 * cell after the other, and packs its cells in place.
 */
#include "csv_reader.h"

#include <stdlib.h>
#include "../base/limits.h"
#include "encoding.h"

/* More bytes on the careful way: *more 0 at the end of the file. */
static ayant_status refill(failure *e, csv *c, int *more)
{
    *more = 1;
    if (c->at < c->end)
        return AYANT_OK;
    if (!c->ended) {
        size_t keep = c->write - c->row;

        if (csv_fill(e, c, c->row, c->write) < 0)
            return e->status;
        c->row = 0;
        c->write = c->at = keep;
    }
    *more = c->at < c->end;
    return AYANT_OK;
}

static void add_cell(csv *c, size_t from, size_t length, cell_flag flag)
{
    if (c->count < c->columns) {
        int over = length > LIMIT_CELL;

        c->spans[c->count] = (span){from, over ? 0 : length};
        c->flag[c->count] = (unsigned char)(over ? CELL_LONG : flag);
    }
    c->count++;
}

/*
 * A line without quotes, whole in the buffer: its cells, and in *all the bits
 * of all its bytes, so that the high ones need not be looked for.
 */
static void split(csv *c, size_t length, uint64_t *all)
{
    const uint64_t ones = 0x0101010101010101u, low = 0x7f7f7f7f7f7f7f7fu;
    const char *line = c->bytes + c->at, *start = line;
    uint64_t pattern = ones * (unsigned char)c->delimiter, seen = 0;
    text *cell = c->cell;
    size_t most = c->columns, count = 0;

    for (size_t i = 0; i < length; i += 8) {
        uint64_t word, found, inside = length - i < 8 ? ((uint64_t)1 << 8 * (length - i)) - 1 : UINT64_MAX;

        memcpy(&word, line + i, 8);
#if __BYTE_ORDER__ == __ORDER_BIG_ENDIAN__
        word = __builtin_bswap64(word);
#endif
        seen |= word & inside;
        word ^= pattern;
        found = ~(((word & low) + low) | word | low); /* the high bit of each byte that was the delimiter */
        for (found &= inside; found; found &= found - 1) {
            const char *end = line + i + ((size_t)__builtin_ctzll(found) >> 3);

            if (count < most)
                cell[count] = (text){start, (size_t)(end - start)};
            count++;
            start = end + 1;
        }
    }
    if (count < most)
        cell[count] = (text){start, (size_t)(line + length - start)};
    c->count = count + 1;
    *all = seen;
    memset(c->flag, CELL_GOOD, c->count < most ? c->count : most);
    for (size_t i = 0; length > LIMIT_CELL && i < c->count && i < most; i++)
        if (cell[i].length > LIMIT_CELL) {
            c->flag[i] = CELL_LONG;
            cell[i].length = 0;
        }
}

/* Moves `length` bytes to the end of what the row keeps, unless the cell is already too long to keep. */
static void take(csv *c, size_t cell, size_t length, cell_flag *flag)
{
    if (c->count >= c->columns || *flag == CELL_LONG) {
        /* dropped */
    } else if (c->write + length - (c->row + cell) > LIMIT_CELL) {
        *flag = CELL_LONG;
        c->write = c->row + cell;
    } else {
        if (c->write != c->at)
            memmove(c->bytes + c->write, c->bytes + c->at, length);
        c->write += length;
    }
    c->at += length;
}

static void count_lines(csv *c, size_t length)
{
    const char *at = c->bytes + c->at, *end = at + length;

    while ((at = memchr(at, '\n', (size_t)(end - at)))) {
        c->line++;
        at++;
    }
}

static ayant_status never_closed(failure *e, const csv *c, int opened)
{
    return fail_at(
        e, AYANT_E_INPUT, "I04", c->path, opened, 0,
        "a quote opened on line %d is not closed: close it, and write %c%c for a quote inside a cell", opened,
        c->quote, c->quote);
}

/* After the opening quote, to after the closing one. */
static ayant_status quoted(failure *e, csv *c, size_t cell, int opened, cell_flag *flag)
{
    int more;

    for (;;) {
        const char *quote;
        size_t length;

        if (refill(e, c, &more) < 0)
            return e->status;
        if (!more)
            return never_closed(e, c, opened);
        quote = memchr(c->bytes + c->at, c->quote, c->end - c->at);
        length = quote ? (size_t)(quote - (c->bytes + c->at)) : c->end - c->at;
        count_lines(c, length);
        take(c, cell, length, flag);
        if (!quote)
            continue;
        c->at++;
        if (refill(e, c, &more) < 0)
            return e->status;
        if (!more || c->bytes[c->at] != c->quote)
            return AYANT_OK;
        take(c, cell, 1, flag); /* two quotes are one */
    }
}

/*
 * To the delimiter, the end of the line or of the file; *last 1 when the row
 * ends with this cell. `opened` is the line of the quote before, 0: none.
 */
static ayant_status unquoted(failure *e, csv *c, size_t cell, int opened, cell_flag *flag, int *last)
{
    size_t stray = 0; /* after a closing quote, all but spaces */
    char before = '\0';
    int closed = c->line, more;

    for (;;) {
        size_t i;

        if (refill(e, c, &more) < 0)
            return e->status;
        for (i = c->at; i < c->end && c->bytes[i] != c->delimiter && c->bytes[i] != '\n'; i++)
            stray += opened && c->bytes[i] != ' ' && c->bytes[i] != '\t';
        if (i > c->at)
            before = c->bytes[i - 1];
        take(c, cell, i - c->at, flag);
        if (c->at < c->end || !more)
            break;
    }
    *last = !more || c->bytes[c->at] == '\n';
    if (*last && before == '\r') { /* of the end of the line */
        stray -= opened != 0;
        if (c->count < c->columns && *flag != CELL_LONG)
            c->write--;
    }
    /* the "closing" quote of a cell of several lines that is followed by text opens another cell */
    if (stray && opened != closed)
        return never_closed(e, c, opened);
    if (stray && *flag == CELL_GOOD)
        *flag = CELL_QUOTE;
    if (*last)
        c->line += more;
    c->at += more != 0;
    return AYANT_OK;
}

/* A row with quotes, or longer than the buffer. */
static ayant_status read_carefully(failure *e, csv *c)
{
    int last = 0;

    c->row = c->write = c->at;
    while (!last) {
        size_t cell = c->write - c->row;
        cell_flag flag = CELL_GOOD;
        int more, opened = 0;

        if (refill(e, c, &more) < 0)
            return e->status;
        if (more && c->bytes[c->at] == c->quote) {
            opened = c->line;
            c->at++;
            if (quoted(e, c, cell, opened, &flag) < 0)
                return e->status;
        }
        if (unquoted(e, c, cell, opened, &flag, &last) < 0)
            return e->status;
        if (flag == CELL_LONG || flag == CELL_QUOTE)
            c->write = c->row + cell;
        add_cell(c, cell, c->write - c->row - cell, flag);
    }
    return AYANT_OK;
}

/* Zero bytes and Windows-1252, in the cells kept. */
static ayant_status check_bytes(failure *e, csv *c, size_t kept)
{
    int windows = 0;
    size_t need = 0, used = 0;

    for (size_t i = 0; i < kept; i++)
        need += 3 * c->cell[i].length;
    if (need > c->converted_size) {
        char *wide = realloc(c->converted, need);

        if (!wide)
            return fail_memory(e);
        c->converted = wide;
        c->converted_size = need;
    }
    for (size_t i = 0; i < kept; i++) {
        text *t = &c->cell[i];
        int64_t length;

        if (!t->length || text_is_utf8(*t))
            continue;
        length = -1;
        if (memchr(t->at, '\0', t->length)) {
            c->flag[i] = CELL_NUL;
        } else if ((length = utf8_from_windows(*t, c->converted + used)) < 0) {
            c->flag[i] = CELL_ENCODING;
        } else {
            t->at = c->converted + used;
            used += (size_t)length;
            windows = 1;
        }
        t->length = length < 0 ? 0 : (size_t)length;
    }
    if (windows)
        c->windows_rows++;
    else
        c->utf8_rows++;
    return AYANT_OK;
}

/* ASCII without zero bytes. */
static int is_plain(const char *at, size_t length)
{
    uint64_t all = 0;
    size_t i = 0;

    for (; i + 8 <= length; i += 8) {
        uint64_t word;

        memcpy(&word, at + i, 8);
        all |= word;
    }
    for (; i < length; i++)
        all |= (unsigned char)at[i];
    return !(all & 0x8080808080808080u) && !(length && memchr(at, '\0', length));
}

/* A row that was packed: cells are where they were put, when the row is over. */
static ayant_status read_packed(failure *e, csv *c)
{
    size_t kept;

    if (read_carefully(e, c) < 0)
        return e->status;
    kept = c->count < c->columns ? c->count : c->columns;
    for (size_t i = 0; i < kept; i++)
        c->cell[i] = (text){c->bytes + c->row + c->spans[i].from, c->spans[i].length};
    return is_plain(c->bytes + c->row, c->write - c->row) ? AYANT_OK : check_bytes(e, c, kept);
}

/* A line without quotes. What is well-formed as a whole is so in each cell. */
static ayant_status read_plain(failure *e, csv *c, size_t length, int ended)
{
    text whole = {c->bytes + c->at, length - (length && c->bytes[c->at + length - 1] == '\r')};
    uint64_t all;

    split(c, whole.length, &all);
    c->at += length + (size_t)ended;
    c->line += ended;
    if (((all & 0x8080808080808080u) || memchr(whole.at, '\0', whole.length)) && !text_is_utf8(whole))
        return check_bytes(e, c, c->count < c->columns ? c->count : c->columns);
    c->utf8_rows += (all & 0x8080808080808080u) != 0;
    return AYANT_OK;
}

/* One row of the file, blank or not. AYANT_NONE at the end. */
static ayant_status read_row(failure *e, csv *c)
{
    const char *newline;
    size_t length;

    if (c->at == c->end && !c->ended) {
        if (csv_fill(e, c, c->at, c->end) < 0)
            return e->status;
        c->at = 0;
    }
    if (c->at == c->end)
        return AYANT_NONE;
    newline = memchr(c->bytes + c->at, '\n', c->end - c->at);
    if (!newline && !c->ended && c->end - c->at < CSV_BLOCK / 2) {
        if (csv_fill(e, c, c->at, c->end) < 0)
            return e->status;
        c->at = 0;
        newline = memchr(c->bytes, '\n', c->end);
    }
    length = (newline ? (size_t)(newline - c->bytes) : c->end) - c->at;
    c->count = 0;
    c->row_line = c->line;
    if ((!newline && !c->ended) || memchr(c->bytes + c->at, c->quote, length))
        return read_packed(e, c);
    return read_plain(e, c, length, newline != NULL);
}

static int is_blank(const csv *c)
{
    for (size_t i = 0; i < c->count; i++)
        if (i >= c->columns || c->cell[i].length || c->flag[i] != CELL_GOOD)
            return 0;
    return 1;
}

ayant_status csv_next(failure *e, void *inside, source_row *row)
{
    csv *c = inside;
    ayant_status status;

    do {
        status = read_row(e, c);
        if (status != AYANT_OK)
            return status;
    } while (is_blank(c));
    row->cell = c->cell;
    row->flag = c->flag;
    row->count = c->count;
    row->kept = c->count < c->columns ? c->count : c->columns;
    row->line = c->row_line;
    return AYANT_OK;
}

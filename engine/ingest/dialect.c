/*
 * Trying each way a CSV file can be written on its first lines.
 */
#include "dialect.h"

#include "heading.h"

#define HEAD_ROWS 60
#define HEAD_CELLS 400 /* beyond these a line is counted and not looked at */
#define HEAD_BYTES (128u << 10)
#define WIDE_ENOUGH 10 /* more cells than this prove nothing more */

/* Where a scan of lines has come to. */
typedef struct scan {
    text head;
    int whole;
    char delimiter, quote;
    size_t at;
    int line;
    /* the row */
    size_t row_at, count, quoted, odd; /* odd: a quote that opens a cell and does not close at its end */
    int row_line;
    text cell[HEAD_CELLS];
} scan;

/* One way to read the file. */
typedef struct reading {
    dialect way;
    size_t score, width;
    size_t quoted, double_quoted, odd, rows, header_quoted; /* cells */
} reading;

static int is_end(const scan *s, size_t at)
{
    return at >= s->head.length || s->head.at[at] == s->delimiter || s->head.at[at] == '\n' ||
           (s->head.at[at] == '\r' && (at + 1 >= s->head.length || s->head.at[at + 1] == '\n'));
}

/* After the closing quote of the cell that opens at s->at, or the end. */
static size_t pass_quoted(scan *s)
{
    size_t at = s->at + 1;

    for (; at < s->head.length; at++) {
        if (s->head.at[at] == '\n')
            s->line++;
        if (s->head.at[at] != s->quote)
            continue;
        if (at + 1 < s->head.length && s->head.at[at + 1] == s->quote)
            at++;
        else
            return at + 1;
    }
    return at;
}

static void scan_cell(scan *s)
{
    size_t from = s->at, to;
    int quoted = s->at < s->head.length && s->head.at[s->at] == s->quote;

    if (quoted) {
        s->at = pass_quoted(s);
        s->quoted++;
        s->odd += !is_end(s, s->at);
    }
    while (s->at < s->head.length && s->head.at[s->at] != s->delimiter && s->head.at[s->at] != '\n')
        s->at++;
    to = s->at;
    if (to > from && s->head.at[to - 1] == '\r' && (to == s->head.length || s->head.at[to] == '\n'))
        to--;
    if (quoted && to - from >= 2)
        from++, to--;
    if (s->count < HEAD_CELLS)
        s->cell[s->count] = (text){s->head.at + from, to - from};
    s->count++;
}

/* 0 at the end, and for a last line that is not whole. */
static int scan_row(scan *s)
{
    if (s->at >= s->head.length)
        return 0;
    s->row_at = s->at;
    s->row_line = s->line;
    s->count = s->quoted = s->odd = 0;
    for (;;) {
        scan_cell(s);
        if (s->at >= s->head.length)
            return s->whole;
        if (s->head.at[s->at++] == '\n')
            break;
    }
    s->line++;
    return 1;
}

static size_t starting_with(const scan *s, char quote)
{
    size_t found = 0, count = s->count < HEAD_CELLS ? s->count : HEAD_CELLS;

    for (size_t i = 0; i < count; i++)
        found += s->cell[i].length && s->cell[i].at[0] == quote;
    return found;
}

static reading try_way(text head, int whole, char delimiter, char quote)
{
    scan s = {.head = head, .whole = whole, .delimiter = delimiter, .quote = quote};
    size_t width[HEAD_ROWS], from[HEAD_ROWS], quoted[HEAD_ROWS], header;
    int line[HEAD_ROWS];
    reading r = {.way = {delimiter, quote, 0, 0}};
    heading h = {.count = 0};
    size_t seen = 0;

    while (r.rows < HEAD_ROWS && scan_row(&s)) {
        size_t cells = s.count < HEAD_CELLS ? s.count : HEAD_CELLS;

        if (!heading_add(&h, s.cell, cells) && h.count < HEADING_ROWS)
            continue; /* empty */
        from[r.rows] = s.row_at;
        line[r.rows] = s.row_line;
        width[r.rows] = s.count;
        quoted[r.rows++] = s.quoted == s.count;
        r.quoted += s.quoted;
        r.odd += s.odd;
        if (quote != '"')
            r.double_quoted += starting_with(&s, '"');
    }
    if (!r.rows)
        return r;
    header = heading_find(&h);
    r.width = width[header];
    r.header_quoted = quoted[header];
    for (size_t i = header; i < r.rows; i++)
        seen += width[i] == r.width;
    r.score = r.width < 2 ? 0 : seen * (r.width < WIDE_ENOUGH ? r.width : WIDE_ENOUGH);
    r.score *= seen == r.rows - header ? 2 : 1; /* every line agrees */
    if (header) {
        r.way.skip = from[header];
        r.way.lines = line[header];
    }
    return r;
}

static reading best_way(text head, int whole, char delimiter, char quote)
{
    static const char candidates[] = {',', ';', '\t', '|'};
    reading best, next;

    if (delimiter)
        return try_way(head, whole, delimiter, quote);
    best = try_way(head, whole, candidates[0], quote);
    for (size_t i = 1; i < sizeof candidates; i++) {
        next = try_way(head, whole, candidates[i], quote);
        if (next.score > best.score || (next.score == best.score && next.width > best.width))
            best = next;
    }
    return best;
}

/* An apostrophe begins many names ('s Gravenhage): it is a quote only where it is one everywhere. */
static int is_quote(const reading *r)
{
    return !r->double_quoted && !r->odd && r->quoted >= 2 && (r->header_quoted || r->quoted + 1 >= r->rows) &&
           r->score;
}

dialect dialect_find(text head, int whole, char delimiter)
{
    reading plain, single;

    if (head.length > HEAD_BYTES) {
        head.length = HEAD_BYTES;
        whole = 0;
    }
    plain = best_way(head, whole, delimiter, '"');
    if (memchr(head.at, '\'', head.length)) {
        single = best_way(head, whole, delimiter, '\'');
        if (is_quote(&single))
            return single.way;
    }
    return plain.way;
}

/*
 * Titles above a table.
 */
#include "heading.h"

static int is_digit(char c)
{
    return c >= '0' && c <= '9';
}

/* Letters, and no figure, date or address. */
static int is_name(text t)
{
    int letters = 0;

    if (t.length > 120 || is_digit(t.at[0]) || t.at[0] == '-' || t.at[0] == '+')
        return 0;
    for (size_t i = 0; i < t.length; i++) {
        char c = t.at[i];

        letters |= (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c & 0x80);
        if (c == '@')
            return 0;
    }
    return letters;
}

int heading_add(heading *h, const text *cells, size_t count)
{
    heading_row row = {0, 0, 1};

    for (size_t i = 0; i < count; i++) {
        text t = text_trim(cells[i]);

        if (!t.length)
            continue;
        row.width = i + 1;
        row.filled++;
        row.names &= is_name(t);
    }
    if (!row.filled || h->count == HEADING_ROWS)
        return 0;
    h->row[h->count++] = row;
    return 1;
}

static int is_title(const heading_row *row, const heading_row *names)
{
    return row->filled * 3 <= names->filled;
}

/* What follows fits under row `at`. */
static int agrees(const heading *h, size_t at)
{
    const heading_row *names = &h->row[at];
    size_t below = h->count - at - 1, fitting = 0, full = 0;

    for (size_t i = at + 1; i < h->count; i++) {
        fitting += h->row[i].width <= names->width;
        full += !is_title(&h->row[i], names);
    }
    return 4 * fitting >= 3 * below && (!below || full);
}

size_t heading_find(const heading *h)
{
    for (size_t at = 1; at < h->count; at++) {
        size_t titles = 0;

        while (titles < at && is_title(&h->row[titles], &h->row[at]))
            titles++;
        if (titles == at && h->row[at].names && agrees(h, at))
            return at;
    }
    return 0;
}

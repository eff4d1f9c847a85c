/*
 * The words of the language: rules/WORDS.md is the page their table makes, and
 * the words a formula may call are those the graph knows.
 *
 * With --write it makes the page anew (`make words`). Run from the root of
 * the project.
 */
#include <stdio.h>
#include <string.h>
#include "../../engine/graph/lower_words.h"
#include "../../engine/host/host.h"
#include "../../engine/host/words.h"

#define PAGE "rules/WORDS.md"

typedef struct page {
    char text[65536];
    size_t length;
} page;

static int keep(void *to, const char *bytes, size_t length)
{
    page *p = to;

    if (length > sizeof p->text - p->length)
        return 1;
    memcpy(p->text + p->length, bytes, length);
    p->length += length;
    return 0;
}

static int make_page(page *p)
{
    ayant_sink sink = {keep, p};
    failure e;
    writer w;

    failure_clear(&e);
    writer_start(&w, &sink);
    host_words_print(&w);
    return writer_end(&w, &e) == AYANT_OK;
}

static int write_page(const page *p)
{
    FILE *to = fopen(PAGE, "wb");
    int whole = to && fwrite(p->text, 1, p->length, to) == p->length;

    if (to && fclose(to) != 0)
        whole = 0;
    return whole;
}

static int same_page(const page *p)
{
    static char held[sizeof p->text];
    FILE *from = fopen(PAGE, "rb");
    size_t length = from ? fread(held, 1, sizeof held, from) : 0;

    if (from)
        fclose(from);
    return length == p->length && memcmp(held, p->text, length) == 0;
}

static int graph_knows(const char *name)
{
    for (size_t i = 0; graph_word(i); i++)
        if (strcmp(graph_word(i), name) == 0)
            return 1;
    return 0;
}

static int table_has(const char *name)
{
    for (size_t i = 0; i < words_count; i++)
        if (strcmp(words_table[i].name, name) == 0 && words_table[i].group == WORD_FORMULA)
            return 1;
    return 0;
}

/* Two lists that must agree: the words Lua runs, and the words the graph lowers. */
static int same_words(void)
{
    int good = 1;

    for (size_t i = 0; graph_word(i); i++)
        if (!table_has(graph_word(i)))
            good = printf("'%s' is lowered, and Lua does not know it\n", graph_word(i)) < 0;
    for (size_t i = 0; i < words_count; i++)
        if (words_table[i].group == WORD_FORMULA && !graph_knows(words_table[i].name))
            good = printf("'%s' runs in Lua, and is not lowered\n", words_table[i].name) < 0;
    return good;
}

int main(int count, char **arguments)
{
    static page made;
    int good = make_page(&made), words;

    if (count == 2 && strcmp(arguments[1], "--write") == 0)
        return good && write_page(&made) ? 0 : 2;
    good = good && same_page(&made);
    if (!good)
        printf(PAGE " is not what engine/host/words.c says: run `make words`\n");
    words = same_words();
    printf("%d passed, %d failed\n", good + words, 2 - good - words);
    return !good || !words;
}

/*
 * The words of the language: rules/WORDS.md and what editors read (rules/meta,
 * rules/.luarc.json) are what their table makes, and the words a formula may
 * call are those the graph knows.
 *
 * With --write it makes the pages anew (`make words`). Run from the root of
 * the project.
 */
#include <stdio.h>
#include <string.h>
#include <sys/stat.h>
#include "../../engine/graph/lower_words.h"
#include "../../engine/host/host.h"
#include "../../engine/host/words.h"

typedef struct page {
    const char *path;
    void (*print)(writer *);
    size_t length;
    char text[65536];
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
    p->print(&w);
    return writer_end(&w, &e) == AYANT_OK;
}

static int write_page(const page *p)
{
    FILE *to = fopen(p->path, "wb");
    int whole = to && fwrite(p->text, 1, p->length, to) == p->length;

    if (to && fclose(to) != 0)
        whole = 0;
    return whole;
}

static int same_page(const page *p)
{
    static char held[sizeof p->text];
    FILE *from = fopen(p->path, "rb");
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
    static page pages[] = {{.path = "rules/WORDS.md", .print = host_words_print},
                           {.path = "rules/meta/ayant.lua", .print = host_words_meta},
                           {.path = "rules/.luarc.json", .print = host_words_settings}};
    int writes = count == 2 && strcmp(arguments[1], "--write") == 0, passed = 0, failed = 0;

    if (writes)
        mkdir("rules/meta", 0777); /* it may be there; writing into it says so otherwise */
    for (size_t i = 0; i < sizeof pages / sizeof *pages; i++) {
        int good = make_page(&pages[i]) && (writes ? write_page(&pages[i]) : same_page(&pages[i]));

        if (!good)
            printf("%s %s\n", pages[i].path,
                   writes ? "could not be written"
                          : "is not what engine/host/words.c says: run `make words`");
        passed += good;
        failed += !good;
    }
    if (writes)
        return failed ? 2 : 0;
    if (same_words())
        passed++;
    else
        failed++;
    printf("%d passed, %d failed\n", passed, failed);
    return failed != 0;
}

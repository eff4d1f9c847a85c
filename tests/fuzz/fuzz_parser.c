/*
 * The parser of formulas on any text: it gives a tree or says why not, and
 * its tree can be walked. The first byte is the line where the function is
 * said to begin, the second how many lines it has.
 */
#include <stdlib.h>
#include "lang/ast.h"

static size_t walk_block(const ast_block *block);

static size_t walk_tree(const ast *tree)
{
    size_t seen = 1;

    if (!tree)
        return 0;
    if (tree->line < 1 || tree->column < 1)
        abort();
    if ((tree->kind == AST_NAME || tree->kind == AST_FIELD || tree->kind == AST_STRING) && !tree->name)
        abort();
    seen += walk_tree(tree->left) + walk_tree(tree->right);
    for (size_t i = 0; i < tree->count; i++)
        seen += walk_tree(tree->arguments[i]);
    return seen + (tree->function ? walk_block(tree->function->body) : 0);
}

static size_t walk_block(const ast_block *block)
{
    size_t seen = 0;

    for (size_t i = 0; block && i < block->count; i++) {
        const statement *s = &block->statements[i];

        if (!s->value)
            abort();
        seen += walk_tree(s->value) + walk_block(s->then_block) + walk_block(s->else_block);
    }
    return seen;
}

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t length);

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t length)
{
    arena *memory = arena_new();
    ast_function *f = NULL;
    failure e;
    int line;

    if (!memory || length < 2) {
        arena_free(memory);
        return 0;
    }
    failure_clear(&e);
    line = 1 + bytes[0] % 16;
    if (parse_function(&e, memory, "fuzz.lua", (text){(const char *)bytes + 2, length - 2}, line,
                       line + bytes[1] % 32, &f) < 0) {
        if (!e.text[0] || !e.id[0] || e.status >= 0)
            abort();
    } else {
        walk_block(f->body); /* may hold nothing: that no path returns is said by the graph */
        if (!f->source || f->line < line)
            abort();
    }
    arena_free(memory);
    return 0;
}

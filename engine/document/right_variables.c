/*
 * The variables a right rests on: a table to find one's way, then each with
 * its article, its formula in words and as it is written.
 */
#include <string.h>

#include "../lang/ast.h"
#include "in_words.h"
#include "page.h"

/* Spaces before the text of a line, the same for all lines but the first. */
static size_t common_indent(const char *source)
{
    size_t least = 1000;

    for (const char *line = strchr(source, '\n'); line; line = strchr(line + 1, '\n')) {
        size_t spaces = strspn(line + 1, " ");

        if (line[1 + spaces] && line[1 + spaces] != '\n' && spaces < least)
            least = spaces;
    }
    return least;
}

static void put_source(page *p, const char *source)
{
    size_t indent = common_indent(source);

    put_text(p->to, "<pre><code>");
    for (const char *c = source; *c; c++) {
        char one[2] = {*c, '\0'};

        put_html(p->to, one);
        if (*c == '\n') {
            size_t spaces = strspn(c + 1, " ");

            c += spaces < indent ? spaces : indent;
        }
    }
    put_text(p->to, "</code></pre>\n");
}

static void put_readings(page *p, size_t index)
{
    const variable_graph *v = &p->g->variables[index];
    char *told = arena_alloc(p->memory, p->rules->variable_count + 1);
    int any = 0;

    if (!told) {
        p->failed = 1;
        return;
    }
    for (size_t i = 0; i < v->reading_count; i++) {
        const reading *r = &v->readings[i];

        if (r->what != READ_VARIABLE || told[r->index])
            continue;
        told[r->index] = 1;
        if (!any++)
            put_term(p, SAID_READS);
        else
            put_text(p->to, " · ");
        put_variable_link(p, p->rules->variables[r->index].name);
    }
    put_text(p->to, any ? "</dd>" : "");
}

static void put_variable(page *p, size_t index)
{
    const variable *v = &p->rules->variables[index];

    put_text(p->to, "<h3 id=\"v-");
    put_html(p->to, v->name);
    put_text(p->to, "\">");
    put_label(p, &v->label, v->name);
    put_text(p->to, "</h3>\n<dl>");
    put_term(p, SAID_LAW);
    put_law(p, &v->law);
    put_text(p->to, "</dd>");
    put_term(p, SAID_TYPE);
    put_type(p, v->kind, v->per, v->whole, v->words, v->word_count);
    put_text(p->to, ", ");
    put_saying(p, v->entity == ENTITY_PERSON ? SAID_OF_PERSON : SAID_OF_HOUSEHOLD);
    put_text(p->to, "</dd>");
    put_term(p, SAID_CODE);
    put_code(p, v->name);
    put_text(p->to, "</dd>");
    put_readings(p, index);
    put_text(p->to, "</dl>\n<h4>");
    put_saying(p, SAID_IN_WORDS);
    put_text(p->to, "</h4>\n");
    if (formula_in_words(p->to, p->g, v, p->language) < 0)
        p->failed = 1;
    put_text(p->to, "<h4>");
    put_saying(p, SAID_AS_A_FORMULA);
    put_text(p->to, "</h4>\n");
    put_source(p, v->formula->function->source);
}

void put_right_variables(page *p)
{
    static const saying titles[] = {SAID_NAME, SAID_TYPE, SAID_LAW};
    const reach *r = &p->reaches[p->right - p->rules->rights];

    put_section(p, "variables", SAID_VARIABLES);
    put_paragraph(p, SAID_VARIABLES_NOTE);
    put_row_head(p, titles, 3);
    for (size_t i = 0; i < r->variable_count; i++) {
        const variable *v = &p->rules->variables[r->variables[i]];

        put_text(p->to, "<tr><td>");
        put_variable_link(p, v->name);
        put_text(p->to, "</td><td>");
        put_type(p, v->kind, v->per, v->whole, NULL, 0);
        put_text(p->to, "</td><td>");
        put_law(p, &v->law);
        put_text(p->to, "</td></tr>\n");
    }
    put_row_foot(p);
    for (size_t i = 0; i < r->variable_count && !p->failed; i++)
        put_variable(p, (size_t)r->variables[i]);
    put_text(p->to, "</section>\n");
}

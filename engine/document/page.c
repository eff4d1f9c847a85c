/*
 * Pieces of HTML that several parts of a page use.
 */
#include "page.h"

#include <ctype.h>
#include <string.h>
#include "figures_said.h"
#include "vocabulary.h"

void put_saying(page *p, saying s)
{
    put_prose(p->to, said(s, p->language));
}

void put_paragraph(page *p, saying s)
{
    put_text(p->to, "<p class=\"note\">");
    put_saying(p, s);
    put_text(p->to, "</p>\n");
}

void page_head(page *p, const char *language, const char *title)
{
    writer *w = p->to;

    put_print(w, "<!DOCTYPE html>\n<html lang=\"%s\">\n<head>\n<meta charset=\"utf-8\">\n",
              language ? language : "mul");
    put_text(w, "<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n<title>");
    put_html(w, title);
    put_text(w, "</title>\n<style>");
    put_text(w, page_style);
    put_text(w, "</style>\n</head>\n<body>\n");
}

void page_foot(page *p)
{
    put_print(p->to, "<footer><p>ayant %s</p></footer>\n</body>\n</html>\n", AYANT_VERSION);
}

void put_section(page *p, const char *id, saying title)
{
    put_print(p->to, "<section id=\"%s\">\n<h2>", id);
    put_saying(p, title);
    put_text(p->to, "</h2>\n");
}

void put_label(page *p, const label *l, const char *otherwise)
{
    put_prose(p->to, label_said(l, p->language, otherwise));
}

void put_code(page *p, const char *name)
{
    put_text(p->to, "<code>");
    for (const char *c = name; *c; c++) {
        char one[2] = {*c, '\0'};

        put_html(p->to, one);
        if (*c == '_' || *c == '.')
            put_text(p->to, "<wbr>");
    }
    put_text(p->to, "</code>");
}

void put_row_head(page *p, const saying *titles, size_t count)
{
    put_text(p->to, "<div class=\"wide\"><table>\n<thead><tr>");
    for (size_t i = 0; i < count; i++) {
        put_text(p->to, "<th scope=\"col\">");
        put_saying(p, titles[i]);
        put_text(p->to, "</th>");
    }
    put_text(p->to, "</tr></thead>\n<tbody>\n");
}

void put_row_foot(page *p)
{
    put_text(p->to, "</tbody>\n</table></div>\n");
}

void put_term(page *p, saying title)
{
    put_text(p->to, "<dt>");
    put_saying(p, title);
    put_text(p->to, "</dt><dd>");
}

/* A title of law up to its year: the whole stands among the sources. */
static void put_short_title(page *p, const char *title)
{
    size_t length = strlen(title);

    for (size_t i = 0; i + 4 <= length; i++)
        if (isdigit((unsigned char)title[i]) && isdigit((unsigned char)title[i + 1]) &&
            isdigit((unsigned char)title[i + 2]) && isdigit((unsigned char)title[i + 3])) {
            length = i + 4;
            break;
        }
    for (size_t i = 0; i < length; i++) {
        char one[2] = {title[i], '\0'};

        put_html(p->to, one);
    }
}

/* Articles are written in French; what joins their numbers is said in Dutch too. */
static void put_article(page *p, const char *article)
{
    static const struct {
        const char *fr, *nl;
    } joins[] = {{" et ", " en "}, {" à ", " tot "}};

    if (p->language != AYANT_NL || strncmp(article, "art.", 4) != 0) {
        put_text(p->to, p->language == AYANT_NL ? "<span lang=\"fr\">" : "");
        put_html(p->to, article);
        put_text(p->to, p->language == AYANT_NL ? "</span>" : "");
        return;
    }
    while (*article) {
        size_t used = 0;

        for (size_t i = 0; i < sizeof joins / sizeof *joins && !used; i++)
            if (strncmp(article, joins[i].fr, strlen(joins[i].fr)) == 0) {
                put_text(p->to, joins[i].nl);
                used = strlen(joins[i].fr);
            }
        if (!used) {
            char one[2] = {*article, '\0'};

            put_html(p->to, one);
            used = 1;
        }
        article += used;
    }
}

void put_law(page *p, const law_reference *law)
{
    const law_source *s = law->source >= 0 ? &p->rules->sources[law->source] : NULL;

    if (law->article)
        put_article(p, law->article);
    if (law->article && s)
        put_text(p->to, ", ");
    if (s) {
        put_text(p->to, "<a href=\"index.html#s-");
        put_html(p->to, s->id);
        put_print(p->to, "-%s\">", said(SAID_LANGUAGE, p->language));
        put_short_title(p, label_said(&s->label, p->language, s->id));
        put_text(p->to, "</a>");
    }
    if (!law->article && !s)
        put_saying(p, SAID_NOT_STATED);
}

void put_status(page *p, parameter_status s)
{
    static const char *const classes[] = {"verified", "derived", "unverified"};
    static const saying words[] = {SAID_VERIFIED, SAID_DERIVED, SAID_UNVERIFIED};

    put_print(p->to, "<span class=\"status %s\">", classes[s]);
    put_saying(p, words[s]);
    put_text(p->to, "</span>");
}

void put_word(page *p, const char *word)
{
    const char *known = vocabulary_said(word, p->language);

    put_html(p->to, known ? known : word);
}

void put_type(page *p, kind k, period per, int whole, const char *const *words, size_t word_count)
{
    static const saying kinds[] = {
        [KIND_TRUTH] = SAID_TYPE_TRUTH,  [KIND_MONEY] = SAID_TYPE_MONEY, [KIND_NUMBER] = SAID_TYPE_NUMBER,
        [KIND_DATE] = SAID_TYPE_DATE,    [KIND_WORD] = SAID_TYPE_WORD,   [KIND_TEXT] = SAID_TYPE_TEXT,
        [KIND_PERSON] = SAID_TYPE_PERSON};

    put_saying(p, k == KIND_NUMBER && whole       ? SAID_TYPE_COUNT
                  : k == KIND_WORD && !word_count ? SAID_TYPE_WORD_ALONE
                                                  : kinds[k]);
    if (k == KIND_MONEY && (per == PERIOD_MONTH || per == PERIOD_YEAR)) {
        put_text(p->to, " ");
        put_saying(p, per == PERIOD_MONTH ? SAID_A_MONTH : SAID_A_YEAR);
    }
    for (size_t i = 0; k == KIND_WORD && i < word_count; i++) {
        put_text(p->to, i ? ", " : " ");
        put_saying(p, SAID_QUOTE);
        put_word(p, words[i]);
        put_saying(p, SAID_UNQUOTE);
    }
}

void put_variable_link(page *p, const char *name)
{
    int index = rulebook_variable(p->rules, name);

    put_text(p->to, "<a href=\"#v-");
    put_html(p->to, name);
    put_text(p->to, "\">");
    if (index >= 0)
        put_label(p, &p->rules->variables[index].label, name);
    else
        put_html(p->to, name);
    put_text(p->to, "</a>");
}

const char *page_name(page *p, const right *r, ayant_language l)
{
    const char *name = arena_print(p->memory, "%s.%s.html", r->name, said(SAID_LANGUAGE, l));

    p->failed |= !name;
    return name ? name : "";
}

void put_right_link(page *p, const right *r)
{
    put_text(p->to, "<a href=\"");
    put_html(p->to, page_name(p, r, p->language));
    put_text(p->to, "\">");
    put_label(p, &r->label, r->name);
    put_text(p->to, "</a>");
}

/*
 * Writing the pages, one after the other.
 */
#include "document.h"

#include <string.h>
#include "page.h"
#include "site.h"

static const ayant_language languages[] = {AYANT_FR, AYANT_NL};
enum { LANGUAGES = sizeof languages / sizeof *languages };

static ayant_status begin_page(page *p, site *s, const char *name)
{
    ayant_status status = p->failed ? fail_memory(s->e) : site_page(s, name);

    if (status == AYANT_OK)
        writer_start(p->to, &s->sink);
    return status;
}

static ayant_status end_page(page *p, site *s)
{
    ayant_status status = p->failed ? fail_memory(s->e) : writer_end(p->to, s->e);

    return status < 0 ? status : site_page_end(s);
}

static ayant_status write_index(page *p, site *s)
{
    ayant_status status;

    p->right = NULL;
    if ((status = begin_page(p, s, "index.html")) < 0)
        return status;
    page_head(p, NULL, "ayant");
    put_text(p->to, "<nav><ul>");
    for (int i = 0; i < LANGUAGES; i++)
        put_print(p->to, "<li><a href=\"#%s\" lang=\"%s\">%s</a></li>", said(SAID_LANGUAGE, languages[i]),
                  said(SAID_LANGUAGE, languages[i]), said(SAID_LANGUAGE_NAME, languages[i]));
    put_text(p->to, "</ul></nav>\n<main>\n");
    for (int i = 0; i < LANGUAGES; i++) {
        p->language = languages[i];
        put_index(p);
    }
    put_text(p->to, "</main>\n");
    page_foot(p);
    return end_page(p, s);
}

static ayant_status write_right(page *p, site *s, const right *r, ayant_language l)
{
    ayant_status status;

    p->right = r;
    p->language = l;
    if ((status = begin_page(p, s, page_name(p, r, l))) < 0)
        return status;
    page_head(p, said(SAID_LANGUAGE, l), label_said(&r->label, l, r->name));
    put_right_intro(p);
    put_right_variables(p);
    put_right_parameters(p);
    put_right_facts(p);
    put_right_cases(p);
    put_text(p->to, "</main>\n");
    page_foot(p);
    return end_page(p, s);
}

static ayant_status write_pages(page *p, site *s)
{
    ayant_status status = write_index(p, s);

    for (size_t i = 0; i < p->rules->right_count; i++)
        for (int k = 0; k < LANGUAGES && status == AYANT_OK; k++)
            status = write_right(p, s, &p->rules->rights[i], languages[k]);
    return status;
}

ayant_status document_write(failure *e, const graph *g, day on, const char *folder)
{
    page p = {.g = g, .rules = g->rules, .on = on, .memory = arena_new()};
    reach *reaches = p.memory ? arena_array(p.memory, g->rules->right_count + 1, sizeof *reaches) : NULL;
    ayant_status status, closed;
    writer w;
    site s;

    if (!reaches) {
        arena_free(p.memory);
        return fail_memory(e);
    }
    for (size_t i = 0; i < g->rules->right_count; i++)
        if (reach_right(p.memory, g, &g->rules->rights[i], &reaches[i]) < 0) {
            arena_free(p.memory);
            return fail_memory(e);
        }
    p.reaches = reaches;
    p.to = &w;
    status = site_open(&s, e, p.memory, folder);
    if (status == AYANT_OK)
        status = write_pages(&p, &s);
    closed = site_close(&s, status == AYANT_OK);
    arena_free(p.memory);
    return status < 0 ? status : closed;
}

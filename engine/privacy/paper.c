/*
 * Writing a paper, in three forms.
 */
#include "paper.h"

#include <stdarg.h>
#include <stdio.h>

#define RULER "----------------------------------------------------------------------"

static const char style[] =
    "body{font:16px/1.5 system-ui,sans-serif;color:#1a1a1a;max-width:46rem;margin:2rem auto;padding:0 1rem}"
    "h1{font-size:1.5rem;line-height:1.25}h2{font-size:1.1rem;margin:1.8rem 0 .4rem;border-bottom:1px solid "
    "#767676}"
    "dl{display:grid;grid-template-columns:minmax(10rem,1fr) 2fr;gap:.15rem 1rem;margin:.3rem "
    "0}dt{color:#505050}"
    "dd{margin:0}table{border-collapse:collapse;width:100%;font-size:.92rem;margin:.4rem 0}"
    "th,td{text-align:left;vertical-align:top;padding:.2rem .6rem .2rem 0;border-bottom:1px solid #dcdcdc}"
    ".blank{border-bottom:1px dotted #505050;min-height:1.4em}"
    "@media "
    "print{body{margin:0;max-width:none;font-size:11pt}h2,tr,dl{break-inside:avoid}h2{break-after:avoid}}";

const char *paper_words(const paper *p, const char *fr, const char *nl)
{
    return p->language == AYANT_NL ? nl : fr;
}

static void json_part(paper *p, const char *name)
{
    put_print(p->to, "%s{\"%s\":", p->parts++ ? "," : "", name);
}

void paper_begin(paper *p, writer *to, ayant_format format, ayant_language language, const char *title,
                 const char *under)
{
    *p = (paper){.to = to, .format = format, .language = language};
    if (format == AYANT_HTML) {
        put_print(to, "<!DOCTYPE html>\n<html lang=\"%s\"><head><meta charset=\"utf-8\"><title>",
                  paper_words(p, "fr", "nl"));
        put_html(to, title);
        put_print(to, "</title><style>%s</style></head><body>\n<h1>", style);
        put_html(to, title);
        put_text(to, "</h1>\n<p>");
        put_html(to, under);
        put_text(to, "</p>\n");
    } else if (format == AYANT_JSON) {
        put_print(to, "{\"language\":\"%s\",\"title\":", paper_words(p, "fr", "nl"));
        put_json(to, text_of(title));
        put_text(to, ",\"under\":");
        put_json(to, text_of(under));
        put_text(to, ",\"sections\":[");
    } else {
        put_print(to, "%s\n%s\n", title, under);
    }
}

static void end_section(paper *p)
{
    if (!p->sections)
        return;
    if (p->format == AYANT_HTML)
        put_text(p->to, "</section>\n");
    else if (p->format == AYANT_JSON)
        put_text(p->to, "]}");
}

void paper_end(paper *p)
{
    end_section(p);
    if (p->format == AYANT_HTML)
        put_text(p->to, "</body></html>\n");
    else if (p->format == AYANT_JSON)
        put_text(p->to, "]}\n");
}

void paper_section(paper *p, const char *title)
{
    end_section(p);
    if (p->format == AYANT_HTML) {
        put_text(p->to, "<section><h2>");
        put_html(p->to, title);
        put_text(p->to, "</h2>\n");
    } else if (p->format == AYANT_JSON) {
        put_text(p->to, p->sections ? ",{\"title\":" : "{\"title\":");
        put_json(p->to, text_of(title));
        put_text(p->to, ",\"parts\":[");
    } else {
        put_print(p->to, "\n%s\n%s\n", title, RULER);
    }
    p->sections++;
    p->parts = 0;
}

void paper_text(paper *p, const char *words)
{
    if (p->format == AYANT_HTML) {
        put_text(p->to, "<p>");
        put_html(p->to, words);
        put_text(p->to, "</p>\n");
    } else if (p->format == AYANT_JSON) {
        json_part(p, "text");
        put_json(p->to, text_of(words));
        put_text(p->to, "}");
    } else {
        put_print(p->to, "%s\n", words);
    }
}

/* On a terminal no value moves the cursor. */
static void put_plain(writer *w, const char *value)
{
    for (; *value; value++)
        put(w, (unsigned char)*value < 0x20 || *value == 0x7F ? " " : value, 1);
}

static void line(paper *p, const char *name, const char *value)
{
    if (p->format == AYANT_HTML) {
        put_text(p->to, "<dl><dt>");
        put_html(p->to, name);
        put_text(p->to, value ? "</dt><dd>" : "</dt><dd class=\"blank\">");
        put_html(p->to, value ? value : "");
        put_text(p->to, "</dd></dl>\n");
    } else if (p->format == AYANT_JSON) {
        json_part(p, "label");
        put_json(p->to, text_of(name));
        put_text(p->to, ",\"value\":");
        if (value)
            put_json(p->to, text_of(value));
        else
            put_text(p->to, "null");
        put_text(p->to, "}");
    } else {
        put_print(p->to, "%s: ", name);
        put_plain(p->to, value ? value : paper_words(p, "[À COMPLÉTER]", "[IN TE VULLEN]"));
        put_text(p->to, "\n");
    }
}

void paper_line(paper *p, const char *name, const char *value)
{
    line(p, name, value ? value : "");
}

void paper_blank(paper *p, const char *name)
{
    char marked[300];

    if (p->format != AYANT_HTML) {
        line(p, name, NULL);
        return;
    }
    snprintf(marked, sizeof marked, "%s %s", name, paper_words(p, "[à compléter]", "[in te vullen]"));
    line(p, marked, NULL);
}

void paper_line_print(paper *p, const char *name, const char *format, ...)
{
    char value[500];
    va_list arguments;

    va_start(arguments, format);
    vsnprintf(value, sizeof value, format, arguments);
    va_end(arguments);
    paper_line(p, name, value);
}

void paper_table(paper *p, const char *const *titles, int columns)
{
    p->columns = columns;
    p->cell = 0;
    p->rows = 0;
    if (p->format == AYANT_JSON) {
        json_part(p, "columns");
        put_text(p->to, "[");
    } else if (p->format == AYANT_HTML) {
        put_text(p->to, "<table><thead><tr>");
    }
    for (int i = 0; i < columns; i++) {
        if (p->format == AYANT_JSON) {
            put_text(p->to, i ? "," : "");
            put_json(p->to, text_of(titles[i]));
        } else if (p->format == AYANT_HTML) {
            put_text(p->to, "<th>");
            put_html(p->to, titles[i]);
            put_text(p->to, "</th>");
        } else {
            put_print(p->to, "%s%s", i ? " | " : "", titles[i]);
        }
    }
    put_text(p->to, p->format == AYANT_JSON   ? "],\"rows\":["
                    : p->format == AYANT_HTML ? "</tr></thead><tbody>\n"
                                              : "\n");
}

void paper_cell(paper *p, const char *words)
{
    int first = p->cell == 0, last = p->cell + 1 == p->columns;

    words = words ? words : "";
    if (p->format == AYANT_JSON) {
        put_text(p->to, !first ? "," : p->rows ? ",[" : "[");
        put_json(p->to, text_of(words));
        put_text(p->to, last ? "]" : "");
    } else if (p->format == AYANT_HTML) {
        put_text(p->to, first ? "<tr><td>" : "<td>");
        put_html(p->to, words);
        put_text(p->to, last ? "</td></tr>\n" : "</td>");
    } else {
        put_text(p->to, first ? "  " : " | ");
        put_plain(p->to, words);
        put_text(p->to, last ? "\n" : "");
    }
    p->cell = last ? 0 : p->cell + 1;
    p->rows += last;
}

void paper_table_end(paper *p)
{
    if (p->format == AYANT_JSON)
        put_text(p->to, "]}");
    else if (p->format == AYANT_HTML)
        put_text(p->to, "</tbody></table>\n");
}

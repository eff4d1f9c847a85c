/*
 * Writing reasons: indented text, an array of JSON objects, or a page.
 */
#include "reasons.h"

static const char *mark(const reason *r)
{
    if (r->kind == REASON_HEADING || r->state == 2)
        return "";
    return r->state == 1 ? "[+] " : r->state == 0 ? "[-] " : "[?] ";
}

static void write_text(const reasons *r, const char *title, writer *w)
{
    put_text(w, title);
    put_text(w, "\n");
    for (size_t i = 0; i < r->count; i++) {
        const reason *x = &r->lines[i];

        if (x->kind == REASON_RIGHT || x->kind == REASON_HEADING)
            put_text(w, "\n");
        for (int d = 0; d < x->depth; d++)
            put_text(w, "  ");
        put_text(w, mark(x));
        put_text(w, x->label);
        if (x->value) {
            put_text(w, ": ");
            put_text(w, x->value);
        }
        if (x->law) {
            put_text(w, "  {");
            put_text(w, x->law);
            put_text(w, "}");
        }
        if (x->note) {
            put_text(w, "  (");
            put_text(w, x->note);
            put_text(w, ")");
        }
        put_text(w, "\n");
    }
}

static void json_field(writer *w, const char *name, const char *value, int *first)
{
    if (!value)
        return;
    put_text(w, *first ? "" : ", ");
    put_json(w, text_of(name));
    put_text(w, ": ");
    put_json(w, text_of(value));
    *first = 0;
}

static void write_json(const reasons *r, const char *title, writer *w)
{
    static const char *const kinds[] = {"right", "heading",   "condition", "variable",
                                        "fact",  "parameter", "note"};
    int first = 1;

    put_text(w, "{");
    json_field(w, "title", title, &first);
    put_text(w, ", \"reasons\": [");
    for (size_t i = 0; i < r->count; i++) {
        const reason *x = &r->lines[i];

        put_print(w, "%s\n{\"depth\": %d", i ? "," : "", x->depth);
        first = 0;
        json_field(w, "kind", kinds[x->kind], &first);
        json_field(w, "name", x->name, &first);
        json_field(w, "label", x->label, &first);
        json_field(w, "value", x->value, &first);
        json_field(w, "law", x->law, &first);
        json_field(w, "note", x->note, &first);
        if (x->state != 2)
            json_field(w, "truth", x->state == 1 ? "yes" : x->state == 0 ? "no" : "unknown", &first);
        put_text(w, "}");
    }
    put_text(w, "]}\n");
}

static void html_span(writer *w, const char *class_name, const char *value)
{
    if (!value)
        return;
    put_print(w, " <span class=\"%s\">", class_name);
    put_html(w, value);
    put_text(w, "</span>");
}

static void write_html(const reasons *r, const char *title, ayant_language l, writer *w)
{
    static const char *const languages[] = {"fr", "nl", "en"};

    put_print(w,
              "<!doctype html>\n<html lang=\"%s\"><head><meta charset=\"utf-8\">"
              "<meta name=\"viewport\" content=\"width=device-width\"><title>",
              languages[l]);
    put_html(w, title);
    put_text(
        w,
        "</title><style>body{font:16px/1.5 sans-serif;max-width:60em;margin:2em auto;padding:0 "
        "1em;color:#222}"
        "p{margin:.15em 0}.right{font-size:1.3em;font-weight:bold;margin-top:1.5em}.heading{font-weight:bold;"
        "margin-top:1em}.value{font-weight:600}.law,.note{color:#555;font-size:.9em}.yes::before{content:'"
        "\\2713 ';"
        "color:#06662a}.no::before{content:'\\2717 ';color:#8f1d1d}.unknown::before{content:'? "
        "';color:#7a4d00}"
        "</style></head><body><h1>");
    put_html(w, title);
    put_text(w, "</h1>\n");
    for (size_t i = 0; i < r->count; i++) {
        const reason *x = &r->lines[i];
        const char *truth = x->state == 1 ? " yes" : x->state == 0 ? " no" : x->state == -1 ? " unknown" : "";

        put_print(w, "<p class=\"%s%s\" style=\"margin-left:%dem\">",
                  x->kind == REASON_RIGHT     ? "right"
                  : x->kind == REASON_HEADING ? "heading"
                                              : "line",
                  x->kind == REASON_RIGHT ? "" : truth, x->depth * 3 / 2);
        put_html(w, x->label);
        html_span(w, "value", x->value);
        html_span(w, "law", x->law);
        html_span(w, "note", x->note);
        put_text(w, "</p>\n");
    }
    put_text(w, "</body></html>\n");
}

void reasons_write(const reasons *r, const char *title, ayant_format format, ayant_language l, writer *w)
{
    if (format == AYANT_JSON)
        write_json(r, title, w);
    else if (format == AYANT_HTML)
        write_html(r, title, l, w);
    else
        write_text(r, title, w);
}

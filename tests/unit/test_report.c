/*
 * Tables: what a person, a spreadsheet and a program are given.
 */
#include "../../engine/report/table.h"
#include "check.h"

typedef struct page {
    char text[8192];
    size_t length;
} page;

static int keep(void *to, const char *bytes, size_t length)
{
    page *p = to;

    if (p->length + length >= sizeof p->text)
        return 1;
    memcpy(p->text + p->length, bytes, length);
    p->length += length;
    p->text[p->length] = '\0';
    return 0;
}

static const char *shown(const table *t, ayant_format format, size_t width, int colour)
{
    static page p;
    static writer w;
    failure e = {0};
    ayant_sink sink = {keep, &p};

    p.length = 0;
    p.text[0] = '\0';
    writer_start(&w, &sink);
    CHECK_INT(table_write(&e, t, &w, format, width, colour), AYANT_OK);
    CHECK_INT(writer_end(&w, &e), AYANT_OK);
    return p.text;
}

static table *two_rights(void)
{
    table *t = table_new();

    table_column(t, "right", "Droit", TABLE_LEFT);
    table_column(t, "likely", "Probables", TABLE_RIGHT);
    table_column(t, "euros", NULL, TABLE_RIGHT);
    table_text(t, "intégration");
    table_count(t, 12);
    table_cents(t, 77037);
    table_text(t, "bim");
    table_count(t, 7);
    table_empty(t);
    return t;
}

static void columns_are_aligned_and_accents_count_one(void)
{
    table *t = two_rights();

    CHECK_TEXT(shown(t, AYANT_TABLE, 0, 0), "Droit        Probables   euros\n"
                                            "-----------  ---------  ------\n"
                                            "intégration         12  770.37\n"
                                            "bim                  7\n");
    CHECK_HOLDS(shown(t, AYANT_TABLE, 0, 1), "\033[1mDroit");
    CHECK_INT(text_width(text_of("e\xcc\x81t\xc3\xa9")), 3);
    table_free(t);
}

static void the_same_rows_for_programs(void)
{
    table *t = two_rights();

    CHECK_TEXT(shown(t, AYANT_CSV, 0, 0), "right,likely,euros\nintégration,12,770.37\nbim,7,\n");
    CHECK_TEXT(shown(t, AYANT_JSON, 0, 0),
               "[\n  {\"right\": \"intégration\", \"likely\": 12, \"euros\": 770.37},\n"
               "  {\"right\": \"bim\", \"likely\": 7, \"euros\": null}\n]\n");
    CHECK_HOLDS(shown(t, AYANT_HTML, 0, 0), "<th class=\"number\">Probables</th>");
    table_free(t);
}

static void the_widest_text_folds_at_spaces(void)
{
    table *t = table_new();

    table_column(t, "id", NULL, TABLE_LEFT);
    table_column(t, "sentence", NULL, TABLE_LEFT);
    table_column(t, "amount", NULL, TABLE_RIGHT);
    table_text(t, "ris");
    table_text(t, "the resources are below the amount");
    table_cents(t, 100);
    CHECK_TEXT(shown(t, AYANT_TABLE, 30, 0), "id   sentence           amount\n"
                                             "---  -----------------  ------\n"
                                             "ris  the resources are    1.00\n"
                                             "     below the amount\n");
    table_free(t);
}

static void a_word_longer_than_its_column_is_cut_at_a_letter(void)
{
    table *t = table_new();

    table_column(t, "word", NULL, TABLE_LEFT);
    table_text(t, "éééééééééééé");
    CHECK_TEXT(shown(t, AYANT_TABLE, 10, 0), "word\n----------\néééééééééé\néé\n");
    table_free(t);
}

static void a_cell_cannot_drive_the_terminal(void)
{
    table *t = table_new();

    table_column(t, "name", NULL, TABLE_LEFT);
    table_text(t, "a\033[2Jb\xc2\x9b\nc");
    CHECK_TEXT(shown(t, AYANT_TABLE, 0, 0), "name\n---------\na?[2Jb? c\n");
    table_free(t);
}

static void a_spreadsheet_sees_no_formula(void)
{
    table *t = table_new();
    char longer[700] = "=";

    memset(longer + 1, 'x', 600);
    table_column(t, "name", NULL, TABLE_LEFT);
    table_column(t, "amount", NULL, TABLE_RIGHT);
    table_text(t, "=HYPERLINK(\"x\")");
    table_cents(t, -5);
    table_text(t, "+32 2 000 00 00");
    table_cents(t, 0);
    table_text(t, longer);
    table_empty(t);
    CHECK_HOLDS(shown(t, AYANT_CSV, 0, 0), "\n\"=HYPERLINK");
    table_guard(t);
    CHECK_HOLDS(shown(t, AYANT_CSV, 0, 0),
                "name,amount\n\"'=HYPERLINK(\"\"x\"\")\",-0.05\n'+32 2 000 00 00,0.00\n\"'=xxx");
    CHECK_HOLDS(shown(t, AYANT_JSON, 0, 0), "\"+32 2");
    table_free(t);
}

static void an_empty_table_still_has_its_titles(void)
{
    table *t = table_new();

    table_column(t, "right", NULL, TABLE_LEFT);
    CHECK_INT(table_rows(t), 0);
    CHECK_TEXT(shown(t, AYANT_CSV, 0, 0), "right\n");
    CHECK_TEXT(shown(t, AYANT_JSON, 0, 0), "[]\n");
    table_free(t);
}

int main(void)
{
    RUN(columns_are_aligned_and_accents_count_one);
    RUN(the_same_rows_for_programs);
    RUN(the_widest_text_folds_at_spaces);
    RUN(a_word_longer_than_its_column_is_cut_at_a_letter);
    RUN(a_cell_cannot_drive_the_terminal);
    RUN(a_spreadsheet_sees_no_formula);
    RUN(an_empty_table_still_has_its_titles);
    return check_end();
}

/*
 * The end: rights, amounts, papers to bring, where to go.
 *
 * Collected once as sections of lines, then written as text, JSON or HTML:
 * the three say the same.
 */
#include <string.h>
#include "asking.h"

typedef struct line {
    const char *name;  /* for programs */
    const char *label; /* NULL: `text` stands alone */
    const char *text;
} line;

#define LINES_MOST 160

typedef struct told_right {
    const ask_right *said;
    size_t place;
    const char *office;
    int doubtful;
    line lines[24]; /* what a person looks at, what it opens, what is missing */
    size_t count;
} told_right;

typedef struct ending {
    asking *s;
    told_right *rights;
    size_t right_count;
    line presumed[LINES_MOST], proofs[LINES_MOST];
    size_t presumed_count, proof_count;
    int failed;
} ending;

static void add_line(told_right *t, phrase_ask what, const char *name, const char *said, ayant_language l)
{
    if (said && t->count < sizeof t->lines / sizeof *t->lines)
        t->lines[t->count++] = (line){name, ask_say(what, l), said};
}

/* Yes, but not when what is not verified is taken as unknown. */
static ayant_status find_doubts(failure *e, ending *x)
{
    asking *s = x->s;
    ayant_status status;

    if (!s->doubted)
        return AYANT_OK;
    if (!s->doubts && (status = variants_new(e, s->doubted, s->nodes, s->node_count, &s->doubts)) < 0)
        return status;
    variants_load(s->doubts, 0, 1);
    variants_run(s->doubts, 1);
    for (size_t i = 0; i < x->right_count; i++) {
        told_right *t = &x->rights[i];
        saying a = saying_of(s->copies, &s->rights[t->place], 0),
               b = saying_of(s->doubts, &s->rights[t->place], 0);

        t->doubtful =
            a.verdict == VERDICT_YES && (b.verdict != VERDICT_YES || b.low < a.low || b.high > a.high);
    }
    return AYANT_OK;
}

static void tell_human(ending *x, told_right *t)
{
    asking *s = x->s;
    const right *r = s->rights[t->place].right;

    for (size_t i = 0; i < r->judged_count; i++) {
        const judged *j = &r->judged[i];
        int which = j->when ? rulebook_variable(s->g->rules, j->when) : -1;

        /* A truth that the copies do not compute is told. */
        if (which >= 0) {
            int root = s->g->variables[which].root;

            if (s->copies->plan->buffer[root] >= 0 && slot_high(s->copies->frame, root, 0) == 0)
                continue;
            if (s->copies->plan->buffer[root] < 0)
                continue;
        }
        add_line(t, END_HUMAN, "human", ask_label(&j->label, s->options.language, j->id),
                 s->options.language);
    }
}

static const char *label_of_cell(asking *s, unknown_cell what)
{
    ayant_language l = s->options.language;
    const fact *f;

    if ((size_t)what.fact >= s->facts->count)
        return ask_say(END_GUESSED, l);
    f = &s->facts->facts[what.fact];
    if (f->entity == ENTITY_HOUSEHOLD || what.member == 0)
        return ask_label(&f->label, l, f->name);
    return arena_print(s->passing, "%s (%s)", ask_label(&f->label, l, f->name), who_is(s, what.member));
}

static void tell_missing(ending *x, told_right *t)
{
    asking *s = x->s;
    unknown_cell cells[ASKING_CELLS];
    size_t count = missing_cells(s->copies->frame, &s->rights[t->place], 0, cells, ASKING_CELLS);

    for (size_t i = 0; i < count && i < 12; i++) {
        const char *said = label_of_cell(s, cells[i]);

        x->failed |= said == NULL;
        add_line(t, END_MISSING, "missing", said, s->options.language);
    }
}

static int is_finding(const told_right *t, finding f)
{
    return strcmp(t->said->finding, finding_names[f]) == 0;
}

static int is_open(const told_right *t)
{
    return !is_finding(t, FINDING_RECEIVING) && strcmp(t->said->verdict, verdict_names[VERDICT_NO]) != 0;
}

static void tell_right(ending *x, told_right *t)
{
    asking *s = x->s;
    ayant_language l = s->options.language;
    const right *r = s->rights[t->place].right;
    int couple = s->rights[t->place].couple;
    int refer = s->rights[t->place].refer;

    /* A "no" sends nobody to a counter, unless the rule says where else. */
    if (is_open(t) ||
        (refer >= 0 && !is_finding(t, FINDING_RECEIVING) && slot_low(s->copies->frame, refer, 0) == 1))
        t->office = ask_label(&r->office, l, NULL);
    if (!is_open(t))
        return;
    if (couple >= 0 && s->home.partner > 0 && slot_low(s->copies->frame, couple, 0) == 1)
        add_line(t, END_COVERS, "covers_partner", "", l);
    if (strcmp(t->said->verdict, verdict_names[VERDICT_UNKNOWN]) == 0)
        tell_missing(x, t);
    tell_human(x, t);
    if (t->doubtful)
        add_line(t, END_DOUBT, "doubt", "", l);
    for (size_t i = 0; i < r->open_count; i++) {
        int which = rulebook_right(s->g->rules, r->opens[i]);

        add_line(t, END_OPENS, "opens",
                 which < 0 ? r->opens[i] : ask_label(&s->g->rules->rights[which].label, l, r->opens[i]), l);
    }
}

static void tell_presumed(ending *x)
{
    asking *s = x->s;
    unknown_cell cells[LINES_MOST];
    size_t count = presumed_cells(s, cells, LINES_MOST - 1);
    ayant_language l = s->options.language;

    if (s->home.guessed)
        x->presumed[x->presumed_count++] = (line){"household", NULL, ask_say(END_GUESSED, l)};
    for (size_t i = 0; i < count && x->presumed_count < LINES_MOST; i++) {
        const fact *f = &s->facts->facts[cells[i].fact];
        const char *what = ask_label(&f->label, l, f->name);
        const char *value = f->kind == KIND_TRUTH  ? (l == AYANT_FR   ? "non"
                                                      : l == AYANT_NL ? "nee"
                                                                      : "no")
                            : f->kind == KIND_WORD ? ask_word(f->name, f->words[f->presumed], l)
                                                   : "0";

        if (i && cells[i].fact == cells[i - 1].fact)
            continue; /* once, for all members */
        x->presumed[x->presumed_count++] = (line){f->name, what, value};
    }
}

static void add_proof(ending *x, const fact *f)
{
    const char *proof = ask_proof(f, x->s->options.language);

    for (size_t i = 0; i < x->proof_count && proof; i++)
        if (strcmp(x->proofs[i].text, proof) == 0)
            proof = NULL;
    if (proof && x->proof_count < LINES_MOST)
        x->proofs[x->proof_count++] = (line){f->name, NULL, proof};
}

/* Papers for what was answered, when a right that may be open reads it. An amount of nothing has no paper,
   savings apart: bank statements show both. */
static void tell_proofs(ending *x)
{
    asking *s = x->s;
    int composed = s->on_others && s->home.members > 1;

    for (size_t k = 0; k < s->facts->count; k++) {
        const fact *f = &s->facts->facts[k];
        size_t rows = f->entity == ENTITY_PERSON ? s->home.members : 1;
        int read = 0, worth = 0;

        for (size_t i = 0; i < x->right_count; i++)
            read |= is_open(&x->rights[i]) && s->reads[x->rights[i].place][k];
        for (size_t m = 0; read && f->kind != KIND_TEXT && m < rows; m++) {
            cell c = given_cell(s, (int)k, m);
            unknown_cell what = {(int)k, (uint32_t)m, 0};

            worth |= (c != CELL_UNKNOWN &&
                      (f->kind != KIND_MONEY || c != 0 || strcmp(f->name, "movable_capital") == 0) &&
                      (f->kind != KIND_TRUTH || c == 1)) ||
                     (c == CELL_UNKNOWN && not_known(s, what));
        }
        if (worth || (read && composed && strcmp(f->name, "shares_budget") == 0))
            add_proof(x, f);
    }
}

static ayant_status collect(failure *e, ending *x)
{
    asking *s = x->s;
    ayant_status status;
    size_t n = 0;

    if ((status = asking_say(e, s)) < 0)
        return status;
    x->rights = arena_array(s->passing, s->right_count + 1, sizeof *x->rights);
    if (!x->rights)
        return fail_memory(e);
    for (size_t r = 0; r < s->right_count; r++)
        if (s->wanted[r]) {
            x->rights[n].said = &s->said[n];
            x->rights[n++].place = r;
        }
    x->right_count = n;
    if ((status = find_doubts(e, x)) < 0)
        return status;
    for (size_t i = 0; i < n; i++)
        tell_right(x, &x->rights[i]);
    tell_proofs(x);
    tell_presumed(x);
    return x->failed ? fail_memory(e) : AYANT_OK;
}

/* ---- writing ---- */

static int belongs(const told_right *t, phrase_ask heading)
{
    int no = strcmp(t->said->verdict, verdict_names[VERDICT_NO]) == 0,
        yes = strcmp(t->said->verdict, verdict_names[VERDICT_YES]) == 0;

    if (is_finding(t, FINDING_RECEIVING))
        return heading == END_RECEIVED;
    return heading == (no ? END_NOT : yes ? END_LIKELY : END_POSSIBLE);
}

static const phrase_ask headings[] = {END_LIKELY, END_POSSIBLE, END_RECEIVED, END_NOT};

static void text_right(const told_right *t, ayant_language l, writer *w)
{
    put_print(w, "- %s: %s\n", t->said->label, t->said->said);
    for (size_t i = 0; i < t->count; i++) {
        int again = i > 0 && t->lines[i].label == t->lines[i - 1].label;

        if (!*t->lines[i].text)
            put_print(w, "    %s.\n", t->lines[i].label);
        else if (again || (i + 1 < t->count && t->lines[i + 1].label == t->lines[i].label)) {
            if (!again)
                put_print(w, "    %s:\n", t->lines[i].label);
            put_print(w, "      - %s\n", t->lines[i].text);
        } else {
            put_print(w, "    %s: %s\n", t->lines[i].label, t->lines[i].text);
        }
    }
    if (t->office)
        put_print(w, "    %s: %s\n", ask_say(END_WHERE, l), t->office);
}

static void text_lines(const line *lines, size_t count, phrase_ask heading, ayant_language l, writer *w)
{
    if (count)
        put_print(w, "\n%s:\n", ask_say(heading, l));
    for (size_t i = 0; i < count; i++) {
        put_text(w, "- ");
        if (lines[i].label)
            put_print(w, "%s: ", lines[i].label);
        put_print(w, "%s\n", lines[i].text);
    }
}

static void write_text(const ending *x, writer *w)
{
    ayant_language l = x->s->options.language;

    put_print(w, "%s\n", ask_say(END_TITLE, l));
    for (size_t h = 0; h < sizeof headings / sizeof *headings; h++) {
        int begun = 0;

        for (size_t i = 0; i < x->right_count; i++) {
            if (!belongs(&x->rights[i], headings[h]))
                continue;
            if (!begun++)
                put_print(w, "\n%s:\n", ask_say(headings[h], l));
            text_right(&x->rights[i], l, w);
        }
    }
    text_lines(x->proofs, x->proof_count, END_PROOFS, l, w);
    text_lines(x->presumed, x->presumed_count, END_PRESUMED, l, w);
    put_print(w, "\n%s\n%s\n%s\n", ask_say(END_DRAFT, l), ask_say(END_STORED, l), ask_say(END_HELP, l));
}

static void html_lines(const line *lines, size_t count, phrase_ask heading, ayant_language l, writer *w)
{
    if (!count)
        return;
    put_text(w, "<h2>");
    put_html(w, ask_say(heading, l));
    put_text(w, "</h2>\n<ul>\n");
    for (size_t i = 0; i < count; i++) {
        put_text(w, "<li>");
        if (lines[i].label) {
            put_html(w, lines[i].label);
            put_text(w, *lines[i].text ? ": " : "");
        }
        put_html(w, lines[i].text);
        put_text(w, "</li>\n");
    }
    put_text(w, "</ul>\n");
}

static void html_right(const told_right *t, ayant_language l, writer *w)
{
    put_text(w, "<h3>");
    put_html(w, t->said->label);
    put_text(w, "</h3>\n<p>");
    put_html(w, t->said->said);
    put_text(w, "</p>\n");
    if (t->office) {
        put_text(w, "<p>");
        put_html(w, ask_say(END_WHERE, l));
        put_text(w, ": ");
        put_html(w, t->office);
        put_text(w, "</p>\n");
    }
    if (t->count)
        put_text(w, "<ul>\n");
    for (size_t i = 0; i < t->count; i++) {
        put_text(w, "<li>");
        put_html(w, t->lines[i].label);
        put_text(w, *t->lines[i].text ? ": " : "");
        put_html(w, t->lines[i].text);
        put_text(w, "</li>\n");
    }
    if (t->count)
        put_text(w, "</ul>\n");
}

static void write_html(const ending *x, writer *w)
{
    static const char *const codes[] = {"fr", "nl", "en"};
    ayant_language l = x->s->options.language;
    const phrase_ask last[] = {END_DRAFT, END_STORED, END_HELP};

    put_print(w, "<!DOCTYPE html>\n<html lang=\"%s\">\n<head>\n<meta charset=\"utf-8\">\n<title>", codes[l]);
    put_html(w, ask_say(END_TITLE, l));
    put_text(w,
             "</title>\n<meta name=\"viewport\" content=\"width=device-width\">\n"
             "<style>body{font:1.1em/1.5 sans-serif;max-width:40em;margin:1em auto;padding:0 1em}</style>\n"
             "</head>\n<body>\n<h1>");
    put_html(w, ask_say(END_TITLE, l));
    put_text(w, "</h1>\n");
    for (size_t h = 0; h < sizeof headings / sizeof *headings; h++) {
        int begun = 0;

        for (size_t i = 0; i < x->right_count; i++) {
            if (!belongs(&x->rights[i], headings[h]))
                continue;
            if (!begun++) {
                put_text(w, "<h2>");
                put_html(w, ask_say(headings[h], l));
                put_text(w, "</h2>\n");
            }
            html_right(&x->rights[i], l, w);
        }
    }
    html_lines(x->proofs, x->proof_count, END_PROOFS, l, w);
    html_lines(x->presumed, x->presumed_count, END_PRESUMED, l, w);
    for (size_t i = 0; i < 3; i++) {
        put_text(w, "<p>");
        put_html(w, ask_say(last[i], l));
        put_text(w, "</p>\n");
    }
    put_text(w, "</body>\n</html>\n");
}

static void json_field(writer *w, const char *name, const char *value, int first)
{
    put_text(w, first ? "" : ",");
    put_json(w, text_of(name));
    put_text(w, ":");
    put_json(w, text_of(value ? value : ""));
}

static void json_money(writer *w, const char *name, int64_t amount)
{
    if (amount < 0)
        put_print(w, ",\"%s\":null", name);
    else
        put_print(w, ",\"%s\":%lld.%02lld", name, (long long)(amount / 100), (long long)(amount % 100));
}

static void json_lines(writer *w, const char *name, const line *lines, size_t count)
{
    put_print(w, ",\"%s\":[", name);
    for (size_t i = 0; i < count; i++) {
        put_text(w, i ? ",{" : "{");
        json_field(w, "name", lines[i].name, 1);
        if (lines[i].label)
            json_field(w, "label", lines[i].label, 0);
        json_field(w, "text", lines[i].text, 0);
        put_text(w, "}");
    }
    put_text(w, "]");
}

/* One line, so that it can end a conversation of lines. */
static void write_json(const ending *x, writer *w)
{
    ayant_language l = x->s->options.language;

    put_text(w, "{\"rights\":[");
    for (size_t i = 0; i < x->right_count; i++) {
        const told_right *t = &x->rights[i];

        put_text(w, i ? ",{" : "{");
        json_field(w, "right", t->said->right, 1);
        json_field(w, "label", t->said->label, 0);
        json_field(w, "verdict", t->said->verdict, 0);
        json_field(w, "finding", t->said->finding, 0);
        json_field(w, "said", t->said->said, 0);
        json_money(w, "amount_low", t->said->low_cents);
        json_money(w, "amount_high", t->said->high_cents);
        json_field(w, "office", t->office, 0);
        json_lines(w, "more", t->lines, t->count);
        put_text(w, "}");
    }
    put_text(w, "]");
    json_lines(w, "proofs", x->proofs, x->proof_count);
    json_lines(w, "presumed", x->presumed, x->presumed_count);
    json_field(w, "notice", ask_say(END_DRAFT, l), 0);
    json_field(w, "stored", ask_say(END_STORED, l), 0);
    json_field(w, "help", ask_say(END_HELP, l), 0);
    put_text(w, "}\n");
}

ayant_status ask_end(failure *e, asking *s, ayant_format format, const ayant_sink *out)
{
    ending x = {.s = s};
    size_t member;
    ayant_status status;
    writer w;

    if (home_next(&s->home, &member) != HOME_DONE)
        return fail(e, AYANT_E_USAGE, "A05",
                    "nothing can be said yet: answer first who lives in the household");
    if ((!s->people && (status = asking_build(e, s)) < 0) || (status = collect(e, &x)) < 0)
        return status;
    writer_start(&w, out);
    if (format == AYANT_JSON)
        write_json(&x, &w);
    else if (format == AYANT_HTML)
        write_html(&x, &w);
    else
        write_text(&x, &w);
    return writer_end(&w, e);
}

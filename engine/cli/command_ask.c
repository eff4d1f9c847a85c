/*
 * ayant ask: one case, question by question.
 *
 * On a terminal, or from lines of a pipe: one line, one answer. As JSON: one
 * object a line each way, for a page or a telephone script. No file is
 * opened for writing. What ends the lines ends the questions: what is known
 * by then is said.
 */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "steps.h"

#define LONGEST_LINE 4096

static int to_stdout(void *to, const char *bytes, size_t length)
{
    (void)to;
    return fwrite(bytes, 1, length, stdout) == length ? 0 : 1;
}

static const ayant_sink stdout_sink = {to_stdout, NULL};

/* ---- on a terminal ---- */

typedef struct phrases {
    const char *now_sure, *welcome, *prompt;
} phrases;

static const phrases said[] = {
    {"C'est maintenant sûr",
     "Répondez à votre rythme. \"?\" si vous ne savez pas, \"retour\" pour corriger, \"pourquoi\" pour "
     "savoir pourquoi.",
     "> "},
    {"Dit is nu zeker",
     "Antwoord op uw tempo. \"?\" als u het niet weet, \"terug\" om te verbeteren, \"waarom\" om te weten "
     "waarom.",
     "> "},
    {"This is now certain",
     "Take your time. \"?\" if you do not know, \"back\" to correct, \"why\" to know why.", "> "},
};

static void show_question(const ayant_ask_question *q)
{
    printf("\n%zu. %s", q->number, q->text);
    if (q->unit[0])
        printf(" (%s)", q->unit);
    putchar('\n');
    for (size_t i = 0; i < q->word_count; i++)
        printf("   %zu  %s\n", i + 1, q->labels[i]);
    if (q->note[0])
        printf("   %s\n", q->note);
}

static void show_news(work *w, ayant_ask *session, ayant_language l)
{
    const ayant_ask_right *rights;
    size_t count;

    if (ayant_ask_result(w->engine, session, &rights, &count) < 0)
        return;
    for (size_t i = 0; i < count; i++)
        if (rights[i].news)
            printf("   %s. %s: %s\n", said[l].now_sure, rights[i].label, rights[i].said);
}

static int wants_why(const char *line)
{
    return strcmp(line, "pourquoi") == 0 || strcmp(line, "waarom") == 0 || strcmp(line, "why") == 0;
}

/* ---- as lines of JSON ---- */

static void json_text(const char *s)
{
    putchar('"');
    for (; *s; s++) {
        unsigned char c = (unsigned char)*s;

        if (c == '"' || c == '\\')
            printf("\\%c", c);
        else if (c < 0x20)
            printf("\\u%04x", c);
        else
            putchar(c);
    }
    putchar('"');
}

static void json_pair(const char *name, const char *value)
{
    printf(",\"%s\":", name);
    json_text(value);
}

static void json_question(const ayant_ask_question *q)
{
    printf("{\"question\":{\"id\":");
    json_text(q->id);
    printf(",\"number\":%zu,\"member\":%zu", q->number, q->member);
    json_pair("fact", q->fact);
    json_pair("who", q->who);
    json_pair("kind", q->kind);
    json_pair("text", q->text);
    json_pair("unit", q->unit);
    printf(",\"words\":[");
    for (size_t i = 0; i < q->word_count; i++) {
        printf("%s{\"word\":", i ? "," : "");
        json_text(q->words[i]);
        json_pair("label", q->labels[i]);
        putchar('}');
    }
    putchar(']');
    json_pair("why", q->why);
    json_pair("explanation", q->explanation);
    json_pair("note", q->note);
    printf("}}\n");
}

static void json_news(work *w, ayant_ask *session)
{
    const ayant_ask_right *rights;
    size_t count, begun = 0;

    if (ayant_ask_result(w->engine, session, &rights, &count) < 0)
        return;
    for (size_t i = 0; i < count; i++) {
        if (!rights[i].news)
            continue;
        printf("%s{\"right\":", begun++ ? "," : "{\"certain\":[");
        json_text(rights[i].right);
        json_pair("verdict", rights[i].verdict);
        json_pair("finding", rights[i].finding);
        json_pair("said", rights[i].said);
        putchar('}');
    }
    if (begun)
        printf("]}\n");
}

static int hex(const char *s, unsigned *out)
{
    *out = 0;
    for (int i = 0; i < 4; i++) {
        char c = s[i];
        int digit = c >= '0' && c <= '9'   ? c - '0'
                    : c >= 'a' && c <= 'f' ? c - 'a' + 10
                    : c >= 'A' && c <= 'F' ? c - 'A' + 10
                                           : -1;

        if (digit < 0)
            return -1;
        *out = *out * 16 + (unsigned)digit;
    }
    return 0;
}

static char *put_utf8(char *to, unsigned c)
{
    if (c < 0x80) {
        *to++ = (char)c;
    } else if (c < 0x800) {
        *to++ = (char)(0xC0 | c >> 6);
        *to++ = (char)(0x80 | (c & 63));
    } else {
        *to++ = (char)(0xE0 | c >> 12);
        *to++ = (char)(0x80 | (c >> 6 & 63));
        *to++ = (char)(0x80 | (c & 63));
    }
    return to;
}

/* A JSON string at `s`, in place; NULL when it does not end. */
static char *json_string(char *s)
{
    char *start = ++s, *to = s;
    unsigned c;

    for (; *s && *s != '"'; s++) {
        if (*s != '\\') {
            *to++ = *s;
        } else if (*++s == 'u') {
            if (hex(s + 1, &c) < 0)
                return NULL;
            to = put_utf8(to, c);
            s += 4;
        } else if (*s) {
            *to++ = *s == 'n' || *s == 't' ? ' ' : *s;
        } else {
            return NULL;
        }
    }
    if (*s != '"')
        return NULL;
    *to = '\0';
    return start;
}

/* The value of "answer", as text: a string, a number, true, false or null ("?"). NULL: not such a line. */
static char *json_answer(char *line)
{
    static char yes[] = "yes", no[] = "no", unknown[] = "?";
    char *at = strstr(line, "\"answer\"");

    if (line[strspn(line, " \t")] != '{' || !at)
        return NULL;
    at += strlen("\"answer\"");
    at += strspn(at, " \t");
    if (*at++ != ':')
        return NULL;
    at += strspn(at, " \t");
    if (*at == '"')
        return json_string(at);
    if (strncmp(at, "true", 4) == 0)
        return yes;
    if (strncmp(at, "false", 5) == 0)
        return no;
    if (strncmp(at, "null", 4) == 0)
        return unknown;
    at[strcspn(at, " \t,}")] = '\0';
    return at;
}

/* ---- the conversation ---- */

typedef struct talk {
    work *w;
    ayant_ask *session;
    ayant_language language;
    int json;
} talk;

static void show_refusal(const talk *t, const char *why)
{
    if (!t->json) {
        printf("   %s\n", why);
        return;
    }
    printf("{\"error\":");
    json_text(why);
    printf("}\n");
}

/* 1: go on; 0: the lines have ended; -1: a failure. */
static int one_answer(const talk *t, const ayant_ask_question *q)
{
    static const char *const form = "write {\"answer\": \"...\"} on one line";
    char line[LONGEST_LINE], *answer = line;
    ayant_status status;

    if (!t->json)
        fputs(said[t->language].prompt, stdout);
    fflush(stdout);
    if (!fgets(line, sizeof line, stdin)) {
        if (!t->json)
            putchar('\n');
        return 0;
    }
    line[strcspn(line, "\r\n")] = '\0';
    if (!t->json && !is_terminal(0))
        printf("%s\n", line);
    if (!t->json && wants_why(line)) {
        printf("   %s\n", q->explanation);
        return 1;
    }
    if (t->json && !(answer = json_answer(line))) {
        show_refusal(t, form);
        return 1;
    }
    status = ayant_ask_answer(t->w->engine, t->session, answer);
    if (status == AYANT_E_INPUT)
        show_refusal(t, ayant_error(t->w->engine).message);
    else if (status < 0)
        return -1;
    else if (t->json)
        json_news(t->w, t->session);
    else
        show_news(t->w, t->session, t->language);
    return 1;
}

static int converse(const talk *t)
{
    ayant_ask_question q;
    ayant_status status;
    int going = 1;

    while (going > 0 && !is_interrupted()) {
        if ((status = ayant_ask_next(t->w->engine, t->session, &q)) != AYANT_OK) {
            going = status == AYANT_NONE ? 0 : -1;
            break;
        }
        if (t->json)
            json_question(&q);
        else
            show_question(&q);
        going = one_answer(t, &q);
    }
    return going < 0 ? -1 : 0;
}

/* The result is one line among lines: the library's own ends of line are left out. */
static int without_newlines(void *to, const char *bytes, size_t length)
{
    for (size_t i = 0; i < length; i++)
        if (bytes[i] != '\n' && putc(bytes[i], to) == EOF)
            return 1;
    return 0;
}

static int finish(const talk *t)
{
    const ayant_sink one_line = {without_newlines, stdout};
    ayant_ask_question q;
    ayant_status status;

    /* Nothing can be said while it is not known who lives there: say so before anything is written. */
    if (ayant_ask_next(t->w->engine, t->session, &q) == AYANT_OK && strncmp(q.id, "home.", 5) == 0)
        return ayant_ask_end(t->w->engine, t->session, AYANT_TEXT, &stdout_sink) < 0 ? -1 : 0;
    fputs(t->json ? "{\"result\":" : "\n", stdout);
    status = ayant_ask_end(t->w->engine, t->session, t->json ? AYANT_JSON : AYANT_TEXT,
                           t->json ? &one_line : &stdout_sink);
    if (t->json)
        puts("}");
    return status < 0 || fflush(stdout) != 0 || ferror(stdout) ? -1 : 0;
}

static int run(invocation *given)
{
    ayant_ask_options options = {.on = option_value(given, "on"),
                                 .language = language_of(given),
                                 .rights = option_value(given, "rights"),
                                 .strict = option_given(given, "strict")};
    const char *format = option_value(given, "format");
    talk t = {.language = options.language, .json = format && strcmp(format, "json") == 0};
    work w;
    int result;

    t.w = &w;
    if ((result = work_start(&w)) || (result = work_rules(&w, given, NULL, 0)))
        goto end;
    if (ayant_ask_new(w.engine, w.rules, &options, &t.session) < 0) {
        result = work_failed(&w, NULL);
        goto end;
    }
    if (!t.json)
        printf("%s\n", said[t.language].welcome);
    if (converse(&t) < 0 || finish(&t) < 0)
        result = work_failed(&w, NULL);
end:
    ayant_ask_free(t.session);
    work_end(&w);
    return result;
}

static const option options[] = {
    {"rights", '\0', OPTION_TEXT, "RIGHTS", "ask about these rights alone, separated by commas", 0, 0,
     "every right"},
    OPTION_RULES,
    OPTION_ON,
    OPTION_LANGUAGE,
    {"format", '\0', OPTION_WORD, "text|json", "a conversation, or one JSON object a line each way", 0, 0,
     "text"},
    OPTION_STRICT,
    OPTION_HELP,
    OPTION_END,
};

const command command_ask = {
    .name = "ask",
    .operands = "",
    .least = 0,
    .most = 0,
    .operand_kind = OPTION_TEXT,
    .summary = "one case, question by question; nothing is written to disk",
    .description =
        "Asks only what can still change an answer, the most decisive first, for all rights at once. Accepts "
        "\"I don't know\" and \"back\", says what has become certain, and ends with rights, amounts, papers "
        "to "
        "bring and where to go. It asks no name and no address, and keeps nothing.\n\n"
        "With --format json, each line out is an object: {\"question\": ...}, {\"certain\": ...}, "
        "{\"error\": ...}, "
        "and at the end {\"result\": ...}. Each line in is {\"answer\": \"...\"}.",
    .example = "ayant ask --rules rules/be --on 2026-03-01 --language fr --rights ris,grapa",
    .options = options,
    .run = run,
};

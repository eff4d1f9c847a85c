/*
 * Patterns, compiled once for an import.
 *
 * With the just-in-time compiler of PCRE2 where the machine allows it, by
 * interpretation where it does not: the answers are the same. A text that
 * exhausts the limits below does not match.
 */
#include "clean.h"

#define PCRE2_CODE_UNIT_WIDTH 8
#include <pcre2.h>
#include <stdlib.h>

#define MATCH_STEPS 20000
#define MATCH_DEPTH 200
#define MATCH_KILOBYTES 512

enum { BRUSSELS = CLEAN_COUNT, PATTERNS };

struct cleaner {
    pcre2_code *code[PATTERNS];
    pcre2_match_data *found;
    pcre2_match_context *limits;
};

static const char *const patterns[PATTERNS] = {
    [CLEAN_NISS] = "^(\\d{2})[. /-]?(\\d{2})[. /-]?(\\d{2})[. /-]?(\\d{3})[. /-]?(\\d{2})$",
    [CLEAN_POSTAL_CODE] = "^(?:B-?)?([1-9]\\d{3})$",
    /* Belgium: a mobile number has nine digits after the 0, others eight; elsewhere: + and 7 to 15 digits */
    [CLEAN_PHONE] =
        "^(?:(?:(?:\\+32|0032)[ ./-]?(?:\\(0\\))?|0)[ ./-]?(4[5-9](?:[ ./-]?\\d){7}|[1-9](?:[ ./-]?\\d){7})"
        "|(?:\\+|00)((?!32|0)\\d(?:[ ./-]?\\d){6,14}))$",
    [CLEAN_EMAIL] = "^[^\\s@\"<>(),;:\\\\]{1,64}+@(?:[A-Za-z0-9](?:[A-Za-z0-9-]{0,61}[A-Za-z0-9])?\\.)+"
                    "[A-Za-z][A-Za-z0-9-]{0,61}[A-Za-z0-9]$",
    [BRUSSELS] = "^(?:1000|1020|1030|1040|104[7-9]|1050|1060|1070|108[0-3]|1090|1105|11[1-9]0|12[01]0)$",
};

void cleaner_free(cleaner *c)
{
    if (!c)
        return;
    for (int i = 0; i < PATTERNS; i++)
        pcre2_code_free(c->code[i]);
    pcre2_match_data_free(c->found);
    pcre2_match_context_free(c->limits);
    free(c);
}

ayant_status cleaner_new(failure *e, cleaner **out)
{
    cleaner *c = calloc(1, sizeof *c);

    if (!c)
        return fail_memory(e);
    c->found = pcre2_match_data_create(8, NULL);
    c->limits = pcre2_match_context_create(NULL);
    for (int i = 0; i < PATTERNS; i++) {
        PCRE2_SIZE at;
        int error;

        if (!patterns[i])
            continue;
        c->code[i] = pcre2_compile((PCRE2_SPTR)patterns[i], PCRE2_ZERO_TERMINATED, PCRE2_DOLLAR_ENDONLY,
                                   &error, &at, NULL);
        if (!c->code[i])
            goto no_memory; /* the patterns are fixed and tested: nothing else can fail */
        pcre2_jit_compile(c->code[i], PCRE2_JIT_COMPLETE); /* refused: interpreted */
    }
    if (!c->found || !c->limits)
        goto no_memory;
    pcre2_set_match_limit(c->limits, MATCH_STEPS);
    pcre2_set_depth_limit(c->limits, MATCH_DEPTH);
    pcre2_set_heap_limit(c->limits, MATCH_KILOBYTES);
    *out = c;
    return AYANT_OK;
no_memory:
    cleaner_free(c);
    return fail_memory(e);
}

static int matches(cleaner *c, int pattern, text t)
{
    return t.length <= CLEAN_TEXT && pcre2_match(c->code[pattern], (PCRE2_SPTR)(t.length ? t.at : ""),
                                                 t.length, 0, 0, c->found, c->limits) > 0;
}

/* A group of the last match; empty when it took no part. */
static text group(cleaner *c, text t, uint32_t number)
{
    const PCRE2_SIZE *ends = pcre2_get_ovector_pointer(c->found);
    PCRE2_SIZE from = ends[2 * number], to = ends[2 * number + 1];

    if (number >= pcre2_get_ovector_count(c->found) || from == PCRE2_UNSET || to < from)
        return (text){"", 0};
    return (text){t.at + from, to - from};
}

static int64_t number(text t)
{
    int64_t out = 0;

    for (size_t i = 0; i < t.length; i++)
        out = out * 10 + (t.at[i] - '0');
    return out;
}

/*
 * Month and day as the register writes them: 00 unknown; a day that no month
 * has is an unknown day (the serial numbers of the day had run out).
 */
static int read_birth(niss *n, int month, int day)
{
    static const int days[] = {31, 31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};

    n->bis = month >= 60 ? 60 : month >= 40 ? 40 : month >= 20 ? 20 : 0;
    n->month = month - n->bis;
    if (n->month > 12)
        return 0;
    n->day = n->month && day <= days[n->month] ? day : 0;
    return 1;
}

int clean_niss(cleaner *c, text t, niss *out)
{
    niss n = {.male = -1};
    int64_t first_nine, check, serial;
    size_t used = 0;

    if (!matches(c, CLEAN_NISS, t))
        return 0;
    serial = number(group(c, t, 4));
    check = number(group(c, t, 5));
    n.year_of_century = (int)number(group(c, t, 1));
    if (!read_birth(&n, (int)number(group(c, t, 2)), (int)number(group(c, t, 3))))
        return 0;
    for (size_t i = 0; i < t.length && used < 11; i++)
        if (t.at[i] >= '0' && t.at[i] <= '9')
            n.digits[used++] = t.at[i];
    first_nine = number((text){n.digits, 9});
    n.born_1900 = 97 - first_nine % 97 == check;
    n.born_2000 = 97 - (2000000000 + first_nine) % 97 == check;
    if (!n.born_1900 && !n.born_2000)
        return 0;
    if (n.bis != 20)
        n.male = (int)(serial % 2);
    *out = n;
    return 1;
}

/* "+" and digits. */
static void write_phone(cleaner *c, text t, char out[CLEAN_TEXT], size_t *length)
{
    text home = group(c, t, 1), abroad = group(c, t, 2), digits = home.length ? home : abroad;
    size_t used = 0;

    out[used++] = '+';
    if (home.length) {
        out[used++] = '3';
        out[used++] = '2';
    }
    for (size_t i = 0; i < digits.length; i++)
        if (digits.at[i] >= '0' && digits.at[i] <= '9')
            out[used++] = digits.at[i];
    *length = used;
}

const char *clean_text(cleaner *c, clean_kind kind, text t, char out[CLEAN_TEXT], size_t *length)
{
    text kept = t;
    niss n;

    switch (kind) {
    case CLEAN_NISS:
        if (!clean_niss(c, t, &n))
            return "not a valid national number";
        kept = text_of(n.digits);
        break;
    case CLEAN_POSTAL_CODE:
        if (!matches(c, (int)kind, t))
            return "not a Belgian postal code";
        kept = group(c, t, 1);
        break;
    case CLEAN_PHONE:
        if (!matches(c, (int)kind, t))
            return "not a telephone number";
        write_phone(c, t, out, length);
        return NULL;
    case CLEAN_EMAIL:
        if (!matches(c, (int)kind, t) || t.length > 254)
            return "not an e-mail address";
        break;
    case CLEAN_NONE:
    case CLEAN_COUNT:
        break;
    }
    if (kept.length > CLEAN_TEXT)
        return "too long";
    memcpy(out, kept.at, kept.length);
    *length = kept.length;
    return NULL;
}

int clean_is_brussels(cleaner *c, text postal_code)
{
    return matches(c, BRUSSELS, postal_code);
}

clean_kind clean_kind_of(const char *fact_name)
{
    static const struct {
        const char *name;
        clean_kind kind;
    } known[] = {{"niss", CLEAN_NISS},
                 {"postal_code", CLEAN_POSTAL_CODE},
                 {"phone", CLEAN_PHONE},
                 {"email", CLEAN_EMAIL}};

    for (size_t i = 0; i < sizeof known / sizeof *known; i++)
        if (strcmp(known[i].name, fact_name) == 0)
            return known[i].kind;
    return CLEAN_NONE;
}

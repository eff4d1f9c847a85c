/*
 * Patterns, compiled once for an import.
 *
 * With the just-in-time compiler of PCRE2 where the machine allows it, by
 * interpretation where it does not: the answers are the same. A text that
 * exhausts the limits below does not match.
 */
#define PCRE2_CODE_UNIT_WIDTH 8
#include <pcre2.h>
#include <stdlib.h>
#include "../base/letters.h"
#include "clean_inside.h"
#include "places.h"

#define MATCH_STEPS 20000
#define MATCH_DEPTH 200
#define MATCH_KILOBYTES 512
#define MATCH_TEXT 256 /* no number or address is longer */

struct cleaner {
    pcre2_code *code[PATTERNS];
    pcre2_match_data *found;
    pcre2_match_context *limits;
    int in_row, postal_code, commune; /* of the row; 0: not seen */
};

static const char *const patterns[PATTERNS] = {
    [CLEAN_NISS] = "^\\d{2}[. /-]?\\d{2}[. /-]?\\d{2}[. /-]{0,3}\\d{3}[. /-]{0,3}\\d{2}$",
    [CLEAN_POSTAL_CODE] = "^(?:(?:B|BE)[ -]?)?([1-9]\\d{3})(?:\\.0)?$",
    /* Belgium: a mobile number has nine digits after the 0, others eight; elsewhere: + and 7 to 15 digits */
    [CLEAN_PHONE] = "^(?:(?:(?:\\+32|0032)[ ./-]?(?:\\(0\\))?|\\(?0)[ ./-]?"
                    "(4[ ./)-]{0,3}[5-9](?:[ ./)-]{0,3}\\d){7}"
                    "|(?!4[ ./)-]{0,3}[5-9])[1-9](?:[ ./)-]{0,3}\\d){7})"
                    "|(?:\\+|00)((?!3[ ./-]?2|0)\\d(?:[ ./-]?\\d){6,14}))$",
    [CLEAN_EMAIL] = "^[^\\s@\"<>(),;:\\\\]{1,64}+@(?:[A-Za-z0-9](?:[A-Za-z0-9-]{0,61}[A-Za-z0-9])?\\.)+"
                    "[A-Za-z][A-Za-z0-9-]{0,61}[A-Za-z0-9]$",
    [CLEAN_SECTOR] = "^[1-9]\\d{4}[A-Za-z]\\d[0-9A-Za-z][0-9-]?$",
    [CLEAN_KBO] = "^(?:BE[ .]?)?[01]?\\d{3}[. ]?\\d{3}[. ]?\\d{3}$",
    [CLEAN_IBAN] = "^[A-Za-z]{2}\\d{2}(?:[ .-]?[A-Za-z0-9]){11,30}$",
    [PATTERN_BRUSSELS] =
        "^(?:1000|1020|1030|1040|104[7-9]|1050|1060|1070|108[0-3]|1090|1105|11[1-9]0|12[01]0)$",
    /* a mobile number or one of Brussels that lost its 0, or the + before 32 */
    [PATTERN_PHONE_BARE] = "^(?:32)?(4[5-9]\\d{7}|2\\d{7})$",
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

int cleaner_matches(cleaner *c, int pattern, text t)
{
    return t.length <= MATCH_TEXT && pcre2_match(c->code[pattern], (PCRE2_SPTR)(t.length ? t.at : ""),
                                                 t.length, 0, 0, c->found, c->limits) > 0;
}

text cleaner_group(const cleaner *c, text t, uint32_t number)
{
    const PCRE2_SIZE *ends = pcre2_get_ovector_pointer(c->found);
    PCRE2_SIZE from, to;

    if (number >= pcre2_get_ovector_count(c->found))
        return (text){"", 0};
    from = ends[2 * number];
    to = ends[2 * number + 1];
    if (from == PCRE2_UNSET || to < from)
        return (text){"", 0};
    return (text){t.at + from, to - from};
}

/* Most names: no two spaces, no byte that begins a wide space or an accent apart from its letter. */
static int is_tidy(text t)
{
    char before = '\0';

    for (size_t i = 0; i < t.length; before = t.at[i++]) {
        unsigned char at = (unsigned char)t.at[i];

        if (at == 0xc2 || at == 0xcc || at == 0xcd || (at == ' ' && before == ' '))
            return 0;
    }
    return 1;
}

/* Spaces once and plain, accents on their letters; the rest as somebody wrote it. */
static const char *clean_name(text t, char out[CLEAN_TEXT], size_t *length, unsigned *repairs)
{
    char composed[CLEAN_TEXT];
    size_t used = 0;

    if (t.length > CLEAN_TEXT)
        return "too long";
    if (is_tidy(t)) {
        memcpy(out, t.at, t.length);
        *length = t.length;
        return NULL;
    }
    if (letters_are_apart(t)) {
        size_t before = t.length;

        t = (text){composed, letters_compose(t, composed)};
        if (t.length < before)
            *repairs |= REPAIR_BIT(REPAIR_ACCENTS);
    }
    for (size_t i = 0; i < t.length; i++) {
        int wide = i + 1 < t.length && memcmp(t.at + i, "\xc2\xa0", 2) == 0;

        if (!wide && t.at[i] != ' ') {
            out[used++] = t.at[i];
            continue;
        }
        if (used && out[used - 1] == ' ')
            *repairs |= REPAIR_BIT(REPAIR_SPACES);
        else
            out[used++] = ' ';
        if (wide)
            *repairs |= REPAIR_BIT(REPAIR_SPACES);
        i += (size_t)wide;
    }
    *length = used;
    return NULL;
}

static const char *clean_commune(cleaner *c, text t, char out[CLEAN_TEXT], size_t *length, unsigned *repairs)
{
    int nis;
    const char *reason = place_read(t, &nis, repairs);

    if (reason)
        return reason;
    c->commune = nis;
    for (int i = 4; i >= 0; i--, nis /= 10)
        out[i] = (char)('0' + nis % 10);
    *length = 5;
    return NULL;
}

/* Counted on whichever of the two comes second. */
static void compare_places(cleaner *c, unsigned *repairs)
{
    if (!c->in_row || !c->postal_code || !c->commune)
        return;
    if (place_agrees(c->postal_code, c->commune) == 0)
        *repairs |= REPAIR_BIT(REPAIR_PLACE_DIFFERS);
    c->in_row = 0;
}

static const char *clean_one(cleaner *c, clean_kind which, text t, char out[CLEAN_TEXT], size_t *length,
                             unsigned *repairs)
{
    const char *reason;
    niss n;

    switch (which) {
    case CLEAN_NISS:
        if (!clean_niss(c, t, &n))
            return "not a valid national number";
        *repairs |= n.repairs;
        memcpy(out, n.digits, 11);
        *length = 11;
        return NULL;
    case CLEAN_POSTAL_CODE:
        if ((reason = clean_postal_code(c, t, out, length, repairs)))
            return reason;
        c->postal_code = (out[0] - '0') * 1000 + (out[1] - '0') * 100 + (out[2] - '0') * 10 + (out[3] - '0');
        compare_places(c, repairs);
        return NULL;
    case CLEAN_COMMUNE:
        if ((reason = clean_commune(c, t, out, length, repairs)))
            return reason;
        compare_places(c, repairs);
        return NULL;
    case CLEAN_PHONE:
        return clean_phone(c, t, out, length, repairs);
    case CLEAN_SECTOR:
        return clean_sector(c, t, out, length, repairs);
    case CLEAN_KBO:
        return clean_kbo(c, t, out, length, repairs);
    case CLEAN_IBAN:
        return clean_iban(c, t, out, length, repairs);
    case CLEAN_NAME:
        return clean_name(t, out, length, repairs);
    case CLEAN_EMAIL:
        if (!cleaner_matches(c, (int)which, t) || t.length > 254)
            return "not an e-mail address";
        break;
    case CLEAN_NONE:
    case CLEAN_COUNT:
        break;
    }
    if (t.length > CLEAN_TEXT)
        return "too long";
    memcpy(out, t.at, t.length);
    *length = t.length;
    return NULL;
}

const char *clean_repaired(cleaner *c, clean_kind which, text t, char out[CLEAN_TEXT], size_t *length,
                           unsigned *repairs)
{
    unsigned needed = 0;
    const char *reason;

    *length = 0;
    if (which == CLEAN_NAME && text_is_placeholder(t))
        reason = "stands for an empty cell";
    else
        reason = clean_one(c, which, t, out, length, &needed);
    if (reason) {
        if (!text_is_placeholder(t))
            return reason;
        needed = REPAIR_BIT(REPAIR_PLACEHOLDER);
        *length = 0;
    }
    *repairs |= needed;
    return NULL;
}

const char *clean_text(cleaner *c, clean_kind which, text t, char out[CLEAN_TEXT], size_t *length)
{
    unsigned repairs = 0;

    return clean_repaired(c, which, t, out, length, &repairs);
}

void clean_row(cleaner *c)
{
    c->in_row = 1;
    c->postal_code = c->commune = 0;
}

int clean_is_brussels(cleaner *c, text postal_code)
{
    return cleaner_matches(c, PATTERN_BRUSSELS, postal_code);
}

clean_kind clean_kind_of(const char *fact_name)
{
    static const struct {
        const char *name;
        clean_kind kind;
    } known[] = {{"niss", CLEAN_NISS},
                 {"postal_code", CLEAN_POSTAL_CODE},
                 {"phone", CLEAN_PHONE},
                 {"email", CLEAN_EMAIL},
                 {"nis_commune", CLEAN_COMMUNE},
                 {"sector", CLEAN_SECTOR},
                 {"first_name", CLEAN_NAME},
                 {"last_name", CLEAN_NAME},
                 {"street", CLEAN_NAME},
                 {"number", CLEAN_NAME},
                 {"box", CLEAN_NAME}};

    for (size_t i = 0; i < sizeof known / sizeof *known; i++)
        if (strcmp(known[i].name, fact_name) == 0)
            return known[i].kind;
    return CLEAN_NONE;
}

static const char *const names[CLEAN_COUNT] = {
    [CLEAN_NONE] = "none",     [CLEAN_NISS] = "niss",   [CLEAN_POSTAL_CODE] = "postal_code",
    [CLEAN_PHONE] = "phone",   [CLEAN_EMAIL] = "email", [CLEAN_COMMUNE] = "commune",
    [CLEAN_SECTOR] = "sector", [CLEAN_KBO] = "kbo",     [CLEAN_IBAN] = "iban",
    [CLEAN_NAME] = "name",
};

clean_kind clean_kind_by_name(const char *name)
{
    for (int i = 0; i < CLEAN_COUNT; i++)
        if (strcmp(names[i], name) == 0)
            return (clean_kind)i;
    return CLEAN_COUNT;
}

const char *clean_kind_name(clean_kind which)
{
    return names[which];
}

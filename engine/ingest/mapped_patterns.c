/*
 * Cutting one cell into several facts: patterns with named groups.
 *
 * The named groups of a pattern are facts of its column. Patterns come from a
 * file somebody wrote: matching is bounded in steps and memory, and a text
 * that exhausts the bounds fits no pattern.
 */
#define PCRE2_CODE_UNIT_WIDTH 8
#include <pcre2.h>
#include <stdlib.h>
#include "../base/fold.h"
#include "../base/limits.h"
#include "mapped_parts.h"

#define MATCH_STEPS 20000
#define MATCH_DEPTH 200
#define MATCH_KILOBYTES 512

struct splitter {
    struct splitter *next;
    size_t count, facts;
    pcre2_code **code; /* count */
    int *group;        /* count x facts: the number of the group, -1: the pattern has none */
    pcre2_match_data *found;
    pcre2_match_context *limits;
};

void splitters_free(mapped *m)
{
    while (m->splitters) {
        splitter *s = m->splitters;

        m->splitters = s->next;
        for (size_t i = 0; s->code && i < s->count; i++)
            pcre2_code_free(s->code[i]);
        free(s->code);
        free(s->group);
        pcre2_match_data_free(s->found);
        pcre2_match_context_free(s->limits);
        free(s);
    }
}

/* The groups of one pattern; each name must be a fact of the column. */
static ayant_status find_groups(failure *e, const mapped *m, const mapping_column *c, splitter *s, size_t at)
{
    uint32_t names = 0, size = 0;
    PCRE2_SPTR table = NULL;
    int known = 0;

    pcre2_pattern_info(s->code[at], PCRE2_INFO_NAMECOUNT, &names);
    pcre2_pattern_info(s->code[at], PCRE2_INFO_NAMEENTRYSIZE, &size);
    pcre2_pattern_info(s->code[at], PCRE2_INFO_NAMETABLE, &table);
    for (size_t k = 0; k < c->fact_count; k++)
        s->group[at * s->facts + k] = -1;
    for (uint32_t n = 0; n < names; n++) {
        const unsigned char *entry = table + (size_t)n * size;
        const char *name = (const char *)entry + 2;
        size_t k = 0;

        while (k < c->fact_count && strcmp(mapping_fact_name(m->facts, c->facts[k]), name) != 0)
            k++;
        if (k == c->fact_count)
            return fail_at(e, AYANT_E_RULE, "N24", c->patterns_at.file, c->patterns_at.line, 0,
                           "a pattern of '%s' names '%s', which columns does not give for it", c->header,
                           name);
        s->group[at * s->facts + k] = entry[0] << 8 | entry[1];
        known++;
    }
    if (!known)
        return fail_at(e, AYANT_E_RULE, "N24", c->patterns_at.file, c->patterns_at.line, 0,
                       "a pattern of '%s' has no named group: write (?<%s>...)", c->header,
                       mapping_fact_name(m->facts, c->facts[0]));
    return AYANT_OK;
}

static ayant_status compile(failure *e, const mapped *m, const mapping_column *c, splitter *s)
{
    for (size_t i = 0; i < c->pattern_count; i++) {
        const char *pattern = c->patterns[i];
        char reason[160] = "";
        PCRE2_SIZE at = 0;
        int error;

        if (strlen(pattern) > LIMIT_PATTERN)
            return fail_at(e, AYANT_E_LIMIT, "N24", c->patterns_at.file, c->patterns_at.line, 0,
                           "a pattern of '%s' is longer than %d bytes", c->header, LIMIT_PATTERN);
        s->code[i] = pcre2_compile((PCRE2_SPTR)pattern, PCRE2_ZERO_TERMINATED,
                                   PCRE2_UTF | PCRE2_CASELESS | PCRE2_NEVER_BACKSLASH_C, &error, &at, NULL);
        if (!s->code[i] && error == PCRE2_ERROR_HEAP_FAILED)
            return fail_memory(e);
        if (!s->code[i]) {
            pcre2_get_error_message(error, (PCRE2_UCHAR *)reason, sizeof reason);
            return fail_at(e, AYANT_E_RULE, "N24", c->patterns_at.file, c->patterns_at.line, 0,
                           "a pattern of '%s' cannot be read, at its letter %zu: %s", c->header, at + 1,
                           reason);
        }
        pcre2_jit_compile(s->code[i], PCRE2_JIT_COMPLETE); /* refused: interpreted */
        if (find_groups(e, m, c, s, i) < 0)
            return e->status;
    }
    return AYANT_OK;
}

ayant_status splitter_new(failure *e, mapped *m, const mapping_column *c, const splitter **out)
{
    splitter *s = calloc(1, sizeof *s);

    if (!s)
        return fail_memory(e);
    s->next = m->splitters;
    m->splitters = s;
    s->count = c->pattern_count;
    s->facts = c->fact_count;
    s->code = calloc(s->count, sizeof *s->code);
    s->group = calloc(s->count * s->facts, sizeof *s->group);
    s->found = pcre2_match_data_create(32, NULL);
    s->limits = pcre2_match_context_create(NULL);
    if (!s->code || !s->group || !s->found || !s->limits)
        return fail_memory(e);
    pcre2_set_match_limit(s->limits, MATCH_STEPS);
    pcre2_set_depth_limit(s->limits, MATCH_DEPTH);
    pcre2_set_heap_limit(s->limits, MATCH_KILOBYTES);
    *out = s;
    return compile(e, m, c, s);
}

int split(const splitter *s, text t, text *pieces, size_t count)
{
    for (size_t i = 0; i < s->count; i++) {
        const PCRE2_SIZE *ends;
        uint32_t groups;

        if (t.length > LIMIT_TEXT ||
            pcre2_match(s->code[i], (PCRE2_SPTR)t.at, t.length, 0, 0, s->found, s->limits) < 0)
            continue;
        ends = pcre2_get_ovector_pointer(s->found);
        groups = pcre2_get_ovector_count(s->found);
        for (size_t k = 0; k < count; k++) {
            int g = s->group[i * s->facts + k];

            pieces[k] = (text){"", 0};
            if (g < 0 || (uint32_t)g >= groups || ends[2 * g] == PCRE2_UNSET || ends[2 * g + 1] < ends[2 * g])
                continue;
            pieces[k] = text_strip((text){t.at + ends[2 * g], ends[2 * g + 1] - ends[2 * g]});
        }
        return (int)i + 1;
    }
    return 0;
}

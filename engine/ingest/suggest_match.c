/*
 * How near a name of a column is to what offices call a fact.
 *
 * Names are compared word by word: "Alloc. fam." and "Allocations
 * familiales" agree on each. Words may be cut short, be in the plural, or
 * have a letter wrong; order does not matter. "Geboortedatum" and
 * "geboorte_datum" agree as whole texts.
 */
#include <stdio.h>
#include "../base/letters.h"
#include "suggest_parts.h"

#define WORDS 12
#define WORD 40

typedef struct name_words {
    char word[WORDS][WORD];
    size_t count;
    char whole[SUGGEST_NAME]; /* the words without spaces */
} name_words;

/* ---- lists parted by '|' ---- */

static text next_item(const char **at)
{
    size_t length = strcspn(*at, "|");
    text item = {*at, length};

    *at += length + ((*at)[length] == '|');
    return item;
}

int suggest_listed(const char *list, const char *folded)
{
    while (*list)
        if (text_is(next_item(&list), folded))
            return 1;
    return 0;
}

/* ---- names ---- */

static void add_word(name_words *n, text word, int keep_all)
{
    char copy[WORD];
    const char *longer = copy;

    if (!word.length || word.length >= WORD || n->count == WORDS)
        return;
    memcpy(copy, word.at, word.length);
    copy[word.length] = '\0';
    for (size_t i = 0; i < suggest_short_count; i++)
        if (strcmp(suggest_short[i][0], copy) == 0)
            longer = suggest_short[i][1];
    if (!keep_all && suggest_listed(suggest_stop, longer))
        return;
    snprintf(n->word[n->count++], WORD, "%s", longer);
}

static void words_of(text name, name_words *n)
{
    for (int keep_all = 0; keep_all < 2; keep_all++) {
        size_t from = 0;

        memset(n, 0, sizeof *n);
        for (size_t i = 0; i <= name.length; i++)
            if (i == name.length || name.at[i] == ' ') {
                add_word(n, (text){name.at + from, i - from}, keep_all);
                from = i + 1;
            }
        if (n->count)
            break; /* a name of nothing but small words keeps them */
    }
    for (size_t i = 0, used = 0; i < name.length && used + 1 < sizeof n->whole; i++)
        if (name.at[i] != ' ')
            n->whole[used++] = name.at[i];
}

static int is_year(text word)
{
    return word.length == 4 && word.at[0] == '2' && word.at[1] == '0' && word.at[2] >= '0' &&
           word.at[2] <= '9' && word.at[3] >= '0' && word.at[3] <= '9';
}

/* "DateNaissance" is two words. */
static size_t part_words(text name, char *out, size_t size)
{
    size_t used = 0;

    for (size_t i = 0; i < name.length && used + 2 < size; i++) {
        char c = name.at[i], before = i ? name.at[i - 1] : ' ';

        if (c >= 'A' && c <= 'Z' && before >= 'a' && before <= 'z')
            out[used++] = ' ';
        out[used++] = c;
    }
    return used;
}

/* "BIM O/N", "Sexe (M/F)": what may be written is no part of the name. */
static size_t without_choices(const char *name, size_t length)
{
    static const char *const choices[] = {" o n", " j n", " y n",   " oui non", " ja nee",
                                          " m f", " m v", " m f x", " m v x"};

    for (size_t i = 0; i < sizeof choices / sizeof *choices; i++) {
        size_t end = strlen(choices[i]);

        if (length > end && memcmp(name + length - end, choices[i], end) == 0)
            return length - end;
    }
    return length;
}

void suggest_read_name(suggest_column *c)
{
    static const char yearly[] = "annuel|annuelle|annuels|annuelles|an|annee|jaarlijks|jaarlijkse|jaar|year";
    static const char monthly[] =
        "mensuel|mensuelle|mensuels|mensuelles|mois|maand|maandelijks|maandelijkse|month";
    char parted[SUGGEST_NAME], folded[SUGGEST_NAME], word[SUGGEST_NAME];
    size_t used = 0, from = 0;
    text name;

    name = (text){parted, part_words(c->name, parted, sizeof parted)};
    name.length = without_choices(folded, letters_fold(name, folded, sizeof folded));
    name.at = folded;
    for (size_t i = 0; i <= name.length; i++) {
        if (i < name.length && name.at[i] != ' ')
            continue;
        snprintf(word, sizeof word, "%.*s", (int)(i - from), name.at + from);
        if (is_year(text_of(word))) {
            c->year = (int)((word[2] - '0') * 10 + (word[3] - '0')) + 2000;
        } else {
            c->period = suggest_listed(yearly, word) ? 'y' : suggest_listed(monthly, word) ? 'm' : c->period;
            used +=
                (size_t)snprintf(c->folded + used, sizeof c->folded - used, "%s%s", used ? " " : "", word);
        }
        from = i + 1;
    }
}

/* ---- nearness ---- */

/* Of two words, of 100. */
static int word_score(const char *a, const char *b)
{
    size_t la = strlen(a), lb = strlen(b), least = la < lb ? la : lb, most = la < lb ? lb : la, far;

    if (strcmp(a, b) == 0)
        return 100;
    if (least >= 3 && strncmp(a, b, least) == 0)
        return most - least <= 2 && least >= 4 ? 95 : 85; /* a plural, or cut short */
    if (least < 5)
        return 0;
    far = text_distance(a, b);
    if (far == 1)
        return 88;
    return far == 2 && least >= 8 ? 80 : 0;
}

static int names_score(const name_words *a, const name_words *b)
{
    int used[WORDS] = {0}, sum = 0;
    size_t longest = strlen(a->whole) > strlen(b->whole) ? strlen(a->whole) : strlen(b->whole), far;
    int score;

    for (size_t i = 0; i < a->count; i++) {
        int best = 0;
        size_t at = 0;

        for (size_t k = 0; k < b->count; k++) {
            int one = used[k] ? 0 : word_score(a->word[i], b->word[k]);

            if (one > best) {
                best = one;
                at = k;
            }
        }
        if (best) {
            used[at] = 1;
            sum += best;
        }
    }
    score = a->count + b->count ? 2 * sum / (int)(a->count + b->count) : 0;
    far = text_distance(a->whole, b->whole);
    if (far == 0)
        return 100;
    if (far == 1 && longest >= 6 && score < 88)
        score = 88;
    if (far == 2 && longest >= 10 && score < 80)
        score = 80;
    return score > 99 ? 99 : score;
}

static int score_text(const name_words *name, text other)
{
    name_words words;

    if (!other.length)
        return 0;
    words_of(other, &words);
    return names_score(name, &words);
}

int suggest_name_score(const suggestion *s, const suggest_column *c, const char *target)
{
    int at = dictionary_find(s->facts, target), best = 0, one;
    char folded[SUGGEST_NAME];
    name_words name;

    words_of(text_of(c->folded), &name);
    if (!name.count)
        return 0;
    for (size_t i = 0; i < suggest_column_count; i++) {
        const char *list = suggest_columns[i].names;

        if (strcmp(suggest_columns[i].fact, target) != 0)
            continue;
        for (int rank = 0; *list; rank++) {
            one = score_text(&name, next_item(&list));
            one -= one == 100 && rank > 8; /* the usual names come first */
            best = one > best ? one : best;
        }
    }
    if (at >= 0) {
        const fact *f = &s->facts->facts[at];
        const char *const names[] = {f->name, f->label.fr, f->label.nl};

        for (size_t i = 0; i < 3; i++) {
            if (!names[i] || !letters_fold(text_of(names[i]), folded, sizeof folded))
                continue;
            one = score_text(&name, text_of(folded));
            best = one > best ? one : best;
        }
    }
    return best;
}

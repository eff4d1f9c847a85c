/*
 * Kinship: what each member of a household is to each other one.
 *
 * A household has at most 64 members, so "the parents of i" is a 64-bit set
 * and every step of kinship is a union of such sets. Sets only grow, within
 * the household: a contradiction (one's own grandparent) ends like any other
 * family. Nobody is kin of themselves.
 */
#include "people_build.h"

#include "../base/limits.h"

typedef uint64_t members;

typedef struct family {
    size_t count;
    uint32_t start; /* row of the first member */
    members partner[LIMIT_HOUSEHOLD], parent[LIMIT_HOUSEHOLD], child[LIMIT_HOUSEHOLD];
    members grandparent[LIMIT_HOUSEHOLD], grandchild[LIMIT_HOUSEHOLD], sibling[LIMIT_HOUSEHOLD];
    members parent_in_law[LIMIT_HOUSEHOLD], child_in_law[LIMIT_HOUSEHOLD];
    members relative[LIMIT_HOUSEHOLD], unrelated[LIMIT_HOUSEHOLD];
} family;

static members bit(size_t i)
{
    return (members)1 << i;
}

/* The members found in `step` of any member of `from`. */
static members through(members from, const members *step)
{
    members out = 0;

    while (from) {
        out |= step[__builtin_ctzll(from)];
        from &= from - 1;
    }
    return out;
}

/* back[j] has i wherever step[i] has j. */
static void reverse(size_t count, const members *step, members *back)
{
    memset(back, 0, count * sizeof *back);
    for (size_t i = 0; i < count; i++)
        for (members left = step[i]; left; left &= left - 1)
            back[__builtin_ctzll(left)] |= bit(i);
}

static void start(family *f, const people *p, size_t h)
{
    members *each[] = {f->partner,       f->parent,       f->grandparent, f->sibling,
                       f->parent_in_law, f->child_in_law, f->relative,    f->unrelated};

    f->start = p->first[h];
    f->count = p->first[h + 1] - p->first[h];
    for (size_t i = 0; i < sizeof each / sizeof *each; i++)
        memset(each[i], 0, f->count * sizeof(members));
}

static void read_link(family *f, const people *p, int which, members *into, int both)
{
    const cell *column = which >= 0 ? p->column[which] : NULL;

    for (size_t i = 0; column && i < f->count; i++) {
        cell to = column[f->start + i];

        if (to < 0)
            continue;
        into[i] |= bit((size_t)to - f->start);
        if (both)
            into[(size_t)to - f->start] |= bit(i);
    }
}

/* `a` is the word of `b`. */
static void read_row(family *f, const relation_row *row)
{
    size_t a = row->a - f->start, b = row->b - f->start;

    switch (row->word) {
    case KIN_PARTNER:
        f->partner[a] |= bit(b);
        f->partner[b] |= bit(a);
        break;
    case KIN_PARENT:
        f->parent[b] |= bit(a);
        break;
    case KIN_CHILD:
        f->parent[a] |= bit(b);
        break;
    case KIN_GRANDPARENT:
        f->grandparent[b] |= bit(a);
        break;
    case KIN_GRANDCHILD:
        f->grandparent[a] |= bit(b);
        break;
    case KIN_SIBLING:
        f->sibling[a] |= bit(b);
        f->sibling[b] |= bit(a);
        break;
    case KIN_PARENT_IN_LAW:
        f->parent_in_law[b] |= bit(a);
        f->child_in_law[a] |= bit(b);
        break;
    case KIN_CHILD_IN_LAW:
        f->parent_in_law[a] |= bit(b);
        f->child_in_law[b] |= bit(a);
        break;
    case KIN_OTHER_RELATIVE:
        f->relative[a] |= bit(b);
        f->relative[b] |= bit(a);
        break;
    case KIN_UNRELATED:
        f->unrelated[a] |= bit(b);
        f->unrelated[b] |= bit(a);
        break;
    default: /* words that only links can say */
        break;
    }
}

/* Grandparents and further: those of rows, and whoever is above a parent or a grandparent. */
static void climb(family *f)
{
    int changed = 1;

    while (changed) {
        changed = 0;
        for (size_t i = 0; i < f->count; i++) {
            members above = f->parent[i] | f->grandparent[i];
            members more = f->grandparent[i] | through(above, f->parent) | through(above, f->grandparent);

            more &= ~bit(i);
            changed |= more != f->grandparent[i];
            f->grandparent[i] = more;
        }
    }
}

static const char *outside_id(const people *p, int which, size_t row)
{
    if (which < 0 || !p->texts[which] || !p->column[which] || p->column[which][row] != LINK_OUTSIDE)
        return NULL;
    return p->texts[which][row];
}

/* A parent in common: a member, or one who lives elsewhere and has the same id on both sides. */
static void find_siblings(family *f, const people *p, const kin_facts *facts)
{
    for (size_t i = 0; i < f->count; i++) {
        const char *mother = outside_id(p, facts->mother, f->start + i);
        const char *father = outside_id(p, facts->father, f->start + i);

        for (size_t j = i + 1; j < f->count; j++) {
            int same = (f->parent[i] & f->parent[j]) != 0;

            if (!same && (mother || father)) {
                const char *of_j[] = {outside_id(p, facts->mother, f->start + j),
                                      outside_id(p, facts->father, f->start + j)};

                for (size_t k = 0; k < 2; k++)
                    same |= of_j[k] && ((mother && strcmp(mother, of_j[k]) == 0) ||
                                        (father && strcmp(father, of_j[k]) == 0));
            }
            if (same) {
                f->sibling[i] |= bit(j);
                f->sibling[j] |= bit(i);
            }
        }
    }
}

/* The kinship of member i to every member, in the order of the words: the first wins. */
static void words_of(const family *f, size_t i, cell *word)
{
    const members sets[KIN_COUNT] = {
        [KIN_PARTNER] = f->partner[i],
        [KIN_PARENT] = f->parent[i],
        [KIN_CHILD] = f->child[i],
        [KIN_GRANDPARENT] = f->grandparent[i],
        [KIN_GRANDCHILD] = f->grandchild[i],
        [KIN_SIBLING] = f->sibling[i],
        [KIN_PARENT_IN_LAW] = f->parent_in_law[i],
        [KIN_CHILD_IN_LAW] = f->child_in_law[i],
        [KIN_PARENT_OF_PARTNER] = through(f->partner[i], f->parent),
        [KIN_CHILD_OF_PARTNER] = through(f->partner[i], f->child),
        [KIN_PARTNER_OF_PARENT] = through(f->parent[i], f->partner),
        [KIN_PARTNER_OF_CHILD] = through(f->child[i], f->partner),
        [KIN_PARTNER_OF_GRANDCHILD] = through(f->grandchild[i], f->partner),
        [KIN_GRANDPARENT_OF_PARTNER] = through(f->partner[i], f->grandparent),
        [KIN_GRANDCHILD_OF_PARTNER] = through(f->partner[i], f->grandchild),
        [KIN_OTHER_RELATIVE] = f->relative[i],
        [KIN_UNRELATED] = f->unrelated[i],
    };
    members left = (f->count == 64 ? ~(members)0 : bit(f->count) - 1) & ~bit(i);

    for (size_t j = 0; j < f->count; j++)
        word[j] = CELL_UNKNOWN;
    for (int k = 0; k < KIN_COUNT && left; k++) {
        for (members of = sets[k] & left; of; of &= of - 1)
            word[__builtin_ctzll(of)] = k;
        left &= ~sets[k];
    }
}

static void derive(people *p, family *f, const kin_facts *facts, const relation_row *rows,
                   const uint32_t *chain, uint32_t head)
{
    read_link(f, p, facts->partner, f->partner, 1);
    read_link(f, p, facts->mother, f->parent, 0);
    read_link(f, p, facts->father, f->parent, 0);
    for (; head; head = chain[head - 1])
        read_row(f, &rows[head - 1]);
    climb(f);
    reverse(f->count, f->parent, f->child);
    reverse(f->count, f->grandparent, f->grandchild);
    find_siblings(f, p, facts);
    for (size_t i = 0; i < f->count; i++) {
        uint32_t at = p->others.first[f->start + i];
        cell word[LIMIT_HOUSEHOLD];

        words_of(f, i, word);
        for (size_t j = 0; j < f->count; j++) {
            if (j != i) {
                p->others.other[at] = f->start + (uint32_t)j;
                p->kin[at++] = word[j];
            }
        }
    }
}

static int count_pairs(people *p)
{
    size_t pairs = 0;

    p->others.first = arena_array(p->memory, p->persons + 1, sizeof *p->others.first);
    if (!p->others.first)
        return -1;
    for (size_t h = 0; h < p->households; h++) {
        for (uint32_t row = p->first[h]; row < p->first[h + 1]; row++) {
            p->others.first[row] = (uint32_t)pairs;
            pairs += p->first[h + 1] - p->first[h] - 1;
        }
    }
    if (pairs > UINT32_MAX)
        return -1;
    p->others.first[p->persons] = (uint32_t)pairs;
    p->others.pairs = pairs;
    p->others.other = arena_array(p->memory, pairs + 1, sizeof *p->others.other);
    p->kin = arena_array(p->memory, pairs + 1, sizeof *p->kin);
    return p->others.other && p->kin ? 0 : -1;
}

int people_derive_kinship(people *p, const relation_row *rows, size_t count)
{
    kin_facts facts = kin_facts_of(p->facts);
    arena *scratch = arena_new();
    uint32_t *head = scratch ? arena_array(scratch, p->households + 1, sizeof *head) : NULL;
    uint32_t *chain = scratch ? arena_array(scratch, count + 1, sizeof *chain) : NULL;
    int result = -1;

    if (head && chain && count < UINT32_MAX && count_pairs(p) == 0) {
        family f;

        for (size_t i = 0; i < count; i++) {
            uint32_t h = p->household_of[rows[i].a];

            chain[i] = head[h];
            head[h] = (uint32_t)i + 1;
        }
        for (size_t h = 0; h < p->households; h++) {
            if (p->first[h + 1] - p->first[h] < 2)
                continue;
            start(&f, p, h);
            derive(p, &f, &facts, rows, chain, head[h]);
        }
        result = 0;
    }
    arena_free(scratch);
    return result;
}

static uint32_t words_in(relation_kind which)
{
#define IS(word) ((uint32_t)1 << (word))
    static const uint32_t words[RELATION_COUNT] = {
        [RELATION_CHILDREN] = IS(KIN_CHILD),
        [RELATION_PARENTS] = IS(KIN_PARENT),
        [RELATION_SIBLINGS] = IS(KIN_SIBLING),
        [RELATION_ASCENDANTS] = IS(KIN_PARENT) | IS(KIN_GRANDPARENT),
        [RELATION_DESCENDANTS] = IS(KIN_CHILD) | IS(KIN_GRANDCHILD),
        [RELATION_PARENTS_IN_LAW] = IS(KIN_PARENT_IN_LAW) | IS(KIN_PARENT_OF_PARTNER),
        [RELATION_CHILDREN_IN_LAW] = IS(KIN_CHILD_IN_LAW) | IS(KIN_PARTNER_OF_CHILD),
    };
#undef IS
    return words[which];
}

int people_relation(const people *p, relation_kind which, arena *memory, relation *out)
{
    relation r = {NULL, NULL, NULL, 0};
    uint32_t words = words_in(which);

    if (which == RELATION_OTHERS) {
        *out = p->others;
        return 0;
    }
    for (size_t i = 0; i < p->others.pairs; i++)
        r.pairs += p->kin[i] >= 0 && (words >> p->kin[i] & 1);
    r.first = arena_array(memory, p->persons + 1, sizeof *r.first);
    r.other = arena_array(memory, r.pairs + 1, sizeof *r.other);
    if (!r.first || !r.other)
        return -1;
    r.pairs = 0;
    for (size_t row = 0; row < p->persons; row++) {
        r.first[row] = (uint32_t)r.pairs;
        for (uint32_t i = p->others.first[row]; i < p->others.first[row + 1]; i++)
            if (p->kin[i] >= 0 && (words >> p->kin[i] & 1))
                r.other[r.pairs++] = p->others.other[i];
    }
    r.first[p->persons] = (uint32_t)r.pairs;
    *out = r;
    return 0;
}

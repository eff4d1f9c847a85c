/*
 * The steps, one after the other, and the people they describe.
 */
#include "home.h"

#include <stdio.h>
#include <string.h>

void home_start(home *h)
{
    memset(h, 0, sizeof *h);
    h->alone = h->partner = h->children = h->whose = h->adults = h->parents = -1;
    h->members = 1;
    h->role[0] = ROLE_PERSON;
}

static size_t count_of(const home *h, home_kin kin)
{
    size_t found = 0;

    for (size_t m = 1; m < h->members; m++)
        found += h->kin[m] == (int)kin;
    return found;
}

home_step home_next(const home *h, size_t *member)
{
    *member = 0;
    if (h->alone == 1)
        return HOME_DONE;
    if (h->alone < 0)
        return HOME_ALONE;
    if (h->partner < 0)
        return HOME_PARTNER;
    if (h->children < 0)
        return HOME_CHILDREN;
    if (h->children > 0 && h->whose < 0)
        return HOME_WHOSE;
    for (size_t m = 1; m < h->members; m++)
        if (h->role[m] == ROLE_CHILD && h->kin[m] < 0) {
            *member = m;
            return HOME_CHILD;
        }
    if (h->adults < 0)
        return HOME_ADULTS;
    for (size_t m = 1; m < h->members; m++)
        if (h->role[m] == ROLE_ADULT && h->kin[m] < 0) {
            *member = m;
            return HOME_ADULT;
        }
    return h->parents < 0 && count_of(h, IS_PARENT) == 2 ? HOME_PARENTS : HOME_DONE;
}

int home_most(const home *h)
{
    return (int)(HOME_MEMBERS - h->members);
}

size_t home_choices(const home *h, home_step step, int out[HOME_KINS])
{
    int with_partner = h->partner > 0, child = step == HOME_WHOSE || step == HOME_CHILD;
    size_t n = 0;

    if (step == HOME_PARTNER || step == HOME_PARENTS) {
        for (int i = 0; i < 4; i++)
            out[n++] = i;
        return n;
    }
    if (!child)
        out[n++] = IS_PARENT;
    out[n++] = IS_CHILD;
    if (with_partner) {
        out[n++] = IS_CHILD_OF_BOTH;
        out[n++] = IS_CHILD_OF_PARTNER;
    }
    out[n++] = IS_SIBLING;
    if (!child)
        out[n++] = IS_GRANDPARENT;
    out[n++] = IS_GRANDCHILD;
    if (!child) {
        if (with_partner)
            out[n++] = IS_PARENT_OF_PARTNER;
        out[n++] = IS_PARTNER_OF_PARENT;
        out[n++] = IS_PARTNER_OF_CHILD;
    }
    out[n++] = IS_OTHER_RELATIVE;
    out[n++] = IS_UNRELATED;
    if (step == HOME_WHOSE && h->children > 1)
        out[n++] = IS_MIXED;
    return n;
}

static void add_members(home *h, home_role role, int count)
{
    for (int i = 0; i < count && h->members < HOME_MEMBERS; i++) {
        h->role[h->members] = role;
        h->kin[h->members++] = role == ROLE_PARTNER ? IS_PARTNER : -1;
    }
}

static void set_whose(home *h, int kin)
{
    h->whose = kin;
    for (size_t m = 1; m < h->members; m++)
        if (h->role[m] == ROLE_CHILD && kin != IS_MIXED)
            h->kin[m] = kin;
}

void home_answer(home *h, home_step step, size_t member, int value)
{
    int choices[HOME_KINS];
    int chosen = IS_NOT_KNOWN;

    if (value == ANSWER_NOT_KNOWN && step != HOME_WHOSE && step != HOME_CHILD && step != HOME_ADULT) {
        h->guessed = 1;
        value = 0;
    }
    if (value >= 0 && (step == HOME_WHOSE || step == HOME_CHILD || step == HOME_ADULT) &&
        (size_t)value < home_choices(h, step, choices))
        chosen = choices[value];
    switch (step) {
    case HOME_ALONE:
        h->alone = value;
        break;
    case HOME_PARTNER:
        h->partner = value;
        add_members(h, ROLE_PARTNER, value > 0);
        break;
    case HOME_CHILDREN:
        h->children = value;
        add_members(h, ROLE_CHILD, value);
        break;
    case HOME_WHOSE:
        set_whose(h, chosen);
        break;
    case HOME_CHILD:
    case HOME_ADULT:
        h->kin[member] = chosen;
        break;
    case HOME_ADULTS:
        h->adults = value;
        add_members(h, ROLE_ADULT, value);
        break;
    case HOME_PARENTS:
        h->parents = value;
        break;
    case HOME_DONE:
        break;
    }
}

/* ---- people ---- */

typedef struct building {
    const home *h;
    people *p;
    const dictionary *facts;
    int failed;
} building;

static text id_of(size_t member, char out[16])
{
    text t = {out, 0};

    t.length = (size_t)snprintf(out, 16, "%zu", member + 1);
    return t;
}

static void link_to(building *b, size_t from, const char *name, size_t to)
{
    int which = dictionary_find(b->facts, name);
    char id[16];

    if (which >= 0)
        b->failed |= people_set_text(b->p, (uint32_t)from, which, id_of(to, id)) < 0;
}

static void set_word(building *b, size_t member, const char *name, const char *word)
{
    int which = dictionary_find(b->facts, name);
    int value = which < 0 ? -1 : fact_word(&b->facts->facts[which], text_of(word));

    if (value >= 0)
        b->failed |= people_set(b->p, (uint32_t)member, which, value) < 0;
}

/* Both ways; a marriage and a legal cohabitation are also the civil status. */
static void make_couple(building *b, size_t a, size_t c, int partnership)
{
    static const char *const words[] = {"", "married", "legal", "de_facto"};
    static const char *const statuses[] = {"", "married", "legally_cohabiting", ""};
    size_t both[] = {a, c};

    link_to(b, a, "partner_id", c);
    link_to(b, c, "partner_id", a);
    for (int i = 0; i < 2; i++) {
        set_word(b, both[i], "partnership", words[partnership]);
        set_word(b, both[i], "civil_status", statuses[partnership]);
    }
}

static void make_parent(building *b, size_t child, size_t parent, int second)
{
    link_to(b, child, second ? "father_id" : "mother_id", parent);
}

static void make_row(building *b, size_t a, kinship word)
{
    char one[16], other[16];
    row_problem problem = people_add_relation(b->p, id_of(a, one), id_of(0, other), word);

    b->failed |= problem == ROW_NO_MEMORY;
}

/* The n-th member, from 0, of this kin; 0 when there is none. */
static size_t member_who(const home *h, home_kin kin, size_t n)
{
    for (size_t m = 1; m < h->members; m++)
        if (h->kin[m] == (int)kin && n-- == 0)
            return m;
    return 0;
}

/* Somebody living with a parent: the link when there is one parent to link to, else what a row can say. */
static void make_other_couple(building *b, size_t member, home_kin of, kinship otherwise)
{
    size_t other = member_who(b->h, of, 0);
    int partner = dictionary_find(b->facts, "partner_id");
    char id[16];

    if (!other || member_who(b->h, of, 1) || partner < 0) {
        make_row(b, member, otherwise);
        return;
    }
    b->failed |= people_set_text(b->p, (uint32_t)member, partner, id_of(other, id)) < 0;
    b->failed |= people_set_text(b->p, (uint32_t)other, partner, id_of(member, id)) < 0;
}

static void make_links(building *b, size_t m)
{
    size_t partner = member_who(b->h, IS_PARTNER, 0);

    switch ((home_kin)b->h->kin[m]) {
    case IS_CHILD:
    case IS_CHILD_OF_BOTH:
        make_parent(b, m, 0, 0);
        if (b->h->kin[m] == IS_CHILD_OF_BOTH)
            make_parent(b, m, partner, 1);
        break;
    case IS_CHILD_OF_PARTNER:
        make_parent(b, m, partner, 0);
        break;
    case IS_PARENT:
        make_parent(b, 0, m, member_who(b->h, IS_PARENT, 0) != m);
        break;
    case IS_PARENT_OF_PARTNER:
        make_parent(b, partner, m, member_who(b->h, IS_PARENT_OF_PARTNER, 0) != m);
        break;
    case IS_PARTNER_OF_PARENT:
        make_other_couple(b, m, IS_PARENT, KIN_UNRELATED);
        break;
    case IS_PARTNER_OF_CHILD:
        make_other_couple(b, m, IS_CHILD, KIN_CHILD_IN_LAW);
        break;
    case IS_SIBLING:
        if (member_who(b->h, IS_PARENT, 0))
            make_parent(b, m, member_who(b->h, IS_PARENT, 0), 0);
        else
            make_row(b, m, KIN_SIBLING);
        break;
    case IS_GRANDPARENT:
        make_row(b, m, KIN_GRANDPARENT);
        break;
    case IS_GRANDCHILD:
        make_row(b, m, KIN_GRANDCHILD);
        break;
    case IS_OTHER_RELATIVE:
        make_row(b, m, KIN_OTHER_RELATIVE);
        break;
    case IS_UNRELATED:
        make_row(b, m, KIN_UNRELATED);
        break;
    default:
        break;
    }
}

/* Answers are written into the columns in place: each must be there. */
static int make_columns(people *p)
{
    for (size_t k = 0; k < p->facts->count; k++) {
        const fact *f = &p->facts->facts[k];
        size_t rows = f->entity == ENTITY_PERSON ? p->persons : p->households;

        if (f->kind == KIND_TEXT || p->column[k])
            continue;
        if (!(p->column[k] = arena_array(p->memory, rows + 1, sizeof(cell))))
            return -1;
        for (size_t row = 0; row < rows; row++)
            p->column[k][row] = CELL_UNKNOWN;
    }
    return 0;
}

static void make_all(building *b)
{
    const home *h = b->h;
    size_t partner = member_who(h, IS_PARTNER, 0), other = member_who(h, IS_PARENT, 1);
    uint32_t row;
    char id[16];

    b->failed |= people_add_household(b->p, text_of("1"), &row) != ROW_OK;
    for (size_t m = 0; m < h->members; m++)
        b->failed |= people_add_person(b->p, id_of(m, id), text_of("1"), &row) != ROW_OK;
    if (b->failed)
        return;
    if (partner)
        make_couple(b, 0, partner, h->partner);
    if (other && h->parents > 0)
        make_couple(b, member_who(h, IS_PARENT, 0), other, h->parents);
    for (size_t m = 1; m < h->members; m++)
        make_links(b, m);
}

ayant_status home_people(failure *e, const home *h, const dictionary *facts, people **out)
{
    building b = {h, people_new(facts), facts, 0};
    ayant_status status;

    if (!b.p)
        return fail_memory(e);
    make_all(&b);
    status = b.failed ? fail_memory(e) : people_finish(b.p, e);
    if (status == AYANT_OK && make_columns(b.p) < 0)
        status = fail_memory(e);
    if (status < 0) {
        people_free(b.p);
        return status;
    }
    *out = b.p;
    return AYANT_OK;
}

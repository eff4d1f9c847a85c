/*
 * From "what each is to the reference person" to partners, parents and rows
 * of relations.
 *
 *   spouse, legal, de_facto, partner   partner_id of both, and the partnership
 *   child                              its mother or father is the reference person, by that person's gender
 *   parent                             mother or father of the reference person, by the parent's gender
 *   anything else                      a row: the person is the word of the reference person
 *
 * Where that cannot be told (no reference person or two, two partners, a
 * parent of unknown gender) it is listed, and stays unknown. A child of the
 * reference person is not taken for a child of the partner: nothing says so.
 */
#include "mapped_parts.h"

static void remark_member(mapped *m, uint32_t who, unsigned of)
{
    mapped_remark(m, m->persons, m->persons->link, m->members[who].line, of);
}

/* The one reference person of a household; ID_NONE, listed, when there is none or more than one. */
static uint32_t reference_of(mapped *m, const family *f)
{
    uint32_t found = ID_NONE, said = ID_NONE;
    int many = 0;

    for (uint32_t who = f->first; who != ID_NONE; who = m->members[who].next) {
        if (m->members[who].link == MAPPED_REFERENCE) {
            many |= found != ID_NONE;
            found = who;
        } else if (m->members[who].link != LINK_UNSAID && said == ID_NONE) {
            said = who;
        }
    }
    if (many) {
        for (uint32_t who = f->first; who != ID_NONE; who = m->members[who].next)
            if (m->members[who].link == MAPPED_REFERENCE)
                remark_member(m, who, REMARK_REFERENCES);
        return ID_NONE;
    }
    if (found == ID_NONE && said != ID_NONE)
        remark_member(m, said, REMARK_NO_REFERENCE);
    return found;
}

static int is_partner(unsigned char link)
{
    return link >= MAPPED_SPOUSE && link <= MAPPED_PARTNER;
}

static void join_partners(mapped *m, const family *f, uint32_t reference)
{
    uint32_t found = ID_NONE;
    int many = 0;
    member *a, *b;

    for (uint32_t who = f->first; who != ID_NONE; who = m->members[who].next)
        if (is_partner(m->members[who].link)) {
            many |= found != ID_NONE;
            found = who;
        }
    if (many) {
        for (uint32_t who = f->first; who != ID_NONE; who = m->members[who].next)
            if (is_partner(m->members[who].link))
                remark_member(m, who, REMARK_PARTNERS);
        return;
    }
    if (found == ID_NONE)
        return;
    a = &m->members[reference];
    b = &m->members[found];
    a->partner = found;
    b->partner = reference;
    a->partnership = b->partnership = b->link == MAPPED_SPOUSE     ? PARTNERSHIP_MARRIED
                                      : b->link == MAPPED_LEGAL    ? PARTNERSHIP_LEGAL
                                      : b->link == MAPPED_DE_FACTO ? PARTNERSHIP_DE_FACTO
                                      : a->civil == CIVIL_LEGAL && b->civil == CIVIL_LEGAL
                                          ? PARTNERSHIP_LEGAL
                                          : PARTNERSHIP_UNKNOWN;
}

/* `parent` is the mother or father of `child`; `said` is whose row says so. */
static void join_parent(mapped *m, uint32_t child, uint32_t parent, uint32_t said)
{
    unsigned char gender = m->members[parent].gender;
    uint32_t *to = gender == GENDER_F ? &m->members[child].mother : &m->members[child].father;

    if (gender != GENDER_F && gender != GENDER_M)
        remark_member(m, said, REMARK_PARENT_GENDER);
    else if (*to != ID_NONE)
        remark_member(m, said, REMARK_PARENTS);
    else
        *to = parent;
}

static ayant_status join(failure *e, mapped *m, const family *f)
{
    uint32_t reference = reference_of(m, f);

    if (reference == ID_NONE)
        return AYANT_OK;
    join_partners(m, f, reference);
    for (uint32_t who = f->first; who != ID_NONE; who = m->members[who].next) {
        unsigned char link = m->members[who].link;

        if (link == MAPPED_CHILD) {
            join_parent(m, who, reference, who);
        } else if (link == MAPPED_PARENT) {
            join_parent(m, reference, who, who);
        } else if (link > MAPPED_PARENT && link < MAPPED_LINKS) {
            if (room_in(&m->rows, &m->row_capacity, m->row_count + 1, sizeof *m->rows) < 0)
                return fail_memory(e);
            m->rows[m->row_count++] = (link_row){who, reference, link};
        }
    }
    return AYANT_OK;
}

ayant_status mapped_links(failure *e, mapped *m)
{
    if (!m->map->links_header)
        return AYANT_OK;
    for (size_t i = 0; i < m->household_ids.count; i++)
        if (join(e, m, &m->families[i]) < 0)
            return e->status;
    return AYANT_OK;
}

/*
 * Asking: how many questions it takes, and that the answers are those of a screen.
 *
 * Made-up people answer from what is true of them. Against it: every fact of
 * the dictionary, in its order, until nothing can change an answer any more.
 */
#include <dirent.h>
#include <stdio.h>
#include <stdlib.h>
#include <unistd.h>
#include "ask/ask.h"
#include "base/day.h"
#include "check.h"
#include "host/host.h"
#include "ingest/ingest.h"
#include "synth/synth.h"
#include "takeup/screen.h"

#if defined(__SANITIZE_ADDRESS__)
#define PEOPLE 12
#else
#define PEOPLE 300
#endif
#define MOST_MEMBERS 12

static host *the_host;
static rulebook *rules;
static graph *g;
static people *everybody;
static day on;

/* ---- the truth ---- */

typedef struct household {
    size_t self;              /* row of the person asked */
    size_t row[MOST_MEMBERS]; /* by member of the session */
    size_t members, children;
} household;

static cell truth(const char *name, size_t row)
{
    int which = dictionary_find(&rules->facts, name);

    return which < 0 ? CELL_UNKNOWN : people_cell(everybody, which, row);
}

static int is_minor(size_t row)
{
    cell birth = truth("birth_date", row);

    return birth != CELL_UNKNOWN && day_age(birth, on) < 18;
}

static cell kin_of(size_t row, size_t other)
{
    const relation *r = &everybody->others;

    for (uint32_t i = r->first[row]; i < r->first[row + 1]; i++)
        if (r->other[i] == other)
            return everybody->kin[i];
    return CELL_UNKNOWN;
}

/* The order of a session: the partner, the minors, the other adults. */
static int order_members(household *h, size_t self)
{
    size_t home = everybody->household_of[self];

    h->self = h->row[0] = self;
    h->members = 1;
    h->children = 0;
    for (int pass = 0; pass < 3; pass++)
        for (size_t row = everybody->first[home]; row < everybody->first[home + 1]; row++) {
            int role = kin_of(self, row) == KIN_PARTNER ? 0 : is_minor(row) ? 1 : 2;

            if (row == self || role != pass)
                continue;
            if (h->members == MOST_MEMBERS)
                return -1;
            h->children += pass == 1;
            h->row[h->members++] = row;
        }
    return 0;
}

static const char *kin_word(const household *h, size_t member)
{
    size_t row = h->row[member];
    cell mother = truth("mother_id", row), father = truth("father_id", row);
    cell kin = kin_of(h->self, row), partner = truth("partner_id", h->self);

    switch (kin) {
    case KIN_CHILD:
        return partner >= 0 && (mother == partner || father == partner) ? "child_of_both" : "child";
    case KIN_CHILD_OF_PARTNER:
        return "child_of_partner";
    case KIN_PARENT:
        return "parent";
    case KIN_PARENT_OF_PARTNER:
        return "parent_of_partner";
    case KIN_PARTNER_OF_PARENT:
        return "partner_of_parent";
    case KIN_PARTNER_OF_CHILD:
    case KIN_CHILD_IN_LAW:
        return "partner_of_child";
    case KIN_GRANDPARENT:
        return "grandparent";
    case KIN_GRANDCHILD:
        return "grandchild";
    case KIN_SIBLING:
        return "sibling";
    case KIN_OTHER_RELATIVE:
        return "other_relative";
    case KIN_UNRELATED:
        return "unrelated";
    default:
        return "?";
    }
}

static int with_partner(const household *h)
{
    return h->members > 1 && kin_of(h->self, h->row[1]) == KIN_PARTNER;
}

static const char *partnership_of(size_t row)
{
    static const char *const words[] = {"married", "legal", "de_facto"};
    cell c = truth("partnership", row);

    return c == CELL_UNKNOWN ? "?" : words[c];
}

static const char *of_all_children(const household *h)
{
    size_t first = 1 + (size_t)with_partner(h);

    for (size_t m = first + 1; m < first + h->children; m++)
        if (strcmp(kin_word(h, m), kin_word(h, first)) != 0)
            return "mixed";
    return kin_word(h, first);
}

static const char *parents_couple(const household *h)
{
    for (size_t m = 1; m < h->members; m++)
        if (kin_of(h->self, h->row[m]) == KIN_PARENT)
            return truth("partner_id", h->row[m]) >= 0 ? partnership_of(h->row[m]) : "none";
    return "none";
}

static void answer_home(const household *h, const ayant_ask_question *q, char *out, size_t size)
{
    size_t partner = (size_t)with_partner(h);

    if (strcmp(q->id, "home.alone") == 0)
        snprintf(out, size, "%s", h->members == 1 ? "yes" : "no");
    else if (strcmp(q->id, "home.partner") == 0)
        snprintf(out, size, "%s", partner ? partnership_of(h->self) : "none");
    else if (strcmp(q->id, "home.children") == 0)
        snprintf(out, size, "%zu", h->children);
    else if (strcmp(q->id, "home.adults") == 0)
        snprintf(out, size, "%zu", h->members - 1 - partner - h->children);
    else if (strcmp(q->id, "home.whose") == 0)
        snprintf(out, size, "%s", of_all_children(h));
    else if (strcmp(q->id, "home.parents") == 0)
        snprintf(out, size, "%s", parents_couple(h));
    else
        snprintf(out, size, "%s", kin_word(h, q->member));
}

static void answer_truly(const household *h, const ayant_ask_question *q, char *out, size_t size)
{
    int which = dictionary_find(&rules->facts, q->fact);
    const fact *f = which < 0 ? NULL : &rules->facts.facts[which];
    cell c;

    if (!q->fact[0]) {
        answer_home(h, q, out, size);
        return;
    }
    snprintf(out, size, "?");
    if (!f)
        return;
    c = people_cell(everybody, which,
                    f->entity == ENTITY_PERSON ? h->row[q->member] : everybody->household_of[h->self]);
    if (c != CELL_UNKNOWN)
        fact_print(f, c, out, size);
}

/* ---- the two ways of asking ---- */

static asking *session_of(void)
{
    ask_options options = {.on = on, .language = AYANT_FR};
    asking *s = NULL;
    failure e;

    failure_clear(&e);
    if (ask_new(&e, g, &options, &s) < 0)
        fprintf(stderr, "%s\n", e.text);
    return s;
}

/* Until nothing is left, or (`home` 1) until it is known who lives there; how many questions, -1 for a
 * failure. */
static int ask_all(asking *s, const household *h, int home)
{
    ask_question q;
    char answer[128];
    failure e;
    ayant_status status;
    int count = 0;

    failure_clear(&e);
    while ((status = ask_next(&e, s, &q)) == AYANT_OK && !(home && q.fact[0])) {
        answer_truly(h, &q, answer, sizeof answer);
        if (ask_answer(&e, s, text_of(answer)) < 0) {
            fprintf(stderr, "%s: '%s': %s\n", q.id, answer, e.text);
            return -1;
        }
        count++;
    }
    if (status < 0)
        fprintf(stderr, "%s\n", e.text);
    return status < 0 ? -1 : count;
}

static int ask_in_order(asking *s, const household *h)
{
    int count = 0;

    if (ask_all(s, h, 1) < 0)
        return -1;
    for (size_t k = 0; k < rules->facts.count; k++) {
        const fact *f = &rules->facts.facts[k];
        size_t rows = f->entity == ENTITY_PERSON ? h->members : 1;

        if (f->contact_only || f->kind == KIND_TEXT)
            continue;
        for (size_t m = 0; m < rows; m++) {
            size_t row = f->entity == ENTITY_PERSON ? h->row[m] : everybody->household_of[h->self];

            count++;
            if (f->kind != KIND_PERSON &&
                ask_set(s, (int)k, (uint32_t)m, people_cell(everybody, (int)k, row)) < 0)
                return -1;
            if (ask_settled(s))
                return count;
        }
    }
    return count;
}

/* ---- the tests ---- */

static int next_person(size_t *row, household *h)
{
    for (; *row < everybody->persons; (*row)++) {
        size_t home = everybody->household_of[*row];

        /* The first adult of each household. */
        if (is_minor(*row) || (*row > everybody->first[home] && !is_minor(*row - 1)))
            continue;
        if (order_members(h, *row) == 0) {
            *row = everybody->first[home + 1];
            return 1;
        }
    }
    return 0;
}

static size_t of_right(const results *r, const char *name)
{
    size_t k = 0;

    while (k < r->right_count && strcmp(right_of(r, k)->name, name) != 0)
        k++;
    return k;
}

/* 1 when what is presumed and not asked is what is true of the household. */
static int as_presumed(const household *h)
{
    for (size_t k = 0; k < rules->facts.count; k++) {
        const fact *f = &rules->facts.facts[k];
        int link = f->kind == KIND_PERSON && strstr("partner_id mother_id father_id", f->name) != NULL;
        size_t rows = f->entity == ENTITY_PERSON ? h->members : 1;

        if (f->contact_only || f->empty == EMPTY_UNKNOWN || link || f->when_fact >= 0)
            continue;
        for (size_t m = 0; m < rows; m++) {
            cell c = people_cell(everybody, (int)k,
                                 f->entity == ENTITY_PERSON ? h->row[m] : everybody->household_of[h->self]);
            cell usual = f->empty == EMPTY_PRESUMED ? f->presumed
                         : f->kind == KIND_DATE     ? DAY_NEVER
                                                    : LINK_NONE;

            if (c != CELL_UNKNOWN && c != usual)
                return 0;
        }
    }
    return 1;
}

/* What the questions ended with, beside what a screen says of the whole record. */
static int unlike_screen(asking *s, const household *h, const results *all)
{
    const ask_right *said;
    size_t count;
    failure e;
    int bad = 0;

    failure_clear(&e);
    if (ask_result(&e, s, &said, &count) < 0)
        return 1;
    for (size_t i = 0; i < count; i++) {
        const result *x = result_of(all, h->self, of_right(all, said[i].right));
        const char *want = x->finding == FINDING_RECEIVING ? "" : verdict_names[x->verdict];

        if (x->finding == FINDING_COVERED || strcmp(said[i].verdict, want) == 0)
            continue;
        bad = 1;
        fprintf(stderr, "%s, %s: asking says '%s', a screen '%s'\n", everybody->person_id[h->self],
                said[i].right, said[i].verdict, want);
    }
    return bad;
}

static void fewer_questions(void)
{
    screen_options options = {.sensitive = 1, .threads = 1};
    size_t row = 0, asked = 0, in_order = 0, tried = 0, most = 0, differ = 0, compared = 0;
    results *all = NULL;
    household h;
    failure e;

    failure_clear(&e);
    options.on = on;
    if (!CHECK(screen_people(&e, g, everybody, &options, NULL, &all) == AYANT_OK))
        return;
    while (tried < PEOPLE && next_person(&row, &h)) {
        asking *a = session_of(), *b = session_of();
        int mine = a ? ask_all(a, &h, 0) : -1, theirs = b ? ask_in_order(b, &h) : -1;

        CHECK(mine >= 0 && theirs >= 0);
        asked += (size_t)mine;
        in_order += (size_t)theirs;
        most = (size_t)mine > most ? (size_t)mine : most;
        if (a && as_presumed(&h)) {
            compared++;
            differ += unlike_screen(a, &h, all) != 0;
        }
        ask_free(a);
        ask_free(b);
        tried++;
    }
    results_free(all);
    printf("%zu people: %.1f questions on average (most %zu), %.1f in the order of the dictionary: %.1f "
           "times fewer; %zu compared with a screen\n",
           tried, (double)asked / (double)tried, most, (double)in_order / (double)tried,
           (double)in_order / (double)asked, compared);
    CHECK(tried > 0);
    CHECK(in_order >= 3 * asked);
    CHECK(compared > tried / 10);
    CHECK_INT(differ, 0);
}

static int make_people(void)
{
    char folder[] = "/tmp/ayant-ask-XXXXXX", households[200], persons[200], relations[200], command[250];
    ayant_synth_options options = {.households = 400, .seed = 11, .on = "2026-03-01", .missing_share = 0};
    ayant_inputs inputs = {.households = households, .persons = persons, .relations = relations};
    static const char *const files[] = {"households.csv", "persons.csv", "relations.csv", "README.txt"};
    ayant_import_counts counts;
    failure e;
    int good;

    failure_clear(&e);
    if (!mkdtemp(folder))
        return -1;
    snprintf(households, sizeof households, "%s/households.csv", folder);
    snprintf(persons, sizeof persons, "%s/persons.csv", folder);
    snprintf(relations, sizeof relations, "%s/relations.csv", folder);
    good = synth_write(&e, g, &options, folder, NULL) == AYANT_OK &&
           ingest_people(&e, &rules->facts, &inputs, NULL, NULL, &everybody, &counts) == AYANT_OK;
    for (size_t i = 0; i < sizeof files / sizeof *files; i++) {
        snprintf(command, sizeof command, "%s/%s", folder, files[i]);
        unlink(command);
    }
    rmdir(folder);
    if (!good)
        fprintf(stderr, "%s\n", e.text);
    return good ? 0 : -1;
}

int main(void)
{
    static const char *const folders[] = {"rules/be"};
    failure e;

    failure_clear(&e);
    on = day_of(2026, 3, 1);
    if (host_load(&e, folders, 1, &the_host, &rules) < 0 || graph_build(&e, rules, &g) < 0 ||
        make_people() < 0) {
        fprintf(stderr, "%s\n", e.text);
        return 1;
    }
    RUN(fewer_questions);
    people_free(everybody);
    graph_free(g);
    host_free(the_host);
    return check_end();
}

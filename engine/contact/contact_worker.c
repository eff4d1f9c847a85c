/*
 * The list a social worker works from: one line a household.
 *
 * The columns are closed: who to speak with, in which language, about which
 * rights, why, and what to ask. Reasons are in plain words, in French and in
 * Dutch.
 */
#include "contact_draft.h"

#define LINES_TOGETHER 256 /* lines whose pieces share, and then free, one region */

typedef struct words {
    const char *fr, *nl;
} words;

static words reason_of(const result *r)
{
    static const words likely = {"semble y avoir droit et ne le reçoit pas",
                                 "lijkt er recht op te hebben en ontvangt het niet"};
    static const words possible = {"pourrait y avoir droit : à voir ensemble",
                                   "heeft er misschien recht op: samen te bekijken"};
    static const words check_yes = {"semble y avoir droit ; vérifier si la personne le reçoit déjà",
                                    "lijkt er recht op te hebben; nagaan of de persoon het al ontvangt"};
    static const words check_unknown = {"pourrait y avoir droit ; vérifier si la personne le reçoit déjà",
                                        "heeft er misschien recht op; nagaan of de persoon het al ontvangt"};
    static const words interrupted = {"le recevait et semble y avoir encore droit",
                                      "ontving het en lijkt er nog recht op te hebben"};

    switch (r->finding) {
    case FINDING_LIKELY:
        return likely;
    case FINDING_INTERRUPTED:
        return interrupted;
    case FINDING_TO_CHECK:
        return r->verdict == VERDICT_YES ? check_yes : check_unknown;
    default:
        return possible;
    }
}

static const char *either(const char *a, const char *b)
{
    return a && *a ? a : b ? b : "";
}

/* What a list calls a right: a sensitive one by its neutral name, everywhere. */
static words name_of(const right *r)
{
    const label *l = r->sensitive ? &r->offer : &r->label;

    return (words){either(l->fr, l->nl), either(l->nl, l->fr)};
}

static const char *code_of(const right *r)
{
    return r->sensitive ? name_of(r).fr : r->name;
}

/* A growing cell: pieces joined by a separator, the same piece once. */
typedef struct joined {
    arena *memory;
    const char *text;
    int failed;
} joined;

static void join(joined *j, const char *separator, const char *piece)
{
    const char *longer;

    if (!piece || !*piece || j->failed)
        return;
    longer =
        *j->text ? arena_print(j->memory, "%s%s%s", j->text, separator, piece) : arena_text(j->memory, piece);
    if (!longer)
        j->failed = 1;
    else
        j->text = longer;
}

typedef struct line {
    joined rights, reasons_fr, reasons_nl, missing, ask_fr, ask_nl, office_fr, office_nl;
    uint8_t *right_said, *fact_said; /* what is already in the line */
    int several;                     /* more than one person has a finding: say which */
} line;

static void add_missing(const draft *d, line *l, const result *r)
{
    const results *run = d->run;

    for (size_t i = r->missing; i < run->missing_count && run->missing[i] >= 0; i++) {
        const fact *f = &run->people->facts->facts[run->missing[i]];

        if (l->fact_said[run->missing[i]])
            continue;
        l->fact_said[run->missing[i]] = 1;
        join(&l->missing, ";", f->name);
        join(&l->ask_fr, " ", either(f->ask.fr, f->label.fr));
        join(&l->ask_nl, " ", either(f->ask.nl, f->label.nl));
    }
}

static void add_reason(const draft *d, line *l, size_t person, const right *r, const result *found)
{
    const char *id = d->run->people->person_id[person];
    words name = name_of(r), reason = reason_of(found);
    arena *memory = l->reasons_fr.memory;
    const char *fr = l->several ? arena_print(memory, "%s (%s) : %s.", name.fr, id, reason.fr)
                                : arena_print(memory, "%s : %s.", name.fr, reason.fr);
    const char *nl = l->several ? arena_print(memory, "%s (%s): %s.", name.nl, id, reason.nl)
                                : arena_print(memory, "%s: %s.", name.nl, reason.nl);

    if (!fr || !nl)
        l->reasons_fr.failed = 1;
    join(&l->reasons_fr, " ", fr);
    join(&l->reasons_nl, " ", nl);
}

static void add_finding(const draft *d, line *l, size_t person, size_t index)
{
    const right *r = right_of(d->run, index);
    const result *found = result_of(d->run, person, index);

    if (!l->right_said[index]) {
        l->right_said[index] = 1;
        join(&l->rights, ";", code_of(r));
        if (!l->office_fr.text[0] || !strstr(l->office_fr.text, either(r->office.fr, "")))
            join(&l->office_fr, " ; ", r->office.fr);
        if (!l->office_nl.text[0] || !strstr(l->office_nl.text, either(r->office.nl, "")))
            join(&l->office_nl, " ; ", r->office.nl);
    }
    add_reason(d, l, person, r, found);
    if (!r->sensitive)
        add_missing(d, l, found);
}

int contact_has_finding(const draft *d, size_t person)
{
    if (contact_cell(d, FACT_OBJECTION, person) == 1)
        return 0;
    for (size_t which = 0; which < d->run->right_count; which++)
        if (contact_finding(d, person, which))
            return 1;
    return 0;
}

static void fill_line(const draft *d, line *l, const contact_household *h)
{
    const people *p = d->run->people;
    uint32_t first = p->first[h->household], end = p->first[h->household + 1];
    int found = 0;

    for (uint32_t person = first; person < end; person++)
        found += contact_has_finding(d, person);
    l->several = found > 1 || !contact_has_finding(d, h->contact);
    for (uint32_t person = first; person < end; person++)
        if (contact_has_finding(d, person))
            for (size_t which = 0; which < d->run->right_count; which++)
                if (contact_finding(d, person, which))
                    add_finding(d, l, person, which);
}

static void put_truth(table *t, cell value)
{
    table_text(t, value == CELL_UNKNOWN ? NULL : value ? "yes" : "no");
}

static void put_amount(table *t, int64_t cents)
{
    if (cents < 0)
        table_empty(t);
    else
        table_cents(t, cents);
}

/* The people of a household share its address: one who is protected protects all. */
static int is_protected(const draft *d, const contact_household *h)
{
    const people *p = d->run->people;

    for (uint32_t person = p->first[h->household]; person < p->first[h->household + 1]; person++)
        if (contact_cell(d, FACT_PROTECTED, person) == 1)
            return 1;
    return 0;
}

static void put_line(const draft *d, table *t, const contact_household *h, const line *l)
{
    const people *p = d->run->people;
    uint32_t who = h->contact;
    int hidden = is_protected(d, h);

    table_text(t, p->household_id[h->household]);
    table_text(t, p->person_id[who]);
    table_text(t, contact_text(d, FACT_FIRST_NAME, who));
    table_text(t, contact_text(d, FACT_LAST_NAME, who));
    /* somebody else may answer: a protected person is reached by the worker who knows how */
    table_text(t, hidden ? NULL : contact_text(d, FACT_PHONE, who));
    table_text(t, hidden ? NULL : contact_text(d, FACT_EMAIL, who));
    table_text(t, contact_text(d, FACT_LANGUAGE, who));
    table_text(t, contact_text(d, FACT_CONTACT_LANGUAGE, who));
    put_truth(t, contact_cell(d, FACT_INTERPRETER, who));
    table_text(t, contact_text(d, FACT_GUARDIAN, who));
    table_text(t, contact_text(d, FACT_POSTAL_CODE, h->household));
    put_truth(t, hidden ? 1 : contact_cell(d, FACT_PROTECTED, who));
    table_text(t, l->rights.text);
    table_text(t, l->reasons_fr.text);
    table_text(t, l->reasons_nl.text);
    put_amount(t, h->low);
    put_amount(t, h->high);
    table_text(t, certainty_names[h->certainty]);
    table_text(t, l->missing.text);
    table_text(t, l->ask_fr.text);
    table_text(t, l->ask_nl.text);
    table_text(t, l->office_fr.text);
    table_text(t, l->office_nl.text);
    table_text(t, contact_help_line);
}

static void name_columns(table *t)
{
    static const char *const keys[] = {
        "household_id",
        "person_id",
        "first_name",
        "last_name",
        "phone",
        "email",
        "language",
        "contact_language",
        "interpreter_needed",
        "guardian_id",
        "postal_code",
        "protected_address",
        "rights",
        "reasons_fr",
        "reasons_nl",
        "amount_low",
        "amount_high",
        "certainty",
        "missing",
        "ask_fr",
        "ask_nl",
        "office_fr",
        "office_nl",
        "help_line",
    };

    for (size_t i = 0; i < sizeof keys / sizeof *keys; i++)
        table_column(t, keys[i], NULL, strncmp(keys[i], "amount", 6) == 0 ? TABLE_RIGHT : TABLE_LEFT);
}

static int line_failed(const line *l)
{
    return l->rights.failed || l->reasons_fr.failed || l->reasons_nl.failed || l->missing.failed ||
           l->ask_fr.failed || l->ask_nl.failed || l->office_fr.failed || l->office_nl.failed;
}

static ayant_status put_lines(const draft *d, table *t, line *l, size_t from, size_t to)
{
    arena *memory = arena_new();
    const joined empty = {memory, "", 0};
    ayant_status status = memory ? AYANT_OK : fail_memory(d->e);

    for (size_t i = from; status == AYANT_OK && i < to; i++) {
        memset(l->right_said, 0, d->run->right_count);
        memset(l->fact_said, 0, d->run->people->facts->count);
        l->rights = l->reasons_fr = l->reasons_nl = empty;
        l->missing = l->ask_fr = l->ask_nl = l->office_fr = l->office_nl = empty;
        fill_line(d, l, &d->list[i]);
        if (line_failed(l))
            status = fail_memory(d->e);
        else
            put_line(d, t, &d->list[i], l);
    }
    arena_free(memory);
    return status;
}

ayant_status contact_worker_table(const draft *d, table *t)
{
    line l = {.right_said = arena_alloc(d->memory, d->run->right_count + 1),
              .fact_said = arena_alloc(d->memory, d->run->people->facts->count + 1)};
    ayant_status status = AYANT_OK;

    if (!l.right_said || !l.fact_said)
        return fail_memory(d->e);
    name_columns(t);
    for (size_t i = 0; status == AYANT_OK && i < d->listed; i += LINES_TOGETHER) {
        size_t end = d->listed - i < LINES_TOGETHER ? d->listed : i + LINES_TOGETHER;

        status = put_lines(d, t, &l, i, end);
    }
    return status;
}

/*
 * A question in words: who it is about, what can be answered, why it is asked.
 */
#include <stdio.h>
#include <string.h>
#include "asking.h"

static int same_kind(const asking *s, size_t a, size_t b)
{
    return s->home.role[a] == s->home.role[b] && s->home.kin[a] == s->home.kin[b];
}

/* "premier" or "12e"; in the arena of the question. */
static const char *nth(asking *s, size_t n)
{
    const char *word = ordinal(n, s->options.language);

    return word ? word : arena_print(s->passing, ask_say(ASK_ORDINAL, s->options.language), n);
}

const char *who_is(asking *s, size_t member)
{
    ayant_language l = s->options.language;
    size_t before = 0, alike = 0;
    int kin;

    if (member == 0)
        return ask_say(ASK_YOU, l);
    for (size_t m = 1; m < s->home.members; m++) {
        alike += same_kind(s, m, member) != 0;
        before += m < member && same_kind(s, m, member);
    }
    kin = s->home.kin[member] < 0 ? IS_NOT_KNOWN : s->home.kin[member];
    if (kin == IS_NOT_KNOWN) {
        int child = s->home.role[member] == ROLE_CHILD;

        if (alike == 1)
            return ask_say(child ? ASK_ONE_CHILD : ASK_ONE_PERSON, l);
        return arena_print(s->passing, ask_say(child ? ASK_CHILD : ASK_PERSON, l), nth(s, before + 1));
    }
    if (alike == 1)
        return home_kin_who(kin, 0, l);
    return arena_print(s->passing, home_kin_who(kin, 1, l), nth(s, before + 1));
}

/* The place of a member among those of its role, from 1, and how many there are. */
static size_t place_of(const asking *s, size_t member, size_t *count)
{
    size_t before = 0;

    *count = 0;
    for (size_t m = 1; m < s->home.members; m++) {
        *count += s->home.role[m] == s->home.role[member];
        before += m < member && s->home.role[m] == s->home.role[member];
    }
    return before + 1;
}

static int make_choices(asking *s, ask_question *q, size_t count)
{
    q->words = arena_array(s->passing, count + 1, sizeof *q->words);
    q->labels = arena_array(s->passing, count + 1, sizeof *q->labels);
    q->word_count = count;
    return q->words && q->labels ? 0 : -1;
}

static void set_choice(ask_question *q, size_t i, const char *word, const char *said)
{
    ((const char **)(uintptr_t)(const void *)q->words)[i] = word;
    ((const char **)(uintptr_t)(const void *)q->labels)[i] = said;
}

static const char *home_text(asking *s)
{
    ayant_language l = s->options.language;
    size_t count, nth_of;
    const char *who;

    switch (s->step) {
    case HOME_ALONE:
        return ask_say(ASK_Q_ALONE, l);
    case HOME_PARTNER:
        return ask_say(ASK_Q_PARTNER, l);
    case HOME_CHILDREN:
        return ask_say(ASK_Q_CHILDREN, l);
    case HOME_WHOSE:
        return ask_say(s->home.children == 1 ? ASK_Q_WHOSE_ONE : ASK_Q_WHOSE, l);
    case HOME_ADULTS:
        return ask_say(ASK_Q_ADULTS, l);
    case HOME_PARENTS:
        return ask_say(ASK_Q_PARENTS, l);
    default:
        break;
    }
    nth_of = place_of(s, s->member, &count);
    if (count == 1)
        who = ask_say(s->step == HOME_CHILD ? ASK_ONE_CHILD : ASK_ONE_PERSON, l);
    else
        who = arena_print(s->passing, ask_say(s->step == HOME_CHILD ? ASK_CHILD : ASK_PERSON, l),
                          nth(s, nth_of));
    return who ? arena_print(s->passing, ask_say(s->step == HOME_CHILD ? ASK_Q_CHILD : ASK_Q_ADULT, l), who)
               : NULL;
}

static int home_question(asking *s, ask_question *q)
{
    static const char *const names[] = {"alone", "partner", "children", "whose",
                                        "child", "adults",  "adult",    "parents"};
    ayant_language l = s->options.language;
    int choices[HOME_KINS];
    size_t count;

    q->id = s->member ? arena_print(s->passing, "home.%s@%zu", names[s->step], s->member)
                      : arena_print(s->passing, "home.%s", names[s->step]);
    q->member = s->member;
    q->text = home_text(s);
    q->explanation = ask_say(ASK_EXPLAIN_HOME, l);
    q->kind = s->step == HOME_ALONE                                ? "truth"
              : s->step == HOME_CHILDREN || s->step == HOME_ADULTS ? "number"
                                                                   : "word";
    if (strcmp(q->kind, "word") != 0)
        return q->id && q->text ? 0 : -1;
    count = home_choices(&s->home, s->step, choices);
    if (make_choices(s, q, count) < 0)
        return -1;
    for (size_t i = 0; i < count; i++) {
        int partnership = s->step == HOME_PARTNER || s->step == HOME_PARENTS;

        set_choice(q, i, partnership ? partnership_word(choices[i]) : home_kin_word(choices[i]),
                   partnership ? partnership_said(choices[i], l) : home_kin_choice(choices[i], l));
    }
    return q->id && q->text ? 0 : -1;
}

static int kinship_question(asking *s, ask_question *q)
{
    ayant_language l = s->options.language;
    const char *a = who_is(s, s->cell.member), *b = who_is(s, s->cell.other);

    q->id = arena_print(s->passing, "kinship@%u@%u", s->cell.member, s->cell.other);
    q->fact = "kinship";
    q->kind = "word";
    q->text = a && b ? arena_print(s->passing, ask_say(ASK_KINSHIP, l), a, b) : NULL;
    if (!q->id || !q->text || make_choices(s, q, kinship_choices()) < 0)
        return -1;
    for (size_t i = 0; i < q->word_count; i++)
        set_choice(q, i, kinship_word(i), kinship_said(i, l));
    return 0;
}

static const char *fact_text(asking *s, const fact *f)
{
    ayant_language l = s->options.language;
    const char *own = ask_label(&f->ask, l, NULL), *said = ask_label(&f->label, l, f->name);
    const char *of_other = s->cell.member ? ask_of_other(f->name, l) : NULL, *start, *rest;
    phrase_ask how = f->kind == KIND_TRUTH ? ASK_IS_IT_SO : f->kind == KIND_MONEY ? ASK_HOW_MUCH : ASK_WHICH;

    if (s->cell.member == 0 && own)
        return own;
    start =
        s->cell.member == 0 ? "" : arena_print(s->passing, ask_say(ASK_ABOUT, l), who_is(s, s->cell.member));
    rest = of_other ? of_other : arena_print(s->passing, ask_say(how, l), said);
    return start && rest ? arena_print(s->passing, "%s%s", start, rest) : NULL;
}

static const char *unit_of(const fact *f, ayant_language l)
{
    if (f->kind != KIND_MONEY)
        return "";
    return ask_say(f->per == PERIOD_MONTH  ? ASK_EUR_MONTH
                   : f->per == PERIOD_YEAR ? ASK_EUR_YEAR
                                           : ASK_EUR,
                   l);
}

static int fact_question(asking *s, ask_question *q)
{
    static const char *const kinds[] = {"truth", "money", "number", "date", "word", "text", "person"};
    const fact *f = &s->facts->facts[s->cell.fact];
    ayant_language l = s->options.language;

    q->id = s->cell.member ? arena_print(s->passing, "%s@%u", f->name, s->cell.member) : f->name;
    q->fact = f->name;
    q->member = s->cell.member;
    q->kind = kinds[f->kind];
    q->text = fact_text(s, f);
    q->unit = unit_of(f, l);
    q->note = f->sensitive ? ask_say(ASK_NOTE, l) : "";
    if (f->entity == ENTITY_PERSON)
        q->who = who_is(s, s->cell.member);
    if (!q->id || !q->text || !q->who)
        return -1;
    if (f->kind != KIND_WORD)
        return 0;
    if (make_choices(s, q, f->word_count) < 0)
        return -1;
    for (size_t i = 0; i < f->word_count; i++)
        set_choice(q, i, f->words[i], ask_word(f->name, f->words[i], l));
    return 0;
}

/* "ris,bim" for programs; the labels for people. A sensitive right goes by its offer. */
static int tell_why(asking *s, ask_question *q)
{
    ayant_language l = s->options.language;
    const char *names = "", *labels = "", *receipt = NULL;

    for (size_t r = 0; r < s->right_count && names && labels; r++) {
        const right *x = s->rights[r].right;
        const char *said = ask_label(x->sensitive ? &x->offer : &x->label, l, x->name);

        if (!(s->why & 1u << r))
            continue;
        if (s->step == HOME_DONE && s->cell.fact == s->rights[r].receives && s->cell.member == 0)
            receipt = said;
        names = arena_print(s->passing, "%s%s%s", names, *names ? "," : "", x->name);
        labels = arena_print(s->passing, "%s%s%s", labels, *labels ? "; " : "", said);
    }
    q->why = names;
    if (s->step == HOME_DONE)
        q->explanation = receipt ? arena_print(s->passing, ask_say(ASK_EXPLAIN_RECEIPT, l), receipt)
                                 : arena_print(s->passing, ask_say(ASK_EXPLAIN, l), labels ? labels : "");
    return names && labels && q->explanation ? 0 : -1;
}

ayant_status write_question(failure *e, asking *s, ask_question *out)
{
    ask_question q = {.id = "",
                      .fact = "",
                      .who = "",
                      .kind = "",
                      .text = "",
                      .unit = "",
                      .why = "",
                      .explanation = "",
                      .note = ""};
    int failed;

    q.number = s->log_count + 1;
    if (s->step != HOME_DONE)
        failed = home_question(s, &q);
    else if ((size_t)s->cell.fact >= s->facts->count)
        failed = kinship_question(s, &q);
    else
        failed = fact_question(s, &q);
    if (failed < 0 || tell_why(s, &q) < 0)
        return fail_memory(e);
    *out = q;
    return AYANT_OK;
}

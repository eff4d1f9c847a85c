/*
 * Contact lists: what a worker is given, what the others never see, and what
 * a list cannot do without. The people are made up.
 */
#include <stdlib.h>

#include "../../engine/base/day.h"
#include "../../engine/contact/contact.h"
#include "../../engine/store/store.h"
#include "check.h"

enum { AMU, BIM, RIS, RIGHTS };
enum { FIRST_NAME, PHONE, LANGUAGE, OBJECTION, PROTECTED, BIRTH, WAGE, POSTAL };

typedef struct page {
    char text[20000];
    size_t length;
} page;

static const char *const languages[] = {"fr", "nl"};
static rulebook rules;
static page list, head;
static failure e;
static size_t households;
static ayant_contact_options options;

static int keep(void *to, const char *bytes, size_t length)
{
    page *p = to;

    if (p->length + length >= sizeof p->text)
        return 1;
    memcpy(p->text + p->length, bytes, length);
    p->length += length;
    p->text[p->length] = '\0';
    return 0;
}

static const ayant_sink to_list = {keep, &list}, to_head = {keep, &head};

static void declare(const char *name, entity of, kind what)
{
    fact f = {.name = name, .read_as = name, .entity = of, .kind = what, .when_fact = -1};

    if (what == KIND_WORD) {
        f.words = (const char **)languages;
        f.word_count = 2;
    }
    if (what == KIND_MONEY)
        f.ask = (label){"Quel est votre salaire net ?", "Wat is uw nettoloon?", NULL};
    dictionary_add(&rules.facts, rules.memory, &f);
}

static void declare_rules(void)
{
    static right rights[RIGHTS] = {
        {.name = "amu",
         .label = {"Aide médicale urgente", "Dringende medische hulp", NULL},
         .offer = {"Accès aux soins", "Toegang tot zorg", NULL},
         .office = {"CPAS", "OCMW", NULL},
         .sensitive = 1},
        {.name = "bim", .label = {"BIM", "VT", NULL}, .office = {"Mutualité", "Ziekenfonds", NULL}},
        {.name = "ris",
         .label = {"Revenu d'intégration", "Leefloon", NULL},
         .office = {"CPAS", "OCMW", NULL},
         .amount = "ris.monthly"},
    };

    rules.memory = arena_new();
    rules.rights = rights;
    rules.right_count = RIGHTS;
    declare("first_name", ENTITY_PERSON, KIND_TEXT);
    declare("phone", ENTITY_PERSON, KIND_TEXT);
    declare("language", ENTITY_PERSON, KIND_WORD);
    declare("objection", ENTITY_PERSON, KIND_TRUTH);
    declare("protected_address", ENTITY_PERSON, KIND_TRUTH);
    declare("birth_date", ENTITY_PERSON, KIND_DATE);
    declare("wage_net_month", ENTITY_PERSON, KIND_MONEY);
    declare("postal_code", ENTITY_HOUSEHOLD, KIND_TEXT);
}

static uint32_t add_person(people *p, const char *id, const char *household, const char *name)
{
    uint32_t row = 0;

    people_add_person(p, text_of(id), text_of(household), &row);
    people_set_text(p, row, FIRST_NAME, text_of(name));
    people_set_text(p, row, PHONE, text_of("+32 0"));
    people_set(p, row, BIRTH, day_of(1980, 1, 1));
    return row;
}

static void add_household(people *p, const char *id, const char *postal_code)
{
    uint32_t row = 0;

    people_add_household(p, text_of(id), &row);
    people_set_text(p, row, POSTAL, text_of(postal_code));
}

static void find(results *r, const char *person, int which, finding f, certainty sure, int64_t low,
                 int64_t high)
{
    result *row = &r->rows[(size_t)people_find(r->people, text_of(person)) * RIGHTS + (size_t)which];

    row->finding = (uint8_t)f;
    row->certainty = (uint8_t)sure;
    row->verdict = f == FINDING_POSSIBLE ? VERDICT_UNKNOWN : VERDICT_YES;
    row->low_cents = low;
    row->high_cents = high;
}

/* A run over `p` in which nobody has anything yet. Missing lists: offset 0 none, offset 1 the wage. */
static results *run_of(people *p)
{
    static uint32_t rights[RIGHTS] = {AMU, BIM, RIS};
    static int32_t missing[] = {-1, WAGE, -1};
    static results r;

    r = (results){.rules = &rules,
                  .people = p,
                  .on = day_of(2026, 3, 1),
                  .sensitive = 1,
                  .right_count = RIGHTS,
                  .rights = rights,
                  .missing = missing,
                  .missing_count = 3};
    CHECK_INT(people_finish(p, &e), AYANT_OK);
    r.rows = arena_array(p->memory, p->persons * RIGHTS + 1, sizeof *r.rows);
    for (size_t i = 0; i < p->persons * RIGHTS; i++)
        r.rows[i] = (result){.low_cents = -1, .high_cents = -1, .route = -1, .counted = 1};
    return &r;
}

static void good_options(void)
{
    options = (ayant_contact_options){.purpose = "proposer le RIS",
                                      .legal_basis = "loi du 26 mai 2002",
                                      .author = "A. Auteur",
                                      .signatory = "S. Signataire",
                                      .from = "2026-03-01",
                                      .until = "2026-04-30",
                                      .delete_on = "2026-06-30",
                                      .profile = "worker",
                                      .format = AYANT_CSV,
                                      .head = &to_head};
}

static ayant_status draw(const results *r)
{
    list.length = head.length = 0;
    list.text[0] = head.text[0] = '\0';
    households = 99;
    failure_clear(&e);
    return contact_list(&e, r, NULL, &options, &to_list, &households);
}

/*
 * H1: p1 likely RIS 100 and BIM.  H2: p2 likely RIS 500 but objects, p3 possible RIS.
 * H3: p4 objects.  H4: p5 likely RIS 800, protected.  H5: p6 receives.  H6: p7 AMU only.
 */
static results *six_households(void)
{
    people *p = people_new(&rules.facts);
    results *r;

    for (int i = 1; i <= 6; i++)
        add_household(p, (char[3]){'H', (char)('0' + i), '\0'}, i == 1 ? "1030" : "1080");
    add_person(p, "p1", "H1", "=Zoé");
    people_set(p, add_person(p, "p2", "H2", "Jan"), OBJECTION, 1);
    add_person(p, "p3", "H2", "Aya");
    people_set(p, add_person(p, "p4", "H3", "Max"), OBJECTION, 1);
    people_set(p, add_person(p, "p5", "H4", "Lou"), PROTECTED, 1);
    add_person(p, "p6", "H5", "Rec");
    add_person(p, "p7", "H6", "Noa");
    r = run_of(p);
    find(r, "p1", RIS, FINDING_LIKELY, CERTAINTY_CERTAIN, 10000, 10000);
    find(r, "p1", BIM, FINDING_TO_CHECK, CERTAINTY_PROBABLE, -1, -1);
    find(r, "p2", RIS, FINDING_LIKELY, CERTAINTY_CERTAIN, 50000, 50000);
    find(r, "p3", RIS, FINDING_POSSIBLE, CERTAINTY_POSSIBLE, 0, 70000);
    find(r, "p4", RIS, FINDING_LIKELY, CERTAINTY_CERTAIN, 90000, 90000);
    find(r, "p5", RIS, FINDING_LIKELY, CERTAINTY_CERTAIN, 80000, 80000);
    find(r, "p6", RIS, FINDING_RECEIVING, CERTAINTY_CERTAIN, -1, -1);
    find(r, "p7", AMU, FINDING_POSSIBLE, CERTAINTY_POSSIBLE, -1, -1);
    r->rows[(size_t)people_find(p, text_of("p3")) * RIGHTS + RIS].missing = 1;
    r->rows[(size_t)people_find(p, text_of("p7")) * RIGHTS + AMU].missing = 1;
    return r;
}

static void a_worker_is_given_one_line_a_household_in_order(void)
{
    results *r = six_households();
    const char *h4, *h1, *h2, *h6;

    good_options();
    CHECK_INT(draw(r), AYANT_OK);
    CHECK_INT(households, 4);
    h4 = strstr(list.text, "\nH4,p5,Lou,,,,");
    h1 = strstr(list.text, "\nH1,p1,'=Zoé,,'+32 0,");
    h2 = strstr(list.text, "\nH2,p3,Aya,");
    h6 = strstr(list.text, "\nH6,p7,Noa,");
    CHECK(h4 && h1 && h2 && h6 && h4 < h1 && h1 < h2 && h2 < h6);
    CHECK_HOLDS(list.text, "1080,yes,ris,");
    CHECK_HOLDS(list.text, ",bim;ris,");
    CHECK_HOLDS(list.text, "Revenu d'intégration : semble y avoir droit et ne le reçoit pas.");
    CHECK_HOLDS(list.text,
                "0.00,700.00,possible,wage_net_month,Quel est votre salaire net ?,Wat is uw nettoloon?");
    CHECK_HOLDS(list.text, "Mutualité ; CPAS");
    CHECK(!strstr(list.text, "Jan") && !strstr(list.text, "Max") && !strstr(list.text, "Rec"));
    people_free((people *)r->people);
}

static void a_sensitive_right_has_its_neutral_name_and_no_question(void)
{
    results *r = six_households();

    good_options();
    CHECK_INT(draw(r), AYANT_OK);
    CHECK_HOLDS(list.text, "Accès aux soins,Accès aux soins : pourrait y avoir droit : à voir ensemble.");
    CHECK_HOLDS(list.text, ",,,possible,,,,CPAS,OCMW");
    CHECK(!strstr(list.text, "amu") && !strstr(list.text, "médicale"));
    r->sensitive = 0;
    CHECK_INT(draw(r), AYANT_OK);
    CHECK_INT(households, 3);
    options.rights = "amu";
    CHECK_INT(draw(r), AYANT_E_USAGE);
    CHECK_TEXT(e.id, "C13");
    people_free((people *)r->people);
}

static void the_head_says_what_is_signed_and_counts(void)
{
    results *r = six_households();

    good_options();
    options.purpose = "proposer\nAuteur: faux";
    options.capacity = 1;
    options.postal_codes = "1080, 1000";
    CHECK_INT(draw(r), AYANT_OK);
    CHECK_INT(households, 1);
    CHECK_HOLDS(head.text, "Finalité / Doel: proposer Auteur: faux\n");
    CHECK_HOLDS(head.text, "Signataire / Ondertekenaar: S. Signataire\n");
    CHECK_HOLDS(head.text, "Personen in het bestand: 7\n");
    CHECK_HOLDS(head.text, "met een bevinding: 6\n");
    CHECK_HOLDS(head.text, "(exclues / uitgesloten): 2\n");
    CHECK_HOLDS(head.text, "Huishoudens: 4\n");
    CHECK_HOLDS(head.text, "buiten de gevraagde postcodes: 1\n");
    CHECK_HOLDS(head.text, "wachtend: 2\n");
    CHECK_HOLDS(head.text, "sur la liste / op de lijst: 1\n");
    CHECK_HOLDS(head.text, "Ordre: ");
    people_free((people *)r->people);
}

/* 12 households in 1080, 3 in 1030, 6 in 1000, all with RIS; one in 1080 with AMU. */
static results *many_households(void)
{
    people *p = people_new(&rules.facts);
    char id[8], person[8];
    results *r;

    for (int i = 0; i < 21; i++) {
        snprintf(id, sizeof id, "H%d", i);
        snprintf(person, sizeof person, "p%d", i);
        add_household(p, id, i < 12 ? "1080" : i < 15 ? "1030" : "1000");
        people_set(p, add_person(p, person, id, "Secret"), LANGUAGE, 0);
    }
    r = run_of(p);
    for (int i = 0; i < 21; i++) {
        snprintf(person, sizeof person, "p%d", i);
        find(r, person, RIS, FINDING_LIKELY, CERTAINTY_CERTAIN, 100, 100);
    }
    find(r, "p0", AMU, FINDING_POSSIBLE, CERTAINTY_POSSIBLE, -1, -1);
    return r;
}

static void other_profiles_see_counts_and_no_small_ones(void)
{
    results *r = many_households();

    good_options();
    options.profile = "manager";
    CHECK_INT(draw(r), AYANT_OK);
    CHECK_TEXT(list.text, "postal_code,right,households\n1000,ris,hidden\n1030,ris,<5\n1080,ris,12\n");
    options.profile = "researcher";
    CHECK_INT(draw(r), AYANT_OK);
    CHECK_HOLDS(list.text, "1030,ris,<5\n");
    options.profile = "relay";
    CHECK_INT(draw(r), AYANT_OK);
    CHECK_TEXT(list.text, "postal_code,language,households\n1000,fr,hidden\n1030,fr,<5\n1080,fr,12\n");
    CHECK(!strstr(list.text, "Secret") && !strstr(list.text, "ris"));
    options.rights = "ris,amu";
    CHECK_INT(draw(r), AYANT_E_USAGE);
    people_free((people *)r->people);
}

static void what_is_missing_is_refused_by_name(void)
{
    results *r = six_households();
    const char **fields[] = {&options.purpose, &options.legal_basis, &options.author,    &options.signatory,
                             &options.from,    &options.until,       &options.delete_on, &options.profile};
    char id[8];

    for (int i = 0; i < 8; i++) {
        good_options();
        *fields[i] = i % 2 ? NULL : "  ";
        snprintf(id, sizeof id, "C%02d", i + 1);
        CHECK_INT(draw(r), AYANT_E_USAGE);
        CHECK_TEXT(e.id, id);
        CHECK_INT(list.length + head.length, 0);
        CHECK_INT(households, 99);
    }
    good_options();
    options.until = "30 April";
    CHECK_INT(draw(r), AYANT_E_USAGE);
    CHECK_TEXT(e.id, "C09");
    options.until = "2026-07-01";
    CHECK_INT(draw(r), AYANT_E_USAGE);
    CHECK_TEXT(e.id, "C10");
    good_options();
    options.profile = "police";
    CHECK_INT(draw(r), AYANT_E_USAGE);
    CHECK_TEXT(e.id, "C11");
    good_options();
    options.rights = "ris,rsi";
    CHECK_INT(draw(r), AYANT_E_USAGE);
    CHECK_TEXT(e.id, "C12");
    good_options();
    options.postal_codes = "1080,10";
    CHECK_INT(draw(r), AYANT_E_USAGE);
    CHECK_TEXT(e.id, "C14");
    people_free((people *)r->people);
}

static void an_adult_is_spoken_to_not_a_child(void)
{
    people *p = people_new(&rules.facts);
    results *r;

    add_household(p, "H1", "1080");
    add_person(p, "mother", "H1", "Eva");
    people_set(p, add_person(p, "child", "H1", "Ben"), BIRTH, day_of(2015, 1, 1));
    r = run_of(p);
    find(r, "child", BIM, FINDING_LIKELY, CERTAINTY_CERTAIN, -1, -1);
    good_options();
    CHECK_INT(draw(r), AYANT_OK);
    CHECK_HOLDS(list.text, "\nH1,mother,Eva,");
    CHECK_HOLDS(list.text, "BIM (child) : semble");
    people_free(p);
}

static void nobody_is_none(void)
{
    people *p = people_new(&rules.facts);
    results *r = run_of(p);

    good_options();
    CHECK_INT(draw(r), AYANT_NONE);
    CHECK_INT(households, 0);
    CHECK_HOLDS(list.text, "household_id,person_id,");
    people_free(p);
}

static void a_drawing_is_journalled_or_does_not_happen(void)
{
    char folder[] = "/tmp/test_contact.XXXXXX", path[100], command[100];
    results *r = six_households();

    good_options();
    CHECK(mkdtemp(folder) != NULL);
    snprintf(path, sizeof path, "%s/c.db", folder);
    list.length = 0;
    households = 99;
    failure_clear(&e);
    CHECK_INT(contact_list(&e, r, &(store_access){.path = path}, &options, &to_list, &households),
              AYANT_E_STORE);
    CHECK_INT(households, 99);
    CHECK_INT(list.length, 0);
    failure_clear(&e);
    CHECK_INT(store_import(&e, &(store_access){.path = path}, r->people, "0.1.0", NULL, NULL), AYANT_OK);
    CHECK_INT(contact_list(&e, r, &(store_access){.path = path}, &options, &to_list, &households), AYANT_OK);
    CHECK_INT(households, 4);
    snprintf(command, sizeof command, "rm -rf %s", folder);
    CHECK_INT(system(command), 0);
    people_free((people *)r->people);
}

int main(void)
{
    declare_rules();
    RUN(a_worker_is_given_one_line_a_household_in_order);
    RUN(a_sensitive_right_has_its_neutral_name_and_no_question);
    RUN(the_head_says_what_is_signed_and_counts);
    RUN(other_profiles_see_counts_and_no_small_ones);
    RUN(what_is_missing_is_refused_by_name);
    RUN(an_adult_is_spoken_to_not_a_child);
    RUN(nobody_is_none);
    RUN(a_drawing_is_journalled_or_does_not_happen);
    arena_free(rules.memory);
    return check_end();
}

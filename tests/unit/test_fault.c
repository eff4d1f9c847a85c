/*
 * Memory that runs out: for every n up to the end of a small screen, the n-th
 * allocation fails; for every third n, all those from the n-th on.
 *
 * Each time the call under way gives a status and a sentence, nothing
 * crashes, every block is given back, no half-written file is left, and the
 * next screen gives the same bytes as before. Calls of Lua, SQLite, PCRE2 and
 * the C library count as well: this program defines malloc and its kin, which
 * every shared library then uses, and hands them on to the C library's own.
 *
 * The sanitizers own malloc themselves and the two cannot be had at once, so
 * that a sanitised build runs the same screen once without a failure, and
 * says so; valgrind on the plain program sees what they would have seen.
 */
#include <dirent.h>
#include <stdint.h>
#include <stdlib.h>
#include <sys/stat.h>
#include <unistd.h>
#include "ayant.h"
#include "check.h"
#include "failing_heap.h"

/* Gives back what SQLite keeps between connections, so that its start is tried as well. */
int sqlite3_shutdown(void);

/* ---- the files of a small screen ---- */

#define LABEL "label = { fr = \"x\", nl = \"x\" }, "
#define ASK LABEL "ask = { fr = \"x\", nl = \"x\" }, "

static const char rules_lua[] =
    "source \"act\" { " LABEL "reference = \"numac 1\" }\n"
    "local act = source \"act\"\n"
    "fact \"birth_date\" { entity = \"person\", type = \"date\", " ASK "}\n"
    "fact \"wage_month\" { entity = \"person\", type = \"money\", per = \"month\", " ASK "}\n"
    "fact \"receives_aid\" { entity = \"person\", type = \"truth\", " ASK "}\n"
    "fact \"objection\" { entity = \"person\", type = \"truth\", contact_only = true, " ASK "}\n"
    "fact \"partner_id\" { entity = \"person\", type = \"person\", empty = \"never\", " ASK "}\n"
    "fact \"rent_month\" { entity = \"household\", type = \"money\", per = \"month\", presume = 0, " ASK "}\n"
    "parameter \"aid.full\" { " LABEL "law = act \"1\", unit = \"EUR/month\", series = {\n"
    "  { from = \"2020-01-01\", value = \"1000.00\", status = \"verified\", source = \"x\" } } }\n"
    "parameter \"aid.scale\" { " LABEL "law = act \"2\", unit = \"scale\", series = {\n"
    "  { from = \"2020-01-01\", value = { { above = \"200\", rate = \"0.5\" } }, status = \"unverified\", "
    "source = \"x\" } } }\n"
    "local adult = helper \"adult\" (function(m, on) return age_on(m.birth_date, on) >= 18 end)\n"
    "variable \"aid.adult\" { entity = \"person\", type = \"truth\", " LABEL "law = act \"1\",\n"
    "  formula = function(person, param, on) return adult(person, on) end }\n"
    "variable \"aid.means\" { entity = \"person\", type = \"money\", per = \"month\", " LABEL
    "law = act \"1\",\n"
    "  formula = function(person, param, on)\n"
    "    return brackets(person.wage_month + sum(person.others, function(m) return m.wage_month end), "
    "param.aid.scale)\n"
    "  end }\n"
    "variable \"aid.amount\" { entity = \"person\", type = \"money\", per = \"month\", " LABEL
    "law = act \"1\",\n"
    "  formula = function(person, param, on) return max(euro(0), param.aid.full - person.aid.means) end }\n"
    "variable \"aid.need\" { entity = \"person\", type = \"truth\", " LABEL "law = act \"1\",\n"
    "  formula = function(person, param, on) return person.aid.amount > person.household.rent_month / 10 end "
    "}\n"
    "right \"aid\" { " LABEL "office = { fr = \"x\", nl = \"x\" }, law = act \"1\", entity = \"person\",\n"
    "  conditions = { { \"adult\", act \"1\", \"aid.adult\" }, { \"need\", act \"2\", \"aid.need\" } },\n"
    "  amount = \"aid.amount\", receives = \"receives_aid\" }\n"
    "case \"one person\" { on = \"2025-01-01\", cites = \"x\",\n"
    "  persons = { { birth_date = \"1990-01-01\", wage_month = 0, receives_aid = \"no\" } }, expect = { aid "
    "= \"yes\" } }\n";

static const char households_csv[] = "household_id,rent_month\nH1,400\nH2,\nH3,nonsense\n";
static const char persons_csv[] = "person_id,household_id,birth_date,wage_month,receives_aid,partner_id\n"
                                  "P1,H1,1980-05-01,900.50,no,P2\nP2,H1,1985-07-01,,no,P1\n"
                                  "P3,H2,2015-01-01,0,,\nP4,H3,not a date,100,yes,\nP5,H9,1990-01-01,1,no,\n";
static const char persons_later_csv[] =
    "person_id,household_id,birth_date,wage_month,receives_aid,partner_id\n"
    "P2,H2,1985-07-01,,no,\nP1,H1,1980-05-01,900.50,yes,\n"
    "P3,H2,2015-01-01,1,,\nP6,H3,1990-01-01,100,no,\n";
static const char relations_csv[] = "person_id,other_id,relation\nP1,P2,unrelated\n";

static char root[64], rules_folder[96];

static const char *path_of(const char *name)
{
    static char paths[8][96];
    static int next;
    char *out = paths[next++ % 8];

    snprintf(out, sizeof paths[0], "%s/%s", root, name);
    return out;
}

static void write_file(const char *name, const char *content)
{
    FILE *out = fopen(path_of(name), "wb");

    if (!out)
        abort();
    fputs(content, out);
    fclose(out);
}

static int make_files(void)
{
    strcpy(root, access("/dev/shm", W_OK) == 0 ? "/dev/shm/ayant-fault-XXXXXX" : "/tmp/ayant-fault-XXXXXX");
    if (!mkdtemp(root))
        return -1;
    snprintf(rules_folder, sizeof rules_folder, "%s/rules", root);
    mkdir(rules_folder, 0700);
    write_file("rules/rules.lua", rules_lua);
    write_file("households.csv", households_csv);
    write_file("persons.csv", persons_csv);
    write_file("persons_later.csv", persons_later_csv);
    write_file("relations.csv", relations_csv);
    return 0;
}

static const char *const inputs[] = {"rules/rules.lua",   "rules",        "households.csv", "persons.csv",
                                     "persons_later.csv", "relations.csv"};
static const char *const made[] = {"rejects.csv",  "changes.csv",      "store.db",       "store.db-wal",
                                   "store.db-shm", "store.db-journal", "store.db.erased"};

static void remove_made(void)
{
    for (size_t i = 0; i < sizeof made / sizeof *made; i++)
        unlink(path_of(made[i]));
}

static void remove_files(void)
{
    remove_made();
    for (size_t i = 0; i < sizeof inputs / sizeof *inputs; i++)
        remove(path_of(inputs[i]));
    rmdir(root);
}

/* Files that are neither what was given nor what is asked for. */
static int strangers(void)
{
    DIR *folder = opendir(root);
    int found = 0;

    for (struct dirent *one; folder && (one = readdir(folder));) {
        int known = one->d_name[0] == '.' && strlen(one->d_name) < 3;

        for (size_t i = 0; i < sizeof inputs / sizeof *inputs; i++)
            known |= strcmp(one->d_name, inputs[i]) == 0;
        for (size_t i = 0; i < sizeof made / sizeof *made; i++)
            known |= strcmp(one->d_name, made[i]) == 0;
        if (!known)
            fprintf(stderr, "'%s' is left\n", one->d_name);
        found += !known;
    }
    if (folder)
        closedir(folder);
    return found;
}

/* ---- a screen, from the rules to an explanation ---- */

typedef struct screening {
    const char *rules;
    unsigned threads;
    int brief;    /* without the caseload file */
    int again;    /* a second import over it, with its changes */
    int asked;    /* what a person may ask for, too */
    int outreach; /* instead of a screen: the list of services */
    const char *step;
    ayant_status status;
    char sentence[200]; /* of the failure */
    size_t length;
    char bytes[2000000]; /* everything written, in order */
} screening;

static int keep_bytes(void *to, const char *bytes, size_t length)
{
    screening *s = to;

    if (length > sizeof s->bytes - s->length)
        return 1;
    memcpy(s->bytes + s->length, bytes, length);
    s->length += length;
    return 0;
}

/* 1 while all goes well; remembers the first failure, whose sentence must be there. */
static int went_well(screening *s, ayant_engine *e, const char *step, ayant_status status)
{
    ayant_failure failure;

    s->step = step;
    s->status = status;
    if (status >= 0)
        return 1;
    failure = ayant_error(e);
    snprintf(s->sentence, sizeof s->sentence, "%s %.150s", failure.id, failure.message);
    CHECK_INT(failure.status, status);
    CHECK(failure.id[0] && failure.message[0]);
    return 0;
}

static int write_all(screening *s, ayant_engine *e, const ayant_run *run)
{
    static const ayant_format formats[] = {AYANT_CSV, AYANT_JSON, AYANT_TABLE};
    ayant_report_options report = {.on = "2025-01-01", .format = AYANT_TABLE, .width = 100};
    ayant_sink sink = {keep_bytes, s};

    for (size_t i = 0; i < sizeof formats / sizeof *formats; i++)
        if (!went_well(s, e, "write", ayant_run_write(e, run, formats[i], &sink)))
            return 0;
    for (size_t i = 0; i < sizeof formats / sizeof *formats; i++) {
        report.format = formats[i];
        if (!went_well(s, e, "summary", ayant_run_summary(e, run, &report, &sink)))
            return 0;
    }
    return 1;
}

static int explain_all(screening *s, ayant_engine *e, const ayant_rules *rules, const ayant_people *people)
{
    static const ayant_format formats[] = {AYANT_TEXT, AYANT_JSON, AYANT_HTML};
    ayant_sink sink = {keep_bytes, s};

    for (size_t i = 0; i < sizeof formats / sizeof *formats; i++) {
        ayant_explain_options options = {.on = "2025-01-01", .format = formats[i], .language = AYANT_FR};

        if (!went_well(s, e, "explain", ayant_explain(e, rules, people, "P2", &options, &sink)))
            return 0;
    }
    return 1;
}

static int test_and_check(screening *s, ayant_engine *e, ayant_rules *rules)
{
    ayant_report_options report = {.on = "2025-01-01", .format = AYANT_TABLE, .verbose = 1};
    ayant_sink sink = {keep_bytes, s};
    size_t passed, failed;

    return went_well(s, e, "check", ayant_check(e, rules, &report, &sink, &failed)) &&
           went_well(s, e, "test", ayant_test(e, rules, &report, &sink, &passed, &failed));
}

static int check_people(screening *s, ayant_engine *e, const ayant_rules *rules, const ayant_people *people)
{
    ayant_report_options report = {.on = "2025-01-01", .format = AYANT_CSV};
    ayant_sink sink = {keep_bytes, s};
    size_t problems;

    return went_well(s, e, "check people", ayant_check_people(e, rules, people, &report, &sink, &problems));
}

static int to_nowhere(void *to, const char *bytes, size_t length)
{
    (void)to, (void)bytes, (void)length;
    return 0;
}

/* Papers and journals hold the hour: only that they end well is looked at. */
static int ask_all(screening *s, ayant_engine *e, const ayant_rules *rules)
{
    const char *store = path_of("store.db");
    ayant_paper_options paper = {AYANT_HTML, AYANT_FR};
    ayant_journal_options lines = {.person = "P2", .format = AYANT_CSV};
    ayant_sink sink = {to_nowhere, NULL};
    ayant_journal_state state;
    ayant_purge_counts gone;
    int empty;

    return went_well(s, e, "object", ayant_object(e, rules, store, "P2", 1)) &&
           went_well(s, e, "rectify", ayant_rectify(e, rules, store, "P2", "wage_month", "12,50")) &&
           went_well(s, e, "sheet", ayant_sheet(e, rules, store, "P2", &paper, &sink)) &&
           went_well(s, e, "list", ayant_note_list(e, store, "answers", "2025-02-01")) &&
           went_well(s, e, "erase", ayant_erase(e, store, "P2", &empty)) &&
           went_well(s, e, "journal", ayant_journal(e, store, &lines, &sink, &state)) &&
           went_well(s, e, "record", ayant_record(e, rules, store, &paper, &sink)) &&
           went_well(s, e, "purge", ayant_purge(e, store, "2199-01-01", 0, &gone));
}

static void list_services(screening *s)
{
    ayant_outreach_options options = {.on = "2026-03-01", .format = AYANT_CSV, .language = AYANT_FR};
    ayant_engine *e = ayant_engine_new();
    ayant_sink sink = {keep_bytes, s};
    size_t rows, warnings;

    s->length = 0;
    s->sentence[0] = '\0';
    s->step = "engine";
    s->status = e ? AYANT_OK : AYANT_E_MEMORY;
    if (e)
        went_well(s, e, "outreach",
                  ayant_outreach(e, "datasets/outreach", &options, &sink, &sink, &rows, &warnings));
    ayant_engine_free(e);
}

static void screen(screening *s)
{
    ayant_inputs in = {.households = path_of("households.csv"),
                       .persons = path_of("persons.csv"),
                       .relations = path_of("relations.csv"),
                       .rejects = path_of("rejects.csv")};
    ayant_inputs again = in;
    ayant_screen_options options = {.on = "2025-01-01", .threads = s->threads, .chunk = 1, .sensitive = 1};
    ayant_engine *e = ayant_engine_new();
    ayant_rules *rules = NULL;
    ayant_people *read = NULL, *opened = NULL;
    ayant_run *run = NULL;
    ayant_import_counts counts;
    ayant_sink notes = {keep_bytes, s};

    again.persons = path_of("persons_later.csv");
    again.changes = path_of("changes.csv");
    again.on = "2025-01-01";
    s->length = 0;
    s->sentence[0] = '\0';
    s->step = "engine";
    s->status = e ? AYANT_OK : AYANT_E_MEMORY;
    if (e && went_well(s, e, "rules", ayant_rules_load(e, &s->rules, 1, &rules)) &&
        (s->brief || test_and_check(s, e, rules)) &&
        went_well(s, e, "read", ayant_people_read(e, rules, &in, &notes, &read, &counts)) &&
        (s->brief ||
         (went_well(s, e, "import", ayant_import(e, rules, path_of("store.db"), &in, &notes, &counts)) &&
          (!s->again || went_well(s, e, "import again",
                                  ayant_import(e, rules, path_of("store.db"), &again, &notes, &counts))) &&
          went_well(s, e, "open", ayant_people_open(e, rules, path_of("store.db"), &opened)))) &&
        (s->brief || check_people(s, e, rules, opened)) && (!s->asked || ask_all(s, e, rules)) &&
        went_well(s, e, "screen", ayant_screen(e, rules, opened ? opened : read, &options, &run)) &&
        write_all(s, e, run))
        explain_all(s, e, rules, opened ? opened : read);
    ayant_run_free(run);
    ayant_people_free(opened);
    ayant_people_free(read);
    ayant_rules_free(rules);
    ayant_engine_free(e);
    sqlite3_shutdown();
}

static void go(screening *s)
{
    if (s->outreach)
        list_services(s);
    else
        screen(s);
}

/* ---- the failures ---- */

static screening reference, tried;

static int fails_well(long n, int and_after, long live)
{
    int bad = 0;

    remove_made();
    heap_arm(n, and_after);
    go(&tried);
    heap_disarm();
    if (tried.status < 0 && strcmp(tried.step, "read") == 0)
        bad |= !CHECK(access(path_of("rejects.csv"), F_OK) != 0);
    bad |= !CHECK_INT(strangers(), 0);
    bad |= !CHECK_INT(atomic_load(&failing.live) - live, 0);
    if (tried.status >= 0) /* done without it */
        bad |= !CHECK(tried.length == reference.length &&
                      memcmp(tried.bytes, reference.bytes, tried.length) == 0);
    if (bad)
        fprintf(stderr, "allocation %ld%s, %u threads: '%s' gave %d %s\n", n,
                and_after ? " and all after" : "", tried.threads, tried.step, (int)tried.status,
                tried.sentence);
    return !bad;
}

static void same_as_before(void)
{
    remove_made();
    go(&tried);
    CHECK_INT(tried.status, AYANT_OK);
    CHECK(tried.length == reference.length && memcmp(tried.bytes, reference.bytes, tried.length) == 0);
}

static void try_each(const char *rules, unsigned threads, int brief, int more, long first, long step)
{
    long live, runs = 0, bad = 0, n = first;
    int reached;

    reference.rules = tried.rules = rules;
    reference.threads = tried.threads = threads;
    reference.brief = tried.brief = brief;
    reference.again = tried.again = more == 1;
    reference.asked = tried.asked = more == 2;
    for (int i = 0; i < 3; i++) { /* what the C library keeps for good, it has then */
        remove_made();
        go(&reference);
    }
    if (!CHECK_INT(reference.status, AYANT_OK)) {
        fprintf(stderr, "'%s': %s\n", reference.step, reference.sentence);
        return;
    }
    live = atomic_load(&failing.live);
    same_as_before();
    if (!HEAP_CAN_FAIL) {
        fprintf(
            stderr,
            "one screen without a failure: the sanitizers own malloc, the plain program tries the rest\n");
        return;
    }
    CHECK_INT(atomic_load(&failing.live), live);
    do {
        bad += !fails_well(n, 0, live);
        reached = atomic_load(&failing.asked) >= n;
        if (reached && runs % 3 == 0)
            bad += !fails_well(n, 1, live);
        n += step;
        runs++;
    } while (reached && bad < 5);
    same_as_before();
    fprintf(stderr, "%ld places, %u threads\n", runs, threads);
}

static void each_allocation_of_one_thread(void)
{
    try_each(rules_folder, 1, 0, 0, 1, 1);
}

static void some_allocations_of_a_second_import(void)
{
    try_each(rules_folder, 1, 0, 1, 5, 13);
}

static void some_allocations_of_what_a_person_asks(void)
{
    try_each(rules_folder, 1, 0, 2, 8500, 31);
}

static void each_allocation_of_two_threads(void)
{
    try_each(rules_folder, 2, 1, 0, 1, 3);
}

static void some_allocations_of_the_shipped_rules(void)
{
    try_each("rules/be", 2, 1, 0, 7, 997);
}

static void each_allocation_of_a_list_of_services(void)
{
    reference.outreach = tried.outreach = 1;
    try_each("", 1, 1, 0, 1, 1);
    reference.outreach = tried.outreach = 0;
}

int main(void)
{
    if (!CHECK_INT(make_files(), 0))
        return check_end();
    RUN(each_allocation_of_one_thread);
    RUN(some_allocations_of_a_second_import);
    RUN(some_allocations_of_what_a_person_asks);
    RUN(each_allocation_of_two_threads);
    RUN(some_allocations_of_the_shipped_rules);
    RUN(each_allocation_of_a_list_of_services);
    remove_files();
    return check_end();
}

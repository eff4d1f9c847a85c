/*
 * ayant erase, ayant purge: what goes, on request or with time.
 */
#include <inttypes.h>

#include "access.h"

static int erase_one(work *w, const char *caseload, const char *person)
{
    int gone = 0;

    if (ayant_erase(w->engine, caseload, person, &gone) < 0)
        return work_failed(w, NULL);
    say(gone ? "ayant: the person is erased, and the household, in which nobody is left"
             : "ayant: the person is erased");
    say("ayant: copies and lists made before still hold this person: 'ayant erase --apply %s.erased COPY' "
        "erases "
        "there too",
        caseload);
    return EXIT_DONE;
}

static int erase_listed(work *w, const char *caseload, const char *path)
{
    uint64_t erased = 0;

    if (ayant_erase_listed(w->engine, caseload, path, &erased) < 0)
        return work_failed(w, NULL);
    say("ayant: %" PRIu64 " persons were erased", erased);
    return erased ? EXIT_DONE : EXIT_NOTHING;
}

static int write_erased(work *w, const char *caseload, const char *path)
{
    output out = {0};

    if (output_open(&out, path) < 0)
        return EXIT_ERROR;
    return work_finish(w, &out, ayant_erased(w->engine, caseload, &out.sink));
}

static int run_erase(invocation *given)
{
    const char *caseload = given->operands[0], *person = given->operand_count > 1 ? given->operands[1] : NULL;
    const char *apply = option_value(given, "apply"), *list = option_value(given, "export");
    int result;
    work w;

    if (!!person + !!apply + !!list != 1) {
        say_error("U43", "give a person, '--apply FILE' or '--export FILE': one of them");
        return EXIT_ERROR;
    }
    if (person && !option_given(given, "purpose")) {
        say_error("U06", "'ayant erase' needs '--purpose TEXT': why; it goes to the journal");
        return EXIT_ERROR;
    }
    if ((result = work_start(&w)) || (result = access_open(&w, given, caseload, person)))
        goto end;
    if (person)
        result = erase_one(&w, caseload, person);
    else
        result = apply ? erase_listed(&w, caseload, apply) : write_erased(&w, caseload, list);
end:
    work_end(&w);
    return result;
}

static void say_gone(const ayant_purge_counts *c)
{
    const struct {
        const char *name;
        uint64_t count;
    } lines[] = {
        {"persons", c->persons},
        {"households", c->households},
        {"persons of lists", c->list_persons},
        {"lists", c->lists},
        {"lines of the journal", c->journal_lines},
        {"tombstones", c->tombstones},
    };

    for (size_t i = 0; i < sizeof lines / sizeof *lines; i++)
        say("%-20s %12" PRIu64, lines[i].name, lines[i].count);
}

static int run_purge(invocation *given)
{
    const char *caseload = given->operands[0];
    const char *const *keep;
    ayant_purge_counts gone = {0};
    size_t count;
    int result, dry = option_given(given, "dry-run");
    work w;

    keep = option_values(given, "keep", &count);
    if (dry && count) {
        say_error("U43",
                  "'--keep' sets a period for good, and '--dry-run' changes nothing: give one of them");
        return EXIT_ERROR;
    }
    if ((result = work_start(&w)) || (result = access_open(&w, given, caseload, NULL)))
        goto end;
    for (size_t i = 0; i < count; i++)
        if (ayant_keep(w.engine, caseload, keep[i]) < 0) {
            result = work_failed(&w, NULL);
            goto end;
        }
    if (ayant_purge(w.engine, caseload, option_value(given, "on"), dry, &gone) < 0) {
        result = work_failed(&w, NULL);
        goto end;
    }
    say(dry ? "ayant: would go:" : "ayant: gone:");
    say_gone(&gone);
    result =
        gone.persons + gone.households + gone.list_persons + gone.lists + gone.journal_lines + gone.tombstones
            ? EXIT_DONE
            : EXIT_NOTHING;
end:
    work_end(&w);
    return result;
}

static const option erase_options[] = {
    OPTION_PURPOSE,
    {"apply", '\0', OPTION_FILE, "FILE", "erase here whom this file of erased persons names: for copies", 0,
     0, NULL},
    {"export", '\0', OPTION_FILE, "FILE", "write the file of erased persons; '-' is standard output", 0, 0,
     NULL},
    OPTION_KEY,
    OPTION_WHO,
    OPTION_HELP,
    OPTION_END,
};

static const option purge_options[] = {
    {"on", '\0', OPTION_DATE, "DATE", "what is past its time on this day, YYYY-MM-DD", 0, 0, "today"},
    {"keep", '\0', OPTION_TEXT, "WHAT=MONTHS",
     "from now on: people, contacted, lists, journal or erased; given again for another", 0, 1,
     "3, 12, 24, 120, 120"},
    {"dry-run", '\0', OPTION_FLAG, NULL, "only count", 0, 0, NULL},
    OPTION_KEY,
    OPTION_WHO,
    OPTION_PURPOSE,
    OPTION_HELP,
    OPTION_END,
};

const command command_erase = {
    .name = "erase",
    .operands = "CASELOAD [PERSON]",
    .least = 1,
    .most = 2,
    .operand_kind = OPTION_FILE,
    .summary = "erase one person, for good",
    .description =
        "Takes every fact, text, link, relation and id of the person out of the caseload, its log and its "
        "index of "
        "lists; a household nobody is left in goes too. What stays is a pseudonym that only this caseload "
        "can make: "
        "a later import does not bring the person back.\n\n"
        "The same pseudonym goes to a file beside, CASELOAD.erased. When an older copy is put back in the "
        "place of "
        "the caseload, the next command erases the person there again. For copies kept elsewhere: 'ayant "
        "erase "
        "COPY --apply CASELOAD.erased'. Keep that file with the copies. A new caseload knows nobody of it.",
    .example = "ayant erase caseload.db P001 --purpose 'asked by the person'",
    .options = erase_options,
    .run = run_erase,
};

const command command_purge = {
    .name = "purge",
    .operands = "CASELOAD",
    .least = 1,
    .most = 1,
    .operand_kind = OPTION_FILE,
    .summary = "erase what is past its time",
    .description = "Persons who were not contacted go some months after the last import, those who were some "
                   "months after the "
                   "last contact, by whole households; who is on a list goes from the index on its day of "
                   "deletion, and the "
                   "list later; old lines of the journal and old tombstones go too. Done again, it finds "
                   "nothing more.\n\n"
                   "The exit status is 1 when nothing was past its time.",
    .example = "ayant purge caseload.db --dry-run",
    .options = purge_options,
    .run = run_purge,
};

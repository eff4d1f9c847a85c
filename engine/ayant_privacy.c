/*
 * The door, its second leaf: keys, journals, and what persons may ask for.
 */
#include <stdlib.h>
#include <string.h>
#include <time.h>

#include "ayant.h"
#include "door.h"
#include "ingest/correction.h"
#include "base/day.h"
#include "privacy/privacy.h"
#include "store/person.h"
#include "store/pseudonym.h"
#include "store/seal.h"
#include "store/sealed.h"

ayant_status ayant_key_file(ayant_engine *engine, const char *path)
{
    failure *e = begin(engine);
    store_key *key = NULL;
    ayant_status status = path ? store_key_read(e, path, &key) : AYANT_OK;

    if (status < 0)
        return status;
    store_key_free(engine->key);
    engine->key = key;
    return AYANT_OK;
}

ayant_status ayant_key(ayant_engine *engine, const char *bytes, size_t length)
{
    store_key *key = NULL;
    ayant_status status = store_key_new(begin(engine), bytes, length, &key);

    if (status < 0)
        return status;
    store_key_free(engine->key);
    engine->key = key;
    return AYANT_OK;
}

int ayant_is_sealed(const char *caseload)
{
    return caseload && sealed_is(caseload);
}

ayant_status ayant_seal(ayant_engine *engine, const char *caseload)
{
    store_access at = access_of(engine, caseload);

    return store_seal(begin(engine), &at);
}

ayant_status ayant_unseal(ayant_engine *engine, const char *caseload)
{
    store_access at = access_of(engine, caseload);

    return store_unseal(begin(engine), &at);
}

ayant_status ayant_rekey(ayant_engine *engine, const char *caseload, const char *new_key_file)
{
    failure *e = begin(engine);
    store_access at = access_of(engine, caseload);
    store_key *key = NULL;
    ayant_status status = store_key_read(e, new_key_file, &key);

    if (status < 0)
        return status;
    if ((status = store_rekey(e, &at, key)) < 0) {
        store_key_free(key);
        return status;
    }
    store_key_free(engine->key);
    engine->key = key;
    return AYANT_OK;
}

static ayant_status keep(failure *e, char out[ACCESS_TEXT], const char *given, const char *name)
{
    size_t length = given ? strlen(given) : 0;

    if (length >= ACCESS_TEXT)
        return fail(e, AYANT_E_LIMIT, "J09", "'%s' is too long for a journal: give at most %d characters",
                    name, ACCESS_TEXT - 1);
    if (!text_is_utf8(text_of(given ? given : "")))
        return fail(e, AYANT_E_USAGE, "J09", "'%s' is not UTF-8 text: write it again", name);
    memset(out, 0, ACCESS_TEXT);
    memcpy(out, given ? given : "", length);
    return AYANT_OK;
}

ayant_status ayant_access_as(ayant_engine *engine, const ayant_access *access)
{
    failure *e = begin(engine);
    char *person = access->person ? strdup(access->person) : NULL;
    ayant_status status;

    if (access->person && !person)
        return fail_memory(e);
    if ((status = keep(e, engine->who, access->who, "who")) < 0 ||
        (status = keep(e, engine->what, access->what, "what")) < 0 ||
        (status = keep(e, engine->purpose, access->purpose, "purpose")) < 0) {
        free(person);
        return status;
    }
    free(engine->person);
    engine->person = person;
    return AYANT_OK;
}

int ayant_not_journalled(const ayant_engine *engine)
{
    return engine->not_journalled;
}

ayant_status door_note_access(ayant_engine *engine, const store_access *at)
{
    const char *persons[] = {engine->person};
    store_entry entry = {.who = engine->who,
                         .what = *engine->what ? engine->what : "open",
                         .purpose = engine->purpose,
                         .everybody = engine->person ? 0 : STORE_EVERYBODY,
                         .persons = persons,
                         .person_count = engine->person ? 1 : 0};
    ayant_status status = store_journal_add(&engine->failure, at, &entry);

    engine->not_journalled = 0;
    if (status == AYANT_E_SYSTEM && strcmp(engine->failure.id, "S05") == 0) {
        failure_clear(&engine->failure);
        if ((status = store_check_erased(&engine->failure, at)) == AYANT_OK)
            engine->not_journalled = 1;
    }
    return status;
}

ayant_status ayant_journal(ayant_engine *engine, const char *caseload, const ayant_journal_options *options,
                           const ayant_sink *out, ayant_journal_state *state)
{
    store_access at = access_of(engine, caseload);

    return journal_report(begin(engine), &at, options, out, state);
}

ayant_status ayant_record(ayant_engine *engine, const ayant_rules *rules, const char *caseload,
                          const ayant_paper_options *options, const ayant_sink *out)
{
    store_access at = access_of(engine, caseload);

    return record_write(begin(engine), &rules->book->facts, caseload ? &at : NULL, options->format,
                        options->language, out);
}

ayant_status ayant_keep(ayant_engine *engine, const char *caseload, const char *setting)
{
    store_access at = access_of(engine, caseload);

    return store_keep(begin(engine), &at, setting);
}

ayant_status ayant_people_pseudonyms(ayant_engine *engine, ayant_people *people_in, const char *key_file)
{
    failure *e = begin(engine);
    store_key *key = NULL;
    ayant_status status = store_key_read(e, key_file, &key);

    if (status == AYANT_OK)
        status = pseudonym_people(e, (people *)(void *)people_in, key);
    store_key_free(key);
    return status;
}

ayant_status ayant_note_list(ayant_engine *engine, const char *caseload, const char *profile,
                             const char *delete_on)
{
    failure *e = begin(engine);
    store_access at = access_of(engine, caseload);
    store_entry entry = {.who = engine->who,
                         .what = "list",
                         .purpose = engine->purpose,
                         .detail = profile,
                         .everybody = STORE_EVERYBODY};
    store_list list = {profile, delete_on};
    day until;

    if (delete_on && !day_parse(text_of(delete_on), &until))
        return fail(e, AYANT_E_USAGE, "U02", "'%.40s' is not a date: write it as 2026-03-01", delete_on);
    return store_list_add(e, &at, &entry, &list);
}

ayant_status ayant_sheet(ayant_engine *engine, const ayant_rules *rules, const char *caseload,
                         const char *person_id, const ayant_paper_options *options, const ayant_sink *out)
{
    failure *e = begin(engine);
    store_access at = access_of(engine, caseload);
    ayant_status status = door_note_access(engine, &at);

    if (status < 0)
        return status;
    return sheet_write(e, &rules->book->facts, &at, person_id, options->format, options->language, out);
}

static ayant_status find_fact(failure *e, const ayant_rules *rules, const char *name, const fact **out)
{
    int which = dictionary_find(&rules->book->facts, name);

    if (which < 0 || strcmp(name, "person_id") == 0 || strcmp(name, "household_id") == 0)
        return fail(e, AYANT_E_USAGE, "K18",
                    "'%.60s' is not a fact that can be corrected: 'ayant record' lists them", name);
    *out = &rules->book->facts.facts[which];
    return AYANT_OK;
}

ayant_status ayant_rectify(ayant_engine *engine, const ayant_rules *rules, const char *caseload,
                           const char *person_id, const char *name, const char *value)
{
    failure *e = begin(engine);
    store_access at = access_of(engine, caseload);
    const fact *what = NULL;
    correction read;
    ayant_status status;

    if ((status = find_fact(e, rules, name, &what)) < 0 ||
        (status = correction_read(e, what, value, &read)) < 0)
        return status;
    return store_correct(e, &at, person_id, what, read.value, text_of(read.words), "rectify");
}

ayant_status ayant_object(ayant_engine *engine, const ayant_rules *rules, const char *caseload,
                          const char *person_id, int objects)
{
    failure *e = begin(engine);
    store_access at = access_of(engine, caseload);
    const fact *what = NULL;
    ayant_status status = find_fact(e, rules, "objection", &what);

    return status < 0 ? status : store_object(e, &at, person_id, what, objects);
}

ayant_status ayant_erase(ayant_engine *engine, const char *caseload, const char *person_id,
                         int *household_gone)
{
    store_access at = access_of(engine, caseload);

    return store_erase(begin(engine), &at, person_id, household_gone);
}

ayant_status ayant_erase_listed(ayant_engine *engine, const char *caseload, const char *file,
                                uint64_t *erased)
{
    store_access at = access_of(engine, caseload);

    return store_erase_listed(begin(engine), &at, file, erased);
}

ayant_status ayant_erased(ayant_engine *engine, const char *caseload, const ayant_sink *out)
{
    store_access at = access_of(engine, caseload);

    return store_erased_write(begin(engine), &at, out);
}

ayant_status ayant_purge(ayant_engine *engine, const char *caseload, const char *on, int dry,
                         ayant_purge_counts *counts)
{
    failure *e = begin(engine);
    store_access at = access_of(engine, caseload);
    purge_counts gone;
    day when = (day)(time(NULL) / 86400);
    ayant_status status;

    if (on && !day_parse(text_of(on), &when))
        return fail(e, AYANT_E_USAGE, "U02", "'%.40s' is not a date: write it as 2026-03-01", on);
    if ((status = store_purge(e, &at, when, dry, &gone)) < 0)
        return status;
    *counts = (ayant_purge_counts){gone.persons, gone.households,    gone.list_persons,
                                   gone.lists,   gone.journal_lines, gone.tombstones};
    return AYANT_OK;
}

void door_note_erased(const ayant_sink *notes, uint64_t count)
{
    writer w;
    failure ignored = {.status = AYANT_OK};

    if (!notes)
        return;
    writer_start(&w, notes);
    put_print(&w, "%llu person(s) of the files had been erased on request: not taken in again\n",
              (unsigned long long)count);
    writer_end(&w, &ignored);
}

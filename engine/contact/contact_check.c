/*
 * What a contact list must be given before it exists.
 */
#include "contact_draft.h"

#include "../base/day.h"

static int blank(const char *s)
{
    return !s || text_trim(text_of(s)).length == 0;
}

static ayant_status check_required(const draft *d)
{
    const ayant_contact_options *o = d->options;
    const struct {
        const char *id, *name, *value, *instead;
    } required[] = {
        {"C01", "purpose", o->purpose, "say what the contacts are for, in a sentence"},
        {"C02", "legal_basis", o->legal_basis, "name the text that allows this use of the data"},
        {"C03", "author", o->author, "name who draws up the list"},
        {"C04", "signatory", o->signatory, "name who will read and sign the list"},
        {"C05", "from", o->from, "give the first day of the contacts, YYYY-MM-DD"},
        {"C06", "until", o->until, "give the last day of the contacts, YYYY-MM-DD"},
        {"C07", "delete_on", o->delete_on, "give the day the list is deleted, YYYY-MM-DD"},
        {"C08", "profile", o->profile, "give 'worker', 'relay', 'manager' or 'researcher'"},
    };

    for (size_t i = 0; i < sizeof required / sizeof *required; i++)
        if (blank(required[i].value))
            return fail(d->e, AYANT_E_USAGE, required[i].id, "a contact list needs '%s': %s",
                        required[i].name, required[i].instead);
    return AYANT_OK;
}

static ayant_status check_dates(const draft *d)
{
    const char *const names[] = {"from", "until", "delete_on"};
    const char *const values[] = {d->options->from, d->options->until, d->options->delete_on};
    day dates[3];

    for (int i = 0; i < 3; i++)
        if (!day_parse(text_trim(text_of(values[i])), &dates[i]))
            return fail(d->e, AYANT_E_USAGE, "C09", "'%s' is not a date: '%s'; write YYYY-MM-DD", names[i],
                        values[i]);
    for (int i = 1; i < 3; i++)
        if (dates[i] < dates[i - 1])
            return fail(d->e, AYANT_E_USAGE, "C10", "'%s' (%s) is before '%s' (%s): put the dates in order",
                        names[i], values[i], names[i - 1], values[i - 1]);
    return AYANT_OK;
}

static ayant_status check_profile(draft *d)
{
    for (size_t i = 0; i < 4; i++)
        if (strcmp(d->options->profile, contact_profile_names[i]) == 0) {
            d->profile = (contact_profile)i;
            return AYANT_OK;
        }
    return fail(d->e, AYANT_E_USAGE, "C11",
                "'%s' is not a profile: give 'worker', 'relay', 'manager' or 'researcher'",
                d->options->profile);
}

/* A sensitive right is shown when the worker asks and the run kept it. */
static int may_see(const draft *d, size_t which)
{
    return !right_of(d->run, which)->sensitive || (d->profile == PROFILE_WORKER && d->run->sensitive);
}

/* The next item of a list separated by commas; 0 at the end. */
static int next_item(const char **list, text *item)
{
    size_t length;

    if (!*list || !**list)
        return 0;
    length = strcspn(*list, ",");
    *item = text_trim((text){*list, length});
    *list += length + ((*list)[length] == ',');
    return 1;
}

static ayant_status choose_right(draft *d, text name)
{
    for (size_t i = 0; i < d->run->right_count; i++) {
        if (!text_is(name, right_of(d->run, i)->name))
            continue;
        if (!may_see(d, i))
            return fail(d->e, AYANT_E_USAGE, "C13",
                        "the right '%.*s' is shown to the worker profile only: leave it out",
                        (int)name.length, name.at);
        d->right_shown[i] = 1;
        return AYANT_OK;
    }
    return fail(d->e, AYANT_E_USAGE, "C12", "there is no right '%.*s' in these rules: check 'rights'",
                (int)name.length, name.at);
}

static ayant_status choose_rights(draft *d)
{
    const char *list = d->options->rights;
    ayant_status status = AYANT_OK;
    text name;

    d->right_shown = arena_alloc(d->memory, d->run->right_count + 1);
    if (!d->right_shown)
        return fail_memory(d->e);
    if (blank(list)) {
        for (size_t i = 0; i < d->run->right_count; i++)
            d->right_shown[i] = (uint8_t)may_see(d, i);
        return AYANT_OK;
    }
    while (status == AYANT_OK && next_item(&list, &name))
        status = choose_right(d, name);
    return status;
}

static ayant_status check_postal_codes(const draft *d)
{
    const char *list = d->options->postal_codes;
    text code;

    while (next_item(&list, &code))
        if (code.length != 4 || strspn(code.at, "0123456789") < 4)
            return fail(d->e, AYANT_E_USAGE, "C14",
                        "'%.*s' is not a postal code: write four digits, as in '1080,1030'", (int)code.length,
                        code.at);
    return AYANT_OK;
}

static void find_facts(draft *d)
{
    static const char *const names[FACT_USED] = {
        [FACT_FIRST_NAME] = "first_name",
        [FACT_LAST_NAME] = "last_name",
        [FACT_PHONE] = "phone",
        [FACT_EMAIL] = "email",
        [FACT_LANGUAGE] = "language",
        [FACT_CONTACT_LANGUAGE] = "contact_language",
        [FACT_INTERPRETER] = "interpreter_needed",
        [FACT_GUARDIAN] = "guardian_id",
        [FACT_OBJECTION] = "objection",
        [FACT_PROTECTED] = "protected_address",
        [FACT_BIRTH] = "birth_date",
        [FACT_POSTAL_CODE] = "postal_code",
    };

    for (int i = 0; i < FACT_USED; i++)
        d->fact[i] = dictionary_find(d->run->people->facts, names[i]);
}

ayant_status contact_check(draft *d)
{
    ayant_status status;

    if ((status = check_required(d)) < 0 || (status = check_dates(d)) < 0 ||
        (status = check_profile(d)) < 0 || (status = check_postal_codes(d)) < 0 ||
        (status = choose_rights(d)) < 0)
        return status;
    find_facts(d);
    return AYANT_OK;
}

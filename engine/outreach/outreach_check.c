/*
 * What to look at before one relies on a record.
 *
 * A record that is over, or that nobody looked at for twelve months, is
 * marked and kept. Places and telephone numbers are those ingest/ knows.
 */
#include "outreach.h"

#include "../ingest/clean.h"
#include "../ingest/places.h"

static unsigned marks_of(const validity *v, day on)
{
    unsigned out = 0;

    if (v->last < on)
        out |= MARK_EXPIRED;
    if (v->first > on)
        out |= MARK_NOT_YET;
    if (v->checked == DAY_NEVER)
        out |= MARK_UNCHECKED;
    else if (day_add_months(v->checked, 12) < on)
        out |= MARK_OLD;
    return out;
}

/* The next of the items between '|', trimmed; 0 at the end. */
static int next_item(const char **list, text *out)
{
    size_t n;

    if (!*list || !**list)
        return 0;
    n = strcspn(*list, "|");
    *out = text_trim((text){*list, n});
    *list += n + ((*list)[n] == '|');
    return 1;
}

/* "1000?" covers more than the place: the code without its mark. */
static text without_doubt(text code, int *doubt)
{
    *doubt = code.length && code.at[code.length - 1] == '?';
    code.length -= (size_t)*doubt;
    return code;
}

int territory_covers(const outreach_territory *t, const char *postal_code)
{
    const char *list = t->postal_codes;
    text one;
    int doubt;

    while (next_item(&list, &one))
        if (text_is(without_doubt(one, &doubt), postal_code))
            return 1;
    return 0;
}

/* "19 communes", perhaps "(partie)": the Region. */
static int is_region(text name)
{
    static const char all[] = "19 communes";

    return name.length >= sizeof all - 1 && memcmp(name.at, all, sizeof all - 1) == 0;
}

/* The commune before any bracket: "Bruxelles (Laeken)". */
static const commune *named(text name)
{
    const char *bracket = name.length ? memchr(name.at, '(', name.length) : NULL;
    int several;

    if (bracket)
        name.length = (size_t)(bracket - name.at);
    return commune_named(text_trim(name), &several);
}

static int is_of_them(int code, const char *list)
{
    text name;

    while (next_item(&list, &name)) {
        const commune *c = named(name);

        if (is_region(name) || (c && place_agrees(code, c->nis) == 1))
            return 1;
    }
    return 0;
}

static unsigned check_places(cleaner *c, const outreach_territory *t)
{
    const char *list = t->communes;
    unsigned out = 0;
    text one;

    while (next_item(&list, &one))
        if (!is_region(one) && !named(one))
            out |= MARK_UNKNOWN_PLACE;
    list = t->postal_codes;
    while (next_item(&list, &one)) {
        char plain[CLEAN_TEXT];
        size_t length;
        int doubt;

        one = without_doubt(one, &doubt);
        if (clean_text(c, CLEAN_POSTAL_CODE, one, plain, &length) || length != 4 ||
            !clean_is_brussels(c, (text){plain, 4})) {
            out |= MARK_UNKNOWN_PLACE;
            continue;
        }
        if (!doubt && *t->communes) {
            int code =
                (plain[0] - '0') * 1000 + (plain[1] - '0') * 100 + (plain[2] - '0') * 10 + plain[3] - '0';

            out |= is_of_them(code, t->communes) ? 0 : MARK_OTHER_PLACE;
        }
    }
    return out;
}

/* A number one can call from Brussels: a usual one, or a short one (107, 112, 1307). */
static unsigned check_phone(cleaner *c, const char *phone)
{
    size_t length = strlen(phone), cleaned;
    char plain[CLEAN_TEXT];

    if ((length == 3 || length == 4) && phone[0] == '1' && strspn(phone, "0123456789") == length)
        return 0;
    return clean_text(c, CLEAN_PHONE, (text){phone, length}, plain, &cleaned) || !cleaned ? MARK_BAD_PHONE
                                                                                          : 0;
}

static size_t count(unsigned marks)
{
    size_t out = 0;

    for (; marks; marks >>= 1)
        out += marks & 1;
    return out;
}

static int covers_region(const outreach_device *d)
{
    return strcmp(d->territory_type, "region") == 0 || strcmp(d->territory_type, "r\xc3\xa9gion") == 0;
}

size_t outreach_check(failure *e, outreach *o, day on)
{
    cleaner *c = NULL;
    size_t total = 0;

    if (cleaner_new(e, &c) < 0)
        return 0;
    for (size_t i = 0; i < o->device_count; i++) {
        outreach_device *d = &o->devices[i];

        d->marks = marks_of(&d->valid, on);
        if (!d->territories && !covers_region(d))
            d->marks |= MARK_NOWHERE;
        if (strcmp(d->funding_end, "annual") == 0 && d->valid.checked != DAY_NEVER) {
            int year, then, month, date;

            day_parts(on, &year, &month, &date);
            day_parts(d->valid.checked, &then, &month, &date);
            d->marks |= then < year ? MARK_YEARLY : 0;
        }
        total += count(d->marks);
    }
    for (size_t i = 0; i < o->territory_count; i++) {
        outreach_territory *t = &o->territories[i];

        t->marks = marks_of(&t->valid, on) | check_places(c, t);
        total += count(t->marks);
    }
    for (size_t i = 0; i < o->helpline_count; i++) {
        outreach_helpline *h = &o->helplines[i];

        h->marks = marks_of(&h->valid, on) | check_phone(c, h->phone);
        total += count(h->marks);
    }
    for (size_t i = 0; i < o->campaign_count; i++) {
        o->campaigns[i].marks = marks_of(&o->campaigns[i].valid, on);
        total += count(o->campaigns[i].marks);
    }
    cleaner_free(c);
    return total;
}

/*
 * Devices and helplines as a table, and what is to be checked as sentences.
 *
 * Keys and marks are the same in every language; titles and sentences are in
 * the reader's.
 */
#include "outreach.h"

#include <stdio.h>
#include "../model/kinds.h"
#include "../report/table.h"

#define MARKS_TEXT 256   /* all marks at once, in any language */
#define CONTACT_TEXT 360 /* a telephone number and an address */

/* ---- the table ---- */

/* On a terminal, what one needs to phone or to walk there; in files, all of it. */
static const struct {
    const char *key;
    label title;
    int on_terminal;
} columns[] = {
    {"kind", {"sorte", "soort", "kind"}, 0},
    {"id", {"sigle", "afkorting", "id"}, 0},
    {"name", {"service", "dienst", "service"}, 1},
    {"operator", {"opérateur", "organisatie", "operator"}, 0},
    {"unit", {"unité", "eenheid", "unit"}, 0},
    {"territory", {"territoire ou public", "gebied of publiek", "territory or public"}, 1},
    {"postal_codes", {"codes postaux", "postcodes", "postal codes"}, 1},
    {"languages", {"langues", "talen", "languages"}, 1},
    {"contact", {"contact", "contact", "contact"}, 1},
    {"valid_from", {"depuis", "sinds", "since"}, 0},
    {"valid_to", {"jusqu'à", "tot", "until"}, 1},
    {"checked_on", {"vérifié", "nagekeken", "checked"}, 1},
    {"to_check", {"à vérifier", "na te kijken", "to check"}, 1},
    {"source", {"source", "bron", "source"}, 0},
};

#define COLUMNS (sizeof columns / sizeof *columns)

static const struct {
    const char *word;
    label shown, sentence; /* the sentence may have one %s: the date it is about */
} marks_said[MARKS_COUNT] = {
    {"expired",
     {"terminé", "beëindigd", "over"},
     {"terminé ou plus financé après %s : vérifiez avant d'y orienter quelqu'un",
      "beëindigd of niet meer gefinancierd na %s: ga dit na voor u doorverwijst",
      "over, or no longer funded, after %s: check before sending somebody there"}},
    {"not_yet",
     {"pas encore", "nog niet", "not yet"},
     {"pas encore commencé (début : %s)", "nog niet begonnen (begin: %s)", "not begun yet (begins: %s)"}},
    {"old",
     {"ancien", "oud", "old"},
     {"dernière vérification : %s, il y a peut-être plus de douze mois",
      "laatst nagekeken: %s, misschien meer dan twaalf maanden geleden",
      "last checked: %s, perhaps more than twelve months ago"}},
    {"unchecked",
     {"jamais vérifié", "nooit nagekeken", "never checked"},
     {"date de vérification inconnue", "datum van nazicht onbekend", "nobody said when it was checked"}},
    {"yearly",
     {"financement annuel", "jaarlijkse financiering", "yearly funding"},
     {"financé année par année (dernière vérification : %s)",
      "jaar per jaar gefinancierd (laatst nagekeken: %s)", "funded year by year (last checked: %s)"}},
    {"nowhere",
     {"sans territoire", "zonder gebied", "no territory"},
     {"aucun territoire n'est indiqué", "er is geen gebied vermeld", "no territory is given"}},
    {"unknown_place",
     {"lieu inconnu", "onbekende plaats", "unknown place"},
     {"une commune ou un code postal n'est pas de Bruxelles", "een gemeente of postcode is niet van Brussel",
      "a commune or postal code is not of Brussels"}},
    {"other_place",
     {"code d'un autre lieu", "code van elders", "code of elsewhere"},
     {"un code postal n'est celui d'aucune des communes nommées",
      "een postcode is van geen van de genoemde gemeenten",
      "a postal code is of none of the communes named"}},
    {"bad_phone",
     {"numéro faux", "fout nummer", "bad number"},
     {"le numéro n'est pas un numéro de téléphone", "het nummer is geen telefoonnummer",
      "the number is not a telephone number"}},
};

const char *outreach_mark_word(unsigned mark)
{
    for (int i = 0; i < MARKS_COUNT; i++)
        if (mark == 1u << i)
            return marks_said[i].word;
    return "";
}

static const char *in(ayant_language language, const label *l)
{
    return language == AYANT_FR ? l->fr : language == AYANT_NL ? l->nl : l->en;
}

static void add_columns(table *t, const outreach_view *view)
{
    for (size_t i = 0; i < COLUMNS; i++)
        if (view->format != AYANT_TABLE || columns[i].on_terminal)
            table_column(t, columns[i].key, in(view->language, &columns[i].title), TABLE_LEFT);
}

/* Lists are kept with '|' in files, for programs; a person reads commas. */
static void add_cell(table *t, const char *list, const outreach_view *view)
{
    char plain[1024];
    size_t used = 0;

    /* a list too long for a terminal's cell is shown as it is */
    if (view->format != AYANT_TABLE || 2 * strlen(list) >= sizeof plain) {
        table_text(t, list);
        return;
    }
    for (const char *s = list; *s; s++) {
        plain[used++] = *s == '|' ? ',' : *s;
        if (*s == '|')
            plain[used++] = ' ';
    }
    plain[used] = '\0';
    table_text(t, plain);
}

/* Cells of a row by column: those a terminal has no room for are passed over. */
static void add_row(table *t, const char *const cells[COLUMNS], const outreach_view *view)
{
    for (size_t i = 0; i < COLUMNS; i++)
        if (view->format != AYANT_TABLE || columns[i].on_terminal)
            add_cell(t, cells[i], view);
}

/* "expired;old", or on a terminal "terminé, ancien". */
static void print_marks(char out[MARKS_TEXT], unsigned marks, const outreach_view *view)
{
    const char *between = view->format == AYANT_TABLE ? ", " : ";";
    size_t used = 0;

    out[0] = '\0';
    for (int i = 0; i < MARKS_COUNT; i++) {
        const char *word =
            view->format == AYANT_TABLE ? in(view->language, &marks_said[i].shown) : marks_said[i].word;

        if (marks & 1u << i)
            used += (size_t)snprintf(out + used, MARKS_TEXT - used, "%s%s", used ? between : "", word);
    }
}

/* A device with one of its territories; without any, what sort of territory it has. */
static void add_device(table *t, const outreach_device *d, const outreach_territory *where,
                       const outreach_view *view)
{
    const validity *v = where ? &where->valid : &d->valid;
    unsigned marks = d->marks | (where ? where->marks : 0);
    const char *to = where && (!*v->to || d->valid.last < v->last) ? d->valid.to : v->to;
    char to_check[MARKS_TEXT];

    print_marks(to_check, marks, view);
    add_row(t,
            (const char *const[COLUMNS]){
                "device", d->id, d->name, d->operator_name, where ? where->unit : "",
                where ? where->label : d->territory_type, where ? where->postal_codes : "", d->languages,
                d->contact, *v->from ? v->from : d->valid.from, to, v->checked_on, to_check, v->source},
            view);
}

static void add_helpline(table *t, const outreach_helpline *h, const outreach_view *view)
{
    char to_check[MARKS_TEXT], contact[CONTACT_TEXT];

    print_marks(to_check, h->marks, view);
    snprintf(contact, sizeof contact, "%.100s%s%.255s", h->phone, *h->email ? "|" : "", h->email);
    add_row(t,
            (const char *const[COLUMNS]){"helpline", h->id, h->label, h->operator_name, "", h->audience, "",
                                         h->languages, contact, h->valid.from, h->valid.to,
                                         h->valid.checked_on, to_check, h->valid.source},
            view);
}

ayant_status outreach_write(failure *e, const outreach *o, const outreach_view *view, const ayant_sink *out,
                            size_t *rows)
{
    table *t = table_new();
    writer w;

    if (!t)
        return fail_memory(e);
    add_columns(t, view);
    if (view->format == AYANT_CSV)
        table_guard(t);
    for (size_t i = 0; i < o->device_count; i++) {
        const outreach_device *d = &o->devices[i];

        /* nothing says where it works: it may be there */
        if (!d->territories)
            add_device(t, d, NULL, view);
        for (size_t k = 0; d->territories && k < o->territory_count; k++) {
            const outreach_territory *where = &o->territories[k];

            if (where->device == i &&
                (!view->postal_code || !*where->postal_codes || territory_covers(where, view->postal_code)))
                add_device(t, d, where, view);
        }
    }
    for (size_t i = 0; i < o->helpline_count; i++)
        add_helpline(t, &o->helplines[i], view);
    *rows = table_rows(t);
    writer_start(&w, out);
    if (table_write(e, t, &w, view->format, view->width, view->colour) == AYANT_OK)
        writer_end(&w, e);
    table_free(t);
    return e->status;
}

/* ---- sentences ---- */

/* The sentence, with its date where it has one. */
static void put_said(writer *w, const char *sentence, const char *date)
{
    const char *hole = strstr(sentence, "%s");

    if (!hole) {
        put_text(w, sentence);
        return;
    }
    put(w, sentence, (size_t)(hole - sentence));
    put_text(w, date);
    put_text(w, hole + 2);
}

static void warn(writer *w, const char *path, int line, const char *who, const validity *v, unsigned marks,
                 ayant_language language)
{
    for (int i = 0; i < MARKS_COUNT; i++) {
        unsigned mark = 1u << i;
        const char *date = mark == MARK_EXPIRED ? v->to : mark == MARK_NOT_YET ? v->from : v->checked_on;

        if (!(marks & mark))
            continue;
        put_print(w, "%.400s:%d: '%.60s': ", path, line, who);
        put_said(w, in(language, &marks_said[i].sentence), date);
        put_text(w, "\n");
    }
}

/* Territories go out of date together: one sentence a device, not one a street. */
static void warn_old_territories(writer *w, const outreach *o, size_t which, ayant_language language)
{
    unsigned long long old = 0;
    int line = 0;

    for (size_t i = 0; i < o->territory_count; i++) {
        if (o->territories[i].device != which || !(o->territories[i].marks & (MARK_OLD | MARK_UNCHECKED)))
            continue;
        line = line ? line : o->territories[i].line;
        old++;
    }
    if (!old)
        return;
    put_print(w, "%.400s:%d: '%.60s': ", o->territories_path, line, o->devices[which].id);
    if (language == AYANT_FR)
        put_print(w, "territoires à revérifier : %llu\n", old);
    else if (language == AYANT_NL)
        put_print(w, "opnieuw na te kijken gebieden: %llu\n", old);
    else
        put_print(w, "territories to check again: %llu\n", old);
}

ayant_status outreach_warn(failure *e, const outreach *o, const outreach_view *view, const ayant_sink *notes)
{
    ayant_language language = view->language;
    writer w;

    if (!notes)
        return AYANT_OK;
    writer_start(&w, notes);
    for (size_t i = 0; i < o->device_count; i++) {
        const outreach_device *d = &o->devices[i];

        warn(&w, o->devices_path, d->line, d->id, &d->valid, d->marks, language);
        warn_old_territories(&w, o, i, language);
    }
    for (size_t i = 0; i < o->territory_count; i++) {
        const outreach_territory *t = &o->territories[i];

        warn(&w, o->territories_path, t->line, t->label, &t->valid,
             t->marks & ~(unsigned)(MARK_OLD | MARK_UNCHECKED), language);
    }
    for (size_t i = 0; i < o->helpline_count; i++) {
        const outreach_helpline *h = &o->helplines[i];

        warn(&w, o->helplines_path, h->line, h->id, &h->valid, h->marks, language);
    }
    for (size_t i = 0; i < o->campaign_count; i++) {
        const outreach_campaign *k = &o->campaigns[i];

        warn(&w, o->campaigns_path, k->line, k->id, &k->valid, k->marks, language);
    }
    return writer_end(&w, e);
}

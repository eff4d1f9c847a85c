/*
 * The sheet of a person: all that is held, from where, who looked, what the
 * person may ask. In French or Dutch, to be printed and handed over.
 *
 * Other people of the household are counted and never named: they have a
 * sheet of their own. What rules find is computed each time and not held.
 */
#include <stdio.h>
#include <string.h>

#include "../base/day.h"
#include "../document/vocabulary.h"
#include "paper.h"
#include "privacy.h"

#define W(fr, nl) paper_words(p, fr, nl)
#define MOST_LINES 200 /* of the journal, the last ones: a sheet is read by a person */

static void money_words(char *out, size_t size, cell cents)
{
    long long all = cents < 0 ? -(long long)cents : cents;

    if (all >= 100000)
        snprintf(out, size, "%s%lld %03lld,%02lld EUR", cents < 0 ? "-" : "", all / 100000, all / 100 % 1000,
                 all % 100);
    else
        snprintf(out, size, "%s%lld,%02lld EUR", cents < 0 ? "-" : "", all / 100, all % 100);
}

static void date_words(char *out, size_t size, day d)
{
    int year, month, date;

    if (d >= DAY_NEVER) {
        snprintf(out, size, "-");
        return;
    }
    day_parts(d, &year, &month, &date);
    snprintf(out, size, "%02d/%02d/%04d", date, month, year);
}

/* "2026-03-01T..." as people write a day. */
static const char *day_words(char out[16], const char *at)
{
    if (strlen(at) < 10)
        return "-";
    snprintf(out, 16, "%.2s/%.2s/%.4s", at + 8, at + 5, at);
    return out;
}

static const char *value_words(const paper *p, const person_value *v, char *out, size_t size)
{
    const char *said;

    switch (v->kind) {
    case KIND_TRUTH:
        return v->value ? W("oui", "ja") : W("non", "nee");
    case KIND_MONEY:
        money_words(out, size, v->value);
        return out;
    case KIND_NUMBER:
        if (v->value % 1000)
            snprintf(out, size, "%d,%03d", v->value / 1000,
                     v->value % 1000 < 0 ? -(v->value % 1000) : v->value % 1000);
        else
            snprintf(out, size, "%d", v->value / 1000);
        return out;
    case KIND_DATE:
        date_words(out, size, v->value);
        return out;
    case KIND_WORD:
        said = v->text ? vocabulary_said(v->text, p->language == AYANT_NL ? AYANT_NL : AYANT_FR) : NULL;
        return said ? said : v->text;
    case KIND_PERSON:
        return W("une autre personne du ménage", "een andere persoon van het gezin");
    case KIND_TEXT:
        break;
    }
    return v->text;
}

static void values(paper *p, const dictionary *facts, const person_sheet *s, entity which)
{
    const char *const titles[] = {W("Donnée", "Gegeven"), W("Valeur", "Waarde"),
                                  W("Source habituelle", "Gewone bron"),
                                  W("Nom dans le fichier", "Naam in het bestand")};
    char room[64];

    paper_table(p, titles, 4);
    for (size_t i = 0; i < s->count; i++) {
        const person_value *v = &s->values[i];
        const fact *f = v->fact >= 0 ? &facts->facts[v->fact] : NULL;

        if (v->entity != which)
            continue;
        paper_cell(p, f ? W(f->label.fr, f->label.nl) : v->name);
        paper_cell(p, value_words(p, v, room, sizeof room));
        paper_cell(p, f && f->source_register.fr ? W(f->source_register.fr, f->source_register.nl)
                                                 : W("déclarée ou reçue", "verklaard of ontvangen"));
        paper_cell(p, v->name);
    }
    paper_table_end(p);
}

static void held(paper *p, const dictionary *facts, const char *id, const person_sheet *s)
{
    char at[16];

    paper_section(p, W("1. Ce qui est conservé", "1. Wat wordt bewaard"));
    paper_line(p, W("Identifiant", "Identificatie"), id);
    paper_line(p, W("Ménage", "Gezin"), s->household_id);
    paper_line_print(p, W("Autres personnes du ménage", "Andere personen van het gezin"), "%llu",
                     (unsigned long long)s->others);
    paper_line_print(p, W("Liens de parenté notés", "Genoteerde verwantschappen"), "%llu",
                     (unsigned long long)s->relations);
    paper_line(p, W("Importé le", "Ingevoerd op"), day_words(at, s->imported));
    paper_line(p, W("Opposition au contact", "Bezwaar tegen contact"),
               s->objected ? W("oui, retenue", "ja, onthouden") : W("non", "nee"));
    values(p, facts, s, ENTITY_PERSON);
    paper_section(p, W("2. Ce qui concerne le ménage", "2. Wat het gezin betreft"));
    values(p, facts, s, ENTITY_HOUSEHOLD);
    paper_text(p, W("Les droits possibles sont calculés à chaque fois et ne sont pas conservés ici.",
                    "Mogelijke rechten worden telkens berekend en hier niet bewaard."));
}

typedef struct seen {
    paper *p;
    uint64_t skip;
} seen;

static ayant_status count_line(void *to, const journal_line *line)
{
    (void)line;
    ++*(uint64_t *)to;
    return AYANT_OK;
}

static ayant_status see(void *to, const journal_line *line)
{
    seen *s = to;
    paper *p = s->p;
    const journal_word *usual = journal_word_of(line->what);
    char at[16];

    if (s->skip) {
        s->skip--;
        return AYANT_OK;
    }
    paper_cell(p, day_words(at, line->at));
    paper_cell(p, line->who);
    paper_cell(p, usual ? W(usual->fr, usual->nl) : line->what);
    paper_cell(p, usual && strcmp(usual->purpose, line->purpose) == 0
                      ? W(usual->purpose_fr, usual->purpose_nl)
                      : line->purpose);
    paper_cell(p, line->everybody ? W("tout le fichier", "het hele bestand")
                                  : W("cette personne", "deze persoon"));
    return AYANT_OK;
}

static ayant_status who_looked(failure *e, paper *p, const store_access *at, const char *id)
{
    const char *const titles[] = {W("Date", "Datum"), W("Qui", "Wie"), W("Quoi", "Wat"),
                                  W("Pourquoi", "Waarom"), W("Étendue", "Omvang")};
    journal_question question = {.person = id};
    journal_state state;
    seen s = {p, 0};
    uint64_t lines = 0;
    ayant_status status = store_journal_each(e, at, &question, count_line, &lines, &state);

    if (status < 0)
        return status;
    paper_section(p, W("3. Qui a regardé", "3. Wie heeft gekeken"));
    s.skip = lines > MOST_LINES ? lines - MOST_LINES : 0;
    if (s.skip)
        paper_line_print(p, W("Lignes plus anciennes, sur demande", "Oudere regels, op aanvraag"), "%llu",
                         (unsigned long long)s.skip);
    paper_table(p, titles, 5);
    status = store_journal_each(e, at, &question, see, &s, &state);
    paper_table_end(p);
    if (state.broken != JOURNAL_WHOLE)
        paper_text(
            p,
            W("Attention : ce journal a été modifié ; le délégué à la protection des données en est averti.",
              "Opgelet: dit logboek werd gewijzigd; de functionaris voor gegevensbescherming wordt "
              "verwittigd."));
    return status;
}

static const char *purpose_words(const paper *p, const person_list *l)
{
    const journal_word *usual = journal_word_of(l->what);

    return usual && (!*l->purpose || strcmp(usual->purpose, l->purpose) == 0)
               ? W(usual->purpose_fr, usual->purpose_nl)
               : l->purpose;
}

static void lists(paper *p, const person_sheet *s)
{
    const char *const titles[] = {W("Date", "Datum"), W("Liste", "Lijst"), W("Pour", "Voor"),
                                  W("Finalité", "Doel"), W("À effacer le", "Te wissen op")};
    char at[16], until[16];

    paper_section(p, W("4. Sur quelles listes", "4. Op welke lijsten"));
    if (!s->list_count)
        paper_text(p, W("Aucune.", "Geen."));
    if (!s->list_count)
        return;
    paper_table(p, titles, 5);
    for (size_t i = 0; i < s->list_count; i++) {
        const person_list *l = &s->lists[i];

        paper_cell(p, day_words(at, l->at));
        paper_cell(p, l->everybody ? W("réponses sur tout le fichier", "antwoorden over het hele bestand")
                                   : W("liste de contacts", "contactlijst"));
        paper_cell(p, l->profile);
        paper_cell(p, purpose_words(p, l));
        paper_cell(p, day_words(until, l->delete_on));
    }
    paper_table_end(p);
}

static void rights(paper *p, const person_sheet *s)
{
    paper_section(p, W("5. Combien de temps", "5. Hoelang"));
    paper_periods(p, s->months);
    paper_section(p, W("6. Vos droits", "6. Uw rechten"));
    paper_text(
        p,
        W("Vous pouvez demander une copie de ces données, leur correction, leur effacement, ou qu'on ne s'en "
          "serve plus pour vous contacter. C'est gratuit. Un refus n'a aucune conséquence sur l'aide que "
          "vous recevez ou demandez.",
          "U kunt een kopie van deze gegevens vragen, hun verbetering, hun wissing, of dat men ze niet meer "
          "gebruikt om u te contacteren. Dat is gratis. Een weigering heeft geen gevolg voor de hulp die u "
          "ontvangt of vraagt."));
    paper_text(
        p, W("Une erreur ? Dites quelle ligne du point 1 ou 2 est fausse et ce qui est juste : le CPAS la "
             "corrige "
             "ici et à la source.",
             "Een fout? Zeg welke regel van punt 1 of 2 verkeerd is en wat juist is: het OCMW verbetert hem "
             "hier en aan de bron."));
    paper_blank(p, W("Votre CPAS : nom, adresse, téléphone", "Uw OCMW: naam, adres, telefoon"));
    paper_blank(p, W("Délégué à la protection des données", "Functionaris voor gegevensbescherming"));
    paper_text(p, W("Plainte : Autorité de protection des données, rue de la Presse 35, 1000 Bruxelles, "
                    "www.autoriteprotectiondonnees.be",
                    "Klacht: Gegevensbeschermingsautoriteit, Drukpersstraat 35, 1000 Brussel, "
                    "www.gegevensbeschermingsautoriteit.be"));
}

static ayant_status write_sheet(failure *e, paper *p, const store_access *at, const dictionary *facts,
                                const char *id, const person_sheet *s)
{
    ayant_status status;

    held(p, facts, id, s);
    if ((status = who_looked(e, p, at, id)) < 0)
        return status;
    lists(p, s);
    rights(p, s);
    paper_end(p);
    return AYANT_OK;
}

ayant_status sheet_write(failure *e, const dictionary *facts, const store_access *at, const char *id,
                         ayant_format format, ayant_language language, const ayant_sink *out)
{
    arena *memory = arena_new();
    person_sheet sheet;
    writer w;
    paper p;
    ayant_status status = memory ? store_person(e, at, facts, id, memory, &sheet) : fail_memory(e);

    if (status == AYANT_OK) {
        writer_start(&w, out);
        paper_begin(&p, &w, format, language,
                    language == AYANT_NL ? "Wat wij over u bewaren" : "Ce que nous conservons sur vous",
                    language == AYANT_NL ? "Inzage, art. 15 AVG" : "Accès, art. 15 RGPD");
        status = write_sheet(e, &p, at, facts, id, &sheet);
        if (status == AYANT_OK)
            status = writer_end(&w, e);
    }
    arena_free(memory);
    return status;
}

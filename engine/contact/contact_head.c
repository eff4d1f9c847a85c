/*
 * The head of a draft: what the signatory reads and signs.
 *
 * In French and Dutch, since the signatory may read either.
 */
#include "contact_draft.h"

#include <stdio.h>

#include "../base/day.h"

/* Counts a list without people may not give away either. */
static void put_number(const draft *d, writer *w, size_t count)
{
    if (d->profile != PROFILE_WORKER && count && count < CONTACT_SMALLEST)
        put_text(w, "<5");
    else
        put_print(w, "%zu", count);
}

static void put_count(const draft *d, writer *w, const char *name, size_t count)
{
    put_print(w, "%s: ", name);
    put_number(d, w, count);
    put_text(w, "\n");
}

/* What a caller wrote may not pass for another line of the head. */
static void put_said(writer *w, const char *name, const char *value)
{
    put_print(w, "%s: ", name);
    for (; *value; value++)
        put(w, (unsigned char)*value < 0x20 || *value == 0x7F ? " " : value, 1);
    put_text(w, "\n");
}

static void put_campaign(const draft *d, writer *w)
{
    const ayant_contact_options *o = d->options;
    char on[16];

    day_print(on, d->run->on);
    put_text(w, "PROJET / ONTWERP (draft): une personne désignée signe, rien n'est envoyé / "
                "een aangewezen persoon tekent, er wordt niets verstuurd\n");
    put_said(w, "Finalité / Doel", o->purpose);
    put_said(w, "Base légale / Rechtsgrond", o->legal_basis);
    put_said(w, "Auteur", o->author);
    put_said(w, "Signataire / Ondertekenaar", o->signatory);
    put_print(w, "Période / Periode: %.10s - %.10s\n", o->from, o->until);
    put_print(w, "À effacer le / Te wissen op: %.10s\n", o->delete_on);
    put_print(w, "Profil / Profiel: %s\n", contact_profile_names[d->profile]);
    put_print(w, "Règles au / Regels op: %s (ayant %s)\n", on, AYANT_VERSION);
}

static void put_limits(writer *w)
{
    put_text(
        w,
        "Ordre: certitude (certain, probable, possible), puis montant mensuel non demandé le plus bas "
        "connu, décroissant, puis ordre du fichier. "
        "RIS et GRAPA d'une personne comptent une fois, pour le plus élevé.\n"
        "Volgorde: zekerheid (certain, probable, possible), dan het laagste bekende niet-aangevraagde "
        "maandbedrag, dalend, dan de volgorde van het bestand. "
        "Leefloon en IGO van één persoon tellen één keer, voor het hoogste.\n"
        "Couverture: seules les personnes du fichier y figurent; les personnes sans adresse, sans titre de "
        "séjour ou inconnues des services y manquent.\n"
        "Dekking: enkel de personen van het bestand; wie geen adres of verblijfsrecht heeft of de diensten "
        "niet kent, ontbreekt.\n"
        "Usage: proposer un droit, jamais contrôler. Un refus n'a aucune conséquence.\n"
        "Gebruik: een recht voorstellen, nooit controleren. Een weigering heeft geen gevolg.\n");
}

ayant_status contact_head(const draft *d)
{
    const people *p = d->run->people;
    writer w;

    if (!d->options->head)
        return AYANT_OK;
    writer_start(&w, d->options->head);
    put_campaign(d, &w);
    put_count(d, &w, "Personnes du fichier / Personen in het bestand", p->persons);
    put_count(d, &w, "avec un constat / met een bevinding", d->with_finding);
    put_count(d, &w, "opposition / bezwaar (exclues / uitgesloten)", d->objections);
    put_count(d, &w, "après exclusions / na uitsluitingen", d->with_finding - d->objections);
    put_count(d, &w, "Ménages / Huishoudens", d->households_found);
    put_count(d, &w, "hors des codes postaux demandés / buiten de gevraagde postcodes",
              d->households_elsewhere);
    put_count(d, &w, "au-delà de la capacité, en attente / boven de capaciteit, wachtend",
              d->count - d->listed);
    put_count(d, &w, "sur la liste / op de lijst", d->listed);
    put_limits(&w);
    return writer_end(&w, d->e);
}

/*
 * Words of vocabularies as they are offered, questions about somebody else,
 * and papers that prove a fact. Rules declare words and registers without
 * these; what is not in a table is said with the label of the fact.
 */
#include <string.h>
#include "wording.h"

static const struct {
    const char *fact, *word, *said[3];
} words[] = {
    {"stay", "belgian", {"Je suis belge", "Ik ben Belg", "I am Belgian"}},
    {"stay",
     "eu",
     {"Citoyen d'un pays de l'Union européenne, ou membre de sa famille (carte E, EU, F)",
      "Burger van een land van de Europese Unie, of familielid (kaart E, EU, F)",
      "Citizen of a country of the European Union, or a family member (card E, EU, F)"}},
    {"stay", "refugee", {"Réfugié reconnu", "Erkend vluchteling", "Recognised refugee"}},
    {"stay", "subsidiary", {"Protection subsidiaire", "Subsidiaire bescherming", "Subsidiary protection"}},
    {"stay", "stateless", {"Apatride reconnu", "Erkend staatloze", "Recognised stateless person"}},
    {"stay",
     "population_register",
     {"Séjour illimité, établissement (carte B, K, L)", "Onbeperkt verblijf, vestiging (kaart B, K, L)",
      "Unlimited stay, settled (card B, K, L)"}},
    {"stay",
     "foreigners_register",
     {"Séjour limité (carte A, H)", "Beperkt verblijf (kaart A, H)", "Limited stay (card A, H)"}},
    {"stay",
     "temporary_protection",
     {"Protection temporaire (Ukraine)", "Tijdelijke bescherming (Oekraïne)",
      "Temporary protection (Ukraine)"}},
    {"stay",
     "asylum_seeker",
     {"Demande d'asile en cours (carte orange)", "Asielaanvraag loopt (oranje kaart)",
      "Asylum request under way (orange card)"}},
    {"stay",
     "short_stay",
     {"Visite ou visa de moins de trois mois", "Bezoek of visum van minder dan drie maanden",
      "Visit or visa of less than three months"}},
    {"stay",
     "irregular",
     {"Pas de document de séjour pour le moment", "Op dit moment geen verblijfsdocument",
      "No residence document for now"}},
    {"civil_status", "single", {"Célibataire", "Ongehuwd", "Single"}},
    {"civil_status", "married", {"Marié ou mariée", "Gehuwd", "Married"}},
    {"civil_status",
     "legally_cohabiting",
     {"Cohabitant légal", "Wettelijk samenwonend", "Legally cohabiting"}},
    {"civil_status", "divorced", {"Divorcé ou divorcée", "Gescheiden", "Divorced"}},
    {"civil_status", "widowed", {"Veuf ou veuve", "Weduwnaar of weduwe", "Widowed"}},
    {"civil_status", "separated", {"Séparé sans divorce", "Feitelijk gescheiden", "Separated, not divorced"}},
    {"partnership", "married", {"Mariés", "Gehuwd", "Married"}},
    {"partnership", "legal", {"Cohabitation légale", "Wettelijke samenwoning", "Legal cohabitation"}},
    {"partnership",
     "de_facto",
     {"En couple, sans l'un ni l'autre", "Als koppel, geen van beide", "As a couple, neither"}},
    {"insurer",
     "mutuality",
     {"Dans une mutualité", "Bij een ziekenfonds", "With a health insurance fund (mutuality)"}},
    {"insurer", "caami", {"À la CAAMI", "Bij de HZIV", "With the CAAMI-HZIV"}},
    {"insurer", "none", {"Nulle part", "Nergens", "Nowhere"}},
    {"work_exemption",
     "none",
     {"Aucune, ou je ne travaille pas", "Geen, of ik werk niet", "None, or I do not work"}},
    {"work_exemption", "general", {"Générale", "Algemeen", "General"}},
    {"work_exemption", "student", {"Étudiant", "Student", "Student"}},
    {"work_exemption", "shortage", {"Métier en pénurie", "Knelpuntberoep", "Shortage occupation"}},
    {"work_exemption", "artistic", {"Artiste", "Kunstenaar", "Artist"}},
    {"transfer_kind", "sale", {"Une vente", "Een verkoop", "A sale"}},
    {"transfer_kind", "gift", {"Une donation", "Een schenking", "A gift"}},
    {"",
     "eris",
     {"aide équivalente du CPAS", "equivalent leefloon van het OCMW", "equivalent aid of the CPAS"}},
    {"",
     "affiliate",
     {"vous inscrire d'abord à une mutualité ou à la CAAMI",
      "eerst aansluiten bij een ziekenfonds of de HZIV", "first join a health insurance fund or the CAAMI"}},
    {"", "automatic", {"d'office", "automatisch", "automatically"}},
    {"",
     "initiative",
     {"à l'initiative de la mutualité", "op initiatief van het ziekenfonds", "on the insurer's initiative"}},
    {"",
     "income_month",
     {"sur demande, selon les revenus du mois", "op aanvraag, volgens de inkomsten van de maand",
      "on request, by the income of the month"}},
    {"",
     "income_year",
     {"sur demande, selon les revenus de l'année", "op aanvraag, volgens de inkomsten van het jaar",
      "on request, by the income of the year"}},
    {"", "ask_cpas", {"à demander au CPAS", "te vragen aan het OCMW", "to be asked of the CPAS"}},
    {"",
     "insurance",
     {"votre mutualité paie vos soins", "uw ziekenfonds betaalt uw zorg",
      "your health insurance pays for care"}},
    {"",
     "fedasil",
     {"Fedasil prend vos soins en charge", "Fedasil neemt uw zorg ten laste", "Fedasil pays for your care"}},
    {"",
     "guarantor",
     {"votre garant ou votre assurance privée", "uw garant of privéverzekering",
      "your guarantor or private insurance"}},
};

const char *ask_word(const char *name, const char *word, ayant_language l)
{
    for (size_t i = 0; i < sizeof words / sizeof *words; i++)
        if (strcmp(words[i].word, word) == 0 && strcmp(words[i].fact, name) == 0)
            return words[i].said[l];
    return word;
}

/* "À propos de votre partenaire : ..." comes before. */
static const struct {
    const char *fact, *said[3];
} of_others[] = {
    {"birth_date",
     {"quelle est la date de naissance ?", "wat is de geboortedatum?", "what is the date of birth?"}},
    {"lives_in_belgium",
     {"cette personne vit-elle d'habitude en Belgique ?", "woont deze persoon gewoonlijk in België?",
      "does this person usually live in Belgium?"}},
    {"stay",
     {"quelle carte ou quel document cette personne a-t-elle pour vivre en Belgique ?",
      "welke kaart of welk document heeft deze persoon om in België te wonen?",
      "which card or document does this person have to live in Belgium?"}},
    {"civil_status",
     {"quel est l'état civil ?", "wat is de burgerlijke staat?", "what is the civil status?"}},
    {"partnership",
     {"ce couple est-il marié, en cohabitation légale, ou ni l'un ni l'autre ?",
      "is dit koppel gehuwd, wettelijk samenwonend, of geen van beide?",
      "is this couple married, legally cohabiting, or neither?"}},
    {"wage_net_month",
     {"combien cette personne gagne-t-elle par mois en travaillant, en net ? 0 si elle ne travaille pas.",
      "hoeveel verdient deze persoon netto per maand met werken? 0 als die niet werkt.",
      "how much does this person earn a month by working, net? 0 if not working."}},
    {"wage_gross_month",
     {"combien cette personne gagne-t-elle par mois en travaillant, en brut ? 0 si elle ne travaille pas.",
      "hoeveel verdient deze persoon bruto per maand met werken? 0 als die niet werkt.",
      "how much does this person earn a month by working, gross? 0 if not working."}},
    {"unemployment_month",
     {"combien de chômage cette personne reçoit-elle par mois ? 0 s'il n'y en a pas.",
      "hoeveel werkloosheidsuitkering krijgt deze persoon per maand? 0 als er geen is.",
      "how much unemployment benefit does this person have a month? 0 for none."}},
    {"unemployment_since",
     {"depuis quand cette personne est-elle au chômage ?", "sinds wanneer is deze persoon werkloos?",
      "since when has this person been unemployed?"}},
    {"sickness_month",
     {"combien cette personne reçoit-elle par mois de la mutualité parce qu'elle ne peut pas travailler ? 0 "
      "si rien.",
      "hoeveel krijgt deze persoon per maand van het ziekenfonds omdat die niet kan werken? 0 als er niets "
      "is.",
      "how much does the health insurance pay this person a month for being unable to work? 0 for nothing."}},
    {"incapacity_since",
     {"depuis quand cette personne ne peut-elle plus travailler ?",
      "sinds wanneer kan deze persoon niet meer werken?", "since when has this person been unable to work?"}},
    {"disability_allowance_month",
     {"combien d'allocation pour un handicap cette personne reçoit-elle par mois ? 0 s'il n'y en a pas.",
      "hoeveel tegemoetkoming voor een handicap krijgt deze persoon per maand? 0 als er geen is.",
      "how much disability allowance does this person have a month? 0 for none."}},
    {"pension_month",
     {"quelle pension belge cette personne reçoit-elle par mois, en brut ? 0 s'il n'y en a pas.",
      "hoeveel Belgisch pensioen krijgt deze persoon bruto per maand? 0 als er geen is.",
      "how much Belgian pension does this person have a month, gross? 0 for none."}},
    {"alimony_received_month",
     {"combien de pension alimentaire cette personne reçoit-elle pour elle-même par mois ? 0 si rien.",
      "hoeveel onderhoudsgeld krijgt deze persoon voor zichzelf per maand? 0 als er niets is.",
      "how much maintenance does this person have for themselves a month? 0 for none."}},
    {"other_income_month",
     {"cette personne reçoit-elle encore une autre somme par mois ? Combien ? 0 si rien.",
      "krijgt deze persoon nog een ander bedrag per maand? Hoeveel? 0 als er niets is.",
      "does this person have any other sum a month? How much? 0 for nothing."}},
    {"movable_capital",
     {"combien cette personne a-t-elle sur ses comptes et en épargne, pour sa part ?",
      "hoeveel heeft deze persoon op de rekeningen en als spaargeld, voor het eigen deel?",
      "how much does this person have in accounts and savings, their own share?"}},
    {"rc_dwelling",
     {"cette personne est-elle propriétaire de son logement ? Si oui, quel revenu cadastral (sa part) ? "
      "Sinon 0.",
      "is deze persoon eigenaar van de woning? Zo ja, welk kadastraal inkomen (eigen deel)? Anders 0.",
      "does this person own the home? If so, which cadastral income (own share)? Else 0."}},
    {"rc_built_other",
     {"cette personne a-t-elle une autre maison ou un autre appartement ? Si oui, quel revenu cadastral ? "
      "Sinon 0.",
      "heeft deze persoon nog een ander huis of appartement? Zo ja, welk kadastraal inkomen? Anders 0.",
      "does this person have another house or flat? If so, which cadastral income? Else 0."}},
    {"taxable_income_year",
     {"quel est le revenu imposable sur son dernier avertissement-extrait de rôle ?",
      "wat is het belastbaar inkomen op het laatste aanslagbiljet?",
      "what is the taxable income on the last tax assessment?"}},
    {"taxable_income_of",
     {"de quelle année sont ces revenus ?", "van welk jaar zijn deze inkomsten?",
      "of which year is that income?"}},
    {"insurer",
     {"cette personne est-elle inscrite dans une mutualité ou à la CAAMI ?",
      "is deze persoon aangesloten bij een ziekenfonds of bij de HZIV?",
      "is this person with a health insurance fund or the CAAMI?"}},
    {"titular",
     {"cette personne est-elle inscrite à la mutualité à son propre nom ?",
      "is deze persoon op eigen naam ingeschreven bij het ziekenfonds?",
      "is this person with the health insurance in their own name?"}},
    {"receives_ris",
     {"cette personne reçoit-elle le revenu d'intégration du CPAS ?",
      "krijgt deze persoon een leefloon van het OCMW?",
      "does this person receive the integration income of the CPAS?"}},
    {"receives_grapa",
     {"cette personne reçoit-elle la GRAPA ?", "krijgt deze persoon de IGO?",
      "does this person receive the income guarantee for older people (GRAPA)?"}},
    {"ris_month",
     {"combien de revenu d'intégration cette personne reçoit-elle par mois ?",
      "hoeveel leefloon krijgt deze persoon per maand?",
      "how much integration income does this person have a month?"}},
    {"ris_since",
     {"depuis quand cette personne reçoit-elle le revenu d'intégration ?",
      "sinds wanneer krijgt deze persoon een leefloon?",
      "since when does this person receive the integration income?"}},
    {"grapa_month",
     {"combien de GRAPA cette personne reçoit-elle par mois ?", "hoeveel IGO krijgt deze persoon per maand?",
      "how much GRAPA does this person have a month?"}},
    {"family_benefit_month",
     {"combien d'allocations familiales sont payées par mois pour cette personne ? 0 s'il n'y en a pas.",
      "hoeveel kinderbijslag wordt er per maand betaald voor deze persoon? 0 als er geen is.",
      "how much family benefit is paid a month for this person? 0 for none."}},
};

const char *ask_of_other(const char *name, ayant_language l)
{
    for (size_t i = 0; i < sizeof of_others / sizeof *of_others; i++)
        if (strcmp(of_others[i].fact, name) == 0)
            return of_others[i].said[l];
    return NULL;
}

/* ---- papers ---- */

typedef struct paper {
    const char
        *facts; /* names separated by spaces, with one at both ends; or "register " and its beginning */
    const char *said[3];
} paper;

static const paper papers[] = {
    {" wage_net_month wage_gross_month ",
     {"fiches de paie des trois derniers mois", "loonfiches van de laatste drie maanden",
      "pay slips of the last three months"}},
    {" unemployment_month unemployment_since unemployment_end ",
     {"attestation de chômage (syndicat ou CAPAC)", "attest van werkloosheid (vakbond of HVW)",
      "statement of unemployment benefit (union or CAPAC)"}},
    {" sickness_month incapacity_since invalid ",
     {"attestation d'indemnités de la mutualité", "attest van uitkeringen van het ziekenfonds",
      "statement of benefits of the health insurance fund"}},
    {" disability_allowance_month apa_month disabled_child_66 ",
     {"décision d'allocation ou de reconnaissance du handicap",
      "beslissing over de tegemoetkoming of erkenning van de handicap",
      "decision on the allowance or the recognition of the disability"}},
    {" pension_month pension_foreign_month grapa_month receives_grapa ",
     {"fiche de pension (MyPension, ou caisse étrangère)", "pensioenfiche (MyPension, of buitenlandse kas)",
      "pension statement (MyPension, or foreign fund)"}},
    {" alimony_received_month alimony_for_children_month alimony_paid_month ",
     {"jugement ou convention de pension alimentaire, et preuves de paiement",
      "vonnis of overeenkomst over onderhoudsgeld, en betalingsbewijzen",
      "judgment or agreement on maintenance, and proofs of payment"}},
    {" family_benefit_month family_benefit_recipient_id ",
     {"attestation d'allocations familiales", "attest van kinderbijslag", "statement of family benefit"}},
    {" movable_capital movable_income_year other_income_month gifts_regular_month exempt_income_month "
     "current_income_month housing_paid_by_third_party_month ",
     {"extraits de compte des trois derniers mois, épargne comprise",
      "rekeninguittreksels van de laatste drie maanden, ook van spaargeld",
      "bank statements of the last three months, savings included"}},
    {" rc_dwelling rc_built_other rc_unbuilt ",
     {"extrait du cadastre ou avertissement du précompte immobilier",
      "uittreksel van het kadaster of aanslag onroerende voorheffing",
      "cadastral extract or property tax notice"}},
    {" rent_received_year rent_month ", {"contrat de bail", "huurcontract", "lease"}},
    {" mortgage_interest_year ",
     {"attestation de la banque pour l'emprunt", "attest van de bank over de lening",
      "statement of the bank on the loan"}},
    {" transfer_10y transfer_value transfer_kind ",
     {"acte de vente ou de donation", "akte van verkoop of schenking", "deed of sale or gift"}},
    {" taxable_income_year taxable_income_of self_employed_net_year ",
     {"dernier avertissement-extrait de rôle (impôts)", "laatste aanslagbiljet (belastingen)",
      "last tax assessment"}},
    {" insurer titular titular_id receives_bim ",
     {"vignette ou attestation de la mutualité", "kleefbriefje of attest van het ziekenfonds",
      "sticker or statement of the health insurance fund"}},
    {" stay birth_date eu_stay_months ",
     {"carte d'identité ou document de séjour, si vous en avez un",
      "identiteitskaart of verblijfsdocument, als u er een hebt",
      "identity card or residence document, if you have one"}},
    {" partnership civil_status lives_in_belgium shares_budget ",
     {"composition de ménage (commune)", "samenstelling van het gezin (gemeente)",
      "household composition (town hall)"}},
    {" receives_ris ris_month ris_since ris_end equivalent_aid_since cpas_aid_month piis_signed "
     "work_exemption ",
     {"dernière décision du CPAS", "laatste beslissing van het OCMW", "last decision of the CPAS"}},
    {" study_grant_month student ",
     {"attestation de l'école ou de la bourse", "attest van de school of de studietoelage",
      "statement of the school or the grant"}},
    {" medical_need ",
     {"attestation d'un médecin ou d'un dentiste, si vous en avez une",
      "attest van een arts of tandarts, als u er een hebt",
      "certificate of a doctor or dentist, if you have one"}},
};

/* By the register that knows it, for facts the table does not name. */
static const struct {
    const char *register_begins, *said[3];
} by_register[] = {
    {"SPF Finances",
     {"dernier avertissement-extrait de rôle (impôts)", "laatste aanslagbiljet (belastingen)",
      "last tax assessment"}},
    {"Cadastre",
     {"extrait du cadastre ou avertissement du précompte immobilier",
      "uittreksel van het kadaster of aanslag onroerende voorheffing",
      "cadastral extract or property tax notice"}},
    {"DMFA",
     {"fiches de paie des trois derniers mois", "loonfiches van de laatste drie maanden",
      "pay slips of the last three months"}},
};

const char *ask_proof(const fact *f, ayant_language l)
{
    size_t length = strlen(f->name);

    for (size_t i = 0; i < sizeof papers / sizeof *papers; i++)
        for (const char *at = papers[i].facts; (at = strstr(at, f->name)); at++)
            if (at[-1] == ' ' && at[length] == ' ')
                return papers[i].said[l];
    for (size_t i = 0; f->source_register.fr && i < sizeof by_register / sizeof *by_register; i++)
        if (strncmp(f->source_register.fr, by_register[i].register_begins,
                    strlen(by_register[i].register_begins)) == 0)
            return by_register[i].said[l];
    return NULL;
}

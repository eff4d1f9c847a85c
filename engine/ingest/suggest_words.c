/*
 * Words of cells, by fact.
 *
 * A word that could mean two things is in no list: "carte A" does not say on
 * which ground somebody stays, "isolé" does not say whether one is divorced.
 */
#include "suggest_words.h"

const word_names suggest_words[] = {
    {"gender", "m", "M|H|Homme|Monsieur|Mr|masculin|man|mannelijk|de heer|1"},
    {"gender", "f", "F|V|Femme|Madame|Mme|féminin|vrouw|vrouwelijk|mevrouw|mevr.|2"},
    {"gender", "x", "X|autre|non binaire|non-binaire|andere|anders"},

    {SUGGEST_LINK, "reference",
     "chef de ménage|personne de "
     "référence|référence|titulaire|demandeur|demandeuse|referentiepersoon|gezinshoofd|"
     "hoofd van het gezin|aanvrager|PR|01|1"},
    {SUGGEST_LINK, "spouse",
     "conjoint|conjointe|conjoint(e)|époux|épouse|époux(se)|mari|femme|echtgenoot|echtgenote|echtgeno(o)t(e)|"
     "echtgeno(o)t|man|vrouw|02|2"},
    {SUGGEST_LINK, "legal",
     "cohabitant légal|cohabitante légale|cohabitant(e) légal(e)|wettelijk samenwonend|wettelijk "
     "samenwonende|"
     "wettelijke partner"},
    {SUGGEST_LINK, "de_facto",
     "cohabitant de fait|cohabitante de fait|cohabitant(e) de fait|concubin|concubine|compagnon|compagne|"
     "feitelijk samenwonend|feitelijk samenwonende"},
    {SUGGEST_LINK, "partner",
     "partenaire|cohabitant|cohabitante|cohabitant(e)|partner|levenspartner|samenwonende partner"},
    {SUGGEST_LINK, "child", "enfant|fils|fille|fils/fille|kind|zoon|dochter|zoon/dochter|03|3"},
    {SUGGEST_LINK, "parent", "parent|père|mère|père/mère|ouder|vader|moeder|vader/moeder|ascendant"},
    {SUGGEST_LINK, "grandparent",
     "grand-parent|grand-père|grand-mère|grands-parents|grootouder|grootvader|grootmoeder"},
    {SUGGEST_LINK, "grandchild",
     "petit-enfant|petit enfant|petit-fils|petite-fille|petits-enfants|kleinkind|kleinzoon|kleindochter"},
    {SUGGEST_LINK, "sibling",
     "frère|soeur|sœur|frère/soeur|frère/sœur|frère-sœur|frère-soeur|frère soeur|frère ou "
     "sœur|broer|zus|broer/zus|zuster|"
     "broer of zus"},
    {SUGGEST_LINK, "parent_in_law", "schoonvader|schoonmoeder|schoonouder"},
    {SUGGEST_LINK, "child_in_law", "gendre|bru|schoonzoon|schoondochter|schoonkind"},
    {SUGGEST_LINK, "other_relative",
     "autre parent|autre membre de la famille|oncle|tante|neveu|nièce|cousin|cousine|famille|ander "
     "familielid|oom|"
     "neef|nicht|familielid"},
    {SUGGEST_LINK, "unrelated",
     "non apparenté|non apparentée|non apparenté(e)|sans lien|colocataire|niet verwant|geen "
     "verwant|huisgenoot|12"},

    {"civil_status", "single", "célibataire|ongehuwd|alleenstaand ongehuwd|vrijgezel|C|célib.|celib"},
    {"civil_status", "married", "marié|mariée|marié(e)|gehuwd|getrouwd|M|remarié|remariée|hertrouwd"},
    {"civil_status", "legally_cohabiting",
     "cohabitant légal|cohabitante légale|cohabitant(e) légal(e)|cohabitation légale|wettelijk samenwonend|"
     "wettelijke samenwoning|CL"},
    {"civil_status", "divorced", "divorcé|divorcée|divorcé(e)|gescheiden|uit de echt gescheiden|D"},
    {"civil_status", "widowed",
     "veuf|veuve|veuf/veuve|veuf(ve)|weduwe|weduwnaar|weduwe/weduwnaar|weduw(e)naar|verweduwd|V"},
    {"civil_status", "separated",
     "séparé|séparée|séparé(e)|séparé de corps|séparé de fait|séparée de fait|séparé(e) de fait|feitelijk "
     "gescheiden|"
     "gescheiden van tafel en bed|S"},

    {"stay", "belgian", "belge|belg|belgisch|nationalité belge|belgische nationaliteit|BE"},
    {"stay", "eu",
     "UE|EU|U.E.|E.U.|citoyen UE|citoyen de l'UE|citoyen(ne) UE|citoyen européen|EU-burger|burger EU|EU "
     "burger|européen|"
     "burger van de Unie|citoyen de l'Union|ressortissant UE"},
    {"stay", "refugee",
     "réfugié|réfugiée|réfugié(e)|réfugié reconnu|vluchteling|erkend vluchteling|erkende vluchteling"},
    {"stay", "subsidiary", "protection subsidiaire|subsidiaire bescherming|subsidiair beschermd|subsidiaire"},
    {"stay", "stateless", "apatride|staatloos|staatloze"},
    {"stay", "population_register",
     "registre de la population|registre population|bevolkingsregister|établi|gevestigd|inscrit au registre "
     "de la population"},
    {"stay", "foreigners_register",
     "registre des étrangers|registre étrangers|vreemdelingenregister|inscrit au registre des étrangers"},
    {"stay", "temporary_protection",
     "protection temporaire|tijdelijke bescherming|tijdelijk beschermde|protection temporaire ukraine"},
    {"stay", "asylum_seeker",
     "demandeur d'asile|demandeuse d'asile|demandeur(se) d'asile|demandeur de protection "
     "internationale|asielzoeker|"
     "verzoeker internationale bescherming|verzoeker om internationale bescherming|registre "
     "d'attente|wachtregister"},
    {"stay", "short_stay", "court séjour|visa|touriste|kort verblijf|toerist"},
    {"stay", "irregular",
     "irrégulier|irrégulière|séjour irrégulier|sans papiers|sans-papiers|sans titre|sans titre de "
     "séjour|onregelmatig|"
     "onregelmatig verblijf|zonder papieren|zonder wettig verblijf|onwettig verblijf"},

    {"address_kind", "own", "logement propre|domicile|propre|chez soi|eigen woning|eigen adres|woning"},
    {"address_kind", "reference", "adresse de référence|référence|referentieadres"},
    {"address_kind", "shelter",
     "centre d'accueil|maison d'accueil|hébergement|opvangcentrum|opvang|onthaaltehuis"},
    {"address_kind", "third_party",
     "chez un tiers|chez des tiers|hébergé|hébergé par un tiers|bij derden|bij iemand"},
    {"address_kind", "street", "rue|à la rue|sans abri|sans-abri|SDF|dakloos|op straat"},
    {"address_kind", "institution", "institution|maison de repos|hôpital|prison|instelling|rusthuis"},

    {"language", "fr", "F|FR|français|française|francophone|Frans|franstalig"},
    {"language", "nl", "N|NL|néerlandais|néerlandophone|Nederlands|nederlandstalig"},

    {"insurer", "mutuality",
     "mutualité|mutuelle|mutualité chrétienne|MC|CM|christelijke mutualiteit|Mutualité socialiste|Solidaris|"
     "Solidaris Brabant|FMSB|socialistische mutualiteit|De Voorzorg|Bond Moyson|mutualité libérale|"
     "liberale mutualiteit|LM|LM Plus|Mutplus|MutPlus.be|mutualité neutre|mutualités neutres|neutraal "
     "ziekenfonds|"
     "Neutraal Ziekenfonds Vlaanderen|VNZ|mutualités libres|Partenamut|Partena|Partena Ziekenfonds|Helan|OZ|"
     "Omnimut|Euromut|Mutualia|Symbio|La Mutuelle Neutre|mutualité professionnelle et libre|"
     "onafhankelijk ziekenfonds|HR Rail|caisse des soins de santé HR Rail|100|200|300|400|500|900"},
    {"insurer", "caami",
     "CAAMI|HZIV|CAAMI/HZIV|HZIV/CAAMI|caisse auxiliaire|hulpkas|caisse auxiliaire d'assurance "
     "maladie-invalidité|"
     "hulpkas voor ziekte- en invaliditeitsverzekering|600"},
    {"insurer", "none",
     "aucune|aucun|sans|pas de mutuelle|non affilié|non affiliée|geen|geen ziekenfonds|"
     "niet aangesloten"},
};

const size_t suggest_word_count = sizeof suggest_words / sizeof *suggest_words;

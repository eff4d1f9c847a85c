-- The one figure urgent medical aid has. There is no income threshold in law, and none may be added here.

local union = source "cc-2014-95"

parameter "amu.eu_months" {
  label = { fr = "Premiers mois de séjour sans aide sociale (citoyen de l'Union)", nl = "Eerste maanden verblijf zonder maatschappelijke hulp (burger van de Unie)" },
  unit = "count", law = union "dispositif",
  series = {
    { from = "2014-06-30", value = "3", status = "verified", source = "vreemdelingenrecht.be, agii.be: circulaire du 5 août 2014" },
  },
}

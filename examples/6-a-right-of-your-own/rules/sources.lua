-- sources.lua: the texts of law that the rules cite.
source "energy-act" { label = { fr = "Loi-programme du 27 avril 2007", nl = "Programmawet van 27 april 2007" } }

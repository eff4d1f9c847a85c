-- energy/parameters.lua: figures and choices of the law, dated.
parameter "energy.bim_opens" { unit = "truth", law = source "energy-act" "art. 4",
  label = { fr = "Le BIM ouvre le tarif social", nl = "De VT geeft recht op het sociaal tarief" },
  series = {
    { from = "2007-07-01", value = "no", status = "unverified", source = "from memory: read the text" },
    { from = "2021-02-01", value = "yes", status = "unverified", source = "from memory: read the decree" },
    { from = "2023-07-01", value = "no", status = "unverified", source = "from memory: read the decree" },
  },
}

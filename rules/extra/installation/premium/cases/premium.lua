-- Installation premium: who, once, how much.

local function person(t)
  local p = {
    lives_in_belgium = "yes", stay = "belgian", birth_date = "1985-05-05", receives_ris = "yes", ris_since = "2024-10-01",
    former_homeless_new_dwelling = "yes", installation_premium_received = "no",
  }
  for name, value in pairs(t) do
    if value == "" then p[name] = nil else p[name] = value end
  end
  return p
end

local law = "Loi du 26 mai 2002, art. 14, § 3"

local function moves(title, t, expect, strict)
  case(title) { on = "2025-02-01", cites = law, strict = strict or false, persons = { person(t) }, expect = expect }
end

moves("out of the street into a flat, with RIS, never had the premium", {},
  { installation_premium = "yes", ["installation_premium.finding"] = "likely", ["installation_premium.route"] = "premium",
    ["installation_premium.sum"] = "1776.07" })
moves("had it ten years ago: once in a lifetime", { installation_premium_received = "yes" },
  { installation_premium = "no", ["installation_premium.finding"] = "none" })
moves("whether it was had before is not known: to ask", { installation_premium_received = "" },
  { installation_premium = "unknown", ["installation_premium.finding"] = "possible",
    ["installation_premium.missing"] = "installation_premium_received" })
moves("nothing said of homelessness: no, so that lists are not flooded",
  { former_homeless_new_dwelling = "", installation_premium_received = "", receives_ris = "" },
  { installation_premium = "no", ["installation_premium.finding"] = "none" })
moves("the same record, strictly: to ask", { former_homeless_new_dwelling = "", installation_premium_received = "" },
  { installation_premium = "unknown", ["installation_premium.missing"] = "former_homeless_new_dwelling" }, true)
moves("moves from one dwelling to another", { former_homeless_new_dwelling = "no" }, { installation_premium = "no" })
moves("out of the street, without RIS: the CPAS is to be asked, not a bare no", { receives_ris = "no", ris_since = "" },
  { installation_premium = "no", ["installation_premium.ask_first"] = "yes", ["installation_premium.route"] = "ask_cpas" })
moves("out of the street, without RIS, premium before not known: to the CPAS all the same",
  { receives_ris = "no", ris_since = "", installation_premium_received = "" },
  { installation_premium = "no", ["installation_premium.ask_first"] = "yes", ["installation_premium.route"] = "ask_cpas" })
moves("out of the street, without RIS, had the premium: nowhere to send", { receives_ris = "no", ris_since = "", installation_premium_received = "yes" },
  { installation_premium = "no", ["installation_premium.ask_first"] = "no" })
moves("out of the street, whether RIS is received is not known", { receives_ris = "", ris_since = "" },
  { installation_premium = "unknown", ["installation_premium.missing"] = "receives_ris" })

for _, row in ipairs { { "2025-01-31", "1741.29" }, { "2025-02-01", "1776.07" }, { "2026-02-28", "1776.07" }, { "2026-03-01", "1811.57" } } do
  case("sum of the premium on " .. row[1]) {
    on = row[1], cites = law .. ": one month of the family amount, also for somebody alone",
    persons = { person {} }, expect = { ["installation_premium.sum"] = row[2] },
  }
end

case "the premium changes nothing in the four other rights" {
  on = "2025-02-01", cites = law,
  persons = { person {} },
  expect = { ["ris.finding"] = "receiving", ["bim.automatic"] = "yes", grapa = "no" },
}

-- Amounts of every index date and every rise, and what held the day before.
-- A person without any resources receives the amount of the category: the amounts are those pages print.

local function person(t)
  local p = {
    lives_in_belgium = "yes", stay = "belgian", birth_date = "1980-05-05", receives_ris = "no", receives_grapa = "no",
    wage_net_month = 0, unemployment_month = 0, sickness_month = 0, disability_allowance_month = 0, pension_month = 0,
    alimony_received_month = 0, other_income_month = 0, movable_capital = 0, rc_dwelling = 0, rc_built_other = 0,
  }
  for name, value in pairs(t) do p[name] = value end
  return p
end

-- from, day before, cohabitant, isolated, family, where the three monthly amounts are printed (or how they are computed)
local dates = {
  { "2013-09-01", nil, "544.91", "817.36", "1089.82", "base x 1.3195" },
  { "2015-09-01", "2015-08-31", "555.81", "833.71", "1111.62", "base x 1.3195" },
  { "2016-04-01", "2016-03-31", "566.92", "850.39", "1133.85", "base x 1.3195" },
  { "2016-06-01", "2016-05-31", "578.27", "867.40", "1156.53", "bruxelles-j.be, June 2016" },
  { "2017-06-01", "2017-05-31", "589.82", "884.74", "1179.65", "ocmwsintniklaas.be" },
  { "2017-09-01", "2017-08-31", "595.13", "892.70", "1190.27", "ocmwbredene.be" },
  { "2018-07-01", "2018-06-30", "595.13", "892.70", "1230.27", "base x 1.3728; family amount alone raised" },
  { "2018-09-01", "2018-08-31", "607.01", "910.52", "1254.82", "vvsg.be, leefloonbedragen 1-09-2018" },
  { "2019-07-01", "2019-06-30", "619.15", "928.73", "1254.82", "centenvoorstudenten.be, July 2019" },
  { "2020-01-01", "2019-12-31", "626.74", "940.11", "1270.51", "base x 1.4002" },
  { "2020-03-01", "2020-02-29", "639.27", "958.91", "1295.91", "centenvoorstudenten.be, 2020" },
  { "2021-01-01", "2020-12-31", "656.45", "984.68", "1330.74", "mi-is.be, augmentation au 1er janvier 2021" },
  { "2021-07-01", "2021-06-30", "669.58", "1004.37", "1357.36", "base x 1.4282" },
  { "2021-09-01", "2021-08-31", "682.99", "1024.49", "1384.54", "base x 1.4568" },
  { "2022-01-01", "2021-12-31", "714.86", "1072.30", "1449.15", "vvsg.be, 26-01-2022" },
  { "2022-03-01", "2022-02-28", "729.20", "1093.80", "1478.22", "base x 1.5157" },
  { "2022-05-01", "2022-04-30", "743.78", "1115.67", "1507.77", "inforjeunesmons.be" },
  { "2022-08-01", "2022-07-31", "758.64", "1137.97", "1537.90", "schoten.be; ocmwevere.brussels" },
  { "2022-11-01", "2022-10-31", "773.80", "1160.70", "1568.62", "vvsg.be, 8-11-2022" },
  { "2022-12-01", "2022-11-30", "789.29", "1183.94", "1600.03", "bruxelles-j.be, December 2022" },
  { "2023-01-01", "2022-12-31", "809.42", "1214.13", "1640.83", "bruxelles-j.be, January 2023" },
  { "2023-07-01", "2023-06-30", "825.61", "1238.41", "1673.65", "trends.knack.be, August 2023" },
  { "2023-11-01", "2023-10-31", "842.12", "1263.17", "1707.11", "cpasevere.brussels" },
  { "2024-05-01", "2024-04-30", "858.97", "1288.46", "1741.29", "centenvoorstudenten.be, May 2024" },
  { "2025-02-01", "2025-01-31", "876.13", "1314.20", "1776.07", "bdas-wwsb.brussels; cpassivryrance.be" },
  { "2026-03-01", "2026-02-28", "893.65", "1340.47", "1811.57", "base x 1.7758" },
}

local function amounts(title, on, row)
  local cites = "Loi du 26 mai 2002, art. 14, § 1, et art. 15; " .. row[6]

  case("alone without income, " .. title) {
    on = on, cites = cites,
    persons = { person {} },
    expect = { ["ris.category"] = "isolated", ["ris.monthly"] = row[4], ris = "yes", ["ris.amount_high"] = row[4] },
  }
  case("two friends who keep house together, " .. title) {
    on = on, cites = cites,
    persons = { person {}, person { birth_date = "1982-02-02" } },
    household = { shares_budget = "yes" }, relations = { { "p1", "p2", "unrelated" } },
    expect = { ["ris.category"] = "cohabitant", ["ris.monthly"] = row[3], ris = "yes" },
  }
  case("alone with a small child, " .. title) {
    on = on, cites = cites,
    persons = { person {}, person { birth_date = "2013-01-01", mother_id = "p1" } },
    expect = { ["ris.category"] = "family", ["ris.monthly"] = row[5], ris = "yes" },
  }
end

for i, row in ipairs(dates) do
  amounts("on " .. row[1], row[1], row)
  if row[2] then
    local before = dates[i - 1]

    amounts("on " .. row[2] .. ", the day before a rise", row[2], before)
  end
end

case "the last amounts known hold until a rise is seen" {
  on = "2026-10-01", cites = "The index forecast for October 2026 is not in force",
  persons = { person {} }, expect = { ["ris.monthly"] = "1340.47" },
}

case "the first of January 2024 changes nothing: the fourth rise was not granted" {
  on = "2024-01-01", cites = "cpasevere.brussels; amounts of 2024",
  persons = { person {} }, expect = { ["ris.monthly"] = "1263.17" },
}

case "before the first amount known, the amount is unknown" {
  on = "2013-08-31", cites = "Amounts before September 2013 are left out",
  persons = { person {} }, expect = { ris = "unknown" },
}

case "a family amount whose first day was not read is probable" {
  on = "2018-07-01", cites = "vvsg.be, leefloonbedragen 1-09-2018: the base, not its first day",
  persons = { person {}, person { birth_date = "2013-01-01", mother_id = "p1" } },
  expect = { ris = "yes", ["ris.certainty"] = "probable" },
}

case "an amount printed by an official page is certain" {
  on = "2025-02-01", cites = "bdas-wwsb.brussels; cpassivryrance.be",
  persons = { person {} }, expect = { ris = "yes", ["ris.certainty"] = "certain" },
}

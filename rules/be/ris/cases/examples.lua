-- Published calculations, and calculations made from published rules. Amounts of the category on the date of each case.

local function person(t)
  local p = {
    lives_in_belgium = "yes", stay = "belgian", birth_date = "1985-05-05", receives_ris = "no", receives_grapa = "no",
    wage_net_month = 0, unemployment_month = 0, sickness_month = 0, disability_allowance_month = 0, pension_month = 0,
    alimony_received_month = 0, other_income_month = 0, movable_capital = 0, rc_dwelling = 0, rc_built_other = 0,
  }
  for name, value in pairs(t) do p[name] = value end
  return p
end

case "sharing a flat and a household, 300 EUR a month from parents who live elsewhere" {
  on = "2025-02-01", cites = "bdas-wwsb.brussels: 3,600 - 155 = 3,445; 7,068.60 a year",
  persons = { person { gifts_regular_month = 300 }, person { birth_date = "1990-01-01" } },
  household = { shares_budget = "yes" }, relations = { { "p1", "p2", "unrelated" } },
  expect = { ["ris.resources"] = "3600.00", ["ris.yearly"] = "7068.60", ["ris.monthly"] = "589.05", ris = "yes",
             ["ris.finding"] = "likely", ["ris.route"] = "ris" },
}

case "student alone with a student job of 400 EUR net" {
  on = "2022-01-01", cites = "droitsquotidiens.be: 400 - 264.13 - 20.83 = 115.04 counted",
  persons = { person { birth_date = "2002-03-03", student = "yes", piis_signed = "yes", work_exemption = "student",
                       wage_net_month = 400 } },
  expect = { ["ris.wage_counted"] = "1630.44", ["ris.monthly"] = "957.26", ris = "yes" },
}

case "owner of the house one lives in, cadastral income 1,250" {
  on = "2025-02-01", cites = "droitsquotidiens.be: (1,250 - 750) x 3 = 1,500; 1,250 deducted a year",
  persons = { person { rc_dwelling = 1250 } },
  expect = { ["ris.property_built"] = "1500.00", ["ris.yearly"] = "14520.41", ["ris.monthly"] = "1210.03" },
}

case "owner with one child, cadastral income 850: nothing counted" {
  on = "2025-02-01", cites = "adasasbl.be 18-04-2020",
  persons = { person { rc_dwelling = 850 },
              person { birth_date = "2018-01-01", mother_id = "p1", family_benefit_recipient_id = "p1", family_benefit_month = 180 } },
  expect = { ["ris.property_built"] = "0.00", ["ris.monthly"] = "1776.07" },
}

case "owner alone, cadastral income 2,000" {
  on = "2025-02-01", cites = "adasasbl.be; bdas-wwsb.brussels: (2,000 - 750) x 3",
  persons = { person { rc_dwelling = 2000 } },
  expect = { ["ris.property_built"] = "3750.00", ["ris.monthly"] = "1022.53" },
}

case "a field with a cadastral income of 350" {
  on = "2025-02-01", cites = "bdas-wwsb.brussels: (350 - 30) x 3",
  persons = { person { rc_unbuilt = 350 } },
  expect = { ["ris.property_unbuilt"] = "960.00", ["ris.monthly"] = "1255.03" },
}

for _, row in ipairs {
  { "5500", "0.00" }, { "6200", "0.00" }, { "6201", "0.06" }, { "10500", "258.00" }, { "12500", "378.00" },
  { "12501", "378.10" }, { "25500", "1678.00" }, { "29780", "2106.00" },
} do
  case("savings of " .. row[1] .. " EUR give " .. row[2] .. " EUR a year, and exclude nobody") {
    on = "2025-02-01", cites = "AR 11 juillet 2002, art. 27; bdas-wwsb.brussels; adasasbl.be 06-04-2020",
    persons = { person { movable_capital = row[1] } },
    expect = { ["ris.capital_income"] = row[2], ris = "yes" },
  }
end

case "couple without child, one at work for 200 EUR with exemption, the other earns 1,100" {
  on = "2025-02-01", cites = "bdas-wwsb.brussels: own 200 - 309.48 gives 0; partner 1,100 - 876.13 = 223.87",
  persons = { person { partner_id = "p2", partnership = "married", wage_net_month = 200, work_exemption = "general" },
              person { partner_id = "p1", partnership = "married", wage_net_month = 1100 } },
  household = { shares_budget = "yes" },
  expect = { ["ris.category"] = "cohabitant", ["ris.own_income"] = "0.00", ["ris.partner_counted"] = "2686.40",
             ["ris.monthly"] = "665.18" },
}

case "adult living with the mother (900 EUR) and an adult sister (850 EUR)" {
  on = "2022-12-01", cites = "inforjeunes.be/thematique/cpas: 2 x 789.29 - 900, and the flat exemption the page leaves out",
  persons = { person { birth_date = "2000-01-01", mother_id = "p2" },
              person { birth_date = "1965-01-01", other_income_month = 900 },
              person { birth_date = "1998-01-01", mother_id = "p2", wage_net_month = 850 } },
  household = { shares_budget = "yes" },
  expect = { ["ris.category"] = "cohabitant", ["ris.debtors_counted"] = "1328.54", ["ris.debtors_matter"] = "yes",
             ["ris.monthly"] = "691.49" },
}

case "shortage job at 1,500 EUR net: 1,056.48 counted" {
  on = "2025-02-01", cites = "droitsquotidiens.be, métier en pénurie",
  persons = { person { wage_net_month = 1500, work_exemption = "shortage" } },
  expect = { ["ris.wage_counted"] = "12677.76", ["ris.monthly"] = "278.55" },
}

case "the same wage with the general exemption" {
  on = "2025-02-01", cites = "AR 11 juillet 2002, art. 35; 309.48 a month",
  persons = { person { wage_net_month = 1500, work_exemption = "general" } },
  expect = { ["ris.monthly"] = "144.51" },
}

case "couple with a child, the partner earns 800: the whole is counted" {
  on = "2025-02-01", cites = "mi-is.be FAQ, art. 34",
  persons = { person { partner_id = "p2", partnership = "de_facto" },
              person { partner_id = "p1", partnership = "de_facto", wage_net_month = 800 },
              person { birth_date = "2019-01-01", mother_id = "p1", father_id = "p2" } },
  household = { shares_budget = "yes" },
  expect = { ["ris.category"] = "family", ["ris.partner_counted"] = "9600.00", ["ris.monthly"] = "1001.91" },
}

case "adult student with two parents, 1,500 and 250 EUR: one pool, nothing counted" {
  on = "2025-02-01", cites = "Cass. 18-11-2019, S.19.0021.F: 1,750 < 2 x 876.13",
  persons = { person { birth_date = "2004-01-01", mother_id = "p2", father_id = "p3" },
              person { birth_date = "1970-01-01", wage_net_month = 1500, partner_id = "p3", partnership = "married" },
              person { birth_date = "1969-01-01", unemployment_month = 250, unemployment_since = "2020-01-01",
                       partner_id = "p2", partnership = "married" } },
  household = { shares_budget = "yes" },
  expect = { ["ris.debtors_counted"] = "0.00", ["ris.debtors_matter"] = "no", ["ris.monthly"] = "876.13" },
}

case "adult grandchild living with the grandmother, before the reform: nothing counted" {
  on = "2026-02-28", cites = "AR 11 juillet 2002, art. 34 before 1-03-2026",
  persons = { person { birth_date = "2003-01-01" }, person { birth_date = "1950-01-01", pension_month = 1300 } },
  household = { shares_budget = "yes" }, relations = { { "p2", "p1", "grandparent" } },
  expect = { ["ris.debtors_counted"] = "0.00", ["ris.monthly"] = "876.13" },
}

case "adult grandchild living with the grandmother, from the reform: pension of 1,300 counted" {
  on = "2026-03-01", cites = "AR 7 janvier 2026; cpasconnect.be",
  persons = { person { birth_date = "2003-01-01" }, person { birth_date = "1950-01-01", pension_month = 1300 } },
  household = { shares_budget = "yes" }, relations = { { "p2", "p1", "grandparent" } },
  expect = { ["ris.debtors_counted"] = "4876.25", ["ris.monthly"] = "500.21" },
}

case "adult student with one parent on 1,400 who receives 180 of family benefit for him, from the reform" {
  on = "2026-03-01", cites = "AR 7 janvier 2026; cpasuccle.be: family benefit received for the applicant counts",
  persons = { person { birth_date = "2005-01-01", mother_id = "p2", family_benefit_month = 180, family_benefit_recipient_id = "p2" },
              person { birth_date = "1975-01-01", wage_net_month = 1400 } },
  household = { shares_budget = "yes" },
  expect = { ["ris.debtors_counted"] = "8236.25", ["ris.monthly"] = "220.21" },
}

case "the same student without family benefit" {
  on = "2026-03-01", cites = "AR 7 janvier 2026",
  persons = { person { birth_date = "2005-01-01", mother_id = "p2" },
              person { birth_date = "1975-01-01", wage_net_month = 1400 } },
  household = { shares_budget = "yes" },
  expect = { ["ris.monthly"] = "400.21" },
}

case "the same student with family benefit, the day before the reform" {
  on = "2026-02-28", cites = "AR 11 juillet 2002, art. 22, § 1, and art. 34 before 1-03-2026",
  persons = { person { birth_date = "2005-01-01", mother_id = "p2", family_benefit_month = 180, family_benefit_recipient_id = "p2" },
              person { birth_date = "1975-01-01", wage_net_month = 1400 } },
  household = { shares_budget = "yes" },
  expect = { ["ris.debtors_counted"] = "6286.40", ["ris.monthly"] = "365.18" },
}

case "single parent of two, 1,100 EUR net with exemption" {
  on = "2025-02-01", cites = "AR 11 juillet 2002, art. 35 and 22, § 2",
  persons = { person { wage_net_month = 1100, work_exemption = "general" },
              person { birth_date = "2015-01-01", mother_id = "p1" }, person { birth_date = "2018-01-01", mother_id = "p1" } },
  expect = { ["ris.category"] = "family", ["ris.monthly"] = "1011.39" },
}

case "alone on a sickness benefit of 1,100 EUR: a top-up is due" {
  on = "2025-02-01", cites = "Loi du 26 mai 2002, art. 14, § 2",
  persons = { person { sickness_month = 1100, incapacity_since = "2024-06-01" } },
  expect = { ["ris.monthly"] = "235.03", ris = "yes" },
}

case "one cent below the amount: the flat exemption is what is left" {
  on = "2025-02-01", cites = "AR 11 juillet 2002, art. 22, § 2",
  persons = { person { self_employed_net_year = "15770.40" } },
  expect = { ["ris.in_need"] = "yes", ["ris.yearly"] = "250.01", ["ris.monthly"] = "20.83", ris = "yes" },
}

case "resources equal to the amount: nothing" {
  on = "2025-02-01", cites = "Loi du 26 mai 2002, art. 3, 4°",
  persons = { person { self_employed_net_year = "15770.41" } },
  expect = { ["ris.in_need"] = "no", ["ris.monthly"] = "0.00", ris = "no", ["ris.finding"] = "none" },
}

case "one cent above the amount: nothing" {
  on = "2025-02-01", cites = "Loi du 26 mai 2002, art. 3, 4°",
  persons = { person { self_employed_net_year = "15770.42" } },
  expect = { ["ris.in_need"] = "no", ["ris.flat_exemption"] = "0.00", ris = "no" },
}

case "a flat let for 4,800 EUR a year: the rent is higher than three times the cadastral income" {
  on = "2025-02-01", cites = "AR 11 juillet 2002, art. 26",
  persons = { person { rc_built_other = 1000, rent_received_year = 4800 } },
  expect = { ["ris.property_built"] = "4800.00", ["ris.monthly"] = "935.03" },
}

case "free dwelling worth 250 EUR a month, given by somebody who lives elsewhere" {
  on = "2025-02-01", cites = "AR 11 juillet 2002, art. 33; terralaboris.be article1162",
  persons = { person { housing_paid_by_third_party_month = 250 } },
  expect = { ["ris.other_income"] = "3000.00", ["ris.monthly"] = "1085.03" },
}

case "child in alternating custody: the family amount, in full" {
  on = "2022-07-01", cites = "Cass. 27-06-2022, S.20.0015.F",
  persons = { person {}, person { birth_date = "2014-01-01", father_id = "p1" } },
  expect = { ["ris.category"] = "family", ["ris.monthly"] = "1507.77" },
}

case "friends who share a flat, each with his own purse: isolated, and the friend's income is ignored" {
  on = "2025-02-01", cites = "primabook.mi-is.be, catégories",
  persons = { person {}, person { wage_net_month = 2500 } },
  household = { shares_budget = "no" }, relations = { { "p1", "p2", "unrelated" } },
  expect = { ["ris.category"] = "isolated", ["ris.resources"] = "0.00", ["ris.monthly"] = "1314.20" },
}

-- The pivot coefficient of social benefits, shared by RIS, GRAPA and BIM.
-- Always true: coefficient = 1.02^n rounded to four decimals; base amounts stand at 103.14 (base 1996 = 100), n = 0.
-- A coefficient computed by that rule for a date read in a page is `verified` when an amount printed from that date
-- reproduces it to the cent, `derived` otherwise. Left out: coefficients before December 2012, and the rise forecast
-- for 2026-10-01 (n = 30, 1.8114), which has not been seen in force: the row of 2026-03-01 holds.

local act = source "loi-1971-08-02"

parameter "index.coefficient" {
  label = { fr = "Coefficient d'indexation (indice-pivot 103,14)", nl = "Indexeringscoëfficiënt (spilindex 103,14)" },
  unit = "number", law = act "art. 4",
  series = {
    { from = "2012-12-01", value = "1.3195", status = "derived", source = "1.02^14; amounts of 2015 and 2016" },
    { from = "2016-06-01", value = "1.3459", status = "verified", source = "1.02^15; RIS amounts of June 2016, bruxelles-j.be" },
    { from = "2017-06-01", value = "1.3728", status = "verified", source = "1.02^16; RIS amounts of June 2017, ocmwsintniklaas.be" },
    { from = "2018-09-01", value = "1.4002", status = "verified", source = "1.02^17; RIS amounts of September 2018, vvsg.be" },
    { from = "2020-03-01", value = "1.4282", status = "verified", source = "1.02^18; RIS amounts of 2020, centenvoorstudenten.be" },
    { from = "2021-09-01", value = "1.4568", status = "verified", source = "1.02^19; rtl.be October 2021; GRAPA amounts, creno.be" },
    { from = "2022-01-01", value = "1.4859", status = "verified", source = "1.02^20; RIS amounts of 26-01-2022, vvsg.be" },
    { from = "2022-03-01", value = "1.5157", status = "derived", source = "1.02^21; between two verified pivots" },
    { from = "2022-05-01", value = "1.5460", status = "verified", source = "1.02^22; RIS amounts of May 2022, inforjeunesmons.be" },
    { from = "2022-08-01", value = "1.5769", status = "verified", source = "1.02^23; RIS amounts of August 2022, schoten.be" },
    { from = "2022-11-01", value = "1.6084", status = "verified", source = "1.02^24; RIS amounts of 8-11-2022, vvsg.be" },
    { from = "2022-12-01", value = "1.6406", status = "verified", source = "1.02^25; RIS amounts of December 2022, bruxelles-j.be" },
    { from = "2023-11-01", value = "1.6734", status = "verified", source = "1.02^26; RIS amounts of November 2023, cpasevere.brussels" },
    { from = "2024-05-01", value = "1.7069", status = "verified", source = "1.02^27; RIS amounts of May 2024, centenvoorstudenten.be" },
    { from = "2025-02-01", value = "1.7410", status = "verified", source = "1.02^28; RIS amounts of February 2025, cpassivryrance.be" },
    { from = "2026-03-01", value = "1.7758", status = "derived", source = "1.02^29; pivot passed in December 2025, third month after" },
  },
}

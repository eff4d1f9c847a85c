-- BIM: a person of the Observatory's field interviews, told again with made-up facts. What one already has is not offered.

case "vignette F1: woman of 74 who has the BIM already: nothing to find" {
  on = "2025-02-01", cites = "Vignette F1 of the Observatory's field interviews: already BIM; contributions of the complementary insurance unpaid",
  persons = { { birth_date = "1951-01-01", lives_in_belgium = "yes", stay = "belgian", insurer = "mutuality", receives_bim = "yes" } },
  expect = { ["bim.finding"] = "receiving" },
}

-- A formula has no loops: it is compiled for all people at once.

variable "t.sum" {
  entity = "person", type = "money", per = "month",
  label = { fr = "Essai", nl = "Proef" },
  formula = function(person, param)
    local total = euro(0)
    while total < euro(100) do
      total = total + person.wage_net_month
    end
    return total
  end,
}

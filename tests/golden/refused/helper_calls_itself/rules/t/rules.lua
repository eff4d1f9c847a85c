-- Recursion has no bound that can be read.

local f
function f(person)
  return f(person)
end

variable "t.loop" {
  entity = "person", type = "money", per = "month",
  label = { fr = "Essai", nl = "Proef" },
  formula = function(person, param)
    return f(person)
  end,
}

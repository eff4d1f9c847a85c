-- Ideas that several rights share. A helper is inlined where it is called; it is written once so that all rights
-- mean the same thing by "adult". Declared before every folder of rules.

-- Eighteen on the date of the run; somebody born on 29 February comes of age on 1 March.
helper "adult" (function(m, on) return age_on(m.birth_date, on) >= 18 end)

helper "minor" (function(m, on) return age_on(m.birth_date, on) < 18 end)

-- A minor without a partner of his own: the child who can be "in charge" of the adults he lives with.
helper "single_minor" (function(m, on) return age_on(m.birth_date, on) < 18 and not exists(m.partner) end)

-- What is left of an amount after resources, with a flat exemption that is given only below the amount.
-- The floor at zero is there for ranges only: below the amount, the difference is never negative.
helper "topped_up" (function(amount, resources, exempt)
  if resources >= amount then return euro(0) end
  return max(euro(0), amount - max(euro(0), resources - exempt))
end)

-- Imputed income of property: factor x the part of the cadastral income above what is exempt.
helper "above" (function(income, exempt, factor) return max(euro(0), income - exempt) * factor end)

-- Interest of a loan comes off up to a share of the imputed income. The share is not read without interest, so
-- that a result does not rest on it needlessly. Written as what is left, whichever is more, rather than as income less
-- the smaller of two: of an income not known, the low end never falls below zero.
helper "less_interest" (function(income, interest, share)
  if interest <= euro(0) then return income end
  return max(income - interest, income * (1 - share))
end)

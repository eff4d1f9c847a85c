-- Rule files have no text library: one call of it could ask for a gigabyte, or search for hours.

local text = ("x"):rep(1000000000)

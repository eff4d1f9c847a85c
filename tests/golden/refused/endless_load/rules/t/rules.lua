-- A loop that never ends while the file loads, and that swallows errors.

local n = 0
while true do
  n = n + 1
end

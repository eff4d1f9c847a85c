-- A text that doubles until memory is gone.

local text = "0123456789abcdef"
for i = 1, 26 do
  text = text .. text
end

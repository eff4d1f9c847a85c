-- Rules do not read files.

local file = io.open("facts.lua")

#!/usr/bin/env lua
-- TODO: a line
--[[ TODO: a block
TODO ]] local a = "XXX -- XXX" -- TODO: behind a string
--[==[ TODO ]] TODO ]==] local b = [[ XXX -- XXX
]] -- TODO: behind a long string
local c = [=[ XXX ]] -- XXX ]=] -- TODO: behind one with a level
local d = 'XXX \' -- XXX' -- TODO: behind an escaped quote
local e = a - -1 -- TODO: behind a minus
---[[ TODO: a line, no block
local XXX = t[u[1]] -- TODO: behind indexes

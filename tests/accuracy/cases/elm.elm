-- TODO: a line
{- TODO {- TODO: nested -} TODO: goes on -}
a = "XXX -- XXX" -- TODO: behind a string
b = """XXX " -- XXX""" -- TODO: behind three quotes
c = '"' -- TODO: behind a character

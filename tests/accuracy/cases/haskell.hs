{-# LANGUAGE CPP #-}
-- | TODO: documentation
{- TODO {- TODO: nested -} TODO: goes on -}
a = "XXX -- XXX" -- TODO: behind a string
b = '"' -- TODO: behind a character
c' = d' -- TODO: behind names with quotes
e = f --> xs
g = h |-- xs
i = "XXX\
   \ -- XXX" --- TODO: behind a gap, with three dashes
j = ['-', '-'] -- TODO: behind characters of dashes

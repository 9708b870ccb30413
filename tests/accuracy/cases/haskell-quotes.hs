{-# LANGUAGE QuasiQuotes #-}
{-# WARNING a "XXX" #-}
b = [r|XXX -- XXX " {- XXX |] -- TODO: behind a quasi quote
c = [x|x<-xs, x /= ']'] -- TODO: behind a list
d = [e|f {- TODO: in a quote of code -}|] -- TODO: behind it
g = [Text.hereFile|XXX -- XXX
  [XXX] -- XXX|] -- TODO: behind one over lines
h = ''Name : '[] -- TODO: behind names and types

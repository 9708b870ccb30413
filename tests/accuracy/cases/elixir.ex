# TODO: a line
@doc """
XXX # XXX
"""
a = "XXX #{b("XXX")} # XXX" # TODO: behind a hole
c = 'XXX # XXX' # TODO: behind a charlist
d = ~s(XXX # XXX) # TODO: behind a sigil
e = ~S"""
XXX # XXX
""" # TODO: behind a sigil of many lines
f = ?# # TODO: behind a character
g = ~r/XXX#/ # TODO: behind an expression
h = i / 2 # TODO: behind a division
j = ~s{XXX ["#{k}": 1] # XXX} # TODO: behind a sigil with a hole
l = ~S(XXX #{ # XXX) # TODO: behind a sigil without holes

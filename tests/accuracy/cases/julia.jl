# TODO: a line
#= TODO #= TODO: nested =# TODO: goes on =#
a = "XXX # XXX $(b("XXX"))" # TODO: behind a string
c = d' # TODO: behind a transposition
e = '"' # TODO: behind a character
f = """XXX " # XXX""" # TODO: behind three quotes

def /(other) # TODO: behind the name of an operator
  calculate(:/, other) # TODO: behind a symbol
end
def %(other)
  calculate(:%, other) # TODO
end
a %{ XXX #{b} # XXX }, c # TODO: behind a literal with a blank inside
d.map(&:/) # TODO: behind a block of a symbol
e = f ? /XXX#/ : %w(# XXX) # TODO: behind literals of a choice
g = h[/XXX#/] # TODO: behind an index

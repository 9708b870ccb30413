#!/usr/bin/env ruby
# TODO: a line
=begin
TODO: in a block
=end
a = "XXX #{b("XXX # XXX")} # XXX" # TODO: behind a hole
c = 'XXX # XXX' # TODO: behind a string
d = %w[XXX # XXX] + %q(XXX (nested) # XXX) # TODO: behind percent literals
e = <<~EOT + <<-'RAW' # TODO: behind the openers of heredocs
  XXX # XXX #{f}
EOT
  XXX # XXX
  RAW
g = h / 2 # TODO: behind a division / TODO
i =~ /XXX # XXX/ # TODO: behind a regular expression
j = k ? ?# : ?" # TODO: behind characters
class << self # TODO: behind an opener that is no heredoc
end
puts /#XXX/ # TODO: behind a method and an expression
l = %r{XXX/#{m}#} # TODO: behind an expression in braces
n = :"XXX # XXX" # TODO: behind a symbol
$' ; $" # TODO: behind variables
o = "#$p #@q XXX" # TODO: behind short holes
r = `ls # XXX` # TODO: behind backquotes
t(s: 1) % 2 # TODO: behind a remainder
__END__
XXX # XXX

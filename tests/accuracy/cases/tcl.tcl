# TODO: a line
set a {XXX # XXX}; # TODO: behind braces
set b "XXX # XXX" ;# TODO: behind a string
puts XXX#XXX
if {$c} { # TODO: behind an opening brace
}

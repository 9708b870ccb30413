# TODO: a line
/#XXX/ { print "XXX # XXX" } # TODO: behind an expression and a string

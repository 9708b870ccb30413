# TODO: a line
a <- "XXX # XXX" # TODO: behind a string
b <- r"(XXX " # XXX)" # TODO: behind a raw string
#' TODO: documentation
c <- 'XXX # XXX' # TODO

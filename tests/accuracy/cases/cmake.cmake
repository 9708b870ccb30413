# TODO: a line
#[[ TODO: a block
TODO ]] set(A "XXX # XXX") # TODO: behind a string
set(B [=[ XXX # XXX ]] ]=]) # TODO: behind a long string
set(C \# XXX) # TODO: behind an escaped sign

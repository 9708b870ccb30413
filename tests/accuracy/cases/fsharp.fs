// TODO: a line
(* TODO (* TODO: nested *) TODO: goes on *)
let a = "XXX // XXX" // TODO: behind a string
let b = @"XXX \" // TODO: behind a verbatim string
let c = """XXX " // XXX""" // TODO: behind three quotes
let d = List.fold (*) 1 // TODO: behind an operator
let e = '"' // TODO: behind a character

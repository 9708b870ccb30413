" TODO: a line
let a = "XXX" " TODO: behind a string
let b = 'XXX " XXX' " TODO: behind a literal string

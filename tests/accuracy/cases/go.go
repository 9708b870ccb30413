package a

// TODO: a line
var b = "XXX // XXX" // TODO: behind a string
var c = `XXX \` // TODO: a backslash does not escape in a raw string
var d = `
// XXX
/* XXX */`
var e, f = '"', '\'' // TODO: behind runes
var g = '`' /* TODO: behind a rune of the quote of raw strings */

//go:generate echo TODO
func XXX() {}

/// TODO: documentation
/* TODO /* TODO: nested */ TODO: goes on */
var a = 'XXX // XXX ${b['XXX']} // XXX'; // TODO: behind a string with a hole
var c = r'XXX \'; // TODO: behind a raw string
var d = '''XXX ' // XXX'''; // TODO: behind three quotes

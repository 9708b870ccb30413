// TODO: a line
const a = "XXX // XXX"; // TODO: behind a string
const b =
    \\XXX // XXX " XXX
;
const c = '"'; // TODO: behind a character
/// TODO: documentation

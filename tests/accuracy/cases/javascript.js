#!/usr/bin/env node
// TODO: a line
const a = 'XXX // XXX', b = "XXX /* XXX"; // TODO: behind strings
const c = `XXX // XXX ${ d('XXX', `XXX ${ e /* TODO: in a hole in a hole */ }`) } /* XXX */`; // TODO: behind a template
const f = /[/"XXX]'/g; // TODO: behind a regular expression with a class
const g = h / 2; // TODO: behind a division / TODO
g.replace(/\/\*XXX/, ''); /* TODO: behind an escaped opener */
const i = a++ / 2 // TODO: behind a postfix operator
if (/XXX"/.test(a)) b(); // TODO: behind a condition
const j = (1 + 2) / 3; // TODO: behind brackets
const k = { l: 1 } // TODO: behind an object
const m = 'one \
// XXX two'; // TODO: behind a string over lines
const n = x => /XXX`/.test(x); // TODO: behind an arrow
return /"XXX/.exec(a); // TODO: behind return
`${`${'}'}`}`; // TODO: behind templates in templates
const o = tag`XXX`, p = y ? /`/ : /'/; // TODO: behind a condition of expressions
const q = a
  / b / c; // TODO: behind divisions over lines
/** TODO: documentation */
function XXX() {}
const r = []; /* TODO */ /"/.test(r); // TODO: behind a comment and an expression

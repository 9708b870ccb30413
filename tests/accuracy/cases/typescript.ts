let a = <T>b; // TODO: behind a cast
const c = <T,>(x: T) => x / 2; // TODO: behind a generic function
type D = `XXX-${string}`; // TODO: behind a type of templates
let e: Array<Map<string, 'XXX'>> = []; // TODO: behind types
let f = g! / 2; // TODO: behind an assertion
@Decorator({ h: 'XXX // XXX' }) // TODO: behind a decorator
class I { private readonly re = /['"XXX]/; } // TODO: behind a field
declare module 'XXX' { /* TODO */ }
let j = !/XXX"/.test(k) // TODO: behind a negation

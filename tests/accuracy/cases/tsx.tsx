const a = <T,>(x: T) => <A<T> b={x}>don't XXX {/* TODO: in braces */}</A>; // TODO: behind an element
const c = d as E; // TODO
const f = <G<string> h="XXX" />; // TODO: behind an element with type arguments
const i = <J<{ k: string }, () => void>>don't XXX</J>; // TODO: behind another

#!/usr/bin/env swift
/* TODO /* TODO: nested */ TODO: goes on */
let a = "XXX // XXX \( b("XXX", /* TODO: in a hole */ c) ) XXX" // TODO: behind a string
let d = """
    XXX " // XXX
    \(e) /* XXX */
    """ // TODO: behind a string of many lines
let f = #"XXX " // XXX \"# // TODO: behind a raw string
let g = ##"XXX "# // XXX"## // TODO: behind one with two hashes
/// TODO: documentation
#if false
// TODO: under if
#endif

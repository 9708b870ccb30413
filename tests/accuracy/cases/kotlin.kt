#!/usr/bin/env kotlin
/* TODO: a comment /* TODO: in a comment */ TODO: goes on */
val a = "XXX // XXX ${ if (b) "XXX }" else c /* TODO: in a hole */ } XXX" // TODO: behind a string
val d = """
    XXX " // XXX
    $e /* XXX */
""" // TODO: behind a raw string
val f = '"' // TODO: behind a character
val `XXX in a name` = 1
val h = "$" // TODO: behind a lone dollar
val i = """"XXX // XXX"""" // TODO: behind a run of quotes

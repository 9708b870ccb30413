#!/usr/bin/env python3
"""XXX: the docstring of a module # XXX"""
# TODO: a line
def a():
    '''XXX: a docstring
    # XXX
    '''
    b = 'XXX # XXX'  # TODO: behind a string
    c = r'\'  # XXX'  # TODO: behind a raw string
    d = rb"XXX \\"  # TODO: behind raw bytes
    e = f"XXX {b!r:#>10} # XXX"  # TODO: behind a formatted string
    g = """XXX " # XXX "" XXX"""  # TODO: behind three quotes
    h = "one \
# XXX two"  # TODO: behind a string over lines
    i = ("XXX"  # TODO: between strings
         'XXX # XXX')  # TODO
    return b'"'  # TODO: behind bytes

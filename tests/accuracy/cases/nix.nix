# TODO: a line
/* TODO: a block */
{ a = "XXX # XXX"; # TODO: behind a string
  b = ''
    # XXX
    ''${XXX} ''' XXX
  ''; # TODO: behind a string of many lines
  c = "XXX ${d /* TODO: in a hole */} XXX";
}

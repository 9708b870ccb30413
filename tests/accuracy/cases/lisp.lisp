; TODO: a line
#| TODO #| TODO: nested |# TODO |#
(print "XXX ; XXX") ; TODO: behind a string
(char= a #\; #\") ; TODO: behind characters

;; TODO: a line
(def a "XXX ; XXX") ; TODO: behind a string
(def b [\; \"]) ; TODO: behind characters
(def c #"XXX ; \" XXX") ; TODO: behind an expression

;; TODO: a line
(setq a "XXX ; \" XXX") ; TODO: behind a string
(setq b ?\; c ?\" d ?\\) ; TODO: behind characters

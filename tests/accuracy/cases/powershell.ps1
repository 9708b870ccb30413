# TODO: a line
<# TODO: a block #> $a = "XXX # XXX `" # XXX" # TODO: behind a string
$b = @"
XXX # XXX
"@ # TODO: behind a here-string
$c = 'it''s # XXX' # TODO: behind a doubled quote
Get-XXX#XXX

<p>XXX // XXX # XXX</p> <!-- TODO: in the markup -->
<?php
// TODO: a line
# TODO: a line of the other kind
/** TODO: documentation */
#[Attribute('XXX')]
class A {}
$b = 'XXX // XXX \' # XXX'; // TODO: behind a string
$c = "XXX {$d["XXX"]} // XXX"; # TODO: behind a string with a hole
$e = <<<EOT
XXX // XXX # XXX
  EOT . 'XXX'; // TODO: behind a heredoc
$f = <<<'EOT'
XXX /* XXX {$g}
EOT; /* TODO: behind a nowdoc */
$h = $i / 2; // TODO: ends at the tag ?> XXX <?php
$j = `ls # XXX`; // TODO: behind backquotes

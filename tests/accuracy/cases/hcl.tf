# TODO: a line
// TODO: of the other kind
/* TODO: a block */
a = "XXX # XXX ${b["XXX"]} // XXX" # TODO: behind a string
c = <<EOT
XXX # XXX
EOT
d = <<-EOT
  XXX // XXX ${e}
  EOT
# TODO: behind heredocs

#!/bin/bash
# TODO: a line
echo a#XXX ${#XXX} $# # TODO: behind signs that open nothing
echo "XXX # XXX $(b # TODO: in a substitution
) XXX" # TODO: behind a string
cat <<EOT # TODO: behind the opener of a heredoc
XXX # XXX
EOT
cat <<-'EOT' | c # TODO: behind an indented one
	XXX # XXX
	EOT
d='XXX # XXX' e=$'XXX \' # XXX' # TODO: behind quotes
f=$((1 << 2)) # TODO: behind a shift
g=${h#XXX} i=${j:-"XXX }"} # TODO: behind expansions
case $k in *'#'*) l ;; m) ;; esac # TODO: behind a case
n=$(case o in p) q ;; esac) # TODO: behind a case in a substitution
r=`echo s # TODO: in backquotes`
echo \# XXX # TODO: behind an escaped sign
cat <<< "XXX # XXX" # TODO: behind a here-string
[[ $t =~ ^#XXX ]] && u # TODO: behind a test
v() { :; }; # TODO: behind a function
w=(x # TODO: in an array
  y)

#!/usr/bin/perl
use strict; # TODO: a line
my $a = "XXX # XXX"; # TODO: behind a string
my $b = 'XXX \' # XXX'; # TODO: behind an escaped quote
$a =~ s#XXX#XXX#g; # TODO: behind a substitution
$a =~ m{#XXX}x; # TODO: behind a match
my @c = qw(XXX # XXX); # TODO: behind words
my $d = q{XXX {nested} # XXX}; # TODO: behind nested braces
print <<EOT, <<'RAW'; # TODO: behind the openers of heredocs
XXX # XXX
EOT
XXX # XXX
RAW
my $e = $#c; # TODO: behind the last index
my $f = $g / 2; # TODO: behind a division / TODO
my %h = (s => 1, y => 2, q => 3); # TODO: behind keys
split /#/, $a; # TODO: behind an expression
tr/#/XXX/; # TODO: behind a transliteration

=pod

TODO: documentation

=cut

my $i = $'; # TODO: behind a variable
if (-s $f) { } # TODO: behind a file test
__END__
XXX # XXX

=head1 TODO

=cut

XXX

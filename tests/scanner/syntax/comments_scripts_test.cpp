// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/scanner/syntax/comments_of.h"

namespace paydown::syntax {
namespace {

using Cases = std::vector<CommentCase>;

TEST(CommentsOfEcmaScript, AreToldFromRegularExpressionsAndTemplates) {
    expectComments(Cases{
        {"javascript", "a = /[/\"]/; // yes", {"// yes"}},
        {"javascript", "a = b / c; // yes / no", {"// yes / no"}},
        {"javascript", "return /\\//g // yes", {"// yes"}},
        {"javascript", "if (x) /'/.test(y) // yes", {"// yes"}},
        {"javascript", "x = (a) / 2 // yes", {"// yes"}},
        {"javascript", "x = a++ / 2; '/' // yes", {"// yes"}},
        {"javascript", "`// no ${ f(`/* no */`) /* yes */ } // no` // end", {"/* yes */", "// end"}},
        {"javascript", "`a ${ { b: '}' } } // no` // yes", {"// yes"}},
        {"javascript", "'a\\\n// no' // yes", {"// yes"}},
        {"javascript", "f(/a/, /\"/) // yes", {"// yes"}},
        {"javascript", "{}\n/'/.exec(a) // yes", {"// yes"}},
        {"javascript", "#!/usr/bin/env node\nx", {"#!/usr/bin/env node"}},
        {"typescript", "let a = <T>b; // yes", {"// yes"}},
        {"typescript", "const f = <T,>(x: T) => x / 2; // yes '", {"// yes '"}},
    });
}

TEST(CommentsOfJsx, AreOnlyThoseInBraces) {
    expectComments(Cases{
        {"javascript", "x = <a href=\"//no\">don't // no {/* yes */}</a>; // end", {"/* yes */", "// end"}},
        {"javascript", "return <br/>; // yes", {"// yes"}},
        {"javascript", "x = <><b>it's</b> http://no {y /* yes */}</>; // end", {"/* yes */", "// end"}},
        {"javascript", "x = a < b; // yes", {"// yes"}},
        {"tsx", "const f = <T,>(x: T) => x; // it's", {"// it's"}},
        {"tsx", "<A b={c /* yes */} d='//'>// no</A>", {"/* yes */"}},
    });
}

TEST(CommentsOfPython, AreToldFromStrings) {
    expectComments(Cases{
        {"python", "s = '# no' # yes", {"# yes"}},
        {"python", "'''doc\n# no\n''' # yes", {"# yes"}},
        {"python", "s = r'\\' # no' # yes", {"# yes"}},
        {"python", "s = f\"{x:#x}\" # yes", {"# yes"}},
        {"python", "s = b\"\"\"a \"\" # no\"\"\" # yes", {"# yes"}},
    });
}

TEST(CommentsOfShell, OpenOnlyAWord) {
    expectComments(Cases{
        {"bash", "echo a#no ${#x} $# # yes", {"# yes"}},
        {"bash", "echo \"# no $(cmd # yes\n) # no\" # end", {"# yes", "# end"}},
        {"bash", "cat <<EOF # yes\n# no\nEOF\n# end", {"# yes", "# end"}},
        {"bash", "cat <<-\\EOF &&\n\t# no\n\tEOF\n# end", {"# end"}},
        {"bash", "cat <<'E F' <<B\n# no\nE F\n# no\nB\n# end", {"# end"}},
        {"bash", "x=$((1 << 2)) # yes\ny", {"# yes"}},
        {"bash", "case $x in ?*' '?*) ;; esac # yes", {"# yes"}},
        {"bash", "x=$(case a in a) echo;; esac) # yes", {"# yes"}},
        {"bash", "x='# no' y=$'\\' # no' # yes", {"# yes"}},
        {"bash", "x=`echo a # yes` # end", {"# yes", "# end"}},
        {"bash", "cat <<< '# no' # yes", {"# yes"}},
        {"bash", "echo \\# no; echo ${x#a} # yes", {"# yes"}},
        {"bash", "x=${y:-\"}\"} # yes", {"# yes"}},
        {"bash", "#!/bin/sh\n", {"#!/bin/sh"}},
        {"bash", "test_expect_success 'a' '\n# no\n' # yes", {"# yes"}},
    });
}

TEST(CommentsOfPerl, AreToldFromQuotesAndRegularExpressions) {
    expectComments(Cases{
        {"perl", "s#a#b#; # yes", {"# yes"}},
        {"perl", "$x =~ m{#no}x; # yes", {"# yes"}},
        {"perl", "grep { /^a/s } @b; # yes\n'c'; # end", {"# yes", "# end"}},
        {"perl", "$#a; $h{s}; %h = (s => 1, y => 2); # yes", {"# yes"}},
        {"perl", "print <<EOT, <<'X'; # yes\n# no\nEOT\n# no\nX\n# end", {"# yes", "# end"}},
        {"perl", "a;\n=pod\n\n# in\n\n=cut\nb; # yes", {"=pod\n\n# in\n\n=cut", "# yes"}},
        {"perl", "qw(# no); tr/#/x/; y|#|x|; # yes", {"# yes"}},
        {"perl", "$x = $y / 2; # yes /", {"# yes /"}},
        {"perl", "split /#/, $x; # yes", {"# yes"}},
        {"perl", "__END__\n# no\n=head1 A\n=cut\n# no", {"=head1 A\n=cut"}},
        {"perl", "if (-s $f) { $x->y('#') } # yes", {"# yes"}},
        {"perl", "s{a}\n {#}e; $'; $\"; # yes", {"# yes"}},
    });
}

TEST(CommentsOfRuby, AreToldFromLiterals) {
    expectComments(Cases{
        {"ruby", "\"#{a + \"# no\"} # no\" # yes", {"# yes"}},
        {"ruby", "=begin\n# in\n=end\nx # yes", {"=begin\n# in\n=end", "# yes"}},
        {"ruby", "x = <<~A # yes\n # no\n A\n# end", {"# yes", "# end"}},
        {"ruby", "class << self # yes\nend", {"# yes"}},
        {"ruby", "%w[# no] + %q(#(a) no) # yes", {"# yes"}},
        {"ruby", "x = a / b # yes /", {"# yes /"}},
        {"ruby", "x =~ /#no/ # yes", {"# yes"}},
        {"ruby", "puts /#/ # yes", {"# yes"}},
        {"ruby", "if a 'html'\n  %(<a \"#{b}\">#{c})\nend # yes", {"# yes"}},
        {"ruby", "c = ?# # yes", {"# yes"}},
        {"ruby", "a\n__END__\n# no", {}},
    });
}

TEST(CommentsOfOtherScripts, AreFound) {
    expectComments(Cases{
        {"lua", "--[[ a\nb ]] x = [==[ -- no ]] ]==] -- yes", {"--[[ a\nb ]]", "-- yes"}},
        {"lua", "--[==[ ]] ]==] x", {"--[==[ ]] ]==]"}},
        {"tcl", "# yes\nset x {#no}; # too\nputs \"a\n# no\"", {"# yes", "# too"}},
        {"tcl", "# one \\\n still\nset a b ;# two", {"# one \\\n still", "# two"}},
        {"elixir", "x = ~s(# no) <> \"#{a} # no\" # yes", {"# yes"}},
        {"elixir", "@doc \"\"\"\n# no\n\"\"\"\nc = ?# # yes", {"# yes"}},
        {"julia", "#= a #= b =# =# x = a' # yes", {"#= a #= b =# =#", "# yes"}},
        {"r", "x <- r\"(# no)\" # yes", {"# yes"}},
        {"powershell", "<# a #> $x = @\"\n# no\n\"@\n# yes", {"<# a #>", "# yes"}},
        {"powershell", "\"a `\" # no\"; a#no # yes", {"# yes"}},
        {"vim", "\" yes\nlet x = \"no\" \" too", {"\" yes", "\" too"}},
        {"matlab", "%{\nin\n%}\nx = a'; y = '% no'; % yes", {"%{\nin\n%}", "% yes"}},
        {"awk", "/#/ { print } # yes", {"# yes"}},
        {"nim", "#[ a #[ b ]# ]# x # yes", {"#[ a #[ b ]# ]#", "# yes"}},
        {"coffeescript", "### a\n### x = \"#{y} # no\" # yes", {"### a\n###", "# yes"}},
        {"batch", "REM yes\r\necho rem no\r\n:: too\r\n", {"REM yes", ":: too"}},
        {"crystal", "x = <<-A\n# no\nA\ny # yes", {"# yes"}},
        {"fish", "echo a#no # yes", {"# yes"}},
    });
}

} // namespace
} // namespace paydown::syntax

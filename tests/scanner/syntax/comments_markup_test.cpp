// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/scanner/syntax/comments_of.h"

namespace paydown::syntax {
namespace {

using Cases = std::vector<CommentCase>;

TEST(CommentsOfMarkup, IncludeThoseOfScriptAndStyle) {
    expectComments(Cases{
        {"html",
         "<!-- a --><script>x = '<!--'; // b\n</script><style>/* c */</style>",
         {"<!-- a -->", "// b", "/* c */"}},
        {"html", "<a title='<!-- no -->'>it's // no</a><!-- yes -->", {"<!-- yes -->"}},
        {"html", "<script type=\"text/template\">// no</script><script src=x />", {}},
        {"vue",
         "<template>// no</template><script lang=\"ts\">let a = 1 // b\n</script><style lang=\"scss\">// c\n</style>",
         {"// b", "// c"}},
        {"svelte", "<script>/* a */</script>{#if b}<!-- c -->{/if}", {"/* a */", "<!-- c -->"}},
        {"xml", "<a><![CDATA[<!-- no -->]]><!-- yes --></a>", {"<!-- yes -->"}},
        {"svelte", "{a title='<!-- yes -->'}", {"<!-- yes -->"}},
        {"html", "<!-- open", {"<!-- open"}},
    });
}

TEST(CommentsOfMarkup, IncludeThoseOfTemplates) {
    expectComments(Cases{
        {"html",
         "<%# a %><p>it's # no</p><%-- b\n --%><%!-- c --%>{# d #}",
         {"<%# a %>", "<%-- b\n --%>", "<%!-- c --%>", "{# d #}"}},
        {"html", "<% # a %><%-  # b\n c # no %><%= d '# no' %>", {"# a ", "# b"}},
        {"html", "<p title='<%# no %>'>{#no#} {#if no}</p><!-- yes -->", {"<!-- yes -->"}},
        {"html", "<%# never closed {# nor this <%-- nor that <!-- yes -->", {"<!-- yes -->"}},
    });
}

TEST(CommentsOfMarkdown, AreNotTakenFromCode) {
    expectComments(Cases{
        {"markdown", "# TODO no\n<!-- yes -->\n", {"<!-- yes -->"}},
        {"markdown", "```\n<!-- no -->\n```\n<!-- yes -->", {"<!-- yes -->"}},
        {"markdown", "a `<!-- no -->` b ``<!-- ` no -->`` <!-- yes\nmore -->", {"<!-- yes\nmore -->"}},
        {"markdown", "~~~~\n~~~\n<!-- no -->\n~~~~\n<!-- yes -->", {"<!-- yes -->"}},
    });
}

TEST(CommentsOfPhp, StandInCodeAndInMarkup) {
    expectComments(Cases{
        {"php", "<!-- a --><?php // b ?> // no <?php # c\n#[Attr]\n/* d */", {"<!-- a -->", "// b ", "# c", "/* d */"}},
        {"php", "<?php $x = \"{$a[\"// no\"]} # no\"; // yes", {"// yes"}},
        {"php", "<?php $x = <<<EOT\n// no\n  EOT . 'a'; // yes", {"// yes"}},
        {"php", "<?php $x = '# no \\' # no'; # yes", {"# yes"}},
    });
}

TEST(CommentsOfYaml, AreNotTakenFromScalars) {
    expectComments(Cases{
        {"yaml", "a: b#no # yes", {"# yes"}},
        {"yaml", "run: |\n  # no\n\n  # no\nnext: 1 # yes", {"# yes"}},
        {"yaml", "- run: >-  # head\n    # no\n  x: 1 # yes", {"# head", "# yes"}},
        {"yaml", "- |\n # no\n# yes", {"# yes"}},
        {"yaml", "a: '# no'' # no' # yes", {"# yes"}},
        {"yaml", "a: don't # yes", {"# yes"}},
        {"yaml", "- sed -e 's,a,b,' # yes\n# end", {"# yes", "# end"}},
        {"yaml", "a: [b, 'c # no'] # yes", {"# yes"}},
        {"yaml", "a: !!str |\n  # no\nb: &x \"# no\" # yes", {"# yes"}},
        {"yaml", "a: \"b\n  # no\" # yes", {"# yes"}},
    });
}

} // namespace
} // namespace paydown::syntax

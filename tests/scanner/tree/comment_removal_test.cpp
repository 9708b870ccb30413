// SPDX-License-Identifier: GPL-3.0-or-later
#include "scanner/tree/comment_removal.h"

#include <gtest/gtest.h>

namespace paydown {
namespace {

/// Takes out every annotation whose title says "obsolete"; what is left follows after " | ", by reason.
std::string tidied(const std::string& path, const std::string& bytes) {
    const ScanSettings settings;
    const FileReader reader(settings);
    std::vector<Annotation> obsolete;
    for (const Annotation& one : reader.read(path, bytes, Symbols::Skip).annotations) {
        if (one.title.find("obsolete") != std::string::npos) obsolete.push_back(one);
    }
    EXPECT_FALSE(obsolete.empty()) << "nothing to take out";
    const CommentRemoval removal = withoutAnnotations(path, bytes, obsolete, reader);
    std::string text = removal.bytes;
    for (const LeftAnnotation& left : removal.left) text += " | " + left.reason;
    return text;
}

struct RemovalCase {
    const char* path;
    const char* before;
    const char* after;
};

class Removals : public testing::TestWithParam<RemovalCase> {};

TEST_P(Removals, TakeTheCommentAndNothingElse) {
    EXPECT_EQ(tidied(GetParam().path, GetParam().before), GetParam().after);
}

INSTANTIATE_TEST_SUITE_P(
    Whole, Removals,
    testing::Values(
        RemovalCase{"a.c", "int a;\n// TODO: obsolete\nint b;\n", "int a;\nint b;\n"},
        RemovalCase{"a.c", "int a;\n    // TODO: obsolete\n    // in two lines\nint b;\n", "int a;\nint b;\n"},
        RemovalCase{"a.c", "int a; // TODO: obsolete\nint b;\n", "int a;\nint b;\n"},
        RemovalCase{"a.c", "int a; // TODO: obsolete", "int a;"},
        RemovalCase{"a.c", "int a;\r\n// TODO: obsolete\r\nint b; // TODO: obsolete too\r\n", "int a;\r\nint b;\r\n"},
        RemovalCase{"a.c", "int a;\n/* TODO: obsolete */\nint b;\n", "int a;\nint b;\n"},
        RemovalCase{"a.c", "/*\n * FIXME: obsolete\n *   and more of it\n */\nint b;\n", "int b;\n"},
        RemovalCase{"a.c", "f(a, /* TODO: obsolete */ b);\n", "f(a, b);\n"},
        RemovalCase{"a.c", "return/* TODO: obsolete */b;\n", "return b;\n"},
        RemovalCase{"a.py", "def f():\n    # TODO: obsolete\n    return 1  # HACK: obsolete\n",
                    "def f():\n    return 1\n"},
        RemovalCase{"a.html", "<p>\n<!-- TODO: obsolete -->\n</p>\n", "<p>\n</p>\n"},
        RemovalCase{"a.bat", "echo a\nREM TODO: obsolete\necho b\n", "echo a\necho b\n"},
        RemovalCase{"a.c", "// TODO: obsolete\n// TODO: stays\nint b;\n", "// TODO: stays\nint b;\n"}));

INSTANTIATE_TEST_SUITE_P(
    Part, Removals,
    testing::Values(RemovalCase{"a.c", "/**\n * Charges.\n *\n * @todo obsolete\n *\n * More words.\n */\nint f();\n",
                                "/**\n * Charges.\n *\n *\n * More words.\n */\nint f();\n"},
                    RemovalCase{"a.c", "/* Charges.\n * TODO: obsolete\n */\nint f();\n",
                                "/* Charges.\n */\nint f();\n"}));

INSTANTIATE_TEST_SUITE_P(
    Left, Removals,
    testing::Values(
        RemovalCase{
            "a.c", "/* TODO: obsolete\n\n * Other words stay here.\n */\nint f();\n",
            "/* TODO: obsolete\n\n * Other words stay here.\n */\nint f();\n | its comment says other things too"},
        RemovalCase{"A.java", "@Debt(kind = \"prudent\", title = \"obsolete\")\nclass A {}\n",
                    "@Debt(kind = \"prudent\", title = \"obsolete\")\nclass A {}\n | it is no comment but code"},
        RemovalCase{"a.c", "\xEF\xBB\xBF// TODO: obsolete\nint b;\n",
                    "\xEF\xBB\xBF// TODO: obsolete\nint b;\n | the file opens with a byte order mark"}));

TEST(Removal, IsUndoneWhereItWouldChangeHowOthersAreRead) {
    // Both lines are one text, and the second belongs to the first.
    const std::string bytes = "int a;\n// TODO: obsolete\nint b;\n// FIXME: stays\n";
    EXPECT_EQ(tidied("a.c", bytes), "int a;\nint b;\n// FIXME: stays\n");
}

} // namespace
} // namespace paydown

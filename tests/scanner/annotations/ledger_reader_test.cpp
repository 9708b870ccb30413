// SPDX-License-Identifier: GPL-3.0-or-later
#include "scanner/annotations/ledger_reader.h"

#include "sample_comments.h"

namespace paydown::annotations {
namespace {

std::vector<Annotation> read(std::string_view bytes) {
    static const AnnotationReader reader({"TODO"});
    std::vector<syntax::Comment> comments;
    for (std::size_t at = bytes.find("<!--"); at != bytes.npos; at = bytes.find("<!--", at + 1)) {
        const std::size_t end = std::min(bytes.find("-->", at), bytes.size() - 3) + 3;
        comments.push_back(
            {static_cast<std::uint32_t>(at), static_cast<std::uint32_t>(end), syntax::CommentKind::Block});
    }
    return readLedger(bytes, comments, testing::candidatesIn(bytes), reader);
}

TEST(LedgerReader, ReadsTheExampleOfThePage) {
    const auto all = read("# Debt\n\n- DEBT(prudent, @kai, from=INC-42, path=src/pay/**): no connection pooling, fails "
                          "on spikes\n");
    ASSERT_EQ(all.size(), 1U);
    EXPECT_EQ(all[0].form, Form::Ledger);
    EXPECT_EQ(all[0].title, "no connection pooling, fails on spikes");
    EXPECT_EQ(all[0].stated.debtClass, DebtClass::Prudent);
    EXPECT_EQ(all[0].stated.owner, "@kai");
    EXPECT_EQ(all[0].stated.from, "INC-42");
    EXPECT_EQ(all[0].stated.path, "src/pay/**");
    EXPECT_EQ(all[0].range.line, 3U);
    EXPECT_EQ(all[0].range.column, 3U);
}

TEST(LedgerReader, TakesNestedLinesAsTheBody) {
    const auto all = read("1. DEBT(prudent): a\n   see the TODO: here\n\n   - why: because\n     it is so\n\nprose\n");
    ASSERT_EQ(all.size(), 1U);
    EXPECT_EQ(all[0].body, "see the TODO: here");
    EXPECT_EQ(all[0].stated.why, "because it is so");
}

TEST(LedgerReader, ReadsNestedItemsThatOpenWithAnAnnotation) {
    const auto all = read("* DEBT: a\n  * DEBT: b\n    c\n* TODO: d\n+ [ ] DEBT: e\r\n");
    ASSERT_EQ(all.size(), 4U);
    EXPECT_EQ(all[0].body, "");
    EXPECT_EQ(all[1].body, "c");
    EXPECT_EQ(all[2].tag, "TODO");
    EXPECT_EQ(all[3].title, "e");
}

TEST(LedgerReader, PassesOverWhatIsNoOpenItem) {
    for (const char* text :
         {"DEBT: prose\n", "# DEBT: heading\n", "- [x] DEBT: done\n", "- see DEBT: there\n", "- `DEBT: quoted`\n",
          "```\n- DEBT: code\n```\n", "-DEBT: no blank\n", "````\n```\n- DEBT: code\n````\n",
          "~~~ text\n```\n- DEBT: code\n", "<!--\n- DEBT: commented out\n-->\n", "<!-- - DEBT: commented out -->\n"}) {
        EXPECT_TRUE(read(text).empty()) << text;
    }
}

TEST(LedgerReader, ReadsOnBehindWhatIsNotRead) {
    for (const char* text : {"```\ncode\n```\n- DEBT: a\n", "```` ```\n- DEBT: a\n", "<!-- x -->\n- DEBT: a\n",
                             "- DEBT: a <!-- see -->\n", "- DEBT: a <!-- see\n  -->\n", "\r- DEBT: a\r\r"}) {
        const auto all = read(text);
        ASSERT_EQ(all.size(), 1U) << text;
        EXPECT_EQ(all[0].title, "a") << text;
        EXPECT_EQ(all[0].body, "") << text;
    }
}

TEST(LedgerReader, ReadsAtMostTenThousandItems) {
    std::string text;
    for (int i = 0; i < 10001; ++i) text += "- DEBT: a\n";
    EXPECT_EQ(read(text).size(), 10000U);
}

} // namespace
} // namespace paydown::annotations

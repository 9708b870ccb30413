// SPDX-License-Identifier: GPL-3.0-or-later
#include "scanner/annotations/ledger_reader.h"

#include "sample_comments.h"

namespace paydown::annotations {
namespace {

std::vector<Annotation> read(std::string_view bytes) {
    static const AnnotationReader reader({"TODO"});
    return readLedger(bytes, testing::candidatesIn(bytes), reader);
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
    for (const char* text : {"DEBT: prose\n", "# DEBT: heading\n", "- [x] DEBT: done\n", "- see DEBT: there\n",
                             "- `DEBT: quoted`\n", "```\n- DEBT: code\n```\n", "-DEBT: no blank\n"}) {
        EXPECT_TRUE(read(text).empty()) << text;
    }
}

} // namespace
} // namespace paydown::annotations

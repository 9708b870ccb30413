// SPDX-License-Identifier: GPL-3.0-or-later
#include "sample_comments.h"

namespace paydown::annotations {
namespace {

using testing::annotationOf;
using testing::annotationsIn;
using testing::readSample;

/// What the text of one line comment is: nothing, a mention, or an annotation with this tag and title.
struct Case {
    const char* text;
    const char* tag;
    const char* title;
};

TEST(TagReader, ReadsAnnotationsAsTheyAreWritten) {
    const Case cases[] = {
        {"TODO: simplify", "TODO", "simplify"},
        {"TODO simplify", "TODO", "simplify"},
        {"TODO - simplify", "TODO", "simplify"},
        {"TODO -- simplify", "TODO", "simplify"},
        {"TODO \xE2\x80\x94 simplify", "TODO", "simplify"},
        {"TODO : simplify", "TODO", "simplify"},
        {"TODO:simplify", "TODO", "simplify"},
        {"TODO", "TODO", ""},
        {"TODO:", "TODO", ""},
        {"TODO, simplify", "TODO", "simplify"},
        {"TODO. Simplify", "TODO", "Simplify"},
        {"TODO... simplify", "TODO", "... simplify"},
        {"TODO? simplify", "TODO", "simplify"},
        {"TODO\xEF\xBC\x9A simplify", "TODO", "simplify"},
        {"\xE6\xB3\xA8\xE6\x84\x8FTODO: simplify", "TODO", "simplify"},
        {"FIXME! simplify", "FIXME", "simplify"},
        {"FIXME!!: simplify", "FIXME", "simplify"},
        {"XXX simplify", "XXX", "simplify"},
        {"HACK: simplify", "HACK", "simplify"},
        {"TODO(alice): simplify", "TODO", "simplify"},
        {"TODO(alice) simplify", "TODO", "simplify"},
        {"TODO (alice): simplify", "TODO", "simplify"},
        {"TODO (alice) - simplify", "TODO", "simplify"},
        {"TODO (this is why) simplify", "TODO", "(this is why) simplify"},
        {"TODO(@alice, 2026-06-01): simplify", "TODO", "simplify"},
        {"TODO [2026-01-01]: simplify", "TODO", "simplify"},
        {"TODO[2026-01-01] simplify", "TODO", "simplify"},
        {"TODO [see below] simplify", "TODO", "[see below] simplify"},
        {"TODO #12: simplify", "TODO", "simplify"},
        {"TODO #12 simplify", "TODO", "simplify"},
        {"TODO PAY-142: simplify", "TODO", "simplify"},
        {"TODO PAY-142 simplify", "TODO", "PAY-142 simplify"},
        {"TODO @alice: simplify", "TODO", "simplify"},
        {"TODO(s) simplify", "TODO", "simplify"},
        {"TODO(unclosed simplify", "TODO", "(unclosed simplify"},
        {"FIXME TODO: simplify", "FIXME", "simplify"},
        {"TODO: FIXME: simplify", "TODO", "simplify"},
        {"TODO/FIXME: simplify", "TODO", "simplify"},
        {"FIXME(bob): TODO: simplify", "FIXME", "simplify"},
        {"@todo simplify", "TODO", "simplify"},
        {"@TODO simplify", "TODO", "simplify"},
        {"@Todo: simplify", "TODO", "simplify"},
        {"\\todo simplify", "TODO", "simplify"},
        {"@fixme simplify", "FIXME", "simplify"},
        {"@todo #12:15m/DEV simplify", "TODO", "simplify"},
        {"- TODO simplify", "TODO", "simplify"},
        {"* TODO simplify", "TODO", "simplify"},
        {"1. TODO simplify", "TODO", "simplify"},
        {"- [ ] TODO simplify", "TODO", "simplify"},
        {"[TODO] simplify", "TODO", "simplify"},
        {"[TODO: simplify]", "TODO", "simplify"},
        {"(TODO: simplify)", "TODO", "simplify"},
        {"(TODO simplify)", "TODO", "simplify"},
        {"<TODO: simplify>", "TODO", "simplify"},
        {"**TODO**: simplify", "TODO", "simplify"},
        {"**TODO:** simplify", "TODO", "simplify"},
        {"**DEBT(reckless)**: simplify", "DEBT", "simplify"},
        {"**DEBT(reckless):** simplify", "DEBT", "simplify"},
        {"**DEBT:** simplify", "DEBT", "simplify"},
        {"**DEBT**: simplify", "DEBT", "simplify"},
        {"\\XXX simplify", "XXX", "simplify"},
        {"NOTE: TODO simplify", "TODO", "simplify"},
        {"NOTE NOTE NOTE! FIXME! simplify", "FIXME", "simplify"},
        {"[] TODO simplify", "TODO", "simplify"},
        {"<summary>TODO simplify</summary>", "TODO", "simplify"},
        {"---- TODO simplify ----", "TODO", "simplify"},
        {"\xE2\x9A\xA0 TODO simplify", "TODO", "simplify"},
        {"returns null; TODO: simplify", "TODO", "simplify"},
        {"see TODO(alice): simplify", "TODO", "simplify"},
        {"this is a #TODO: simplify", "TODO", "simplify"},
        {"DEBT: simplify", "DEBT", "simplify"},
        {"DEBT(reckless): simplify", "DEBT", "simplify"},
        {"DEBT(reckless) simplify", "DEBT", "simplify"},
        {"DEBT (reckless): simplify", "DEBT", "simplify"},
        {"DEBT reckless: simplify", "DEBT", "simplify"},
        {"DEBT prudent simplify", "DEBT", "simplify"},
        {"DEBT(@mia) reckless: simplify", "DEBT", "simplify"},
        {"DEBT(label): simplify", "DEBT", "simplify"},
        {"DEBT(): simplify", "DEBT", "simplify"},
        {"DEBT(reckless, nested (x, y)): simplify", "DEBT", "simplify"},
        {"DEBT(why=\"a ) b\"): simplify", "DEBT", "simplify"},
        {"DEBT(reckless, never closed", "DEBT", "(reckless, never closed"},
        {"TECHDEBT(prudent): simplify", "TECHDEBT", "simplify"},
        {"TECHDEBT: simplify", "TECHDEBT", "simplify"},
        {"some words DEBT(prudent): simplify", "DEBT", "simplify"},
        {"@debt simplify", "DEBT", "simplify"},
        {"@Debt(reckless) simplify", "DEBT", "simplify"},
        {"\\debt simplify", "DEBT", "simplify"},
        {"- @debt: simplify", "DEBT", "simplify"},
        {"@techdebt simplify", "TECHDEBT", "simplify"},
        {"@debt(\"reckless\", \"owner=mia\") simplify", "DEBT", "simplify"},
    };
    for (const Case& c : cases) {
        const Annotation read = annotationOf(c.text);
        EXPECT_EQ(read.tag, c.tag) << c.text;
        EXPECT_EQ(read.title, c.title) << c.text;
    }
}

TEST(TagReader, TellsMentionsFromAnnotations) {
    const char* const cases[] = {
        "see the TODO in foo.c",
        "write \"TODO\" there",
        "write \"a TODO: b\" there",
        "write `TODO` there",
        "write `TODO: x` there",
        "`TODO: x` is how",
        "'TODO' is a word",
        "\xE2\x80\x9CTODO\xE2\x80\x9D is a word",
        "this is a HACK",
        "TODO, FIXME and XXX are words",
        "TODO|FIXME|HACK",
        "TODO = 5;",
        "TODO=5",
        "TODO.txt lists them",
        "in docs/TODO: nothing",
        "--mode=TODO: all",
        "$TODO: all",
        "Kind::TODO::x",
        "a TODO::x",
        "Kind.TODO: x",
        "TODO's owner",
        "TODO-list of things",
        "non-TODO: comments",
        "see @TODO there",
        "the XXX-XXX mask",
        "a TODO : b",
        "the TODO (see below)",
        "THIS IS A HACK",
        "NOTED TODO there",
    };
    for (const char* text : cases) {
        const Reading reading = readSample("// " + std::string(text));
        ASSERT_FALSE(reading.annotations.empty()) << text;
        for (const Annotation& found : reading.annotations) EXPECT_TRUE(found.mention) << text;
    }
}

TEST(TagReader, PassesOverWhatIsNoTag) {
    const char* const cases[] = {
        "todo: lower case is a word",
        "Todo: as well",
        "TODOs remain",
        "MASTODON",
        "TODO_LIST",
        "MY_TODO",
        "M\xC3\x89TODO: a Spanish word",
        "XXXXXX",
        "please do @todo this",
        "mail me@todo.example",
        "mail me@TODO.example",
        "we have DEBT to pay",
        "DEBT(BNB) = 150",
        "DEBT (and more)",
        "DEBT",
        "DEBT recklessness",
        "INDEBT: x",
        "DEBT_MAX: 5",
        "config.DEBT: 5",
        "Foo::DEBT: 5",
        "DEBT::count",
        "a@debt.example wrote",
        "x_@debt y",
        "x.@debt y",
        "x-@debt y",
        "@debt.reckless(\"commented out\")",
        "@debts of the past",
        "\\xxx is an escape",
        "**DEBT** is no tag",
        "DEBT(label) without a colon",
        "talk of @debt here",
        "debt: lower case is a word",
        "technical debt(reckless): no",
    };
    for (const char* text : cases) {
        EXPECT_TRUE(readSample("// " + std::string(text)).annotations.empty()) << text;
    }
}

TEST(TagReader, MentionsAQuotedDebt) {
    const Reading reading = readSample("// write `DEBT(reckless): x` there");
    ASSERT_EQ(reading.annotations.size(), 1U);
    EXPECT_TRUE(reading.annotations[0].mention);
    EXPECT_EQ(reading.annotations[0].stated, Statement{});
}

TEST(TagReader, GivesAMentionTheTextAroundIt) {
    const Reading reading = readSample("// see the TODO in foo.c");
    EXPECT_EQ(reading.annotations.at(0).title, "see the TODO in foo.c");
}

TEST(TagReader, ReadsTheWildForms) {
    EXPECT_EQ(annotationOf("FIXME! x").stated.urgency, 1);
    EXPECT_EQ(annotationOf("FIXME!!! x").stated.urgency, 2);
    EXPECT_EQ(annotationOf("TODO #12: x").stated.ticket, "#12");
    EXPECT_EQ(annotationOf("TODO [2026-01-01]: x").stated.due, parseDate("2026-01-01"));
    EXPECT_EQ(annotationOf("TODO @alice: x").stated.owner, "@alice");
    const Annotation puzzle = annotationOf("@todo #12:15m/DEV x");
    EXPECT_EQ(puzzle.stated.ticket, "#12");
    EXPECT_EQ(puzzle.stated.effort, std::chrono::minutes(15));
    EXPECT_EQ(puzzle.stated.labels, std::vector<std::string>{"DEV"});
}

TEST(TagReader, ReadsABareWordOfALegacyTagAsItsOwner) {
    EXPECT_EQ(annotationOf("TODO(alice): x").stated.owner, "@alice");
    EXPECT_EQ(annotationOf("TODO(alice-b.c_d): x").stated.owner, "@alice-b.c_d");
    EXPECT_EQ(annotationOf("TODO(s): x").stated, Statement{});
    EXPECT_EQ(annotationOf("XXX(1): x").stated.owner, "");
    EXPECT_EQ(annotationOf("TODO(alice smith): x").stated.owner, "");
    EXPECT_EQ(annotationOf("DEBT(alice): x").stated.owner, "");
}

TEST(TagReader, MergesTheArgumentsOfTagsThatFollowEachOther) {
    const Annotation read = annotationOf("FIXME(bob): TODO(#12): x");
    EXPECT_EQ(read.stated.owner, "@bob");
    EXPECT_EQ(read.stated.ticket, "#12");
}

TEST(TagReader, RemarksOnAParenthesisThatIsNotClosed) {
    const Annotation read = annotationOf("DEBT(reckless, x");
    ASSERT_EQ(read.diagnostics.size(), 1U);
    EXPECT_EQ(read.stated.debtClass, DebtClass::Unclassified);
}

TEST(TagReader, FindsTwoAnnotationsOnOneLine) {
    const auto all = annotationsIn("// TODO: first FIXME: second");
    ASSERT_EQ(all.size(), 2U);
    EXPECT_EQ(all[0].title, "first");
    EXPECT_EQ(all[1].title, "second");
}

} // namespace
} // namespace paydown::annotations

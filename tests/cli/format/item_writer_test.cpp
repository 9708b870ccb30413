// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/format/item_writer.h"

#include <nlohmann/json.hpp>

namespace paydown::cli {
namespace {

/// A snapshot with one item whose text tries everything it can.
class WritingAnItem : public testing::Test {
protected:
    WritingAnItem() {
        item.id = {"7f3kq2m4ab"};
        item.place = {"pay/b\xe9nk.cpp", 88, 5};
        item.language = "cpp";
        item.annotation.tag = "DEBT";
        item.annotation.title = "retries \x1b[31mforever | <b>";
        item.annotation.stated.debtClass = DebtClass::Reckless;
        item.introduced = CommitRef{{}, {"Mia", "mia@corp.example"}, {1762074672, 60}, false};
        snapshot.head = CommitId{};
        view.item = &item;
        view.debtClass = DebtClass::Reckless;
        view.owner = "@mia";
        view.ownerSource = OwnerSource::Annotation;
    }

    std::string written(ListFormat format) {
        std::string text;
        Output output(text);
        const ShortIds shortIds({item.id});
        const WriterContext context{&snapshot, &shortIds, *parseDate("2026-11-23"), {}};
        const auto writer = makeItemWriter(format, output, context);
        writer->begin();
        writer->item(view);
        writer->end();
        return text;
    }

    Item item;
    ItemView view;
    Snapshot snapshot;
};

TEST_F(WritingAnItem, AsATableEscapesTheTerminalAndShowsTheShortId) {
    const std::string line = written(ListFormat::Table);
    EXPECT_THAT(line, testing::StartsWith("D-7f3k"));
    EXPECT_THAT(line, testing::HasSubstr("pay/b\\xe9nk.cpp:88"));
    EXPECT_THAT(line, testing::Not(testing::HasSubstr("\x1b")));
}

TEST_F(WritingAnItem, AsJsonKeepsTheRawBytesBesideTheText) {
    const auto document = nlohmann::json::parse(written(ListFormat::Json));
    EXPECT_EQ(document["version"], 1);
    const auto& json = document["items"][0];
    EXPECT_EQ(json["id"], "7f3kq2m4ab");
    EXPECT_EQ(json["path"], "pay/b\xEF\xBF\xBDnk.cpp");
    EXPECT_EQ(json["path_bytes"], "cGF5L2LpbmsuY3Bw");
    EXPECT_EQ(json["introduced"]["date"], "2025-11-02T10:11:12+01:00");
    EXPECT_EQ(json["owner_source"], "annotation");
    EXPECT_TRUE(json["ended"].is_null());
}

TEST_F(WritingAnItem, HoldsEveryMemberThatTheFormatPromises) {
    const auto json = nlohmann::json::parse(written(ListFormat::Jsonl));
    for (const char* member :
         {"id",       "path",   "line",   "column",  "form",       "tag",          "language",   "class",
          "intent",   "title",  "body",   "symbol",  "owner",      "owner_source", "due",        "effort_minutes",
          "urgency",  "ticket", "labels", "fields",  "mention",    "state",        "period",     "slips",
          "sleeping", "alike",  "also",   "aliases", "introduced", "changed",      "ended",      "parent",
          "interest", "score",  "rank",   "reasons", "stated",     "decided",      "diagnostics"}) {
        EXPECT_TRUE(json.contains(member)) << member;
    }
}

TEST_F(WritingAnItem, AsMarkdownCannotBecomeMarkup) {
    EXPECT_THAT(written(ListFormat::Markdown), testing::HasSubstr("forever \\| \\<b\\>"));
}

TEST_F(WritingAnItem, AsVimLineNamesPlaceAndText) {
    EXPECT_EQ(written(ListFormat::Vim), "pay/b\\xe9nk.cpp:88:5: DEBT: retries \\x1b[31mforever | <b>\n");
}

TEST_F(WritingAnItem, AsCsvHasAHeaderAndOneRecord) {
    const std::string text = written(ListFormat::Csv);
    EXPECT_THAT(text, testing::StartsWith("id,path,line,"));
    EXPECT_EQ(std::ranges::count(text, '\n'), 2);
}

TEST_F(WritingAnItem, PendingHasNoIdInJson) {
    item.id = {};
    item.introduced.reset();
    const auto json = nlohmann::json::parse(written(ListFormat::Jsonl));
    EXPECT_TRUE(json["id"].is_null());
    EXPECT_TRUE(json["introduced"].is_null());
    EXPECT_EQ(json["state"], "pending");
}

} // namespace
} // namespace paydown::cli

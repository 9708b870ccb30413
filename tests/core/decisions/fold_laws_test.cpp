// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/decisions/fold.h"
#include "core/decisions/record_codec.h"
#include "tests/core/decisions/sample_records.h"

#include <algorithm>
#include <random>

namespace paydown {
namespace {

using Records = std::vector<DecisionRecord>;

/// Random records of few items, fields and ids, so that ties, undos, clashes and repetitions come up often.
class RandomRecords {
public:
    explicit RandomRecords(unsigned seed) : m_random(seed) {}

    Records some(unsigned atMost) {
        Records records(below(atMost + 1));
        std::ranges::generate(records, [&] { return one(); });
        return records;
    }
    unsigned below(unsigned bound) { return std::uniform_int_distribution<unsigned>(0, bound - 1)(m_random); }
    Records shuffled(Records records) {
        std::ranges::shuffle(records, m_random);
        return records;
    }

private:
    DecisionRecord one() {
        static const std::vector<std::string> kFields{"owner", "verdict", "note", "slip", "answer", "undo", "mood"};
        const std::string name = kFields[below(static_cast<unsigned>(kFields.size()))];
        DecisionRecord record =
            recordOf(below(40), 1 + below(4), name, below(4) == 0 ? "" : "v" + std::to_string(below(3)));
        record.item.value = below(2) == 0 ? "aaaaaaaaaa" : "bbbbbbbbbb";
        record.time.seconds = 1'790'000'000 + below(3);
        if (name == field::kUndo) record.takesBack = {ulidOf(below(40)), ulidOf(below(40))};
        return record;
    }

    std::mt19937 m_random;
};

/// Everything a fold says, as a text.
std::string spelled(const FoldedDecisions& decisions) {
    std::map<ItemId, std::string> byItem;
    for (const auto& [id, item] : decisions.items) {
        std::string text = std::to_string(item.slips) + (item.answeredAt ? " " + formatDate(*item.answeredAt) : "");
        for (const auto& [name, value] : item.fields)
            text += " " + std::string(name) + "=" + value.value + "/" + value.recordId;
        for (const auto& note : item.notes) text += " note " + note.value + "/" + note.recordId;
        byItem[id] = text;
    }
    std::string all;
    for (const auto& [id, text] : byItem) all += id.value + ": " + text + "\n";
    return all;
}

std::vector<std::string> linesOf(const Records& records) {
    std::vector<std::string> lines;
    for (const auto& record : records) lines.push_back(encodeRecord(record).value());
    return lines;
}

class FoldLaws : public ::testing::TestWithParam<unsigned> {};

TEST_P(FoldLaws, UnionIsCommutative) {
    RandomRecords random(GetParam());
    const Records a = random.some(30);
    const Records b = random.some(30);
    EXPECT_EQ(linesOf(uniteRecords(a, b)), linesOf(uniteRecords(b, a)));
}

TEST_P(FoldLaws, UnionIsAssociative) {
    RandomRecords random(GetParam());
    const Records a = random.some(20);
    const Records b = random.some(20);
    const Records c = random.some(20);
    EXPECT_EQ(linesOf(uniteRecords(uniteRecords(a, b), c)), linesOf(uniteRecords(a, uniteRecords(b, c))));
}

TEST_P(FoldLaws, UnionIsIdempotent) {
    RandomRecords random(GetParam());
    const Records once = uniteRecords(random.some(30), {});
    EXPECT_EQ(linesOf(uniteRecords(once, once)), linesOf(once));
}

TEST_P(FoldLaws, OrderOfArrivalDoesNotMatter) {
    RandomRecords random(GetParam());
    const Records records = uniteRecords(random.some(60), {});
    EXPECT_EQ(spelled(foldDecisions(records)), spelled(foldDecisions(random.shuffled(records))));
}

INSTANTIATE_TEST_SUITE_P(Seeds, FoldLaws, ::testing::Range(0U, 200U));

} // namespace
} // namespace paydown

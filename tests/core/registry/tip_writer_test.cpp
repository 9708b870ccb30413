// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/registry/tip_writer.h"

#include "core/registry/database.h"
#include "core/registry/history_store_sqlite.h"

#include <SQLiteCpp/Database.h>
#include <algorithm>
#include <map>
#include <random>

namespace paydown {
namespace {

using ::testing::ElementsAre;
using ::testing::IsEmpty;

TipItem itemAt(ItemNo number, std::uint32_t line, CommitNo ended = kNoNumber) {
    TipItem item;
    item.standing.item = number;
    item.standing.line = line;
    item.language = "c";
    item.ended = ended;
    return item;
}

TipInterest interestIn(ItemNo number, CommitNo touching) {
    TipInterest interest;
    interest.item = number;
    interest.extent = {1, 2};
    interest.touches = {{touching, {20'000, 1}}};
    return interest;
}

/// An ended item that a merge brought to its end.
StoredEvent impliedEnding(ItemNo number, CommitNo merge) {
    StoredEvent event;
    event.item = number;
    event.sequence = kImpliedSequence;
    event.commit = merge;
    event.kind = EventKind::Ended;
    event.ending = EndingKind::Dropped;
    return event;
}

/// A registry in memory whose tips are written one after the other.
class Registry {
public:
    Registry() : m_sql(m_database), m_tips(m_sql) {}

    void write(const TipState& tip) {
        m_tips.write(tip);
        m_tips.forgetOldest();
    }
    /// Everything that the views say of a tip, a line a row.
    std::vector<std::string> told(CommitNo tip) {
        std::vector<std::string> lines;
        for (const std::string view :
             {"history_item_at", "history_event_at", "history_interest_at", "history_skip_at"}) {
            SQLite::Statement query(m_database.sqlite(), "SELECT * FROM " + view + " WHERE tip=?");
            query.bind(1, static_cast<std::int64_t>(tip));
            while (query.executeStep()) lines.push_back(view + rowOf(query));
        }
        std::ranges::sort(lines);
        return lines;
    }
    std::vector<std::int64_t> numbers(const std::string& sql) {
        std::vector<std::int64_t> found;
        SQLite::Statement query(m_database.sqlite(), sql);
        while (query.executeStep()) found.push_back(query.getColumn(0).getInt64());
        return found;
    }

private:
    static std::string rowOf(SQLite::Statement& query) {
        std::string row;
        for (int column = 0; column < query.getColumnCount(); ++column)
            row += "|" + query.getColumn(column).getString();
        return row;
    }

    Database m_database;
    Statements m_sql;
    TipWriter m_tips;
};

/// What is known of a tip, whole, and the same told upon another tip.
class RandomTips {
public:
    explicit RandomTips(unsigned seed) : m_random(seed) {}

    TipState first(CommitNo commit) {
        TipState tip;
        tip.commit = commit;
        for (ItemNo item = 0; item < 60; ++item) change(tip, item);
        tip.skipped = {{"a.c", "too large"}};
        m_whole[commit] = tip;
        return tip;
    }
    TipState upon(CommitNo base, CommitNo commit) {
        TipState tip;
        tip.commit = commit;
        tip.base = base;
        const std::size_t changes = pick(8);
        std::map<ItemNo, bool> changed;
        for (std::size_t i = 0; i < changes; ++i) changed[static_cast<ItemNo>(pick(80))] = true;
        for (const auto& [item, isChanged] : changed) change(tip, item);
        touchOther(tip, changed);
        if (pick(4) == 0) tip.skipped = {{"b.c", "commit " + std::to_string(commit)}};
        m_whole[commit] = merged(m_whole.at(base), tip);
        return tip;
    }
    const TipState& whole(CommitNo commit) const { return m_whole.at(commit); }
    std::size_t pick(std::size_t count) { return std::uniform_int_distribution<std::size_t>(0, count - 1)(m_random); }

private:
    void change(TipState& tip, ItemNo item) {
        const bool hasEnded = pick(3) == 0;
        tip.items.push_back(itemAt(item, static_cast<std::uint32_t>(1 + pick(100)), hasEnded ? tip.commit : kNoNumber));
        if (!hasEnded) tip.interest.push_back(interestIn(item, tip.commit));
        if (hasEnded && pick(2) == 0) tip.implied.push_back(impliedEnding(item, tip.commit));
    }
    /// Interest alone, in what stands where it stood.
    void touchOther(TipState& tip, const std::map<ItemNo, bool>& changed) {
        for (const TipInterest& one : m_whole.at(tip.base).interest) {
            if (pick(20) == 0 && !changed.contains(one.item)) tip.interest.push_back(interestIn(one.item, tip.commit));
        }
    }
    static TipState merged(const TipState& base, const TipState& tip) {
        TipState all = tip;
        all.base = kNoNumber;
        const auto says = [](const auto& rows, ItemNo item, auto itemOf) {
            return std::ranges::find(rows, item, itemOf) != rows.end();
        };
        const auto ofItem = [](const TipItem& one) { return one.standing.item; };
        for (const TipItem& one : base.items) {
            if (!says(tip.items, one.standing.item, ofItem)) all.items.push_back(one);
        }
        for (const TipInterest& one : base.interest) {
            const bool isTold = says(tip.items, one.item, ofItem) || says(tip.interest, one.item, &TipInterest::item);
            if (!isTold) all.interest.push_back(one);
        }
        for (const StoredEvent& one : base.implied) {
            if (!says(tip.items, one.item, ofItem)) all.implied.push_back(one);
        }
        for (const SkippedFile& one : base.skipped) {
            if (std::ranges::find(tip.skipped, one.path, &SkippedFile::path) == tip.skipped.end())
                all.skipped.push_back(one);
        }
        return all;
    }

    std::mt19937 m_random;
    std::map<CommitNo, TipState> m_whole;
};

void expectToldAsWhole(Registry& layered, const RandomTips& random) {
    for (const std::int64_t tip : layered.numbers("SELECT tip FROM history_tip")) {
        SCOPED_TRACE("tip " + std::to_string(tip));
        const auto commit = static_cast<CommitNo>(tip);
        Registry whole;
        whole.write(random.whole(commit));
        EXPECT_EQ(layered.told(commit), whole.told(commit));
        EXPECT_EQ(layered.numbers("SELECT open FROM history_tip WHERE tip=" + std::to_string(tip)),
                  whole.numbers("SELECT open FROM history_tip"));
    }
}

TEST(TipWriter, ReadsLayersAsIfEachTipHadBeenWrittenWhole) {
    for (unsigned seed = 0; seed < 8; ++seed) {
        RandomTips random(seed);
        Registry layered;
        layered.write(random.first(0));
        for (CommitNo commit = 1; commit <= 100; ++commit) {
            const auto tips = layered.numbers("SELECT tip FROM history_tip ORDER BY used DESC");
            // Mostly the tip that was used last, sometimes another branch, sometimes a tip that is known already.
            const auto base = static_cast<CommitNo>(random.pick(3) > 0 ? tips.front() : tips[random.pick(tips.size())]);
            layered.write(random.upon(base, commit));
            if (random.pick(10) == 0) layered.write(random.whole(base));
            if (commit % 20 != 0) continue;
            expectToldAsWhole(layered, random);
            ASSERT_FALSE(HasFailure()) << "seed " << seed << ", commit " << commit;
        }
    }
}

TEST(TipWriter, KeepsNoRowsOfCommitsThatNoTipNeeds) {
    RandomTips random(7);
    Registry registry;
    registry.write(random.first(0));
    for (CommitNo commit = 1; commit < 200; ++commit) registry.write(random.upon(commit - 1, commit));
    for (const std::string table : {"history_tip_item", "history_tip_event", "history_tip_interest", "history_skip"}) {
        EXPECT_THAT(registry.numbers("SELECT DISTINCT tip FROM " + table +
                                     " WHERE tip NOT IN (SELECT tip FROM history_tip "
                                     "UNION SELECT base FROM history_tip WHERE base IS NOT NULL)"),
                    IsEmpty())
            << table;
    }
    EXPECT_EQ(registry.numbers("SELECT tip FROM history_tip").size(), HistoryStore::kMaxTips);
}

TEST(TipWriter, WritesOnlyWhatACommitChanged) {
    Registry registry;
    TipState first;
    for (ItemNo item = 0; item < 1'000; ++item) first.items.push_back(itemAt(item, 1));
    registry.write(first);
    TipState next;
    next.commit = 1;
    next.base = 0;
    next.items = {itemAt(5, 2), itemAt(1'000, 3), itemAt(6, 4, 1)};
    registry.write(next);
    EXPECT_THAT(registry.numbers("SELECT item FROM history_tip_item WHERE tip=1"), ElementsAre(5, 6, 1'000));
    EXPECT_THAT(registry.numbers("SELECT count(*) FROM history_item_at WHERE tip=1"), ElementsAre(1'001));
    EXPECT_THAT(registry.numbers("SELECT open FROM history_tip WHERE tip=1"), ElementsAre(1'000));
}

TEST(TipWriter, WritesAWholeTipAgainOnceLayersHaveCostAsMuch) {
    Registry registry;
    TipState tip;
    for (ItemNo item = 0; item < 1'000; ++item) tip.items.push_back(itemAt(item, 1));
    registry.write(tip);
    std::vector<CommitNo> wholeOnes;
    for (CommitNo commit = 1; commit <= 200; ++commit) {
        tip = {};
        tip.commit = commit;
        tip.base = commit - 1;
        tip.items = {itemAt(commit, 2)};
        registry.write(tip);
        const auto whole =
            registry.numbers("SELECT tip FROM history_tip WHERE base IS NULL AND tip=" + std::to_string(commit));
        if (!whole.empty()) wholeOnes.push_back(commit);
    }
    // 1 + 2 + … + 49 rows are less than 256 + 1,000, and one more layer is not.
    EXPECT_THAT(wholeOnes, ElementsAre(50, 100, 150, 200));
}

TEST(TipUse, WritesNothingWhereTheTipsAreThoseOfLastTime) {
    Database database;
    HistoryStoreSqlite store(database);
    HistoryBatch batch;
    for (CommitNo commit = 0; commit < 3; ++commit) batch.tips.emplace_back().commit = commit;
    store.apply(batch);
    const auto used = [&] {
        std::vector<CommitNo> tips;
        for (const TipBasis& tip : store.tips()) tips.push_back(tip.commit);
        return tips;
    };
    store.useTips({0, 1});
    EXPECT_THAT(used(), ElementsAre(1, 0, 2));
    const auto changes = database.sqlite().getTotalChanges();
    store.useTips({0, 1});
    store.useTips({2, 1});
    EXPECT_EQ(database.sqlite().getTotalChanges(), changes);
    store.useTips({1, 0});
    EXPECT_THAT(used(), ElementsAre(0, 1, 2));
}

} // namespace
} // namespace paydown

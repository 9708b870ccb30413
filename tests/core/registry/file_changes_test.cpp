// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/registry/file_changes.h"

#include "core/registry/history_store_sqlite.h"
#include "core/registry/recent_history.h"

#include <SQLiteCpp/Database.h>

namespace paydown {
namespace {

using ::testing::ElementsAre;
using ::testing::IsEmpty;
using ::testing::SizeIs;

constexpr std::int64_t kDaySeconds = 86'400;

Date dayNumber(int day) { return Date(std::chrono::days(day)); }

CommitId commitNumber(CommitNo number) {
    CommitId id;
    id.bytes.fill(static_cast<std::uint8_t>(number + 1));
    return id;
}

/// Commits 0, 1, … and a file that each of some changed; one item, open at the tips that are told.
class FileChangesTest : public ::testing::Test {
protected:
    FileChangesTest() {
        m_batch.paths = {{0, "a.c"}, {1, "b.c"}};
        StoredText text;
        text.hash = 1;
        text.annotation.title = "one";
        m_batch.texts.push_back(text);
        StoredItem item;
        item.id.value = "aaaaaaaaaa";
        m_batch.items.push_back(item);
    }

    void commit(int day, const std::vector<CommitNo>& parents) {
        HistoryBatch::NumberedCommit one;
        one.number = m_number++;
        one.commit.id = commitNumber(one.number);
        one.commit.author = {"Mia", "mia@corp.example"};
        one.commit.authored = {day * kDaySeconds, 0};
        one.commit.committed = one.commit.authored;
        one.parents = parents;
        m_batch.commits.push_back(one);
    }
    void change(PathNo path, const std::vector<CommitNo>& commits) { m_batch.changes.push_back({path, commits}); }
    void tip(CommitNo commit, const std::vector<CommitNo>& outside = {}) {
        TipState state;
        state.commit = commit;
        state.basis = {commit, outside};
        state.items.emplace_back();
        state.items.back().language = "c";
        state.interest.push_back({0, 0, kNoNumber, {3, 9}, {{m_touching, {20'000, 1}}}});
        m_batch.tips.push_back(state);
    }
    void write() {
        HistoryStoreSqlite(m_database).apply(m_batch);
        m_batch = {};
    }
    std::vector<Date> changesOfA(CommitNo tip) {
        Statements sql(m_database);
        const FileChanges changes = readFileChanges(sql, tip);
        return changes.contains(0) ? *changes.at(0) : std::vector<Date>{};
    }

    Database m_database;
    HistoryBatch m_batch;
    CommitNo m_number = 0;
    CommitNo m_touching = 1;
};

TEST_F(FileChangesTest, AreDaysOfTheTipsOwnHistoryNewestFirst) {
    commit(20'000, {});
    commit(20'010, {0});
    commit(20'005, {0});
    commit(20'020, {1}); // Without commit 2.
    change(0, {0, 1, 2, 3});
    change(1, {1});
    tip(3, {2, 3});
    write();
    EXPECT_THAT(changesOfA(3), ElementsAre(dayNumber(20'020), dayNumber(20'010), dayNumber(20'000)));
}

TEST_F(FileChangesTest, LeaveOutWhatComesAfterTheTip) {
    commit(20'000, {});
    commit(20'010, {0});
    commit(20'020, {1});
    change(0, {0, 1, 2});
    tip(1);
    write();
    EXPECT_THAT(changesOfA(1), ElementsAre(dayNumber(20'010), dayNumber(20'000)));
}

TEST_F(FileChangesTest, LeaveOutWhatIsBehindTheHorizon) {
    const int horizon = static_cast<int>(kChurnHorizon.count());
    commit(10'000, {});
    commit(20'000 - horizon - 1, {0});
    commit(20'000 - horizon, {1});
    commit(20'000, {2});
    change(0, {0, 1, 2, 3});
    tip(3);
    write();
    EXPECT_THAT(changesOfA(3), ElementsAre(dayNumber(20'000), dayNumber(20'000 - horizon)));
}

TEST_F(FileChangesTest, AreOfFilesWithOpenItemsOnly) {
    commit(20'000, {});
    change(1, {0});
    m_touching = 0;
    tip(0);
    write();
    Statements sql(m_database);
    EXPECT_THAT(readFileChanges(sql, 0), IsEmpty());
}

TEST_F(FileChangesTest, AreTheSameForRowsThatTellNoDays) {
    commit(20'000, {});
    commit(20'010, {0});
    change(0, {0, 1});
    tip(1);
    write();
    m_database.sqlite().exec("UPDATE history_change SET days=x'', last_day=NULL");
    EXPECT_THAT(changesOfA(1), ElementsAre(dayNumber(20'010), dayNumber(20'000)));
}

TEST_F(FileChangesTest, PackDaysOfAnyOrder) {
    const std::vector<std::int32_t> days{20'000, 19'990, 20'100, -5};
    EXPECT_EQ(unpackDays(packDays(days)), days);
}

TEST_F(FileChangesTest, TellRecentCommitsWithWhatTheyTouched) {
    commit(20'000, {});
    commit(20'010, {0});
    commit(20'011, {0});
    commit(20'012, {1, 2});
    tip(3);
    write();
    const auto recent = readRecentCommits(m_database, commitNumber(3), dayNumber(20'010));
    ASSERT_THAT(recent, SizeIs(3));
    EXPECT_EQ(recent[0].id, commitNumber(1));
    EXPECT_THAT(recent[0].touched, ElementsAre(ItemId{"aaaaaaaaaa"}));
    EXPECT_THAT(recent[1].touched, IsEmpty());
    EXPECT_TRUE(recent[2].isMerge);
    EXPECT_THAT(readRecentCommits(m_database, commitNumber(9), dayNumber(0)), IsEmpty());
}

TEST_F(FileChangesTest, TellTheCodeOfItems) {
    commit(20'000, {});
    m_touching = 0;
    tip(0);
    write();
    const auto code = readCodeOfItems(m_database, commitNumber(0));
    ASSERT_THAT(code, SizeIs(1));
    EXPECT_EQ(code[0].path, "a.c");
    EXPECT_EQ(code[0].code, (LineExtent{3, 9}));
}

TEST_F(FileChangesTest, TellAllTouchesOfFilesForComparison) {
    commit(1'000, {});
    commit(20'010, {0});
    change(0, {0, 1});
    tip(1);
    write();
    const std::vector<std::string> paths{"a.c", "none.c"};
    const auto touches = readFileTouches(m_database, commitNumber(1), paths);
    ASSERT_THAT(touches[0], SizeIs(2));
    EXPECT_EQ(touches[0][0].day, dayNumber(20'010));
    EXPECT_EQ(touches[0][1].day, dayNumber(1'000));
    EXPECT_THAT(touches[1], IsEmpty());
}

} // namespace
} // namespace paydown

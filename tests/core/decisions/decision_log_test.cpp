// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/decisions/decision_log.h"

#include "core/base/error.h"
#include "core/decisions/record_codec.h"
#include "tests/core/decisions/sample_records.h"

#include <filesystem>
#include <fstream>
#include <thread>
#include <unistd.h>

namespace paydown {
namespace {

namespace fs = std::filesystem;
using Records = std::vector<DecisionRecord>;

class DecisionLogTest : public ::testing::Test {
protected:
    void SetUp() override {
        std::string name = (fs::temp_directory_path() / "paydown-log-XXXXXX").string();
        ASSERT_NE(::mkdtemp(name.data()), nullptr);
        m_folder = name;
        m_path = (m_folder / "decisions.jsonl").string();
    }
    void TearDown() override { fs::remove_all(m_folder); }

    [[nodiscard]] DecisionLog log() const { return DecisionLog(m_path); }
    [[nodiscard]] std::string bytes() const {
        std::ifstream file(m_path, std::ios::binary);
        return {std::istreambuf_iterator<char>(file), {}};
    }
    void write(std::string_view text) const { std::ofstream(m_path, std::ios::binary) << text; }
    void append(const Records& records) const { log().lockForAppend().append(records); }
    [[nodiscard]] std::vector<std::string> idsIn() const {
        std::vector<std::string> ids;
        for (const auto& record : log().read().records) ids.push_back(record.id);
        return ids;
    }

    fs::path m_folder;
    std::string m_path;
};

std::string lineOf(const DecisionRecord& record) { return encodeRecord(record).value() + "\n"; }

TEST_F(DecisionLogTest, IsEmptyWhenThereIsNone) {
    EXPECT_EQ(log().size(), 0U);
    EXPECT_TRUE(log().read().records.empty());
    EXPECT_FALSE(fs::exists(m_path));
}

TEST_F(DecisionLogTest, HoldsOneLinePerRecord) {
    append({recordOf(1, 1, "owner", "@mia")});
    append({recordOf(2, 2, "owner", "@kai"), recordOf(3, 1, "verdict", "prudent")});
    EXPECT_EQ(bytes(), lineOf(recordOf(1, 1, "owner", "@mia")) + lineOf(recordOf(2, 2, "owner", "@kai")) +
                           lineOf(recordOf(3, 1, "verdict", "prudent")));
}

TEST_F(DecisionLogTest, GoesOnWhereReadingEnded) {
    append({recordOf(1, 1, "owner", "@mia")});
    const auto end = log().read().end;
    append({recordOf(2, 2, "owner", "@kai")});
    const LogSlice news = log().read(end);
    ASSERT_EQ(news.records.size(), 1U);
    EXPECT_EQ(news.records[0].id, ulidOf(2));
    EXPECT_EQ(news.end, log().size());
}

// A kill may leave any part of the line that was being written.
TEST_F(DecisionLogTest, KeepsWhatWasAcknowledgedWhereverTheLastLineIsTorn) {
    const std::string first = lineOf(recordOf(1, 1, "owner", "@mia"));
    const std::string last = lineOf(recordOf(2, 2, "owner", "@kai"));
    for (std::size_t kept = 0; kept < last.size(); ++kept) {
        write(first + last.substr(0, kept));
        EXPECT_THAT(idsIn(), ::testing::ElementsAre(ulidOf(1))) << kept;
        EXPECT_EQ(log().read().end, first.size()) << kept;
        append({recordOf(3, 2, "owner", "@ann")});
        const auto ids = idsIn();
        EXPECT_EQ(ids.front(), ulidOf(1)) << kept;
        EXPECT_EQ(ids.back(), ulidOf(3)) << kept;
        EXPECT_TRUE(bytes().starts_with(first + last.substr(0, kept))) << "nothing is taken out, at " << kept;
    }
}

TEST_F(DecisionLogTest, SetsBadLinesAsideAndReadsOn) {
    const std::string first = lineOf(recordOf(1, 1, "owner", "@mia"));
    write(first + "garbage\n" + std::string(5'000'000, 'x') + "\n" + lineOf(recordOf(2, 2, "owner", "@kai")));
    const LogSlice slice = log().read();
    EXPECT_EQ(slice.records.size(), 2U);
    ASSERT_EQ(slice.badLines.size(), 2U);
    EXPECT_EQ(slice.badLines[0].offset, first.size());
    EXPECT_EQ(slice.badLines[0].reason, "not JSON");
    EXPECT_EQ(slice.badLines[1].reason, "longer than 4096 bytes");
}

TEST_F(DecisionLogTest, AddsNothingWhenOneRecordOfABatchIsTooLong) {
    DecisionRecord tooLong = recordOf(2, 1, "why", std::string(5000, 'x'));
    EXPECT_THROW(append({recordOf(1, 1, "owner", "@mia"), tooLong}), Error);
    EXPECT_EQ(bytes(), "");
}

TEST_F(DecisionLogTest, FinishesABatchThatAKillCutOff) {
    const std::string before = lineOf(recordOf(1, 1, "owner", "@mia"));
    const std::string batch = lineOf(recordOf(2, 2, "owner", "@kai")) + lineOf(recordOf(3, 1, "verdict", "prudent"));
    for (std::size_t kept = 0; kept <= batch.size(); kept += 3) {
        write(before + batch.substr(0, kept));
        std::ofstream(m_path + ".pending", std::ios::binary) << batch;
        ASSERT_TRUE(log().needsRecovery());
        { const auto writer = log().lockForAppend(); }
        EXPECT_THAT(idsIn(), ::testing::UnorderedElementsAre(ulidOf(1), ulidOf(2), ulidOf(3))) << kept;
        EXPECT_FALSE(log().needsRecovery()) << kept;
    }
}

TEST_F(DecisionLogTest, TakesABatchThatLacksOnlyItsLastLineFeedForWhole) {
    const std::string batch = lineOf(recordOf(2, 2, "owner", "@kai")) + lineOf(recordOf(3, 1, "verdict", "prudent"));
    write(batch.substr(0, batch.size() - 1));
    std::ofstream(m_path + ".pending", std::ios::binary) << batch;
    { const auto writer = log().lockForAppend(); }
    EXPECT_EQ(bytes(), batch);
}

TEST_F(DecisionLogTest, ForgetsABatchThatWasCutOffBeforeItWasWhole) {
    append({recordOf(1, 1, "owner", "@mia")});
    std::ofstream(m_path + ".pending.new") << lineOf(recordOf(2, 2, "owner", "@kai"));
    append({recordOf(3, 3, "owner", "@ann"), recordOf(4, 4, "owner", "@bob")});
    EXPECT_THAT(idsIn(), ::testing::ElementsAre(ulidOf(1), ulidOf(3), ulidOf(4)));
}

TEST_F(DecisionLogTest, LeavesNothingPending) {
    append({recordOf(1, 1, "owner", "@mia"), recordOf(2, 1, "due", "2027-01-01")});
    EXPECT_EQ(std::distance(fs::directory_iterator(m_folder), fs::directory_iterator()), 1);
}

TEST_F(DecisionLogTest, SaysThatTheDiskIsFull) {
    const DecisionLog full("/dev/full");
    auto writer = full.lockForAppend();
    try {
        writer.append(Records{recordOf(1, 1, "owner", "@mia")});
        ADD_FAILURE() << "nothing was thrown";
    } catch (const Error& error) {
        EXPECT_STREQ(error.what(), "write /dev/full: No space left on device");
        EXPECT_EQ(error.remedy(), "free some space and run it again");
    }
}

TEST_F(DecisionLogTest, SaysThatItCannotBeWritten) {
    const DecisionLog nowhere((m_folder / "missing" / "decisions.jsonl").string());
    EXPECT_THROW((void)nowhere.lockForAppend(), Error);
}

TEST_F(DecisionLogTest, KnowsItsBeginningAgain) {
    append({recordOf(1, 1, "owner", "@mia")});
    const auto bytesBefore = log().size();
    const std::string before = log().fingerprint(bytesBefore);
    append({recordOf(2, 2, "owner", "@kai")});
    EXPECT_EQ(log().fingerprint(bytesBefore), before);
    EXPECT_NE(log().fingerprint(log().size()), before);
    write(lineOf(recordOf(9, 1, "owner", "@mia")));
    EXPECT_NE(log().fingerprint(bytesBefore), before);
    write("");
    EXPECT_EQ(log().fingerprint(bytesBefore), "");
}

TEST_F(DecisionLogTest, KeepsTheRecordsOfAllWhoWriteAtOnce) {
    constexpr unsigned kWriters = 4;
    constexpr unsigned kRecords = 25;
    {
        std::vector<std::jthread> writers;
        for (unsigned writer = 0; writer < kWriters; ++writer) {
            writers.emplace_back([&, writer] {
                for (unsigned i = 0; i < kRecords; ++i) {
                    const unsigned number = writer * kRecords + i;
                    append({recordOf(2 * number, 1, "owner", "@mia"), recordOf(2 * number + 1, 1, "due", "")});
                }
            });
        }
    }
    EXPECT_EQ(log().read().records.size(), 2 * kWriters * kRecords);
    EXPECT_TRUE(log().read().badLines.empty());
}

} // namespace
} // namespace paydown

// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/registry/batch_queue.h"

#include "core/base/error.h"

#include <algorithm>

namespace paydown {
namespace {

using ::testing::ElementsAre;

HistoryBatch batchOf(CommitNo number) {
    HistoryBatch batch;
    batch.commits.emplace_back().number = number;
    return batch;
}

TEST(BatchQueue, WritesBatchesInTheirOrder) {
    std::vector<CommitNo> written;
    BatchQueue queue([&](const HistoryBatch& batch) { written.push_back(batch.commits[0].number); });
    for (CommitNo i = 0; i < 20; ++i) queue.add(batchOf(i));
    queue.drain();
    EXPECT_EQ(written.size(), 20U);
    EXPECT_TRUE(std::ranges::is_sorted(written));
}

TEST(BatchQueue, TakesBatchesAgainAfterItWasDrained) {
    std::vector<CommitNo> written;
    BatchQueue queue([&](const HistoryBatch& batch) { written.push_back(batch.commits[0].number); });
    for (CommitNo i = 0; i < 3; ++i) {
        queue.add(batchOf(i));
        queue.drain();
        EXPECT_EQ(written.size(), i + 1);
    }
}

TEST(BatchQueue, WritesWhatWaitsAtItsEnd) {
    std::vector<CommitNo> written;
    {
        BatchQueue queue([&](const HistoryBatch& batch) { written.push_back(batch.commits[0].number); });
        for (CommitNo i = 0; i < 3; ++i) queue.add(batchOf(i));
    }
    EXPECT_THAT(written, ElementsAre(0U, 1U, 2U));
}

TEST(BatchQueue, WritesNothingBehindABatchThatFailed) {
    std::vector<CommitNo> written;
    BatchQueue queue([&](const HistoryBatch& batch) {
        if (batch.commits[0].number == 1) throw Error("write history: the disk is full", "make room");
        written.push_back(batch.commits[0].number);
    });
    const auto addAll = [&] {
        for (CommitNo i = 0; i < 20; ++i) queue.add(batchOf(i));
        queue.drain();
    };
    EXPECT_THROW(addAll(), Error);
    EXPECT_THAT(written, ElementsAre(0U));
}

} // namespace
} // namespace paydown

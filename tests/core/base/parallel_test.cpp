// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/parallel.h"

#include <atomic>
#include <stdexcept>

namespace paydown {
namespace {

TEST(ForRanges, CallEachIndexOnceHoweverManyThereAre) {
    for (const std::size_t count : {0U, 1U, 7U, 64U, 1001U}) {
        std::vector<std::atomic<int>> calls(count);
        forRanges(count, 3, [&](std::size_t from, std::size_t to) {
            for (std::size_t i = from; i < to; ++i) ++calls[i];
        });
        for (const auto& times : calls) EXPECT_EQ(times, 1) << count;
    }
}

TEST(ForRanges, MakeNoThreadForLittle) {
    std::vector<std::thread::id> threads;
    forRanges(5, 3, [&](std::size_t, std::size_t) { threads.push_back(std::this_thread::get_id()); });
    EXPECT_EQ(threads, std::vector{std::this_thread::get_id()});
}

TEST(ForRanges, EndAllBeforeTheyTellOfAFailure) {
    std::atomic<std::size_t> seen = 0;
    const auto work = [&](std::size_t from, std::size_t to) {
        seen += to - from;
        if (from == 0) throw std::runtime_error("the first");
    };
    EXPECT_THROW(forRanges(100, 1, work), std::runtime_error);
    EXPECT_EQ(seen, 100U);
}

} // namespace
} // namespace paydown

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <algorithm>
#include <cstddef>
#include <exception>
#include <mutex>
#include <thread>
#include <vector>

namespace paydown {

/// Calls `work(begin, end)` for ranges that make up [0, count), each on a thread of its own, this one among them;
/// returns when all are done. With fewer than 2 · `leastEach` there is one range, and no thread is made.
/// @throws what one of the calls threw, when the others have ended.
template <typename Work>
void forRanges(std::size_t count, std::size_t leastEach, Work work) {
    const std::size_t processors = std::max(1U, std::thread::hardware_concurrency());
    const std::size_t parts = std::clamp<std::size_t>(count / std::max<std::size_t>(leastEach, 1), 1, processors);
    std::mutex mutex;
    std::exception_ptr failure;
    const auto run = [&](std::size_t part) {
        try {
            work(count * part / parts, count * (part + 1) / parts);
        } catch (...) {
            const std::lock_guard lock(mutex);
            if (!failure) failure = std::current_exception();
        }
    };
    {
        std::vector<std::jthread> others;
        for (std::size_t part = 1; part < parts; ++part) others.emplace_back(run, part);
        run(0);
    }
    if (failure) std::rethrow_exception(failure);
}

} // namespace paydown

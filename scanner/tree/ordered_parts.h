// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "scanner/tree/tree_reader.h"

#include <condition_variable>
#include <exception>
#include <map>
#include <mutex>
#include <optional>
#include <stop_token>

namespace paydown {

/// Parts of a reading between the workers that fill them in any order and the one thread that takes them in theirs. A
/// worker that is far ahead waits, so that memory does not grow with the tree. Thread-safe.
class OrderedParts {
public:
    /// Waits until the part is near enough to the one that is taken next. @returns false when told to stop.
    [[nodiscard]] bool waitForTurn(std::size_t index, const std::stop_token& stop);
    void put(std::size_t index, TreeReading&& part);
    /// Ends the reading: take() throws what is given here.
    void fail(std::exception_ptr failure);
    /// There are so many parts and no more.
    void close(std::size_t count);

    /// Whether take() would have to wait.
    [[nodiscard]] bool isLate() const;
    /// The next part; nothing after the last one.
    [[nodiscard]] std::optional<TreeReading> take();

private:
    mutable std::mutex m_mutex;
    std::condition_variable_any m_changed;
    std::map<std::size_t, TreeReading> m_parts;
    std::size_t m_next = 0; ///< The part that is taken next.
    std::optional<std::size_t> m_count;
    std::exception_ptr m_failure;
};

} // namespace paydown

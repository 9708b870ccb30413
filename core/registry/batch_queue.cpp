// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/registry/batch_queue.h"

#include <utility>

namespace paydown {

BatchQueue::~BatchQueue() {
    if (m_thread.joinable()) m_thread.join();
}

void BatchQueue::add(HistoryBatch batch) {
    constexpr std::size_t kMostWaiting = 6; // Some megabytes each.
    std::unique_lock lock(m_mutex);
    m_taken.wait(lock, [this] { return m_waiting.size() < kMostWaiting; });
    rethrow();
    m_waiting.push_back(std::move(batch));
    if (m_isWriting) return;
    if (m_thread.joinable()) m_thread.join(); // It has seen that nothing waits, and ends.
    m_isWriting = true;
    m_thread = std::thread([this] { writeAll(); });
}

void BatchQueue::drain() {
    if (m_thread.joinable()) m_thread.join();
    rethrow();
}

void BatchQueue::rethrow() {
    if (m_failure) std::rethrow_exception(std::exchange(m_failure, nullptr));
}

void BatchQueue::writeAll() {
    while (true) {
        HistoryBatch batch;
        {
            const std::lock_guard lock(m_mutex);
            if (m_waiting.empty()) {
                m_isWriting = false;
                return;
            }
            batch = std::move(m_waiting.front());
            m_waiting.pop_front();
        }
        m_taken.notify_one();
        try {
            m_write(batch);
        } catch (...) {
            const std::lock_guard lock(m_mutex);
            m_failure = std::current_exception();
            m_waiting.clear(); // A batch builds on those before it.
            m_isWriting = false;
            m_taken.notify_one();
            return;
        }
    }
}

} // namespace paydown

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/history_store.h"

#include <condition_variable>
#include <deque>
#include <exception>
#include <functional>
#include <mutex>
#include <thread>

namespace paydown {

/// Writes batches on a thread of its own, in their order, while a walk goes on making them. The thread lives from the
/// first batch until there is nothing to write, so that whoever drains the queue may use the connection again.
/// One thread adds and drains.
class BatchQueue {
public:
    using Write = std::function<void(const HistoryBatch&)>;
    explicit BatchQueue(Write write) : m_write(std::move(write)) {}
    /// Writes what waits.
    ~BatchQueue();

    /// Waits while several batches wait. @throws what a batch before it threw: what follows that one is not written.
    void add(HistoryBatch batch);
    /// Waits until all is written. @throws as add().
    void drain();

private:
    void writeAll();
    void rethrow();

    Write m_write;
    std::mutex m_mutex;
    std::condition_variable m_taken;
    std::deque<HistoryBatch> m_waiting;
    bool m_isWriting = false; ///< Whether the thread will look for a further batch.
    std::exception_ptr m_failure;
    std::thread m_thread;
};

} // namespace paydown

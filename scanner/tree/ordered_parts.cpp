// SPDX-License-Identifier: GPL-3.0-or-later
#include "scanner/tree/ordered_parts.h"

#include <utility>

namespace paydown {

namespace {

constexpr std::size_t kMostAhead = 64;

} // namespace

bool OrderedParts::waitForTurn(std::size_t index, const std::stop_token& stop) {
    std::unique_lock lock(m_mutex);
    return m_changed.wait(lock, stop, [&] { return index < m_next + kMostAhead; });
}

void OrderedParts::put(std::size_t index, TreeReading&& part) {
    const std::lock_guard lock(m_mutex);
    m_parts.emplace(index, std::move(part));
    m_changed.notify_all();
}

void OrderedParts::fail(std::exception_ptr failure) {
    const std::lock_guard lock(m_mutex);
    if (!m_failure) m_failure = std::move(failure);
    m_changed.notify_all();
}

void OrderedParts::close(std::size_t count) {
    const std::lock_guard lock(m_mutex);
    m_count = count;
    m_changed.notify_all();
}

bool OrderedParts::isLate() const {
    const std::lock_guard lock(m_mutex);
    return !m_failure && !m_parts.contains(m_next) && m_count != m_next;
}

std::optional<TreeReading> OrderedParts::take() {
    std::unique_lock lock(m_mutex);
    m_changed.wait(lock, [&] { return m_failure || m_parts.contains(m_next) || m_count == m_next; });
    if (m_failure) std::rethrow_exception(m_failure);
    if (m_count == m_next) return std::nullopt;
    auto part = m_parts.extract(m_next++);
    m_changed.notify_all();
    return std::move(part.mapped());
}

} // namespace paydown

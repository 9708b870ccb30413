// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/priority/priority.h"

#include <algorithm>
#include <cmath>

namespace paydown {

namespace {

constexpr std::int64_t kYearDays = 365;
// After so many half-lives a change counts for less than one in a billion.
constexpr double kForgottenHalfLives = 30;

} // namespace

InterestMeter::InterestMeter(const PriorityConfig& config, Date today, std::size_t peopleCount)
    : m_halfLifeDays(config.halfLifeDays), m_today(today), m_seen(peopleCount + 1, 0) {
    const double horizon = std::min(kForgottenHalfLives * m_halfLifeDays, 40'000.0);
    m_decay.reserve(static_cast<std::size_t>(horizon) + 1);
    for (std::size_t age = 0; age <= static_cast<std::size_t>(horizon); ++age) {
        m_decay.push_back(std::exp2(-static_cast<double>(age) / m_halfLifeDays));
    }
}

void InterestMeter::load(std::span<const Touch> touches) {
    m_loaded = touches.data();
    m_loadedSize = touches.size();
    m_lastYear = 0;
    ++m_epoch;
    m_weightUpTo.resize(touches.size() + 1);
    m_authorsUpTo.resize(touches.size() + 1);
    m_weightUpTo[0] = 0;
    m_authorsUpTo[0] = 0;
    for (std::size_t i = 0; i < touches.size(); ++i) {
        // A commit dated in the future counts as of today.
        const std::int64_t age = std::max<std::int64_t>(0, (m_today - touches[i].day).count());
        const auto slot = static_cast<std::size_t>(age);
        m_weightUpTo[i + 1] = m_weightUpTo[i] + (slot < m_decay.size() ? m_decay[slot] : 0.0);
        std::uint32_t& seen = m_seen[std::min<std::size_t>(touches[i].author, m_seen.size() - 1)];
        m_authorsUpTo[i + 1] = m_authorsUpTo[i] + (seen == m_epoch ? 0U : 1U);
        seen = m_epoch;
        if (age <= kYearDays) m_lastYear = i + 1;
    }
}

Interest InterestMeter::measure(std::span<const Touch> touches, std::optional<Date> since) {
    if (touches.empty()) return {};
    if (touches.data() != m_loaded || touches.size() != m_loadedSize) load(touches);
    std::size_t count = touches.size();
    if (since) {
        const auto older = std::partition_point(touches.begin(), touches.end(),
                                                [&](const Touch& touch) { return touch.day >= *since; });
        count = static_cast<std::size_t>(older - touches.begin());
    }
    Interest interest;
    interest.commits = static_cast<std::uint32_t>(count);
    interest.authors = m_authorsUpTo[count];
    const std::size_t lastYear = std::min(count, m_lastYear);
    interest.lastYearCommits = static_cast<std::uint32_t>(lastYear);
    interest.lastYearAuthors = m_authorsUpTo[lastYear];
    if (count > 0) interest.last = touches.front().day;
    // Damped: five people are more of a sign than one, but not five times as much.
    if (count > 0) interest.weighted = m_weightUpTo[count] * (1.0 + std::log(static_cast<double>(interest.authors)));
    return interest;
}

} // namespace paydown

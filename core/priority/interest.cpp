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
    : m_today(today), m_seen(peopleCount + 1, 0) {
    const double horizon = std::min(kForgottenHalfLives * config.halfLifeDays, 40'000.0);
    m_decay.reserve(static_cast<std::size_t>(horizon) + 1);
    for (std::size_t age = 0; age <= static_cast<std::size_t>(horizon); ++age) {
        m_decay.push_back(std::exp2(-static_cast<double>(age) / config.halfLifeDays));
    }
}

Interest InterestMeter::measure(std::span<const Touch> touches) {
    Interest interest;
    if (touches.empty()) return interest;
    ++m_measurement;
    double weight = 0;
    for (const Touch& touch : touches) {
        // A commit dated in the future counts as of today.
        const std::int64_t age = std::max<std::int64_t>(0, (m_today - touch.day).count());
        const auto slot = static_cast<std::size_t>(age);
        if (slot < m_decay.size()) weight += m_decay[slot];
        std::uint32_t& seen = m_seen[std::min<std::size_t>(touch.author, m_seen.size() - 1)];
        if (seen != m_measurement) ++interest.authors;
        seen = m_measurement;
        ++interest.commits;
        if (age > kYearDays) continue;
        interest.lastYearCommits = interest.commits;
        interest.lastYearAuthors = interest.authors;
    }
    interest.last = touches.front().day;
    // Damped: five people are more of a sign than one, but not five times as much.
    interest.weighted = weight * (1.0 + std::log(static_cast<double>(interest.authors)));
    return interest;
}

} // namespace paydown

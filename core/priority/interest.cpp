// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/priority/priority.h"

#include <algorithm>
#include <cmath>

namespace paydown {

namespace {

constexpr std::int64_t kYearDays = 365;
/// Twenty lines on each side of a mark: what it is about where no function says more. Longer code meets more of the
/// file's changes, but not in proportion.
constexpr double kUsualCodeLines = 40;
// After so many half-lives a change counts for less than one in a billion.
constexpr double kForgottenHalfLives = 30;

} // namespace

InterestMeter::InterestMeter(const PriorityConfig& config, Date today, std::size_t peopleCount)
    : m_today(today), m_fileWeight(config.fileWeight), m_seen(peopleCount + 1, 0) {
    const double horizon = std::min(kForgottenHalfLives * config.halfLifeDays, 40'000.0);
    m_decay.reserve(static_cast<std::size_t>(horizon) + 1);
    for (std::size_t age = 0; age <= static_cast<std::size_t>(horizon); ++age) {
        m_decay.push_back(std::exp2(-static_cast<double>(age) / config.halfLifeDays));
    }
}

/// A commit dated in the future counts as of today.
double InterestMeter::weightAt(Date day) const {
    const auto age = static_cast<std::size_t>(std::max<std::int64_t>(0, (m_today - day).count()));
    return age < m_decay.size() ? m_decay[age] : 0;
}

void InterestMeter::addFile(Interest& interest, const FileWork& file) {
    if (file.changes == nullptr) return;
    if (file.changes != m_lastFile) {
        m_lastFile = file.changes;
        m_lastFileChurn = 0;
        m_lastFileYear = 0;
        for (const Date day : *file.changes) {
            m_lastFileChurn += weightAt(day);
            if ((m_today - day).count() <= kYearDays) ++m_lastFileYear;
        }
    }
    interest.lastYearFileChanges = m_lastFileYear;
    interest.weighted += m_fileWeight * m_lastFileChurn * std::sqrt(file.codeLines / kUsualCodeLines);
}

Interest InterestMeter::measure(std::span<const Touch> touches, const FileWork& file) {
    Interest interest;
    addFile(interest, file);
    if (touches.empty()) return interest;
    ++m_measurement;
    for (const Touch& touch : touches) {
        interest.weighted += weightAt(touch.day);
        std::uint32_t& seen = m_seen[std::min<std::size_t>(touch.author, m_seen.size() - 1)];
        if (seen != m_measurement) ++interest.authors;
        seen = m_measurement;
        ++interest.commits;
        if ((m_today - touch.day).count() > kYearDays) continue;
        interest.lastYearCommits = interest.commits;
        interest.lastYearAuthors = interest.authors;
    }
    interest.last = touches.front().day;
    return interest;
}

} // namespace paydown

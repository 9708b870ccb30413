// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/priority/priority.h"

#include <algorithm>
#include <cmath>
#include <fmt/format.h>

namespace paydown {

namespace {

constexpr double kPressurePerUrgency = 0.5;
constexpr double kPressurePerSlip = 0.5;
constexpr double kPressurePerOverdueMonth = 0.25; // Up to kMostOverduePressure: past that, more days say nothing new.
constexpr double kMostOverduePressure = 1.5;
constexpr double kLeastPrincipal = 0.25;
constexpr double kWorkingDayMinutes = 480;

double classWeight(DebtClass debtClass, const PriorityConfig& config) {
    switch (debtClass) {
    case DebtClass::Reckless: return config.weightReckless;
    case DebtClass::Prudent: return config.weightPrudent;
    case DebtClass::Unclassified: break;
    }
    return config.weightUnclassified;
}

} // namespace

double pressure(const ScoreFacts& facts, Date today) {
    double value = 1 + kPressurePerUrgency * facts.urgency + kPressurePerSlip * facts.slips;
    if (facts.due && *facts.due < today) {
        const auto overdue = static_cast<double>((today - *facts.due).count());
        value += std::min(kMostOverduePressure, kPressurePerOverdueMonth * (1 + overdue / 30));
    }
    return value;
}

double principal(const std::optional<std::chrono::minutes>& effort) {
    if (!effort || effort->count() <= 0) return 1;
    return std::max(kLeastPrincipal, std::sqrt(static_cast<double>(effort->count()) / kWorkingDayMinutes));
}

double rawScore(const Interest& interest, const ScoreFacts& facts, const PriorityConfig& config, Date today) {
    return (config.restingInterest + interest.weighted) * classWeight(facts.debtClass, config) *
           pressure(facts, today) / principal(facts.effort);
}

double shownScore(double raw) { return 100.0 * raw / (raw + 10.0); }

std::string ordinal(std::uint32_t rank) {
    const std::uint32_t tens = rank % 100;
    const bool isTeen = tens >= 11 && tens <= 13;
    const char* ending = "th";
    if (!isTeen && rank % 10 == 1) ending = "st";
    if (!isTeen && rank % 10 == 2) ending = "nd";
    if (!isTeen && rank % 10 == 3) ending = "rd";
    return fmt::format("{}{}", rank, ending);
}

} // namespace paydown

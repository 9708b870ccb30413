// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/report/report_words.h"

#include "cli/format/words.h"
#include "core/model/names.h"

#include <fmt/format.h>

namespace paydown::cli {

std::string percentOf(std::size_t part, std::size_t whole) {
    if (whole == 0) return "0\u00a0%";
    const std::size_t percent = (part * 100 + whole / 2) / whole;
    if (percent == 0 && part > 0) return "under 1\u00a0%";
    return fmt::format("{}\u00a0%", percent);
}

std::string taxHeadline(const Report& report) {
    const ReportPeriod& period = report.facts.period;
    const std::string days = fmt::format("from {} to {}", formatDate(period.first), formatDate(period.last));
    if (report.tax.commits.empty()) return fmt::format("There are no commits {}.", days);
    return fmt::format("{} of the commits {} passed through code with known debt.",
                       percentOf(report.tax.taxed.size(), report.tax.commits.size()), days);
}

std::string taxDetail(const Report& report) {
    if (report.tax.commits.empty()) return {};
    std::string text = fmt::format("{} of {}, merges aside", groupedDigits(report.tax.taxed.size()),
                                   counted(report.tax.commits.size(), "commit"));
    if (!report.taxBefore.commits.empty()) {
        text += fmt::format("; {} in the {} before",
                            percentOf(report.taxBefore.taxed.size(), report.taxBefore.commits.size()),
                            counted(static_cast<std::uint64_t>(report.facts.period.length().count()), "day"));
    }
    return text + ".";
}

std::string halfSentence(const Report& report) {
    if (report.tax.half == 0) return {};
    if (report.tax.half == 1) return "One debt is half of it.";
    return fmt::format("{} debts are half of it.", groupedDigits(report.tax.half));
}

std::string aroundSentence(const EndedDebt& ended) {
    const auto days = [](std::chrono::days length) {
        return counted(static_cast<std::uint64_t>(length.count()), "day");
    };
    const bool hasTimeSince = ended.daysSince.count() > 0;
    if (ended.before.empty() && ended.since.empty()) {
        const std::string since =
            hasTimeSince ? fmt::format(" and the {} since", days(ended.daysSince)) : std::string();
        return fmt::format("Nothing touched its code in the {} before{}.", days(ended.daysBefore), since);
    }
    std::string text = fmt::format("Its code was touched by {} in the {} before",
                                   counted(ended.before.size(), "commit"), days(ended.daysBefore));
    if (!hasTimeSince) return text + ".";
    return text + fmt::format(", by {} in the {} since.", groupedDigits(ended.since.size()), days(ended.daysSince));
}

std::string placeOf(const ItemView& view) { return fmt::format("{}:{}", view.item->place.path, view.item->place.line); }

} // namespace paydown::cli

// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/report/charts.h"

#include "cli/format/words.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <fmt/format.h>

namespace paydown::cli {

namespace {

constexpr double kLeft = 34;
constexpr double kBottom = 20;
constexpr double kTop = 10;

/// In the units of the view box: points of a screen at the usual width of the page.
struct PlotSize {
    double width = 0;
    double height = 0;
};
constexpr PlotSize kHalfPage{520, 190};
constexpr PlotSize kWholePage{1080, 190};

/// A round number at or above a value, for the end of an axis; even from 10 on, so that its half is one too.
std::size_t roundedUp(std::size_t value) {
    std::size_t power = 1;
    while (power * 100 < value) power *= 10;
    for (const std::size_t factor : {1U, 2U, 3U, 4U, 5U, 6U, 8U, 10U, 12U, 16U, 20U, 24U, 30U, 40U, 60U, 80U, 100U}) {
        if (factor * power >= value) return factor * power;
    }
    return value;
}

std::string monthName(Date first) { return formatDate(first).substr(0, 7); }

/// A plot with bars that stand on a base line; what is drawn is scaled to the ends of its axis.
class BarPlot {
public:
    /// @param above, below the ends of the axis; below may be 0.
    BarPlot(std::string_view label, PlotSize size, std::size_t bars, std::size_t above, std::size_t below)
        : m_size(size),
          m_above(std::max<std::size_t>(above, 1)),
          m_below(below),
          m_bars(std::max<std::size_t>(bars, 1)) {
        m_svg = fmt::format(R"(<svg viewBox="0 0 {} {}" role="img" aria-label="{}">)", size.width, size.height, label);
        tick(m_above, y(static_cast<double>(m_above)));
        if (m_above > 1) tick(m_above / 2, y(static_cast<double>(m_above / 2)));
        tick(0, y(0));
        if (m_below > 0) tick(m_below, y(-static_cast<double>(m_below)));
    }

    /// A piece of a bar from one value to another; values below 0 hang from the base line.
    void piece(std::size_t bar, std::string_view cssClass, double from, double to, std::string_view saying) {
        if (from == to) return;
        const double top = y(std::max(from, to));
        const double pitch = this->pitch();
        const double gap = std::min(2.0, pitch * 0.15);
        m_svg += fmt::format(
            R"(<rect class="{}" x="{:.1f}" y="{:.1f}" width="{:.1f}" height="{:.1f}"><title>{}</title></rect>)",
            cssClass, kLeft + pitch * static_cast<double>(bar), top, pitch - gap, y(std::min(from, to)) - top, saying);
    }

    /// Below the bar; not where it would reach beyond the plot.
    void nameBar(std::size_t bar, std::string_view name) {
        constexpr double kLetterWidth = 6.5;
        const double x = kLeft + pitch() * static_cast<double>(bar);
        if (x + kLetterWidth * static_cast<double>(name.size()) > m_size.width) return;
        m_svg += fmt::format(R"(<text x="{:.1f}" y="{}">{}</text>)", x, m_size.height - 5, name);
    }

    [[nodiscard]] std::string finished() { return m_svg + "</svg>"; }

private:
    [[nodiscard]] double pitch() const { return (m_size.width - kLeft) / static_cast<double>(m_bars); }

    [[nodiscard]] double y(double value) const {
        const double span = m_size.height - kTop - kBottom;
        return kTop + span * (static_cast<double>(m_above) - value) / static_cast<double>(m_above + m_below);
    }

    void tick(std::size_t value, double at) {
        m_svg += fmt::format(
            R"(<path class="axis" d="M{0} {1:.1f}H{2}"/><text x="{3}" y="{4:.1f}" text-anchor="end">{5}</text>)", kLeft,
            at, m_size.width, kLeft - 5, at + 4, groupedDigits(value));
    }

    PlotSize m_size;
    std::size_t m_above;
    std::size_t m_below;
    std::size_t m_bars;
    std::string m_svg;
};

/// Names a few bars, evenly, so that the names do not meet.
template <typename NameOf>
void nameBars(BarPlot& plot, std::size_t bars, NameOf&& nameOf) {
    constexpr std::size_t kMostNames = 6;
    const std::size_t step = (bars + kMostNames - 1) / kMostNames;
    for (std::size_t bar = 0; bar < bars && step > 0; bar += step) plot.nameBar(bar, nameOf(bar));
}

/// The classes of the style sheet, by EndingKind; kinds that say little share one.
constexpr std::array<std::string_view, kEndingKinds> kEndingClasses{"paid",  "dropped", "erased",
                                                                    "other", "other",   "other"};
constexpr std::array<std::string_view, kEndingKinds> kEndingWords{"paid",     "dropped",  "erased",
                                                                  "reverted", "excluded", "tidied"};

std::size_t sumOf(const std::array<std::size_t, kEndingKinds>& counts) {
    std::size_t sum = 0;
    for (const std::size_t count : counts) sum += count;
    return sum;
}

} // namespace

std::string taxChart(const Report& report) {
    const ReportPeriod& period = report.facts.period;
    constexpr std::chrono::days kLongPeriod{400};
    const std::chrono::days step{period.length() > kLongPeriod ? 28 : 7};
    const auto bars = static_cast<std::size_t>((period.length() + step - std::chrono::days{1}) / step);
    std::vector<std::size_t> all(bars, 0);
    std::vector<std::size_t> taxed(bars, 0);
    // Whole steps end on the last day, so that the newest bar is a full one.
    const auto barOf = [&](std::uint32_t commit) {
        const auto back = static_cast<std::size_t>((period.last - report.facts.commits[commit].day) / step);
        return bars - 1 - std::min(back, bars - 1);
    };
    for (const std::uint32_t commit : report.tax.commits) ++all[barOf(commit)];
    for (const std::uint32_t commit : report.tax.taxed) ++taxed[barOf(commit)];
    BarPlot plot("Commits by week, and how many of them passed through code with known debt", kWholePage, bars,
                 roundedUp(std::ranges::max(all)), 0);
    const auto firstOf = [&](std::size_t bar) {
        return std::max(period.first, period.last - step * static_cast<int>(bars - bar) + std::chrono::days{1});
    };
    for (std::size_t bar = 0; bar < bars; ++bar) {
        const std::string saying = fmt::format("{} days from {}: {} of {} commits passed through debt", step.count(),
                                               formatDate(firstOf(bar)), taxed[bar], all[bar]);
        plot.piece(bar, "taxed", 0, static_cast<double>(taxed[bar]), saying);
        plot.piece(bar, "bar", static_cast<double>(taxed[bar]), static_cast<double>(all[bar]), saying);
    }
    nameBars(plot, bars, [&](std::size_t bar) { return formatDate(firstOf(bar)); });
    return plot.finished();
}

std::string comingAndGoingChart(std::span<const MonthOfDebt> months) {
    std::size_t came = 0;
    std::size_t went = 0;
    for (const MonthOfDebt& month : months) {
        came = std::max(came, month.introduced);
        went = std::max(went, sumOf(month.ended));
    }
    BarPlot plot("Debts introduced and ended by month", kHalfPage, months.size(), roundedUp(came),
                 went == 0 ? 0 : roundedUp(went));
    for (std::size_t bar = 0; bar < months.size(); ++bar) {
        const MonthOfDebt& month = months[bar];
        plot.piece(bar, "came", 0, static_cast<double>(month.introduced),
                   fmt::format("{}: {} introduced", monthName(month.first), month.introduced));
        double down = 0;
        for (std::size_t kind = 0; kind < kEndingKinds; ++kind) {
            const double to = down - static_cast<double>(month.ended[kind]);
            plot.piece(bar, kEndingClasses[kind], down, to,
                       fmt::format("{}: {} {}", monthName(month.first), month.ended[kind], kEndingWords[kind]));
            down = to;
        }
    }
    nameBars(plot, months.size(), [&](std::size_t bar) { return monthName(months[bar].first); });
    return plot.finished();
}

std::string openChart(std::span<const MonthOfDebt> months) {
    std::size_t most = 0;
    for (const MonthOfDebt& month : months) most = std::max(most, month.open.all());
    BarPlot plot("Debts open at the end of each month, by class", kHalfPage, months.size(), roundedUp(most), 0);
    for (std::size_t bar = 0; bar < months.size(); ++bar) {
        const OpenCounts& open = months[bar].open;
        double at = 0;
        const auto stack = [&](std::string_view cssClass, std::size_t count, std::string_view word) {
            const double to = at + static_cast<double>(count);
            plot.piece(bar, cssClass, at, to, fmt::format("{}: {} {}", monthName(months[bar].first), count, word));
            at = to;
        };
        stack("area-reckless", open.reckless, "reckless");
        stack("area-prudent", open.prudent, "prudent");
        stack("area-plain", open.unclassified, "unclassified");
    }
    nameBars(plot, months.size(), [&](std::size_t bar) { return monthName(months[bar].first); });
    return plot.finished();
}

std::string sparkline(std::span<const std::size_t> values) {
    if (values.size() < 2) return {};
    constexpr double kSparkWidth = 112;
    constexpr double kSparkHeight = 24;
    const auto [low, high] = std::ranges::minmax(values);
    const double span = std::max(1.0, static_cast<double>(high - low));
    std::string points;
    for (std::size_t i = 0; i < values.size(); ++i) {
        const double x = 2 + (kSparkWidth - 4) * static_cast<double>(i) / static_cast<double>(values.size() - 1);
        const double y = kSparkHeight - 4 - (kSparkHeight - 8) * static_cast<double>(values[i] - low) / span;
        points += fmt::format("{}{:.1f} {:.1f}", i == 0 ? "M" : "L", x, y);
    }
    return fmt::format(
        R"(<svg class="spark" viewBox="0 0 {} {}" role="img" aria-label="from {} to {}"><path class="line" )"
        R"(d="{}"/></svg>)",
        kSparkWidth, kSparkHeight, values.front(), values.back(), points);
}

} // namespace paydown::cli

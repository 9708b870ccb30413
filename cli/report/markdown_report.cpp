// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/report/markdown_report.h"

#include "cli/format/markdown.h"
#include "cli/format/words.h"
#include "cli/report/report_words.h"
#include "core/model/names.h"

#include <fmt/format.h>

namespace paydown::cli {

namespace {

constexpr std::size_t kShownTolls = 12;
constexpr std::size_t kShownEnded = 10;
constexpr std::size_t kShownTop = 5;
constexpr std::size_t kShownHex = 10;

class MarkdownSummary {
public:
    explicit MarkdownSummary(const ReportToWrite& what) : m_report(*what.report), m_shortIds(*what.shortIds) {}

    std::string write() {
        const Snapshot& snapshot = *m_report.worklist->snapshot;
        m_text = fmt::format("## Technical debt of {}\n\n**{}** {} {}\n\n", markdownText(snapshot.name),
                             taxHeadline(m_report), taxDetail(m_report), halfSentence(m_report));
        writeTolls();
        writeEnded();
        writeAhead();
        writeTop();
        m_text += fmt::format("\n{} open, {} reckless, {} asleep, {} new in the period.\n",
                              groupedDigits(m_report.open.all()), groupedDigits(m_report.open.reckless),
                              groupedDigits(m_report.open.sleeping), groupedDigits(m_report.introduced.size()));
        return m_text;
    }

private:
    [[nodiscard]] const ItemView& view(std::uint32_t item) const { return m_report.worklist->items[item]; }

    /// "D-7f3k **retries forever** (pay/bank.cpp:88)"
    [[nodiscard]] std::string debt(std::uint32_t item) const {
        const Annotation& annotation = view(item).item->annotation;
        return fmt::format("{} **{}** ({})", m_shortIds.shown(view(item).item->id),
                           markdownText(annotation.title.empty() ? annotation.tag : annotation.title),
                           markdownText(placeOf(view(item))));
    }

    void rest(std::size_t all, std::size_t shown) {
        if (all > shown) m_text += fmt::format("- … and {} more\n", groupedDigits(all - shown));
    }

    void writeTolls() {
        const std::size_t shown = std::min(m_report.tax.half, kShownTolls);
        for (std::size_t i = 0; i < shown; ++i) {
            const DebtTax::Toll& toll = m_report.tax.tolls[i];
            m_text += fmt::format("- {}: {}\n", debt(toll.item), counted(toll.commits.size(), "commit"));
        }
        rest(m_report.tax.half, shown);
    }

    void writeEnded() {
        const std::string kinds = endingsByKind(m_report.endedByKind);
        m_text += fmt::format("\n### Paid\n\n{}\n\n", kinds.empty() ? "No debt ended." : "Ended: " + kinds + ".");
        const std::size_t shown = std::min(m_report.ended.size(), kShownEnded);
        for (std::size_t i = 0; i < shown; ++i) {
            const EndedDebt& ended = m_report.ended[i];
            const Ending& ending = *view(ended.item).item->ended;
            m_text += fmt::format("- {}: {} by {}. {}\n", debt(ended.item), nameOf(ending.kind),
                                  toHex(ending.at.commit).substr(0, kShownHex), aroundSentence(ended));
        }
        rest(m_report.ended.size(), shown);
    }

    void writeAhead() {
        if (!m_report.plan.empty()) m_text += "\n### Plan\n\n";
        for (const PlannedPeriod& planned : m_report.plan) {
            m_text += fmt::format("**{}**\n\n", planned.name);
            for (const std::uint32_t item : planned.items) {
                const std::string& owner = view(item).owner;
                m_text += fmt::format("- {}: {}\n", debt(item), owner.empty() ? "nobody" : markdownText(owner));
            }
            m_text += "\n";
        }
        if (!m_report.answers.empty()) m_text += "\n### Needs an answer\n\n";
        for (const std::uint32_t item : m_report.answers) {
            m_text += fmt::format("- {}: slipped {}\n", debt(item), counted(view(item).slips, "time"));
        }
        if (!m_report.incidents.empty()) m_text += "\n### Incidents\n\n";
        for (const Incident& incident : m_report.incidents) {
            m_text +=
                fmt::format("- {}: {} open, {} without an owner, {} without a date\n", markdownText(incident.name),
                            incident.open.size(), incident.withoutOwner.size(), incident.withoutDate.size());
        }
    }

    void writeTop() {
        if (m_report.top.empty()) return;
        m_text += "\n### First by rank\n\n";
        for (std::size_t i = 0; i < m_report.top.size() && i < kShownTop; ++i) {
            std::string facts;
            for (const std::string& reason : view(m_report.top[i]).score.reasons) facts += " " + markdownText(reason);
            m_text += fmt::format("{}. {}.{}\n", i + 1, debt(m_report.top[i]), facts);
        }
    }

    const Report& m_report;
    const ShortIds& m_shortIds;
    std::string m_text;
};

} // namespace

std::string markdownReport(const ReportToWrite& what) { return MarkdownSummary(what).write(); }

} // namespace paydown::cli

// SPDX-License-Identifier: GPL-3.0-or-later
// What debt cost and what was paid: the sections of the page that stand on commits.
#include "cli/format/words.h"
#include "cli/report/charts.h"
#include "cli/report/page_parts.h"
#include "cli/report/report_words.h"
#include "core/model/names.h"

#include <fmt/format.h>
#include <initializer_list>
#include <string>
#include <string_view>
#include <utility>

namespace paydown::cli {

namespace {

/// Of debts behind the first half, so many more are listed; all have their commits in the list of all of them.
constexpr std::size_t kFurtherTolls = 20;

void writeTolls(PageParts& parts, std::size_t begin, std::size_t end) {
    parts.page.markup("<table><tbody>");
    for (std::size_t at = begin; at < end; ++at) {
        const DebtTax::Toll& toll = parts.report.tax.tolls[at];
        parts.page.markup("<tr>");
        parts.debtCells(toll.item);
        const ItemView& view = parts.view(toll.item);
        if (view.item->ended) {
            parts.page.element("span",
                               fmt::format("Ended on {}: {}.", formatDate(dateOf(view.item->ended->at.committed)),
                                           nameOf(view.item->ended->kind)),
                               "facts good");
        }
        parts.facts(view);
        parts.commitList(counted(toll.commits.size(), "commit"), toll.commits);
        parts.page.markup("</td></tr>");
    }
    parts.page.markup("</tbody></table>");
}

/// What the colours of a chart mean: class of the style sheet, and words of our own.
std::string legend(std::initializer_list<std::pair<std::string_view, std::string_view>> keys) {
    std::string text = "<figcaption>";
    for (const auto& [cssClass, words] : keys) {
        text += fmt::format(R"(<span class="label"><span class="key {}"></span>{}</span> )", cssClass, words);
    }
    return text + "</figcaption>";
}

void writeTaxChart(PageParts& parts) {
    parts.page.markup("<figure>")
        .markup(taxChart(parts.report))
        .markup(legend({{"taxed", "commits that passed through debt"}, {"bar", "other commits"}}))
        .markup("</figure>");
}

void writeMonths(PageParts& parts) {
    parts.page.markup("<div class=\"pair\"><figure>")
        .markup(comingAndGoingChart(parts.report.months))
        .markup(legend({{"came", "introduced"},
                        {"paid", "paid"},
                        {"dropped", "dropped"},
                        {"erased", "erased"},
                        {"other", "otherwise ended, by month"}}))
        .markup("</figure><figure>")
        .markup(openChart(parts.report.months))
        .markup(legend({{"area-reckless", "reckless"},
                        {"area-prudent", "prudent"},
                        {"area-plain", "unclassified, open at the end of each month"}}))
        .markup("</figure></div>\n");
}

std::string capitalized(std::string_view word) {
    std::string text(word);
    if (!text.empty() && text[0] >= 'a' && text[0] <= 'z') text[0] = static_cast<char>(text[0] - 'a' + 'A');
    return text;
}

std::string endedFacts(const ItemView& view, const EndedDebt& ended) {
    const Ending& ending = *view.item->ended;
    std::string text = fmt::format("{} on {} by {}", capitalized(nameOf(ending.kind)),
                                   formatDate(dateOf(ending.at.committed)), toHex(ending.at.commit).substr(0, 10));
    if (view.item->introduced && !view.item->introduced->boundary) {
        const auto age = dateOf(ending.at.committed) - dateOf(view.item->introduced->committed);
        if (age.count() > 0) text += fmt::format(", after {}", formatAge(age));
    }
    return text + ". " + aroundSentence(ended);
}

void writeEnded(PageParts& parts, const EndedDebt& ended) {
    const ItemView& view = parts.view(ended.item);
    parts.page.markup("<tr>");
    parts.debtCells(ended.item);
    parts.page.element("span", endedFacts(view, ended),
                       view.item->ended->kind == EndingKind::Erased ? "facts amber" : "facts");
    if (!ended.before.empty()) parts.commitList(counted(ended.before.size(), "commit") + " before", ended.before);
    if (!ended.since.empty()) parts.commitList(counted(ended.since.size(), "commit") + " since", ended.since);
    parts.page.markup("</td></tr>");
}

} // namespace

void writeTaxSection(PageParts& parts) {
    const Report& report = parts.report;
    const OpenCounts& open = report.open;
    parts.page.markup("<ul class=\"counts\">");
    const auto number = [&](std::size_t count, std::string_view words, std::string_view cssClass) {
        parts.page.markup("<li>").element("b", groupedDigits(count), cssClass).text(words).markup("</li>");
    };
    number(open.all(), "open", "");
    number(open.reckless, "reckless", open.reckless > 0 ? "reckless" : "");
    number(open.prudent, "prudent", "");
    number(open.unclassified, "unclassified", "");
    number(open.sleeping, "asleep for two years", "");
    number(report.introduced.size(), "new in the period", "");
    number(report.endedByKind[static_cast<std::size_t>(EndingKind::Paid)], "paid in the period", "good");
    parts.page.markup("</ul>\n");
    if (report.tax.commits.empty()) return;
    writeTaxChart(parts);
    if (report.tax.taxed.empty()) return;
    parts.page.element("h3", report.tax.half == 1 ? "The debt that is half of it"
                                                  : fmt::format("The {} debts that are half of it", report.tax.half));
    writeTolls(parts, 0, report.tax.half);
    const std::size_t further = std::min(report.tax.tolls.size(), report.tax.half + kFurtherTolls);
    if (further > report.tax.half) {
        parts.page.markup("<details class=\"long\">")
            .element("summary", fmt::format("{} that commits passed through",
                                            counted(report.tax.tolls.size() - report.tax.half, "more debt")));
        writeTolls(parts, report.tax.half, further);
        parts.page.markup("</details>");
    }
    parts.commitList("All " + counted(report.tax.taxed.size(), "commit") + " that passed through debt",
                     report.tax.taxed, PageParts::Length::Long);
    parts.page.markup("\n");
}

void writeEndedSection(PageParts& parts) {
    const Report& report = parts.report;
    parts.section("ended", "Paid, and what that changed");
    const std::string kinds = endingsByKind(report.endedByKind);
    parts.page.element("p", kinds.empty() ? "No debt ended in the period."
                                          : fmt::format("{} ended: {}.", counted(report.ended.size(), "debt"), kinds));
    if (report.endedByKind[static_cast<std::size_t>(EndingKind::Erased)] > 0) {
        parts.page.element("p", "Erased: the comment went and the code stayed as it was. Worth a look.", "muted");
    }
    writeMonths(parts);
    if (!report.ended.empty()) {
        parts.page.markup("<table><tbody>");
        for (const EndedDebt& ended : report.ended) writeEnded(parts, ended);
        parts.page.markup("</tbody></table>");
    }
    if (report.introduced.empty()) return;
    parts.page.element("h3", fmt::format("{} in the period", counted(report.introduced.size(), "new debt")));
    parts.debtTable(report.introduced, [&](std::uint32_t item) {
        const CommitRef& introduced = *parts.view(item).item->introduced;
        parts.page.element("span",
                           fmt::format("Introduced on {} by {}.", formatDate(dateOf(introduced.committed)),
                                       toHex(introduced.commit).substr(0, 10)),
                           "facts");
    });
}

} // namespace paydown::cli

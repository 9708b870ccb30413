// SPDX-License-Identifier: GPL-3.0-or-later
// What lies ahead, and where debt lies: the sections of the page below what was paid.
#include "cli/format/words.h"
#include "cli/report/charts.h"
#include "cli/report/page_parts.h"
#include "cli/report/report_words.h"

#include <fmt/format.h>

namespace paydown::cli {

namespace {

std::string plannedFacts(const ItemView& view) {
    std::string text = view.owner.empty() ? std::string("nobody") : view.owner;
    if (view.effort) text += ", " + formatEffort(*view.effort);
    if (view.due) text += ", due " + formatDate(*view.due);
    if (view.slips > 0) text += ", slipped " + (view.slips == 1 ? std::string("once") : counted(view.slips, "time"));
    return text;
}

void writePlan(PageParts& parts) {
    parts.section("plan", "Plan");
    if (parts.report.plan.empty()) {
        parts.page.element("p", "Nothing is placed in this period or a later one.", "muted");
        return;
    }
    for (const PlannedPeriod& planned : parts.report.plan) {
        parts.page.element("h3", planned.name);
        parts.debtTable(planned.items, [&](std::uint32_t item) {
            parts.page.element("span", plannedFacts(parts.view(item)), "facts");
        });
    }
}

void writeAnswers(PageParts& parts) {
    parts.section("answers", "Needs an answer");
    if (parts.report.answers.empty()) {
        parts.page.element("p", "Nothing has slipped so often that it needs one.", "muted");
        return;
    }
    parts.page.element("p", "Another owner or date, smaller pieces, or living with it:");
    parts.debtTable(parts.report.answers,
                    [&](std::uint32_t item) { parts.page.element("span", plannedFacts(parts.view(item)), "facts"); });
}

/// "At most three open debts, each with an owner and a date: 4 are open, 1 has no owner."
std::string incidentSentence(const Incident& incident) {
    std::string text = counted(incident.open.size(), "debt") + " open";
    if (incident.ended > 0) text += fmt::format(", {} ended", groupedDigits(incident.ended));
    if (!incident.withoutOwner.empty()) text += fmt::format(", {} without an owner", incident.withoutOwner.size());
    if (!incident.withoutDate.empty()) text += fmt::format(", {} without a date", incident.withoutDate.size());
    if (incident.open.size() > kMostDebtsOfIncident) {
        text += fmt::format("; more than {} is more than anybody does", kMostDebtsOfIncident);
    }
    return text + ".";
}

void writeIncidents(PageParts& parts) {
    parts.section("incidents", "Incidents");
    if (parts.report.incidents.empty()) {
        parts.page.element("p", "No open debt names an incident (from=).", "muted");
        return;
    }
    for (const Incident& incident : parts.report.incidents) {
        parts.page.element("h3", incident.name);
        parts.page.element("p", incidentSentence(incident), incident.isInOrder() ? "" : "amber");
        parts.debtTable(incident.open, [&](std::uint32_t item) {
            parts.page.element("span", plannedFacts(parts.view(item)), "facts");
        });
    }
}

void writeFolderRow(PageParts& parts, const FolderOfDebt& folder) {
    HtmlWriter& page = parts.page;
    page.markup("<tr><td>").element("span", folder.path, "title");
    parts.commitList(fmt::format("{} of {}", groupedDigits(folder.taxed.size()), counted(folder.commits, "commit")),
                     folder.taxed, PageParts::Length::Long);
    page.markup("</td>");
    page.element("td", folder.commits == 0 ? "–" : percentOf(folder.taxed.size(), folder.commits), "number");
    page.element("td", groupedDigits(folder.open.all()), "number");
    page.element("td", groupedDigits(folder.open.reckless), "number");
    page.element("td", groupedDigits(folder.open.sleeping), "number roomy");
    page.element("td", groupedDigits(folder.introduced), "number roomy");
    page.element("td", groupedDigits(folder.ended[static_cast<std::size_t>(EndingKind::Paid)]), "number roomy");
    page.markup("<td class=\"roomy\">").markup(sparkline(folder.openByMonth)).markup("</td></tr>");
}

} // namespace

void writePlanSections(PageParts& parts) {
    writePlan(parts);
    writeAnswers(parts);
    writeIncidents(parts);
}

void writeRankingSection(PageParts& parts) {
    const Report& report = parts.report;
    parts.section("ranking", "First by rank");
    if (report.top.empty()) {
        parts.page.element("p", "No open debt is awake.", "muted");
        return;
    }
    parts.page.element("p", fmt::format("The first {} of {} awake, with the facts behind their place.",
                                        report.top.size(), counted(report.worklist->byRank.size(), "debt")));
    parts.page.markup("<table><tbody>");
    for (const std::uint32_t item : report.top) {
        parts.page.markup("<tr>").element("td", std::to_string(parts.view(item).score.rank), "rank");
        parts.debtCells(item);
        parts.facts(parts.view(item));
        parts.page.markup("</td></tr>");
    }
    parts.page.markup("</tbody></table>");
}

void writeFolderSection(PageParts& parts) {
    parts.section("folders", "Folders");
    if (parts.report.folders.empty()) {
        parts.page.element("p", "No folder holds any debt.", "muted");
        return;
    }
    parts.page.element("p", "Share: how many of the period's commits in a folder passed through a debt there.", "muted")
        .markup("<table><thead><tr><th>Folder</th><th class=\"number\">Share</th>"
                "<th class=\"number\">Open</th><th class=\"number\">Reckless</th><th class=\"number roomy\">Asleep</th>"
                "<th class=\"number roomy\">New</th><th class=\"number roomy\">Paid</th>"
                "<th class=\"roomy\">Open in two years</th></tr></thead><tbody>");
    for (const FolderOfDebt& folder : parts.report.folders) writeFolderRow(parts, folder);
    parts.page.markup("</tbody></table>");
}

} // namespace paydown::cli

// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/report/page_parts.h"

#include "cli/report/report_words.h"
#include "core/model/names.h"

namespace paydown::cli {

namespace {

constexpr std::size_t kShownHexDigits = 10;

} // namespace

void PageParts::section(std::string_view id, std::string_view heading) {
    page.markup("<h2 id=\"").markup(id).markup("\">").text(heading).markup("</h2>\n");
}

void PageParts::commitList(std::string_view summary, std::span<const std::uint32_t> commits, Length length) {
    if (commits.empty()) {
        page.text(summary);
        return;
    }
    page.markup(length == Length::Long ? "<details class=\"long\">" : "<details>");
    page.element("summary", summary).markup("<ul class=\"commits\">");
    for (auto at = commits.rbegin(); at != commits.rend(); ++at) {
        const PeriodCommit& commit = report.facts.commits[*at];
        page.markup("<li>").element("span", toHex(commit.id).substr(0, kShownHexDigits), "hash");
        page.text(formatDate(commit.day)).markup(" ").text(commit.summary).markup("</li>");
    }
    page.markup("</ul></details>");
}

void PageParts::debtCells(std::uint32_t item) {
    const ItemView& of = view(item);
    page.element("td", m_shortIds.shown(of.item->id), "id").markup("<td><span class=\"title\">");
    if (of.debtClass != DebtClass::Unclassified) {
        const std::string_view name = nameOf(of.debtClass);
        page.markup("<span class=\"tag ").markup(name).markup("\">").markup(name).markup("</span> ");
    }
    page.text(of.item->annotation.title.empty() ? of.item->annotation.tag : of.item->annotation.title)
        .markup("</span>");
    page.element("span", placeOf(of), "place");
}

void PageParts::facts(const ItemView& of) {
    std::string all;
    for (const std::string& reason : of.score.reasons) all += (all.empty() ? "" : " ") + reason;
    if (!all.empty()) page.element("span", all, "facts");
}

} // namespace paydown::cli

// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/report/html_report.h"

#include "cli/format/words.h"
#include "cli/report/page_parts.h"
#include "cli/report/page_style.h"
#include "cli/report/report_words.h"
#include "cli/version.h"

#include <array>
#include <fmt/format.h>

namespace paydown::cli {

namespace {

struct PageLink {
    std::string_view id;
    std::string_view name;
};
constexpr std::array kPageLinks{PageLink{"ended", "Paid"},
                                PageLink{"plan", "Plan"},
                                PageLink{"answers", "Needs an answer"},
                                PageLink{"incidents", "Incidents"},
                                PageLink{"ranking", "First by rank"},
                                PageLink{"folders", "Folders"}};

void writeHead(PageParts& parts) {
    const Snapshot& snapshot = *parts.report.worklist->snapshot;
    parts.page.markup("<!doctype html>\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\">\n")
        .markup("<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; style-src 'unsafe-inline'; "
                "base-uri 'none'; form-action 'none'\">\n")
        .markup("<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n")
        .markup("<meta name=\"referrer\" content=\"no-referrer\">\n")
        .markup("<meta name=\"generator\" content=\"paydown ")
        .markup(kVersion)
        .markup("\">\n<title>")
        .text("Technical debt of " + snapshot.name + ", " + formatDate(parts.report.facts.period.last))
        .markup("</title>\n<style>")
        .markup(kPageStyle)
        .markup("</style>\n</head>\n<body>\n");
}

/// A line of the heading may end at a blank, not at the hyphen of a date.
std::string withDatesInOnePiece(std::string html, const ReportPeriod& period) {
    std::size_t from = 0;
    for (const Date day : {period.first, period.last}) {
        const std::string date = formatDate(day);
        const std::size_t at = html.find(date, from);
        if (at == std::string::npos) break;
        const std::string whole = "<span class=\"date\">" + date + "</span>";
        html.replace(at, date.size(), whole);
        from = at + whole.size();
    }
    return html;
}

void writeOpening(PageParts& parts) {
    const Report& report = parts.report;
    const Snapshot& snapshot = *report.worklist->snapshot;
    const std::string at = snapshot.head ? toHex(*snapshot.head).substr(0, 10) : std::string();
    parts.page.markup("<header>")
        .element("p", fmt::format("Technical debt of {} · {} at {}", snapshot.name, snapshot.headName, at), "over")
        .markup("<h1>")
        .markup(withDatesInOnePiece(htmlText(taxHeadline(report)), report.facts.period))
        .markup("</h1>")
        .element("p",
                 report.tax.commits.empty() ? "Choose another period with --since or --period."
                                            : taxDetail(report) + " " + halfSentence(report),
                 "lead")
        .markup("<nav>");
    for (const PageLink& link : kPageLinks) {
        parts.page.markup("<a href=\"#").markup(link.id).markup("\">").text(link.name).markup("</a>");
    }
    parts.page.markup("</nav></header>\n<main>\n");
}

void writeFooter(PageParts& parts) {
    const Snapshot& snapshot = *parts.report.worklist->snapshot;
    parts.page.markup("</main>\n<footer>")
        .element("p", "How it is counted: a commit passes through a debt when it changes the code that the debt is "
                      "about, the function or type around the mark, else twenty lines on each side, while the debt "
                      "stands. Merges, changes of indentation alone and the commit that ends a debt do not count. "
                      "What people judged no debt is left out. Days are those of the committer's date.")
        .element("p", fmt::format("Made on {} by paydown {}. {} of {} commits of the whole history have been read.",
                                  formatDate(parts.report.worklist->today), kVersion,
                                  snapshot.historyComplete ? "All" : "Some", groupedDigits(snapshot.commitCount)));
    if (snapshot.shallow) {
        parts.page.element("p", "The clone is shallow: what is older than its boundary is not known.");
    }
    parts.page.element("p", "On paper, the list of all commits that passed through debt is left out; the page has it.",
                       "paper");
    parts.page.markup("</footer>\n</body>\n</html>\n");
}

} // namespace

std::string htmlReport(const ReportToWrite& what) {
    PageParts parts(what);
    writeHead(parts);
    writeOpening(parts);
    writeTaxSection(parts);
    writeEndedSection(parts);
    writePlanSections(parts);
    writeRankingSection(parts);
    writeFolderSection(parts);
    writeFooter(parts);
    return parts.page.html();
}

} // namespace paydown::cli

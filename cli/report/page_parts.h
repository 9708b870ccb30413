// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "cli/report/html_report.h"
#include "cli/report/html_writer.h"

#include <span>
#include <string_view>

namespace paydown::cli {

/// Writes the pieces that the sections of the page share: commits and debts, each in one way everywhere. For the
/// sources of the page only.
class PageParts {
public:
    explicit PageParts(const ReportToWrite& what) : report(*what.report), m_shortIds(*what.shortIds) {}

    const Report& report;
    HtmlWriter page;

    [[nodiscard]] const ItemView& view(std::uint32_t item) const { return report.worklist->items[item]; }

    void section(std::string_view id, std::string_view heading);
    /// A folded list under what it is the evidence of: "14 commits". A long one is left out on paper.
    enum class Length : std::uint8_t { Short, Long };
    void commitList(std::string_view summary, std::span<const std::uint32_t> commits, Length length = Length::Short);
    /// Id, and title with its place below it: two cells of a table's row, the second one left open for more.
    void debtCells(std::uint32_t item);
    /// The facts behind an item's rank, as sentences.
    void facts(const ItemView& of);
    /// A table with id and title; `tell` adds to the open second cell.
    template <typename Tell>
    void debtTable(std::span<const std::uint32_t> items, Tell&& tell) {
        page.markup("<table><tbody>");
        for (const std::uint32_t item : items) {
            page.markup("<tr>");
            debtCells(item);
            tell(item);
            page.markup("</td></tr>");
        }
        page.markup("</tbody></table>");
    }

private:
    const ShortIds& m_shortIds;
};

// The sections, in the order of the page.
void writeTaxSection(PageParts& parts);
void writeEndedSection(PageParts& parts);
void writePlanSections(PageParts& parts); ///< Plan, needs an answer, incidents.
void writeRankingSection(PageParts& parts);
void writeFolderSection(PageParts& parts);

} // namespace paydown::cli

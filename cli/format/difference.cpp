// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/format/difference.h"

#include "cli/format/item_json.h"
#include "cli/format/markdown.h"
#include "cli/format/table_writer.h"
#include "cli/format/words.h"
#include "core/base/text.h"
#include "core/model/names.h"

#include <array>
#include <fmt/format.h>
#include <nlohmann/json.hpp>

namespace paydown::cli {

namespace {

using Json = nlohmann::ordered_json;

std::string headline(const DifferenceReport& report) {
    const TipDifference& difference = *report.difference;
    return fmt::format("{} ({}) to {} ({}): {} open, then {}", report.before->headName,
                       formatDate(dateOf(report.before->asOf)), report.after->headName,
                       formatDate(dateOf(report.after->asOf)), groupedDigits(difference.openBefore),
                       groupedDigits(difference.openAfter));
}

/// "5 paid, 2 dropped"
std::string endingKinds(const std::vector<ItemAtTwoTips>& ended) {
    std::array<std::size_t, 6> counts{};
    for (const auto& [before, after] : ended) ++counts[static_cast<std::size_t>(after->item->ended->kind)];
    return endingsByKind(counts);
}

std::string cameAndWent(const TipDifference& difference) {
    return difference.cameAndWent == 0 ? std::string()
                                       : counted(difference.cameAndWent, "more item") + " came and went in between";
}

std::string whereOf(const ItemView& view) { return fmt::format("{}:{}", view.item->place.path, view.item->place.line); }

std::string movedText(const ItemAtTwoTips& pair) { return whereOf(*pair.before) + " → " + whereOf(*pair.after); }

/// What an edit changed, most telling first: the class or the tag, else the title, else the rest.
std::string editedText(const ItemAtTwoTips& pair) {
    const Annotation& was = pair.before->item->annotation;
    const Annotation& is = pair.after->item->annotation;
    if (was.title != is.title) return fmt::format("{}  (was: {})", is.title, was.title);
    if (was.tag != is.tag) return fmt::format("{}  (was {}, is {})", is.title, was.tag, is.tag);
    if (was.stated.debtClass != is.stated.debtClass) {
        return fmt::format("{}  (was {}, is {})", is.title, nameOf(was.stated.debtClass), nameOf(is.stated.debtClass));
    }
    return is.title;
}

class DifferenceTable {
public:
    DifferenceTable(Output& output, const Style& style, const DifferenceReport& report)
        : m_output(output), m_style(style), m_report(report) {}

    void write() {
        const TipDifference& difference = *m_report.difference;
        m_output.line(m_style.paint(Tone::Bold, escapeForTerminal(headline(m_report))));
        views("introduced", difference.introduced);
        views("reopened", difference.reopened);
        if (!difference.ended.empty()) {
            heading("ended", difference.ended.size(), endingKinds(difference.ended));
            for (const auto& pair : difference.ended) {
                const Ending& ending = *pair.after->item->ended;
                line(*pair.after, Tone::Good, nameOf(ending.kind),
                     fmt::format("{}  {}", formatDate(dateOf(ending.at.date)), whereOf(*pair.after)),
                     pair.after->item->annotation.title);
            }
        }
        pairs("moved to another file", difference.moved, movedText,
              [](const ItemAtTwoTips& pair) { return pair.after->item->annotation.title; });
        pairs(
            "edited", difference.edited, [](const ItemAtTwoTips& pair) { return whereOf(*pair.after); }, editedText);
        views(fmt::format("not in the history of {}", m_report.after->headName), difference.absent);
        if (const auto text = cameAndWent(difference); !text.empty()) {
            m_output.line("");
            m_output.line(text);
        }
        if (difference.isEmpty()) m_output.line("No debt was introduced, ended, moved or edited.");
    }

private:
    void heading(std::string_view name, std::size_t count, const std::string& detail = {}) {
        m_output.line("");
        m_output.line(m_style.paint(Tone::Bold, fmt::format("{} {}{}", escapeForTerminal(name), groupedDigits(count),
                                                            detail.empty() ? "" : ": " + detail)));
    }

    void line(const ItemView& view, Tone tone, std::string_view what, const std::string& where,
              const std::string& text) {
        constexpr std::size_t kIdColumns = 8;
        constexpr std::size_t kWordColumns = 9;
        const std::string plain = fmt::format("{}  {}", escapeForTerminal(where), escapeForTerminal(text));
        constexpr std::size_t kLead = 2 + kIdColumns + 2 + kWordColumns + 2;
        const std::size_t room = m_style.width > kLead ? m_style.width - kLead : 0;
        m_output.line(fmt::format("  {}  {}  {}",
                                  m_style.paint(Tone::Dim, padded(m_report.shortIds->shown(view.item->id), kIdColumns)),
                                  m_style.paint(tone, padded(std::string(what), kWordColumns)),
                                  m_style.width > 0 ? fitToWidth(plain, room) : plain));
    }

    static std::string_view classOrTag(const ItemView& view) {
        return view.debtClass == DebtClass::Unclassified ? std::string_view(view.item->annotation.tag)
                                                         : nameOf(view.debtClass);
    }

    void views(std::string_view name, const std::vector<const ItemView*>& items) {
        if (items.empty()) return;
        heading(name, items.size());
        for (const ItemView* view : items) {
            line(*view, Style::toneOf(view->debtClass), classOrTag(*view), whereOf(*view),
                 view->item->annotation.title);
        }
    }

    template <typename Where, typename Text>
    void pairs(std::string_view name, const std::vector<ItemAtTwoTips>& items, const Where& where, const Text& text) {
        if (items.empty()) return;
        heading(name, items.size());
        for (const auto& pair : items) {
            line(*pair.after, Style::toneOf(pair.after->debtClass), classOrTag(*pair.after), where(pair), text(pair));
        }
    }

    Output& m_output;
    const Style& m_style;
    const DifferenceReport& m_report;
};

class DifferenceMarkdown {
public:
    DifferenceMarkdown(Output& output, const DifferenceReport& report) : m_output(output), m_report(report) {}

    void write() {
        const TipDifference& difference = *m_report.difference;
        m_output.line("### Technical debt: " + markdownText(headline(m_report)));
        views("Introduced", difference.introduced);
        views("Reopened", difference.reopened);
        pairs(fmt::format("Ended: {}", endingKinds(difference.ended)), "how", difference.ended,
              [](const ItemAtTwoTips& pair) { return std::string(nameOf(pair.after->item->ended->kind)); });
        pairs("Moved to another file", "from", difference.moved,
              [](const ItemAtTwoTips& pair) { return whereOf(*pair.before); });
        pairs("Edited", "before", difference.edited, [](const ItemAtTwoTips& pair) {
            return fmt::format("{}: {}", pair.before->item->annotation.tag, pair.before->item->annotation.title);
        });
        views(fmt::format("Not in the history of {}", m_report.after->headName), difference.absent);
        if (const auto text = cameAndWent(difference); !text.empty()) {
            m_output.line("");
            m_output.line(text + ".");
        }
        if (difference.isEmpty()) m_output.line("\nNo debt was introduced, ended, moved or edited.");
    }

private:
    void heading(const std::string& name, std::size_t count, std::string_view column) {
        m_output.line(fmt::format("\n#### {} ({})\n", markdownText(name), groupedDigits(count)));
        m_output.line(fmt::format("| item | {} | where | text |\n| --- | --- | --- | --- |", column));
    }

    void row(const ItemView& view, const std::string& cell) {
        m_output.line(fmt::format("| {} | {} | {} | {} |", m_report.shortIds->shown(view.item->id), markdownText(cell),
                                  markdownText(whereOf(view)), markdownText(view.item->annotation.title)));
    }

    void views(const std::string& name, const std::vector<const ItemView*>& items) {
        if (items.empty()) return;
        heading(name, items.size(), "class");
        for (const ItemView* view : items) row(*view, std::string(nameOf(view->debtClass)));
    }

    template <typename Cell>
    void pairs(const std::string& name, std::string_view column, const std::vector<ItemAtTwoTips>& items,
               const Cell& cell) {
        if (items.empty()) return;
        heading(name, items.size(), column);
        for (const auto& pair : items) row(*pair.after, cell(pair));
    }

    Output& m_output;
    const DifferenceReport& m_report;
};

Json tipJson(const Snapshot& snapshot, std::size_t open) {
    return {{"name", toUtf8(snapshot.headName)},
            {"commit", toHex(*snapshot.head)},
            {"date", formatTimestamp(snapshot.asOf)},
            {"open", open}};
}

Json viewsJson(const std::vector<const ItemView*>& views) {
    Json array = Json::array();
    for (const ItemView* view : views) array.push_back(itemJson(*view));
    return array;
}

/// The item as it is after, with where and as what it stood before.
Json pairsJson(const std::vector<ItemAtTwoTips>& pairs) {
    Json array = Json::array();
    for (const auto& [before, after] : pairs) {
        Json json = itemJson(*after);
        const Item& was = *before->item;
        json["before"] = {{"path", toUtf8(was.place.path)},
                          {"line", was.place.line},
                          {"tag", was.annotation.tag},
                          {"title", toUtf8(was.annotation.title)},
                          {"class", nameOf(was.annotation.stated.debtClass)}};
        array.push_back(std::move(json));
    }
    return array;
}

} // namespace

void writeDifferenceTable(Output& output, const Style& style, const DifferenceReport& report) {
    DifferenceTable(output, style, report).write();
}

void writeDifferenceMarkdown(Output& output, const DifferenceReport& report) {
    DifferenceMarkdown(output, report).write();
}

void writeDifferenceJson(Output& output, const DifferenceReport& report) {
    const TipDifference& difference = *report.difference;
    const Json json{{"version", 1},
                    {"repository", toUtf8(report.after->repository)},
                    {"from", tipJson(*report.before, difference.openBefore)},
                    {"to", tipJson(*report.after, difference.openAfter)},
                    {"introduced", viewsJson(difference.introduced)},
                    {"reopened", viewsJson(difference.reopened)},
                    {"ended", pairsJson(difference.ended)},
                    {"moved", pairsJson(difference.moved)},
                    {"edited", pairsJson(difference.edited)},
                    {"absent", viewsJson(difference.absent)},
                    {"came_and_went", difference.cameAndWent}};
    output.line(json.dump(2));
}

} // namespace paydown::cli

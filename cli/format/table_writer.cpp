// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/format/table_writer.h"

#include "core/base/text.h"
#include "core/model/names.h"

#include <algorithm>
#include <fmt/format.h>

namespace paydown::cli {

namespace {

constexpr std::size_t kIdColumns = 8;
constexpr std::size_t kMemberColumns = 8;
constexpr std::size_t kClassColumns = 9;
constexpr std::size_t kAgeColumns = 6;
constexpr std::size_t kTouchColumns = 5;
constexpr std::size_t kOwnerColumns = 14;
constexpr std::size_t kMinTitleColumns = 20;

/// Unclassified items, the most of an old repository, show their tag instead: TODO says more than "unclassified".
std::string_view classOrTag(const ItemView& view) {
    return view.debtClass == DebtClass::Unclassified ? std::string_view(view.item->annotation.tag)
                                                     : nameOf(view.debtClass);
}

} // namespace

std::string padded(std::string text, std::size_t columns) {
    const std::size_t width = displayWidth(text);
    if (width < columns) text.append(columns - width, ' ');
    return text;
}

std::string TableWriter::ageOf(const Item& item) const {
    if (!item.introduced) return m_context.snapshot->head ? "new" : "";
    const std::string age = formatAge(m_context.today - dateOf(item.introduced->date));
    return item.introduced->boundary ? age + "+" : age;
}

void TableWriter::item(const ItemView& view) {
    const Item& item = *view.item;
    const Style& style = m_context.style;
    const auto cell = [](std::string_view text, std::size_t columns) {
        return padded(fitToWidth(escapeForTerminal(text), columns), columns);
    };
    std::string line;
    std::size_t used = 0;
    const auto add = [&](Tone tone, const std::string& safeText) {
        line += style.paint(tone, safeText) + "  ";
        used += displayWidth(safeText) + 2;
    };
    if (m_context.snapshot->head) {
        const std::string id = item.id.isPending() ? "" : m_context.idPrefix + m_context.shortIds->shown(item.id);
        // Names of repositories differ in length; most are short.
        add(Tone::Dim, padded(id, kIdColumns + (m_context.idPrefix.empty() ? 0 : kMemberColumns)));
    }
    add(Style::toneOf(view.debtClass), cell(classOrTag(view), kClassColumns));
    if (m_context.snapshot->head) {
        add(Tone::Plain, cell(ageOf(item), kAgeColumns));
        const std::string touches = view.interest.commits > 0 ? fmt::format("{}×", view.interest.commits) : "";
        add(Tone::Plain, cell(touches, kTouchColumns));
        add(Tone::Plain, cell(view.owner, kOwnerColumns));
    }
    add(Tone::Path, fmt::format("{}:{}", escapeForTerminal(item.place.path), item.place.line));
    std::string title = escapeForTerminal(item.annotation.title);
    if (style.width > 0)
        title = fitToWidth(title, std::max(kMinTitleColumns, style.width - std::min(style.width, used)));
    line += item.ended ? style.paint(Tone::Dim, title) : title;
    m_output.line(line);
}

} // namespace paydown::cli

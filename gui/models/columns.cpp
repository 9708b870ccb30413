// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/models/columns.h"

#include "gui/models/item_text.h"

#include <QCoreApplication>
#include <array>

namespace paydown::gui {

namespace {

struct ColumnFacts {
    const char* id;
    const char* heading;
    int width;
    bool number;
};

constexpr std::array<ColumnFacts, kColumnCount> kColumns{{
    {"title", QT_TRANSLATE_NOOP("Columns", "Title"), 420, false},
    {"class", QT_TRANSLATE_NOOP("Columns", "Class"), 96, false},
    {"rank", QT_TRANSLATE_NOOP("Columns", "Rank"), 60, true},
    {"where", QT_TRANSLATE_NOOP("Columns", "Where"), 240, false},
    {"touches", QT_TRANSLATE_NOOP("Columns", "Touches"), 74, true},
    {"age", QT_TRANSLATE_NOOP("Columns", "Age"), 60, true},
    {"owner", QT_TRANSLATE_NOOP("Columns", "Owner"), 110, false},
    {"effort", QT_TRANSLATE_NOOP("Columns", "Effort"), 64, true},
    {"due", QT_TRANSLATE_NOOP("Columns", "Due"), 96, false},
    {"period", QT_TRANSLATE_NOOP("Columns", "Period"), 96, false},
    {"state", QT_TRANSLATE_NOOP("Columns", "State"), 110, false},
    {"tag", QT_TRANSLATE_NOOP("Columns", "Tag"), 70, false},
    {"alike", QT_TRANSLATE_NOOP("Columns", "Alike"), 60, true},
    {"slips", QT_TRANSLATE_NOOP("Columns", "Slips"), 56, true},
    {"ticket", QT_TRANSLATE_NOOP("Columns", "Ticket"), 90, false},
    {"symbol", QT_TRANSLATE_NOOP("Columns", "Symbol"), 200, false},
}};

const ColumnFacts& factsFor(Column column) { return kColumns[static_cast<std::size_t>(column)]; }

QString dateText(const std::optional<Date>& date) { return date ? lineOf(formatDate(*date)) : QString(); }

QString classText(const ItemView& view) {
    if (view.verdict != Verdict::None) return wordFor(view.verdict);
    return view.debtClass == DebtClass::Unclassified ? QString() : wordFor(view.debtClass);
}

} // namespace

QString headingOf(Column column) { return QCoreApplication::translate("Columns", factsFor(column).heading); }
QString idOf(Column column) { return QLatin1String(factsFor(column).id); }
int widthOf(Column column) { return factsFor(column).width; }
bool isNumber(Column column) { return factsFor(column).number; }

QString cellText(const ItemView& view, Column column, Date today) {
    switch (column) {
    case Column::Title: return titleOf(view);
    case Column::Class: return classText(view);
    case Column::Rank: return rankOf(view);
    case Column::Where: return whereOf(view);
    case Column::Touches: return view.interest.commits == 0 ? QString() : QString::number(view.interest.commits);
    case Column::Age: return ageOf(view, today);
    case Column::Owner: return ownerOf(view);
    case Column::Effort: return effortOf(view);
    case Column::Due: return dateText(view.due);
    case Column::Period: return dateText(view.period);
    case Column::State: return wordFor(view.state);
    case Column::Tag: return lineOf(view.item->annotation.tag);
    case Column::Alike: return view.alike < 2 ? QString() : QString::number(view.alike);
    case Column::Slips: return view.slips == 0 ? QString() : QString::number(view.slips);
    case Column::Ticket: return lineOf(view.ticket);
    case Column::Symbol: return lineOf(view.item->annotation.symbol);
    }
    return {};
}

} // namespace paydown::gui

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/item_view.h"

#include <QString>
#include <cstdint>

namespace paydown::gui {

/// The columns of the wide table, in their first order. The narrow list shows Title alone and draws the rest itself.
enum class Column : std::uint8_t {
    Title,
    Class,
    Rank,
    Where,
    Touches,
    Age,
    Owner,
    Effort,
    Due,
    Period,
    State,
    Tag,
    Alike,
    Slips,
    Ticket,
    Symbol,
};
constexpr int kColumnCount = static_cast<int>(Column::Symbol) + 1;

[[nodiscard]] QString headingOf(Column column);
/// A word for settings, stable across versions and languages.
[[nodiscard]] QString idOf(Column column);
[[nodiscard]] int widthOf(Column column); ///< Pixels at first.
[[nodiscard]] bool isNumber(Column column);
/// What the table shows of an item in this column.
[[nodiscard]] QString cellText(const ItemView& view, Column column, Date today);

} // namespace paydown::gui

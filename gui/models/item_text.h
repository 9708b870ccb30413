// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/item_view.h"

#include <QString>
#include <string_view>

namespace paydown::gui {

// How the desk says the parts of an item. Text of a repository comes out as one plain line: ill-formed UTF-8 becomes
// U+FFFD; control characters and bidirectional overrides become visible or go, so nothing can disguise a row.

/// Any text as one harmless line.
[[nodiscard]] QString lineOf(std::string_view text);
/// Any text with its line breaks.
[[nodiscard]] QString linesOf(std::string_view text);

[[nodiscard]] QString titleOf(const ItemView& view);
[[nodiscard]] QString whereOf(const ItemView& view);           ///< "pay/bank.cpp:88"
[[nodiscard]] QString touchesOf(const ItemView& view);         ///< "14×"; empty for none.
[[nodiscard]] QString ageOf(const ItemView& view, Date today); ///< "1 y"; empty while pending.
[[nodiscard]] QString ownerOf(const ItemView& view);
[[nodiscard]] QString alikeOf(const ItemView& view); ///< "×6 alike"; empty for one.
[[nodiscard]] QString effortOf(const ItemView& view);
[[nodiscard]] QString effortText(std::chrono::minutes effort); ///< "4h", "2d"
[[nodiscard]] QString rankOf(const ItemView& view);
[[nodiscard]] QString factsOf(const ItemView& view);   ///< The most telling sentences of its score, as one text.
[[nodiscard]] QString reasonsOf(const ItemView& view); ///< All of them, one a line.

[[nodiscard]] QString wordFor(DebtClass value);
[[nodiscard]] QString wordFor(Verdict value);
[[nodiscard]] QString wordFor(State value);

/// "1 item", "12 items": `many` holds %1.
[[nodiscard]] QString counted(qint64 count, const QString& one, const QString& many);

/// "Fri 14 Aug", with the year when it is not this one.
[[nodiscard]] QString dayText(Date day, Date today);
[[nodiscard]] Date dayOfIntroduction(const ItemView& view, Date otherwise);

} // namespace paydown::gui

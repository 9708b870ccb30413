// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/item_view.h"
#include "gui/theme/theme.h"

namespace paydown::gui {

/// The colour of a class and of a verdict, the same wherever they are shown.
[[nodiscard]] inline Role roleFor(DebtClass value) {
    if (value == DebtClass::Reckless) return Role::Reckless;
    return value == DebtClass::Prudent ? Role::Prudent : Role::Unclassified;
}

[[nodiscard]] inline Role roleFor(Verdict value) {
    switch (value) {
    case Verdict::Reckless: return Role::Reckless;
    case Verdict::Prudent: return Role::Prudent;
    case Verdict::LiveWith: return Role::LiveWith;
    case Verdict::NotDebt:
    case Verdict::Obsolete: return Role::Settled;
    case Verdict::None: break;
    }
    return Role::Unclassified;
}

[[nodiscard]] inline Role roleFor(const ItemView& view) {
    return view.verdict == Verdict::None ? roleFor(view.debtClass) : roleFor(view.verdict);
}

} // namespace paydown::gui

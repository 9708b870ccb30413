// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/report/open_counts.h"

namespace paydown {

void OpenCounts::addClass(DebtClass debtClass) {
    switch (debtClass) {
    case DebtClass::Reckless: ++reckless; break;
    case DebtClass::Prudent: ++prudent; break;
    case DebtClass::Unclassified: ++unclassified; break;
    }
}

void OpenCounts::add(const ItemView& view) {
    addClass(view.debtClass);
    if (view.state == State::Sleeping) ++sleeping;
    if (view.state == State::LivingWith) ++livingWith;
}

} // namespace paydown

// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/model/decision.h"

#include <algorithm>
#include <utility>

namespace paydown {

void DecidedItem::set(std::string_view name, DecidedValue value) {
    const auto known = std::ranges::find(field::kSingleValued, name);
    if (known == field::kSingleValued.end()) return;
    const auto at = std::ranges::lower_bound(fields, *known, {}, &Field::name);
    if (at != fields.end() && at->name == *known)
        at->value = std::move(value);
    else
        fields.insert(at, {*known, std::move(value)});
}

} // namespace paydown

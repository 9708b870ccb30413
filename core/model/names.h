// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/annotation.h"
#include "core/model/history.h"
#include "core/model/item_view.h"

#include <optional>
#include <string_view>

namespace paydown {

// The words for the enumerations in JSON, filters, the registry and on screens. Each nameOf() is total; each parse
// accepts exactly what nameOf() gives, in any ASCII case.

[[nodiscard]] std::string_view nameOf(DebtClass value);
[[nodiscard]] std::string_view nameOf(Intent value);
[[nodiscard]] std::string_view nameOf(Form value);
[[nodiscard]] std::string_view nameOf(EventKind value);
[[nodiscard]] std::string_view nameOf(EndingKind value);
[[nodiscard]] std::string_view nameOf(Verdict value);
[[nodiscard]] std::string_view nameOf(State value);
[[nodiscard]] std::string_view nameOf(OwnerSource value);

[[nodiscard]] std::optional<DebtClass> parseDebtClass(std::string_view text);
[[nodiscard]] std::optional<Verdict> parseVerdict(std::string_view text);
[[nodiscard]] std::optional<State> parseState(std::string_view text);
[[nodiscard]] std::optional<EndingKind> parseEndingKind(std::string_view text);
[[nodiscard]] std::optional<EventKind> parseEventKind(std::string_view text);

} // namespace paydown

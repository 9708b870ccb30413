// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/model/names.h"

#include "core/base/text.h"

#include <array>
#include <cassert>

namespace paydown {

namespace {

// Indexed by the enumerator's value.
constexpr std::array<std::string_view, 3> kDebtClasses{"unclassified", "reckless", "prudent"};
constexpr std::array<std::string_view, 3> kIntents{"unstated", "deliberate", "inadvertent"};
constexpr std::array<std::string_view, 3> kForms{"comment", "native", "ledger"};
constexpr std::array<std::string_view, 7> kEvents{"introduced", "edited", "reclassified", "moved",
                                                  "copied",     "ended",  "reopened"};
constexpr std::array<std::string_view, 6> kEndings{"paid", "dropped", "erased", "reverted", "excluded", "tidied"};
constexpr std::array<std::string_view, 6> kVerdicts{"none", "reckless", "prudent", "live-with", "not-debt", "obsolete"};
constexpr std::array<std::string_view, 8> kStates{"ended",    "living-with", "needs-answer", "planned",
                                                  "sleeping", "open",        "new",          "inherited"};
constexpr std::array<std::string_view, 5> kOwnerSources{"none", "annotation", "decision", "codeowners", "rule"};

template <typename Enum, std::size_t N>
std::string_view nameIn(const std::array<std::string_view, N>& names, Enum value) {
    const auto index = static_cast<std::size_t>(value);
    assert(index < N);
    return names[index];
}

template <typename Enum, std::size_t N>
std::optional<Enum> parseIn(const std::array<std::string_view, N>& names, std::string_view text) {
    const std::string lower = asciiLower(text);
    for (std::size_t i = 0; i < N; ++i) {
        if (names[i] == lower) return static_cast<Enum>(i);
    }
    return std::nullopt;
}

} // namespace

std::string_view nameOf(DebtClass value) { return nameIn(kDebtClasses, value); }
std::string_view nameOf(Intent value) { return nameIn(kIntents, value); }
std::string_view nameOf(Form value) { return nameIn(kForms, value); }
std::string_view nameOf(EventKind value) { return nameIn(kEvents, value); }
std::string_view nameOf(EndingKind value) { return nameIn(kEndings, value); }
std::string_view nameOf(Verdict value) { return nameIn(kVerdicts, value); }
std::string_view nameOf(State value) { return nameIn(kStates, value); }
std::string_view nameOf(OwnerSource value) { return nameIn(kOwnerSources, value); }

std::optional<DebtClass> parseDebtClass(std::string_view text) { return parseIn<DebtClass>(kDebtClasses, text); }
std::optional<Verdict> parseVerdict(std::string_view text) { return parseIn<Verdict>(kVerdicts, text); }
std::optional<State> parseState(std::string_view text) { return parseIn<State>(kStates, text); }
std::optional<EndingKind> parseEndingKind(std::string_view text) { return parseIn<EndingKind>(kEndings, text); }
std::optional<EventKind> parseEventKind(std::string_view text) { return parseIn<EventKind>(kEvents, text); }

} // namespace paydown

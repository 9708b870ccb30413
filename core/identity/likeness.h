// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

/// Inside of core/identity only: whether two annotations of different words may be one debt.

#include "core/identity/mark.h"

#include <cstdint>
#include <optional>

namespace paydown::identity {

// Similarities, in thousandths, from which two titles, or titles and bodies, count as one reworded.
inline constexpr std::uint32_t kSimilarBetweenNeighbours = 300; ///< Both neighbours are equal.
inline constexpr std::uint32_t kSimilarBesideNeighbour = 450;   ///< One is, or the line diff says it is the same place.
inline constexpr std::uint32_t kSimilarInHolder = 550;          ///< The symbol is.
inline constexpr std::uint32_t kSimilarInFile = 800;            ///< Nothing is: it was moved and reworded at once.

/// Whether two marks have the symbol or a neighbour in common.
[[nodiscard]] bool standAlike(const Mark& old, const Mark& now);

/// Whether one of them says nothing but its tag, and the other has words.
[[nodiscard]] bool isGivenWords(const Mark& old, const Mark& now);

/// Whether two marks at one place may be one debt, given words or reworded.
[[nodiscard]] bool areAkin(const Mark& old, const Mark& now);

/// Which pairs are compared: fewer, the more there are.
enum class Compared : std::uint8_t { BetweenNeighbours, StandingAlike, InFile };

/// The similarity of two annotations, in thousandths and 1000 more between equal neighbours, if it is enough for how
/// near they stand.
[[nodiscard]] std::optional<std::uint32_t> likeness(const Mark& old, const Mark& now, Compared compared);

} // namespace paydown::identity

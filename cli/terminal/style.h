// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/annotation.h"

#include <cstddef>
#include <string>
#include <string_view>

namespace paydown::cli {

/// --color: auto follows the terminal, NO_COLOR and TERM=dumb.
enum class ColorChoice { Auto, Always, Never };

/// What a stretch of text means; the terminal's own 16 colours give it a look, so themes are respected.
enum class Tone { Plain, Dim, Bold, Reckless, Prudent, Warning, Good, Path };

/// How the answer looks on this terminal.
struct Style {
    bool color = false;
    std::size_t width = 0; ///< Columns; 0 when the output is no terminal, and nothing is cut.

    /// The text in its tone. The text must be safe for a terminal already (escapeForTerminal).
    [[nodiscard]] std::string paint(Tone tone, std::string_view safeText) const;

    /// The tone of a class.
    [[nodiscard]] static Tone toneOf(DebtClass debtClass);

    /// Reads the stream and the environment (NO_COLOR, CLICOLOR_FORCE, TERM, COLUMNS).
    [[nodiscard]] static Style of(int fileDescriptor, ColorChoice choice);
};

} // namespace paydown::cli

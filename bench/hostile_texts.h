// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

/// Texts that nobody writes, and that a reader must not be slow on.

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace paydown::bench {

/// What a text is made of.
enum class Kind { Unit, Random, RandomAscii, Prose, OneLine };

/// One of the texts.
struct Case {
    std::string name;
    Kind kind = Kind::Unit;
    std::string_view unit; ///< What is repeated.
};

/// Brackets, quotes, openers, closers, words of the annotation language and pieces of code over and over, noise and
/// prose.
[[nodiscard]] std::vector<Case> cases();

/// At least so many bytes of it.
[[nodiscard]] std::string fill(const Case& c, std::size_t size);

} // namespace paydown::bench

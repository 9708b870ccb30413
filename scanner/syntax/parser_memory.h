// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>

namespace paydown::syntax {

/// Counts the bytes that tree-sitter asks for on this thread while it lives, whether or not they are given back. Made
/// by one new parser from one text they depend on that text alone, and so may limit what is read.
///
/// Recovery from errors puts together ever longer nodes, many in one step of the parser; what they hold is the only
/// sign of that work.
class ParserMemory {
public:
    ParserMemory();
    [[nodiscard]] std::size_t bytes() const; ///< Since it was made.

private:
    std::size_t m_before;
};

} // namespace paydown::syntax

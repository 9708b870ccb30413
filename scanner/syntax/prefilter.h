// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <memory>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace paydown::syntax {

/// Finds the places where an annotation could stand, in one vectorised pass over the bytes (several gigabytes a second
/// on text without hits), so that nothing else of the scanner ever looks at a file without a tag.
///
/// A candidate is one of, as a whole word (no ASCII letter, digit or '_' beside it):
/// - a given word, DEBT or TECHDEBT in upper case,
/// - one of these in any case directly after '@' or '\',
/// - the name of a native annotation: Debt, TechDebt, TechnicalDebt (with or without Attribute) before '(' or ']',
///   `debt` before '.', "::" or '(', DEBT_RECKLESS and DEBT_PRUDENT.
/// Immutable; one object may be shared by threads.
class Prefilter {
public:
    /// @param words legacy tags in upper case; DEBT and TECHDEBT need not be among them. Empty words are ignored.
    explicit Prefilter(std::span<const std::string> words);
    ~Prefilter();
    Prefilter(const Prefilter&) = delete;
    Prefilter& operator=(const Prefilter&) = delete;

    /// Whether hits() of the decoded text could find anything. True for UTF-16 with a byte order mark, which has to be
    /// decoded first.
    [[nodiscard]] bool mayHold(std::string_view bytes) const;

    /// Offsets of the candidate words, ascending. For "@todo" the offset of the 't'. Linear in the size of the text.
    /// @param text decoded (see encoding.h).
    [[nodiscard]] std::vector<std::uint32_t> hits(std::string_view text) const;

private:
    struct Impl;
    std::unique_ptr<const Impl> m_impl;
};

} // namespace paydown::syntax

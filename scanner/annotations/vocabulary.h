// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace paydown::annotations {

/// A word of the annotation language as it stands in some bytes: upper case and whole, or in any case after '@' or
/// '\'. Whether it opens an annotation depends on where it stands, which is the tag reader's to say.
struct WordHit {
    std::uint32_t begin = 0; ///< Of the word, without '@' or '\'.
    std::uint32_t end = 0;
    std::uint16_t word = 0;   ///< Index for Vocabulary::tag().
    bool isUpperCase = false; ///< Written as configured; false means that only '@' or '\' makes it a tag.
    char marker = '\0';       ///< '@' or '\' right before the word.

    friend bool operator==(const WordHit&, const WordHit&) = default;
};

/// The words of the annotation language: DEBT and TECHDEBT and a project's own. Immutable, hence safe to share.
class Vocabulary {
public:
    /// @param words legacy tags. Compared in upper case; empty ones and repetitions are dropped.
    explicit Vocabulary(const std::vector<std::string>& words);

    /// The word that begins at the offset; nothing where none does.
    [[nodiscard]] std::optional<WordHit> wordAt(std::string_view bytes, std::uint32_t offset) const;

    /// "DEBT", "TECHDEBT", then the legacy tags in upper case.
    [[nodiscard]] const std::string& tag(std::uint16_t word) const { return m_tags[word]; }
    [[nodiscard]] static bool isDebt(std::uint16_t word) { return word <= kTechDebt; }

private:
    static constexpr std::uint16_t kTechDebt = 1;

    std::vector<std::string> m_tags;
};

} // namespace paydown::annotations

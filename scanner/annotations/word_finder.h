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
    std::uint16_t word = 0;   ///< Index for WordFinder::tag().
    bool isUpperCase = false; ///< Written as configured; false means that only '@' or '\' makes it a tag.
    char marker = '\0';       ///< '@' or '\' right before the word.

    friend bool operator==(const WordHit&, const WordHit&) = default;
};

/// Finds the words of the annotation language, DEBT and TECHDEBT and a project's own, in one vectorised pass over the
/// bytes. Immutable, hence safe to share. Cost grows with the number of words; with a handful it is 2 to 4 GB/s.
class WordFinder {
public:
    /// @param words legacy tags. Compared in upper case; empty ones and repetitions are dropped.
    explicit WordFinder(const std::vector<std::string>& words);

    /// The first word that begins at or after `from`.
    [[nodiscard]] std::optional<WordHit> next(std::string_view bytes, std::size_t from) const;

    /// Whether the bytes can hold an annotation at all: a word, or "debt" in any case (native annotations).
    [[nodiscard]] bool mayHoldAny(std::string_view bytes) const;

    /// "DEBT", "TECHDEBT", then the legacy tags in upper case.
    [[nodiscard]] const std::string& tag(std::uint16_t word) const { return m_tags[word]; }
    [[nodiscard]] static bool isDebt(std::uint16_t word) { return word <= kTechDebt; }

private:
    static constexpr std::uint16_t kDebt = 0;
    static constexpr std::uint16_t kTechDebt = 1;
    static constexpr std::size_t kPrefix = 4;

    /// The first bytes of a word with bit 0x20 set, which folds letters; other bytes it merely makes less selective.
    struct Prefix {
        unsigned char bytes[kPrefix] = {};
        std::uint8_t length = 0;
    };

    template <typename Accepts>
    [[nodiscard]] std::size_t scan(std::string_view bytes, std::size_t from, const Accepts& accepts) const;
    [[nodiscard]] std::optional<WordHit> wordAt(std::string_view bytes, std::size_t at) const;
    [[nodiscard]] std::optional<WordHit> wordAt(std::string_view bytes, std::size_t at, std::uint16_t word) const;
    [[nodiscard]] bool prefixAt(std::string_view bytes, std::size_t at) const;

    std::vector<std::string> m_tags;
    std::vector<Prefix> m_prefixes; ///< Distinct.
};

} // namespace paydown::annotations

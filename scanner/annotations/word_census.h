// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/annotation.h"

#include <cstdint>
#include <map>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace paydown::annotations {

/// Where a word was found, for people who have to judge whether it means debt.
struct CensusSample {
    std::string path;
    std::uint32_t line = 1;
    std::string title;
};

/// A word that marks debt, and how it is used. Mentions in mid-sentence count nowhere.
struct CensusWord {
    std::string word;                  ///< Upper case: "NEEDSWORK".
    std::uint64_t count = 0;           ///< Annotations.
    std::uint64_t signedAsTag = 0;     ///< Those that '@', ':', '(', '[' or '!' tells from a sentence.
    std::uint64_t docTags = 0;         ///< "@deprecated": what a documentation tool reads. Not in count.
    std::uint64_t files = 0;           ///< Files with at least one annotation.
    std::vector<CensusSample> samples; ///< Up to three with a title, of different files.

    /// Whether a project that had not configured the word meant it as a tag: used several times, mostly signed, and
    /// rarer as a tag of documentation.
    [[nodiscard]] bool isProposed() const;
};

/// Words by which projects mark debt, the default ones among them, in upper case: what a census looks for.
[[nodiscard]] const std::vector<std::string>& wordsForDebt();

/// Counts which words a repository really marks debt with, for `paydown init`. Files are read with
/// ScanSettings::words = wordsForDebt() and told to add().
class WordCensus {
public:
    /// @param bytes the file as stored. @param annotations of it, mentions included.
    void add(std::string_view path, std::string_view bytes, std::span<const Annotation> annotations);

    /// Every word that was found, most frequent first, equal ones by name. DEBT and TECHDEBT are among them.
    [[nodiscard]] std::vector<CensusWord> ranked() const;

private:
    std::map<std::string, CensusWord, std::less<>> m_words;
};

} // namespace paydown::annotations

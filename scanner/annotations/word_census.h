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

/// A word that marks debt, and how it is used.
struct CensusWord {
    std::string word;                  ///< Upper case: "NEEDSWORK".
    std::uint64_t count = 0;           ///< Annotations; mentions in mid-sentence are not among them.
    std::uint64_t files = 0;           ///< Files with at least one.
    std::vector<CensusSample> samples; ///< Up to three with a title, of different files.
};

/// Words by which projects mark debt, the default ones among them, in upper case: what a census looks for.
[[nodiscard]] const std::vector<std::string>& wordsForDebt();

/// Counts which words a repository really marks debt with, for `paydown init`. Files are read with
/// ScanSettings::words = wordsForDebt() and told to add().
class WordCensus {
public:
    /// @param annotations of one file, mentions included.
    void add(std::string_view path, std::span<const Annotation> annotations);

    /// Every word that was found, most frequent first, equal ones by name. DEBT and TECHDEBT are among them.
    [[nodiscard]] std::vector<CensusWord> ranked() const;

private:
    std::map<std::string, CensusWord, std::less<>> m_words;
};

} // namespace paydown::annotations

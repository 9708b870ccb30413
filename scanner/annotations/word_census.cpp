// SPDX-License-Identifier: GPL-3.0-or-later
#include "scanner/annotations/word_census.h"

#include <algorithm>
#include <set>

namespace paydown::annotations {

namespace {

constexpr std::size_t kMaxSamples = 3;

} // namespace

const std::vector<std::string>& wordsForDebt() {
    static const std::vector<std::string> words{
        "TODO",       "FIXME",    "HACK",     "XXX",      "NEEDSWORK", "BUG",      "KLUDGE", "KLUGE",
        "WORKAROUND", "OPTIMIZE", "OPTIMISE", "REFACTOR", "CLEANUP",   "REVISIT",  "TBD",    "WTF",
        "UGLY",       "BROKEN",   "UNDONE",   "IMPROVE",  "FIX",       "STUB",     "TEMP",   "TEMPORARY",
        "SMELL",      "REMOVEME", "REVIEW",   "FUTURE",   "PERF",      "NOCOMMIT", "LATER",  "SHORTCUT",
        "BODGE",      "BANDAID",  "WIP",      "TBC",      "FIXUP",     "TO-DO"};
    return words;
}

void WordCensus::add(std::string_view path, std::span<const Annotation> annotations) {
    std::set<std::string_view> here;
    for (const Annotation& annotation : annotations) {
        if (annotation.mention) continue;
        CensusWord& word = m_words[annotation.tag];
        word.word = annotation.tag;
        ++word.count;
        if (!here.insert(annotation.tag).second) continue;
        ++word.files;
        if (word.samples.size() < kMaxSamples && !annotation.title.empty()) {
            word.samples.push_back({std::string(path), annotation.range.line, annotation.title});
        }
    }
}

std::vector<CensusWord> WordCensus::ranked() const {
    std::vector<CensusWord> words;
    words.reserve(m_words.size());
    for (const auto& [name, word] : m_words) words.push_back(word);
    std::stable_sort(words.begin(), words.end(),
                     [](const CensusWord& a, const CensusWord& b) { return a.count > b.count; });
    return words;
}

} // namespace paydown::annotations

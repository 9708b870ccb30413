// SPDX-License-Identifier: GPL-3.0-or-later
#include "scanner/annotations/word_census.h"

#include "scanner/annotations/letters.h"

#include <algorithm>
#include <set>

namespace paydown::annotations {

namespace {

constexpr std::size_t kMaxSamples = 3;
constexpr std::uint64_t kLeastUses = 3; ///< A word that is rarer is more likely prose.

/// How an annotation's word stands in its file.
enum class Standing : std::uint8_t { Bare, Signed, DocTag };

Standing standingOf(const Annotation& annotation, std::string_view bytes) {
    std::size_t at = annotation.range.beginByte;
    if (charAt(bytes, at) == '@' || charAt(bytes, at) == '\\') {
        ++at;
        if (isLower(charAt(bytes, at)) || isLower(charAt(bytes, at + 1))) return Standing::DocTag;
    }
    const char behind = charAt(bytes, at + annotation.tag.size());
    const bool isSigned = behind != '\0' && std::string_view(":([!").find(behind) != std::string_view::npos;
    return isSigned ? Standing::Signed : Standing::Bare;
}

} // namespace

const std::vector<std::string>& wordsForDebt() {
    static const std::vector<std::string> words{
        "TODO",       "FIXME",    "HACK",     "XXX",      "NEEDSWORK", "BUG",      "KLUDGE",    "KLUGE",
        "WORKAROUND", "OPTIMIZE", "OPTIMISE", "REFACTOR", "CLEANUP",   "REVISIT",  "TBD",       "WTF",
        "UGLY",       "BROKEN",   "UNDONE",   "IMPROVE",  "FIX",       "STUB",     "TEMP",      "TEMPORARY",
        "SMELL",      "REMOVEME", "REVIEW",   "FUTURE",   "PERF",      "NOCOMMIT", "LATER",     "SHORTCUT",
        "BODGE",      "BANDAID",  "WIP",      "TBC",      "FIXUP",     "TO-DO",    "DEPRECATED"};
    return words;
}

bool CensusWord::isProposed() const { return count >= kLeastUses && signedAsTag * 2 >= count && docTags < signedAsTag; }

void WordCensus::add(std::string_view path, std::string_view bytes, std::span<const Annotation> annotations) {
    std::set<std::string_view> here;
    for (const Annotation& annotation : annotations) {
        if (annotation.mention) continue;
        CensusWord& word = m_words[annotation.tag];
        word.word = annotation.tag;
        const Standing standing = standingOf(annotation, bytes);
        if (standing == Standing::DocTag && annotation.tag == "DEPRECATED") {
            ++word.docTags;
            continue;
        }
        ++word.count;
        if (standing != Standing::Bare) ++word.signedAsTag;
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
    for (const auto& [name, word] : m_words)
        if (word.count > 0) words.push_back(word);
    std::stable_sort(words.begin(), words.end(),
                     [](const CensusWord& a, const CensusWord& b) { return a.count > b.count; });
    return words;
}

} // namespace paydown::annotations

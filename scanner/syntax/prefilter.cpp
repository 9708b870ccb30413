// SPDX-License-Identifier: GPL-3.0-or-later
#include "scanner/syntax/prefilter.h"

#include "core/base/text.h"
#include "scanner/syntax/candidate_scan.h"
#include "scanner/syntax/encoding.h"

#include <algorithm>
#include <array>
#include <cstring>

namespace paydown::syntax {
namespace {

char lower(char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c + ('a' - 'A')) : c; }

bool startsWithAnyCase(std::string_view text, std::string_view word) {
    if (text.size() < word.size()) return false;
    for (std::size_t i = 0; i < word.size(); ++i)
        if (lower(text[i]) != lower(word[i])) return false;
    return true;
}

/// Words are short: a call to compare them would cost more than the comparison.
bool startsWith(std::string_view text, std::string_view word) {
    if (text.size() < word.size()) return false;
    for (std::size_t i = 0; i < word.size(); ++i)
        if (text[i] != word[i]) return false;
    return true;
}

bool wordEndsAt(std::string_view text, std::size_t at) { return at >= text.size() || !isWordByte(text[at]); }

bool wordBeginsAt(std::string_view text, std::size_t at) { return at == 0 || !isWordByte(text[at - 1]); }

/// The first byte that is no blank; NUL at the end.
char afterBlanks(std::string_view text, std::size_t at) {
    while (at < text.size() && (text[at] == ' ' || text[at] == '\t')) ++at;
    return at < text.size() ? text[at] : '\0';
}

} // namespace

struct Prefilter::Impl {
    std::vector<std::string> words;
    CandidateTables tables;

    explicit Impl(std::span<const std::string> given) {
        for (const std::string& word : given)
            if (!word.empty()) words.push_back(word);
        for (const char* always : {"DEBT", "TECHDEBT"})
            if (std::find(words.begin(), words.end(), always) == words.end()) words.emplace_back(always);
        addPatterns();
    }

    void addPatterns() {
        constexpr unsigned kNative = 0;
        constexpr unsigned kAt = 1;
        constexpr unsigned kBackslash = 2;
        constexpr unsigned kFirstOfWords = 3;
        tables.add(kNative, "debt", CandidateTables::Case::Any);
        unsigned bucket = kFirstOfWords;
        for (const std::string& word : words) {
            tables.add(kAt, "@" + word, CandidateTables::Case::Any);
            tables.add(kBackslash, "\\" + word, CandidateTables::Case::Any);
            tables.add(bucket, word, CandidateTables::Case::Exact);
            bucket = bucket + 1 < CandidateTables::kBuckets ? bucket + 1 : kFirstOfWords;
        }
    }

    [[nodiscard]] bool isTag(std::string_view text, std::size_t at) const {
        if (!wordBeginsAt(text, at)) return false;
        const bool anyCase = at > 0 && (text[at - 1] == '@' || text[at - 1] == '\\');
        const std::string_view rest = text.substr(at);
        return std::any_of(words.begin(), words.end(), [&](const std::string& word) {
            const bool same = anyCase ? startsWithAnyCase(rest, word) : startsWith(rest, word);
            return same && wordEndsAt(rest, word.size());
        });
    }

    /// Where the native name around "debt" at `at` begins; npos when there is none.
    [[nodiscard]] static std::size_t nativeName(std::string_view text, std::size_t at) {
        const std::string_view rest = text.substr(at);
        if (startsWith(rest, "DEBT_RECKLESS") || startsWith(rest, "DEBT_PRUDENT")) {
            const std::size_t length = rest[5] == 'R' ? 13 : 12;
            return wordBeginsAt(text, at) && afterBlanks(rest, length) == '(' ? at : std::string_view::npos;
        }
        if (startsWith(rest, "debt")) {
            const std::string_view behind = rest.substr(4);
            const bool called = startsWith(behind, ".") || startsWith(behind, "::") || startsWith(behind, "(");
            return called && wordBeginsAt(text, at) ? at : std::string_view::npos;
        }
        if (!startsWith(rest, "Debt")) return std::string_view::npos;
        const std::size_t end = startsWith(rest.substr(4), "Attribute") ? 13 : 4;
        const char next = wordEndsAt(rest, end) ? afterBlanks(rest, end) : '\0';
        if (next != '(' && next != ']') return std::string_view::npos;
        std::size_t begin = at;
        for (const std::string_view prefix : {std::string_view("Technical"), std::string_view("Tech")})
            if (text.substr(0, at).ends_with(prefix)) {
                begin = at - prefix.size();
                break;
            }
        return wordBeginsAt(text, begin) ? begin : std::string_view::npos;
    }

    /// The word that a candidate of the vectorised pass stands for; npos for a false alarm.
    [[nodiscard]] std::size_t verify(std::string_view text, std::size_t at) const {
        const std::size_t word = text[at] == '@' || text[at] == '\\' ? at + 1 : at;
        if (isTag(text, word)) return word;
        return startsWithAnyCase(text.substr(word), "debt") ? nativeName(text, word) : std::string_view::npos;
    }

    /// Calls `sink` with the offset of every candidate word until it returns false.
    template <typename Sink>
    void scan(std::string_view text, Sink sink) const {
        std::size_t from = 0;
        while (const auto block = tables.next(text, from)) {
            for (std::uint32_t mask = block->mask; mask != 0; mask &= mask - 1) {
                const std::size_t at = block->offset + static_cast<unsigned>(__builtin_ctz(mask));
                if (at >= text.size()) break;
                const std::size_t word = verify(text, at);
                if (word != std::string_view::npos && !sink(word)) return;
            }
            from = block->offset + CandidateTables::kBlockBytes;
        }
    }
};

Prefilter::Prefilter(std::span<const std::string> words) : m_impl(std::make_unique<const Impl>(words)) {}
Prefilter::~Prefilter() = default;

bool Prefilter::mayHold(std::string_view bytes) const {
    if (opensAsUtf16(bytes)) return true;
    bool found = false;
    m_impl->scan(bytes, [&](std::size_t) {
        found = true;
        return false;
    });
    return found;
}

std::vector<std::uint32_t> Prefilter::hits(std::string_view text) const {
    std::vector<std::uint32_t> found;
    m_impl->scan(text, [&](std::size_t word) {
        found.push_back(static_cast<std::uint32_t>(word));
        return true;
    });
    // Only a name that begins before its candidate ("TechnicalDebt") can stand out of order.
    if (!std::is_sorted(found.begin(), found.end())) std::sort(found.begin(), found.end());
    found.erase(std::unique(found.begin(), found.end()), found.end());
    return found;
}

} // namespace paydown::syntax

// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/identity/ending.h"

#include "core/identity/hashing.h"
#include "core/identity/line_map.h"
#include "core/identity/mark.h"

#include <algorithm>
#include <optional>
#include <span>
#include <string>
#include <unordered_set>
#include <utility>
#include <vector>

namespace paydown::identity {

namespace {

constexpr std::size_t kDroppedLines = 5;
constexpr std::size_t kDroppedPercent = 80;
constexpr std::size_t kDroppedPercentInHolder = 50;
constexpr std::size_t kErasedLines = 10;

/// The lines of a text that the annotation takes, 0-based, half open.
struct Lines {
    std::size_t begin = 0;
    std::size_t end = 0;
};

Lines linesOf(std::string_view bytes, const SourceRange& range) {
    const auto begin = static_cast<std::size_t>(range.line - 1);
    const std::size_t from = std::min<std::size_t>(range.beginByte, bytes.size());
    const std::size_t to = std::clamp<std::size_t>(range.endByte, from, bytes.size());
    const auto ends = std::ranges::count(bytes.substr(from, to - from), '\n');
    return {begin, begin + static_cast<std::size_t>(ends) + 1};
}

/// Whether at least so many percent of the nearest lines on each side are nowhere in the new version.
/// @param within only lines in there count
bool surroundingsWent(const std::vector<std::uint32_t>& before, Lines own, const std::vector<std::uint32_t>& after,
                      std::size_t percent, Lines within) {
    std::size_t seen = 0;
    std::size_t gone = 0;
    const auto look = [&](std::uint32_t line, std::size_t& count) {
        if (line == 0) return;
        ++count;
        ++seen;
        if (std::ranges::find(after, line) == after.end()) ++gone; // A dozen searches cost less than a set.
    };
    std::size_t above = 0;
    for (std::size_t at = own.begin; at-- > within.begin && above < kDroppedLines;) look(before[at], above);
    std::size_t below = 0;
    for (std::size_t at = own.end; at < within.end && below < kDroppedLines; ++at) look(before[at], below);
    return seen > 0 && gone * 100 >= seen * percent;
}

/// Whether its line stands with a wish for silence added to it.
bool isSilenced(std::string_view after, std::uint32_t ownLine) {
    constexpr std::string_view kWish = "debt:ignore";
    for (auto at = after.find(kWish); at != std::string_view::npos; at = after.find(kWish, at + 1)) {
        const std::size_t begin = after.rfind('\n', at) + 1; // 0 where there is none.
        std::string line(after.substr(begin, after.find('\n', at) - begin));
        line.erase(at - begin, kWish.size());
        if (hashInk(line) == ownLine) return true;
    }
    return false;
}

/// The lines of code around the annotation, in order: at most ten on each side, all within some lines.
std::vector<std::uint32_t> codeAround(const std::vector<std::uint32_t>& code, Lines own, Lines within) {
    std::vector<std::uint32_t> window;
    std::size_t count = 0;
    for (std::size_t at = own.begin; at-- > within.begin && count < kErasedLines;) {
        if (code[at] != 0) window.push_back(code[at]), ++count;
    }
    std::ranges::reverse(window);
    for (std::size_t at = own.begin; at < own.end; ++at) {
        if (code[at] != 0) window.push_back(code[at]);
    }
    count = 0;
    for (std::size_t at = own.end; at < within.end && count < kErasedLines; ++at) {
        if (code[at] != 0) window.push_back(code[at]), ++count;
    }
    return window;
}

/// The annotation's lines and those around them up to the next blank line on each side.
Lines paragraphOf(const std::vector<std::uint32_t>& lines, Lines own) {
    while (own.begin > 0 && lines[own.begin - 1] != 0) --own.begin;
    while (own.end < lines.size() && lines[own.end] != 0) ++own.end;
    return own;
}

/// Whether the code around the annotation stands in the new version as one unbroken run. What is not in a symbol is
/// about its paragraph, such as a message in a file of translations; where that has no code, about the lines around.
bool codeStands(const std::vector<std::uint32_t>& lines, const std::vector<std::uint32_t>& code, Lines own,
                std::vector<std::uint32_t> after) {
    if (code.size() < own.end || code.size() < lines.size()) return false; // Comments are not known.
    std::vector<std::uint32_t> window = codeAround(code, own, paragraphOf(lines, own));
    if (window.empty()) window = codeAround(code, own, {0, code.size()});
    if (window.empty()) return false;
    std::erase(after, 0U);
    return !std::ranges::search(after, window).empty();
}

/// hashWords() of every line.
std::unordered_set<std::uint32_t> wordsOfLines(std::string_view bytes) {
    std::unordered_set<std::uint32_t> words;
    for (std::size_t at = 0; at < bytes.size();) {
        const std::size_t end = std::min(bytes.find('\n', at), bytes.size());
        words.insert(hashWords(bytes.substr(at, end - at)));
        at = end + 1;
    }
    return words;
}

} // namespace

/// The two versions, and what is made of them when it is first needed.
struct EndingJudge::Versions {
    std::string_view before;
    std::string_view after;
    CodeOf codeOf;
    std::vector<std::uint32_t> annotated;
    std::vector<std::uint32_t> linesBefore = hashLines(before);
    std::vector<std::uint32_t> linesAfter = hashLines(after);
    std::optional<LineMap> map{};
    std::optional<std::unordered_set<std::uint32_t>> wordsAfter{};
    std::optional<std::vector<std::uint32_t>> codeBefore{};
    std::optional<std::vector<std::uint32_t>> codeAfter{};

    /// Whether its own line still stands, and nothing is read there.
    bool standsUnread(std::uint32_t line, std::uint32_t hash) {
        if (std::ranges::find(linesAfter, hash) == linesAfter.end()) return false; // Spares most of the diffs.
        if (!map) map.emplace(linesBefore, linesAfter);
        const std::uint32_t now = map->lineAfter(line);
        return now != 0 && std::ranges::find(annotated, now) == annotated.end();
    }

    /// The lines of the symbol around the annotation whose head is nowhere in the new version; nothing where it stands,
    /// or where there is none. Those of the whole file when it is not known where the symbol ends.
    std::optional<Lines> holderThatWent(std::uint32_t holder, Lines own) {
        if (holder == 0) return std::nullopt;
        if (!wordsAfter) wordsAfter = wordsOfLines(after);
        if (wordsAfter->contains(holder)) return std::nullopt;
        const auto span = linesOfHolder(before, holder);
        const bool isAround = span && span->begin <= own.begin && own.end <= span->end;
        return isAround ? Lines{span->begin, std::min(span->end, linesBefore.size())} : Lines{0, linesBefore.size()};
    }

    void readCode() {
        if (codeBefore) return;
        codeBefore = hashLines(codeOf(before));
        codeAfter = hashLines(codeOf(after));
    }

    /// Whether the code of the symbol around the annotation is in the new version what it was; nothing where there is
    /// no such symbol on both sides.
    std::optional<bool> symbolStands(std::uint32_t holder, Lines own) const {
        if (holder == 0) return std::nullopt;
        const auto was = linesOfHolder(before, holder);
        const auto is = linesOfHolder(after, holder);
        if (!was || !is || own.begin < was->begin || own.end > was->end) return std::nullopt;
        if (codeBefore->size() < was->end || codeAfter->size() < is->end)
            return std::nullopt; // Comments are not known.
        const auto codeIn = [](const std::vector<std::uint32_t>& lines, LineSpan span) {
            std::vector<std::uint32_t> code(lines.begin() + static_cast<std::ptrdiff_t>(span.begin),
                                            lines.begin() + static_cast<std::ptrdiff_t>(span.end));
            std::erase(code, 0U);
            return code;
        };
        return codeIn(*codeBefore, *was) == codeIn(*codeAfter, *is);
    }
};

EndingJudge::EndingJudge(std::string_view before, std::string_view after, CodeOf codeOf,
                         std::vector<std::uint32_t> annotated)
    : m_versions(std::make_unique<Versions>(Versions{before, after, std::move(codeOf), std::move(annotated)})) {}

EndingJudge::~EndingJudge() = default;
EndingJudge::EndingJudge(EndingJudge&&) noexcept = default;
EndingJudge& EndingJudge::operator=(EndingJudge&&) noexcept = default;

EndingKind EndingJudge::kindOf(const SourceRange& range) {
    Versions& versions = *m_versions;
    const auto& before = versions.linesBefore;
    const auto& after = versions.linesAfter;
    Lines own = linesOf(versions.before, range);
    if (own.begin >= before.size()) return EndingKind::Paid;
    own.end = std::min(own.end, before.size());
    if (versions.standsUnread(range.line, before[own.begin])) return EndingKind::Excluded;
    if (isSilenced(versions.after, before[own.begin])) return EndingKind::Excluded;
    if (surroundingsWent(before, own, after, kDroppedPercent, {0, before.size()})) return EndingKind::Dropped;
    // A signature that was only edited leaves what it held, so a symbol is gone if half of its lines around went too.
    const std::uint32_t symbol = surroundingsOf(versions.before, range).holder;
    const auto holder = versions.holderThatWent(symbol, own);
    if (holder && surroundingsWent(before, own, after, kDroppedPercentInHolder, *holder)) return EndingKind::Dropped;
    versions.readCode();
    const auto stands = versions.symbolStands(symbol, own);
    const bool erased = stands ? *stands : codeStands(before, *versions.codeBefore, own, *versions.codeAfter);
    return erased ? EndingKind::Erased : EndingKind::Paid;
}

} // namespace paydown::identity

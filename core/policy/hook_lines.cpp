// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/model/names.h"
#include "core/policy/policy.h"

#include <algorithm>
#include <fmt/format.h>
#include <fmt/ranges.h>

namespace paydown {

namespace {

constexpr std::chrono::days kMonth{30};
constexpr std::chrono::days kYear{365};

std::string ageWords(std::chrono::days age) {
    const auto counted = [](std::int64_t number, std::string_view unit) {
        return fmt::format("{} {}{}", number, unit, number == 1 ? "" : "s");
    };
    if (age >= kYear) return counted(age / kYear, "year");
    if (age >= 2 * kMonth) return counted(age / kMonth, "month");
    return age.count() == 0 ? "less than a day" : counted(age.count(), "day");
}

std::string place(const std::string& path, const Annotation& annotation) {
    return fmt::format("{}:{}", path, annotation.range.line);
}

// "paid D-7f3k after 3 years", "2 paid, 1 dropped"
std::string endingWords(const std::vector<const EndedAnnotation*>& ended) {
    if (ended.size() == 1) {
        const EndedAnnotation& one = *ended.front();
        std::string words =
            fmt::format("{} {}", nameOf(one.kind), one.shownId.empty() ? place(one.path, one.annotation) : one.shownId);
        if (one.age) words += " after " + ageWords(*one.age);
        return words;
    }
    std::vector<std::string> parts;
    for (const EndingKind kind : {EndingKind::Paid, EndingKind::Tidied, EndingKind::Dropped, EndingKind::Reverted,
                                  EndingKind::Erased, EndingKind::Excluded}) {
        const auto count =
            std::count_if(ended.begin(), ended.end(), [&](const EndedAnnotation* one) { return one->kind == kind; });
        if (count > 0) parts.push_back(fmt::format("{} {}", count, nameOf(kind)));
    }
    return fmt::format("{}", fmt::join(parts, ", "));
}

std::string lacking(const std::string& path, const Annotation& annotation, const PolicyVerdict& verdict) {
    for (const Violation& violation : verdict.violations) {
        const bool here = violation.path == path && violation.line == annotation.range.line &&
                          violation.column == annotation.range.column;
        const std::size_t needs = violation.message.find(" needs ");
        if (here && needs != std::string::npos) return ", no " + violation.message.substr(needs + 7);
    }
    return {};
}

std::string oneWords(const std::string& path, const Annotation& annotation, const PolicyVerdict& verdict) {
    return fmt::format("{} {}{}", place(path, annotation), nameOf(annotation.stated.debtClass),
                       lacking(path, annotation, verdict));
}

// "3 new: pay/bank.cpp:88 reckless, no owner, and 2 more": the one that violates first, if there is one.
std::string newWords(const std::vector<const AddedAnnotation*>& added, const PolicyVerdict& verdict) {
    const auto violating = std::find_if(added.begin(), added.end(), [&](const AddedAnnotation* one) {
        return !lacking(one->path, one->annotation, verdict).empty();
    });
    const AddedAnnotation& shown = violating == added.end() ? *added.front() : **violating;
    std::string words = fmt::format("{} new: {}", added.size(), oneWords(shown.path, shown.annotation, verdict));
    if (added.size() > 1) words += fmt::format("; and {} more", added.size() - 1);
    return words;
}

std::string changedWords(const std::vector<const ChangedAnnotation*>& changed, const PolicyVerdict& verdict) {
    const ChangedAnnotation& shown = *changed.front();
    std::string words = fmt::format("{} changed: {}", changed.size(), oneWords(shown.path, shown.after, verdict));
    if (changed.size() > 1) words += fmt::format("; and {} more", changed.size() - 1);
    return words;
}

template <typename T, typename Annotated>
std::vector<const T*> counted(const std::vector<T>& all, Annotated&& annotated) {
    std::vector<const T*> kept; // Mentions are never counted.
    for (const T& one : all) {
        if (!annotated(one).mention) kept.push_back(&one);
    }
    return kept;
}

std::string typeLine(const PolicyVerdict& verdict) {
    const Violation& first = verdict.violations.front();
    std::string line = first.rule == "budget" ? fmt::format("{}: {}", first.message, first.remedy)
                                              : fmt::format("type: {}", first.remedy);
    if (verdict.blocks()) line += "  (or commit with SKIP=paydown)";
    return line;
}

} // namespace

std::vector<std::string> hookLines(const DebtChanges& changes, const PolicyVerdict& verdict) {
    const auto added = counted(changes.added, [](const auto& one) -> const Annotation& { return one.annotation; });
    const auto changed = counted(changes.changed, [](const auto& one) -> const Annotation& { return one.after; });
    const auto ended = counted(changes.ended, [](const auto& one) -> const Annotation& { return one.annotation; });
    std::vector<std::string> parts;
    if (!ended.empty()) parts.push_back(endingWords(ended));
    if (!added.empty()) parts.push_back(newWords(added, verdict));
    if (!changed.empty()) parts.push_back(changedWords(changed, verdict));
    std::vector<std::string> lines;
    if (!parts.empty()) lines.push_back(fmt::format("{}", fmt::join(parts, " · ")));
    if (!verdict.violations.empty()) lines.push_back(typeLine(verdict));
    return lines;
}

} // namespace paydown

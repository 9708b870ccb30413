// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/filter/filter.h"

#include "core/base/text.h"
#include "core/filter/completion.h"
#include "core/filter/filter_words.h"

#include <algorithm>
#include <fmt/format.h>

namespace paydown {

namespace {

std::string boundWords(const FilterBound& bound) {
    if (!bound.relative) return formatDate(Date(std::chrono::days(bound.days)));
    if (bound.days == 0) return "today";
    if (bound.days < 0) return formatAge(std::chrono::days(-bound.days)) + " ago";
    return "in " + formatAge(std::chrono::days(bound.days));
}

std::string rangeWords(FilterKey key, const FilterValue& value) {
    if (key == FilterKey::Age) {
        std::string length = value.text; // As typed: "1y" says more than the days that it stands for.
        const std::size_t dots = length.find("..");
        if (dots != std::string::npos) length.replace(dots, 2, value.low && value.high ? " to " : "");
        if (value.low && value.high) return length;
        return (value.low ? "at least " : "at most ") + length;
    }
    if (value.low && value.high && *value.low == *value.high) return "on " + boundWords(*value.low);
    if (value.low && value.high) return fmt::format("from {} to {}", boundWords(*value.low), boundWords(*value.high));
    return value.low ? "since " + boundWords(*value.low) : "up to " + boundWords(*value.high);
}

std::string valueWords(FilterKey key, const FilterValue& value) {
    if (value.isRange && key != FilterKey::Period) return rangeWords(key, value);
    if (value.share) return fmt::format("{} %", value.code);
    if (key == FilterKey::Text) return fmt::format("“{}”", value.text);
    return value.text;
}

std::string_view subject(FilterKey key) {
    switch (key) {
    case FilterKey::Text: return "with";
    case FilterKey::Owner: return "owner";
    case FilterKey::Path: return "in";
    case FilterKey::Top: return "of the top";
    case FilterKey::Lang: return "language";
    case FilterKey::Saved: return "filter";
    default: return infoOf(key).name;
    }
}

std::string clauseWords(const FilterClause& clause) {
    std::string words = clause.negated ? "not " : "";
    words += subject(clause.key);
    bool first = true;
    for (const FilterValue& value : clause.anyOf) {
        words += first ? " " : " or ";
        words += valueWords(clause.key, value);
        first = false;
    }
    return words;
}

} // namespace

std::string FilterError::line() const { return remedy.empty() ? what : fmt::format("{}; {}", what, remedy); }

std::string FilterError::pointed() const {
    const std::size_t from = std::min<std::size_t>(position, text.size());
    const std::string before = escapeForTerminal(std::string_view(text).substr(0, from));
    const std::string at = escapeForTerminal(std::string_view(text).substr(from, length));
    return fmt::format("{}\n{}{}", escapeForTerminal(text), std::string(displayWidth(before), ' '),
                       std::string(std::max<std::size_t>(1, displayWidth(at)), '^'));
}

Filter::Filter(std::string text, std::vector<FilterClause> clauses)
    : m_text(std::move(text)), m_clauses(std::move(clauses)) {}

bool Filter::mentions(FilterKey key) const {
    return std::any_of(m_clauses.begin(), m_clauses.end(), [&](const FilterClause& clause) {
        return clause.key == key ||
               std::any_of(clause.anyOf.begin(), clause.anyOf.end(),
                           [&](const FilterValue& value) { return value.saved && value.saved->mentions(key); });
    });
}

std::vector<std::string> Filter::revisions() const {
    std::vector<std::string> revisions;
    for (const FilterClause& clause : m_clauses) {
        for (const FilterValue& value : clause.anyOf) {
            if (value.isRevision) revisions.push_back(value.text);
            if (!value.saved) continue;
            for (std::string& one : value.saved->revisions()) revisions.push_back(std::move(one));
        }
    }
    return revisions;
}

std::string Filter::describe() const {
    std::string words;
    for (const FilterClause& clause : m_clauses) {
        if (!words.empty()) words += ", ";
        words += clauseWords(clause);
    }
    return words.empty() ? "everything" : words;
}

FilterContext filterContext(const Worklist& worklist) {
    FilterContext context;
    context.today = worklist.today;
    context.rankedCount = worklist.byRank.size();
    return context;
}

} // namespace paydown

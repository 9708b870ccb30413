// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/text.h"
#include "core/filter/completion.h"
#include "core/filter/filter.h"
#include "core/filter/filter_ranges.h"
#include "core/filter/filter_tokens.h"
#include "core/filter/filter_words.h"

#include <algorithm>
#include <fmt/format.h>

namespace paydown {

namespace {

std::string listed(std::span<const FilterWord> words) {
    std::string list;
    for (const FilterWord& word : words) list += (list.empty() ? "" : ", ") + std::string(word.text);
    return list;
}

// The nearest word, if it is near enough to have been meant.
std::string_view nearest(std::string_view typed, const auto& words, auto&& textOf) {
    std::string_view best;
    std::size_t bestDistance = typed.size() < 4 ? 2 : 3;
    for (const auto& word : words) {
        const std::size_t distance = editDistance(typed, textOf(word));
        if (distance < bestDistance && distance < textOf(word).size()) {
            bestDistance = distance;
            best = textOf(word);
        }
    }
    return best;
}

/// Saved filters that a filter stands for, through others too: more can only be meant to keep the machine busy.
constexpr std::size_t kMostSavedFilters = 200;

/// What stays the same while a filter and the saved ones that it names are read.
struct SavedReading {
    const SavedFilters& filters;
    std::vector<std::string> open; ///< Names of those that are being read, outermost first.
    std::size_t read = 0;
};

class Interpreter {
public:
    Interpreter(std::string_view text, SavedReading& saved) : m_text(text), m_saved(saved) {}

    FilterResult<Filter> run() {
        const auto tokens = tokenizeFilter(m_text);
        if (!tokens) return tl::unexpected(tokens.error());
        std::vector<FilterClause> clauses;
        for (const FilterToken& token : *tokens) {
            auto clause = readClause(token);
            if (!clause) return tl::unexpected(clause.error());
            clauses.push_back(std::move(*clause));
        }
        return Filter(std::string(m_text), std::move(clauses));
    }

private:
    FilterResult<FilterClause> readClause(const FilterToken& token) {
        FilterClause clause;
        clause.negated = token.negated;
        clause.position = token.position;
        clause.length = token.length;
        if (token.key.empty()) return readWords(token, std::move(clause));
        const std::string key = asciiLower(token.key);
        const auto known = std::find_if(filterKeys().begin(), filterKeys().end(),
                                        [&](const FilterKeyInfo& info) { return info.name == key; });
        if (known == filterKeys().end()) return tl::unexpected(unknownKey(token, key));
        clause.key = known->key;
        for (const FilterTokenValue& typed : token.values) {
            auto value = readValue(clause.key, token, typed);
            if (!value) return tl::unexpected(value.error());
            clause.anyOf.push_back(std::move(*value));
        }
        return clause;
    }

    // Bare words; `mine` is one that has a meaning of its own unless it is quoted.
    FilterResult<FilterClause> readWords(const FilterToken& token, FilterClause clause) {
        const FilterTokenValue& first = token.values.front();
        if (token.values.size() == 1 && !first.quoted && asciiLower(first.text) == "mine") {
            clause.key = FilterKey::Mine;
            return clause;
        }
        clause.key = FilterKey::Text;
        for (const FilterTokenValue& typed : token.values) {
            FilterValue value;
            value.text = asciiLower(typed.text);
            clause.anyOf.push_back(std::move(value));
        }
        return clause;
    }

    FilterError unknownKey(const FilterToken& token, const std::string& key) const {
        const std::string_view meant = nearest(key, filterKeys(), [](const FilterKeyInfo& info) { return info.name; });
        const std::string quote = fmt::format("to search for the text, quote it: \"{}:…\"", token.key);
        return filterError(m_text, token.keyPosition, static_cast<std::uint32_t>(token.key.size()),
                           fmt::format("there is no key '{}'", token.key),
                           meant.empty() ? quote : fmt::format("did you mean {}:?", meant));
    }

    FilterResult<FilterValue> readValue(FilterKey key, const FilterToken& token, const FilterTokenValue& typed) {
        const FilterKind kind = kindOf(key);
        const bool takesRange = kind == FilterKind::Age || kind == FilterKind::Ahead || kind == FilterKind::Past ||
                                kind == FilterKind::Share;
        if (token.op != FilterOperator::Is && !takesRange) {
            return refuse(typed, fmt::format("{} cannot be compared with < or >", token.key),
                          fmt::format("write it as {}", infoOf(key).example));
        }
        FilterValue value;
        value.text = asciiLower(typed.text);
        if (!typed.quoted || kind != FilterKind::Free) {
            for (const FilterWord& word : wordsOf(key)) {
                if (word.text != value.text) continue;
                value.code = word.code;
                return value;
            }
        }
        switch (kind) {
        case FilterKind::Flag: return refuse(typed, "mine takes no value", "write it alone, or owner:@name");
        case FilterKind::Closed: return unknownWord(key, token, typed);
        case FilterKind::Free: return readFree(key, typed, std::move(value));
        case FilterKind::Share:
            if (parseShare(token.op, typed.text, value)) return value;
            return refuse(typed, fmt::format("'{}' is no part of a ranking", typed.text), "write top:5% or top:20");
        default: return readTime(key, kind, token, typed);
        }
    }

    FilterResult<FilterValue> readFree(FilterKey key, const FilterTokenValue& typed, FilterValue value) {
        if (key == FilterKey::Saved) return readSaved(typed, std::move(value));
        if (key == FilterKey::Path) value.text = typed.text; // The only one whose case matters.
        if (key == FilterKey::Period) {
            const auto date = parseDate(typed.text);
            if (!date) {
                return refuse(typed, fmt::format("'{}' is no period", typed.text),
                              "write this, next, later, none, or the first day of a period: 2026-11-02");
            }
            value.isRange = true;
            value.low = value.high = FilterBound{date->time_since_epoch().count(), false};
        }
        return value;
    }

    FilterResult<FilterValue> readSaved(const FilterTokenValue& typed, FilterValue value) {
        value.text = typed.text;
        const auto named = m_saved.filters.find(typed.text);
        if (named == m_saved.filters.end()) return unknownSaved(typed);
        if (std::find(m_saved.open.begin(), m_saved.open.end(), typed.text) != m_saved.open.end()) {
            return refuse(typed, fmt::format("the saved filter '{}' stands for itself", typed.text),
                          "a saved filter may name others, but not in a circle");
        }
        if (++m_saved.read > kMostSavedFilters) {
            return refuse(typed, fmt::format("this stands for more than {} saved filters", kMostSavedFilters), {});
        }
        m_saved.open.push_back(typed.text);
        auto meant = Interpreter(named->second, m_saved).run();
        m_saved.open.pop_back();
        if (!meant) {
            return refuse(typed, fmt::format("in the saved filter '{}': {}", typed.text, meant.error().what),
                          std::move(meant.error().remedy));
        }
        value.saved = std::make_shared<const Filter>(std::move(*meant));
        return value;
    }

    FilterResult<FilterValue> unknownSaved(const FilterTokenValue& typed) const {
        const std::string_view meant =
            nearest(typed.text, m_saved.filters, [](const auto& one) -> std::string_view { return one.first; });
        std::string remedy = fmt::format("did you mean filter:{}?", meant);
        if (meant.empty()) {
            std::string names;
            for (const auto& [name, text] : m_saved.filters) names += (names.empty() ? "" : ", ") + name;
            remedy = names.empty() ? "[filters] in .paydown.toml saves none yet: hot = \"class:reckless top:5%\""
                                   : "[filters] in .paydown.toml saves " + names;
        }
        return refuse(typed, fmt::format("there is no saved filter '{}'", typed.text), std::move(remedy));
    }

    FilterResult<FilterValue> readTime(FilterKey key, FilterKind kind, const FilterToken& token,
                                       const FilterTokenValue& typed) {
        FilterValue value;
        if (parseRange(kind, token.op, typed.text, value)) return value;
        if (key == FilterKey::Introduced && token.op == FilterOperator::Is && isRevision(typed.text)) {
            value.isRevision = true;
            value.text = typed.text;
            return value;
        }
        std::string remedy = "write a number with d, w, mo or y: ";
        if (kind == FilterKind::Age) remedy += "age:1y.. or age:..2w";
        if (kind == FilterKind::Ahead) remedy += "due:..2w; or a date: due:..2026-09-30, due:2026-Q3";
        if (kind == FilterKind::Past) remedy += fmt::format("{0}:30d; or dates: {0}:2026-01..2026-06", token.key);
        return refuse(typed, fmt::format("'{}' is no time for {}", typed.text, token.key), std::move(remedy));
    }

    // What git could take as a revision or a range: no option, no blank or control character.
    static bool isRevision(std::string_view text) {
        const bool clean = std::all_of(text.begin(), text.end(),
                                       [](char c) { return static_cast<unsigned char>(c) > ' ' && c != '\x7f'; });
        return clean && !text.empty() && text.front() != '-' && text.find("...") == std::string_view::npos;
    }

    FilterResult<FilterValue> unknownWord(FilterKey key, const FilterToken& token, const FilterTokenValue& typed) {
        const std::string_view meant =
            nearest(asciiLower(typed.text), wordsOf(key), [](const FilterWord& word) { return word.text; });
        return refuse(typed, fmt::format("there is no {} '{}'", token.key, typed.text),
                      meant.empty() ? fmt::format("it is one of {}", listed(wordsOf(key)))
                                    : fmt::format("did you mean {}:{}?", token.key, meant));
    }

    tl::unexpected<FilterError> refuse(const FilterTokenValue& at, std::string what, std::string remedy) const {
        return tl::unexpected(filterError(m_text, at.position, at.length, std::move(what), std::move(remedy)));
    }

    std::string_view m_text;
    SavedReading& m_saved;
};

bool startsClause(std::string_view word) {
    if (word.starts_with('-')) word.remove_prefix(1);
    if (word.starts_with("not:")) return true;
    const std::size_t end = word.find_first_of(":<>");
    if (end == std::string_view::npos) return word == "mine";
    const std::string key = asciiLower(word.substr(0, end));
    return std::any_of(filterKeys().begin(), filterKeys().end(),
                       [&](const FilterKeyInfo& info) { return info.name == key; });
}

std::string quoted(std::string_view text) {
    std::string quote = "\"";
    for (const char c : text) {
        if (c == '"' || c == '\\') quote.push_back('\\');
        quote.push_back(c);
    }
    return quote + "\"";
}

// A shell took the quotes from `symbol:"a b"`; gives them back when the rest can only be one value.
std::string requoted(std::string_view argument) {
    const std::size_t blank = argument.find_first_of(" \t");
    const bool typedWithQuotes = argument.find('"') != std::string_view::npos;
    const std::size_t colon = argument.find(':');
    if (blank == std::string_view::npos || typedWithQuotes || colon > blank || !startsClause(argument)) {
        return std::string(argument);
    }
    for (const std::string_view word : split(argument.substr(blank + 1), ' ')) {
        if (startsClause(word)) return std::string(argument);
    }
    return std::string(argument.substr(0, colon + 1)) + quoted(argument.substr(colon + 1));
}

bool dependsOnDecisions(FilterKey key) {
    switch (key) {
    case FilterKey::State:
    case FilterKey::Verdict:
    case FilterKey::Period:
    case FilterKey::Top:
    case FilterKey::Mine:
    case FilterKey::Ended: return true;
    default: return false;
    }
}

bool isPersonal(const FilterValue& value) { return value.isRevision || value.code == kWordMe; }

/// What in a filter a rule may not ask; nothing when all of it may be asked.
struct RuleMistake {
    std::string what;
    std::string remedy;
};

std::optional<RuleMistake> ruleMistakeIn(const FilterClause& clause) {
    if (dependsOnDecisions(clause.key)) {
        return RuleMistake{fmt::format("a rule cannot depend on {}", infoOf(clause.key).name),
                           "rules speak of what the code says: path, tag, class, owner, text, age …"};
    }
    for (const FilterValue& value : clause.anyOf) {
        if (isPersonal(value)) {
            return RuleMistake{"a rule has to mean the same for everybody, everywhere", "use dates and names instead"};
        }
        if (!value.saved) continue;
        for (const FilterClause& inner : value.saved->clauses()) {
            if (auto mistake = ruleMistakeIn(inner)) {
                mistake->what = fmt::format("in the saved filter '{}': {}", value.text, mistake->what);
                return mistake;
            }
        }
    }
    return std::nullopt;
}

} // namespace

FilterResult<Filter> parseFilter(std::string_view text, const SavedFilters& saved) {
    SavedReading reading{saved, {}, 0};
    return Interpreter(text, reading).run();
}

FilterResult<Filter> parseFilter(std::span<const std::string> arguments, const SavedFilters& saved) {
    std::string text;
    for (const std::string& argument : arguments) {
        if (!text.empty()) text.push_back(' ');
        text += requoted(argument);
    }
    return parseFilter(text, saved);
}

FilterResult<Filter> parseRuleFilter(std::string_view text, const SavedFilters& saved) {
    auto filter = parseFilter(text, saved);
    if (!filter) return filter;
    for (const FilterClause& clause : filter->clauses()) {
        if (const auto mistake = ruleMistakeIn(clause))
            return tl::unexpected(filterError(text, clause.position, clause.length, mistake->what, mistake->remedy));
    }
    return filter;
}

} // namespace paydown

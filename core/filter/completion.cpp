// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/filter/completion.h"

#include "core/base/text.h"
#include "core/filter/filter_words.h"
#include "core/filter/folded_text.h"

#include <algorithm>
#include <array>
#include <unordered_map>

namespace paydown {

namespace {

constexpr std::size_t kMostSuggestions = 50;
constexpr std::size_t kMostValues = 500;

using Counts = std::unordered_map<std::string_view, std::size_t>;

std::string quotedIfNeeded(std::string_view value) {
    if (!value.empty() && value.find_first_of(" \t,\"") == std::string_view::npos) return std::string(value);
    std::string quoted = "\"";
    for (const char c : value) {
        if (c == '"' || c == '\\') quoted.push_back('\\');
        quoted.push_back(c);
    }
    return quoted + "\"";
}

// Folders of the path, each with all that is below it.
void countFolders(std::string_view path, Counts& counts) {
    for (std::size_t slash = path.find('/'); slash != std::string_view::npos; slash = path.find('/', slash + 1)) {
        ++counts[path.substr(0, slash + 1)];
    }
}

void countValue(FilterKey key, const ItemView& view, Counts& counts) {
    const Item& item = *view.item;
    const Statement& stated = item.annotation.stated;
    const auto add = [&](std::string_view value) {
        if (!value.empty()) ++counts[value];
    };
    switch (key) {
    case FilterKey::Owner: add(view.owner); break;
    case FilterKey::Path: countFolders(item.place.path, counts); break;
    case FilterKey::Tag: add(item.annotation.tag); break;
    case FilterKey::Symbol: add(item.annotation.symbol); break;
    case FilterKey::Lang: add(item.language); break;
    case FilterKey::From: add(stated.from); break;
    case FilterKey::Ticket: add(view.ticket); break;
    case FilterKey::Author:
        if (item.introduced && !item.introduced->boundary) add(item.introduced->author.name);
        break;
    case FilterKey::Label:
        for (const std::string& label : stated.labels) add(label);
        break;
    default: break;
    }
}

std::span<const std::string_view> examplesOf(FilterKey key) {
    static constexpr std::array<std::string_view, 5> kAges{"1y..", "2y..", "..1w", "..1mo", "6mo..1y"};
    static constexpr std::array<std::string_view, 4> kDues{"..0d", "..1w", "..2w", "..1mo"};
    static constexpr std::array<std::string_view, 4> kPast{"7d", "30d", "3mo", "1y"};
    static constexpr std::array<std::string_view, 4> kTops{"20", "1%", "5%", "10%"};
    switch (kindOf(key)) {
    case FilterKind::Age: return kAges;
    case FilterKind::Ahead: return kDues;
    case FilterKind::Past: return kPast;
    case FilterKind::Share: return kTops;
    default: return {};
    }
}

// Where the clause at the cursor begins, quotes respected.
std::size_t clauseBegin(std::string_view text, std::size_t cursor) {
    std::size_t begin = 0;
    bool quoted = false;
    for (std::size_t i = 0; i < cursor; ++i) {
        if (text[i] == '\\' && quoted) {
            ++i;
        } else if (text[i] == '"') {
            quoted = !quoted;
        } else if (text[i] == ' ' && !quoted) {
            begin = i + 1;
        }
    }
    return std::min(begin, cursor);
}

void suggestKeys(std::string_view typed, Completion& completion) {
    const std::string lower = asciiLower(typed);
    for (const FilterKeyInfo& info : filterKeys()) {
        if (!info.name.starts_with(lower)) continue;
        completion.suggestions.push_back({std::string(info.name) + (info.key == FilterKey::Mine ? "" : ":"), 0});
    }
}

void suggestValues(FilterKey key, std::string_view typed, const Worklist& worklist, Completion& completion) {
    if (typed.starts_with('"')) typed.remove_prefix(1);
    const std::string lower = asciiLower(typed);
    std::vector<FilterSuggestion> inside; // After those that begin with what was typed.
    for (FilterSuggestion& value : valuesOf(key, worklist)) {
        std::string_view shown = value.text;
        if (shown.starts_with('"')) shown.remove_prefix(1);
        if (equalFolded(shown.substr(0, lower.size()), lower)) {
            completion.suggestions.push_back(std::move(value));
        } else if (containsFolded(shown, lower)) {
            inside.push_back(std::move(value));
        }
    }
    std::move(inside.begin(), inside.end(), std::back_inserter(completion.suggestions));
}

} // namespace

std::vector<FilterSuggestion> valuesOf(FilterKey key, const Worklist& worklist) {
    std::vector<FilterSuggestion> values;
    if (key == FilterKey::Saved) {
        for (const auto& [name, text] : worklist.savedFilters) values.push_back({quotedIfNeeded(name), 0});
        return values;
    }
    Counts counts;
    for (const ItemView& view : worklist.items) {
        if (!view.item->ended && !view.item->annotation.mention) countValue(key, view, counts);
    }
    values.reserve(counts.size());
    for (const auto& [value, count] : counts) values.push_back({quotedIfNeeded(value), count});
    const auto more = [](const FilterSuggestion& a, const FilterSuggestion& b) {
        return a.count != b.count ? a.count > b.count : a.text < b.text;
    };
    const std::size_t kept = std::min(kMostValues, values.size());
    std::partial_sort(values.begin(), values.begin() + static_cast<std::ptrdiff_t>(kept), values.end(), more);
    values.resize(kept);
    for (const FilterWord& word : wordsOf(key)) values.push_back({std::string(word.text), 0});
    for (const std::string_view example : examplesOf(key)) values.push_back({std::string(example), 0});
    return values;
}

Completion complete(std::string_view text, std::size_t cursor, const Worklist& worklist) {
    cursor = std::min(cursor, text.size());
    Completion completion;
    completion.begin = clauseBegin(text, cursor);
    completion.end = cursor;
    std::string_view typed = text.substr(completion.begin, cursor - completion.begin);
    const auto skip = [&](std::size_t bytes) {
        typed.remove_prefix(bytes);
        completion.begin += bytes;
    };
    if (typed.starts_with("not:")) skip(4);
    if (typed.starts_with('-')) skip(1);
    const std::size_t colon = typed.find(':');
    if (colon == std::string_view::npos) {
        suggestKeys(typed, completion);
        return completion;
    }
    const std::string name = asciiLower(typed.substr(0, colon));
    const auto key = std::find_if(filterKeys().begin(), filterKeys().end(),
                                  [&](const FilterKeyInfo& info) { return info.name == name; });
    if (key == filterKeys().end()) return completion;
    skip(colon + 1);
    const std::size_t comma = typed.starts_with('"') ? std::string_view::npos : typed.rfind(',');
    if (comma != std::string_view::npos) skip(comma + 1);
    suggestValues(key->key, typed, worklist, completion);
    if (completion.suggestions.size() > kMostSuggestions) completion.suggestions.resize(kMostSuggestions);
    return completion;
}

} // namespace paydown

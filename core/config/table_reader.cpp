// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/config/table_reader.h"

#include "core/base/text.h"

#include <algorithm>
#include <fmt/format.h>
#include <fmt/ranges.h>

namespace paydown::detail {

namespace {

// The nearest of the words, when it is near enough to have been meant.
std::string nearest(std::string_view typed, const auto& words) {
    std::string best;
    std::size_t bestDistance = 3;
    for (const std::string& word : words) {
        const std::size_t distance = editDistance(asciiLower(typed), word);
        if (distance < bestDistance && distance < word.size()) {
            bestDistance = distance;
            best = word;
        }
    }
    return best;
}

std::string_view typeName(const toml::node& node) {
    switch (node.type()) {
    case toml::node_type::table: return "a table";
    case toml::node_type::array: return "a list";
    case toml::node_type::string: return "a text";
    case toml::node_type::integer: return "a whole number";
    case toml::node_type::floating_point: return "a number";
    case toml::node_type::boolean: return "true or false";
    case toml::node_type::date: return "a date";
    case toml::node_type::time: return "a time";
    case toml::node_type::date_time: return "a date and time";
    case toml::node_type::none: break;
    }
    return "nothing";
}

} // namespace

toml::table parseTomlText(std::string_view text, const ConfigMessages& messages) {
    try {
        return toml::parse(text, messages.source);
    } catch (const toml::parse_error& error) {
        messages.refuse(error.source(), std::string(error.description()));
    }
}

std::string ConfigMessages::at(const toml::source_region& region) const {
    return fmt::format("{}:{}:{}: ", source, region.begin.line, region.begin.column);
}

void ConfigMessages::refuse(const toml::source_region& region, const std::string& what,
                            const std::string& remedy) const {
    throw Error(at(region) + what, remedy);
}

const toml::node* TableReader::find(std::string_view key) {
    m_known.emplace(key);
    return m_table.get(key);
}

const toml::source_region& TableReader::sourceOf(std::string_view key) const {
    const toml::node* node = m_table.get(key);
    return node != nullptr ? node->source() : m_table.source();
}

std::string TableReader::nameOf(std::string_view key) const {
    return m_name.empty() ? std::string(key) : fmt::format("{} {}", m_name, key);
}

void TableReader::refuseType(std::string_view key, const toml::node& node, std::string_view expected) const {
    m_messages.refuse(node.source(), fmt::format("{}: expected {}, found {}", nameOf(key), expected, typeName(node)));
}

std::optional<std::string> TableReader::text(std::string_view key) {
    const toml::node* node = find(key);
    if (node == nullptr) return std::nullopt;
    if (const auto* value = node->as_string()) return value->get();
    refuseType(key, *node, "a text in quotes");
}

std::optional<bool> TableReader::truth(std::string_view key) {
    const toml::node* node = find(key);
    if (node == nullptr) return std::nullopt;
    if (const auto* value = node->as_boolean()) return value->get();
    refuseType(key, *node, "true or false");
}

std::optional<std::int64_t> TableReader::whole(std::string_view key, std::int64_t low, std::int64_t high) {
    const toml::node* node = find(key);
    if (node == nullptr) return std::nullopt;
    const auto* value = node->as_integer();
    if (value == nullptr) refuseType(key, *node, fmt::format("a whole number from {} to {}", low, high));
    if (value->get() < low || value->get() > high) {
        m_messages.refuse(node->source(), fmt::format("{}: expected a whole number from {} to {}, found {}",
                                                      nameOf(key), low, high, value->get()));
    }
    return value->get();
}

std::optional<double> TableReader::number(std::string_view key, double low, Bound bound) {
    const toml::node* node = find(key);
    if (node == nullptr) return std::nullopt;
    const std::string expected = fmt::format("a number {} {}", bound == Bound::Above ? "above" : "of at least", low);
    const auto value = node->is_number() ? node->value<double>() : std::nullopt;
    if (!value) refuseType(key, *node, expected);
    // Written so that "not a number" is refused as well.
    const bool fits = *value < 1e12 && (bound == Bound::Above ? *value > low : *value >= low);
    if (!fits) {
        m_messages.refuse(node->source(), fmt::format("{}: expected {}, found {}", nameOf(key), expected, *value));
    }
    return value;
}

std::optional<Date> TableReader::date(std::string_view key) {
    const toml::node* node = find(key);
    if (node == nullptr) return std::nullopt;
    std::optional<Date> date;
    if (const auto* value = node->as_date()) {
        const toml::date& day = value->get();
        date = parseDate(fmt::format("{:04}-{:02}-{:02}", day.year, day.month, day.day));
    } else if (const auto* text = node->as_string()) {
        date = parseDate(text->get());
    } else {
        refuseType(key, *node, "a date such as 2026-11-02");
    }
    if (!date) m_messages.refuse(node->source(), fmt::format("{}: expected a date such as 2026-11-02", nameOf(key)));
    return date;
}

std::optional<std::vector<std::string>> TableReader::texts(std::string_view key) {
    const toml::node* node = find(key);
    if (node == nullptr) return std::nullopt;
    const toml::array* array = node->as_array();
    if (array == nullptr) refuseType(key, *node, "a list of texts such as [\"a\", \"b\"]");
    std::vector<std::string> texts;
    for (const toml::node& element : *array) {
        const auto* text = element.as_string();
        if (text == nullptr) refuseType(key, element, "only texts in quotes in the list");
        texts.push_back(text->get());
    }
    return texts;
}

std::optional<std::size_t> TableReader::oneOf(std::string_view key, const std::vector<std::string>& words) {
    const auto typed = text(key);
    if (!typed) return std::nullopt;
    const auto found = std::find(words.begin(), words.end(), asciiLower(*typed));
    if (found != words.end()) return static_cast<std::size_t>(found - words.begin());
    const std::string meant = nearest(*typed, words);
    m_messages.refuse(
        sourceOf(key),
        fmt::format("{}: expected \"{}\", found \"{}\"", nameOf(key), fmt::join(words, "\" or \""), *typed),
        meant.empty() ? std::string() : fmt::format("did you mean \"{}\"?", meant));
}

std::string TableReader::pathOf(std::string_view key) const {
    std::string path = m_name;
    std::erase_if(path, [](char c) { return c == '[' || c == ']'; });
    return path.empty() ? std::string(key) : fmt::format("{}.{}", path, key);
}

std::optional<TableReader> TableReader::table(std::string_view key) {
    const toml::node* node = find(key);
    if (node == nullptr) return std::nullopt;
    const toml::table* table = node->as_table();
    if (table == nullptr) refuseType(key, *node, "a table");
    return TableReader(*table, fmt::format("[{}]", pathOf(key)), m_messages);
}

std::vector<TableReader> TableReader::tables(std::string_view key) {
    std::vector<TableReader> readers;
    const toml::node* node = find(key);
    if (node == nullptr) return readers;
    const std::string name = fmt::format("[[{}]]", pathOf(key));
    const toml::array* array = node->as_array();
    if (array == nullptr) refuseType(key, *node, fmt::format("a list of tables, {}", name));
    for (const toml::node& element : *array) {
        const toml::table* table = element.as_table();
        if (table == nullptr) refuseType(key, element, fmt::format("a list of tables, {}", name));
        readers.emplace_back(*table, name, m_messages);
    }
    return readers;
}

std::vector<std::string> TableReader::anyKeys() {
    std::vector<std::string> keys;
    for (const auto& [key, node] : m_table) {
        keys.emplace_back(key.str());
        m_known.emplace(key.str());
    }
    return keys;
}

void TableReader::warnOfUnknownKeys() {
    for (const auto& [key, node] : m_table) {
        if (m_known.contains(key.str())) continue;
        const std::string meant = nearest(key.str(), m_known);
        m_messages.warnings.push_back(m_messages.at(key.source()) + fmt::format("{}: unknown key", nameOf(key.str())) +
                                      (meant.empty() ? std::string() : fmt::format("; did you mean {}?", meant)));
    }
}

} // namespace paydown::detail

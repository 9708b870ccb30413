// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// Reads one table of the configuration key by key, remembers which keys it was asked for, and reports the rest.
// Included only by the parser: toml++ is large.

#include "core/base/date.h"
#include "core/base/error.h"

#include <cstdint>
#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <toml++/toml.h>
#include <vector>

namespace paydown::detail {

/// Where messages go and how they call the file.
struct ConfigMessages {
    std::string source;
    std::vector<std::string> warnings;

    /// "SOURCE:LINE:COLUMN: "
    [[nodiscard]] std::string at(const toml::source_region& region) const;
    /// @throws Error always.
    [[noreturn]] void refuse(const toml::source_region& region, const std::string& what,
                             const std::string& remedy = {}) const;
};

/// @throws Error with line and column where the text is no TOML.
[[nodiscard]] toml::table parseTomlText(std::string_view text, const ConfigMessages& messages);

/// One table. Every getter yields nothing for an absent key and throws Error for a value of another type.
class TableReader {
public:
    /// @param name how messages call the table: "[plan]"; empty for the root.
    TableReader(const toml::table& table, std::string name, ConfigMessages& messages)
        : m_table(table), m_name(std::move(name)), m_messages(messages) {}

    [[nodiscard]] std::optional<std::string> text(std::string_view key);
    [[nodiscard]] std::optional<bool> truth(std::string_view key);
    /// A whole number within [low, high].
    [[nodiscard]] std::optional<std::int64_t> whole(std::string_view key, std::int64_t low, std::int64_t high);
    /// A number above `low`, or equal to it where `orEqual`.
    enum class Bound : std::uint8_t { Above, AtLeast };
    [[nodiscard]] std::optional<double> number(std::string_view key, double low, Bound bound);
    /// A date, bare (2026-11-02) or in quotes.
    [[nodiscard]] std::optional<Date> date(std::string_view key);
    [[nodiscard]] std::optional<std::vector<std::string>> texts(std::string_view key);
    /// One of the words; the index of the word.
    [[nodiscard]] std::optional<std::size_t> oneOf(std::string_view key, const std::vector<std::string>& words);
    /// A table below this one.
    [[nodiscard]] std::optional<TableReader> table(std::string_view key);
    /// The tables of [[key]].
    [[nodiscard]] std::vector<TableReader> tables(std::string_view key);
    /// The keys of a table whose keys people choose; each counts as asked for.
    [[nodiscard]] std::vector<std::string> anyKeys();

    /// Where the value of a key stands; of the table, when it has no such key.
    [[nodiscard]] const toml::source_region& sourceOf(std::string_view key) const;
    /// "[plan] hours"
    [[nodiscard]] std::string nameOf(std::string_view key) const;
    [[nodiscard]] ConfigMessages& messages() { return m_messages; }

    /// Warns of every key that nobody asked for. Call it last.
    void warnOfUnknownKeys();

private:
    const toml::node* find(std::string_view key);
    std::string pathOf(std::string_view key) const; // "policy.require", without brackets
    [[noreturn]] void refuseType(std::string_view key, const toml::node& node, std::string_view expected) const;

    const toml::table& m_table;
    std::string m_name;
    ConfigMessages& m_messages;
    std::set<std::string, std::less<>> m_known;
};

} // namespace paydown::detail

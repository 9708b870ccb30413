// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/tip_records.h"

#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace paydown {

/// Writes packed columns: LEB128 varints (seven bits a byte, lowest first), signed ones zigzag-coded, texts with their
/// length before them.
class Packer {
public:
    void add(std::uint64_t number);
    void addSigned(std::int64_t number);
    void add(std::string_view text);
    [[nodiscard]] const std::string& bytes() const { return m_bytes; }

private:
    std::string m_bytes;
};

/// Reads them again. Past the end, or on damage, it yields zeros and empty texts, and isBroken() says so.
class Unpacker {
public:
    explicit Unpacker(std::string_view bytes) : m_rest(bytes) {}
    [[nodiscard]] bool atEnd() const { return m_rest.empty(); }
    [[nodiscard]] bool isBroken() const { return m_broken; }
    std::uint64_t number();
    std::int64_t signedNumber();
    std::string_view text();
    std::uint32_t number32() { return static_cast<std::uint32_t>(number()); }

private:
    std::string_view m_rest;
    bool m_broken = false;
};

[[nodiscard]] std::string packNumbers(std::span<const std::uint32_t> numbers);
[[nodiscard]] std::vector<std::uint32_t> unpackNumbers(std::string_view bytes);
/// Ascending numbers, as differences.
[[nodiscard]] std::string packAscending(std::span<const std::uint32_t> numbers);
[[nodiscard]] std::vector<std::uint32_t> unpackAscending(std::string_view bytes);
[[nodiscard]] std::string packStanding(std::span<const Standing> standing);
[[nodiscard]] std::vector<Standing> unpackStanding(std::string_view bytes);
/// Empty for a statement that says nothing.
[[nodiscard]] std::string packStatement(const Statement& stated);
[[nodiscard]] Statement unpackStatement(std::string_view bytes);
[[nodiscard]] std::string packAlso(std::span<const TipItem::Also> also);
[[nodiscard]] std::vector<TipItem::Also> unpackAlso(std::string_view bytes);

} // namespace paydown

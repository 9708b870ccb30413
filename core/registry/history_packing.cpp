// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/registry/history_packing.h"

namespace paydown {

void Packer::add(std::uint64_t number) {
    for (; number >= 0x80; number >>= 7) m_bytes.push_back(static_cast<char>(0x80U | (number & 0x7FU)));
    m_bytes.push_back(static_cast<char>(number));
}

void Packer::addSigned(std::int64_t number) {
    const auto bits = static_cast<std::uint64_t>(number);
    add(number < 0 ? ~(bits << 1) : bits << 1);
}

void Packer::add(std::string_view text) {
    add(static_cast<std::uint64_t>(text.size()));
    m_bytes.append(text);
}

std::uint64_t Unpacker::number() {
    std::uint64_t value = 0;
    for (unsigned shift = 0; shift < 64; shift += 7) {
        if (m_rest.empty()) break;
        const auto byte = static_cast<unsigned char>(m_rest.front());
        m_rest.remove_prefix(1);
        value |= static_cast<std::uint64_t>(byte & 0x7FU) << shift;
        if (byte < 0x80) return value;
    }
    m_broken = true;
    m_rest = {};
    return 0;
}

std::int64_t Unpacker::signedNumber() {
    const std::uint64_t bits = number();
    return static_cast<std::int64_t>((bits & 1) != 0 ? ~(bits >> 1) : bits >> 1);
}

std::string_view Unpacker::text() {
    const std::uint64_t size = number();
    if (size > m_rest.size()) {
        m_broken = true;
        m_rest = {};
        return {};
    }
    const std::string_view text = m_rest.substr(0, size);
    m_rest.remove_prefix(size);
    return text;
}

std::string packNumbers(std::span<const std::uint32_t> numbers) {
    Packer packer;
    for (const std::uint32_t number : numbers) packer.add(std::uint64_t{number});
    return packer.bytes();
}

std::vector<std::uint32_t> unpackNumbers(std::string_view bytes) {
    std::vector<std::uint32_t> numbers;
    for (Unpacker unpacker(bytes); !unpacker.atEnd();) numbers.push_back(unpacker.number32());
    return numbers;
}

std::string packAscending(std::span<const std::uint32_t> numbers) {
    Packer packer;
    std::uint32_t last = 0;
    for (const std::uint32_t number : numbers) packer.add(std::uint64_t{number - last}), last = number;
    return packer.bytes();
}

std::vector<std::uint32_t> unpackAscending(std::string_view bytes) {
    std::vector<std::uint32_t> numbers = unpackNumbers(bytes);
    std::uint32_t last = 0;
    for (std::uint32_t& number : numbers) last = number += last;
    return numbers;
}

std::string packStanding(std::span<const Standing> standing) {
    Packer packer;
    std::uint32_t line = 0;
    for (const Standing& one : standing) {
        packer.add(std::uint64_t{one.item});
        packer.add(std::uint64_t{one.text});
        packer.addSigned(static_cast<std::int64_t>(one.line) - line);
        packer.add(std::uint64_t{one.column});
        line = one.line;
    }
    return packer.bytes();
}

std::vector<Standing> unpackStanding(std::string_view bytes) {
    std::vector<Standing> standing;
    std::int64_t line = 0;
    for (Unpacker unpacker(bytes); !unpacker.atEnd();) {
        Standing one;
        one.item = unpacker.number32();
        one.text = unpacker.number32();
        line += unpacker.signedNumber();
        one.line = static_cast<std::uint32_t>(line);
        one.column = unpacker.number32();
        standing.push_back(one);
    }
    return standing;
}

std::string packStatement(const Statement& stated) {
    if (stated == Statement{}) return {};
    Packer packer;
    packer.add(static_cast<std::uint64_t>(stated.debtClass));
    packer.add(static_cast<std::uint64_t>(stated.intent));
    packer.add(std::uint64_t{stated.urgency});
    packer.add(std::uint64_t{stated.due.has_value()});
    packer.addSigned(stated.due ? stated.due->time_since_epoch().count() : 0);
    packer.add(std::uint64_t{stated.effort.has_value()});
    packer.addSigned(stated.effort ? stated.effort->count() : 0);
    for (const auto* text : {&stated.owner, &stated.ticket, &stated.category, &stated.why, &stated.fix, &stated.review,
                             &stated.from, &stated.path, &stated.key}) {
        packer.add(std::string_view(*text));
    }
    packer.add(std::uint64_t{stated.labels.size()});
    for (const std::string& label : stated.labels) packer.add(std::string_view(label));
    packer.add(std::uint64_t{stated.extra.size()});
    for (const auto& [key, value] : stated.extra) {
        packer.add(std::string_view(key));
        packer.add(std::string_view(value));
    }
    return packer.bytes();
}

Statement unpackStatement(std::string_view bytes) {
    Statement stated;
    if (bytes.empty()) return stated;
    Unpacker unpacker(bytes);
    stated.debtClass = static_cast<DebtClass>(unpacker.number());
    stated.intent = static_cast<Intent>(unpacker.number());
    stated.urgency = static_cast<std::uint8_t>(unpacker.number());
    const bool hasDue = unpacker.number() != 0;
    const std::int64_t due = unpacker.signedNumber();
    if (hasDue) stated.due = Date(std::chrono::days(due));
    const bool hasEffort = unpacker.number() != 0;
    const std::int64_t effort = unpacker.signedNumber();
    if (hasEffort) stated.effort = std::chrono::minutes(effort);
    for (auto* text : {&stated.owner, &stated.ticket, &stated.category, &stated.why, &stated.fix, &stated.review,
                       &stated.from, &stated.path, &stated.key}) {
        *text = unpacker.text();
    }
    for (std::uint64_t left = unpacker.number(); left > 0 && !unpacker.isBroken(); --left) {
        stated.labels.emplace_back(unpacker.text());
    }
    for (std::uint64_t left = unpacker.number(); left > 0 && !unpacker.isBroken(); --left) {
        const std::string key(unpacker.text());
        stated.extra[key] = unpacker.text();
    }
    return stated;
}

std::string packAlso(std::span<const TipItem::Also> also) {
    std::vector<std::uint32_t> numbers;
    for (const TipItem::Also& place : also) numbers.insert(numbers.end(), {place.path, place.line, place.column});
    return packNumbers(numbers);
}

std::vector<TipItem::Also> unpackAlso(std::string_view bytes) {
    const auto numbers = unpackNumbers(bytes);
    std::vector<TipItem::Also> also;
    for (std::size_t i = 0; i + 2 < numbers.size(); i += 3)
        also.push_back({numbers[i], numbers[i + 1], numbers[i + 2]});
    return also;
}

} // namespace paydown

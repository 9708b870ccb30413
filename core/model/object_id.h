// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <array>
#include <compare>
#include <cstdint>
#include <cstring>
#include <functional>
#include <optional>
#include <string>
#include <string_view>

namespace paydown {

/// The SHA-1 name of a git object. Kind keeps commits, trees and blobs apart at compile time.
template <typename Kind>
struct ObjectId {
    std::array<std::uint8_t, 20> bytes{};

    /// All zero: git's own way to write "no object".
    [[nodiscard]] bool isNull() const noexcept { return *this == ObjectId{}; }
    friend auto operator<=>(const ObjectId&, const ObjectId&) = default;
    /// In three pieces, which costs less than a call to compare twenty bytes: tables of ids do little else.
    friend bool operator==(const ObjectId& a, const ObjectId& b) noexcept {
        return a.piece<std::uint64_t>(0) == b.piece<std::uint64_t>(0) &&
               a.piece<std::uint64_t>(8) == b.piece<std::uint64_t>(8) &&
               a.piece<std::uint32_t>(16) == b.piece<std::uint32_t>(16);
    }

private:
    template <typename Number>
    [[nodiscard]] Number piece(std::size_t at) const noexcept {
        Number number = 0;
        std::memcpy(&number, bytes.data() + at, sizeof number);
        return number;
    }
};

using CommitId = ObjectId<struct CommitKind>;
using TreeId = ObjectId<struct TreeKind>;
using BlobId = ObjectId<struct BlobKind>;

namespace detail {
[[nodiscard]] std::string toHex(const std::array<std::uint8_t, 20>& bytes);
[[nodiscard]] bool fromHex(std::string_view hex, std::array<std::uint8_t, 20>& bytes);
} // namespace detail

/// 40 hexadecimal digits in lower case.
template <typename Kind>
[[nodiscard]] std::string toHex(const ObjectId<Kind>& id) {
    return detail::toHex(id.bytes);
}

/// Reads exactly 40 hexadecimal digits of any case.
template <typename Id>
[[nodiscard]] std::optional<Id> parseObjectId(std::string_view hex) {
    Id id;
    if (!detail::fromHex(hex, id.bytes)) return std::nullopt;
    return id;
}

/// Hash for unordered containers: the first bytes of a SHA-1 are as random as any hash.
struct ObjectIdHash {
    template <typename Kind>
    std::size_t operator()(const ObjectId<Kind>& id) const noexcept {
        std::size_t value = 0;
        std::memcpy(&value, id.bytes.data(), sizeof value);
        return value;
    }
};

} // namespace paydown

// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/git/delta.h"

#include "core/git/inflater.h"

#include <cstring>

namespace paydown::git {

namespace {

std::optional<std::uint64_t> takeSize(std::string_view& delta) {
    std::uint64_t size = 0;
    for (unsigned shift = 0; shift < 63; shift += 7) {
        if (delta.empty()) return std::nullopt;
        const auto byte = static_cast<unsigned char>(delta.front());
        delta.remove_prefix(1);
        size |= static_cast<std::uint64_t>(byte & 127U) << shift;
        if ((byte & 128U) == 0) return size;
    }
    return std::nullopt;
}

/// Takes the bytes of a number that the bits of a copy instruction announce.
bool takeBytes(std::string_view& delta, unsigned bits, unsigned count, std::size_t& value) {
    for (unsigned i = 0; i < count; ++i) {
        if ((bits >> i & 1U) == 0) continue;
        if (delta.empty()) return false;
        value |= static_cast<std::size_t>(static_cast<unsigned char>(delta.front())) << (8 * i);
        delta.remove_prefix(1);
    }
    return true;
}

} // namespace

std::optional<DeltaSizes> takeDeltaSizes(std::string_view& delta) {
    const auto base = takeSize(delta);
    const auto result = base ? takeSize(delta) : base;
    if (!result) return std::nullopt;
    return DeltaSizes{*base, *result};
}

std::optional<ByteBuffer> applyDelta(std::string_view base, std::string_view delta) {
    const auto sizes = takeDeltaSizes(delta);
    if (!sizes || sizes->base != base.size() || sizes->result > kMaxObjectBytes) return std::nullopt;
    ByteBuffer bytes(sizes->result);
    char* out = bytes.data();
    std::size_t room = bytes.size();
    while (!delta.empty()) {
        const auto instruction = static_cast<unsigned char>(delta.front());
        delta.remove_prefix(1);
        std::size_t size = 0;
        if ((instruction & 128U) != 0) {
            std::size_t offset = 0;
            if (!takeBytes(delta, instruction & 15U, 4, offset)) return std::nullopt;
            if (!takeBytes(delta, instruction >> 4 & 7U, 3, size)) return std::nullopt;
            if (size == 0) size = 0x10000;
            if (offset > base.size() || size > base.size() - offset || size > room) return std::nullopt;
            std::memcpy(out, base.data() + offset, size);
        } else {
            size = instruction;
            if (size == 0 || size > delta.size() || size > room) return std::nullopt;
            std::memcpy(out, delta.data(), size);
            delta.remove_prefix(size);
        }
        out += size;
        room -= size;
    }
    if (room != 0) return std::nullopt;
    return bytes;
}

} // namespace paydown::git

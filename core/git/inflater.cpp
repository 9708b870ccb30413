// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/git/inflater.h"

#include "core/base/error.h"

#include <algorithm>
#include <cstring>
#include <libdeflate.h>

namespace paydown::git {

void Inflater::Deleter::operator()(libdeflate_decompressor* handle) const noexcept {
    libdeflate_free_decompressor(handle);
}

Inflater::Inflater() : m_handle(libdeflate_alloc_decompressor()) {
    if (!m_handle) throw Error("read objects: out of memory");
}
Inflater::~Inflater() = default;

std::optional<ByteBuffer> Inflater::inflate(std::string_view packed, std::size_t size) const {
    if (size > kMaxObjectBytes) return std::nullopt;
    ByteBuffer bytes(size);
    std::size_t used = 0;
    std::size_t written = 0;
    const auto result = libdeflate_zlib_decompress_ex(m_handle.get(), packed.data(), packed.size(), bytes.data(), size,
                                                      &used, &written);
    if (result != LIBDEFLATE_SUCCESS || written != size) return std::nullopt;
    return bytes;
}

std::optional<ByteBuffer> Inflater::inflateWhole(std::string_view packed) const {
    constexpr std::size_t kSmallest = 4096;
    constexpr std::size_t kGrowth = 4;
    for (std::size_t room = std::max(kSmallest, packed.size() * kGrowth); room <= kMaxObjectBytes; room *= kGrowth) {
        ByteBuffer bytes(room);
        std::size_t written = 0;
        const auto result =
            libdeflate_zlib_decompress(m_handle.get(), packed.data(), packed.size(), bytes.data(), room, &written);
        if (result == LIBDEFLATE_INSUFFICIENT_SPACE) continue;
        if (result != LIBDEFLATE_SUCCESS) return std::nullopt;
        ByteBuffer exact(written);
        std::memcpy(exact.data(), bytes.data(), written);
        return exact;
    }
    return std::nullopt;
}

} // namespace paydown::git

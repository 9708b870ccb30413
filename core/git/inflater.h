// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/git/byte_buffer.h"

#include <memory>
#include <optional>
#include <string_view>

struct libdeflate_decompressor;

namespace paydown::git {

/// What is larger once inflated is taken for broken: no version of a file of source is.
inline constexpr std::size_t kMaxObjectBytes = std::size_t{2} << 30;

/// Inflates zlib streams. One thread at a time.
class Inflater {
public:
    Inflater();
    ~Inflater();
    Inflater(const Inflater&) = delete;
    Inflater& operator=(const Inflater&) = delete;

    /// A stream at the beginning of `packed` that inflates to exactly `size` bytes; nothing when it is broken.
    [[nodiscard]] std::optional<ByteBuffer> inflate(std::string_view packed, std::size_t size) const;
    /// A stream of unknown size; it ends with `packed`.
    [[nodiscard]] std::optional<ByteBuffer> inflateWhole(std::string_view packed) const;

private:
    struct Deleter {
        void operator()(libdeflate_decompressor* handle) const noexcept;
    };
    std::unique_ptr<libdeflate_decompressor, Deleter> m_handle;
};

} // namespace paydown::git

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/git/byte_buffer.h"

#include <cstdint>
#include <optional>
#include <string_view>

namespace paydown::git {

/// The sizes that a delta (gitformat-pack(5)) states; nothing when it is broken. Takes them off its front.
struct DeltaSizes {
    std::uint64_t base = 0;
    std::uint64_t result = 0;
};
[[nodiscard]] std::optional<DeltaSizes> takeDeltaSizes(std::string_view& delta);

/// The bytes that a delta makes of its base; nothing when it is broken or made for another base.
[[nodiscard]] std::optional<ByteBuffer> applyDelta(std::string_view base, std::string_view delta);

} // namespace paydown::git

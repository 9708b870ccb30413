// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/error.h"
#include "core/config/config.h"

#include <cstddef>
#include <cstdint>

/// Any bytes are a configuration or an Error, never anything else.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    try {
        static_cast<void>(paydown::parseConfig({reinterpret_cast<const char*>(data), size}, ".paydown.toml"));
    } catch (const paydown::Error&) {
        // Expected: it says what is wrong.
    }
    return 0;
}

// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/filter/filter.h"

#include <cstddef>
#include <cstdint>

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    const std::string_view text(reinterpret_cast<const char*>(data), size);
    static_cast<void>(paydown::parseFilter(text));
    static_cast<void>(paydown::parseRuleFilter(text));
    return 0;
}

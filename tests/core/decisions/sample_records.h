// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/decisions/ulid.h"
#include "core/model/decision.h"

#include <string>

namespace paydown {

/// The ULID with this number.
inline std::string ulidOf(unsigned number) {
    return UlidGenerator([] { return std::uint64_t{1}; },
                         [number] {
                             std::array<std::uint8_t, 10> random{};
                             for (unsigned i = 0; i < 4; ++i)
                                 random[9 - i] = static_cast<std::uint8_t>(number >> 8 * i);
                             return random;
                         })
        .next();
}

/// A complete record of one field of the item "aaaaaaaaaa".
inline DecisionRecord recordOf(unsigned number, std::uint64_t seq, std::string name, std::string value) {
    DecisionRecord record;
    record.id = ulidOf(number);
    record.batch = ulidOf(1000 + number);
    record.seq = seq;
    record.time = {1'790'000'000 + number, 60};
    record.actor = {"Mia", "mia@corp.example"};
    record.item.value = "aaaaaaaaaa";
    record.field = std::move(name);
    record.value = std::move(value);
    return record;
}

} // namespace paydown

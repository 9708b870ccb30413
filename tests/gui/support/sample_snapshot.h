// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/config/config.h"
#include "core/model/snapshot.h"

#include <cstdint>

namespace paydown::gui {

/// A made-up repository of so many items: always the same ones, with authors, ages, touches and groups of equal texts
/// as a real one has them. Nothing is decided in it.
[[nodiscard]] Snapshot makeSampleSnapshot(std::uint32_t items);

/// The day on which sample snapshots are looked at.
[[nodiscard]] Date sampleToday();

/// Two-week periods from a Monday, three items of 16 hours a person.
[[nodiscard]] Config sampleConfig();

} // namespace paydown::gui

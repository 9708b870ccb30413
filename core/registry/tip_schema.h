// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

namespace paydown {

/// Migration 4: what makes it possible to build a tip on another one, so that a new commit costs what it changed.
///
/// history_tip.outside: commits of lower numbers that are no ancestors of the tip, as runs: packed ascending begins and
/// ends. has_losses 1: some item ended in no event of its own, or it is not known (a tip of an older version).
inline constexpr const char* kTipSchema = R"sql(
ALTER TABLE history_tip ADD COLUMN outside BLOB NOT NULL DEFAULT x'';
ALTER TABLE history_tip ADD COLUMN has_losses INTEGER NOT NULL DEFAULT 1;
CREATE INDEX history_boundary ON history_commit (number) WHERE boundary=1;
)sql";

} // namespace paydown

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

namespace paydown {

/// Migration 7: how busy a file is, told without looking at commits. Rebuilt by a walk like the tables of
/// history_schema.h, whose words hold here too.
///
/// history_change.days: packed, parallel to commits, as differences: the days of their author dates, since 1970-01-01.
/// history_change.last_day: the newest of them, so that what is long ago need not be unpacked. Both are empty (null) in
/// rows from before; then the days are those of history_commit.
inline constexpr const char* kChurnSchema = R"sql(
ALTER TABLE history_change ADD COLUMN days BLOB NOT NULL DEFAULT x'';
ALTER TABLE history_change ADD COLUMN last_day INTEGER;
)sql";

} // namespace paydown

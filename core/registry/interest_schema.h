// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

namespace paydown {

/// Migration 6: what interest is computed from. Rebuilt by a walk like the tables of history_schema.h, whose words hold
/// here too.
///
/// history_record.before_blobs: packed, by parent: 1 + the number of the blob that the parent has at the path, 0 where
/// that one holds no annotation.
/// history_shown.extents: packed (first line, lines), parallel to symbols: the code that each annotation is about.
/// history_hunk     how two versions of a file differ. lines is how many the old one has; hunks: packed (equal lines
///                  since the hunk before, lines of the old version, lines of the new one).
/// history_tip_interest the touches of what is open at a tip. version is the commit that made the version it stands in,
///                  null where the row says nothing about another tip; first and last are lines in that version;
///                  touches: packed (commit, days back since the one before, first counted from 1970-01-01, person).
/// history_tip_touch goes: it had the touches of whole files.
inline constexpr const char* kInterestSchema = R"sql(
ALTER TABLE history_record ADD COLUMN before_blobs BLOB NOT NULL DEFAULT x'';
ALTER TABLE history_shown ADD COLUMN extents BLOB NOT NULL DEFAULT x'';
CREATE INDEX history_blob_by_number ON history_blob (number) WHERE number IS NOT NULL;
CREATE TABLE history_hunk (
    old_blob INTEGER NOT NULL,
    new_blob INTEGER NOT NULL,
    lines    INTEGER NOT NULL,
    hunks    BLOB NOT NULL,
    PRIMARY KEY (old_blob, new_blob)
) WITHOUT ROWID;
CREATE TABLE history_tip_interest (
    tip     INTEGER NOT NULL,
    item    INTEGER NOT NULL,
    path    INTEGER NOT NULL,
    version INTEGER,
    first   INTEGER NOT NULL,
    last    INTEGER NOT NULL,
    touches BLOB NOT NULL,
    PRIMARY KEY (tip, item)
) WITHOUT ROWID;
DROP TABLE history_tip_touch;
)sql";

} // namespace paydown

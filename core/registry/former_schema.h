// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

namespace paydown {

/// Migration 3: names that no item bears any more, and the people who helped with a commit.
///
/// history_former   ids that items bore before history was read anew (a better matcher, a shallow clone that was
///                  deepened), and ids in decisions that this history does not know: each with the annotation that it
///                  named, by commit, path, title, order among equal titles of the file (null: the line is exact) and
///                  line. item is the item that stands there, once that is known; tried 1: looked for in vain.
/// history_commit.co_authors: packed person numbers, null for none.
inline constexpr const char* kFormerSchema = R"sql(
CREATE TABLE history_former (
    id        TEXT PRIMARY KEY,
    commit_id BLOB NOT NULL,
    path      BLOB NOT NULL,
    title     BLOB NOT NULL,
    ordinal   INTEGER,
    line      INTEGER NOT NULL,
    item      INTEGER,
    tried     INTEGER NOT NULL DEFAULT 0
) WITHOUT ROWID;
CREATE INDEX history_former_by_item ON history_former (item) WHERE item IS NOT NULL;
ALTER TABLE history_commit ADD COLUMN co_authors BLOB;
)sql";

} // namespace paydown

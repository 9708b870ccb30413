// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

namespace paydown {

/// Migration 5: what only a tip tells about the lives of its items. Belongs to what a walk rebuilds.
///
/// history_tip_event  endings and returns in merges that took one side whole, so that no change of their own shows
///                    them. Columns as in history_event; item is the canonical one.
/// history_tip.has_losses goes: a tip that is built on another one asks for the events above instead.
inline constexpr const char* kImpliedSchema = R"sql(
CREATE TABLE history_tip_event (
    tip        INTEGER NOT NULL,
    item       INTEGER NOT NULL,
    sequence   INTEGER NOT NULL,
    number     INTEGER NOT NULL,
    generation INTEGER NOT NULL,
    kind       INTEGER NOT NULL,
    ending     INTEGER,
    path       INTEGER NOT NULL,
    line       INTEGER NOT NULL,
    column     INTEGER NOT NULL,
    from_path  INTEGER,
    text       INTEGER NOT NULL,
    title_hash INTEGER NOT NULL,
    above      INTEGER NOT NULL,
    below      INTEGER NOT NULL,
    PRIMARY KEY (tip, item, number, kind)
) WITHOUT ROWID;
ALTER TABLE history_tip DROP COLUMN has_losses;
)sql";

} // namespace paydown

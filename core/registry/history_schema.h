// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

namespace paydown {

/// Migration 1: the tables that a walk of history rebuilds. Written by HistoryStoreSqlite alone, read by it and by
/// HistoryReader. Nothing that people decided is in here: dropping all rows and scanning again gives the same contents.
///
/// Rows name each other by small numbers that hold inside of one registry only (they depend on the order of indexing);
/// what leaves the registry are commit ids, paths and item ids. A *packed* column is a sequence of LEB128 varints as
/// core/registry/history_packing.h writes them. Paths, names and texts are bytes as git stores them, hence BLOB.
///
/// history_meta     what the tables were built with: matcher version, fingerprints of the reading and of the path
/// rules. history_person   authors as the commits name them; same_as is the person that .mailmap makes of them (itself,
/// mostly);
///                  last_day is the newest day (days since 1970) of a commit of theirs.
/// history_commit   every commit whose changes have been assigned. parents: packed numbers, always smaller than no.
///                  zones are minutes east of UTC. boundary 1: a shallow clone ends here. summary: the first line of
///                  the message, kept only for commits with events.
/// history_path     paths that changed in any commit.
/// history_blob     every file version that has been read; number null: it holds no annotation.
/// history_text     distinct annotations without their place: what a tag, a title, a body and fields say. hash is of
/// all
///                  of it, title_hash of the folded title. statement: packed, empty when nothing is stated.
/// history_item     what was introduced, by whom its id was made (identity, section 3). ordinal counts equal titles.
/// history_event    what commits did to items. ending is null unless kind is Ended; above and below are the nearest
///                  lines around it, by which the graveyard knows a place again; generation is the commit's.
/// history_record   items(commit, path) where rule 2 of identity section 2 ran: which items stand in this version of
///                  this file. standing: packed (item, text, line, column), lines as differences.
/// history_alias    two items that turned out to be one, and the commit in which they did.
/// history_change   the commits, merges left out, that changed a path: packed ascending commit numbers as differences,
/// in
///                  chunks by the first of them.
/// history_shown    language and enclosing symbols of file versions that hold live items: packed texts, by position.
/// history_tip      commits for which it is known what stands there; used orders them by last use.
/// history_tip_item every item of a tip's ancestry: where it stands, or stood last. also: packed (path, line, column).
///                  aliases: packed item numbers. ended and ending are null for what is open.
/// history_tip_touch touches of a path that holds live items, newest first: packed (days back since the one before,
/// first
///                  counted from 1970-01-01, person).
/// history_skip     files at a tip that could not be read, and why.
inline constexpr const char* kHistorySchema = R"sql(
CREATE TABLE history_meta (
    key   TEXT PRIMARY KEY,
    value TEXT NOT NULL
) WITHOUT ROWID;
CREATE TABLE history_person (
    person   INTEGER PRIMARY KEY,
    name     BLOB NOT NULL,
    email    BLOB NOT NULL,
    same_as  INTEGER NOT NULL,
    last_day INTEGER NOT NULL DEFAULT 0,
    UNIQUE (name, email)
);
CREATE TABLE history_commit (
    number         INTEGER PRIMARY KEY,
    id             BLOB NOT NULL UNIQUE,
    parents        BLOB NOT NULL,
    generation     INTEGER NOT NULL,
    author         INTEGER NOT NULL,
    authored       INTEGER NOT NULL,
    authored_zone  INTEGER NOT NULL,
    committed      INTEGER NOT NULL,
    committed_zone INTEGER NOT NULL,
    boundary       INTEGER NOT NULL,
    summary        BLOB
);
CREATE TABLE history_path (
    number INTEGER PRIMARY KEY,
    path   BLOB NOT NULL UNIQUE
);
CREATE TABLE history_blob (
    id     BLOB PRIMARY KEY,
    number INTEGER
) WITHOUT ROWID;
CREATE TABLE history_text (
    number     INTEGER PRIMARY KEY,
    hash       INTEGER NOT NULL UNIQUE,
    title_hash INTEGER NOT NULL,
    form       INTEGER NOT NULL,
    tag        BLOB NOT NULL,
    title      BLOB NOT NULL,
    body       BLOB NOT NULL,
    statement  BLOB NOT NULL
);
CREATE TABLE history_item (
    number     INTEGER PRIMARY KEY,
    id         TEXT NOT NULL UNIQUE,
    introduced INTEGER NOT NULL,
    path       INTEGER NOT NULL,
    ordinal    INTEGER NOT NULL,
    text       INTEGER NOT NULL,
    parent     INTEGER
);
CREATE TABLE history_event (
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
    PRIMARY KEY (item, sequence)
) WITHOUT ROWID;
CREATE INDEX history_event_by_title ON history_event (title_hash);
CREATE INDEX history_event_by_commit ON history_event (number);
CREATE INDEX history_ending_by_generation ON history_event (generation) WHERE ending IS NOT NULL;
CREATE TABLE history_record (
    path     INTEGER NOT NULL,
    blob     INTEGER NOT NULL,
    number   INTEGER NOT NULL,
    standing BLOB NOT NULL,
    PRIMARY KEY (path, blob, number)
) WITHOUT ROWID;
CREATE TABLE history_alias (
    item       INTEGER NOT NULL,
    other      INTEGER NOT NULL,
    number     INTEGER NOT NULL,
    PRIMARY KEY (item, other, number)
) WITHOUT ROWID;
CREATE TABLE history_change (
    path    INTEGER NOT NULL,
    first   INTEGER NOT NULL,
    commits BLOB NOT NULL,
    PRIMARY KEY (path, first)
) WITHOUT ROWID;
CREATE TABLE history_shown (
    path     INTEGER NOT NULL,
    blob     INTEGER NOT NULL,
    language TEXT NOT NULL,
    symbols  BLOB NOT NULL,
    PRIMARY KEY (path, blob)
) WITHOUT ROWID;
CREATE TABLE history_tip (
    tip   INTEGER PRIMARY KEY,
    used  INTEGER NOT NULL
);
CREATE TABLE history_tip_item (
    tip        INTEGER NOT NULL,
    item       INTEGER NOT NULL,
    path       INTEGER NOT NULL,
    line       INTEGER NOT NULL,
    column     INTEGER NOT NULL,
    text       INTEGER NOT NULL,
    symbol     BLOB NOT NULL,
    language   TEXT NOT NULL,
    also       BLOB NOT NULL,
    aliases    BLOB NOT NULL,
    parent     INTEGER,
    introduced INTEGER NOT NULL,
    changed    INTEGER NOT NULL,
    ended      INTEGER,
    ending     INTEGER,
    PRIMARY KEY (tip, item)
) WITHOUT ROWID;
CREATE TABLE history_tip_touch (
    tip     INTEGER NOT NULL,
    path    INTEGER NOT NULL,
    touches BLOB NOT NULL,
    PRIMARY KEY (tip, path)
) WITHOUT ROWID;
CREATE TABLE history_skip (
    tip    INTEGER NOT NULL,
    path   BLOB NOT NULL,
    reason TEXT NOT NULL,
    PRIMARY KEY (tip, path)
) WITHOUT ROWID;
)sql";

} // namespace paydown

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

namespace paydown {

/// Migration 2: the tables that the decision log rebuilds. The log (decisions.jsonl) is the truth; these serve lookups.
///
/// decision_record: one row per record of the log, in the order of arrival. `item` is the id as the record says it
/// (empty where it was decided by address alone); `resolved` the item that its address was found to name, once history
/// knows it. `takes_back` holds record ids separated by blanks; `address` and `unknown` are JSON as in the log.
/// decision_source: how far the log has been taken over, and a fingerprint of what was there, which tells a log that
/// has grown from another one.
inline constexpr const char* kDecisionSchema = R"sql(
CREATE TABLE decision_actor (
    actor INTEGER PRIMARY KEY,
    name  TEXT NOT NULL,
    email TEXT NOT NULL,
    UNIQUE (name, email)
);
CREATE TABLE decision_record (
    position   INTEGER PRIMARY KEY,
    id         TEXT NOT NULL UNIQUE,
    batch      TEXT NOT NULL,
    seq        INTEGER NOT NULL,
    time       INTEGER NOT NULL,
    zone       INTEGER NOT NULL,
    actor      INTEGER NOT NULL REFERENCES decision_actor,
    item       TEXT NOT NULL,
    resolved   TEXT,
    field      TEXT NOT NULL,
    value      TEXT NOT NULL,
    note       TEXT NOT NULL,
    address    TEXT,
    takes_back TEXT,
    unknown    TEXT
);
CREATE INDEX decision_record_by_item ON decision_record (item, seq);
CREATE INDEX decision_record_by_resolved ON decision_record (resolved, seq) WHERE resolved IS NOT NULL;
CREATE TABLE decision_source (
    only_row    INTEGER PRIMARY KEY CHECK (only_row = 1),
    bytes       INTEGER NOT NULL,
    fingerprint TEXT NOT NULL
);
)sql";

} // namespace paydown

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

namespace paydown {

/// Migration 8: tips in layers, so that a new commit writes what it changed, however many items there are. Rebuilt by a
/// walk like the tables of history_schema.h.
///
/// The rows of a tip in history_tip_item, history_tip_event, history_tip_interest and history_skip are its *layer*.
///
/// history_tip.base null: the layer is all that is known of the tip. Else what the layer does not say is as the layer
/// of
///                  the commit `base` has it, which is never itself in need of another one, and which stays after that
///                  commit has ceased to be a tip. An item in history_tip_item hides all that the base says about it.
/// history_tip.room how many rows more may be written for layers upon the same base before a whole one is written.
/// history_tip.open how many items are open.
///
/// history_text_in_ledgers: what stands in ledgers (Form::Ledger), which are asked for with every commit.
///
/// Readers ask the views, which put the layers together: history_item_at, history_event_at, history_interest_at and
/// history_skip_at.
inline constexpr const char* kLayerSchema = R"sql(
ALTER TABLE history_tip ADD COLUMN base INTEGER;
ALTER TABLE history_tip ADD COLUMN room INTEGER NOT NULL DEFAULT 0;
ALTER TABLE history_tip ADD COLUMN open INTEGER NOT NULL DEFAULT 0;
UPDATE history_tip SET open=(SELECT count(*) FROM history_tip_item i WHERE i.tip=history_tip.tip AND i.ended IS NULL);
CREATE INDEX history_text_in_ledgers ON history_text (number) WHERE form=2;
CREATE VIEW history_item_at AS
    SELECT i.tip, i.item, i.path, i.line, i.column, i.text, i.symbol, i.language, i.also, i.aliases, i.parent,
           i.introduced, i.changed, i.ended, i.ending
    FROM history_tip t JOIN history_tip_item i ON i.tip=t.tip
    UNION ALL
    SELECT t.tip, i.item, i.path, i.line, i.column, i.text, i.symbol, i.language, i.also, i.aliases, i.parent,
           i.introduced, i.changed, i.ended, i.ending
    FROM history_tip t JOIN history_tip_item i ON i.tip=t.base
    WHERE NOT EXISTS (SELECT 1 FROM history_tip_item o WHERE o.tip=t.tip AND o.item=i.item);
CREATE VIEW history_event_at AS
    SELECT e.tip, e.item, e.sequence, e.number, e.generation, e.kind, e.ending, e.path, e.line, e.column, e.from_path,
           e.text, e.title_hash, e.above, e.below
    FROM history_tip t JOIN history_tip_event e ON e.tip=t.tip
    UNION ALL
    SELECT t.tip, e.item, e.sequence, e.number, e.generation, e.kind, e.ending, e.path, e.line, e.column, e.from_path,
           e.text, e.title_hash, e.above, e.below
    FROM history_tip t JOIN history_tip_event e ON e.tip=t.base
    WHERE NOT EXISTS (SELECT 1 FROM history_tip_item o WHERE o.tip=t.tip AND o.item=e.item);
CREATE VIEW history_interest_at AS
    SELECT w.tip, w.item, w.path, w.version, w.first, w.last, w.touches
    FROM history_tip t JOIN history_tip_interest w ON w.tip=t.tip
    UNION ALL
    SELECT t.tip, w.item, w.path, w.version, w.first, w.last, w.touches
    FROM history_tip t JOIN history_tip_interest w ON w.tip=t.base
    WHERE NOT EXISTS (SELECT 1 FROM history_tip_interest o WHERE o.tip=t.tip AND o.item=w.item)
      AND NOT EXISTS (SELECT 1 FROM history_tip_item o WHERE o.tip=t.tip AND o.item=w.item);
CREATE VIEW history_skip_at AS
    SELECT s.tip, s.path, s.reason FROM history_tip t JOIN history_skip s ON s.tip=t.tip
    UNION ALL
    SELECT t.tip, s.path, s.reason FROM history_tip t JOIN history_skip s ON s.tip=t.base
    WHERE NOT EXISTS (SELECT 1 FROM history_skip o WHERE o.tip=t.tip AND o.path=s.path);
)sql";

} // namespace paydown

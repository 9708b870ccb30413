// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "scanner/history/chronicle.h"

#include <functional>

namespace paydown::history {

/// Answers items(commit, path) for any commit that has been read, from the records (identity, section 4).
class StandingLookup {
public:
    StandingLookup(Chronicle& chronicle, HistorySource& source) : m_chronicle(chronicle), m_source(source) {}

    /// The record that holds for `blob` at `path` in `commit`; null when nothing stands there. Several records that
    /// differ (a revert, equal changes on two branches) are told apart by following the first parent with that blob
    /// back. @param onRival called with each other record, of an ancestor, that says the same annotations are other
    /// items; may be empty.
    using OnRival = std::function<void(const HistoryRecord& chosen, const HistoryRecord& rival)>;
    [[nodiscard]] const HistoryRecord* find(CommitNo commit, PathNo path, const BlobId& blob,
                                            const OnRival& onRival = {});

private:
    [[nodiscard]] const HistoryRecord* followBack(CommitNo commit, PathNo path, const BlobId& blob,
                                                  const std::vector<const HistoryRecord*>& records);

    Chronicle& m_chronicle;
    HistorySource& m_source;
};

} // namespace paydown::history

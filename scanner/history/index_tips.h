// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/progress.h"
#include "core/git/commit_walk.h"
#include "core/git/repository.h"
#include "core/model/history_store.h"
#include "scanner/tree/file_reader.h"

#include <cstdint>
#include <functional>
#include <stop_token>
#include <string>
#include <string_view>
#include <vector>

namespace paydown::history {

/// What history is read with: all of it committed at the mainline's tip, never a user's own settings.
struct IndexRequest {
    std::vector<CommitId> tips; ///< The mainline first, then the checked-out commit if it is another one.
    /// Whether a path is in the scanned set: not excluded, not generated, not vendored. Called from worker threads.
    std::function<bool(std::string_view path)> isScanned;
    bool excludesAnything = false;  ///< Whether isScanned ever says no.
    std::string pathsFingerprint;   ///< Changes whenever isScanned does.
    std::string readingFingerprint; ///< Changes whenever the FileReader reads otherwise: words, caps, its version.
    std::uint64_t maxFileBytes = 4U << 20;
    HistoryStore::ProperPerson properPerson; ///< By the committed .mailmap; may be empty.
    std::string peopleFingerprint;           ///< Changes whenever properPerson does.
    unsigned threads = 2;
};

/// What indexing did.
struct IndexSummary {
    std::uint64_t commits = 0;
    std::uint64_t blobs = 0;
    std::uint64_t introduced = 0;
    std::uint64_t ended = 0;
    std::vector<git::Gap> gaps; ///< What could not be read: history goes on around it.
};

/// Reads the history of the tips that the store does not hold yet, and what stands at each tip. Costs what is new. An
/// interruption at any point leaves the store consistent, and the next call goes on from what was written. The calling
/// thread alone uses the store; others read the repository through handles of their own.
/// @throws Cancelled @throws Error when the repository or the store cannot be used.
IndexSummary indexTips(const git::Repository& repository, const IndexRequest& request, const FileReader& reader,
                       HistoryStore& store, const ProgressSink& progress, const std::stop_token& stop);

} // namespace paydown::history

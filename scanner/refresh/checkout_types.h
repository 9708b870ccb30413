// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/config/workspace_config.h"
#include "core/model/item_view.h"
#include "core/model/snapshot.h"
#include "core/sharing/sync.h"
#include "core/triage/assess.h"

#include <functional>
#include <memory>
#include <string>
#include <vector>

namespace paydown {

/// How front ends open a place.
struct CheckoutOptions {
    std::string directory = "."; ///< Anywhere inside of the work tree, or a plain directory.
    std::string registryPath;    ///< --registry; empty: PAYDOWN_REGISTRY, else inside of the repository.
    std::shared_ptr<const WorkspaceConfig> workspace{}; ///< Whose people and periods hold here; null for none.
};

/// What a scan did.
struct RefreshSummary {
    std::uint64_t commits = 0;        ///< Commits read by this scan.
    std::uint64_t blobs = 0;          ///< Distinct file versions read by this scan.
    std::uint64_t open = 0;           ///< Items open at the checked-out commit afterwards.
    std::uint64_t introduced = 0;     ///< Items that this scan found for the first time.
    std::uint64_t ended = 0;          ///< Endings that this scan found.
    double seconds = 0;               ///< Wall time.
    bool waited = false;              ///< Another scan was at work first.
    std::vector<std::string> notices; ///< Shallow clone, replace refs, gaps: one sentence each.
};

/// What an action of somebody wrote.
struct DecisionOutcome {
    std::size_t count = 0;            ///< Records, or items where an action was taken back.
    std::vector<std::string> notices; ///< What people should know of it, one sentence each.
};

/// What a synchronisation brought.
struct SharedNews {
    SyncReport report;
    std::uint64_t plannedForMe = 0; ///< Planned items of mine that others decided about.
};

/// Which parts of a snapshot are wanted.
struct LoadOptions {
    bool workTree = true;  ///< Read the files too: pending items, and lines as they stand on disk.
    bool ended = false;    ///< Ended items as well.
    bool mentions = false; ///< Tags in mid-sentence as well.
    bool all = false;      ///< Ignored, generated and vendored files too.
    std::string revision;  ///< What stood at this commit ("v2.0"), as of its day; nothing of the work tree then.
};

/// An event with the commit that did it, for the life of an item.
struct ToldEvent {
    Event event;
    CommitRef commit;
    std::string summary; ///< First line of the commit's message.
    /// For an ending: the commit of the mainline that brought it in, a merge where it was made on a branch, the
    /// ending's own where it was made on the mainline. None while it is not in the mainline.
    std::optional<CommitRef> landed;
};

/// Lines of code around an annotation.
struct SourceLines {
    std::uint32_t firstLine = 1;    ///< Number of lines[0].
    std::vector<std::string> lines; ///< Without line ends, bytes as in the file.
    std::string problem;            ///< Why there are none: "the file is gone from the work tree".
};

/// Takes a part of what is known, assessed, in the order of the paths. @returns false when it has enough.
using OnPart = std::function<bool(const WorklistPtr& part)>;

/// Takes a file that is not read, by path. @returns false when it has enough.
using OnSkipped = std::function<bool(const SkippedFile& file)>;

} // namespace paydown

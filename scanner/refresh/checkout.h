// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/progress.h"
#include "core/config/config.h"
#include "core/model/item_view.h"
#include "core/model/snapshot.h"

#include <memory>
#include <stop_token>
#include <string>
#include <vector>

namespace paydown {

namespace git {
class Repository;
}
class RegistryHandle;

/// How front ends open a place.
struct CheckoutOptions {
    std::string directory = ".";  ///< Anywhere inside of the work tree, or a plain directory.
    std::string registryPath;     ///< --registry; empty: PAYDOWN_REGISTRY, else inside of the repository.
};

/// What a scan did.
struct RefreshSummary {
    std::uint64_t commits = 0;     ///< Commits read by this scan.
    std::uint64_t blobs = 0;       ///< Distinct file versions read by this scan.
    std::uint64_t open = 0;        ///< Items open at the checked-out commit afterwards.
    std::uint64_t introduced = 0;  ///< Items that this scan found for the first time.
    std::uint64_t ended = 0;       ///< Endings that this scan found.
    double seconds = 0;            ///< Wall time.
    bool waited = false;           ///< Another scan was at work first.
    std::vector<std::string> notices; ///< Shallow clone, replace refs, gaps: one sentence each.
};

/// Which parts of a snapshot are wanted.
struct LoadOptions {
    bool workTree = true;  ///< Read the files too: pending items, and lines as they stand on disk.
    bool ended = false;    ///< Ended items as well.
    bool mentions = false; ///< Tags in mid-sentence as well.
    bool all = false;      ///< Ignored, generated and vendored files too.
};

/// A place that people work in: a git repository with its registry and configuration, or a plain directory. Front ends
/// open one per thread; opening takes a few milliseconds.
class Checkout {
  public:
    /// @throws Error when the directory does not exist, the repository cannot be read, the configuration is broken.
    explicit Checkout(const CheckoutOptions& options);
    ~Checkout();
    Checkout(Checkout&&) noexcept;
    Checkout(const Checkout&) = delete;
    Checkout& operator=(const Checkout&) = delete;

    [[nodiscard]] bool isGit() const;
    [[nodiscard]] const std::string& root() const; ///< Absolute path without a final '/'.
    [[nodiscard]] const std::string& name() const; ///< For people: the last component of root().
    [[nodiscard]] const Config& config() const;
    [[nodiscard]] const Person& me() const;        ///< user.name and user.email; empty when not set.
    [[nodiscard]] Date today() const;              ///< At the configuration's utc_offset.

    /// @pre isGit()
    [[nodiscard]] git::Repository& repository();
    /// Opens the registry when first asked. @pre isGit() @throws Error when it cannot be opened.
    [[nodiscard]] RegistryHandle& registry();
    /// Whether a registry with history exists; opens nothing for writing.
    [[nodiscard]] bool hasBeenScanned();

    /// Reads what is new in tree and history into the registry. Waits for another scan that is under way.
    /// @pre isGit() @throws Cancelled when stopped, with the registry consistent.
    RefreshSummary refresh(const ProgressSink& progress, const std::stop_token& stop);

    /// What is known now: history from the registry where it has been read, matched with the files where asked for.
    [[nodiscard]] SnapshotPtr load(const LoadOptions& options, const std::stop_token& stop = {});

    /// load() assessed: states, ranks, facts.
    [[nodiscard]] WorklistPtr assess(SnapshotPtr snapshot);

  private:
    struct Impl;
    std::unique_ptr<Impl> m_impl;
};

} // namespace paydown

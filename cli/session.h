// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "cli/terminal/output.h"
#include "cli/terminal/progress_line.h"
#include "cli/terminal/style.h"
#include "cli/workspace/workspace.h"
#include "core/model/item_view.h"
#include "core/model/short_ids.h"
#include "scanner/refresh/checkout.h"

#include <memory>
#include <stop_token>
#include <string>
#include <string_view>
#include <vector>

namespace paydown::cli {

class Pager;

/// Options that stand before or after any subcommand.
struct GlobalOptions {
    std::string directory = ".";
    std::string registry;
    std::string workspace; ///< File of the workspace to work with; empty for none.
    ColorChoice color = ColorChoice::Auto;
    bool pager = true;
};

/// What a command works with: the place, the terminal, the stop that Ctrl-C requests. One per process run.
class Session {
public:
    Session(const GlobalOptions& options, Output& output, Style style, std::stop_token stop);
    ~Session();
    Session(const Session&) = delete;
    Session& operator=(const Session&) = delete;

    /// Opens the place when first asked. @throws Error
    [[nodiscard]] Checkout& checkout();
    /// The same, but a repository: @throws Error with what to do when it is a plain directory.
    [[nodiscard]] Checkout& repository();

    /// Whether several repositories are asked about.
    [[nodiscard]] bool hasWorkspace() const { return !m_options.workspace.empty(); }
    /// Opens its repositories when first asked. @pre hasWorkspace() @throws Error
    [[nodiscard]] Workspace& workspace();
    /// Takes the names of repositories off ids, as in pay/D-7f3k, and goes to the one that they name; without a
    /// workspace nothing happens. @throws Error for an unknown name, and for ids of several repositories.
    [[nodiscard]] std::vector<std::string> enterByIds(const std::vector<std::string>& ids);

    [[nodiscard]] Output& output() { return m_output; }
    [[nodiscard]] const Style& style() const { return m_style; }
    [[nodiscard]] const std::stop_token& stop() const { return m_stop; }
    [[nodiscard]] const GlobalOptions& options() const { return m_options; }

    /// What is known here now. Where history has been read before, commits that came since are read first.
    [[nodiscard]] SnapshotPtr snapshot(const LoadOptions& options);
    /// The same of another place than the one that the command stands in.
    [[nodiscard]] SnapshotPtr snapshotOf(Checkout& place, const LoadOptions& options);
    /// snapshot() assessed.
    [[nodiscard]] WorklistPtr worklist(const LoadOptions& options);

    /// A remark for people beside the answer, on standard error: "paydown: …".
    void remark(std::string_view text) const;
    /// One after the other.
    void remark(const std::vector<std::string>& texts) const;

    /// remark() for everything in the configuration that is not in force, such as unknown keys.
    void remarkOnConfig();

    /// Sends what follows through the user's pager when standard output is a terminal and nobody said --no-pager.
    void startPager();

private:
    GlobalOptions m_options;
    Output& m_output;
    Style m_style;
    std::stop_token m_stop;
    std::unique_ptr<Checkout> m_checkout;
    std::unique_ptr<Workspace> m_workspace;
    Checkout* m_entered = nullptr; ///< A repository of the workspace that ids named.
    std::unique_ptr<Pager> m_pager;
};

/// The one item that somebody named by a prefix of its id, aliases followed; else why not, with the candidates.
[[nodiscard]] Result<ItemId> findItem(std::string_view typed, const Snapshot& snapshot, const ShortIds& shortIds);

/// The ids of a snapshot, for showing and resolving.
[[nodiscard]] ShortIds shortIdsOf(const Snapshot& snapshot);

} // namespace paydown::cli

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/config/workspace_config.h"
#include "scanner/refresh/checkout.h"

#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace paydown::cli {

/// A repository of a workspace, open.
struct Member {
    std::string name; ///< In front of its ids: "pay" for pay/D-7f3k.
    std::string folder;
    std::unique_ptr<Checkout> place;
};

/// Several repositories that are read together.
class Workspace {
public:
    /// @param file the workspace's. @throws Error when it is broken, or a repository is not where it says.
    explicit Workspace(const std::string& file);

    [[nodiscard]] const WorkspaceConfig& config() const { return *m_config; }
    [[nodiscard]] std::vector<Member>& members() { return m_members; }
    /// Null for an unknown name.
    [[nodiscard]] Member* find(std::string_view name);
    /// Unknown keys of the file.
    [[nodiscard]] const std::vector<std::string>& warnings() const { return m_config->warnings; }

private:
    std::shared_ptr<const WorkspaceConfig> m_config;
    std::vector<Member> m_members;
};

/// An id as a workspace shows it.
struct MemberId {
    std::string_view member; ///< "pay"; empty where there is none.
    std::string_view id;     ///< "D-7f3k"
};

/// "pay/D-7f3k" in its two parts.
[[nodiscard]] MemberId splitMemberId(std::string_view typed);

/// Makes a workspace's file of the repositories in some folders. @returns its text.
/// @param file where it will stand: paths count from there. @throws Error for a folder that is no repository.
[[nodiscard]] std::string describeWorkspace(const std::string& file, const std::vector<std::string>& folders);

} // namespace paydown::cli

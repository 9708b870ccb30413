// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/config/config.h"

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace paydown {

/// A repository of a workspace.
struct WorkspaceRepository {
    std::string name; ///< Ids are shown as NAME/D-7f3k: letters, digits, '.', '_' and '-'.
    std::string path; ///< As written: absolute, or relative to the folder of the workspace's file.
};

/// Somebody who works in the repositories of a workspace.
struct WorkspacePerson {
    std::string owner;                  ///< As owners are written: "@kai".
    std::vector<std::string> names;     ///< Addresses and names that git knows.
    std::optional<double> hours;        ///< Of a period, over all repositories; none: that of [plan].
    std::optional<std::uint32_t> items; ///< The same.
};

/// What a workspace's file says: repositories, and what holds in all of them alike.
struct WorkspaceConfig {
    std::vector<WorkspaceRepository> repositories; ///< At least one; names differ.
    std::vector<WorkspacePerson> people;
    std::optional<PlanConfig> plan;    ///< In place of the repositories' own, so that all have the same periods.
    std::vector<std::string> warnings; ///< Unknown keys with line and column.
};

/// The usual name of a workspace's file.
inline constexpr const char* kWorkspaceFileName = "paydown-workspace.toml";

/// @param source how messages call it. @throws Error with source, line and column and what was expected.
[[nodiscard]] WorkspaceConfig parseWorkspace(std::string_view text, std::string_view source);

/// The configuration of a repository as it holds in a workspace: its people are known by all of their names, and the
/// workspace's periods count.
[[nodiscard]] Config inWorkspace(Config config, const WorkspaceConfig& workspace);

/// The commented file that `paydown workspace init` writes.
[[nodiscard]] std::string exampleWorkspace(std::span<const WorkspaceRepository> repositories);

} // namespace paydown

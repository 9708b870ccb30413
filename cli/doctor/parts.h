// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "cli/doctor/check.h"
#include "core/config/config.h"
#include "core/git/repository.h"
#include "core/registry/registry_location.h"

#include <optional>

/// The looks at single parts. Each gives at least one check, and none throws for what it finds.
namespace paydown::cli {

/// Whether git itself is there, and its version; `sync` and submodules of people's habits need it.
[[nodiscard]] Check checkGitProgram();

/// What kind of repository it is: shallow, partial, replace refs, grafts.
[[nodiscard]] std::vector<Check> checkRepository(const git::Repository& repository);

/// Whether the configuration can be read and knows all that is in it. @param text nothing where there is no file.
[[nodiscard]] std::vector<Check> checkConfig(const std::optional<std::string>& text, const std::string& source);
/// Whether history is read with the configuration that stands in the work tree.
[[nodiscard]] std::vector<Check> checkCommittedConfig(const git::Repository& repository,
                                                      const std::optional<std::string>& text);

/// Whether the revisions that the configuration names ([inbox] since, mainline) are here.
[[nodiscard]] std::vector<Check> checkRevisions(const git::Repository& repository,
                                                const std::optional<std::string>& text);

/// Whether there is a registry, whether it can be opened, and how it is stored.
[[nodiscard]] std::vector<Check> checkRegistry(const RegistryLocation& location);

[[nodiscard]] Check checkHook(const git::Repository& repository);

/// Whether decisions are shared through notes, and survive rewriting.
[[nodiscard]] Check checkNotes(const git::Repository& repository);

/// Whether decisions can say who made them.
[[nodiscard]] Check checkPerson(const git::Repository& repository);

} // namespace paydown::cli

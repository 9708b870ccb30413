// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/git/repository.h"
#include "core/model/object_id.h"
#include "scanner/tree/tree_reader.h"

#include <stop_token>

namespace paydown {

/// Chooses among paths; empty: all of them.
using PathChoice = std::function<bool(std::string_view path)>;

/// What the files of a commit hold, with the settings' and the commit's own .gitattributes' rules about which files are
/// read. For bare repositories and other revisions. @throws Error when the commit cannot be read, Cancelled
[[nodiscard]] TreeReading readCommitTree(const git::Repository& repository, const CommitId& commit,
                                         const ScanSettings& settings, Symbols symbols,
                                         const std::stop_token& stop = {}, const PathChoice& choice = {});

} // namespace paydown

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/config/config.h"
#include "core/git/attributes.h"
#include "core/git/mailmap.h"
#include "core/git/repository.h"
#include "scanner/history/index_tips.h"

#include <memory>

namespace paydown {

/// What history is read with, all of it committed at the mainline's tip, so that every clone reads the same: words,
/// caps and exclude of .paydown.toml, .gitattributes, .mailmap.
struct ScanRules {
    ScanSettings settings;
    GlobList exclude;
    git::Attributes attributes;
    git::Mailmap mailmap;
    std::string mailmapText;
};

/// Reads the rules of a commit. @throws Error when its .paydown.toml is broken, with line and column.
[[nodiscard]] std::shared_ptr<const ScanRules> readScanRules(const git::Repository& repository, const CommitId& tip);

/// Names how files are read: equal ones yield equal annotations for the same bytes at the same path, where no language is
/// stated for it.
[[nodiscard]] std::string readingFingerprint(const ScanSettings& settings);

/// A reader by these rules. It refers to them.
[[nodiscard]] FileReader readerBy(const ScanRules& rules);

/// The rules as a request for the walk. The request keeps them alive.
[[nodiscard]] history::IndexRequest indexRequest(const std::shared_ptr<const ScanRules>& rules,
                                                 std::vector<CommitId> tips);

} // namespace paydown

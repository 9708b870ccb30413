// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/config/config.h"
#include "core/git/attributes.h"
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
    std::string mailmapText;
};

/// The texts that the rules of a commit are made of.
struct RuleTexts {
    CommitId tip;
    std::string config;
    std::string attributes; ///< Path, NUL, text, NUL of every .gitattributes.
    std::string mailmap;

    /// As bytes that can be kept, and back; nothing for bytes that are none.
    [[nodiscard]] std::string packed() const;
    [[nodiscard]] static std::optional<RuleTexts> unpacked(std::string_view bytes);
    friend bool operator==(const RuleTexts&, const RuleTexts&) = default;
};

/// Reads the texts of a commit. @param known those of another commit: then only what differs between the two is looked
/// at, which spares going through the whole tree.
[[nodiscard]] RuleTexts readRuleTexts(const git::Repository& repository, const CommitId& tip,
                                      const std::optional<RuleTexts>& known = std::nullopt);

/// @throws Error when .paydown.toml is broken, with line and column.
[[nodiscard]] std::shared_ptr<const ScanRules> makeScanRules(const RuleTexts& texts);

/// Names how files are read: equal ones yield equal annotations for the same bytes at the same path, where no language
/// is stated for it.
[[nodiscard]] std::string readingFingerprint(const ScanSettings& settings);

/// A reader by these rules. It refers to them.
[[nodiscard]] FileReader readerBy(const ScanRules& rules);

/// The rules as a request for the walk. The request keeps them alive.
[[nodiscard]] history::IndexRequest indexRequest(const std::shared_ptr<const ScanRules>& rules,
                                                 std::vector<CommitId> tips);

} // namespace paydown

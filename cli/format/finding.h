// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <string_view>

namespace paydown::cli {

enum class Severity : std::uint8_t { Note, Warning, Error };

/// "note", "warning", "error".
[[nodiscard]] std::string_view nameOf(Severity severity);

/// A remark at a place in the code, for the tools that take remarks: code scanning, merge requests, editors.
struct Finding {
    std::string path; ///< Relative to the root, with '/'.
    std::uint32_t line = 1;
    std::uint32_t column = 1;
    Severity severity = Severity::Note;
    std::string rule;        ///< "debt/reckless", "debt/unclassified", "policy/owner-required".
    std::string message;     ///< One sentence, as in the repository: not escaped.
    std::string fingerprint; ///< The item's id, which survives moves and edits; else a hash of the text.
    bool fingerprintIsId =
        true; ///< Whether fingerprint is an item id (paydownItem/v1) or a text hash (paydownText/v1).
};

/// The fingerprint of a debt without an id (no history, not committed): a hash of path, folded title and order among
/// the equal titles of its file. It survives edits elsewhere, and neither a move nor a rewording.
[[nodiscard]] std::string textFingerprint(std::string_view path, std::string_view title, std::uint32_t order);

/// SARIF 2.1.0 (OASIS), one run.
[[nodiscard]] std::string sarif(std::span<const Finding> findings);

/// Workflow commands of GitHub Actions: ::warning file=…,line=…::message
[[nodiscard]] std::string githubAnnotations(std::span<const Finding> findings);

/// GitLab Code Quality: a JSON array in CodeClimate's shape.
[[nodiscard]] std::string gitlabCodeQuality(std::span<const Finding> findings);

} // namespace paydown::cli

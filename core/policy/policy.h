// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/config/config.h"
#include "core/model/annotation.h"
#include "core/model/history.h"

#include <chrono>
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace paydown {

/// What tells an annotation from all others in a report, however it moves.
struct AnnotationIdentity {
    std::string itemId;      ///< Empty where history has not been read, and for what no commit holds yet.
    std::uint32_t order = 0; ///< Counts equal titles of its file, from 0.
};

/// A debt that a commit adds.
struct AddedAnnotation {
    std::string path;
    Annotation annotation;
    AnnotationIdentity identity{};
};

/// A debt that was there before and that a commit rewrites.
struct ChangedAnnotation {
    std::string path;
    Annotation before;
    Annotation after;
    AnnotationIdentity identity{}; ///< Of `after`.
};

/// A debt that a commit ends. What only the registry knows may be absent: the hook works without it.
struct EndedAnnotation {
    std::string path;
    Annotation annotation;
    EndingKind kind = EndingKind::Paid;
    std::string shownId;                  ///< "D-7f3k"; empty when not known.
    std::optional<std::chrono::days> age; ///< How long it stood.
};

/// The open items below a budget's path, where they are known.
struct BudgetCount {
    std::uint32_t before = 0; ///< At the merge base (index: HEAD).
    std::uint32_t after = 0;  ///< With the change.
};

/// What a commit, an index or a range does to debt. Moves, renames and reformatting are not in it.
struct DebtChanges {
    std::vector<AddedAnnotation> added;
    std::vector<ChangedAnnotation> changed;
    std::vector<EndedAnnotation> ended;
    /// In the order of PolicyConfig::budgets; shorter or empty where nobody counted: such budgets are not judged.
    std::vector<std::optional<BudgetCount>> budgets;
    /// How many more annotations debt:ignore covers in the changed files than before; below zero, fewer. They are no
    /// debt, so no policy asks anything of them, but nobody should overlook them either.
    std::int32_t silenced = 0;

    [[nodiscard]] bool empty() const { return added.empty() && changed.empty() && ended.empty(); }
};

/// Something that the policy asks for and the change does not give.
struct Violation {
    std::string rule; ///< For machines: "reckless-needs-owner", "budget".
    std::string path;
    std::uint32_t line = 0; ///< 1-based; 0 for a whole path.
    std::uint32_t column = 0;
    std::string message; ///< "reckless debt needs an owner"
    std::string remedy;  ///< What to type: "DEBT(reckless, @you): retries forever when the bank is down"
};

/// What the policy says about a change.
struct PolicyVerdict {
    PolicyMode mode = PolicyMode::Report;
    std::vector<Violation> violations; ///< By path and line; budgets last.

    /// Whether the commit has to be refused: enforced, and something is violated.
    [[nodiscard]] bool blocks() const { return mode == PolicyMode::Enforce && !violations.empty(); }
};

/// Judges the annotations that are added, and those that are changed into something that lacks more than before.
/// Mentions are never judged. Dates are not judged: a date never fails a commit.
/// @param suggestedOwner put into remedies in place of "@you": the committer's handle, where it is known.
[[nodiscard]] PolicyVerdict judge(const DebtChanges& changes, const PolicyConfig& policy,
                                  const std::string& suggestedOwner = {});

/// The fields that an annotation of this class must state and does not, in the config's order.
[[nodiscard]] std::vector<std::string> missingFields(const Annotation& annotation, const PolicyConfig& policy);

/// The hook's at most two lines, the verdict first; none when there is nothing to say. Unescaped: the printer escapes.
///   paid D-7f3k after 3 years · 1 new: pay/bank.cpp:88 reckless, no owner
///   type: `DEBT(reckless, @you): retries forever when the bank is down`
[[nodiscard]] std::vector<std::string> hookLines(const DebtChanges& changes, const PolicyVerdict& verdict);

} // namespace paydown

// SPDX-License-Identifier: GPL-3.0-or-later
#include "hooks/change_reader.h"

#include "core/base/glob.h"
#include "core/base/progress.h"
#include "core/git/attributes.h"
#include "core/git/blob_reader.h"
#include "core/git/staged.h"
#include "core/git/tree_diff.h"
#include "core/identity/reconcile.h"
#include "core/model/item_id.h"
#include "hooks/budget_count.h"

#include <algorithm>
#include <array>
#include <deque>
#include <string>
#include <vector>

namespace paydown::hooks {

namespace {

/// One version of a file with everything that matching wants of it; owns what FileVersion points at.
struct HeldVersion {
    std::string path;
    std::string bytes;
    std::vector<Annotation> annotations;
};

/// The old versions by parent and the new versions of the files that differ and hold debt on either side.
class Difference {
public:
    Difference(const git::Repository& repository, const FileReader& reader, const ScanSettings& settings,
               git::LazyAttributes attributes, std::size_t parentCount)
        : m_repository(repository),
          m_reader(reader),
          m_settings(settings),
          m_exclude(settings.exclude),
          m_attributes(std::move(attributes)),
          m_before(parentCount) {}

    /// @param parents what each parent has at the path; null for nothing.
    void add(const std::string& path, const std::optional<BlobId>& now, std::span<const BlobId> parents) {
        if (!m_settings.all && isLeftOut(path)) return;
        bool heldBefore = false;
        for (std::size_t parent = 0; parent < parents.size(); ++parent) {
            if (!parents[parent].isNull()) heldBefore |= hold(path, parents[parent], m_before[parent], Plain::PassOver);
        }
        // Without its new version a file would count as removed, and what was paid in it as dropped.
        if (now) hold(path, *now, m_after, heldBefore ? Plain::Keep : Plain::PassOver);
    }

    /// How many more open items stand below a budget's path than in the only parent.
    [[nodiscard]] std::int64_t growthBelow(const BudgetConfig& budget) const {
        std::int64_t growth = openBelow(budget, m_after.versions);
        for (const Side& before : m_before) growth -= openBelow(budget, before.versions);
        return growth;
    }

    [[nodiscard]] DebtChanges reconcile() const {
        std::vector<std::vector<identity::FileVersion>> parents;
        for (const Side& before : m_before) parents.push_back(viewOf(before.versions));
        const auto after = viewOf(m_after.versions);
        DebtChanges changes;
        for (const auto& outcome : identity::reconcile(parents, after)) record(outcome, changes);
        changes.silenced = m_after.silenced - (m_before.empty() ? 0 : m_before.front().silenced);
        return changes;
    }

private:
    [[nodiscard]] bool isLeftOut(const std::string& path) {
        if (m_exclude.matches(path)) return true;
        const git::Attributes& attributes = m_attributes.above(path);
        return attributes.isGenerated(path) || attributes.isVendored(path);
    }

    using Versions = std::deque<HeldVersion>; // Views into it stay valid while it grows.

    /// The files as a parent has them, or as they are now.
    struct Side {
        Versions versions;
        std::int32_t silenced = 0; ///< Annotations that debt:ignore covers.
    };

    /// Whether versions without an annotation are kept.
    enum class Plain : unsigned char { PassOver, Keep };

    /// @returns whether the version is kept.
    bool hold(const std::string& path, const BlobId& blob, Side& side, Plain plain) const {
        auto bytes = git::findBlob(m_repository, blob, m_settings.maxFileBytes);
        if (!bytes) return false;
        std::vector<Annotation> annotations;
        if (m_reader.mayHoldAnnotation(*bytes)) {
            FileReading reading = m_reader.read(path, *bytes, Symbols::Skip);
            annotations = std::move(reading.annotations);
            side.silenced += static_cast<std::int32_t>(reading.silenced);
        }
        if (annotations.empty() && plain == Plain::PassOver) return false;
        side.versions.push_back({path, std::move(*bytes), std::move(annotations)});
        return true;
    }

    static std::int64_t openBelow(const BudgetConfig& budget, const Versions& versions) {
        std::int64_t count = 0;
        for (const HeldVersion& file : versions) {
            if (isBelow(budget, file.path)) count += openIn(file.annotations);
        }
        return count;
    }

    static std::uint32_t orderOf(const HeldVersion& file, std::size_t annotation) {
        const std::string title = foldTitle(file.annotations[annotation].title);
        const auto end = file.annotations.begin() + static_cast<std::ptrdiff_t>(annotation);
        return static_cast<std::uint32_t>(std::count_if(
            file.annotations.begin(), end, [&](const Annotation& one) { return foldTitle(one.title) == title; }));
    }

    static std::vector<identity::FileVersion> viewOf(const Versions& versions) {
        std::vector<identity::FileVersion> views;
        for (const auto& version : versions) views.push_back({version.path, version.bytes, version.annotations});
        return views;
    }

    void record(const identity::Outcome& outcome, DebtChanges& changes) const {
        using Kind = identity::Outcome::Kind;
        const auto held = [](const Side& side, const identity::AnnotationRef& ref) -> const HeldVersion& {
            return side.versions[ref.file];
        };
        switch (outcome.kind) {
        case Kind::Introduced: {
            const HeldVersion& file = held(m_after, *outcome.after);
            const std::size_t at = outcome.after->annotation;
            changes.added.push_back({file.path, file.annotations[at], {{}, orderOf(file, at)}});
            return;
        }
        case Kind::Edited:
        case Kind::Reclassified: {
            const HeldVersion& before = held(m_before[outcome.parent], *outcome.before);
            const HeldVersion& after = held(m_after, *outcome.after);
            const std::size_t at = outcome.after->annotation;
            changes.changed.push_back({after.path,
                                       before.annotations[outcome.before->annotation],
                                       after.annotations[at],
                                       {{}, orderOf(after, at)}});
            return;
        }
        case Kind::Ended: {
            const HeldVersion& file = held(m_before[outcome.parent], *outcome.before);
            changes.ended.push_back({file.path,
                                     file.annotations[outcome.before->annotation],
                                     outcome.ending.value_or(EndingKind::Paid),
                                     {},
                                     {}});
            return;
        }
        case Kind::Kept:
        case Kind::Moved: return;
        }
    }

    const git::Repository& m_repository;
    const FileReader& m_reader;
    const ScanSettings& m_settings;
    GlobList m_exclude;
    git::LazyAttributes m_attributes;
    std::vector<Side> m_before; ///< By parent.
    Side m_after;
};

/// Fills in the budgets below whose path the change grows; what does not grow cannot break one.
void countBudgets(const Difference& difference, const git::Repository& repository, const std::optional<CommitId>& base,
                  const ScanSettings& settings, std::span<const BudgetConfig> budgets, DebtChanges& changes,
                  const OpenPaths& known, const std::stop_token& stop) {
    std::vector<std::int64_t> growth;
    for (const BudgetConfig& budget : budgets) growth.push_back(difference.growthBelow(budget));
    std::vector<BudgetConfig> grown;
    for (std::size_t i = 0; i < budgets.size(); ++i) {
        if (growth[i] > 0) grown.push_back(budgets[i]);
    }
    if (grown.empty()) return;
    const auto paths = base && known ? known(*base) : std::nullopt;
    const auto before = !base   ? std::vector<std::uint32_t>(grown.size())
                        : paths ? countBelow(*paths, grown)
                                : openAt(repository, *base, settings, grown, stop);
    changes.budgets.resize(budgets.size());
    std::size_t next = 0;
    for (std::size_t i = 0; i < budgets.size(); ++i) {
        if (growth[i] <= 0) continue;
        const std::uint32_t stood = before[next++];
        changes.budgets[i] = BudgetCount{stood, stood + static_cast<std::uint32_t>(growth[i])};
    }
}

} // namespace

DebtChanges readIndexChanges(const git::Repository& repository, const FileReader& reader, const ScanSettings& settings,
                             std::span<const BudgetConfig> budgets, const OpenPaths& known) {
    const git::StagedChanges staged = git::stagedChanges(repository);
    Difference difference(repository, reader, settings, git::attributesOnDisk(repository), staged.parents.size());
    for (const auto& file : staged.files) difference.add(file.path, file.now, file.parents);
    DebtChanges changes = difference.reconcile();
    // A merge brings what each side was allowed already; what a branch adds is judged as a whole, against its base.
    if (staged.parents.size() > 1) return changes;
    const auto base = staged.parents.empty() ? std::nullopt : std::optional(staged.parents.front());
    countBudgets(difference, repository, base, settings, budgets, changes, known, {});
    return changes;
}

DebtChanges readRangeChanges(const git::Repository& repository, const CommitId& from, const CommitId& to,
                             const FileReader& reader, const ScanSettings& settings,
                             std::span<const BudgetConfig> budgets, const std::stop_token& stop) {
    git::TreeReader trees(repository);
    const std::array parents{trees.treeOf(from)};
    Difference difference(repository, reader, settings, git::attributesAt(repository, to), parents.size());
    trees.compare(trees.treeOf(to), parents, [&](const git::TreeChange& change) {
        throwIfStopped(stop);
        difference.add(std::string(change.path), change.now, change.parents);
    });
    DebtChanges changes = difference.reconcile();
    countBudgets(difference, repository, from, settings, budgets, changes, {}, stop);
    return changes;
}

} // namespace paydown::hooks

// SPDX-License-Identifier: GPL-3.0-or-later
#include "hooks/change_reader.h"

#include "core/base/glob.h"
#include "core/base/progress.h"
#include "core/git/attributes.h"
#include "core/git/blob_reader.h"
#include "core/git/staged.h"
#include "core/git/tree_diff.h"
#include "core/identity/reconcile.h"

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

    [[nodiscard]] DebtChanges reconcile() const {
        std::vector<std::vector<identity::FileVersion>> parents;
        for (const auto& versions : m_before) parents.push_back(viewOf(versions));
        const auto after = viewOf(m_after);
        DebtChanges changes;
        for (const auto& outcome : identity::reconcile(parents, after)) record(outcome, changes);
        return changes;
    }

private:
    [[nodiscard]] bool isLeftOut(const std::string& path) {
        if (m_exclude.matches(path)) return true;
        const git::Attributes& attributes = m_attributes.above(path);
        return attributes.isGenerated(path) || attributes.isVendored(path);
    }

    using Versions = std::deque<HeldVersion>; // Views into it stay valid while it grows.

    /// Whether versions without an annotation are kept.
    enum class Plain : unsigned char { PassOver, Keep };

    /// @returns whether the version is kept.
    bool hold(const std::string& path, const BlobId& blob, Versions& versions, Plain plain) const {
        auto bytes = git::findBlob(m_repository, blob, m_settings.maxFileBytes);
        if (!bytes) return false;
        std::vector<Annotation> annotations;
        if (m_reader.mayHoldAnnotation(*bytes)) annotations = m_reader.read(path, *bytes, Symbols::Skip).annotations;
        if (annotations.empty() && plain == Plain::PassOver) return false;
        versions.push_back({path, std::move(*bytes), std::move(annotations)});
        return true;
    }

    static std::vector<identity::FileVersion> viewOf(const Versions& versions) {
        std::vector<identity::FileVersion> views;
        for (const auto& version : versions) views.push_back({version.path, version.bytes, version.annotations});
        return views;
    }

    void record(const identity::Outcome& outcome, DebtChanges& changes) const {
        using Kind = identity::Outcome::Kind;
        const auto held = [](const Versions& versions, const identity::AnnotationRef& ref) -> const HeldVersion& {
            return versions[ref.file];
        };
        switch (outcome.kind) {
        case Kind::Introduced: {
            const HeldVersion& file = held(m_after, *outcome.after);
            changes.added.push_back({file.path, file.annotations[outcome.after->annotation]});
            return;
        }
        case Kind::Edited:
        case Kind::Reclassified: {
            const HeldVersion& before = held(m_before[outcome.parent], *outcome.before);
            const HeldVersion& after = held(m_after, *outcome.after);
            changes.changed.push_back({after.path, before.annotations[outcome.before->annotation],
                                       after.annotations[outcome.after->annotation]});
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
    std::vector<Versions> m_before;
    Versions m_after;
};

} // namespace

DebtChanges readIndexChanges(const git::Repository& repository, const FileReader& reader,
                             const ScanSettings& settings) {
    const git::StagedChanges staged = git::stagedChanges(repository);
    Difference difference(repository, reader, settings, git::attributesOnDisk(repository), staged.parents.size());
    for (const auto& file : staged.files) difference.add(file.path, file.now, file.parents);
    return difference.reconcile();
}

DebtChanges readRangeChanges(const git::Repository& repository, const CommitId& from, const CommitId& to,
                             const FileReader& reader, const ScanSettings& settings, const std::stop_token& stop) {
    git::TreeReader trees(repository);
    const std::array parents{trees.treeOf(from)};
    Difference difference(repository, reader, settings, git::attributesAt(repository, to), parents.size());
    trees.compare(trees.treeOf(to), parents, [&](const git::TreeChange& change) {
        throwIfStopped(stop);
        difference.add(std::string(change.path), change.now, change.parents);
    });
    return difference.reconcile();
}

} // namespace paydown::hooks

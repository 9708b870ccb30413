// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/identity/reconcile.h"

#include "core/identity/commit_matcher.h"
#include "core/identity/ending.h"
#include "core/identity/hashing.h"

#include <algorithm>
#include <deque>
#include <map>
#include <set>

namespace paydown::identity {

namespace {

/// Marks of a file, with the wordings that they point into.
std::vector<Mark> marksOf(const FileVersion& file, std::deque<Wording>& wordings) {
    std::vector<Mark> marks;
    for (std::uint32_t index = 0; index < file.annotations.size(); ++index) {
        const Annotation& annotation = file.annotations[index];
        if (annotation.mention) continue;
        Mark mark = surroundingsOf(file.bytes, annotation.range);
        setWording(mark, wordings.emplace_back(wordingOf(annotation)));
        mark.index = index;
        marks.push_back(mark);
    }
    return marks;
}

class Reconciler {
public:
    Reconciler(std::span<const std::vector<FileVersion>> parents, std::span<const FileVersion> after)
        : m_parents(parents),
          m_after(after),
          m_matcher(LineSource{[this](std::uint32_t old) { return hashLines(oldFile(old).bytes); },
                               [this](std::uint32_t now) { return hashLines(m_after[now].bytes); }}) {}

    std::vector<Outcome> run() {
        addOldVersions();
        addNewVersions();
        m_matcher.run();
        std::vector<Outcome> outcomes;
        for (std::uint32_t now = 0; now < m_after.size(); ++now) standing(now, outcomes);
        endings(outcomes);
        return outcomes;
    }

private:
    struct Source {
        std::uint32_t parent = 0;
        std::uint32_t file = 0;
    };

    const FileVersion& oldFile(std::uint32_t old) const {
        return m_parents[m_sources[old].parent][m_sources[old].file];
    }

    void addOldVersions() {
        std::set<std::string_view> newPaths;
        for (const FileVersion& file : m_after) newPaths.insert(file.path);
        std::uint32_t item = 0;
        for (std::uint32_t parent = 0; parent < m_parents.size(); ++parent) {
            for (std::uint32_t file = 0; file < m_parents[parent].size(); ++file) {
                const FileVersion& version = m_parents[parent][file];
                OldVersion old{version.path,
                               hashOf(version.bytes),
                               parent,
                               !newPaths.contains(version.path),
                               marksOf(version, m_wordings),
                               {}};
                for (std::size_t i = 0; i < old.marks.size(); ++i) old.items.push_back(item++);
                m_sources.push_back({parent, file});
                m_oldsOf[version.path].push_back(m_matcher.addOld(std::move(old)));
            }
        }
    }

    void addNewVersions() {
        for (const FileVersion& file : m_after) {
            const auto olds = m_oldsOf.find(file.path);
            const bool added = olds == m_oldsOf.end();
            m_matcher.addNew({file.path, hashOf(file.bytes), added, marksOf(file, m_wordings)},
                             added ? std::vector<std::uint32_t>{} : olds->second);
        }
    }

    void standing(std::uint32_t now, std::vector<Outcome>& outcomes) const {
        const NewVersion& version = m_matcher.newVersion(now);
        for (std::uint32_t mark = 0; mark < version.marks.size(); ++mark) {
            Outcome outcome;
            outcome.after = AnnotationRef{now, version.marks[mark].index};
            const auto& origin = m_matcher.origin(now, mark);
            if (!origin) {
                outcome.kind = Outcome::Kind::Introduced;
            } else {
                const Source source = m_sources[origin->version];
                const Mark& old = m_matcher.oldVersion(origin->version).marks[origin->mark];
                outcome.parent = source.parent;
                outcome.before = AnnotationRef{source.file, old.index};
                outcome.kind = kindOf(*origin, old, version.marks[mark], m_after[now]);
            }
            outcomes.push_back(outcome);
        }
    }

    Outcome::Kind kindOf(const Origin& origin, const Mark& old, const Mark& now, const FileVersion& file) const {
        const Annotation& before = oldFile(origin.version).annotations[old.index];
        const Annotation& after = file.annotations[now.index];
        if (before.tag != after.tag || before.stated.debtClass != after.stated.debtClass) {
            return Outcome::Kind::Reclassified;
        }
        if (old.text != now.text || before.stated != after.stated) return Outcome::Kind::Edited;
        const bool elsewhere = origin.way != Origin::Way::SameFile;
        const bool otherNeighbours = old.above[0] != now.above[0] && old.below[0] != now.below[0];
        const bool moved = elsewhere || (otherNeighbours && old.holder != now.holder);
        return moved ? Outcome::Kind::Moved : Outcome::Kind::Kept;
    }

    /// What stands in no new version. At a merge, what another parent lacks at this path was ended there, not here,
    /// and is told apart by its wording: items are not known.
    void endings(std::vector<Outcome>& outcomes) const {
        for (std::uint32_t old = 0; old < m_matcher.oldCount(); ++old) {
            const OldVersion& version = m_matcher.oldVersion(old);
            if (version.parent != 0) break;
            for (std::uint32_t mark = 0; mark < version.marks.size(); ++mark) {
                if (m_matcher.isMatched(version.items[mark]) || !standsInAllParents(version, mark)) continue;
                Outcome outcome;
                outcome.kind = Outcome::Kind::Ended;
                outcome.before = AnnotationRef{m_sources[old].file, version.marks[mark].index};
                outcome.ending = endingFor(old, mark);
                outcomes.push_back(outcome);
            }
        }
    }

    bool standsInAllParents(const OldVersion& version, std::uint32_t mark) const {
        const auto olds = m_oldsOf.find(version.path);
        return std::ranges::all_of(olds->second, [&](std::uint32_t other) {
            const OldVersion& there = m_matcher.oldVersion(other);
            return std::ranges::any_of(there.marks,
                                       [&](const Mark& twin) { return twin.title == version.marks[mark].title; });
        });
    }

    EndingKind endingFor(std::uint32_t old, std::uint32_t mark) const {
        const FileVersion& file = oldFile(old);
        const auto now = std::ranges::find(m_after, file.path, &FileVersion::path);
        if (now == m_after.end()) return EndingKind::Dropped;
        std::vector<std::uint32_t> annotated;
        for (const Annotation& annotation : now->annotations) annotated.push_back(annotation.range.line);
        const auto noCode = [](std::string_view) { return std::string(); };
        return EndingJudge(file.bytes, now->bytes, noCode, std::move(annotated))
            .kindOf(file.annotations[m_matcher.oldVersion(old).marks[mark].index].range);
    }

    std::span<const std::vector<FileVersion>> m_parents;
    std::span<const FileVersion> m_after;
    std::deque<Wording> m_wordings;
    std::vector<Source> m_sources; ///< By old version.
    std::map<std::string_view, std::vector<std::uint32_t>> m_oldsOf;
    CommitMatcher m_matcher;
};

} // namespace

std::vector<Outcome> reconcile(std::span<const std::vector<FileVersion>> parents, std::span<const FileVersion> after) {
    return Reconciler(parents, after).run();
}

} // namespace paydown::identity

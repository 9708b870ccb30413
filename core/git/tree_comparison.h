// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

/// Inside of core/git only: one comparison for trees and for the index.

#include "core/base/error.h"
#include "core/git/tree_cursor.h"
#include "core/git/tree_diff.h"

#include <algorithm>
#include <string>
#include <vector>

namespace paydown::git {

class IndexCursor;

/// Walks a tree (or something that looks like one) beside its parents, two pointers and more, and goes down only where
/// it differs from every parent.
class TreeComparison {
public:
    TreeComparison(TreeSource& source, const TreeReader::OnChange& onChange) : m_source(source), m_onChange(onChange) {}

    /// @param now has atEnd, name, isFolder, file, folder, next and enter as TreeCursor has.
    template <typename Now>
    void compare(Now& now, std::vector<TreeCursor>& parents) {
        while (true) {
            skipEqual(now, parents);
            const auto least = leastEntry(now, parents);
            if (!least) return;
            if (least->isFolder)
                compareFolders(now, parents, *least);
            else
                compareFiles(now, parents, *least);
        }
    }

private:
    struct Entry {
        std::string_view name; ///< Of a cursor; valid until that moves.
        bool isFolder = false;
    };

    /// Entries equal to the first parent's concern nobody; the other parents follow up to where that ends.
    static void skipEqual(TreeCursor& now, std::vector<TreeCursor>& parents) {
        if (parents.empty() || now.atEnd()) return;
        const std::string_view skipped = TreeCursor::skipEqual(now, parents.front());
        for (std::size_t i = 1; i < parents.size(); ++i) {
            if (!skipped.empty()) parents[i].skip(skipped);
            while (!parents[i].atEnd() && isBefore(parents[i], now) && isBefore(parents[i], parents.front()))
                parents[i].next();
        }
    }
    static void skipEqual(const IndexCursor&, const std::vector<TreeCursor>&) {} // an index has no bytes to compare

    static bool isBefore(const TreeCursor& a, const TreeCursor& b) {
        return b.atEnd() || compareEntries(a.name(), a.isFolder(), b.name(), b.isFolder()) < 0;
    }

    template <typename Cursor>
    static bool isAt(const Cursor& cursor, const Entry& entry) {
        return !cursor.atEnd() && cursor.isFolder() == entry.isFolder && cursor.name() == entry.name;
    }

    template <typename Now>
    std::optional<Entry> leastEntry(const Now& now, const std::vector<TreeCursor>& parents) const {
        std::optional<Entry> least;
        const auto consider = [&least](const auto& cursor) {
            if (cursor.atEnd()) return;
            if (!least || compareEntries(cursor.name(), cursor.isFolder(), least->name, least->isFolder) < 0)
                least = Entry{cursor.name(), cursor.isFolder()};
        };
        consider(now);
        for (const auto& parent : parents) consider(parent);
        return least;
    }

    template <typename Now>
    void compareFiles(Now& now, std::vector<TreeCursor>& parents, const Entry& entry) {
        const BlobId current = isAt(now, entry) ? now.file() : BlobId{};
        bool differs = !current.isNull() || !parents.empty();
        m_before.clear();
        for (const auto& parent : parents) {
            m_before.push_back(isAt(parent, entry) ? parent.file() : BlobId{});
            if (m_before.back() == current) differs = false;
        }
        if (differs) {
            const auto length = m_path.size();
            m_path += entry.name;
            m_onChange({m_path, current.isNull() ? std::nullopt : std::optional(current), m_before});
            m_path.resize(length);
        }
        moveOn(now, parents, entry);
    }

    template <typename Now>
    void compareFolders(Now& now, std::vector<TreeCursor>& parents, const Entry& entry) {
        const bool stands = isAt(now, entry);
        const std::optional<TreeId> current = stands ? now.folder() : TreeId{};
        bool differs = true;
        for (const auto& parent : parents) {
            const TreeId before = isAt(parent, entry) ? *parent.folder() : TreeId{};
            if (current && before == *current) differs = false;
        }
        if (differs) {
            constexpr std::size_t kMaxPathBytes = 1U << 16;
            const auto length = m_path.size();
            (m_path += entry.name) += '/';
            if (m_path.size() > kMaxPathBytes) throw Error("read tree: its folders are nested too deep");
            std::vector<TreeCursor> inside;
            for (const auto& parent : parents)
                inside.push_back(isAt(parent, entry) ? m_source.openTree(*parent.folder()) : TreeCursor());
            if (stands) {
                now.enter(m_source, [&](auto& folder) { compare(folder, inside); });
            } else {
                TreeCursor nothing;
                compare(nothing, inside);
            }
            m_path.resize(length);
        }
        moveOn(now, parents, entry);
    }

    template <typename Now>
    static void moveOn(Now& now, std::vector<TreeCursor>& parents, const Entry& entry) {
        // The entry's name may belong to one of the cursors: find all that stand there before any of them moves.
        const bool nowMoves = isAt(now, entry);
        unsigned long long moving = 0;
        for (std::size_t i = 0; i < parents.size(); ++i)
            if (isAt(parents[i], entry)) moving |= 1ULL << (i % 64);
        if (parents.size() <= 64) {
            if (nowMoves) now.next();
            for (std::size_t i = 0; i < parents.size(); ++i)
                if (moving >> i & 1) parents[i].next();
            return;
        }
        // An octopus of more than 64 arms.
        const std::string name(entry.name);
        const Entry kept{name, entry.isFolder};
        if (nowMoves) now.next();
        for (auto& parent : parents)
            if (isAt(parent, kept)) parent.next();
    }

    TreeSource& m_source;
    const TreeReader::OnChange& m_onChange;
    std::string m_path;
    std::vector<BlobId> m_before;
};

} // namespace paydown::git

// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/git/tree_cursor.h"

#include "core/base/error.h"
#include "core/base/text.h"
#include "core/git/repository.h"

#include <algorithm>
#include <bit>
#include <cstring>
#include <list>
#include <unordered_map>

namespace paydown::git {

namespace {

constexpr std::size_t kIdBytes = 20;

[[noreturn]] void refuseTree() { throw Error("read tree: it is broken", "git fsck says which one"); }

/// Offset of the first NUL at or behind `from`, the size if none. Names are short: a call of memchr() for each would
/// cost more than the search, which looks at eight bytes at a time ("haszero" of Bit Twiddling Hacks): the lowest bit
/// of `zeros` is in the first zero byte, as long as the first byte is the lowest; elsewhere it only says that there is
/// one.
std::size_t nulAt(std::string_view text, std::size_t from) {
    constexpr std::uint64_t kOnes = 0x0101010101010101;
    constexpr std::uint64_t kTops = 0x8080808080808080;
    for (; from + 8 <= text.size(); from += 8) {
        std::uint64_t eight = 0;
        std::memcpy(&eight, text.data() + from, 8);
        const std::uint64_t zeros = (eight - kOnes) & ~eight & kTops;
        if (zeros == 0) continue;
        if constexpr (std::endian::native == std::endian::little)
            return from + static_cast<std::size_t>(std::countr_zero(zeros)) / 8;
        break;
    }
    while (from < text.size() && text[from] != '\0') ++from;
    return std::min(from, text.size());
}

} // namespace

int compareEntries(std::string_view a, bool aIsFolder, std::string_view b, bool bIsFolder) {
    const std::size_t common = std::min(a.size(), b.size());
    if (const int order = std::memcmp(a.data(), b.data(), common)) return order;
    const auto after = [common](std::string_view name, bool isFolder) {
        if (name.size() > common) return static_cast<int>(static_cast<unsigned char>(name[common]));
        return isFolder ? static_cast<int>('/') : 0;
    };
    const int order = after(a, aIsFolder) - after(b, bIsFolder);
    // "a/" as folder and "a" followed by '/' cannot both be: names hold no '/'.
    return order;
}

TreeCursor::TreeCursor(Object tree) : m_tree(std::move(tree)), m_rest(m_tree->bytes()) { next(); }

BlobId TreeCursor::file() const {
    BlobId id;
    if (m_kind == static_cast<int>(EntryKind::File)) std::memcpy(id.bytes.data(), m_id, kIdBytes);
    return id;
}

std::optional<TreeId> TreeCursor::folder() const {
    TreeId id;
    std::memcpy(id.bytes.data(), m_id, kIdBytes);
    return id;
}

void TreeCursor::seek(std::size_t bytes) {
    m_rest = m_current.substr(bytes);
    next();
}

bool TreeCursor::skip(std::string_view entries) {
    if (!m_current.starts_with(entries)) return false;
    seek(entries.size());
    return true;
}

std::string_view TreeCursor::skipEqual(TreeCursor& a, TreeCursor& b) {
    if (a.atEnd() || b.atEnd()) return {};
    const std::string_view from = a.m_current;
    const std::size_t equal = commonPrefix(a.m_current, b.m_current);
    if (equal == a.m_current.size() && equal == b.m_current.size()) { // Most often: no entry has to be looked at.
        a.seek(equal);
        b.seek(equal);
        return from;
    }
    std::size_t entry = 0; // where the first entry begins that is not wholly equal
    while (entry < equal) {
        const std::size_t nameEnd = nulAt(a.m_current, entry);
        if (nameEnd + 1 + kIdBytes > equal) break;
        entry = nameEnd + 1 + kIdBytes;
    }
    if (entry == 0) return {};
    a.seek(entry);
    b.seek(entry);
    return from.substr(0, entry);
}

void TreeCursor::next() {
    m_current = m_rest;
    if (m_rest.empty()) {
        m_kind = kEnd;
        return;
    }
    // "<mode in octal> <name>\0<20 bytes>"
    constexpr std::size_t kMostDigits = 7;
    std::size_t blank = 0;
    while (blank < m_rest.size() && blank <= kMostDigits && m_rest[blank] != ' ') ++blank;
    if (blank == m_rest.size() || blank > kMostDigits || blank == 0) refuseTree();
    const std::size_t end = nulAt(m_rest, blank + 1);
    if (end == blank + 1 || m_rest.size() - end <= kIdBytes) refuseTree();
    const std::string_view mode = m_rest.substr(0, blank);
    m_name = m_rest.substr(blank + 1, end - blank - 1);
    m_id = m_rest.data() + end + 1;
    if (mode.size() == 6 && mode[0] == '1' && mode[1] == '0') {
        m_kind = static_cast<int>(EntryKind::File);
    } else if (mode == "40000" || mode == "040000") {
        m_kind = static_cast<int>(EntryKind::Folder);
    } else {
        m_kind = static_cast<int>(EntryKind::Other);
    }
    m_rest.remove_prefix(end + 1 + kIdBytes);
}

/// Least recently used first out.
struct TreeSource::Cache {
    struct Kept {
        TreeId id;
        Object tree;
    };
    std::size_t limit = 0;
    std::size_t size = 0;
    std::list<Kept> byUse; ///< Newest use first.
    std::unordered_map<TreeId, std::list<Kept>::iterator, ObjectIdHash> byId;

    const Object* find(const TreeId& id) {
        const auto found = byId.find(id);
        if (found == byId.end()) return nullptr;
        byUse.splice(byUse.begin(), byUse, found->second);
        return &found->second->tree;
    }

    void keep(const TreeId& id, const Object& tree) {
        byUse.push_front({id, tree});
        byId.emplace(id, byUse.begin());
        size += tree.bytes().size();
        while (size > limit && byUse.size() > 1) {
            size -= byUse.back().tree.bytes().size();
            byId.erase(byUse.back().id);
            byUse.pop_back();
        }
    }
};

TreeSource::TreeSource(const Repository& repository, std::size_t cacheBytes)
    : m_repository(repository), m_cache(std::make_unique<Cache>()) {
    m_cache->limit = cacheBytes;
}

TreeSource::~TreeSource() = default;

TreeCursor TreeSource::openTree(const TreeId& id) {
    if (const Object* kept = m_cache->find(id)) return TreeCursor(*kept);
    auto object = m_repository.objects().read(id.bytes);
    if (!object) throw Error("read tree " + toHex(id) + ": " + m_repository.objects().problem());
    if (object->kind() != ObjectKind::Tree) throw Error("read tree " + toHex(id) + ": it is no tree");
    m_cache->keep(id, *object);
    return TreeCursor(std::move(*object));
}

} // namespace paydown::git

// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/git/index_file.h"

#include "core/base/error.h"
#include "core/git/repository.h"

#include <charconv>
#include <cstdlib>
#include <cstring>
#include <filesystem>

namespace paydown::git {

namespace {

constexpr std::size_t kIdBytes = 20;
constexpr std::size_t kStatBytes = 40;

std::uint32_t word(const char* at) {
    const auto* bytes = reinterpret_cast<const unsigned char*>(at);
    return static_cast<std::uint32_t>(bytes[0]) << 24 | static_cast<std::uint32_t>(bytes[1]) << 16 |
           static_cast<std::uint32_t>(bytes[2]) << 8 | bytes[3];
}

std::uint32_t halfWord(const char* at) {
    const auto* bytes = reinterpret_cast<const unsigned char*>(at);
    return static_cast<std::uint32_t>(bytes[0]) << 8 | bytes[1];
}

/// Hooks name another index for `git commit -a` and `git commit PATH`, relative to the root of the work tree.
std::string indexPath(const Repository& repository) {
    namespace fs = std::filesystem;
    const char* named = std::getenv("GIT_INDEX_FILE");
    if (!named || !*named) return repository.gitDir() + "/index";
    return (fs::path(repository.workTree()) / named).string();
}

} // namespace

BlobId IndexEntry::blob() const {
    BlobId result;
    std::memcpy(result.bytes.data(), id, kIdBytes);
    return result;
}

IndexFile IndexFile::open(const Repository& repository) {
    IndexFile index(indexPath(repository));
    if (index.m_file.isOpen()) index.parse();
    return index;
}

void IndexFile::refuse(const char* why) const {
    throw Error("read the index " + m_path + ": " + why, "git status says whether git can read it");
}

std::string_view IndexFile::take(std::size_t bytes) {
    if (m_rest.size() < bytes) refuse("it ends too early");
    const std::string_view taken = m_rest.substr(0, bytes);
    m_rest.remove_prefix(bytes);
    return taken;
}

void IndexFile::parse() {
    m_rest = m_file.bytes();
    if (m_rest.size() < 12 + kIdBytes) refuse("it is too short");
    m_rest.remove_suffix(kIdBytes); // its checksum: git checks it, and reading it all would cost more than the rest
    const std::string_view header = take(12);
    const std::uint32_t version = word(header.data() + 4);
    if (!header.starts_with("DIRC") || version < 2 || version > 4) refuse("its format is not known");
    parseEntries(version, word(header.data() + 8));
    parseExtensions();
}

void IndexFile::parseEntries(std::uint32_t version, std::uint32_t count) {
    if (count > m_rest.size() / (kStatBytes + kIdBytes + 2)) refuse("it ends too early");
    m_entries.reserve(count);
    std::vector<std::pair<std::size_t, std::size_t>> names; // version 4: into m_names, which still grows
    std::string name;
    for (std::uint32_t i = 0; i < count; ++i) {
        const char* begin = m_rest.data();
        const std::string_view fixed = take(kStatBytes + kIdBytes + 2);
        IndexEntry entry;
        entry.mode = word(begin + 24);
        entry.id = begin + kStatBytes;
        const std::uint32_t flags = halfWord(fixed.data() + kStatBytes + kIdBytes);
        entry.stage = static_cast<std::uint8_t>(flags >> 12 & 3);
        if ((flags & 0x4000U) != 0) entry.intentToAdd = (halfWord(take(2).data()) & 0x2000U) != 0;
        if (version == 4) {
            std::size_t strip = 0;
            for (bool first = true;; first = false) {
                const auto byte = static_cast<unsigned char>(take(1)[0]);
                strip = ((first ? strip : strip + 1) << 7) | (byte & 127U);
                if ((byte & 128U) == 0) break;
                if (strip > name.size()) refuse("a path is broken");
            }
            const auto end = m_rest.find('\0');
            if (strip > name.size() || end == std::string_view::npos) refuse("a path is broken");
            name.resize(name.size() - strip);
            name += m_rest.substr(0, end);
            m_rest.remove_prefix(end + 1);
            names.emplace_back(m_names.size(), name.size());
            m_names.insert(m_names.end(), name.begin(), name.end());
        } else {
            std::size_t length = flags & 0xFFFU;
            if (length == 0xFFFU) length = std::min(m_rest.find('\0'), m_rest.size());
            entry.path = take(length);
            // NULs up to a multiple of eight, at least one.
            const auto size = static_cast<std::size_t>(m_rest.data() - begin);
            take(8 - size % 8);
        }
        m_entries.push_back(entry);
    }
    for (std::size_t i = 0; i < names.size(); ++i)
        m_entries[i].path = std::string_view(m_names.data() + names[i].first, names[i].second);
}

void IndexFile::parseExtensions() {
    while (m_rest.size() >= 8) {
        const std::string_view header = take(8);
        std::string_view content = take(word(header.data() + 4));
        if (header.starts_with("TREE")) {
            if (!content.empty()) parseTree(content, 0);
        } else if (header.starts_with("link")) {
            throw Error("read the index " + m_path + ": it is a split index, which paydown cannot read yet",
                        "git update-index --no-split-index");
        }
    }
}

std::uint32_t IndexFile::parseTree(std::string_view& rest, int depth) {
    constexpr int kMaxDepth = 4096;
    const auto number = [this](std::string_view text) {
        std::int64_t value = 0;
        const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
        if (error != std::errc() || end != text.data() + text.size()) refuse("its cached trees are broken");
        return value;
    };
    const auto nameEnd = rest.find('\0');
    const auto blank = nameEnd == std::string_view::npos ? nameEnd : rest.find(' ', nameEnd);
    const auto lineEnd = blank == std::string_view::npos ? blank : rest.find('\n', blank);
    if (lineEnd == std::string_view::npos || depth > kMaxDepth) refuse("its cached trees are broken");
    CachedTree tree;
    tree.name = rest.substr(0, nameEnd);
    tree.entries = number(rest.substr(nameEnd + 1, blank - nameEnd - 1));
    const std::int64_t folders = number(rest.substr(blank + 1, lineEnd - blank - 1));
    rest.remove_prefix(lineEnd + 1);
    if (tree.entries >= 0) {
        if (rest.size() < kIdBytes) refuse("its cached trees are broken");
        std::memcpy(tree.id.bytes.data(), rest.data(), kIdBytes);
        rest.remove_prefix(kIdBytes);
    }
    const auto number0 = static_cast<std::uint32_t>(m_trees.size());
    m_trees.push_back(std::move(tree));
    for (std::int64_t i = 0; i < folders; ++i) {
        const std::uint32_t inside = parseTree(rest, depth + 1);
        m_trees[number0].folders.push_back(inside);
    }
    return number0;
}

IndexCursor::IndexCursor(const IndexFile& index) : m_index(&index) {
    if (!index.cachedTrees().empty()) m_tree = 0;
    settle();
}

IndexCursor::IndexCursor(const IndexFile& index, std::size_t position, std::size_t prefix, std::uint32_t tree)
    : m_index(&index),
      m_folder(index.entries()[position].path.substr(0, prefix)),
      m_position(position),
      m_prefix(prefix),
      m_tree(tree) {
    settle();
}

bool IndexCursor::isInside(std::size_t position, std::size_t prefixBytes) const {
    return position < m_index->entries().size() &&
           m_index->entries()[position].path.starts_with(entry().path.substr(0, prefixBytes));
}

std::uint32_t IndexCursor::cachedFolder(std::string_view name) const {
    if (m_tree == kNoTree) return kNoTree;
    for (const auto folder : m_index->cachedTrees()[m_tree].folders) {
        if (m_index->cachedTrees()[folder].name == name) return folder;
    }
    return kNoTree;
}

/// Reads the name at the position, past what is not staged.
void IndexCursor::settle() {
    const auto& entries = m_index->entries();
    for (; m_position < entries.size() && entry().path.starts_with(m_folder); ++m_position) {
        const std::string_view rest = entry().path.substr(m_prefix);
        const auto slash = rest.find('/');
        m_isFolder = slash != std::string_view::npos;
        m_name = rest.substr(0, slash);
        m_cached = m_isFolder ? cachedFolder(m_name) : kNoTree;
        if (m_isFolder || (entry().stage == 0 && !entry().intentToAdd)) return;
    }
    m_atEnd = true;
}

BlobId IndexCursor::file() const { return entry().isStagedFile() ? entry().blob() : BlobId{}; }

std::optional<TreeId> IndexCursor::folder() const {
    if (isSparse()) {
        TreeId id;
        std::memcpy(id.bytes.data(), entry().id, kIdBytes);
        return id;
    }
    if (m_cached == kNoTree || m_index->cachedTrees()[m_cached].entries <= 0) return std::nullopt;
    return m_index->cachedTrees()[m_cached].id;
}

void IndexCursor::next() {
    if (!m_isFolder || isSparse()) {
        ++m_position;
    } else {
        const std::size_t inside = m_prefix + m_name.size() + 1;
        const std::int64_t cached = m_cached == kNoTree ? -1 : m_index->cachedTrees()[m_cached].entries;
        std::size_t after = m_position + static_cast<std::size_t>(std::max<std::int64_t>(cached, 1));
        // What is cached was counted; a wrong count must neither skip nor repeat an entry.
        if (after > m_index->entries().size() || !isInside(after - 1, inside)) after = m_position + 1;
        while (isInside(after, inside)) ++after;
        m_position = after;
    }
    settle();
}

} // namespace paydown::git

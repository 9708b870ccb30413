// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/git/pack_file.h"

#include "core/base/text.h"
#include "core/base/whole_file.h"

#include <algorithm>
#include <bit>
#include <cstdlib>
#include <cstring>
#include <filesystem>

namespace paydown::git {

namespace {

namespace fs = std::filesystem;

constexpr std::size_t kIdBytes = 20;
constexpr std::size_t kFanOutAt = 8;
constexpr std::size_t kNamesAt = kFanOutAt + 256 * 4;

// Kinds of entries as packs number them.
enum : unsigned { kCommit = 1, kTree = 2, kBlob = 3, kTag = 4, kOffsetDelta = 6, kNamedDelta = 7 };

std::optional<unsigned char> takeByte(std::string_view& bytes) {
    if (bytes.empty()) return std::nullopt;
    const auto byte = static_cast<unsigned char>(bytes.front());
    bytes.remove_prefix(1);
    return byte;
}

/// As memcmp(), without a call where the first eight bytes tell two ids apart, as they nearly always do.
int compareIds(const char* a, const char* b) {
    std::uint64_t left = 0;
    std::uint64_t right = 0;
    std::memcpy(&left, a, sizeof left);
    std::memcpy(&right, b, sizeof right);
    if (left == right) return std::memcmp(a, b, kIdBytes);
    if constexpr (std::endian::native == std::endian::little) {
        left = __builtin_bswap64(left);
        right = __builtin_bswap64(right);
    }
    return left < right ? -1 : 1;
}

/// How far before a delta its base stands.
std::optional<std::uint64_t> takeDistance(std::string_view& bytes) {
    std::uint64_t distance = 0;
    for (bool first = true;; first = false) {
        const auto byte = takeByte(bytes);
        if (!byte || distance >> 56 != 0) return std::nullopt;
        distance = ((first ? distance : distance + 1) << 7) | (*byte & 127U);
        if ((*byte & 128U) == 0) return distance;
    }
}

/// The folder and those that it borrows from, each once.
void collectFolders(const std::string& folder, std::vector<std::string>& found, int depth) {
    constexpr int kMaxDepth = 5; // as git
    if (depth > kMaxDepth || std::ranges::find(found, folder) != found.end()) return;
    found.push_back(folder);
    const auto text = readWholeFile(folder + "/info/alternates");
    if (!text) return;
    for (const auto line : split(*text, '\n')) {
        if (line.empty() || line[0] == '#') continue;
        const fs::path other = fs::path(folder) / std::string(line); // an absolute one replaces the folder
        collectFolders(other.lexically_normal().string(), found, depth + 1);
    }
}

} // namespace

std::shared_ptr<const PackFile> PackFile::open(const std::string& indexPath) {
    const std::string packPath = indexPath.substr(0, indexPath.size() - 3) + "pack";
    auto pack = std::shared_ptr<PackFile>(new PackFile(MappedFile(indexPath), MappedFile(packPath)));
    return pack->isSound() ? pack : nullptr;
}

bool PackFile::isSound() {
    constexpr std::string_view kIndexMagic("\377tOc\0\0\0\2", 8);
    constexpr std::string_view kPackMagic("PACK\0\0\0\2", 8);
    const std::string_view index = m_index.bytes();
    if (index.size() < kNamesAt || !index.starts_with(kIndexMagic) || !m_pack.bytes().starts_with(kPackMagic))
        return false;
    m_count = word(kFanOutAt + 255 * 4);
    return (index.size() - kNamesAt) / (kIdBytes + 8) >= m_count;
}

std::size_t PackFile::word(std::size_t at) const {
    const auto* bytes = reinterpret_cast<const unsigned char*>(m_index.bytes().data()) + at;
    return static_cast<std::size_t>(bytes[0]) << 24 | static_cast<std::size_t>(bytes[1]) << 16 |
           static_cast<std::size_t>(bytes[2]) << 8 | bytes[3];
}

std::optional<std::uint64_t> PackFile::find(const ObjectStore::Sha& id) const {
    const std::size_t first = id[0];
    std::size_t low = first == 0 ? 0 : word(kFanOutAt + (first - 1) * 4);
    std::size_t high = word(kFanOutAt + first * 4);
    if (low > high || high > m_count) return std::nullopt;
    const auto* wanted = reinterpret_cast<const char*>(id.data());
    while (low < high) {
        const std::size_t middle = low + (high - low) / 2;
        const int order = compareIds(wanted, nameAt(middle));
        if (order < 0)
            high = middle;
        else if (order > 0)
            low = middle + 1;
        else
            return offsetOf(middle);
    }
    return std::nullopt;
}

const char* PackFile::nameAt(std::size_t position) const {
    return m_index.bytes().data() + kNamesAt + position * kIdBytes;
}

std::optional<std::uint64_t> PackFile::offsetOf(std::size_t position) const {
    // Names, then checksums of four bytes, then offsets of four, then offsets of eight for large packs.
    const std::size_t offset = word(kNamesAt + m_count * (kIdBytes + 4) + position * 4);
    constexpr std::size_t kIsLarge = 0x80000000U;
    if ((offset & kIsLarge) == 0) return offset;
    const std::size_t at = kNamesAt + m_count * (kIdBytes + 8) + (offset & (kIsLarge - 1)) * 8;
    if (at + 8 > m_index.bytes().size()) return std::nullopt;
    return static_cast<std::uint64_t>(word(at)) << 32 | word(at + 4);
}

std::vector<ObjectStore::Sha> PackFile::commits(const std::stop_token& stop) const {
    std::vector<std::pair<std::uint64_t, std::size_t>> places; // (offset, position)
    places.reserve(m_count);
    for (std::size_t position = 0; position < m_count; ++position) {
        if (const auto offset = offsetOf(position)) places.emplace_back(*offset, position);
    }
    if (stop.stop_requested()) return {};
    std::ranges::sort(places);
    constexpr std::size_t kBehindThem = 1024; // so many others in a row: the commits are over
    std::vector<ObjectStore::Sha> found;
    std::size_t others = 0;
    for (const auto& [offset, position] : places) {
        if (others == kBehindThem || stop.stop_requested()) break;
        const auto entry = entryAt(offset);
        const bool isCommit = entry && entry->kind == ObjectKind::Commit;
        others = isCommit ? 0 : others + 1;
        if (isCommit) std::memcpy(found.emplace_back().data(), nameAt(position), kIdBytes);
    }
    return found;
}

std::optional<PackEntry> PackFile::entryAt(std::uint64_t offset) const {
    std::string_view rest = m_pack.bytes();
    if (offset < 12 || offset >= rest.size()) return std::nullopt;
    rest.remove_prefix(offset);
    PackEntry entry;
    auto byte = takeByte(rest);
    const unsigned type = *byte >> 4 & 7U;
    entry.size = *byte & 15U;
    for (unsigned shift = 4; (*byte & 128U) != 0; shift += 7) {
        byte = takeByte(rest);
        if (!byte || shift > 56) return std::nullopt;
        entry.size |= static_cast<std::uint64_t>(*byte & 127U) << shift;
    }
    switch (type) {
    case kCommit: entry.kind = ObjectKind::Commit; break;
    case kTree: entry.kind = ObjectKind::Tree; break;
    case kBlob: entry.kind = ObjectKind::Blob; break;
    case kTag: entry.kind = ObjectKind::Tag; break;
    case kOffsetDelta: {
        const auto distance = takeDistance(rest);
        if (!distance || *distance == 0 || *distance >= offset) return std::nullopt;
        entry.baseOffset = offset - *distance;
        break;
    }
    case kNamedDelta: {
        if (rest.size() < kIdBytes) return std::nullopt;
        ObjectStore::Sha base{};
        std::memcpy(base.data(), rest.data(), kIdBytes);
        rest.remove_prefix(kIdBytes);
        const auto baseOffset = find(base);
        if (!baseOffset) return std::nullopt;
        entry.baseOffset = *baseOffset;
        break;
    }
    default: return std::nullopt;
    }
    entry.packed = rest;
    return entry;
}

std::shared_ptr<const PackSet> PackSet::open(const std::string& objectsFolder) {
    auto set = std::make_shared<PackSet>();
    const char* reader = std::getenv("PAYDOWN_READER");
    set->byLibrary = reader != nullptr && std::string_view(reader) == "libgit2";
    collectFolders(objectsFolder, set->folders, 0);
    for (const auto& folder : set->folders) {
        std::error_code problem;
        for (fs::directory_iterator entry(folder + "/pack", problem), end; !problem && entry != end;
             entry.increment(problem)) {
            if (entry->path().extension() != ".idx") continue;
            if (auto pack = PackFile::open(entry->path().string()))
                set->packs.push_back(std::move(pack));
            else
                set->complete = false;
        }
    }
    std::ranges::stable_sort(set->packs, std::ranges::greater{}, &PackFile::count);
    return set;
}

} // namespace paydown::git

// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/git/pack_order.h"

#include "core/base/text.h"
#include "core/git/mapped_file.h"
#include "core/git/repository_handle.h"

#include <algorithm>
#include <cstring>
#include <filesystem>
#include <numeric>
#include <optional>
#include <set>

namespace paydown::git {

namespace {

namespace fs = std::filesystem;

/// A pack's index, version 2 (gitformat-pack(5)): fan-out, names, checksums, offsets, large offsets.
class PackIndex {
public:
    explicit PackIndex(const std::string& path) : m_file(path) {
        constexpr std::string_view kMagic("\377tOc\0\0\0\2", 8);
        const std::string_view bytes = m_file.bytes();
        if (bytes.size() < kNamesAt || !bytes.starts_with(kMagic)) return;
        const std::size_t count = word(kFanOutAt + 255 * 4);
        if (bytes.size() < kNamesAt + count * (kIdBytes + 8)) return;
        m_count = count;
    }

    [[nodiscard]] std::size_t count() const { return m_count; }

    /// Order within the pack: the offset. A large offset (packs above 2 GiB) is ordered after all others by its rank.
    [[nodiscard]] std::optional<std::uint64_t> find(const BlobId& id) const {
        if (m_count == 0) return std::nullopt;
        const std::size_t first = id.bytes[0];
        std::size_t low = first == 0 ? 0 : word(kFanOutAt + (first - 1) * 4);
        std::size_t high = word(kFanOutAt + first * 4);
        if (low > high || high > m_count) return std::nullopt;
        while (low < high) {
            const std::size_t middle = low + (high - low) / 2;
            const int order =
                std::memcmp(id.bytes.data(), m_file.bytes().data() + kNamesAt + middle * kIdBytes, kIdBytes);
            if (order == 0) return word(kNamesAt + m_count * (kIdBytes + 4) + middle * 4);
            if (order < 0)
                high = middle;
            else
                low = middle + 1;
        }
        return std::nullopt;
    }

private:
    static constexpr std::size_t kFanOutAt = 8;
    static constexpr std::size_t kNamesAt = kFanOutAt + 256 * 4;
    static constexpr std::size_t kIdBytes = 20;

    [[nodiscard]] std::size_t word(std::size_t at) const {
        const auto* bytes = reinterpret_cast<const unsigned char*>(m_file.bytes().data()) + at;
        return static_cast<std::size_t>(bytes[0]) << 24 | static_cast<std::size_t>(bytes[1]) << 16 |
               static_cast<std::size_t>(bytes[2]) << 8 | bytes[3];
    }

    MappedFile m_file;
    std::size_t m_count = 0;
};

/// The folder and those that it borrows from, each once.
void collectFolders(const std::string& folder, std::set<std::string>& found, int depth = 0) {
    constexpr int kMaxDepth = 5; // as git
    if (depth > kMaxDepth || !found.insert(folder).second) return;
    const auto text = readSmallFile(folder + "/info/alternates");
    if (!text) return;
    for (const auto line : split(*text, '\n')) {
        if (line.empty() || line[0] == '#') continue;
        const fs::path other = fs::path(folder) / std::string(line); // an absolute one replaces the folder
        collectFolders(other.lexically_normal().string(), found, depth + 1);
    }
}

std::vector<PackIndex> packIndexes(const std::string& objectsFolder) {
    std::set<std::string> folders;
    collectFolders(objectsFolder, folders);
    std::vector<std::string> paths;
    for (const auto& folder : folders) {
        std::error_code problem;
        for (fs::directory_iterator entry(folder + "/pack", problem), end; !problem && entry != end;
             entry.increment(problem)) {
            if (entry->path().extension() == ".idx") paths.push_back(entry->path().string());
        }
    }
    std::ranges::sort(paths);
    std::vector<PackIndex> packs;
    for (const auto& path : paths) packs.emplace_back(path);
    // The largest first: most objects are found at once.
    std::ranges::stable_sort(packs, std::ranges::greater{}, &PackIndex::count);
    return packs;
}

} // namespace

std::vector<std::uint32_t> packOrder(const std::string& objectsFolder, std::span<const BlobId> ids) {
    const auto packs = packIndexes(objectsFolder);
    struct Position {
        std::uint32_t pack = 0xFFFFFFFF;
        std::uint64_t offset = 0;
        auto operator<=>(const Position&) const = default;
    };
    std::vector<Position> positions(ids.size());
    for (std::size_t i = 0; i < ids.size(); ++i) {
        for (std::size_t pack = 0; pack < packs.size(); ++pack) {
            if (const auto offset = packs[pack].find(ids[i])) {
                positions[i] = {static_cast<std::uint32_t>(pack), *offset};
                break;
            }
        }
    }
    std::vector<std::uint32_t> order(ids.size());
    std::iota(order.begin(), order.end(), 0U);
    std::ranges::stable_sort(order, {}, [&positions](std::uint32_t i) { return positions[i]; });
    return order;
}

} // namespace paydown::git

// SPDX-License-Identifier: GPL-3.0-or-later
#include "scanner/refresh/reading_cache.h"

#include "core/base/error.h"
#include "core/base/posix_file.h"
#include "core/base/sha256.h"
#include "scanner/refresh/cache_folder.h"

#include <algorithm>
#include <bit>
#include <cstring>
#include <fcntl.h>
#include <filesystem>
#include <fmt/format.h>
#include <unistd.h>

namespace paydown {

namespace {

constexpr std::array<char, 8> kMagic{'p', 'a', 'y', 'd', 'o', 'w', 'n', '\x01'};
constexpr std::size_t kEntryBytes = 48;
constexpr std::uint64_t kMostBytes = 128U << 20;

struct Header {
    std::array<char, 8> magic = kMagic;
    std::uint32_t entries = 0;
    std::uint32_t slots = 0;
    std::uint64_t bytes = 0;
    std::uint64_t checksum = 0;
    std::array<std::uint8_t, 32> key{};
};
static_assert(sizeof(Header) == 64);

/// Tells damage, not malice: who may write the file may as well write lies into it.
std::uint64_t checksumOf(std::string_view bytes) {
    std::uint64_t sum = 0x9E3779B97F4A7C15U ^ bytes.size();
    const auto mix = [&sum](std::uint64_t word) { sum = std::rotl((sum ^ word) * 0xFF51AFD7ED558CCDU, 29); };
    while (bytes.size() >= sizeof(std::uint64_t)) {
        std::uint64_t word = 0;
        std::memcpy(&word, bytes.data(), sizeof word);
        mix(word);
        bytes.remove_prefix(sizeof word);
    }
    for (const char c : bytes) mix(static_cast<unsigned char>(c));
    return sum;
}

std::uint64_t hashOf(std::string_view path) {
    std::uint64_t hash = 0xCBF29CE484222325U;
    for (const char c : path) hash = (hash ^ static_cast<unsigned char>(c)) * 0x100000001B3U;
    return hash ^ hash >> 32;
}

template <typename T>
T valueAt(std::string_view bytes, std::size_t offset) {
    T value{};
    std::memcpy(&value, bytes.data() + offset, sizeof value);
    return value;
}

template <typename T>
void append(std::string& bytes, const T& value) {
    bytes.append(reinterpret_cast<const char*>(&value), sizeof value);
}

std::string nameOf(const std::array<std::uint8_t, 32>& key) {
    constexpr std::size_t kLength = 26;
    return base32({reinterpret_cast<const char*>(key.data()), key.size()}, kLength) + std::string(kReadingsSuffix);
}

/// Lays out a file entry by entry.
class ImageBuilder {
public:
    explicit ImageBuilder(std::size_t entries) : m_slots(entries == 0 ? 0 : std::bit_ceil(2 * entries), 0U) {}

    void add(std::string_view path, const FileStamp& stamp, std::string_view reading) {
        std::size_t slot = hashOf(path) & (m_slots.size() - 1);
        while (m_slots[slot] != 0) slot = (slot + 1) & (m_slots.size() - 1);
        m_slots[slot] = ++m_count;
        append(m_table, stamp.sizeBytes);
        append(m_table, stamp.modifiedNs);
        append(m_table, stamp.changedNs);
        append(m_table, stamp.inode);
        for (const std::string_view text : {path, reading}) {
            append(m_table, static_cast<std::uint32_t>(m_text.size()));
            append(m_table, static_cast<std::uint32_t>(text.size()));
            m_text += text;
        }
    }

    [[nodiscard]] std::string finish(const std::array<std::uint8_t, 32>& key) const {
        std::string body(reinterpret_cast<const char*>(m_slots.data()), m_slots.size() * sizeof(std::uint32_t));
        body += m_table;
        body += m_text;
        Header header;
        header.entries = m_count;
        header.slots = static_cast<std::uint32_t>(m_slots.size());
        header.bytes = sizeof header + body.size();
        header.checksum = checksumOf(body);
        header.key = key;
        std::string bytes;
        append(bytes, header);
        return bytes + body;
    }

private:
    std::uint32_t m_count = 0;
    std::vector<std::uint32_t> m_slots;
    std::string m_table;
    std::string m_text;
};

} // namespace

ReadingCache::ReadingCache(std::string folder, std::string_view key, unsigned fileMode, unsigned folderMode)
    : m_folder(std::move(folder)),
      m_key(sha256(key)),
      m_file(m_folder + "/" + nameOf(m_key)),
      m_fileMode(fileMode),
      m_folderMode(folderMode) {
    load();
}

void ReadingCache::load() {
    try {
        const PosixFile file(m_file, O_RDONLY | O_NOFOLLOW | O_NONBLOCK);
        if (!file.isOpen()) return;
        const std::uint64_t size = file.size();
        if (size < sizeof(Header) || size > kMostBytes) return;
        std::string bytes = file.read(0, size);
        if (bytes.size() != size) return;
        const auto header = valueAt<Header>(bytes, 0);
        const std::string_view body = std::string_view(bytes).substr(sizeof(Header));
        const std::uint64_t tables =
            std::uint64_t{header.slots} * sizeof(std::uint32_t) + std::uint64_t{header.entries} * kEntryBytes;
        const bool hasRoom = header.slots > header.entries || header.entries == 0;
        const bool isPower = header.slots == 0 || std::has_single_bit(header.slots);
        if (header.magic != kMagic || header.key != m_key || header.bytes != size || tables > body.size()) return;
        if (!hasRoom || !isPower || header.checksum != checksumOf(body)) return;
        m_entries = header.entries;
        m_slots = header.slots;
        m_fates.assign(m_entries, Fate::NotAsked);
        m_bytes = std::move(bytes);
    } catch (const Error&) {
        // What cannot be read is as good as missing.
    }
}

std::string_view ReadingCache::textAt(std::uint32_t offset, std::uint32_t size) const {
    const std::size_t tables =
        sizeof(Header) + std::size_t{m_slots} * sizeof(std::uint32_t) + std::size_t{m_entries} * kEntryBytes;
    const std::string_view text = std::string_view(m_bytes).substr(tables);
    if (offset > text.size() || size > text.size() - offset) return {};
    return text.substr(offset, size);
}

ReadingCache::Entry ReadingCache::entryAt(std::uint32_t index) const {
    const std::size_t at = sizeof(Header) + std::size_t{m_slots} * sizeof(std::uint32_t) + index * kEntryBytes;
    const auto number = [&](std::size_t field) { return valueAt<std::uint64_t>(m_bytes, at + field * 8); };
    const auto half = [&](std::size_t field) { return valueAt<std::uint32_t>(m_bytes, at + 32 + field * 4); };
    const FileStamp stamp{number(0), static_cast<std::int64_t>(number(1)), static_cast<std::int64_t>(number(2)),
                          number(3)};
    return {stamp, half(0), half(1), half(2), half(3)};
}

std::optional<std::uint32_t> ReadingCache::find(std::string_view path) const {
    if (m_slots == 0) return std::nullopt;
    std::size_t slot = hashOf(path) & (m_slots - 1);
    for (std::uint32_t looks = 0; looks < m_slots; ++looks, slot = (slot + 1) & (m_slots - 1)) {
        const auto number = valueAt<std::uint32_t>(m_bytes, sizeof(Header) + slot * sizeof(std::uint32_t));
        if (number == 0 || number > m_entries) return std::nullopt;
        const Entry entry = entryAt(number - 1);
        if (textAt(entry.pathOffset, entry.pathBytes) == path) return number - 1;
    }
    return std::nullopt;
}

std::optional<FileReading> ReadingCache::recall(std::string_view path, const FileStamp& stamp) {
    const auto index = find(path);
    if (!index) return std::nullopt;
    const Entry entry = entryAt(*index);
    auto reading = entry.stamp == stamp ? unpackReading(textAt(entry.readingOffset, entry.readingBytes)) : std::nullopt;
    m_fates[*index] = reading ? Fate::Kept : Fate::Stale;
    return reading;
}

void ReadingCache::note(std::string_view path, const FileStamp& stamp, const FileReading& reading) {
    Noted noted{std::string(path), stamp, packReading(reading)};
    const std::lock_guard lock(m_mutex);
    m_noted.push_back(std::move(noted));
}

bool ReadingCache::hasNews(Asked asked) const {
    const auto isGone = [&](Fate fate) {
        return fate == Fate::Stale || (fate == Fate::NotAsked && asked == Asked::All);
    };
    return !m_noted.empty() || std::ranges::any_of(m_fates, isGone);
}

std::string ReadingCache::image(Asked asked) const {
    const auto stays = [&](Fate fate) {
        return fate == Fate::Kept || (fate == Fate::NotAsked && asked == Asked::Some);
    };
    ImageBuilder builder(static_cast<std::size_t>(std::ranges::count_if(m_fates, stays)) + m_noted.size());
    for (std::uint32_t index = 0; index < m_entries; ++index) {
        if (!stays(m_fates[index])) continue;
        const Entry entry = entryAt(index);
        builder.add(textAt(entry.pathOffset, entry.pathBytes), entry.stamp,
                    textAt(entry.readingOffset, entry.readingBytes));
    }
    for (const Noted& noted : m_noted) builder.add(noted.path, noted.stamp, noted.reading);
    return builder.finish(m_key);
}

void ReadingCache::write(const std::string& bytes) const {
    makeCacheFolder(m_folder, m_folderMode);
    const std::string draft = fmt::format("{}.{}{}", m_file, getpid(), kDraftSuffix);
    std::error_code ignored;
    std::filesystem::remove(draft, ignored); // of a dead process of the same number
    {
        const PosixFile file(draft, O_WRONLY | O_CREAT | O_EXCL | O_NOFOLLOW, m_fileMode);
        if (!file.isOpen()) return;
        file.write(bytes);
    }
    std::filesystem::rename(draft, m_file, ignored);
    if (ignored) std::filesystem::remove(draft, ignored);
}

void ReadingCache::save(Asked asked) noexcept {
    try {
        if (!hasNews(asked)) return keepFresh(m_file);
        const std::string bytes = image(asked);
        if (bytes.size() > kMostBytes) return;
        write(bytes);
        boundCacheFolder(m_folder);
    } catch (const std::exception&) {
        // Nothing is lost but time: what was not kept is read again.
    }
}

} // namespace paydown

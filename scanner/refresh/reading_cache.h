// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "scanner/tree/reading_memory.h"

#include <array>
#include <cstdint>
#include <mutex>
#include <string>
#include <string_view>
#include <vector>

namespace paydown {

/// Keeps what the files of one tree held from one run to the next, in one file, so that a tree in which nothing changed
/// is listed without opening its files. A convenience: whatever is wrong with the file (missing, cut short, damaged,
/// of another version or another tree, not writable), nothing fails; it is as if nothing were kept, and the next
/// save() replaces it whole by renaming, so that readers never see half of one. Of two writers the last one wins.
///
/// The file, NAME.readings, numbers as this machine keeps them; NAME is a hash of the key:
///
///     "paydown\x01"                 8 bytes; the last one is the version of this format
///     entries, slots                uint32 each; slots is a power of two, or 0 without entries
///     bytes, checksum               uint64 each: of the whole file; of all that follows
///     key                           32 bytes: SHA-256 of what the readings depend on
///     slots × uint32                hash table of paths (FNV-1a, linear probing): number of an entry + 1, or 0
///     entries × 48 bytes            uint64 size; int64 mtime, ctime in ns; uint64 inode; uint32 offset and length of
///                                   the path and of the packed reading in the text
///     text                          paths as they are; readings as packReading() has them
///
/// Thread-safe but for save().
class ReadingCache final : public ReadingMemory {
public:
    /// Reads the file, if there is one that holds. @param folder where it is; made when it is first written.
    /// @param key what readings depend on beside the files: the tree, settings, the program that reads.
    /// @param fileMode,folderMode of what is created.
    ReadingCache(std::string folder, std::string_view key, unsigned fileMode = 0600, unsigned folderMode = 0700);

    [[nodiscard]] std::optional<FileReading> recall(std::string_view path, const FileStamp& stamp) override;
    void note(std::string_view path, const FileStamp& stamp, const FileReading& reading) override;

    /// Whether every file of the tree was asked for; what nobody asked for is gone then.
    enum class Asked : std::uint8_t { All, Some };
    /// Writes what is new, if anything is. Then drops the files in the folder that were longest unused, beyond some
    /// dozens or a quarter of a gigabyte. Never throws.
    void save(Asked asked) noexcept;

    [[nodiscard]] const std::string& file() const { return m_file; }

private:
    enum class Fate : std::uint8_t { NotAsked, Kept, Stale };
    struct Entry {
        FileStamp stamp;
        std::uint32_t pathOffset = 0;
        std::uint32_t pathBytes = 0;
        std::uint32_t readingOffset = 0;
        std::uint32_t readingBytes = 0;
    };
    struct Noted {
        std::string path;
        FileStamp stamp;
        std::string reading;
    };

    void load();
    [[nodiscard]] std::optional<std::uint32_t> find(std::string_view path) const;
    [[nodiscard]] Entry entryAt(std::uint32_t index) const;
    [[nodiscard]] std::string_view textAt(std::uint32_t offset, std::uint32_t size) const;
    [[nodiscard]] std::string image(Asked asked) const;
    [[nodiscard]] bool hasNews(Asked asked) const;
    void write(const std::string& bytes) const;

    std::string m_folder;
    std::array<std::uint8_t, 32> m_key;
    std::string m_file;
    unsigned m_fileMode;
    unsigned m_folderMode;

    std::string m_bytes; ///< The file as it was read; empty when it does not hold.
    std::uint32_t m_entries = 0;
    std::uint32_t m_slots = 0;
    std::vector<Fate> m_fates; ///< Of each entry. Every path is asked for once, so no two threads share one.

    std::mutex m_mutex;
    std::vector<Noted> m_noted;
};

/// A reading in the form of the registry's packed columns, and back; empty for one that holds nothing. Damage yields
/// nothing.
[[nodiscard]] std::string packReading(const FileReading& reading);
[[nodiscard]] std::optional<FileReading> unpackReading(std::string_view bytes);

} // namespace paydown

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <optional>
#include <string>

namespace paydown {

/// What the system says of a file without reading it. A file whose stamp is the same as before holds the same bytes,
/// if the stamp was settled() when they were read.
struct FileStamp {
    std::uint64_t sizeBytes = 0;
    std::int64_t modifiedNs = 0; ///< Since 1970, as the file system keeps it.
    std::int64_t changedNs = 0;  ///< Of the inode: no program can set it back.
    std::uint64_t inode = 0;

    friend bool operator==(const FileStamp&, const FileStamp&) = default;
};

/// Of a regular file; nothing for anything else, links included.
[[nodiscard]] std::optional<FileStamp> stampOf(const std::string& path);

/// Nanoseconds since 1970 by the system's clock, to be taken before a file is read.
[[nodiscard]] std::int64_t clockNs();

/// Whether a later write is sure to change the stamp: the file was not written within a tick of the file system's
/// clock before `readAtNs`. What git calls racily clean is not settled.
[[nodiscard]] bool isSettled(const FileStamp& stamp, std::int64_t readAtNs);

/// "larger than 4 MiB".
[[nodiscard]] std::string sizeReason(std::uint32_t maxBytes);

/// Reads the bytes of a regular file. False when it is gone or a link, then without a reason, and when it is larger
/// than the cap or cannot be read: `reason` says why. @param stamp receives that of the file whose bytes were read.
[[nodiscard]] bool readFileBytes(const std::string& path, std::uint32_t maxBytes, std::string& bytes,
                                 std::string& reason, FileStamp* stamp = nullptr);

} // namespace paydown

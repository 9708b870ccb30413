// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "scanner/tree/file_bytes.h"
#include "scanner/tree/file_reader.h"

#include <optional>
#include <string_view>

namespace paydown {

/// What files held when they were read last, by people who keep it. Workers ask and tell at the same time:
/// implementations are thread-safe.
class ReadingMemory {
public:
    virtual ~ReadingMemory() = default;

    /// What the file holds, if its stamp says that it has not changed since it was noted.
    [[nodiscard]] virtual std::optional<FileReading> recall(std::string_view path, const FileStamp& stamp) = 0;
    /// Called for files that were read in whole and whose stamp was settled.
    virtual void note(std::string_view path, const FileStamp& stamp, const FileReading& reading) = 0;
};

} // namespace paydown

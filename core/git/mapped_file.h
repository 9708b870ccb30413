// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <string_view>

namespace paydown::git {

/// A file mapped into memory for reading. Empty where it cannot be opened. git replaces such files by renaming and
/// never writes into them, so a mapping stays what it was.
class MappedFile {
public:
    explicit MappedFile(const std::string& path);
    ~MappedFile();
    MappedFile(MappedFile&& other) noexcept;
    MappedFile& operator=(MappedFile&& other) noexcept;

    [[nodiscard]] bool isOpen() const { return m_isOpen; }
    [[nodiscard]] std::string_view bytes() const { return m_bytes; }

private:
    std::string_view m_bytes;
    bool m_isOpen = false;
};

} // namespace paydown::git

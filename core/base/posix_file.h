// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

namespace paydown {

/// A file descriptor of the system, closed at the end. Failures are Errors that name the file and the system's reason.
class PosixFile {
public:
    PosixFile() = default;
    /// @param flags as for open(2); O_CLOEXEC is added. Check isOpen() and errno.
    PosixFile(const std::string& path, int flags, unsigned fileMode = 0644);
    ~PosixFile();
    PosixFile(PosixFile&& other) noexcept;
    PosixFile& operator=(PosixFile&& other) noexcept;

    [[nodiscard]] bool isOpen() const { return m_fd >= 0; }
    [[nodiscard]] int fd() const { return m_fd; }

    /// Bytes in the file. @throws Error
    [[nodiscard]] std::uint64_t size() const;
    /// Up to so many bytes from an offset; fewer at the end of the file. @throws Error
    [[nodiscard]] std::string read(std::uint64_t offset, std::uint64_t bytes) const;
    /// Writes everything at the position of the file. @throws Error
    void write(std::string_view bytes) const;
    /// Returns once everything is on the disk. @throws Error
    void sync() const;

    /// Brings a folder's entries (files created or renamed in it) to the disk. Ignored where the system cannot.
    static void syncFolder(const std::string& path);

private:
    [[noreturn]] void failTo(std::string_view doing) const;

    std::string m_path;
    int m_fd = -1;
};

} // namespace paydown

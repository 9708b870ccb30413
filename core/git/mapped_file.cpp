// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/git/mapped_file.h"

#include "core/base/posix_file.h"

#include <fcntl.h>
#include <sys/mman.h>
#include <utility>

namespace paydown::git {

MappedFile::MappedFile(const std::string& path) {
    const PosixFile file(path, O_RDONLY);
    if (!file.isOpen()) return;
    m_isOpen = true;
    const std::size_t size = file.size();
    if (size == 0) return;
    void* mapping = mmap(nullptr, size, PROT_READ, MAP_PRIVATE, file.fd(), 0);
    if (mapping == MAP_FAILED)
        m_isOpen = false;
    else
        m_bytes = {static_cast<const char*>(mapping), size};
}

MappedFile::~MappedFile() {
    // munmap takes a mutable pointer although it writes nothing.
    if (!m_bytes.empty()) munmap(const_cast<char*>(m_bytes.data()), m_bytes.size());
}

MappedFile::MappedFile(MappedFile&& other) noexcept
    : m_bytes(std::exchange(other.m_bytes, {})), m_isOpen(std::exchange(other.m_isOpen, false)) {}

MappedFile& MappedFile::operator=(MappedFile&& other) noexcept {
    std::swap(m_bytes, other.m_bytes);
    std::swap(m_isOpen, other.m_isOpen);
    return *this;
}

} // namespace paydown::git

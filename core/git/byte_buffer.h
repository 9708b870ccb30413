// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <string_view>
#include <utility>

namespace paydown::git {

/// Bytes of a known number that are about to be written: unlike a string's, they are not zeroed first, and the memory
/// of one that goes is kept for the next one of its size on that thread, since a walk makes hundreds of thousands of
/// them.
class ByteBuffer {
public:
    ByteBuffer() = default;
    explicit ByteBuffer(std::size_t size);
    ~ByteBuffer();
    ByteBuffer(ByteBuffer&& other) noexcept
        : m_bytes(std::exchange(other.m_bytes, nullptr)), m_size(std::exchange(other.m_size, 0)) {}
    ByteBuffer& operator=(ByteBuffer&& other) noexcept {
        std::swap(m_bytes, other.m_bytes);
        std::swap(m_size, other.m_size);
        return *this;
    }

    [[nodiscard]] char* data() { return m_bytes; }
    [[nodiscard]] std::size_t size() const { return m_size; }
    [[nodiscard]] std::string_view view() const { return {m_bytes, m_size}; }

private:
    char* m_bytes = nullptr;
    std::size_t m_size = 0;
};

} // namespace paydown::git

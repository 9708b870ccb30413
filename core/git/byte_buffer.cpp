// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/git/byte_buffer.h"

#include <array>
#include <bit>
#include <new>
#include <vector>

namespace paydown::git {

namespace {

constexpr std::size_t kSmallest = 1024; ///< What is smaller, the allocator serves well.
constexpr std::size_t kLargest = std::size_t{1} << 20;
constexpr std::size_t kStepsPerDoubling = 4; ///< So at most a fifth of a buffer is unused.
constexpr std::size_t kKeptBytes = std::size_t{8} << 20;

/// The size class that holds so many bytes: powers of two, with three steps in between.
std::size_t classOf(std::size_t size) {
    const auto exponent = static_cast<std::size_t>(std::bit_width(size - 1)) - 1; // 2^exponent < size <= 2^(exponent+1)
    const std::size_t step = (std::size_t{1} << exponent) / kStepsPerDoubling;
    return exponent * kStepsPerDoubling + (size - 1 - (std::size_t{1} << exponent)) / step;
}

std::size_t sizeOfClass(std::size_t number) {
    const std::size_t base = std::size_t{1} << (number / kStepsPerDoubling);
    return base + (number % kStepsPerDoubling + 1) * (base / kStepsPerDoubling);
}

/// Memory of buffers that went on this thread, by class.
class Pool {
public:
    Pool() = default;
    Pool(const Pool&) = delete;
    Pool& operator=(const Pool&) = delete;
    ~Pool() {
        for (const auto& kept : m_kept) {
            for (char* bytes : kept) delete[] bytes;
        }
        s_isGone = true;
    }

    char* take(std::size_t number) {
        auto& kept = m_kept[number];
        if (kept.empty()) return new char[sizeOfClass(number)];
        char* bytes = kept.back();
        kept.pop_back();
        m_bytes -= sizeOfClass(number);
        return bytes;
    }

    void giveBack(std::size_t number, char* bytes) {
        if (m_bytes + sizeOfClass(number) > kKeptBytes) {
            delete[] bytes;
            return;
        }
        m_kept[number].push_back(bytes);
        m_bytes += sizeOfClass(number);
    }

    /// The pool of this thread; null once the thread is ending and it has been taken down.
    static Pool* own() {
        thread_local Pool pool;
        return s_isGone ? nullptr : &pool;
    }

private:
    static constexpr std::size_t kClasses = 21 * kStepsPerDoubling;
    inline static thread_local bool s_isGone = false;
    std::array<std::vector<char*>, kClasses> m_kept;
    std::size_t m_bytes = 0;
};

bool isPooled(std::size_t size) { return size >= kSmallest && size <= kLargest; }

} // namespace

ByteBuffer::ByteBuffer(std::size_t size) : m_size(size) {
    Pool* pool = isPooled(size) ? Pool::own() : nullptr;
    m_bytes =
        pool != nullptr ? pool->take(classOf(size)) : new char[isPooled(size) ? sizeOfClass(classOf(size)) : size + 1];
}

ByteBuffer::~ByteBuffer() {
    Pool* pool = m_bytes != nullptr && isPooled(m_size) ? Pool::own() : nullptr;
    if (pool != nullptr)
        pool->giveBack(classOf(m_size), m_bytes);
    else
        delete[] m_bytes;
}

} // namespace paydown::git

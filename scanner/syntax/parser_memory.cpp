// SPDX-License-Identifier: GPL-3.0-or-later
#include "scanner/syntax/parser_memory.h"

#include <tree_sitter/api.h>

#include <cstdio>
#include <cstdlib>

namespace paydown::syntax {
namespace {

thread_local std::size_t t_bytes = 0; ///< Since the thread began.

/// The parser goes on as if memory were always given.
void* orAbort(void* memory, std::size_t size) {
    if (memory != nullptr || size == 0) return memory;
    std::fputs("paydown: out of memory while a file was parsed\n", stderr);
    std::abort();
}

void* countedMalloc(std::size_t size) {
    t_bytes += size;
    return orAbort(std::malloc(size), size);
}

void* countedCalloc(std::size_t count, std::size_t size) {
    t_bytes += count * size;
    return orAbort(std::calloc(count, size), count * size);
}

void* countedRealloc(void* memory, std::size_t size) {
    t_bytes += size;
    return orAbort(std::realloc(memory, size), size);
}

void countFromNowOn() {
    // What was allocated before may be freed after: both are malloc's.
    static const bool isCounted = (ts_set_allocator(countedMalloc, countedCalloc, countedRealloc, std::free), true);
    static_cast<void>(isCounted);
}

} // namespace

ParserMemory::ParserMemory() {
    countFromNowOn();
    m_before = t_bytes;
}

std::size_t ParserMemory::bytes() const { return t_bytes - m_before; }

} // namespace paydown::syntax

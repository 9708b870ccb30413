// SPDX-License-Identifier: GPL-3.0-or-later
// Compiled into each program (paydown_allocator) and not into core_base: how the allocator that stands in for malloc
// behaves.
#include <mimalloc.h>

namespace {

/// Milliseconds before freed memory goes back to the system. A scan makes and drops a hundred thousand trees and files
/// of tens of kilobytes; a little patience spares it half of its page faults and costs a few megabytes.
constexpr long kDelay = 100;

[[maybe_unused]] const bool kIsSet = [] {
#if MI_MALLOC_VERSION >= 210
    mi_option_set(mi_option_purge_delay, kDelay);
#else
    mi_option_set(mi_option_decommit_delay, kDelay);
#endif
    return true;
}();

} // namespace

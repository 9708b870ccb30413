// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/decision.h"

#include <cstdint>
#include <map>
#include <memory>
#include <span>
#include <string>

namespace paydown {

class RegistryHandle;

/// Numbers new records: 1 + the highest seq known for their item, under any of its names. Valid while the right to
/// append to the log is held; lives no longer than the handle.
class SeqCounter {
public:
    /// @throws RegistryError, Error
    explicit SeqCounter(RegistryHandle& handle);
    ~SeqCounter();
    SeqCounter(const SeqCounter&) = delete;
    SeqCounter& operator=(const SeqCounter&) = delete;

    /// The seq of the next record for the item (else the address, else the plan) that the draft names; counts up.
    [[nodiscard]] std::uint64_t next(const DecisionRecord& draft, std::span<const ItemId> aliases = {});

private:
    struct Query;
    RegistryHandle& m_handle;
    std::unique_ptr<Query> m_query;
    std::map<std::string, std::uint64_t> m_highest; ///< By subject, as far as asked, and of what is only in the log.
};

} // namespace paydown

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/config/config.h"
#include "core/model/snapshot.h"

#include <chrono>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>

namespace paydown {

/// Who has made no commit for so long is gone.
inline constexpr std::chrono::days kGoneAfter{365};

/// Knows when owners were last seen in the history that was read. An owner is somebody by the config's aliases or by
/// address; where neither names anybody, by what handles look like: the handle of a no-reply address, the front of an
/// address, a name of one word. Whoever may be meant counts, so that nobody is called gone who may be here. Built once
/// per snapshot. Thread-safe once built.
class OwnerPresence {
public:
    OwnerPresence(const Snapshot& snapshot, const Config& config);

    /// The day of the owner's newest commit; nothing for a team, and for somebody whom history does not know.
    [[nodiscard]] std::optional<Date> lastSeen(std::string_view owner) const;
    /// The same, where that is longer ago than kGoneAfter.
    [[nodiscard]] std::optional<Date> goneSince(std::string_view owner, Date today) const;

private:
    using Days = std::unordered_map<std::string, Date>;
    Days m_byName;  ///< Aliases and addresses, in lower case, without '@' in front.
    Days m_byGuess; ///< What a handle may look like.
};

} // namespace paydown

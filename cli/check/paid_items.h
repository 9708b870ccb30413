// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "cli/session.h"
#include "core/policy/policy.h"

#include <string>
#include <string_view>
#include <vector>

namespace paydown::cli {

/// The debts that a message in the making says it pays, by trailers "Pays: D-7f3k, D-9abc". What git takes out of it
/// (comments, and all below its scissors line) does not count. As typed, once each.
[[nodiscard]] std::vector<std::string> paidByDraft(std::string_view draft, char commentMark);

/// What is wrong with the debts that a commit message says it pays: "D-7f3k still stands at pay/bank.cpp:88", "no item
/// is called D-zzzz". One sentence each, none where all are gone. Neither writes nor waits for a scan.
/// @param ids as typed; at least one. @param index what the commit to come does, without budgets.
[[nodiscard]] std::vector<std::string> stillStanding(Session& session, const std::vector<std::string>& ids,
                                                     const DebtChanges& index);

/// The same for the messages of a range, by what stands at its end.
[[nodiscard]] std::vector<std::string> stillStandingAfter(Session& session, const CommitId& from, const CommitId& to);

} // namespace paydown::cli

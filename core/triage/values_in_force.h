// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/filter/filter.h"
#include "core/priority/owner_presence.h"
#include "core/schedule/calendar.h"
#include "core/triage/assess.h"

#include <string>
#include <vector>

namespace paydown {

/// Decides which value of each field holds: by hand, else by a rule, else as stated in the code; and who "me" is.
class ValuesInForce {
public:
    /// All arguments but the date must outlive it.
    ValuesInForce(const Config& config, Date today, const Me& me, const OwnerOfPath& ownerOfPath,
                  const OwnerPresence& presence);

    /// Fills class, verdict, owner with its source and absence, due, effort, urgency, ticket, period, slips and mine of
    /// a view whose item and decisions are set.
    void fill(ItemView& view) const;

    /// What the code says alone, which is what rules see: class, owner, due, effort, urgency and ticket.
    static void fillStated(ItemView& view);

private:
    struct Rule {
        Filter filter;
        std::optional<DebtClass> debtClass;
        std::string owner;
        Verdict verdict;
    };

    void fillAbsence(ItemView& view) const;
    void applyRules(ItemView& view) const;
    static void fillDecided(ItemView& view);
    static void fillDecidedField(ItemView& view, std::string_view name, const std::string& value);
    [[nodiscard]] bool isMe(std::string_view owner) const;
    [[nodiscard]] bool isMyOwn(const Item& item) const;

    const OwnerOfPath& m_ownerOfPath;
    const OwnerPresence& m_presence;
    std::vector<Rule> m_rules;
    FilterContext m_context;
    Calendar m_calendar;
    std::vector<std::string> m_handles; // What owners call me: lower case, without '@'.
    std::vector<std::string> m_names;   // What git calls me: names and addresses in lower case.
};

} // namespace paydown

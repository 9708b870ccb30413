// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/date.h"
#include "core/model/names.h"
#include "core/policy/policy.h"

#include <algorithm>
#include <fmt/format.h>
#include <fmt/ranges.h>
#include <tuple>

namespace paydown {

namespace {

bool states(const Annotation& annotation, std::string_view field) {
    const Statement& stated = annotation.stated;
    if (field == "owner") return !stated.owner.empty();
    if (field == "due") return stated.due.has_value();
    if (field == "effort") return stated.effort.has_value();
    if (field == "ticket") return !stated.ticket.empty();
    if (field == "fix") return !stated.fix.empty();
    if (field == "review") return !stated.review.empty();
    if (field == "category") return !stated.category.empty();
    if (field == "title") return !annotation.title.empty();
    if (field == "class") return stated.debtClass != DebtClass::Unclassified;
    // A body in free words gives the reason as well as the field does.
    if (field == "why") return !stated.why.empty() || !annotation.body.empty();
    return true;
}

bool isMissing(const std::vector<std::string>& missing, std::string_view field) {
    return std::find(missing.begin(), missing.end(), field) != missing.end();
}

// The annotation again, with a place for everything that is missing.
std::string remedyFor(const Annotation& annotation, const std::vector<std::string>& missing,
                      const std::string& suggestedOwner) {
    const Statement& stated = annotation.stated;
    std::vector<std::string> args;
    const bool asksClass = stated.debtClass == DebtClass::Unclassified && isMissing(missing, "class");
    if (asksClass) args.emplace_back("prudent");
    if (stated.debtClass != DebtClass::Unclassified) args.emplace_back(nameOf(stated.debtClass));
    if (!stated.owner.empty()) args.push_back(stated.owner);
    if (isMissing(missing, "owner")) args.push_back(suggestedOwner.empty() ? "@you" : suggestedOwner);
    if (stated.due) args.push_back(formatDate(*stated.due));
    if (isMissing(missing, "due")) args.emplace_back("YYYY-MM-DD");
    if (stated.effort) args.push_back(fmt::format("{}m", stated.effort->count()));
    if (isMissing(missing, "effort")) args.emplace_back("4h");
    if (!stated.ticket.empty()) args.push_back(stated.ticket);
    if (isMissing(missing, "ticket")) args.emplace_back("ABC-123");
    if (isMissing(missing, "category")) args.emplace_back("category=…");
    const std::string tag = asksClass || stated.debtClass != DebtClass::Unclassified ? "DEBT" : annotation.tag;
    std::string typed = args.empty() ? tag : fmt::format("{}({})", tag, fmt::join(args, ", "));
    typed += ": " + (annotation.title.empty() ? std::string("what is wrong here") : annotation.title);
    for (const std::string_view field : {"why", "fix", "review"}) {
        if (isMissing(missing, field)) typed += fmt::format(" ⏎ {}: …", field);
    }
    return typed;
}

std::string article(const Annotation& annotation) {
    if (annotation.stated.debtClass == DebtClass::Unclassified) return annotation.tag;
    return fmt::format("{} debt", nameOf(annotation.stated.debtClass));
}

Violation violationOf(const std::string& path, const Annotation& annotation, const std::vector<std::string>& missing,
                      const std::string& suggestedOwner) {
    Violation violation;
    violation.rule = fmt::format("{}-needs-{}", nameOf(annotation.stated.debtClass), fmt::join(missing, "-"));
    violation.path = path;
    violation.line = annotation.range.line;
    violation.column = annotation.range.column;
    violation.message = fmt::format("{} needs {}", article(annotation), fmt::join(missing, " and "));
    violation.remedy = remedyFor(annotation, missing, suggestedOwner);
    return violation;
}

// What lacked a field before may go on lacking it: an edit is not the moment to be stopped for an old omission.
std::vector<std::string> newlyMissing(const ChangedAnnotation& change, const PolicyConfig& policy) {
    std::vector<std::string> missing = missingFields(change.after, policy);
    if (change.before.stated.debtClass != change.after.stated.debtClass) return missing;
    std::erase_if(missing, [&](const std::string& field) { return !states(change.before, field); });
    return missing;
}

void judgeBudgets(const DebtChanges& changes, const PolicyConfig& policy, std::vector<Violation>& violations) {
    const std::size_t counted = std::min(policy.budgets.size(), changes.budgets.size());
    for (std::size_t i = 0; i < counted; ++i) {
        if (!changes.budgets[i]) continue;
        const BudgetConfig& budget = policy.budgets[i];
        const BudgetCount& count = *changes.budgets[i];
        // A ratchet: what the base had already is allowed to stay, and never to grow.
        const std::uint32_t allowed = std::max(budget.limit, count.before);
        if (count.after <= allowed) continue;
        Violation violation;
        violation.rule = "budget";
        violation.path = budget.path;
        violation.message =
            fmt::format("{} open items below {}, and {} are allowed", count.after, budget.path, allowed);
        violation.remedy =
            fmt::format("pay or move {} of them, or raise the budget in {}", count.after - allowed, kConfigFileName);
        violations.push_back(std::move(violation));
    }
}

} // namespace

std::vector<std::string> missingFields(const Annotation& annotation, const PolicyConfig& policy) {
    const std::vector<std::string>* required = &policy.requireUnclassified;
    if (annotation.stated.debtClass == DebtClass::Reckless) required = &policy.requireReckless;
    if (annotation.stated.debtClass == DebtClass::Prudent) required = &policy.requirePrudent;
    std::vector<std::string> missing;
    for (const std::string& field : *required) {
        if (!states(annotation, field)) missing.push_back(field);
    }
    return missing;
}

PolicyVerdict judge(const DebtChanges& changes, const PolicyConfig& policy, const std::string& suggestedOwner) {
    PolicyVerdict verdict;
    verdict.mode = policy.mode;
    for (const AddedAnnotation& added : changes.added) {
        if (added.annotation.mention) continue;
        const auto missing = missingFields(added.annotation, policy);
        if (missing.empty()) continue;
        verdict.violations.push_back(violationOf(added.path, added.annotation, missing, suggestedOwner));
    }
    for (const ChangedAnnotation& changed : changes.changed) {
        if (changed.after.mention) continue;
        const auto missing = newlyMissing(changed, policy);
        if (missing.empty()) continue;
        verdict.violations.push_back(violationOf(changed.path, changed.after, missing, suggestedOwner));
    }
    std::stable_sort(verdict.violations.begin(), verdict.violations.end(), [](const Violation& a, const Violation& b) {
        return std::tie(a.path, a.line, a.column) < std::tie(b.path, b.line, b.column);
    });
    judgeBudgets(changes, policy, verdict.violations);
    return verdict;
}

} // namespace paydown

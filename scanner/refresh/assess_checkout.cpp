// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/git/commit_walk.h"
#include "core/git/revisions.h"
#include "core/registry/inherited.h"
#include "core/triage/waking.h"
#include "scanner/refresh/checkout.h"
#include "scanner/refresh/checkout_state.h"

#include <algorithm>

namespace paydown {

namespace {

/// The line of [inbox] since: by ancestry where history has been read, so that a commit of a long-lived branch is new
/// when it is merged, however old its date. Else by the day of its commit.
InboxLine inboxLine(CheckoutState& place) {
    InboxLine line;
    const Config& config = place.config;
    if (config.inboxSince.empty()) return line;
    const CommitId commit = git::resolveCommit(*place.repository, config.inboxSince);
    if (RegistryHandle::exists(place.location)) {
        if (auto inherited = introductionsUpTo(place.readableRegistry().database(), commit))
            line.inherited = std::make_shared<const CommitIds>(std::move(*inherited));
    }
    line.since = dateOf(git::readCommit(*place.repository, commit).authored, config.utcOffsetMinutes);
    return line;
}

/// Whether some decision waits for a release: only then are the tags worth reading.
bool waitsForATag(const Snapshot& snapshot) {
    return std::ranges::any_of(snapshot.decided, [](const auto& entry) {
        const DecidedValue* wake = entry.second.find(field::kWake);
        return wake != nullptr && parseWakeCondition(wake->value).kind == WakeCondition::Kind::Tagged;
    });
}

std::vector<ReleaseTag> releaseTags(const git::Repository& repository, const Config& config) {
    std::vector<ReleaseTag> releases;
    for (auto& tag : git::tags(repository)) {
        releases.push_back({std::move(tag.name), dateOf(tag.made, config.utcOffsetMinutes)});
    }
    return releases;
}

WorklistPtr assessBy(CheckoutState& place, const Config& config, SnapshotPtr snapshot, Extent extent) {
    AssessSources sources;
    sources.extent = extent;
    const bool isGit = place.repository.has_value();
    // Once for all parts of one reading.
    if (isGit && (extent == Extent::Whole || !place.line)) place.line = inboxLine(place);
    if (place.line) sources.line = *place.line;
    if (isGit && waitsForATag(*snapshot)) sources.tags = releaseTags(*place.repository, config);
    if (config.useCodeOwners) {
        const git::CodeOwners& owners = place.owners(snapshot->revision);
        if (!owners.isEmpty()) {
            sources.ownerOfPath = [&owners](std::string_view path) { return owners.ownerOf(path); };
        }
    }
    const Me me{place.me.name, place.me.email, {}};
    const Date today = dateOf(place.openedAt, config.utcOffsetMinutes);
    const Date day = snapshot->revision.empty() ? today : dateOf(snapshot->asOf, config.utcOffsetMinutes);
    return paydown::assess(std::move(snapshot), config, day, me, sources);
}

} // namespace

WorklistPtr Checkout::assess(SnapshotPtr snapshot, Extent extent) {
    return assessBy(*m_state, config(), std::move(snapshot), extent);
}

WorklistPtr Checkout::assessWith(const RuleConfig& rule, SnapshotPtr snapshot) {
    Config config = m_state->config;
    config.rules.push_back(rule);
    return assessBy(*m_state, config, std::move(snapshot), Extent::Whole);
}

} // namespace paydown

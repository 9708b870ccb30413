// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/session.h"

#include "cli/terminal/pager.h"
#include "core/base/text.h"

#include <fmt/format.h>
#include <unistd.h>

namespace paydown::cli {

Session::Session(const GlobalOptions& options, Output& output, Style style, std::stop_token stop)
    : m_options(options), m_output(output), m_style(style), m_stop(std::move(stop)) {}

Session::~Session() {
    // The pager ends only when its pipe does, and it must have got everything by then.
    m_output.flush();
}

Checkout& Session::checkout() {
    if (m_entered != nullptr) return *m_entered;
    if (!m_checkout) m_checkout = std::make_unique<Checkout>(CheckoutOptions{m_options.directory, m_options.registry});
    return *m_checkout;
}

Checkout& Session::repository() {
    Checkout& place = checkout();
    if (!place.isGit()) {
        throw Error(fmt::format("{} is not in a git repository", place.root()),
                    "run it inside of one, name one with -C DIR, or use 'paydown list', which reads plain directories");
    }
    return place;
}

Workspace& Session::workspace() {
    if (!m_workspace) {
        m_workspace = std::make_unique<Workspace>(m_options.workspace);
        remark(m_workspace->warnings());
    }
    return *m_workspace;
}

std::vector<std::string> Session::enterByIds(const std::vector<std::string>& ids) {
    if (!hasWorkspace()) return ids;
    std::vector<std::string> bare;
    for (const std::string& typed : ids) {
        const auto [name, id] = splitMemberId(typed);
        Member* member = workspace().find(name);
        if (member == nullptr) {
            throw Error(fmt::format("'{}' does not say which repository of the workspace it is in", typed),
                        "as 'paydown list' shows it there: pay/D-7f3k");
        }
        if (m_entered != nullptr && m_entered != member->place.get())
            throw Error("these items are in several repositories", "one repository at a time");
        m_entered = member->place.get();
        bare.emplace_back(id);
    }
    return bare;
}

SnapshotPtr Session::snapshot(const LoadOptions& options) {
    return snapshotOf(options.revision.empty() ? checkout() : repository(), options);
}

SnapshotPtr Session::snapshotOf(Checkout& place, const LoadOptions& options) {
    if (place.isGit() && place.hasBeenScanned()) {
        ProgressLine progress(stderr);
        place.catchUp(progress.sink(), m_stop);
        if (!options.revision.empty()) place.catchUpWith(options.revision, progress.sink(), m_stop);
    }
    return place.load(options, m_stop);
}

WorklistPtr Session::worklist(const LoadOptions& options) { return checkout().assess(snapshot(options)); }

void Session::remark(const std::vector<std::string>& texts) const {
    for (const auto& text : texts) remark(text);
}

void Session::remark(std::string_view text) const { fmt::print(stderr, "paydown: {}\n", escapeForTerminal(text)); }

void Session::remarkOnConfig() {
    for (const std::string& warning : checkout().config().warnings) remark(warning);
}

void Session::startPager() {
    if (m_pager || !m_options.pager || isatty(STDOUT_FILENO) == 0) return;
    m_pager = std::make_unique<Pager>();
    if (m_pager->stream() != nullptr) m_output.redirect(m_pager->stream());
}

ShortIds shortIdsOf(const Snapshot& snapshot) {
    std::vector<ItemId> ids;
    ids.reserve(snapshot.items.size());
    for (const auto& item : snapshot.items) {
        ids.push_back(item.id);
        ids.insert(ids.end(), item.aliases.begin(), item.aliases.end());
    }
    return ShortIds(std::move(ids));
}

namespace {

ItemId canonical(const ItemId& id, const Snapshot& snapshot) {
    for (const auto& item : snapshot.items) {
        if (item.id == id) return id;
        for (const auto& alias : item.aliases) {
            if (alias == id) return item.id;
        }
    }
    return id;
}

} // namespace

Result<ItemId> findItem(std::string_view typed, const Snapshot& snapshot, const ShortIds& shortIds) {
    if (itemIdPrefix(typed).size() < kMinItemIdPrefix) {
        return fail(fmt::format("'{}' is too short for an item", typed), "give at least four characters, as in D-7f3k");
    }
    const auto matches = shortIds.matching(typed);
    if (matches.empty()) {
        return fail(fmt::format("no item is called '{}'", typed),
                    "'paydown list' shows the ids; 'paydown scan' reads new commits");
    }
    if (matches.size() > 1) {
        std::string candidates;
        for (const auto& match : matches) candidates += " " + shortIds.shown(match);
        return fail(fmt::format("'{}' is the start of {} items", typed, matches.size()),
                    "did you mean" + candidates + "?");
    }
    return canonical(matches.front(), snapshot);
}

} // namespace paydown::cli

// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/git/revisions.h"

#include "core/git/commit_walk.h"
#include "core/git/repository_handle.h"
#include "core/git/tag_object.h"

#include <algorithm>

namespace paydown::git {

namespace {

constexpr std::string_view kBranches = "refs/heads/";
constexpr std::string_view kRemotes = "refs/remotes/";
constexpr std::string_view kTags = "refs/tags/";

/// When the tag that this reference holds was made; nothing when it does not end at a commit.
std::optional<Timestamp> whenTagged(const Repository& repository, git_reference* reference) {
    git_reference* end = nullptr;
    const int code = git_reference_resolve(&end, reference);
    const ReferencePtr owner(end);
    if (code < 0) return std::nullopt;
    const auto peeled = peelToCommit(repository, idOf<CommitId>(*git_reference_target(end)));
    if (!peeled) return std::nullopt;
    return peeled->tagged ? *peeled->tagged : readCommit(repository, peeled->commit).committed;
}

std::optional<std::string> symbolicTarget(git_repository* repository, const std::string& name) {
    git_reference* found = nullptr;
    const int code = git_reference_lookup(&found, repository, name.c_str());
    const ReferencePtr reference(found);
    if (code < 0) return std::nullopt;
    const char* target = git_reference_symbolic_target(found);
    return target ? std::optional<std::string>(target) : std::nullopt;
}

/// Remotes to ask for their HEAD, best first: the current branch's, origin, the only one.
std::vector<std::string> remotesToAsk(const Repository& repository) {
    std::vector<std::string> remotes;
    if (auto upstream = repository.configString("branch." + repository.headName() + ".remote"))
        remotes.push_back(std::move(*upstream));
    remotes.emplace_back("origin");
    git_strarray names{};
    if (git_remote_list(&names, repository.handle().get()) == 0) {
        if (names.count == 1) remotes.emplace_back(names.strings[0]);
        git_strarray_dispose(&names);
    }
    return remotes;
}

/// A side of a range; HEAD where it is missing.
CommitId resolveSide(const Repository& repository, const std::string& side) {
    return side.empty() ? repository.headCommit() : resolveCommit(repository, side);
}

} // namespace

std::vector<Branch> branches(const Repository& repository) {
    git_repository* handle = repository.handle().get();
    git_reference_iterator* iterator = nullptr;
    checkGit(git_reference_iterator_glob_new(&iterator, handle, "refs/heads/*"), "list branches");
    const ReferenceIteratorPtr owner(iterator);
    const auto current = symbolicTarget(handle, "HEAD");
    std::vector<Branch> found;
    git_reference* next = nullptr;
    while (git_reference_next(&next, iterator) == 0) {
        const ReferencePtr reference(next);
        git_oid oid;
        const std::string name = git_reference_name(next);
        if (git_reference_name_to_id(&oid, handle, name.c_str()) < 0) continue; // a broken one hides no other
        found.push_back({name.substr(kBranches.size()), idOf<CommitId>(oid), current == name});
    }
    std::ranges::sort(found, {}, &Branch::name);
    return found;
}

std::vector<Tag> tags(const Repository& repository) {
    git_reference_iterator* iterator = nullptr;
    checkGit(git_reference_iterator_glob_new(&iterator, repository.handle().get(), "refs/tags/*"), "list tags");
    const ReferenceIteratorPtr owner(iterator);
    std::vector<Tag> found;
    git_reference* next = nullptr;
    while (git_reference_next(&next, iterator) == 0) {
        const ReferencePtr reference(next);
        if (const auto made = whenTagged(repository, next))
            found.push_back({git_reference_name(next) + kTags.size(), *made});
    }
    std::ranges::sort(found, {}, &Tag::name);
    return found;
}

std::optional<CommitId> findCommit(const Repository& repository, const std::string& revision) {
    const NamedCommit named = readRevision(repository, revision);
    if (named.understood == Understood::Yes) return named.commit;
    git_object* found = nullptr;
    const int code = git_revparse_single(&found, repository.handle().get(), revision.c_str());
    const ObjectPtr object(found);
    if (code < 0) return std::nullopt;
    git_object* peeled = nullptr;
    const int peelCode = git_object_peel(&peeled, found, GIT_OBJECT_COMMIT);
    const ObjectPtr commit(peeled);
    if (peelCode < 0) return std::nullopt;
    return idOf<CommitId>(*git_object_id(peeled));
}

CommitId resolveCommit(const Repository& repository, const std::string& revision) {
    if (const auto commit = findCommit(repository, revision)) return *commit;
    if (revision == "HEAD") return repository.headCommit();
    throw Error("no commit is named \"" + revision + "\"",
                "git log --oneline --all shows what there is" +
                    std::string(repository.isShallow() ? "; this clone is shallow: git fetch --unshallow" : ""));
}

CommitRange resolveRange(const Repository& repository, const std::string& text) {
    const auto dots = text.find("..");
    if (dots == std::string::npos)
        throw Error("\"" + text + "\" is no range of commits", "write A..B, such as origin/main..HEAD");
    const bool three = text.compare(dots, 3, "...") == 0;
    CommitRange range{resolveSide(repository, text.substr(0, dots)),
                      resolveSide(repository, text.substr(dots + (three ? 3 : 2)))};
    if (three) {
        const auto base = mergeBase(repository, range.from, range.to);
        if (!base) throw Error("the two sides of " + text + " have no common ancestor here", "name two commits: A..B");
        range.from = *base;
    }
    return range;
}

Mainline resolveMainline(const Repository& repository, const std::string& configured) {
    if (!configured.empty()) {
        if (const auto tip = findCommit(repository, configured)) return {*tip, configured};
        // A configuration is shared, and names a branch; a fresh clone may have it only as the remote's.
        if (const auto tip = findCommit(repository, "origin/" + configured)) return {*tip, "origin/" + configured};
        throw Error("mainline = \"" + configured + "\" names no commit here",
                    "fetch it, or correct mainline in .paydown.toml");
    }
    for (const auto& remote : remotesToAsk(repository)) {
        const auto target = symbolicTarget(repository.handle().get(), "refs/remotes/" + remote + "/HEAD");
        git_oid oid;
        if (!target || git_reference_name_to_id(&oid, repository.handle().get(), target->c_str()) < 0) continue;
        const std::string_view name(*target);
        return {idOf<CommitId>(oid), std::string(name.starts_with(kRemotes) ? name.substr(kRemotes.size()) : name)};
    }
    const bool onBranch = symbolicTarget(repository.handle().get(), "HEAD").has_value();
    return {repository.headCommit(), onBranch ? repository.headName() : "HEAD"};
}

} // namespace paydown::git

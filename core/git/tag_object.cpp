// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/git/tag_object.h"

#include "core/git/commit_walk.h"
#include "core/git/object_store.h"
#include "core/git/repository_handle.h"

#include <algorithm>
#include <charconv>

namespace paydown::git {

namespace {

/// The id that the name in front of all ~ and ^ stands for.
std::optional<CommitId> idOfName(const Repository& repository, const std::string& name) {
    if (const auto id = parseObjectId<CommitId>(name)) return id;
    git_reference* found = nullptr;
    const int code = git_reference_dwim(&found, repository.handle().get(), name == "@" ? "HEAD" : name.c_str());
    const ReferencePtr reference(found);
    if (code == 0) {
        git_reference* end = nullptr;
        const int resolved = git_reference_resolve(&end, found);
        const ReferencePtr owner(end);
        if (resolved < 0) return std::nullopt;
        return idOf<CommitId>(*git_reference_target(end));
    }
    constexpr std::size_t kShortest = 4;
    git_oid prefix{};
    if (name.size() < kShortest || git_oid_fromstrn(&prefix, name.c_str(), name.size()) < 0) return std::nullopt;
    git_odb* opened = nullptr;
    const int openCode = git_repository_odb(&opened, repository.handle().get());
    const OdbPtr odb(opened);
    checkGit(openCode, "open the objects of " + repository.gitDir());
    git_oid whole;
    if (git_odb_exists_prefix(&whole, opened, &prefix, name.size()) < 0) return std::nullopt;
    return idOf<CommitId>(whole);
}

/// Takes the number behind ~ or ^; one where there is none.
std::optional<std::size_t> takeNumber(std::string_view& text) {
    std::size_t number = 1;
    if (text.empty() || text.front() < '0' || text.front() > '9') return number;
    const auto [end, problem] = std::from_chars(text.data(), text.data() + text.size(), number);
    if (problem != std::errc()) return std::nullopt;
    text.remove_prefix(static_cast<std::size_t>(end - text.data()));
    return number;
}

std::optional<CommitId> parentOf(const Repository& repository, const CommitId& commit, std::size_t number) {
    if (number == 0) return commit;
    if (std::ranges::binary_search(repository.shallowBoundary(), commit)) return std::nullopt;
    const auto object = repository.objects().read(commit.bytes);
    const auto read = object && object->kind() == ObjectKind::Commit ? parseCommit(object->bytes()) : std::nullopt;
    if (!read || number > read->parents.size()) return std::nullopt;
    return read->parents[number - 1];
}

/// Follows what stands behind the name. Nothing when it is not of a known form.
std::optional<NamedCommit> follow(const Repository& repository, std::optional<CommitId> at, std::string_view steps) {
    const auto peel = [&] {
        const auto peeled = at ? peelToCommit(repository, *at) : std::nullopt;
        at = peeled ? std::optional(peeled->commit) : std::nullopt;
    };
    peel();
    while (!steps.empty()) {
        const char step = steps.front();
        steps.remove_prefix(1);
        if (step == '^' && (steps.starts_with("{}") || steps.starts_with("{commit}"))) {
            steps.remove_prefix(steps.find('}') + 1);
            continue;
        }
        const auto number = takeNumber(steps);
        if (!number || (step != '~' && step != '^')) return std::nullopt;
        if (step == '^') {
            if (at) at = parentOf(repository, *at, *number);
        } else {
            for (std::size_t i = 0; i < *number && at; ++i) at = parentOf(repository, *at, 1);
        }
        peel();
    }
    return NamedCommit{Understood::Yes, at};
}

} // namespace

std::optional<PeeledCommit> peelToCommit(const Repository& repository, const CommitId& id) {
    PeeledCommit peeled{id, std::nullopt};
    constexpr int kMaxDepth = 16; // tags of tags; only a forged one has more
    for (int depth = 0; depth < kMaxDepth; ++depth) {
        const auto object = repository.objects().read(peeled.commit.bytes);
        if (!object) return std::nullopt;
        if (object->kind() == ObjectKind::Commit) return peeled;
        const auto tag = object->kind() == ObjectKind::Tag ? parseTag(object->bytes()) : std::nullopt;
        if (!tag) return std::nullopt;
        if (depth == 0) peeled.tagged = tag->tagged;
        peeled.commit = tag->target;
    }
    return std::nullopt;
}

NamedCommit readRevision(const Repository& repository, std::string_view revision) {
    const std::size_t end = std::min(revision.find_first_of("~^"), revision.size());
    const std::string name(revision.substr(0, end));
    if (name.empty() || name.find_first_of("{}:") != std::string::npos) return {};
    const auto id = idOfName(repository, name);
    if (!id) return {}; // "v1.0-3-gabcdef" and the like
    return follow(repository, id, revision.substr(end)).value_or(NamedCommit{});
}

} // namespace paydown::git

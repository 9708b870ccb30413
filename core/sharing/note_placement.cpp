// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/sharing/note_placement.h"

namespace paydown {

namespace {

git::NotedId notedId(const CommitId& commit) { return {commit.bytes}; }

git::NotedId emptyTree() {
    static const auto kEmptyTree = *parseObjectId<git::NotedId>("4b825dc642cb6eb9a060e54bf8d69288fbee4904");
    return kEmptyTree;
}

} // namespace

git::NotedId NotePlacement::objectFor(const DecisionRecord& record) {
    if (!record.item.value.empty()) {
        if (const auto place = m_introductions.find(record.item)) return notedId(place->commit);
    }
    return record.address ? notedId(record.address->commit) : emptyTree();
}

std::optional<git::NotedId> NotePlacement::fileVersionFor(const DecisionRecord& record) {
    std::optional<IntroductionPlace> place;
    if (!record.item.value.empty()) place = m_introductions.find(record.item);
    if (!place && record.address) place = IntroductionPlace{record.address->commit, record.address->path};
    if (!place) return std::nullopt;
    const auto [known, isNew] = m_fileVersions.try_emplace({place->commit, place->path});
    if (isNew) known->second = git::findNotable(m_repository, place->commit, place->path);
    return known->second;
}

} // namespace paydown

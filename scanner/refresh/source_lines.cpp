// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/git/blob_reader.h"
#include "core/git/commit_walk.h"
#include "core/git/revisions.h"
#include "scanner/refresh/checkout.h"
#include "scanner/refresh/checkout_state.h"

#include <algorithm>
#include <fstream>

namespace paydown {

namespace {

/// Enough for any file that people read; the annotations of larger ones are not scanned either.
constexpr std::uint64_t kMaxShownBytes = 16U << 20;

std::optional<std::string> fromDisk(const std::string& root, const std::string& path) {
    std::ifstream file(root + "/" + path, std::ios::binary);
    if (!file) return std::nullopt;
    std::string bytes;
    bytes.resize(kMaxShownBytes);
    file.read(bytes.data(), static_cast<std::streamsize>(bytes.size()));
    bytes.resize(static_cast<std::size_t>(file.gcount()));
    return bytes;
}

/// An ended item stood last in the first parent of the commit that ended it.
std::optional<std::string> beforeTheEnd(const git::Repository& repository, const Item& item) {
    const auto commit = git::readCommit(repository, item.ended->at.commit);
    for (const auto& parent : commit.parents) {
        if (auto text = git::findFile(repository, parent, item.place.path, kMaxShownBytes)) return text;
    }
    return std::nullopt;
}

std::vector<std::string> linesOf(const std::string& bytes) {
    std::vector<std::string> lines;
    std::size_t begin = 0;
    while (begin < bytes.size()) {
        const auto end = std::min(bytes.find_first_of("\r\n", begin), bytes.size());
        lines.push_back(bytes.substr(begin, end - begin));
        const bool isCrLf = end + 1 < bytes.size() && bytes[end] == '\r' && bytes[end + 1] == '\n';
        begin = end + (isCrLf ? 2 : 1);
    }
    return lines;
}

} // namespace

SourceLines Checkout::excerpt(const Item& item, int linesOnEachSide, const std::string& revision) {
    SourceLines excerpt;
    std::optional<std::string> bytes;
    if (item.ended)
        bytes = beforeTheEnd(repository(), item);
    else if (!revision.empty())
        bytes =
            git::findFile(repository(), git::resolveCommit(repository(), revision), item.place.path, kMaxShownBytes);
    else if (isGit() && repository().isBare())
        bytes = git::findFile(repository(), repository().headCommit(), item.place.path, kMaxShownBytes);
    else
        bytes = fromDisk(root(), item.place.path);
    if (!bytes) {
        excerpt.problem = item.ended ? "the file is in no commit that is here" : "the file is gone from the work tree";
        return excerpt;
    }
    auto lines = linesOf(*bytes);
    const auto at = static_cast<std::ptrdiff_t>(std::max<std::uint32_t>(item.place.line, 1)) - 1;
    const auto count = static_cast<std::ptrdiff_t>(lines.size());
    const auto first = std::clamp<std::ptrdiff_t>(at - linesOnEachSide, 0, count);
    const auto last = std::clamp<std::ptrdiff_t>(at + linesOnEachSide + 1, first, count);
    excerpt.firstLine = static_cast<std::uint32_t>(first) + 1;
    excerpt.lines.assign(std::make_move_iterator(lines.begin() + first), std::make_move_iterator(lines.begin() + last));
    return excerpt;
}

} // namespace paydown

// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/git/work_tree.h"

#include <utility>

namespace paydown::git {

WorkTreeListing listWorkTree(const Repository& repository, Ignored ignored) {
    WorkTreeWalk walk(repository, ignored, LeftOut::Failures);
    WorkTreeListing listing;
    while (auto file = walk.next()) listing.files.push_back(std::move(*file));
    listing.unreadable = walk.takeLeftOut();
    return listing;
}

} // namespace paydown::git

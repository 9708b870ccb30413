// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

/// What a developer does in one commit of the sample repository.

#include "tests/sample/cast.h"
#include "tests/sample/tree.h"

#include <map>
#include <optional>
#include <set>
#include <string>
#include <vector>

namespace paydown::sample {

/// Deals out debt texts, each once, and the repeated ones as often as wanted.
class DebtDeck {
public:
    explicit DebtDeck(Random& random) : m_random(random) {}

    /// A text for the module; `sorted` prefers those with a class.
    const DebtText& deal(const std::string& module, bool sorted);

private:
    Random& m_random;
    std::set<std::string_view> m_dealt; ///< Titles.
};

/// Everything that an activity works on.
struct Scene {
    Tree& tree;
    Module& module;
    Random& random;
    DebtDeck& deck;
    bool sorted = false; ///< The team sorts its debt by now.
};

/// Does something to the scene's tree and says it as the subject of a commit; nothing when there was no occasion.
using Activity = std::optional<std::string> (*)(Scene&);

/// An activity, how often it happens, and from when on, in thousandths of the story.
struct WeightedActivity {
    Activity act;
    unsigned weight;
    unsigned begins;
};

[[nodiscard]] const std::vector<WeightedActivity>& activities();

/// Adds the module's next file with a few functions; nothing when it has all of its files.
std::optional<std::string> addFile(Scene& scene);

/// Marks a new debt in an existing function.
std::optional<std::string> markSomewhere(Scene& scene);

} // namespace paydown::sample

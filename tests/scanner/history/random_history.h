// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/scanner/history/imagined_repository.h"

#include <random>

namespace paydown::tests {

/// Numbers that are the same on every machine and with every standard library.
class Dice {
public:
    explicit Dice(unsigned seed) : m_random(seed) {}
    unsigned pick(std::size_t below) { return static_cast<unsigned>(m_random() % below); }
    /// Whether one of so many chances came.
    bool oneIn(unsigned chances) { return pick(chances) == 0; }
    template <typename T>
    const T& of(const std::vector<T>& choices) {
        return choices[pick(choices.size())];
    }

private:
    std::mt19937 m_random;
};

/// A random history of up to some thirty commits: edits of every sort, renames of files and folders, reformatting,
/// reverts, cherry-picks, orphan branches, merges of two and three parents, criss-cross, of one side whole and evil
/// ones. All lines of development end in one tip. Equal seeds make equal histories.
[[nodiscard]] ImaginedRepository randomHistory(unsigned seed);

/// The same commits in another order, parents before children.
[[nodiscard]] std::vector<std::size_t> otherOrder(const ImaginedRepository& repository, Dice& dice);

/// A random edit of a tree, as one commit makes it.
void editAtRandom(Tree& tree, Dice& dice);

// Edits that change nothing of any debt.
[[nodiscard]] Tree withFoldersRenamed(const Tree& tree);
[[nodiscard]] Tree reindented(const Tree& tree);
[[nodiscard]] Tree withBlockComments(const Tree& tree); ///< Each line comment becomes a block comment.
[[nodiscard]] Tree withFunctionsReordered(const Tree& tree, Dice& dice);

} // namespace paydown::tests

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

/// The files of one branch, and what developers do to them.

#include "tests/sample/phrases.h"
#include "tests/sample/random.h"
#include "tests/sample/source_file.h"

#include <functional>
#include <map>
#include <optional>
#include <string>
#include <vector>

namespace paydown::sample {

/// One branch's files.
struct Tree {
    std::map<std::string, SourceFile> code;   ///< Path → file.
    std::map<std::string, std::string> texts; ///< Path → whole text.
};

/// Path → content of everything in the tree.
[[nodiscard]] std::map<std::string, std::string> render(const Tree& tree);

/// A function of a tree, by its place.
struct Place {
    std::string path;
    std::size_t index = 0;
};

/// Whether a function may be chosen.
using Wanted = std::function<bool(const Function&)>;

/// A function below `folder` for which `wanted` holds; hot ones (early in path and file) more often.
[[nodiscard]] std::optional<Place> choose(const Tree& tree, const std::string& folder, const Wanted& wanted,
                                          Random& random);

/// A file below `folder`, other than `except`.
[[nodiscard]] std::optional<std::string> chooseFile(const Tree& tree, const std::string& folder, Random& random,
                                                    const std::string& except = {});

[[nodiscard]] Function& at(Tree& tree, const Place& place);

/// Changes, adds or removes a statement, and leaves the function's debt where it is.
void editStatement(Tree& tree, const Place& place, Random& random);

/// Puts a debt above a statement of the function.
void markDebt(Tree& tree, const Place& place, const DebtText& text, Random& random);

/// Takes the debt away together with the statement that it stood above.
void payDebt(Tree& tree, const Place& place, Random& random);

/// Takes the function out of its file.
[[nodiscard]] Function cutFunction(Tree& tree, const Place& place);

/// Moves everything below folder `from` to folder `to`.
void renameFolder(Tree& tree, const std::string& from, const std::string& to);

} // namespace paydown::sample

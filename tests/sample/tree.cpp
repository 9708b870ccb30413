// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/sample/tree.h"

#include <algorithm>
#include <iterator>
#include <utility>

namespace paydown::sample {
namespace {

bool isBelow(const std::string& path, const std::string& folder) { return path.starts_with(folder + "/"); }

std::ptrdiff_t offset(std::size_t index) { return static_cast<std::ptrdiff_t>(index); }

} // namespace

std::map<std::string, std::string> render(const Tree& tree) {
    std::map<std::string, std::string> files = tree.texts;
    for (const auto& [path, file] : tree.code) files[path] = render(file);
    return files;
}

std::optional<Place> choose(const Tree& tree, const std::string& folder, const Wanted& wanted, Random& random) {
    std::vector<Place> places;
    for (const auto& [path, file] : tree.code) {
        if (!isBelow(path, folder)) continue;
        for (std::size_t i = 0; i < file.functions.size(); ++i)
            if (wanted(file.functions[i])) places.push_back({path, i});
    }
    if (places.empty()) return std::nullopt;
    return places[random.skewedBelow(places.size())];
}

std::optional<std::string> chooseFile(const Tree& tree, const std::string& folder, Random& random,
                                      const std::string& except) {
    std::vector<std::string> paths;
    for (const auto& [path, file] : tree.code)
        if (isBelow(path, folder) && path != except) paths.push_back(path);
    if (paths.empty()) return std::nullopt;
    return random.pick(paths);
}

Function& at(Tree& tree, const Place& place) { return tree.code.at(place.path).functions.at(place.index); }

void editStatement(Tree& tree, const Place& place, Random& random) {
    Function& function = at(tree, place);
    const Language language = tree.code.at(place.path).language;
    const std::size_t index = random.below(function.statements.size() - 1); // the last one returns
    const bool isMarked = function.debt && function.debt->beforeStatement == index;
    switch (random.below(isMarked ? 2 : 3)) {
    case 0: function.statements[index] = writeStatement(language, random); break;
    case 1:
        function.statements.insert(function.statements.begin() + offset(index), writeStatement(language, random));
        if (function.debt && function.debt->beforeStatement >= index) ++function.debt->beforeStatement;
        break;
    default:
        if (function.statements.size() < 4) {
            function.statements[index] = writeStatement(language, random);
            break;
        }
        function.statements.erase(function.statements.begin() + offset(index));
        if (function.debt && function.debt->beforeStatement > index) --function.debt->beforeStatement;
    }
}

void markDebt(Tree& tree, const Place& place, const DebtText& text, Random& random) {
    Function& function = at(tree, place);
    Debt debt{std::string(text.tag), std::string(text.args), std::string(text.title), {}, 0};
    for (const std::string_view line : text.body) debt.body.emplace_back(line);
    debt.beforeStatement = random.below(function.statements.size());
    function.debt = std::move(debt);
}

void payDebt(Tree& tree, const Place& place, Random& random) {
    Function& function = at(tree, place);
    const std::size_t index = function.debt->beforeStatement;
    const Language language = tree.code.at(place.path).language;
    function.debt.reset();
    if (index + 1 == function.statements.size()) {
        function.statements.insert(function.statements.begin() + offset(index), writeStatement(language, random));
        return;
    }
    function.statements[index] = writeStatement(language, random);
    function.statements.insert(function.statements.begin() + offset(index), writeStatement(language, random));
}

Function cutFunction(Tree& tree, const Place& place) {
    std::vector<Function>& functions = tree.code.at(place.path).functions;
    Function function = std::move(functions.at(place.index));
    functions.erase(functions.begin() + offset(place.index));
    return function;
}

void renameFolder(Tree& tree, const std::string& from, const std::string& to) {
    std::map<std::string, SourceFile> renamed;
    for (auto& [path, file] : tree.code)
        renamed.emplace(isBelow(path, from) ? to + path.substr(from.size()) : path, std::move(file));
    tree.code = std::move(renamed);
}

} // namespace paydown::sample

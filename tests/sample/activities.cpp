// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/sample/activities.h"

#include <algorithm>
#include <utility>

namespace paydown::sample {
namespace {

bool any(const Function&) { return true; }
bool hasDebt(const Function& function) { return function.debt.has_value(); }
bool hasNoDebt(const Function& function) { return !function.debt; }
bool isUnsorted(const Function& function) { return function.debt && function.debt->tag != "DEBT"; }

std::optional<std::string> subject(const Scene& scene, const std::string& rest) {
    return scene.module.name + ": " + rest;
}

std::optional<std::string> edit(Scene& scene) {
    static const std::vector<std::string> kVerbs = {"Speed up", "Simplify", "Harden", "Adjust", "Correct", "Extend"};
    const auto place = choose(scene.tree, scene.module.folder, any, scene.random);
    if (!place) return std::nullopt;
    const std::size_t count = 1 + scene.random.below(3);
    for (std::size_t i = 0; i < count; ++i) editStatement(scene.tree, *place, scene.random);
    return subject(scene, scene.random.pick(kVerbs) + " " + at(scene.tree, *place).name);
}

std::optional<std::string> addFunction(Scene& scene) {
    const auto path = chooseFile(scene.tree, scene.module.folder, scene.random);
    if (!path) return std::nullopt;
    SourceFile& file = scene.tree.code.at(*path);
    file.functions.push_back(writeFunction(file, scene.random));
    const Place place{*path, file.functions.size() - 1};
    if (scene.random.chance(35))
        markDebt(scene.tree, place, scene.deck.deal(scene.module.name, scene.sorted), scene.random);
    return subject(scene, "Add " + file.functions.back().name);
}

std::optional<std::string> pay(Scene& scene) {
    const auto place = choose(scene.tree, scene.module.folder, hasDebt, scene.random);
    if (!place) return std::nullopt;
    const std::string title = at(scene.tree, *place).debt->title;
    payDebt(scene.tree, *place, scene.random);
    return subject(scene, "Resolve \"" + title + "\"");
}

std::optional<std::string> erase(Scene& scene) {
    const auto place = choose(scene.tree, scene.module.folder, isUnsorted, scene.random);
    if (!place) return std::nullopt;
    at(scene.tree, *place).debt.reset();
    return subject(scene, "Clean up comments");
}

std::optional<std::string> reword(Scene& scene) {
    static const std::vector<std::string> kTails = {" (seen again in May)", ", ask the port first", ", still",
                                                    " since the new terminal"};
    const auto place = choose(scene.tree, scene.module.folder, hasDebt, scene.random);
    if (!place) return std::nullopt;
    at(scene.tree, *place).debt->title += scene.random.pick(kTails);
    return subject(scene, "Say more about " + at(scene.tree, *place).name);
}

std::optional<std::string> sortDebt(Scene& scene) {
    static const std::vector<std::string> kArgs = {
        "reckless",       "prudent",     "prudent, 1d",       "reckless, @kai, 2026-12-31",
        "reckless, @mia", "prudent, 3h", "reckless, @sam, 4h"};
    const auto place = choose(scene.tree, scene.module.folder, isUnsorted, scene.random);
    if (!place) return std::nullopt;
    Debt& debt = *at(scene.tree, *place).debt;
    debt.tag = "DEBT";
    debt.args = scene.random.pick(kArgs);
    return subject(scene, "Sort a debt");
}

std::optional<std::string> reorder(Scene& scene) {
    const auto path = chooseFile(scene.tree, scene.module.folder, scene.random);
    if (!path || scene.tree.code.at(*path).functions.size() < 3) return std::nullopt;
    auto& functions = scene.tree.code.at(*path).functions;
    std::ranges::rotate(functions, functions.begin() + 1);
    return subject(scene, "Put functions in the order of use");
}

std::optional<std::string> moveAcross(Scene& scene) {
    const auto from = choose(scene.tree, scene.module.folder, hasDebt, scene.random);
    if (!from || scene.tree.code.at(from->path).functions.size() < 3) return std::nullopt;
    const auto to = chooseFile(scene.tree, scene.module.folder, scene.random, from->path);
    if (!to) return std::nullopt;
    Function function = cutFunction(scene.tree, *from);
    const std::string name = function.name;
    scene.tree.code.at(*to).functions.push_back(std::move(function));
    return subject(scene, "Move " + name + " to where it is used");
}

std::optional<std::string> copyAcross(Scene& scene) {
    const auto from = choose(scene.tree, scene.module.folder, hasDebt, scene.random);
    if (!from) return std::nullopt;
    const auto to = chooseFile(scene.tree, scene.module.folder, scene.random, from->path);
    if (!to) return std::nullopt;
    const Function function = at(scene.tree, *from);
    scene.tree.code.at(*to).functions.push_back(function);
    return subject(scene, "Use " + function.name + " in two places");
}

std::optional<std::string> renameFile(Scene& scene) {
    const auto path = chooseFile(scene.tree, scene.module.folder, scene.random);
    if (!path || path->find("_v2") != std::string::npos) return std::nullopt;
    const std::string extension = "." + std::string(extensionOf(scene.module.language));
    const std::string renamed = path->substr(0, path->size() - extension.size()) + "_v2" + extension;
    if (scene.tree.code.contains(renamed)) return std::nullopt;
    auto node = scene.tree.code.extract(*path);
    node.key() = renamed;
    scene.tree.code.insert(std::move(node));
    return subject(scene, "Rename " + *path);
}

std::optional<std::string> deleteFunction(Scene& scene) {
    const auto place = choose(scene.tree, scene.module.folder, hasDebt, scene.random);
    if (!place || scene.tree.code.at(place->path).functions.size() < 3) return std::nullopt;
    return subject(scene, "Drop " + cutFunction(scene.tree, *place).name + ", unused");
}

std::optional<std::string> reformat(Scene& scene) {
    const auto path = chooseFile(scene.tree, scene.module.folder, scene.random);
    if (!path || scene.module.language == Language::Go) return std::nullopt;
    SourceFile& file = scene.tree.code.at(*path);
    file.indent = file.indent == 4 ? 2 : 4;
    return subject(scene, "Reformat " + *path);
}

} // namespace

const DebtText& DebtDeck::deal(const std::string& module, bool sorted) {
    const auto fits = [&](const DebtText& text) { return text.module == module || text.module == "*"; };
    std::vector<const DebtText*> repeated;
    for (const DebtText& text : repeatedDebts())
        if (fits(text)) repeated.push_back(&text);
    if (m_random.chance(8)) return *m_random.pick(repeated);
    std::vector<const DebtText*> fresh;
    const bool fromSorted = sorted && m_random.chance(85);
    for (const auto* texts : {fromSorted ? &sortedDebts() : &legacyDebts(), sorted ? &sortedDebts() : &legacyDebts()}) {
        for (const DebtText& text : *texts)
            if (fits(text) && !m_dealt.contains(text.title)) fresh.push_back(&text);
        if (!fresh.empty()) break;
    }
    if (fresh.empty()) // somebody types again what was typed before
        for (const DebtText& text : sorted ? sortedDebts() : legacyDebts())
            if (fits(text)) fresh.push_back(&text);
    const DebtText& dealt = *m_random.pick(fresh);
    m_dealt.insert(dealt.title);
    return dealt;
}

std::optional<std::string> addFile(Scene& scene) {
    for (const std::string& stem : scene.module.stems) {
        const std::string base = scene.module.folder + "/" + stem;
        const std::string extension = "." + std::string(extensionOf(scene.module.language));
        if (scene.tree.code.contains(base + extension) || scene.tree.code.contains(base + "_v2" + extension)) continue;
        SourceFile file;
        file.language = scene.module.language;
        file.preamble =
            writePreamble(file.language, file.language == Language::Go ? scene.module.name : stem, scene.random);
        const std::size_t count = 3 + scene.random.below(4);
        for (std::size_t i = 0; i < count; ++i) file.functions.push_back(writeFunction(file, scene.random));
        const std::string path = base + extension;
        scene.tree.code.emplace(path, std::move(file));
        for (std::size_t i = 0; i < count; ++i)
            if (scene.random.chance(30))
                markDebt(scene.tree, {path, i}, scene.deck.deal(scene.module.name, scene.sorted), scene.random);
        return subject(scene, "Add " + stem);
    }
    return std::nullopt;
}

std::optional<std::string> markSomewhere(Scene& scene) {
    const auto place = choose(scene.tree, scene.module.folder, hasNoDebt, scene.random);
    if (!place) return std::nullopt;
    editStatement(scene.tree, *place, scene.random);
    markDebt(scene.tree, *place, scene.deck.deal(scene.module.name, scene.sorted), scene.random);
    return subject(scene,
                   "Teach " + at(scene.tree, *place).name + " about the " + std::string(scene.random.pick(nouns())));
}

const std::vector<WeightedActivity>& activities() {
    static const std::vector<WeightedActivity> kActivities = {
        {edit, 44, 0},
        {addFunction, 14, 0},
        {addFile, 6, 0},
        {markSomewhere, 27, 0},
        {pay, 8, 100},
        {erase, 1, 150},
        {reword, 3, 80},
        {sortDebt, 12, 640},
        {reorder, 3, 50},
        {moveAcross, 4, 60},
        {copyAcross, 2, 90},
        {renameFile, 2, 200},
        {deleteFunction, 2, 120},
        {reformat, 2, 150},
    };
    return kActivities;
}

} // namespace paydown::sample

// SPDX-License-Identifier: GPL-3.0-or-later
// What a commit of a random history does to its files.
#include "tests/scanner/history/random_history.h"

#include <algorithm>
#include <sstream>

namespace paydown::tests {

namespace {

using Lines = std::vector<std::string>;

Lines linesOf(const std::string& text) {
    Lines lines;
    std::istringstream stream(text);
    for (std::string line; std::getline(stream, line);) lines.push_back(line + "\n");
    return lines;
}

std::string textOf(const Lines& lines) {
    std::string text;
    for (const std::string& line : lines) text += line;
    return text;
}

bool isTagged(const std::string& line) {
    return line.find("TODO: ") != std::string::npos || line.find("DEBT: ") != std::string::npos;
}

std::string anyTitle(Dice& dice) {
    static const std::vector<std::string> kTitles{
        "begin",           "retry forever", "retry for ever",           "fix", "wait for the bank", "wait for a bank",
        "same thing here", "same",          "one lock for all accounts"};
    return dice.of(kTitles);
}

std::string taggedLine(Dice& dice, const std::string& indent = {}) {
    return indent + "// TODO: " + anyTitle(dice) + "\n";
}

std::string codeLine(Dice& dice, const std::string& indent = {}) {
    return indent + "call" + std::to_string(dice.pick(12)) + "();\n";
}

Lines anyFunction(Dice& dice) {
    Lines lines{"int f" + std::to_string(dice.pick(9)) + "(int x) {\n"};
    for (unsigned count = 1 + dice.pick(3); count > 0; --count) {
        lines.push_back(dice.oneIn(3) ? taggedLine(dice, "    ") : codeLine(dice, "    "));
    }
    lines.emplace_back("}\n");
    return lines;
}

std::string anyPath(Dice& dice) {
    static const std::vector<std::string> kPaths{"a.c", "b.c", "src/a.c", "src/b.c", "src/c.c", "lib/a.c", "lib/d.c"};
    return dice.of(kPaths);
}

std::string indentOf(const std::string& line) {
    return line.substr(0, std::min<std::size_t>(line.find_first_not_of(' '), line.size()));
}

/// The lines of a random function, cut out or not; a single line where there is none.
std::pair<std::size_t, std::size_t> anyRun(const Lines& lines, Dice& dice) {
    const std::size_t at = dice.pick(lines.size());
    std::size_t begin = at;
    while (begin > 0 && !lines[begin].starts_with("int f")) --begin;
    std::size_t end = at;
    while (end + 1 < lines.size() && lines[end] != "}\n") ++end;
    if (dice.oneIn(2) || !lines[begin].starts_with("int f")) return {at, at + 1};
    return {begin, end + 1};
}

void moveRun(Lines& lines, Tree& tree, const std::string& from, Dice& dice, bool cut) {
    if (lines.empty() || tree.size() < 2) return;
    auto other = std::next(tree.begin(), dice.pick(tree.size()));
    if (other->first == from) return;
    const auto [begin, end] = anyRun(lines, dice);
    const auto first = lines.begin() + static_cast<std::ptrdiff_t>(begin);
    const auto last = lines.begin() + static_cast<std::ptrdiff_t>(end);
    Lines there = linesOf(other->second);
    there.insert(there.begin() + dice.pick(there.size() + 1), first, last);
    other->second = textOf(there);
    if (cut) lines.erase(first, last);
}

void reword(Lines& lines, Dice& dice) {
    for (std::string& line : lines) {
        if (!isTagged(line) || !dice.oneIn(2)) continue;
        const std::string indent = indentOf(line);
        switch (dice.pick(4)) {
        case 0: line = taggedLine(dice, indent); break;
        case 1: line.insert(std::min(line.find(" */"), line.size() - 1), " soon"); break;
        case 2:
            if (const auto at = line.find("TODO"); at != std::string::npos) line.replace(at, 4, "DEBT");
            break;
        default: line.insert(line.find(": ") + 2, "please "); break;
        }
    }
}

void editLines(Lines& lines, Dice& dice) {
    const auto at = [&] { return lines.begin() + dice.pick(lines.size() + 1); };
    switch (dice.pick(9)) {
    case 0: lines.insert(at(), taggedLine(dice)); break;
    case 1: lines.insert(at(), codeLine(dice)); break;
    case 2: {
        const Lines added = anyFunction(dice);
        lines.insert(at(), added.begin(), added.end());
        break;
    }
    case 3:
    case 4:
        if (!lines.empty()) lines.erase(lines.begin() + dice.pick(lines.size()));
        break;
    case 5: reword(lines, dice); break;
    case 6: { // A twin, above or below.
        const auto found = std::ranges::find_if(lines, isTagged);
        if (found != lines.end()) lines.insert(at(), std::string(*found));
        break;
    }
    case 7:
        if (!lines.empty()) {
            const auto [begin, end] = anyRun(lines, dice);
            lines.erase(lines.begin() + static_cast<std::ptrdiff_t>(begin),
                        lines.begin() + static_cast<std::ptrdiff_t>(end));
        }
        break;
    default: std::ranges::rotate(lines, at()); break;
    }
}

/// @return whether the tree changed as a whole.
bool editTree(Tree& tree, Dice& dice) {
    if (tree.empty() || dice.oneIn(12)) {
        Lines lines;
        for (unsigned count = 1 + dice.pick(3); count > 0; --count) {
            const Lines function = anyFunction(dice);
            lines.insert(lines.end(), function.begin(), function.end());
        }
        tree[anyPath(dice)] = textOf(lines);
        return true;
    }
    switch (dice.pick(24)) {
    case 0: tree = withFoldersRenamed(tree); return true;
    case 1: tree = reindented(tree); return true;
    case 2: tree = withBlockComments(tree); return true;
    case 3: tree = withFunctionsReordered(tree, dice); return true;
    default: return false;
    }
}

} // namespace

void editAtRandom(Tree& tree, Dice& dice) {
    if (editTree(tree, dice)) return;
    const std::string path = std::next(tree.begin(), dice.pick(tree.size()))->first;
    const std::string text = tree[path];
    Lines lines = linesOf(text);
    switch (dice.pick(12)) {
    case 0: // Rename.
        tree.erase(path);
        tree[anyPath(dice)] = text;
        return;
    case 1: tree[anyPath(dice)] = text; return; // Copy.
    case 2: {                                   // Split, or join to another one.
        const auto [begin, end] = lines.empty() ? std::pair<std::size_t, std::size_t>{0, 0} : anyRun(lines, dice);
        const auto middle = lines.begin() + static_cast<std::ptrdiff_t>(begin);
        tree[anyPath(dice)] = textOf(Lines(middle, lines.end()));
        lines.erase(middle, lines.end());
        break;
    }
    case 3:
    case 4: moveRun(lines, tree, path, dice, true); break;
    case 5: moveRun(lines, tree, path, dice, false); break;
    default: editLines(lines, dice); break;
    }
    tree[path] = textOf(lines);
    std::erase_if(tree, [](const auto& file) { return file.second.empty(); });
}

Tree withFoldersRenamed(const Tree& tree) {
    const std::string below = "moved/";
    const bool isBelow = std::ranges::all_of(tree, [&](const auto& file) { return file.first.starts_with(below); });
    Tree renamed;
    for (const auto& [path, text] : tree) renamed[isBelow ? path.substr(below.size()) : below + path] = text;
    return std::ranges::any_of(renamed, [&](const auto& file) { return tree.contains(file.first); }) ? tree : renamed;
}

Tree reindented(const Tree& tree) {
    Tree changed;
    for (const auto& [path, text] : tree) {
        Lines lines = linesOf(text);
        const bool deep = std::ranges::any_of(lines, [](const std::string& line) { return line.starts_with("    "); });
        for (std::string& line : lines) {
            const std::string indent = indentOf(line);
            line = (indent.empty() ? "" : deep ? "  " : "    ") + line.substr(indent.size());
        }
        changed[path] = textOf(lines);
    }
    return changed;
}

Tree withBlockComments(const Tree& tree) {
    Tree changed;
    for (const auto& [path, text] : tree) {
        Lines lines = linesOf(text);
        for (std::string& line : lines) {
            const auto leader = line.find("// ");
            if (leader == std::string::npos || !isTagged(line)) continue;
            line = line.substr(0, leader) + "/* " + line.substr(leader + 3, line.size() - leader - 4) + " */\n";
        }
        changed[path] = textOf(lines);
    }
    return changed;
}

Tree withFunctionsReordered(const Tree& tree, Dice& dice) {
    Tree changed;
    for (const auto& [path, text] : tree) {
        std::vector<Lines> parts{{}};
        for (const std::string& line : linesOf(text)) {
            if (line.starts_with("int f")) parts.emplace_back();
            parts.back().push_back(line);
            if (line == "}\n") parts.emplace_back();
        }
        for (std::size_t i = parts.size(); i > 1; --i) std::swap(parts[i - 1], parts[dice.pick(i)]);
        std::string joined;
        for (const Lines& part : parts) joined += textOf(part);
        changed[path] = joined;
    }
    return changed;
}

} // namespace paydown::tests

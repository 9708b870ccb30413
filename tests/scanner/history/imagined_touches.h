// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "scanner/history/line_hunks.h"
#include "scanner/history/line_keys.h"
#include "scanner/history/touch_finder.h"
#include "tests/core/identity/simple_reader.h"
#include "tests/scanner/history/imagined_repository.h"
#include "tests/scanner/history/memory_history_store.h"

#include <algorithm>
#include <set>
#include <sstream>

namespace paydown::tests {

/// Differences of versions in an imagined repository; counts how many were asked for.
class ImaginedHunks final : public history::HunkReader {
public:
    explicit ImaginedHunks(history::HistorySource& source) : m_source(source) {}
    std::vector<std::optional<Difference>> read(std::span<const Pair> pairs) override {
        std::vector<std::optional<Difference>> differences;
        for (const Pair& pair : pairs) {
            const auto before = m_source.bytesOf(pair.before);
            const auto after = m_source.bytesOf(pair.after);
            auto& difference = differences.emplace_back();
            ++compared;
            if (!before || !after) continue;
            const auto keys = history::lineKeys(*before);
            difference = Difference{static_cast<std::uint32_t>(keys.size()),
                                    history::hunksBetween(keys, history::lineKeys(*after))};
        }
        return differences;
    }

    std::size_t compared = 0;

private:
    history::HistorySource& m_source;
};

/// Says that an annotation is about the lines from the last "void" above it to the next "}" below.
class ImaginedFunctions final : public history::SymbolReader {
public:
    explicit ImaginedFunctions(history::HistorySource& source) : m_source(source) {}
    std::vector<StoredShown> read(const std::vector<File>& files) override {
        std::vector<StoredShown> all(files.size());
        for (std::size_t i = 0; i < files.size(); ++i) {
            const auto bytes = m_source.bytesOf(files[i].blob);
            for (const Annotation& annotation : readSimply(bytes.value_or(""))) {
                all[i].symbols.emplace_back("f");
                all[i].extents.push_back(around(*bytes, annotation.range.line));
            }
        }
        return all;
    }

private:
    static LineExtent around(const std::string& bytes, std::uint32_t line) {
        LineExtent extent{1, line};
        std::istringstream lines(bytes);
        std::uint32_t number = 0;
        for (std::string text; std::getline(lines, text);) {
            ++number;
            if (number <= line && text.starts_with("void")) extent.first = number;
            if (number < line) continue;
            extent.last = number;
            if (text == "}") break;
        }
        return extent;
    }

    history::HistorySource& m_source;
};

/// A tip as one process makes it: reads what is new up to it, builds it on another tip where it can, and puts it into
/// the store. @param compared how many pairs of versions had to be read for it
inline TipState scanTip(const ImaginedRepository& repository, std::size_t tip, MemoryHistoryStore& store,
                        std::size_t* compared = nullptr) {
    history::TextTable texts;
    history::Chronicle chronicle(store);
    ImaginedSource source(repository, texts);
    ImaginedFunctions functions(source);
    ImaginedHunks hunks(source);
    assignImagined(repository, repository.ancestry(tip), chronicle, source);
    history::TipBuilder builder(store, chronicle, source, functions);
    const CommitNo number = *store.findCommit(repository.commits[tip].id);
    TipState state = builder.build(number);
    history::TouchFinder(store, chronicle, source, hunks).addTo(state, {});
    chronicle.putTip(std::move(state));
    chronicle.flush();
    if (compared != nullptr) *compared = hunks.compared;
    return store.states.at(number);
}

/// "title: message, message" of each open item, the touches in the order of the graph.
inline std::string tellTouches(const ImaginedRepository& repository, const TipState& state, HistoryStore& store) {
    std::set<std::string> lines;
    for (const TipInterest& interest : state.interest) {
        const auto item =
            std::ranges::find(state.items, interest.item, [](const TipItem& one) { return one.standing.item; });
        std::set<std::size_t> commits;
        for (const auto& touched : interest.touches) {
            const auto isIt = [&](const auto& node) { return node.id == store.commit(touched.commit).id; };
            commits.insert(
                static_cast<std::size_t>(std::ranges::find_if(repository.commits, isIt) - repository.commits.begin()));
        }
        std::string line =
            store.item(interest.item).id.value + " " + store.text(item->standing.text).annotation.title + ":";
        for (const std::size_t commit : commits) {
            line += " " + std::to_string(commit) + " " + repository.commits[commit].message;
        }
        lines.insert(line);
    }
    std::string text;
    for (const std::string& line : lines) text += line + "\n";
    return text;
}

} // namespace paydown::tests

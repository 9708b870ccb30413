// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/scanner/lives/story.h"

#include "core/model/names.h"

#include <algorithm>

namespace paydown::testing {

Checkout& Story::scanned() {
    m_checkout = std::make_unique<Checkout>(CheckoutOptions{path(), m_registry.path() + "/registry.db"});
    m_checkout->refresh({}, {});
    return *m_checkout;
}

std::string Story::subjectOf(const CommitId& commit) const {
    const std::string subject = git({"log", "-1", "--format=%s", toHex(commit)});
    return subject.substr(0, subject.find('\n'));
}

std::vector<std::string> Story::told(const std::vector<ToldEvent>& events) const {
    std::vector<std::string> lines;
    for (const ToldEvent& one : events) {
        const Event& event = one.event;
        std::string line = subjectOf(event.commit) + ": ";
        line += event.ending ? nameOf(*event.ending) : nameOf(event.kind);
        if (!event.fromPath.empty()) line += " from " + event.fromPath + " to";
        lines.push_back(line + ' ' + event.place.path);
    }
    return lines;
}

std::vector<std::string> Story::events() { return told(scanned().allEvents()); }

std::vector<std::string> Story::lifeOf(const ItemId& id) { return told(scanned().eventsOf(id)); }

std::vector<Item> Story::items() {
    LoadOptions options;
    options.workTree = false;
    options.ended = true;
    return scanned().load(options)->items;
}

std::vector<std::string> Story::open() {
    std::vector<std::string> lines;
    for (const Item& item : items()) {
        if (item.ended) continue;
        std::string line = item.place.path + ':' + std::to_string(item.place.line) + ' ' + item.annotation.title;
        for (const Place& also : item.also) line += " also " + also.path + ':' + std::to_string(also.line);
        lines.push_back(line);
    }
    return lines;
}

std::vector<std::string> Story::ended() {
    std::vector<std::string> lines;
    for (const Item& item : items()) {
        if (!item.ended) continue;
        std::string line = item.annotation.title + ": " + std::string(nameOf(item.ended->kind)) + " in " +
                           subjectOf(item.ended->at.commit);
        for (const ToldEvent& one : m_checkout->eventsOf(item.id)) {
            if (!one.event.ending || one.event.commit != item.ended->at.commit) continue;
            if (!one.landed)
                line += ", not landed";
            else if (one.landed->commit != one.event.commit)
                line += ", landed in " + subjectOf(one.landed->commit);
        }
        lines.push_back(line);
    }
    std::ranges::sort(lines);
    return lines;
}

Item Story::at(const std::string& path, std::uint32_t line) {
    const auto all = items();
    const auto found = std::ranges::find_if(
        all, [&](const Item& item) { return !item.ended && item.place.path == path && item.place.line == line; });
    EXPECT_NE(found, all.end()) << "nothing is open at " << path << ':' << line;
    return found == all.end() ? Item{} : *found;
}

std::string Story::idFrom(const CommitId& commit, const std::string& path, const std::string& title,
                          std::uint32_t order) {
    return makeItemId({commit, path, title, order}).value;
}

} // namespace paydown::testing

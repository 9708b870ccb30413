// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/text.h"
#include "core/git/commit_walk.h"
#include "core/git/object_store.h"
#include "core/git/tag_object.h"

#include <algorithm>
#include <charconv>
#include <limits>

namespace paydown::git {

namespace {

/// Takes the next line off a text.
std::string_view takeLine(std::string_view& text) {
    const auto end = text.find('\n');
    const std::string_view line = text.substr(0, end);
    text.remove_prefix(end == std::string_view::npos ? text.size() : end + 1);
    return line;
}

bool takePrefix(std::string_view& line, std::string_view prefix) {
    if (!line.starts_with(prefix)) return false;
    line.remove_prefix(prefix.size());
    return true;
}

/// "+0530" as git reads it: a sign and digits, of which the last two are minutes. Nonsense is UTC.
std::int16_t parseZone(std::string_view zone) {
    if (zone.size() < 2 || (zone[0] != '+' && zone[0] != '-')) return 0;
    int digits = 0;
    const auto [end, error] = std::from_chars(zone.data() + 1, zone.data() + zone.size(), digits);
    if (error != std::errc() || end != zone.data() + zone.size() || digits < 0 || digits > 2359) return 0;
    const int minutes = digits / 100 * 60 + digits % 100;
    return static_cast<std::int16_t>(zone[0] == '-' ? -minutes : minutes);
}

/// "1700000000 +0100", from the end of a broken line too. No number: 1970.
Timestamp parseTime(std::string_view text) {
    text = trimmed(text);
    Timestamp when;
    const auto blank = text.find(' ');
    const std::string_view seconds = text.substr(0, blank);
    std::int64_t value = 0;
    const auto [end, error] = std::from_chars(seconds.data(), seconds.data() + seconds.size(), value);
    // Years up to 9999: what lies beyond is nonsense and would overflow arithmetic on dates.
    constexpr std::int64_t kFarthest = 253402300799;
    if (error == std::errc() && end == seconds.data() + seconds.size() && value >= -kFarthest && value <= kFarthest)
        when.seconds = value;
    if (blank != std::string_view::npos) when.offsetMinutes = parseZone(trimmed(text.substr(blank)));
    return when;
}

/// "Name <mail> 1700000000 +0100". git itself takes the time from after the last '>'.
void parsePerson(std::string_view line, Person& person, Timestamp& when) {
    const auto open = line.find('<');
    const auto close = line.rfind('>');
    if (open == std::string_view::npos) {
        person.name = std::string(trimmed(line.substr(0, close)));
        if (close != std::string_view::npos) when = parseTime(line.substr(close + 1));
        return;
    }
    person.name = std::string(trimmed(line.substr(0, open)));
    if (close == std::string_view::npos || close < open) {
        person.email = std::string(trimmed(line.substr(open + 1)));
        return;
    }
    person.email = std::string(trimmed(line.substr(open + 1, close - open - 1)));
    when = parseTime(line.substr(close + 1));
}

bool isHexDigit(char c) { return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'f') || (c >= 'A' && c <= 'F'); }

bool equalsIgnoringCase(std::string_view a, std::string_view b) {
    return a.size() == b.size() && asciiLower(a) == asciiLower(b);
}

} // namespace

std::optional<CommitObject> parseCommit(std::string_view bytes) {
    CommitObject commit;
    std::string_view line = takeLine(bytes);
    if (!takePrefix(line, "tree ")) return std::nullopt;
    const auto tree = parseObjectId<TreeId>(line);
    if (!tree) return std::nullopt;
    commit.tree = *tree;
    bool hasAuthor = false;
    bool hasCommitter = false;
    while (!bytes.empty()) {
        line = takeLine(bytes);
        if (line.empty()) break; // the message follows
        if (takePrefix(line, "parent ")) {
            if (const auto parent = parseObjectId<CommitId>(line)) commit.parents.push_back(*parent);
        } else if (!hasAuthor && takePrefix(line, "author ")) {
            parsePerson(line, commit.author, commit.authored);
            hasAuthor = true;
        } else if (!hasCommitter && takePrefix(line, "committer ")) {
            parsePerson(line, commit.committer, commit.committed);
            hasCommitter = true;
        }
    }
    commit.message = std::string(bytes);
    return commit;
}

CommitObject readCommit(const Repository& repository, const CommitId& id) {
    const auto object = repository.objects().read(id.bytes);
    if (!object) throw Error("read commit " + toHex(id) + ": " + repository.objects().problem());
    if (object->kind() == ObjectKind::Commit) {
        if (auto commit = parseCommit(object->bytes())) return std::move(*commit);
    }
    throw Error("read commit " + toHex(id) + ": it is not a sound commit", "git fsck says more");
}

std::optional<TagObject> parseTag(std::string_view bytes) {
    std::string_view line = takeLine(bytes);
    if (!takePrefix(line, "object ")) return std::nullopt;
    const auto target = parseObjectId<CommitId>(line);
    if (!target) return std::nullopt;
    TagObject tag{*target, std::nullopt};
    while (!bytes.empty()) {
        line = takeLine(bytes);
        if (line.empty()) break; // the message follows
        if (!takePrefix(line, "tagger ")) continue;
        Person ignored;
        parsePerson(line, ignored, tag.tagged.emplace());
    }
    return tag;
}

std::string_view summaryOf(std::string_view message) {
    while (!message.empty()) {
        const std::string_view line = trimmed(takeLine(message));
        if (!line.empty()) return line;
    }
    return {};
}

std::vector<CommitId> revertedBy(std::string_view message) {
    constexpr std::string_view kPhrase = "This reverts commit";
    std::vector<CommitId> reverted;
    for (auto at = message.find(kPhrase); at != std::string_view::npos; at = message.find(kPhrase, at)) {
        at += kPhrase.size();
        // git wraps a long sentence of merges; white space of any kind may stand in front of the name.
        const auto begin = message.find_first_not_of(" \t\r\n", at);
        if (begin == std::string_view::npos) break;
        std::size_t length = 0;
        while (begin + length < message.size() && isHexDigit(message[begin + length])) ++length;
        if (const auto id = parseObjectId<CommitId>(message.substr(begin, length))) reverted.push_back(*id);
    }
    return reverted;
}

std::vector<Person> coAuthors(std::string_view message) {
    std::vector<Person> people;
    for (const auto value : trailers(message, "Co-authored-by")) {
        Person person;
        Timestamp ignored;
        parsePerson(value, person, ignored);
        if (!person.name.empty() || !person.email.empty()) people.push_back(std::move(person));
    }
    return people;
}

std::vector<std::string_view> trailers(std::string_view message, std::string_view key) {
    std::vector<std::string_view> values;
    while (!message.empty()) {
        const std::string_view line = trimmed(takeLine(message));
        if (line.empty()) {
            // A new paragraph: trailers stand in the last one alone. White space at the end opens none.
            if (!trimmed(message).empty()) values.clear();
            continue;
        }
        const auto colon = line.find(':');
        if (colon != std::string_view::npos && equalsIgnoringCase(trimmed(line.substr(0, colon)), key))
            values.push_back(trimmed(line.substr(colon + 1)));
    }
    return values;
}

} // namespace paydown::git

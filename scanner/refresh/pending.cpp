// SPDX-License-Identifier: GPL-3.0-or-later
#include "scanner/refresh/pending.h"

#include "core/identity/reconcile.h"

#include <algorithm>
#include <iterator>
#include <map>
#include <tuple>
#include <unordered_map>
#include <utility>

namespace paydown {

namespace {

/// Items of one file at HEAD, in the order of the file.
using StandingByPath = std::map<std::string, std::vector<Item>>;

StandingByPath byPath(std::vector<Item> standing) {
    StandingByPath paths;
    for (auto& item : standing) {
        std::string path = item.place.path;
        paths[std::move(path)].push_back(std::move(item));
    }
    for (auto& [path, items] : paths) {
        std::ranges::stable_sort(items, {},
                                 [](const Item& item) { return std::tie(item.place.line, item.place.column); });
    }
    return paths;
}

/// An item that stands in several places is matched in each of them; joinPlaces() makes one item of it again.
std::vector<Item> inEachPlace(std::vector<Item> standing) {
    std::vector<Item> elsewhere;
    for (const Item& item : standing) {
        for (const Place& place : item.also) {
            Item further = item;
            further.place = place;
            further.also.clear(); // The first place is known by having some.
            elsewhere.push_back(std::move(further));
        }
    }
    std::ranges::move(elsewhere, std::back_inserter(standing));
    return standing;
}

/// Items by path and line, each once: where it stands first, if it still does, and also in its other places.
void joinPlaces(std::vector<Item>& found) {
    std::unordered_map<ItemId, std::vector<std::size_t>, ItemIdHash> entries;
    for (std::size_t i = 0; i < found.size(); ++i)
        if (!found[i].id.isPending()) entries[found[i].id].push_back(i);
    std::vector<bool> isFurther(found.size(), false);
    for (const auto& [id, places] : entries) {
        const auto first = std::ranges::find_if(places, [&](std::size_t entry) { return !found[entry].also.empty(); });
        const std::size_t kept = first == places.end() ? places.front() : *first;
        found[kept].also.clear();
        for (const std::size_t entry : places) {
            if (entry == kept) continue;
            found[kept].also.push_back(found[entry].place);
            isFurther[entry] = true;
        }
    }
    std::vector<Item> once;
    for (std::size_t i = 0; i < found.size(); ++i)
        if (!isFurther[i]) once.push_back(std::move(found[i]));
    found = std::move(once);
}

std::vector<const Annotation*> debtsOf(const FileOnDisk& file) {
    std::vector<const Annotation*> debts;
    for (const auto& annotation : file.annotations) {
        if (!annotation.mention) debts.push_back(&annotation);
    }
    return debts;
}

bool sayTheSame(const Item& item, const Annotation& annotation) {
    const Annotation& known = item.annotation;
    return known.tag == annotation.tag && known.title == annotation.title && known.body == annotation.body &&
           known.stated == annotation.stated;
}

/// Files that are as HEAD has them, the usual case, need no versions to be read: the same texts in the same order.
bool standsAsCommitted(const std::vector<Item>& items, const std::vector<const Annotation*>& debts) {
    return std::ranges::equal(items, debts,
                              [](const Item& item, const Annotation* debt) { return sayTheSame(item, *debt); });
}

void place(Item& item, const FileOnDisk& file, const Annotation& annotation) {
    // A tip's item has its symbol from the grammar; a reading that skipped symbols must not blank it.
    std::string symbol = annotation.symbol.empty() ? std::move(item.annotation.symbol) : annotation.symbol;
    item.place = {file.path, annotation.range.line, annotation.range.column};
    item.annotation = annotation;
    item.annotation.symbol = std::move(symbol);
    item.language = file.language;
}

Item pendingItem(const FileOnDisk& file, const Annotation& annotation) {
    Item item;
    place(item, file, annotation);
    return item;
}

/// What differs between HEAD and disk, ready for identity::reconcile. The bytes must not move while it is used.
struct Difference {
    struct Version {
        std::string path;
        std::string bytes;
        std::vector<Annotation> annotations;
        std::vector<std::size_t> owners; ///< Old: indexes into items. New: none.
    };
    std::vector<Version> before;
    std::vector<Version> after;
    std::vector<Item> items;
    std::vector<const FileOnDisk*> files; ///< Of `after`.

    void addBefore(const std::string& path, std::vector<Item> standing, const ReadVersion& atHead) {
        Version version{path, atHead(path).value_or(std::string()), {}, {}};
        for (auto& item : standing) {
            Annotation annotation = item.annotation;
            annotation.range.line = item.place.line;
            annotation.range.column = item.place.column;
            version.annotations.push_back(std::move(annotation));
            version.owners.push_back(items.size());
            items.push_back(std::move(item));
        }
        before.push_back(std::move(version));
    }

    void addAfter(const FileOnDisk& file, const ReadVersion& onDiskBytes) {
        after.push_back({file.path, onDiskBytes(file.path).value_or(std::string()), file.annotations, {}});
        files.push_back(&file);
    }
};

std::vector<identity::FileVersion> viewOf(const std::vector<Difference::Version>& versions) {
    std::vector<identity::FileVersion> views;
    for (const auto& version : versions) views.push_back({version.path, version.bytes, version.annotations});
    return views;
}

void matchDifference(Difference& difference, std::vector<Item>& found) {
    const std::vector<std::vector<identity::FileVersion>> parents{viewOf(difference.before)};
    const auto after = viewOf(difference.after);
    for (const auto& outcome : identity::reconcile(parents, after)) {
        if (!outcome.after) continue;
        const FileOnDisk& file = *difference.files[outcome.after->file];
        const Annotation& annotation = file.annotations[outcome.after->annotation];
        if (!outcome.before) {
            found.push_back(pendingItem(file, annotation));
            continue;
        }
        const auto owner = difference.before[outcome.before->file].owners[outcome.before->annotation];
        Item& item = difference.items[owner];
        place(item, file, annotation);
        found.push_back(std::move(item));
    }
}

} // namespace

std::vector<Item> matchWorkTree(std::vector<Item> standing, std::vector<FileOnDisk> onDisk, const ReadVersion& atHead,
                                const ReadVersion& onDiskBytes) {
    StandingByPath committed = byPath(inEachPlace(std::move(standing)));
    std::vector<Item> found;
    Difference difference;
    for (const auto& file : onDisk) {
        const auto debts = debtsOf(file);
        const auto known = committed.find(file.path);
        if (known == committed.end()) {
            if (!debts.empty()) difference.addAfter(file, onDiskBytes);
            continue;
        }
        if (standsAsCommitted(known->second, debts)) {
            for (std::size_t i = 0; i < debts.size(); ++i) {
                place(known->second[i], file, *debts[i]);
                found.push_back(std::move(known->second[i]));
            }
        } else {
            difference.addAfter(file, onDiskBytes);
            difference.addBefore(file.path, std::move(known->second), atHead);
        }
        committed.erase(known);
    }
    // What is left stood in files that now hold nothing or are gone: it may have been moved into one that differs.
    if (!difference.after.empty()) {
        for (auto& [path, items] : committed) difference.addBefore(path, std::move(items), atHead);
        matchDifference(difference, found);
    }
    std::ranges::sort(found, {},
                      [](const Item& item) { return std::tie(item.place.path, item.place.line, item.place.column); });
    joinPlaces(found);
    return found;
}

} // namespace paydown

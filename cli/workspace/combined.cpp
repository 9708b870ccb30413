// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/workspace/combined.h"

#include "cli/format/item_json.h"
#include "cli/format/item_writer.h"
#include "core/base/text.h"

#include <algorithm>
#include <fmt/format.h>
#include <map>
#include <nlohmann/json.hpp>

namespace paydown::cli {

namespace {

const ItemView& viewOf(const std::vector<MemberList>& lists, const CombinedItem& item) {
    return lists[item.member].worklist->items[item.item];
}

void writeCombinedJson(Output& out, const std::vector<MemberList>& lists, const std::vector<CombinedItem>& items,
                       bool isLines) {
    auto repositories = nlohmann::ordered_json::array();
    for (const MemberList& list : lists) {
        auto envelope = envelopeJson(*list.worklist->snapshot);
        repositories.push_back({{"name", toUtf8(list.name)},
                                {"repository", envelope["repository"]},
                                {"head", envelope["head"]},
                                {"as_of", envelope["as_of"]}});
    }
    auto array = nlohmann::ordered_json::array();
    for (const CombinedItem& item : items) {
        auto json = itemJson(viewOf(lists, item));
        json["in"] = toUtf8(lists[item.member].name);
        if (isLines)
            out.line(json.dump());
        else
            array.push_back(std::move(json));
    }
    if (!isLines)
        out.line(nlohmann::ordered_json{{"version", 1}, {"repositories", repositories}, {"items", array}}.dump());
}

} // namespace

std::string MemberList::shown(const ItemId& id) const {
    return id.isPending() ? std::string() : name + "/" + shortIds.shown(id);
}

std::vector<MemberList> readMembers(Session& session, const LoadOptions& load) {
    std::vector<MemberList> lists;
    for (Member& member : session.workspace().members()) {
        MemberList list;
        list.name = member.name;
        list.place = member.place.get();
        list.worklist = member.place->assess(session.snapshotOf(*member.place, load));
        list.shortIds = shortIdsOf(*list.worklist->snapshot);
        lists.push_back(std::move(list));
    }
    return lists;
}

std::vector<CombinedItem> combine(const std::vector<MemberList>& lists, const ChooseItems& choose, SortBy order) {
    std::vector<CombinedItem> items;
    for (std::uint32_t member = 0; member < lists.size(); ++member) {
        auto chosen = choose(lists[member]);
        sortItems(chosen, *lists[member].worklist, order);
        for (const auto item : chosen) items.push_back({member, item});
    }
    if (order != SortBy::Rank) return items;
    std::ranges::stable_sort(items, [&](const CombinedItem& a, const CombinedItem& b) {
        const Score& left = viewOf(lists, a).score;
        const Score& right = viewOf(lists, b).score;
        // What is not ranked where it stands is not ranked here either.
        if ((left.rank == 0) != (right.rank == 0)) return left.rank != 0;
        return left.raw > right.raw;
    });
    return items;
}

void writeCombined(Session& session, const std::vector<MemberList>& lists, const std::vector<CombinedItem>& items,
                   const std::string& format) {
    Output& out = session.output();
    if (format == "json" || format == "jsonl") {
        writeCombinedJson(out, lists, items, format == "jsonl");
        return;
    }
    if (format != "table" && format != "md")
        throw Error(fmt::format("{} has no place for the names of several repositories", format),
                    "use table, md, json or jsonl, or go without --workspace");
    std::vector<WriterContext> contexts;
    for (const MemberList& list : lists) {
        contexts.push_back(
            {list.worklist->snapshot.get(), &list.shortIds, list.worklist->today, session.style(), list.name + "/"});
    }
    std::vector<std::unique_ptr<ItemWriter>> writers;
    for (const WriterContext& context : contexts)
        writers.push_back(makeItemWriter(*parseListFormat(format), out, context));
    writers.front()->begin();
    for (const CombinedItem& item : items) {
        if (out.isClosed()) break;
        writers[item.member]->item(viewOf(lists, item));
    }
    writers.front()->end();
}

} // namespace paydown::cli

// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/format/item_json.h"

#include "core/base/text.h"
#include "core/model/names.h"

#include <cmath>
#include <nlohmann/json.hpp>

namespace paydown::cli {

namespace {

using Json = nlohmann::ordered_json;

Json textOrNull(const std::string& text) { return text.empty() ? Json(nullptr) : Json(toUtf8(text)); }

Json dateOrNull(const std::optional<Date>& date) { return date ? Json(formatDate(*date)) : Json(nullptr); }

Json effortOrNull(const std::optional<std::chrono::minutes>& effort) {
    return effort ? Json(effort->count()) : Json(nullptr);
}

Json intentOrNull(Intent intent) { return intent == Intent::Unstated ? Json(nullptr) : Json(nameOf(intent)); }

Json textArray(const std::vector<std::string>& texts) {
    Json array = Json::array();
    for (const auto& text : texts) array.push_back(toUtf8(text));
    return array;
}

/// Fields of the annotation that have no member of their own.
Json otherFields(const Statement& stated) {
    Json fields = Json::object();
    const auto add = [&fields](const char* key, const std::string& value) {
        if (!value.empty()) fields[key] = toUtf8(value);
    };
    add("category", stated.category);
    add("why", stated.why);
    add("fix", stated.fix);
    add("review", stated.review);
    add("from", stated.from);
    add("path", stated.path);
    add("id", stated.key);
    for (const auto& [key, value] : stated.extra) fields[toUtf8(key)] = toUtf8(value);
    return fields;
}

Json statedJson(const Statement& stated) {
    return {{"class", nameOf(stated.debtClass)},
            {"intent", intentOrNull(stated.intent)},
            {"owner", textOrNull(stated.owner)},
            {"due", dateOrNull(stated.due)},
            {"effort_minutes", effortOrNull(stated.effort)},
            {"urgency", stated.urgency},
            {"ticket", textOrNull(stated.ticket)}};
}

Json decidedJson(const DecidedItem* decided) {
    Json all = Json::object();
    if (decided == nullptr) return all;
    for (const auto& [name, value] : decided->fields) {
        all[std::string(name)] = {{"value", toUtf8(value.value)},
                                  {"by", toUtf8(value.by.name)},
                                  {"at", formatTimestamp(value.at)},
                                  {"note", textOrNull(value.note)}};
    }
    return all;
}

Json peopleJson(const std::vector<Person>& people) {
    Json array = Json::array();
    for (const auto& person : people) array.push_back({{"name", toUtf8(person.name)}, {"email", toUtf8(person.email)}});
    return array;
}

Json commitOrNull(const std::optional<CommitRef>& commit) { return commit ? commitJson(*commit) : Json(nullptr); }

Json endedJson(const std::optional<Ending>& ended) {
    if (!ended) return nullptr;
    Json json = commitJson(ended->at);
    json["kind"] = nameOf(ended->kind);
    return json;
}

Json placesJson(const std::vector<Place>& places) {
    Json array = Json::array();
    for (const auto& place : places) {
        array.push_back({{"path", toUtf8(place.path)}, {"line", place.line}, {"column", place.column}});
    }
    return array;
}

Json interestJson(const Interest& interest) {
    return {{"commits", interest.commits}, {"authors", interest.authors}, {"last", dateOrNull(interest.last)}};
}

Json diagnosticsJson(const std::vector<Diagnostic>& diagnostics) {
    Json array = Json::array();
    for (const auto& diagnostic : diagnostics) {
        array.push_back({{"line", diagnostic.line}, {"message", toUtf8(diagnostic.message)}});
    }
    return array;
}

Json aliasesJson(const std::vector<ItemId>& aliases) {
    Json array = Json::array();
    for (const auto& alias : aliases) array.push_back(alias.value);
    return array;
}

double roundedToTenth(double value) { return std::round(value * 10) / 10; }

void addWhatTheCodeSays(Json& json, const ItemView& view) {
    const Item& item = *view.item;
    const Annotation& annotation = item.annotation;
    json["id"] = item.id.isPending() ? Json(nullptr) : Json(item.id.value);
    json["path"] = toUtf8(item.place.path);
    if (!isUtf8(item.place.path)) json["path_bytes"] = base64(item.place.path);
    json["line"] = item.place.line;
    json["column"] = item.place.column;
    json["form"] = nameOf(annotation.form);
    json["tag"] = toUtf8(annotation.tag);
    json["language"] = item.language;
    json["class"] = nameOf(view.debtClass);
    json["intent"] = intentOrNull(annotation.stated.intent);
    json["title"] = toUtf8(annotation.title);
    if (!isUtf8(annotation.title)) json["title_bytes"] = base64(annotation.title);
    json["body"] = toUtf8(annotation.body);
    json["symbol"] = toUtf8(annotation.symbol);
}

void addWhatIsInForce(Json& json, const ItemView& view) {
    const Annotation& annotation = view.item->annotation;
    json["owner"] = textOrNull(view.owner);
    json["owner_source"] = view.ownerSource == OwnerSource::None ? Json(nullptr) : Json(nameOf(view.ownerSource));
    json["owner_gone_since"] = dateOrNull(view.ownerGoneSince);
    json["due"] = dateOrNull(view.due);
    json["effort_minutes"] = effortOrNull(view.effort);
    json["urgency"] = view.urgency;
    json["ticket"] = textOrNull(view.ticket);
    json["labels"] = textArray(annotation.stated.labels);
    json["fields"] = otherFields(annotation.stated);
    json["mention"] = annotation.mention;
    json["verdict"] = view.verdict == Verdict::None ? Json(nullptr) : Json(nameOf(view.verdict));
    json["state"] = view.item->id.isPending() && !view.item->introduced ? Json("pending") : Json(nameOf(view.state));
    json["period"] = dateOrNull(view.period);
    json["slips"] = view.slips;
    json["sleeping"] = view.sleeping;
    json["alike"] = view.alike == 0 ? Json(nullptr) : Json(view.alike);
}

void addItsLife(Json& json, const Item& item) {
    json["also"] = placesJson(item.also);
    json["aliases"] = aliasesJson(item.aliases);
    json["adopted"] = aliasesJson(item.adopted);
    json["introduced"] = commitOrNull(item.introduced);
    json["changed"] = commitOrNull(item.changed);
    json["ended"] = endedJson(item.ended);
    json["branch_only"] = item.onBranchOnly;
    json["parent"] = item.parent ? Json(item.parent->value) : Json(nullptr);
}

} // namespace

Json commitJson(const CommitRef& commit) {
    return {{"commit", toHex(commit.commit)},
            {"author", commit.boundary ? Json(nullptr) : Json(toUtf8(commit.author.name))},
            {"email", commit.boundary ? Json(nullptr) : Json(toUtf8(commit.author.email))},
            {"date", formatTimestamp(commit.date)},
            {"committed", formatTimestamp(commit.committed)},
            {"co_authors", peopleJson(commit.coAuthors)},
            {"boundary", commit.boundary}};
}

Json itemJson(const ItemView& view) {
    Json json = Json::object();
    addWhatTheCodeSays(json, view);
    addWhatIsInForce(json, view);
    addItsLife(json, *view.item);
    json["interest"] = interestJson(view.interest);
    json["score"] = roundedToTenth(view.score.shown);
    json["rank"] = view.score.rank == 0 ? Json(nullptr) : Json(view.score.rank);
    json["reasons"] = textArray(view.score.reasons);
    json["stated"] = statedJson(view.item->annotation.stated);
    json["decided"] = decidedJson(view.decided);
    json["diagnostics"] = diagnosticsJson(view.item->annotation.diagnostics);
    return json;
}

Json envelopeJson(const Snapshot& snapshot) {
    return {{"version", 1},
            {"repository", toUtf8(snapshot.repository)},
            {"head", snapshot.head ? Json(toHex(*snapshot.head)) : Json(nullptr)},
            {"as_of", formatTimestamp(snapshot.asOf)}};
}

} // namespace paydown::cli

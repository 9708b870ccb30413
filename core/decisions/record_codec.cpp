// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/decisions/record_codec.h"

#include "core/base/text.h"
#include "core/decisions/ulid.h"

#include <algorithm>
#include <nlohmann/json.hpp>

namespace paydown {

namespace {

using Json = nlohmann::json;
using OrderedJson = nlohmann::ordered_json;

/// What is wrong with a line; turned into a Failure at the edge of this file.
struct Bad {
    std::string what;
};

// --- writing ---

void putBytes(OrderedJson& object, const char* name, const char* bytesName, const std::string& text) {
    object[name] = toUtf8(text);
    if (!isUtf8(text)) object[bytesName] = base64(text);
}

OrderedJson toJson(const Address& address) {
    OrderedJson object;
    object["commit"] = toHex(address.commit);
    putBytes(object, "path", "path_bytes", address.path);
    putBytes(object, "title", "title_bytes", address.title);
    object["order"] = address.order;
    object["line"] = address.line;
    return object;
}

OrderedJson toJson(const DecisionRecord& record) {
    OrderedJson object;
    object["id"] = record.id;
    object["batch"] = record.batch;
    object["seq"] = record.seq;
    object["time"] = formatTimestamp(record.time);
    object["actor"] = {{"name", toUtf8(record.actor.name)}, {"email", toUtf8(record.actor.email)}};
    if (!record.item.value.empty()) object["item"] = record.item.value;
    if (record.address) object["address"] = toJson(*record.address);
    object["field"] = record.field;
    object["value"] = toUtf8(record.value);
    if (!record.note.empty()) object["note"] = toUtf8(record.note);
    if (!record.takesBack.empty()) object["takes_back"] = record.takesBack;
    if (record.unknown.empty()) return object;
    const auto unknown = Json::parse(record.unknown, nullptr, /*allow_exceptions=*/false);
    for (const auto& [name, value] : unknown.items()) object.emplace(name, value);
    return object;
}

// --- reading ---

bool isForbidden(char c) {
    const auto byte = static_cast<unsigned char>(c);
    return (byte < 0x20 && c != '\n' && c != '\t') || byte == 0x7F;
}

/// Takes a member out of the object, so that what is left at the end is unknown.
std::optional<Json> take(Json& object, const char* name) {
    const auto found = object.find(name);
    if (found == object.end()) return std::nullopt;
    Json value = std::move(*found);
    object.erase(found);
    return value;
}

Json need(Json& object, const char* name) {
    auto value = take(object, name);
    if (!value) throw Bad{fmt::format("\"{}\" is missing", name)};
    return std::move(*value);
}

std::string text(const Json& value, const char* name) {
    if (!value.is_string()) throw Bad{fmt::format("\"{}\" is not a text", name)};
    const auto& string = value.get_ref<const std::string&>();
    if (string.size() > kMaxRecordTextBytes)
        throw Bad{fmt::format("\"{}\" is longer than {} bytes", name, kMaxRecordTextBytes)};
    return string;
}

std::string plainText(const Json& value, const char* name) {
    std::string string = text(value, name);
    if (std::ranges::any_of(string, isForbidden)) throw Bad{fmt::format("\"{}\" holds control characters", name)};
    return string;
}

std::uint64_t number(const Json& value, const char* name, std::uint64_t max) {
    if (!value.is_number_unsigned() || value.get<std::uint64_t>() > max) {
        throw Bad{fmt::format("\"{}\" is not a number from 0 to {}", name, max)};
    }
    return value.get<std::uint64_t>();
}

std::string ulid(const Json& value, const char* name) {
    std::string id = text(value, name);
    if (!isUlid(id)) throw Bad{fmt::format("\"{}\" is not a ULID", name)};
    return id;
}

int base64Value(char c) {
    if (c >= 'A' && c <= 'Z') return c - 'A';
    if (c >= 'a' && c <= 'z') return c - 'a' + 26;
    if (c >= '0' && c <= '9') return c - '0' + 52;
    return c == '+' ? 62 : c == '/' ? 63 : -1;
}

std::string fromBase64(std::string encoded, const char* name) {
    while (encoded.ends_with('=')) encoded.pop_back();
    std::string bytes;
    unsigned window = 0;
    int bits = 0;
    for (const char c : encoded) {
        const int value = base64Value(c);
        if (value < 0) throw Bad{fmt::format("\"{}\" is not base64", name)};
        window = window << 6 | static_cast<unsigned>(value);
        bits += 6;
        if (bits < 8) continue;
        bits -= 8;
        bytes.push_back(static_cast<char>(window >> bits & 0xFFU));
    }
    return bytes;
}

/// A text whose exact bytes may stand beside it in base64.
std::string bytesOf(Json& object, const char* name, const char* bytesName) {
    std::string readable = text(need(object, name), name);
    const auto exact = take(object, bytesName);
    return exact ? fromBase64(text(*exact, bytesName), bytesName) : readable;
}

Address addressFrom(Json object) {
    if (!object.is_object()) throw Bad{"\"address\" is not an object"};
    Address address;
    const auto commit = parseObjectId<CommitId>(text(need(object, "commit"), "commit"));
    if (!commit) throw Bad{"\"commit\" is not 40 hexadecimal digits"};
    address.commit = *commit;
    address.path = bytesOf(object, "path", "path_bytes");
    address.title = bytesOf(object, "title", "title_bytes");
    address.order = static_cast<std::uint32_t>(number(need(object, "order"), "order", UINT32_MAX));
    address.line = static_cast<std::uint32_t>(number(need(object, "line"), "line", UINT32_MAX));
    return address;
}

Person actorFrom(Json object) {
    if (!object.is_object()) throw Bad{"\"actor\" is not an object"};
    return {plainText(need(object, "name"), "name"), plainText(need(object, "email"), "email")};
}

Timestamp timeFrom(const Json& value) {
    const auto time = parseTimestamp(text(value, "time"));
    if (!time) throw Bad{"\"time\" is not a date-time with a zone"};
    return *time;
}

ItemId itemFrom(const std::optional<Json>& value) {
    if (!value) return {};
    ItemId item{text(*value, "item")};
    const auto isBase32 = [](char c) { return (c >= 'a' && c <= 'z') || (c >= '2' && c <= '7'); };
    const auto size = item.value.size();
    if ((size != kItemIdLength && size != kItemIdLengthOnClash) || !std::ranges::all_of(item.value, isBase32)) {
        throw Bad{"\"item\" is not an item's id"};
    }
    return item;
}

std::string fieldFrom(const Json& value) {
    std::string name = text(value, "field");
    const auto isNameCharacter = [](char c) { return (c >= 'a' && c <= 'z') || c == '_' || c == '-'; };
    if (name.empty() || name.size() > 32 || !std::ranges::all_of(name, isNameCharacter)) {
        throw Bad{"\"field\" is not a field's name"};
    }
    return name;
}

std::vector<std::string> takesBackFrom(const std::optional<Json>& value) {
    if (!value) return {};
    if (!value->is_array()) throw Bad{"\"takes_back\" is not a list"};
    std::vector<std::string> ids;
    for (const auto& id : *value) ids.push_back(ulid(id, "takes_back"));
    return ids;
}

DecisionRecord recordFrom(Json object) {
    if (!object.is_object()) throw Bad{"not a JSON object"};
    DecisionRecord record;
    record.id = ulid(need(object, "id"), "id");
    record.batch = ulid(need(object, "batch"), "batch");
    record.seq = number(need(object, "seq"), "seq", kMaxRecordSeq);
    record.time = timeFrom(need(object, "time"));
    record.actor = actorFrom(need(object, "actor"));
    record.item = itemFrom(take(object, "item"));
    if (auto address = take(object, "address")) record.address = addressFrom(std::move(*address));
    record.field = fieldFrom(need(object, "field"));
    record.value = plainText(need(object, "value"), "value");
    if (const auto note = take(object, "note")) record.note = plainText(*note, "note");
    record.takesBack = takesBackFrom(take(object, "takes_back"));
    if (!object.empty()) record.unknown = object.dump();
    return record;
}

} // namespace

Result<std::string> encodeRecord(const DecisionRecord& record) {
    std::string line = toJson(record).dump();
    if (line.size() > kMaxRecordBytes) {
        return fail(fmt::format("the decision takes {} bytes, and one may take {}", line.size(), kMaxRecordBytes),
                    "write a shorter note");
    }
    return line;
}

Result<DecisionRecord> decodeRecord(std::string_view line) {
    if (line.size() > kMaxRecordBytes) return fail(fmt::format("longer than {} bytes", kMaxRecordBytes));
    try {
        return recordFrom(Json::parse(line));
    } catch (const Bad& bad) {
        return fail(bad.what);
    } catch (const Json::exception&) {
        return fail("not JSON");
    }
}

std::string encodeAddress(const std::optional<Address>& address) {
    return address ? toJson(*address).dump() : std::string();
}

std::optional<Address> decodeAddress(std::string_view text) {
    if (text.empty()) return std::nullopt;
    try {
        return addressFrom(Json::parse(text));
    } catch (const Bad&) {
        return std::nullopt;
    } catch (const Json::exception&) {
        return std::nullopt;
    }
}

} // namespace paydown

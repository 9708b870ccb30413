// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/format/data_writers.h"

#include "cli/format/csv.h"
#include "cli/format/item_json.h"
#include "cli/format/markdown.h"
#include "cli/format/words.h"
#include "core/base/text.h"
#include "core/model/names.h"

#include <fmt/format.h>
#include <nlohmann/json.hpp>

namespace paydown::cli {

namespace {

std::string dateText(const std::optional<Date>& date) { return date ? formatDate(*date) : std::string(); }

} // namespace

void JsonWriter::begin() {
    std::string envelope = envelopeJson(*m_context.snapshot).dump();
    envelope.pop_back(); // The items follow inside of the same object.
    m_output.write(envelope + ",\"items\":[");
}

void JsonWriter::item(const ItemView& view) {
    m_output.write(m_first ? "\n" : ",\n");
    m_first = false;
    m_output.write(itemJson(view).dump());
}

void JsonWriter::end() {
    auto skipped = nlohmann::ordered_json::array();
    for (const auto& file : m_context.snapshot->skipped) {
        skipped.push_back({{"path", toUtf8(file.path)}, {"reason", file.reason}});
    }
    m_output.line(fmt::format("\n],\"skipped\":{}}}", skipped.dump()));
}

void JsonLinesWriter::item(const ItemView& view) { m_output.line(itemJson(view).dump()); }

void CsvWriter::begin() {
    m_output.write(
        "id,path,line,column,tag,class,state,title,owner,due,effort_minutes,ticket,introduced,author,commits,"
        "authors,rank,score\r\n");
}

void CsvWriter::item(const ItemView& view) {
    const Item& item = *view.item;
    const std::vector<std::string> fields{item.id.value,
                                          item.place.path,
                                          std::to_string(item.place.line),
                                          std::to_string(item.place.column),
                                          item.annotation.tag,
                                          std::string(nameOf(view.debtClass)),
                                          std::string(nameOf(view.state)),
                                          item.annotation.title,
                                          view.owner,
                                          dateText(view.due),
                                          view.effort ? std::to_string(view.effort->count()) : "",
                                          view.ticket,
                                          item.introduced ? formatTimestamp(item.introduced->date) : "",
                                          item.introduced ? item.introduced->author.name : "",
                                          std::to_string(view.interest.commits),
                                          std::to_string(view.interest.authors),
                                          view.score.rank == 0 ? "" : std::to_string(view.score.rank),
                                          fmt::format("{:.1f}", view.score.shown)};
    m_output.write(csvRecord(fields));
}

void MarkdownWriter::begin() {
    m_output.line("| item | class | where | title | owner | age |");
    m_output.line("| --- | --- | --- | --- | --- | --- |");
}

void MarkdownWriter::item(const ItemView& view) {
    const Item& item = *view.item;
    const std::string age =
        item.introduced ? formatAge(m_context.today - dateOf(item.introduced->date)) : std::string("pending");
    m_output.line(fmt::format("| {}{} | {} | {}:{} | {} | {} | {} |",
                              item.id.isPending() ? std::string() : m_context.idPrefix,
                              m_context.shortIds->shown(item.id), nameOf(view.debtClass), markdownText(item.place.path),
                              item.place.line, markdownText(item.annotation.title), markdownText(view.owner), age));
}

void VimWriter::item(const ItemView& view) {
    const Item& item = *view.item;
    m_output.line(fmt::format("{}:{}:{}: {}: {}", escapeForTerminal(item.place.path), item.place.line,
                              item.place.column, item.annotation.tag, escapeForTerminal(item.annotation.title)));
}

} // namespace paydown::cli

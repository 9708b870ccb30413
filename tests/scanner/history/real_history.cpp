// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/scanner/history/real_history.h"

#include "core/git/repository.h"
#include "core/model/names.h"
#include "core/registry/history_reader.h"
#include "scanner/history/index_tips.h"

#include <set>
#include <sstream>

namespace paydown::tests {

namespace {

std::string withIds(std::string message, const ImaginedRepository& imagined, const std::vector<CommitId>& ids) {
    for (std::size_t at = 0; at < ids.size(); ++at) {
        const std::string hex = toHex(imagined.commits[at].id);
        for (auto found = message.find(hex); found != std::string::npos; found = message.find(hex)) {
            message.replace(found, hex.size(), toHex(ids[at]));
        }
    }
    return message;
}

std::string shortHex(const CommitId& id) { return toHex(id).substr(0, 8); }

std::string describeEvent(const Event& event) {
    std::string text = shortHex(event.commit) + ' ' + event.item.value + ' ';
    text += event.ending ? nameOf(*event.ending) : nameOf(event.kind);
    text += ' ' + event.place.path + ':' + std::to_string(event.place.line);
    if (!event.fromPath.empty()) text += " from " + event.fromPath;
    return text + " \"" + event.title + '"';
}

} // namespace

RealHistory::RealHistory(const ImaginedRepository& imagined) : m_objects(m_folder.path()), m_named(imagined) {
    for (std::size_t at = 0; at < imagined.commits.size(); ++at) {
        const auto& node = imagined.commits[at];
        std::map<std::string, testing::TreeLeaf> leaves;
        for (const auto& [path, bytes] : node.tree) leaves[path].id = m_objects.writeBlob(bytes);
        m_trees.push_back(m_objects.writeTree(leaves));
        std::string bytes = "tree " + toHex(m_trees.back()) + "\n";
        for (const std::size_t parent : node.parents) bytes += "parent " + toHex(m_ids[parent]) + "\n";
        const std::string who =
            "Mia <mia@corp.example> " + std::to_string(kFirstDay + static_cast<long long>(at) * kDay);
        const std::string message = withIds(node.message, imagined, m_ids);
        bytes += "author " + who + " +0000\ncommitter " + who + " +0000\n\n" + message + "\n";
        m_ids.push_back(m_objects.writeCommit(bytes));
        m_named.commits[at].message = message;
        m_named.rename(at, m_ids.back());
    }
    m_objects.setRef("refs/heads/main", m_ids.back());
    for (const std::size_t head : imagined.heads())
        m_objects.setRef("refs/heads/h" + std::to_string(head), m_ids[head]);
}

RealRegistry::RealRegistry() : m_database(m_folder.path() + "/registry.db", OpenMode::Write), m_store(m_database) {}

void indexReal(const std::string& directory, const std::vector<CommitId>& tips, HistoryStore& store) {
    const git::Repository repository = git::Repository::open(directory);
    const FileReader reader{ScanSettings{}};
    history::IndexRequest request;
    request.tips = tips;
    request.isScanned = [](std::string_view) { return true; };
    history::indexTips(repository, request, reader, store, {}, {});
}

void indexImaginedWithTip(const ImaginedRepository& repository, std::size_t tip, HistoryStore& store) {
    indexImagined(repository, repository.ancestry(tip), store);
    history::Chronicle chronicle(store);
    chronicle.putTip(tipOf(repository, tip, store));
    chronicle.flush();
}

std::string describeStored(Database& database, const CommitId& tip) {
    HistoryReader reader(database);
    const auto history = reader.readTip(tip, EndedItems::Read);
    if (!history) return "not read\n";
    std::set<std::string> lines;
    for (const Item& item : history->items) {
        std::ostringstream line;
        line << item.id.value << ' ' << item.place.path << ':' << item.place.line << " \"" << item.annotation.title
             << '"';
        for (const Place& also : item.also) line << " also " << also.path << ':' << also.line;
        std::set<std::string> aliases;
        for (const ItemId& alias : item.aliases) aliases.insert(alias.value);
        for (const std::string& alias : aliases) line << " alias " << alias;
        if (item.parent) line << " copy of " << item.parent->value;
        line << " introduced " << shortHex(item.introduced->commit) << " changed " << shortHex(item.changed->commit);
        if (item.ended) line << " ended " << nameOf(item.ended->kind) << ' ' << shortHex(item.ended->at.commit);
        for (const Event& event : reader.eventsOf(item.id, tip)) line << "\n    " << describeEvent(event);
        lines.insert(line.str());
    }
    std::string text;
    for (const std::string& line : lines) text += line + '\n';
    return text;
}

} // namespace paydown::tests

// SPDX-License-Identifier: GPL-3.0-or-later
#include "scanner/refresh/scan_rules.h"

#include "core/base/sha256.h"
#include "core/git/blob_reader.h"
#include "core/git/tree_diff.h"

namespace paydown {

namespace {

/// Raised whenever a reader yields other annotations for the same bytes; then blobs are read anew.
constexpr int kReadingVersion = 2;

std::string hashed(const std::string& text) {
    const auto digest = sha256(text);
    constexpr std::size_t kLength = 26;
    return base32({reinterpret_cast<const char*>(digest.data()), digest.size()}, kLength);
}

void addList(std::string& text, std::string_view name, const std::vector<std::string>& entries) {
    text += name;
    for (const auto& entry : entries) {
        text.push_back('\0');
        text += entry;
    }
    text.push_back('\n');
}

std::string pathsFingerprint(const ScanRules& rules) {
    std::string text;
    addList(text, "exclude", rules.settings.exclude);
    return hashed(text + rules.attributes.pathRules());
}

void readAttributes(const git::Repository& repository, git::TreeReader& trees, const TreeId& tree, ScanRules& rules) {
    constexpr std::string_view kName = ".gitattributes";
    trees.forEachFile(tree, [&](std::string_view path, const BlobId& blob) {
        if (!path.ends_with(kName)) return;
        const auto folderEnd = path.size() - kName.size();
        if (folderEnd > 0 && path[folderEnd - 1] != '/') return;
        const auto text = git::findBlob(repository, blob);
        if (!text) return;
        rules.attributes.add(path.substr(0, folderEnd > 0 ? folderEnd - 1 : 0), *text);
    });
}

} // namespace

std::string readingFingerprint(const ScanSettings& settings) {
    std::string text = fmt::format("reading {}\nmax {}\n", kReadingVersion, settings.maxFileBytes);
    addList(text, "words", settings.words);
    addList(text, "ignore", settings.ignoreWords);
    addList(text, "languages", settings.languages);
    return hashed(text);
}

std::shared_ptr<const ScanRules> readScanRules(const git::Repository& repository, const CommitId& tip) {
    auto rules = std::make_shared<ScanRules>();
    const auto config = git::findFile(repository, tip, kConfigFileName);
    rules->settings =
        parseConfig(config.value_or(std::string()), toHex(tip).substr(0, 10) + ":" + kConfigFileName).scan;
    rules->exclude = GlobList(rules->settings.exclude);
    git::TreeReader trees(repository);
    readAttributes(repository, trees, trees.treeOf(tip), *rules);
    rules->mailmapText = git::findFile(repository, tip, ".mailmap").value_or(std::string());
    rules->mailmap = git::Mailmap(rules->mailmapText);
    return rules;
}

FileReader readerBy(const ScanRules& rules) {
    return FileReader(rules.settings,
                      [&attributes = rules.attributes](std::string_view path) { return attributes.languageOf(path); });
}

history::IndexRequest indexRequest(const std::shared_ptr<const ScanRules>& rules, std::vector<CommitId> tips) {
    history::IndexRequest request;
    request.tips = std::move(tips);
    request.excludesAnything = !rules->exclude.isEmpty() || !rules->attributes.isEmpty();
    request.isScanned = [rules](std::string_view path) {
        if (!rules->exclude.isEmpty() && rules->exclude.matches(path)) return false;
        return rules->attributes.isEmpty() ||
               (!rules->attributes.isGenerated(path) && !rules->attributes.isVendored(path));
    };
    request.pathsFingerprint = pathsFingerprint(*rules);
    request.readingFingerprint = hashed(readingFingerprint(rules->settings) + rules->attributes.languageRules());
    request.maxFileBytes = rules->settings.maxFileBytes;
    if (!rules->mailmap.isEmpty()) {
        request.properPerson = [rules](const Person& person) { return rules->mailmap.apply(person); };
    }
    request.peopleFingerprint = hashed(rules->mailmapText);
    return request;
}

} // namespace paydown

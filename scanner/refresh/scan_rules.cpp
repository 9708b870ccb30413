// SPDX-License-Identifier: GPL-3.0-or-later
#include "scanner/refresh/scan_rules.h"

#include "core/base/sha256.h"
#include "core/base/text.h"
#include "core/git/blob_reader.h"
#include "core/git/mailmap.h"
#include "core/git/tree_diff.h"
#include "core/registry/history_packing.h"

#include <array>
#include <mutex>

namespace paydown {

namespace {

/// Raised whenever a reader yields other annotations for the same bytes; then blobs are read anew.
constexpr int kReadingVersion = 6;

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

constexpr std::string_view kAttributes = ".gitattributes";

bool isAttributes(std::string_view path) {
    return path == kAttributes || (path.ends_with(kAttributes) && path[path.size() - kAttributes.size() - 1] == '/');
}

std::string readAttributes(const git::Repository& repository, git::TreeReader& trees, const TreeId& tree) {
    std::string texts;
    trees.forEachFile(tree, [&](std::string_view path, const BlobId& blob) {
        if (!isAttributes(path)) return;
        auto text = git::findBlob(repository, blob);
        if (!text) return;
        std::erase(*text, '\0'); // It would end the text below.
        texts += std::string(path) + '\0' + *text + '\0';
    });
    return texts;
}

/// Whether any of the texts may differ between two commits. A tree that cannot be read may hide anything.
bool mayDiffer(git::TreeReader& trees, const CommitId& from, const CommitId& to) {
    bool differs = false;
    try {
        const std::array<TreeId, 1> before{trees.treeOf(from)};
        trees.compare(trees.treeOf(to), before, [&](const git::TreeChange& change) {
            differs =
                differs || isAttributes(change.path) || change.path == kConfigFileName || change.path == ".mailmap";
        });
    } catch (const Error&) {
        return true;
    }
    return differs;
}

/// The text is understood when the first person is asked for, which a scan that finds nothing new never does.
HistoryStore::ProperPerson properPersonBy(const std::shared_ptr<const ScanRules>& rules) {
    struct Late {
        std::once_flag once;
        git::Mailmap mailmap;
    };
    return [rules, late = std::make_shared<Late>()](const Person& person) {
        std::call_once(late->once, [&] { late->mailmap = git::Mailmap(rules->mailmapText); });
        return late->mailmap.apply(person);
    };
}

} // namespace

std::string readingFingerprint(const ScanSettings& settings) {
    std::string text = fmt::format("reading {}\nmax {}\n", kReadingVersion, settings.maxFileBytes);
    addList(text, "words", settings.words);
    addList(text, "ignore", settings.ignoreWords);
    addList(text, "languages", settings.languages);
    return hashed(text);
}

std::string RuleTexts::packed() const {
    Packer packer;
    const std::string hex = toHex(tip);
    for (const auto* text : {&hex, &config, &attributes, &mailmap}) packer.add(std::string_view(*text));
    return packer.bytes();
}

std::optional<RuleTexts> RuleTexts::unpacked(std::string_view bytes) {
    Unpacker unpacker(bytes);
    const auto tip = parseObjectId<CommitId>(unpacker.text());
    RuleTexts texts;
    for (auto* text : {&texts.config, &texts.attributes, &texts.mailmap}) *text = unpacker.text();
    if (!tip || unpacker.isBroken()) return std::nullopt;
    texts.tip = *tip;
    return texts;
}

RuleTexts readRuleTexts(const git::Repository& repository, const CommitId& tip, const std::optional<RuleTexts>& known) {
    git::TreeReader trees(repository);
    if (known && (known->tip == tip || !mayDiffer(trees, known->tip, tip))) {
        RuleTexts same = *known;
        same.tip = tip;
        return same;
    }
    RuleTexts texts;
    texts.tip = tip;
    texts.config = git::findFile(repository, tip, kConfigFileName).value_or(std::string());
    texts.attributes = readAttributes(repository, trees, trees.treeOf(tip));
    texts.mailmap = git::findFile(repository, tip, ".mailmap").value_or(std::string());
    return texts;
}

std::shared_ptr<const ScanRules> makeScanRules(const RuleTexts& texts) {
    auto rules = std::make_shared<ScanRules>();
    rules->settings = parseConfig(texts.config, toHex(texts.tip).substr(0, 10) + ":" + kConfigFileName).scan;
    rules->exclude = GlobList(rules->settings.exclude);
    const auto parts = split(texts.attributes, '\0');
    for (std::size_t i = 0; i + 1 < parts.size(); i += 2) {
        const std::string_view folder = parts[i].substr(0, parts[i].size() - kAttributes.size());
        rules->attributes.add(folder.substr(0, folder.empty() ? 0 : folder.size() - 1), parts[i + 1]);
    }
    rules->mailmapText = texts.mailmap;
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
    if (!rules->mailmapText.empty()) request.properPerson = properPersonBy(rules);
    request.peopleFingerprint = hashed(rules->mailmapText);
    return request;
}

} // namespace paydown

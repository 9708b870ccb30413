// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/format/finding.h"

#include "cli/version.h"
#include "core/base/sha256.h"
#include "core/base/text.h"
#include "core/model/item_id.h"

#include <fmt/format.h>
#include <map>
#include <nlohmann/json.hpp>

namespace paydown::cli {

namespace {

using Json = nlohmann::ordered_json;

std::string_view githubCommand(Severity severity) {
    switch (severity) {
    case Severity::Note: return "notice";
    case Severity::Warning: return "warning";
    case Severity::Error: return "error";
    }
    return "notice";
}

std::string_view gitlabSeverity(Severity severity) {
    switch (severity) {
    case Severity::Note: return "info";
    case Severity::Warning: return "minor";
    case Severity::Error: return "major";
    }
    return "info";
}

/// SARIF's artifactLocation.uri is a URI reference: everything but unreserved characters and '/' is percent-encoded.
std::string uriOf(std::string_view path) {
    std::string uri;
    for (const char c : path) {
        const auto byte = static_cast<unsigned char>(c);
        const bool plain = (byte >= 'a' && byte <= 'z') || (byte >= 'A' && byte <= 'Z') ||
                           (byte >= '0' && byte <= '9') || std::string_view("-._~/").find(c) != std::string_view::npos;
        uri += plain ? std::string(1, c) : fmt::format("%{:02X}", byte);
    }
    return uri;
}

/// Escaping of GitHub's toolkit: data escapes % and LF; properties escape : and , as well.
std::string githubEscaped(std::string_view text, bool isProperty) {
    std::string out;
    for (const char c : escapeLinesForTerminal(toUtf8(text))) {
        if (c == '%')
            out += "%25";
        else if (c == '\n')
            out += "%0A";
        else if (isProperty && c == ':')
            out += "%3A";
        else if (isProperty && c == ',')
            out += "%2C";
        else
            out.push_back(c);
    }
    return out;
}

Json sarifResult(const Finding& finding, std::size_t ruleIndex) {
    const char* fingerprintName = finding.fingerprintIsId ? "paydownItem/v1" : "paydownText/v1";
    return {{"ruleId", finding.rule},
            {"ruleIndex", ruleIndex},
            {"level", nameOf(finding.severity)},
            {"message", {{"text", toUtf8(finding.message)}}},
            {"locations",
             {{{"physicalLocation",
                {{"artifactLocation", {{"uri", uriOf(finding.path)}, {"uriBaseId", "SRCROOT"}}},
                 {"region", {{"startLine", finding.line}, {"startColumn", finding.column}}}}}}}},
            {"partialFingerprints", {{fingerprintName, finding.fingerprint}}}};
}

} // namespace

std::string_view nameOf(Severity severity) {
    switch (severity) {
    case Severity::Note: return "note";
    case Severity::Warning: return "warning";
    case Severity::Error: return "error";
    }
    return "note";
}

std::string textFingerprint(std::string_view path, std::string_view title, std::uint32_t order) {
    std::string text(path);
    text.push_back('\0');
    text += foldTitle(title);
    // The first of its kind is named without a number.
    if (order > 0) text += fmt::format("{}{}", '\0', order);
    const auto digest = sha256(text);
    constexpr std::size_t kLength = 40;
    return base32({reinterpret_cast<const char*>(digest.data()), digest.size()}, kLength);
}

std::string sarif(std::span<const Finding> findings) {
    std::map<std::string, std::size_t> ruleIndex;
    Json rules = Json::array();
    Json results = Json::array();
    for (const auto& finding : findings) {
        const auto [rule, isNew] = ruleIndex.try_emplace(finding.rule, ruleIndex.size());
        if (isNew)
            rules.push_back(
                {{"id", finding.rule}, {"shortDescription", {{"text", "Technical debt: " + finding.rule}}}});
        results.push_back(sarifResult(finding, rule->second));
    }
    const Json driver = {{"name", "paydown"}, {"version", kVersion}, {"rules", rules}};
    const Json run = {{"tool", {{"driver", driver}}}, {"columnKind", "utf16CodeUnits"}, {"results", results}};
    const Json document = {{"$schema", "https://json.schemastore.org/sarif-2.1.0.json"},
                           {"version", "2.1.0"},
                           {"runs", Json::array({run})}};
    return document.dump(2) + "\n";
}

std::string githubAnnotations(std::span<const Finding> findings) {
    std::string out;
    for (const auto& finding : findings) {
        out += fmt::format("::{} file={},line={},col={},title={}::{}\n", githubCommand(finding.severity),
                           githubEscaped(finding.path, true), finding.line, finding.column,
                           githubEscaped(finding.rule, true), githubEscaped(finding.message, false));
    }
    return out;
}

std::string gitlabCodeQuality(std::span<const Finding> findings) {
    Json array = Json::array();
    for (const auto& finding : findings) {
        array.push_back({{"description", toUtf8(finding.message)},
                         {"check_name", finding.rule},
                         {"fingerprint", finding.fingerprint},
                         {"severity", gitlabSeverity(finding.severity)},
                         {"location", {{"path", toUtf8(finding.path)}, {"lines", {{"begin", finding.line}}}}}});
    }
    return array.dump(2) + "\n";
}

} // namespace paydown::cli

// SPDX-License-Identifier: GPL-3.0-or-later
// paydown-comments: what the readers of paydown say about files, for the comparisons of tests/accuracy.
//
//   paydown-comments ranges   one JSON object a line for each file: its language, comments and literals
//   paydown-comments agree    a table of where the lexical reader and the grammars agree; then every difference
//
// The names of the files stand on the standard input, NUL between them.
#include "scanner/syntax/encoding.h"
#include "tests/accuracy/agreement_table.h"
#include "tests/accuracy/two_readers.h"

#include <cstdio>
#include <nlohmann/json.hpp>
#include <string>

namespace paydown::accuracy {
namespace {

std::vector<std::string> namesFromInput() {
    std::vector<std::string> names(1);
    for (int c = std::getchar(); c != EOF; c = std::getchar()) {
        if (c == '\0')
            names.emplace_back();
        else
            names.back() += static_cast<char>(c);
    }
    if (names.back().empty()) names.pop_back();
    return names;
}

nlohmann::json rangesOf(const std::vector<syntax::Comment>& found, const syntax::DecodedText& decoded) {
    auto ranges = nlohmann::json::array();
    for (const syntax::Comment& range : found)
        ranges.push_back({decoded.storedOffset(range.beginByte), decoded.storedOffset(range.endByte)});
    return ranges;
}

/// An empty object for a file that paydown does not read.
nlohmann::json describe(const std::string& name) {
    const auto bytes = bytesOf(name);
    auto json = nlohmann::json::object();
    if (!bytes) return json;
    const syntax::DecodedText decoded(*bytes);
    const syntax::Language* language = syntax::languageOf(name, decoded.text());
    if (decoded.isBinary() || language == nullptr) return json;
    const TwoReadings readings = readTwice(*language, decoded.text(), Grammar::Skip);
    json["language"] = language->id;
    json["comments"] = rangesOf(readings.lexical, decoded);
    json["strings"] = rangesOf(readings.strings, decoded);
    return json;
}

int printRanges() {
    for (const std::string& name : namesFromInput()) std::printf("%s\n", describe(name).dump().c_str());
    return 0;
}

int printAgreement() {
    AgreementTable table;
    for (const std::string& name : namesFromInput())
        if (const auto bytes = bytesOf(name)) table.add(name, *bytes);
    std::fputs(table.text().c_str(), stdout);
    return 0;
}

} // namespace
} // namespace paydown::accuracy

int main(int count, char** arguments) {
    const std::string verb = count == 2 ? arguments[1] : "";
    if (verb == "ranges") return paydown::accuracy::printRanges();
    if (verb == "agree") return paydown::accuracy::printAgreement();
    std::fputs("usage: paydown-comments ranges|agree < names with NUL between them\n", stderr);
    return 2;
}

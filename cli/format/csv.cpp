// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/format/csv.h"

#include "core/base/text.h"

namespace paydown::cli {

std::string csvField(std::string_view text) {
    constexpr std::string_view kFormulaStarts = "=+-@\t\r";
    const bool opensFormula = !text.empty() && kFormulaStarts.find(text.front()) != std::string_view::npos;
    std::string field = escapeLinesForTerminal(toUtf8(text));
    if (opensFormula) field.insert(0, 1, '\'');
    if (field.find_first_of(",\"\r\n") == std::string::npos) return field;
    std::string quoted = "\"";
    for (const char c : field) {
        if (c == '"') quoted.push_back('"');
        quoted.push_back(c);
    }
    quoted.push_back('"');
    return quoted;
}

std::string csvRecord(std::span<const std::string> fields) {
    std::string record;
    for (std::size_t i = 0; i < fields.size(); ++i) {
        if (i > 0) record.push_back(',');
        record += csvField(fields[i]);
    }
    return record + "\r\n";
}

} // namespace paydown::cli

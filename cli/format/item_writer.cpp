// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/format/item_writer.h"

#include "cli/format/data_writers.h"
#include "cli/format/finding_writers.h"
#include "cli/format/table_writer.h"
#include "core/base/text.h"

#include <algorithm>

namespace paydown::cli {

const std::vector<std::string>& listFormatNames() {
    // In the order of ListFormat.
    static const std::vector<std::string> names{"table", "json",  "jsonl",  "csv",   "md",
                                                "vim",   "sarif", "github", "gitlab"};
    return names;
}

std::optional<ListFormat> parseListFormat(std::string_view name) {
    const auto& names = listFormatNames();
    const auto found = std::ranges::find(names, asciiLower(name));
    if (found == names.end()) return std::nullopt;
    return static_cast<ListFormat>(found - names.begin());
}

std::unique_ptr<ItemWriter> makeItemWriter(ListFormat format, Output& output, const WriterContext& context) {
    switch (format) {
    case ListFormat::Table: return std::make_unique<TableWriter>(output, context);
    case ListFormat::Json: return std::make_unique<JsonWriter>(output, context);
    case ListFormat::Jsonl: return std::make_unique<JsonLinesWriter>(output);
    case ListFormat::Csv: return std::make_unique<CsvWriter>(output, context);
    case ListFormat::Markdown: return std::make_unique<MarkdownWriter>(output, context);
    case ListFormat::Vim: return std::make_unique<VimWriter>(output);
    case ListFormat::Sarif: return std::make_unique<FindingWriter>(output, sarif);
    case ListFormat::Github: return std::make_unique<FindingWriter>(output, githubAnnotations);
    case ListFormat::Gitlab: return std::make_unique<FindingWriter>(output, gitlabCodeQuality);
    }
    return nullptr;
}

} // namespace paydown::cli

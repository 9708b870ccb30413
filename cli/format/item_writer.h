// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "cli/terminal/output.h"
#include "cli/terminal/style.h"
#include "core/model/item_view.h"
#include "core/model/short_ids.h"

#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace paydown::cli {

/// The formats of `paydown list`.
enum class ListFormat { Table, Json, Jsonl, Csv, Markdown, Vim, Sarif, Github, Gitlab };

/// "table", "json" …; nothing for a name that is none.
[[nodiscard]] std::optional<ListFormat> parseListFormat(std::string_view name);

/// All names, for --help and error messages.
[[nodiscard]] const std::vector<std::string>& listFormatNames();

/// What a writer may quote around the items.
struct WriterContext {
    const Snapshot* snapshot = nullptr;
    const ShortIds* shortIds = nullptr;
    Date today;
    Style style;
    std::string idPrefix{}; ///< In front of ids, where several repositories are listed: "pay/".
};

/// Writes items one by one in one format. begin(), item() for each, end(); nothing is written before begin().
class ItemWriter {
public:
    virtual ~ItemWriter() = default;
    virtual void begin() {}
    virtual void item(const ItemView& view) = 0;
    virtual void end() {}
};

/// @param output and context must outlive the writer.
[[nodiscard]] std::unique_ptr<ItemWriter> makeItemWriter(ListFormat format, Output& output,
                                                         const WriterContext& context);

} // namespace paydown::cli

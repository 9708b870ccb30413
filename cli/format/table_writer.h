// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "cli/format/item_writer.h"

#include <string>

namespace paydown::cli {

/// One line an item, for people: id, class, age, touches, owner, place, title. Columns have fixed widths so that the
/// first lines can be written before the last item is known; on a terminal the title is cut to fit.
class TableWriter final : public ItemWriter {
public:
    TableWriter(Output& output, const WriterContext& context) : m_output(output), m_context(context) {}
    void item(const ItemView& view) override;

private:
    [[nodiscard]] std::string ageOf(const Item& item) const;
    Output& m_output;
    const WriterContext& m_context;
};

/// The text in at least so many terminal columns, filled with blanks at the right.
[[nodiscard]] std::string padded(std::string text, std::size_t columns);

} // namespace paydown::cli

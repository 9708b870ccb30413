// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "cli/format/finding.h"
#include "cli/format/item_writer.h"

#include <map>
#include <string>
#include <utility>
#include <vector>

namespace paydown::cli {

/// Collects items as findings and writes them whole at the end, in one of the formats of finding.h.
class FindingWriter final : public ItemWriter {
public:
    using Render = std::string (*)(std::span<const Finding>);
    FindingWriter(Output& output, Render render) : m_output(output), m_render(render) {}
    void item(const ItemView& view) override;
    void end() override;

private:
    Output& m_output;
    Render m_render;
    std::vector<Finding> m_findings;
    /// How many items without a lasting id had this path and this folded title so far.
    std::map<std::pair<std::string, std::string>, std::uint32_t> m_seen;
};

/// An item as a remark at its place. @param order among those of its file with an equal title and no id.
[[nodiscard]] Finding findingOf(const ItemView& view, std::uint32_t order = 0);

} // namespace paydown::cli

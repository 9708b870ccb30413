// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "cli/format/finding.h"
#include "cli/format/item_writer.h"

#include <string>
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
};

/// An item as a remark at its place.
[[nodiscard]] Finding findingOf(const ItemView& view);

} // namespace paydown::cli

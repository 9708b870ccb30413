// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "cli/command.h"
#include "core/model/item_view.h"
#include "scanner/tree/file_reader.h"

#include <cstdint>
#include <string>
#include <vector>

namespace paydown::cli {

/// `paydown tidy [FILTER…]`: a patch for `git apply` that takes the comments out that were judged obsolete. Changes
/// nothing itself.
class TidyCommand final : public Command {
public:
    [[nodiscard]] const char* name() const override { return "tidy"; }
    [[nodiscard]] const char* summary() const override { return "A patch that deletes the comments judged obsolete"; }
    void declare(CLI::App& app) override;
    int run(Session& session) override;

private:
    struct Tally {
        std::size_t comments = 0;
        std::size_t files = 0;
        std::size_t left = 0;
    };
    /// Prints the patch of one file; what is left is remarked upon.
    static void tidyFile(Session& session, const FileReader& reader, const Worklist& worklist,
                         const std::vector<std::uint32_t>& items, Tally& tally);

    std::vector<std::string> m_filter;
};

} // namespace paydown::cli

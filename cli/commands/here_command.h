// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "cli/command.h"
#include "core/filter/filter.h"

namespace paydown {
class BranchChanges;
}

namespace paydown::cli {

/// `paydown here [FILTER…]`: debt in what this branch already changed, nearest first: the moment at which it is
/// cheapest to pay.
class HereCommand final : public Command {
public:
    [[nodiscard]] const char* name() const override { return "here"; }
    [[nodiscard]] const char* summary() const override { return "Debt in what this branch already changed"; }
    void declare(CLI::App& app) override;
    int run(Session& session) override;

private:
    struct Found {
        std::vector<std::uint32_t> introduced; ///< By this branch, pending ones included.
        std::vector<std::uint32_t> near;       ///< At lines that it changed.
        std::vector<std::uint32_t> sameFile;   ///< Elsewhere in files that it changed.
        std::vector<std::uint32_t> ended;      ///< By this branch.
    };
    [[nodiscard]] static Found find(const Worklist& worklist, const Filter& filter, const FilterContext& context,
                                    BranchChanges& changes);
    static void printForPeople(Session& session, const Worklist& worklist, const BranchChanges& changes,
                               const Found& found);

    std::vector<std::string> m_filter;
    std::string m_against;
    std::string m_format = "table";
};

} // namespace paydown::cli

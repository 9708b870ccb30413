// SPDX-License-Identifier: GPL-3.0-or-later
#include "scanner/syntax/candidate_scan.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <random>

namespace paydown::syntax {
namespace {

std::vector<std::size_t> candidates(const CandidateTables& tables, std::string_view text) {
    std::vector<std::size_t> found;
    std::size_t from = 0;
    while (const auto block = tables.next(text, from)) {
        for (unsigned i = 0; i < CandidateTables::kBlockBytes; ++i)
            if ((block->mask >> i & 1U) != 0 && block->offset + i < text.size()) found.push_back(block->offset + i);
        from = block->offset + CandidateTables::kBlockBytes;
    }
    return found;
}

TEST(CandidateTables, GiveTheSameByEveryKernel) {
    std::mt19937 random(1);
    std::string text(10'000, ' ');
    for (char& c : text) c = static_cast<char>("TODXFM ab@\\"[random() % 11]);
    CandidateTables best;
    CandidateTables portable;
    CandidateTables ssse3;
    for (CandidateTables* tables : {&best, &portable, &ssse3}) {
        tables->add(0, "TODO", CandidateTables::Case::Exact);
        tables->add(1, "@TODO", CandidateTables::Case::Any);
        tables->add(2, "XX", CandidateTables::Case::Exact);
    }
    CandidateKernels::usePortable(portable);
    CandidateKernels::useSsse3(ssse3);
    const auto expected = candidates(portable, text);
    EXPECT_FALSE(expected.empty());
    EXPECT_EQ(candidates(best, text), expected);
    EXPECT_EQ(candidates(ssse3, text), expected);
}

} // namespace
} // namespace paydown::syntax

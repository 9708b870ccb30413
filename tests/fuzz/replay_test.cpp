// SPDX-License-Identifier: GPL-3.0-or-later
// Runs the fuzzers' functions without a fuzzer: on every file of the kept corpora, and on mutations of them that are
// the same in every run. A target aborts, or a sanitizer does, on a finding.
#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <ostream>
#include <random>
#include <string>
#include <vector>

using Target = int(const std::uint8_t* data, std::size_t size);
extern "C" {
Target annotations_fuzz, config_fuzz, filter_fuzz, grammars_fuzz, ledger_fuzz, lexical_fuzz, natives_fuzz, pack_fuzz;
}

namespace paydown {
namespace {

struct Fuzzer {
    const char* name;
    Target* target;
    int mutations; ///< Of each file of the corpus; a parse by a grammar costs more than the others.
};

std::ostream& operator<<(std::ostream& out, const Fuzzer& fuzzer) { return out << fuzzer.name; }

std::vector<std::string> corpusOf(const Fuzzer& fuzzer) {
    std::vector<std::filesystem::path> paths;
    for (const auto& entry : std::filesystem::directory_iterator(std::string(PAYDOWN_CORPORA) + "/" + fuzzer.name))
        paths.push_back(entry.path());
    std::ranges::sort(paths);
    std::vector<std::string> corpus;
    for (const auto& path : paths) {
        std::ifstream file(path, std::ios::binary);
        corpus.emplace_back(std::istreambuf_iterator<char>(file), std::istreambuf_iterator<char>());
    }
    return corpus;
}

void run(const Fuzzer& fuzzer, const std::string& bytes) {
    // A copy of exactly this size, so that a sanitizer sees every read beyond the end.
    const std::vector<std::uint8_t> data(bytes.begin(), bytes.end());
    EXPECT_EQ(fuzzer.target(data.data(), data.size()), 0);
}

/// One of: a byte changed, a piece cut out, a piece doubled, a piece of another file put in.
std::string mutated(std::string bytes, const std::vector<std::string>& corpus, std::mt19937& random) {
    const auto below = [&](std::size_t limit) { return limit == 0 ? 0 : random() % limit; };
    for (std::size_t i = 1 + below(4); i > 0; --i) {
        const std::size_t at = below(bytes.size() + 1);
        const std::size_t length = below(std::min<std::size_t>(bytes.size() - at, 32) + 1);
        const std::string& other = corpus[below(corpus.size())];
        switch (random() % 4) {
        case 0:
            if (at < bytes.size()) bytes[at] = static_cast<char>(random() & 0xFFU);
            break;
        case 1: bytes.erase(at, length); break;
        case 2: bytes.insert(at, bytes.substr(at, length)); break;
        default: bytes.insert(at, other.substr(below(other.size()), 1 + below(32)));
        }
    }
    return bytes;
}

class Replay : public testing::TestWithParam<Fuzzer> {};

TEST_P(Replay, OfTheCorpusFindsNothing) {
    const std::vector<std::string> corpus = corpusOf(GetParam());
    ASSERT_FALSE(corpus.empty());
    for (const std::string& bytes : corpus) run(GetParam(), bytes);
}

TEST_P(Replay, OfMutationsFindsNothing) {
    const std::vector<std::string> corpus = corpusOf(GetParam());
    std::mt19937 random(20);
    for (const std::string& bytes : corpus)
        for (int i = 0; i < GetParam().mutations; ++i) run(GetParam(), mutated(bytes, corpus, random));
}

INSTANTIATE_TEST_SUITE_P(
    Fuzzers, Replay,
    testing::Values(Fuzzer{"annotations_fuzz", &annotations_fuzz, 500}, Fuzzer{"config_fuzz", &config_fuzz, 200},
                    Fuzzer{"filter_fuzz", &filter_fuzz, 500}, Fuzzer{"grammars_fuzz", &grammars_fuzz, 10},
                    Fuzzer{"ledger_fuzz", &ledger_fuzz, 1000}, Fuzzer{"lexical_fuzz", &lexical_fuzz, 200},
                    Fuzzer{"natives_fuzz", &natives_fuzz, 500}, Fuzzer{"pack_fuzz", &pack_fuzz, 300}),
    [](const auto& fuzzer) { return std::string(fuzzer.param.name); });

} // namespace
} // namespace paydown

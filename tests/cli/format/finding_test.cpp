// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/format/finding.h"

#include <nlohmann/json.hpp>

namespace paydown::cli {
namespace {

std::vector<Finding> oneFinding() {
    return {{"src/a b.cpp", 12, 3, Severity::Warning, "debt/reckless", "100 % wrong,\nsay: so", "7f3kq2m4ab", true}};
}

TEST(Sarif, IsVersion210WithRuleLocationAndFingerprint) {
    const auto document = nlohmann::json::parse(sarif(oneFinding()));
    EXPECT_EQ(document["version"], "2.1.0");
    const auto& result = document["runs"][0]["results"][0];
    EXPECT_EQ(result["ruleId"], "debt/reckless");
    const auto& place = result["locations"][0]["physicalLocation"];
    EXPECT_EQ(place["artifactLocation"]["uri"], "src/a%20b.cpp");
    EXPECT_EQ(place["region"]["startLine"], 12);
    EXPECT_EQ(result["partialFingerprints"]["paydownItem/v1"], "7f3kq2m4ab");
}

TEST(Sarif, OfNothingIsStillAWholeDocument) {
    const auto document = nlohmann::json::parse(sarif({}));
    EXPECT_TRUE(document["runs"][0]["results"].empty());
}

TEST(GithubAnnotations, EscapeWhatWouldEndTheCommand) {
    EXPECT_EQ(githubAnnotations(oneFinding()),
              "::warning file=src/a b.cpp,line=12,col=3,title=debt/reckless::100 %25 wrong,%0Asay: so\n");
}

TEST(GitlabCodeQuality, CarriesTheIdAsFingerprint) {
    const auto document = nlohmann::json::parse(gitlabCodeQuality(oneFinding()));
    EXPECT_EQ(document[0]["fingerprint"], "7f3kq2m4ab");
    EXPECT_EQ(document[0]["severity"], "minor");
    EXPECT_EQ(document[0]["location"]["lines"]["begin"], 12);
}

} // namespace
} // namespace paydown::cli

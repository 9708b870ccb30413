// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/format/csv.h"

namespace paydown::cli {
namespace {

TEST(Csv, QuotesWhatWouldBreakARecord) {
    const std::vector<std::string> fields{"plain", "a,b", "say \"hi\"", "two\nlines"};
    EXPECT_EQ(csvRecord(fields), "plain,\"a,b\",\"say \"\"hi\"\"\",\"two\nlines\"\r\n");
}

TEST(Csv, DisarmsFormulas) {
    for (const char* formula : {"=1+1", "+1", "-1", "@SUM(A1)", "\t=1"}) {
        EXPECT_EQ(csvField(formula).substr(0, 1), "'") << formula;
    }
    EXPECT_EQ(csvField("=HYPERLINK(\"x\",\"y\")"), "\"'=HYPERLINK(\"\"x\"\",\"\"y\"\")\"");
}

TEST(Csv, IsAlwaysUtf8) { EXPECT_EQ(csvField("caf\xe9"), "caf\xEF\xBF\xBD"); }

} // namespace
} // namespace paydown::cli

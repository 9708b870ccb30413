// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/decisions/record_codec.h"

#include "tests/core/decisions/sample_records.h"

namespace paydown {
namespace {

DecisionRecord fullRecord() {
    DecisionRecord record = recordOf(1, 7, "owner", "@kai");
    record.address = Address{*parseObjectId<CommitId>(std::string(40, 'a')), "src/a.cpp", "retry \"forever\"", 2, 88};
    record.note = "he wrote it\nlast year";
    record.takesBack = {ulidOf(3), ulidOf(4)};
    return record;
}

std::string encoded(const DecisionRecord& record) { return encodeRecord(record).value(); }

std::string reasonOf(const std::string& line) {
    const auto record = decodeRecord(line);
    return record ? "accepted" : record.error().what;
}

TEST(RecordCodec, WritesOneCanonicalLineWithTheIdFirst) {
    EXPECT_EQ(encoded(recordOf(1, 7, "owner", "@kai")),
              R"({"id":"00000000010000000000000001","batch":"000000000100000000000000Z9","seq":7,)"
              R"("time":"2026-09-21T15:13:21+01:00","actor":{"name":"Mia","email":"mia@corp.example"},)"
              R"("item":"aaaaaaaaaa","field":"owner","value":"@kai"})");
}

TEST(RecordCodec, GivesBackWhatItWrote) {
    const DecisionRecord record = fullRecord();
    const auto read = decodeRecord(encoded(record));
    ASSERT_TRUE(read) << read.error().what;
    EXPECT_EQ(encoded(*read), encoded(record));
    EXPECT_EQ(read->address, record.address);
    EXPECT_EQ(read->takesBack, record.takesBack);
    EXPECT_EQ(read->time, record.time);
    EXPECT_EQ(read->note, record.note);
}

TEST(RecordCodec, KeepsBytesOfPathsAndTitlesThatAreNotUtf8) {
    DecisionRecord record = fullRecord();
    record.address->path = "src/\xE9t\xE9.c";
    record.address->title = "caf\xE9";
    const auto read = decodeRecord(encoded(record));
    ASSERT_TRUE(read) << read.error().what;
    EXPECT_EQ(read->address, record.address);
}

TEST(RecordCodec, KeepsMembersThatItDoesNotKnow) {
    std::string line = encoded(recordOf(1, 7, "owner", "@kai"));
    line.insert(line.size() - 1, R"(,"colour":"red","weights":[1,2,{"b":1,"a":2}])");
    const auto read = decodeRecord(line);
    ASSERT_TRUE(read) << read.error().what;
    EXPECT_EQ(read->unknown, R"({"colour":"red","weights":[1,2,{"a":2,"b":1}]})");
    EXPECT_THAT(encoded(*read), ::testing::EndsWith(R"("colour":"red","weights":[1,2,{"a":2,"b":1}]})"));
}

TEST(RecordCodec, IsCanonicalWhateverTheOrderOfMembers) {
    const std::string line = encoded(fullRecord());
    const std::string other = R"({"takes_back":)" +
                              line.substr(line.find("[")).substr(0, line.find("]") - line.find("[") + 1) + "," +
                              line.substr(1, line.find(",\"takes_back\"") - 1) + "}";
    const auto read = decodeRecord(other);
    ASSERT_TRUE(read) << read.error().what;
    EXPECT_EQ(encoded(*read), line);
}

TEST(RecordCodec, KeepsFieldsThatItDoesNotKnow) {
    const auto read = decodeRecord(encoded(recordOf(1, 7, "mood", "bright")));
    ASSERT_TRUE(read);
    EXPECT_EQ(read->field, "mood");
}

TEST(RecordCodec, RefusesToWriteALineThatIsTooLong) {
    DecisionRecord record = fullRecord();
    record.note = std::string(kMaxRecordBytes, 'x');
    const auto line = encodeRecord(record);
    ASSERT_FALSE(line);
    EXPECT_EQ(line.error().remedy, "write a shorter note");
}

TEST(RecordCodec, RefusesAHugeLineWithoutParsingIt) {
    EXPECT_EQ(reasonOf(std::string(10'000'000, '[')), "longer than 4096 bytes");
}

TEST(RecordCodec, RefusesDeepNesting) { EXPECT_EQ(reasonOf(std::string(4000, '[')), "not JSON"); }

struct BadLineCase {
    const char* from;
    const char* to;
    const char* reason;
};

class RecordCodecRefuses : public ::testing::TestWithParam<BadLineCase> {};

TEST_P(RecordCodecRefuses, WithTheReason) {
    std::string line = encoded(fullRecord());
    const auto at = line.find(GetParam().from);
    ASSERT_NE(at, std::string::npos) << line;
    line.replace(at, std::string_view(GetParam().from).size(), GetParam().to);
    EXPECT_EQ(reasonOf(line), GetParam().reason);
}

INSTANTIATE_TEST_SUITE_P(
    Lines, RecordCodecRefuses,
    ::testing::Values(
        BadLineCase{"{\"id\"", "{\"it\"", "\"id\" is missing"},
        BadLineCase{"00000000010000000000000001", "1", "\"id\" is not a ULID"},
        BadLineCase{"\"seq\":7", "\"seq\":-7", "\"seq\" is not a number from 0 to 1000000000"},
        BadLineCase{"\"seq\":7", "\"seq\":9007199254740993", "\"seq\" is not a number from 0 to 1000000000"},
        BadLineCase{"\"seq\":7", "\"seq\":\"7\"", "\"seq\" is not a number from 0 to 1000000000"},
        BadLineCase{"2026-09-21T15:13:21+01:00", "yesterday", "\"time\" is not a date-time with a zone"},
        BadLineCase{"2026-09-21T15:13:21+01:00", "2026-09-31T16:26:41Z", "\"time\" is not a date-time with a zone"},
        BadLineCase{"{\"name\":\"Mia\",", "{", "\"name\" is missing"},
        BadLineCase{"\"Mia\"", "\"M\\u001bia\"", "\"name\" holds control characters"},
        BadLineCase{"\"Mia\"", "[\"Mia\"]", "\"name\" is not a text"},
        BadLineCase{"\"@kai\"", "\"@k\\u0000ai\"", "\"value\" holds control characters"},
        BadLineCase{"\"aaaaaaaaaa\"", "\"AAAAAAAAAA\"", "\"item\" is not an item's id"},
        BadLineCase{"\"commit\":\"aa", "\"commit\":\"", "\"commit\" is not 40 hexadecimal digits"},
        BadLineCase{"\"owner\"", "\"Ow ner\"", "\"field\" is not a field's name"},
        BadLineCase{"\"owner\"", "\"\"", "\"field\" is not a field's name"},
        BadLineCase{"\"line\":88", "\"line\":4294967296", "\"line\" is not a number from 0 to 4294967295"},
        BadLineCase{"\"takes_back\":[", "\"takes_back\":[1,", "\"takes_back\" is not a text"},
        BadLineCase{"}", "", "not JSON"}, BadLineCase{"\"he wrote", "\"\xFF he wrote", "not JSON"}));

} // namespace
} // namespace paydown

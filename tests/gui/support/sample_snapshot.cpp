// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/gui/support/sample_snapshot.h"

#include <array>
#include <random>

namespace paydown::gui {

namespace {

constexpr std::array kTitles{
    "retries forever when the bank is down",
    "bare except hides disk errors",
    "cache is never emptied",
    "assumes that the clock never goes back",
    "reads the whole file into memory",
    "quotes nothing in the path",
    "locks are taken in another order here",
    "the timeout is a guess",
    "copies the list for every request",
    "no test covers the empty case",
    "the old protocol is still accepted",
    "rounds money with doubles",
    "sorts on every key press",
    "the parser gives up at the first error",
    "leaks the handle when the read fails",
    "duplicates the check in the caller",
    "should be a table, not a switch",
    "swallows the exit code",
};
constexpr std::array kFolders{"pay", "io/disk", "net/http", "core/cache", "ui/list", "tools", "lib/parse"};
constexpr std::array kFiles{"bank.cpp", "disk.py", "client.go", "store.rs", "view.ts", "sync.c", "reader.java"};
constexpr std::array kLanguages{"cpp", "python", "go", "rust", "typescript", "c", "java"};
constexpr std::array kPeople{"Kai Berg", "Mia Ito", "Noor Haddad", "Lena Sorg", "Otto Quist"};
constexpr std::array kEmails{"kai@corp.example", "mia@corp.example", "noor@corp.example", "lena@corp.example",
                             "otto@corp.example"};
constexpr std::array kOwners{"@kai", "@mia", "@noor", "@lena", "@otto"};

CommitId commitOf(std::uint32_t number) {
    CommitId id;
    for (std::size_t i = 0; i < 4; ++i) id.bytes[i] = static_cast<std::uint8_t>(number >> (8 * i));
    id.bytes[19] = 1;
    return id;
}

Timestamp noonOf(Date day) { return {day.time_since_epoch().count() * 86400LL + 43200, 60}; }

class Maker {
public:
    explicit Maker(std::uint32_t seed) : m_random(seed) {}

    Item item(std::uint32_t number) {
        Item item;
        const std::uint32_t kind = upTo(kFiles.size());
        item.place.path =
            std::string(kFolders[upTo(kFolders.size())]) + "/module" + std::to_string(number / 40) + "/" + kFiles[kind];
        item.place.line = 12 + number % 40 * 17;
        item.place.column = 5;
        item.language = kLanguages[kind];
        annotate(item.annotation, number);
        const auto day = sampleToday() - std::chrono::days(upTo(number % 3 == 0 ? 60 : 2400));
        const std::uint32_t author = upTo(kPeople.size());
        item.introduced = CommitRef{commitOf(number), {kPeople[author], kEmails[author]}, noonOf(day), false};
        item.changed = item.introduced;
        item.id = makeItemId({item.introduced->commit, item.place.path, item.annotation.title, 0});
        item.touches = touches(number);
        return item;
    }

private:
    std::uint32_t upTo(std::size_t bound) { return static_cast<std::uint32_t>(m_random() % bound); }

    void annotate(Annotation& annotation, std::uint32_t number) {
        const bool debt = upTo(5) == 0;
        annotation.tag = debt ? "DEBT" : number % 4 == 0 ? "FIXME" : "TODO";
        annotation.title = kTitles[upTo(kTitles.size())];
        if (number % 5 != 0) annotation.title += " (" + std::to_string(number) + ")";
        annotation.range.line = 12 + number % 40 * 17;
        annotation.symbol = "Module" + std::to_string(number / 40) + "::run";
        if (!debt) return;
        annotation.stated.debtClass = upTo(2) == 0 ? DebtClass::Reckless : DebtClass::Prudent;
        annotation.stated.owner = kOwners[upTo(kOwners.size())];
        annotation.stated.effort = std::chrono::minutes(60 * (1 + upTo(12)));
    }

    std::shared_ptr<const std::vector<Touch>> touches(std::uint32_t number) {
        auto list = std::make_shared<std::vector<Touch>>();
        const bool sleeps = number % 3 == 1;
        Date day = sampleToday() - std::chrono::days(sleeps ? 900 : upTo(200));
        for (std::uint32_t i = upTo(16); i > 0; --i) {
            list->push_back({day, upTo(kPeople.size())});
            day -= std::chrono::days(upTo(60));
        }
        return list;
    }

    std::mt19937 m_random;
};

} // namespace

Date sampleToday() { return Date(std::chrono::days(20780)); } // 2026-11-23, a Monday

Config sampleConfig() {
    Config config;
    config.plan.start = sampleToday() - std::chrono::days(7);
    config.plan.days = 14;
    for (std::size_t i = 0; i < kOwners.size(); ++i) config.ownerAliases[kOwners[i]] = {kEmails[i], kPeople[i]};
    return config;
}

Snapshot makeSampleSnapshot(std::uint32_t items) {
    Snapshot snapshot;
    snapshot.repository = "/home/kai/src/ledger";
    snapshot.name = "ledger";
    snapshot.head = commitOf(1);
    snapshot.headName = "main";
    snapshot.asOf = noonOf(sampleToday());
    snapshot.commitCount = 75310;
    snapshot.historyComplete = true;
    for (std::size_t i = 0; i < kPeople.size(); ++i) snapshot.people.push_back({kPeople[i], kEmails[i]});
    Maker maker(7);
    snapshot.items.reserve(items);
    for (std::uint32_t i = 0; i < items; ++i) snapshot.items.push_back(maker.item(i));
    return snapshot;
}

} // namespace paydown::gui

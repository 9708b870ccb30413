// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/date.h"
#include "core/config/config.h"
#include "core/model/item_view.h"

#include <chrono>
#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

namespace paydown {

/// What a score is made of beside interest.
struct ScoreFacts {
    DebtClass debtClass = DebtClass::Unclassified;
    std::uint8_t urgency = 0;
    std::optional<Date> due;
    std::uint32_t slips = 0;
    std::optional<std::chrono::minutes> effort;
};

/// How busy the file of an item is, and how much of it the item is about.
struct FileWork {
    const std::vector<Date>* changes = nullptr; ///< As Item::fileChanges; null for none.
    std::uint32_t codeLines = 0;                ///< As Item::codeLines.
};

/// Measures interest: the touches of an item's code, and those that the changes of its file let expect, more where the
/// code is long. Touches alone know little of a debt that is young, or whose code rests in a file where much happens;
/// the shape and its weights are chosen by what came true (docs/priority.md). Reuse one for many items: it keeps what a
/// day's age counts for, and what a file came to. Not thread-safe.
class InterestMeter {
public:
    /// @param peopleCount the size of Snapshot::people; authors at or above it count as one person.
    InterestMeter(const PriorityConfig& config, Date today, std::size_t peopleCount);

    /// @param touches newest first, as Item::touches. @param file what it points to must outlive the meter.
    [[nodiscard]] Interest measure(std::span<const Touch> touches, const FileWork& file = {});

private:
    [[nodiscard]] double weightAt(Date day) const;
    void addFile(Interest& interest, const FileWork& file);

    Date m_today;
    double m_fileWeight;
    const std::vector<Date>* m_lastFile = nullptr; ///< The one asked about last: items come file by file.
    double m_lastFileChurn = 0;
    std::uint32_t m_lastFileYear = 0;
    std::vector<double> m_decay;       ///< What a change of so many days ago counts for.
    std::vector<std::uint32_t> m_seen; ///< By person: the measurement in which they were last seen.
    std::uint32_t m_measurement = 0;
};

/// interest × class weight × pressure ÷ principal.
[[nodiscard]] double rawScore(const Interest& interest, const ScoreFacts& facts, const PriorityConfig& config,
                              Date today);

/// 100·raw/(raw+10): 0 to 100 for people.
[[nodiscard]] double shownScore(double raw);

/// Grows with urgency, days overdue and slips; 1 without any of them.
[[nodiscard]] double pressure(const ScoreFacts& facts, Date today);

/// What the effort divides by: the root of the working days, 1 where nobody gave one, at least a quarter.
[[nodiscard]] double principal(const std::optional<std::chrono::minutes>& effort);

/// How owners call somebody: the config's alias for the address or the name ("@kai"), else the address.
[[nodiscard]] std::string ownerNameOf(const Person& person, const Config& config);

/// Who made most of the last twelve changes around an item.
struct OwnerSuggestion {
    std::string owner;         ///< An alias of the config, "@kai", else the e-mail address.
    std::string name;          ///< As git names them.
    std::uint32_t changes = 0; ///< "9
    std::uint32_t of = 0;      ///< of the last 12 changes"
};

/// Who made most of the last twelve touches within two years, as an index into Snapshot::people, if that is at least a
/// third of them; ties by the newer touch.
struct MainAuthor {
    std::uint32_t person = 0;
    std::uint32_t changes = 0;
    std::uint32_t of = 0;
};
[[nodiscard]] std::optional<MainAuthor> mainAuthor(const Item& item, Date today);

/// The owner to propose: at least a third of the last twelve touches within two years; ties by the newer touch.
[[nodiscard]] std::optional<OwnerSuggestion> suggestOwner(const Item& item, const Snapshot& snapshot,
                                                          const Config& config, Date today);

/// Tells the facts behind ranks as sentences. Built once per snapshot, so that each item costs about a microsecond.
/// Refers to the texts of the snapshot. Thread-safe once built.
class FactTeller {
public:
    FactTeller(const Snapshot& snapshot, const Config& config, Date today);

    /// Most telling first: "Overdue since 2026-09-30.", "14 changes by 5 people in a year.", "@kai made 9 of the last
    /// 12.", "Its author has been quiet since 2024."
    [[nodiscard]] std::vector<std::string> tell(const ItemView& view) const;

private:
    [[nodiscard]] std::string quietSentence(const ItemView& view) const;
    [[nodiscard]] std::string suggestionSentence(const ItemView& view) const;

    Date m_today;
    std::vector<std::string> m_shownNames;                     ///< By person: "@kai", else the name.
    std::unordered_map<std::string_view, Date> m_lastCommitOf; ///< By e-mail address.
};

/// The facts of a single item; for many, build a FactTeller once.
[[nodiscard]] std::vector<std::string> reasonsFor(const ItemView& view, const Snapshot& snapshot, const Config& config,
                                                  Date today);

/// "1st", "2nd", "11th", "23rd".
[[nodiscard]] std::string ordinal(std::uint32_t rank);

} // namespace paydown

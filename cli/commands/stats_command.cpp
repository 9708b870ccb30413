// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/commands/stats_command.h"

#include "cli/commands/filter_argument.h"
#include "cli/format/table_writer.h"
#include "cli/format/words.h"
#include "core/base/text.h"
#include "core/model/names.h"
#include "core/triage/select.h"

#include <CLI/CLI.hpp>
#include <algorithm>
#include <array>
#include <fmt/format.h>
#include <map>

namespace paydown::cli {

namespace {

/// What is counted of one group of items.
struct Bucket {
    std::size_t items = 0;
    std::size_t reckless = 0;
    std::size_t sleeping = 0;
    std::vector<std::int64_t> agesInDays;
};

std::string folderOf(const std::string& path) {
    const auto slash = path.find('/');
    return slash == std::string::npos ? "./" : path.substr(0, slash + 1);
}

std::string keyOf(const ItemView& view, const std::string& by) {
    if (by == "class") return std::string(nameOf(view.debtClass));
    if (by == "tag") return view.item->annotation.tag;
    if (by == "state") return std::string(nameOf(view.state));
    if (by == "owner") return view.owner.empty() ? "nobody" : view.owner;
    if (by == "language") return view.item->language;
    return folderOf(view.item->place.path);
}

std::string monthOf(Date date) { return formatDate(date).substr(0, 7); }

std::string medianAge(Bucket& bucket) {
    if (bucket.agesInDays.empty()) return "";
    const auto middle = bucket.agesInDays.begin() + static_cast<std::ptrdiff_t>(bucket.agesInDays.size() / 2);
    std::ranges::nth_element(bucket.agesInDays, middle);
    return formatAge(std::chrono::days{*middle});
}

std::string rightAligned(std::string text, std::size_t columns) {
    const std::size_t width = displayWidth(text);
    return width < columns ? std::string(columns - width, ' ') + text : text;
}

/// What one month brought: introductions, and endings by kind.
struct Month {
    std::size_t introduced = 0;
    std::array<std::size_t, 6> ended{}; ///< By EndingKind.
};

} // namespace

void StatsCommand::declare(CLI::App& app) {
    app.add_option("filter", m_filter, "Count only these items")->type_name("FILTER");
    app.add_option("--by", m_by, "class (default), folder, tag, state, owner, language or month")
        ->check(CLI::IsMember({"class", "folder", "tag", "state", "owner", "language", "month"}))
        ->type_name("KEY");
    app.add_option("--rev", m_revision, "What stood at this commit, branch or tag, as of its day")->type_name("REV");
    app.add_option("-n,--limit", m_limit, "At most so many rows (default 20)")->type_name("N");
}

int StatsCommand::run(Session& session) {
    const Filter filter = filterOrThrow(session, m_filter);
    LoadOptions load;
    load.revision = m_revision;
    load.ended = m_by == "month";
    const WorklistPtr worklist = session.worklist(load);
    if (m_by == "month") {
        if (!worklist->snapshot->historyComplete) throw Error("history has not been read yet", "run 'paydown scan'");
        printMonths(session, *worklist);
        return kFine;
    }
    printGroups(session, *worklist, select(*worklist, filter, contextOf(session, *worklist, filter)));
    return kFine;
}

void StatsCommand::printGroups(Session& session, const Worklist& worklist,
                               const std::vector<std::uint32_t>& chosen) const {
    std::map<std::string, Bucket> buckets;
    for (const auto index : chosen) {
        const ItemView& view = worklist.items[index];
        Bucket& bucket = buckets[keyOf(view, m_by)];
        ++bucket.items;
        bucket.reckless += view.debtClass == DebtClass::Reckless ? 1 : 0;
        bucket.sleeping += view.sleeping ? 1 : 0;
        if (view.item->introduced) {
            bucket.agesInDays.push_back((worklist.today - dateOf(view.item->introduced->date)).count());
        }
    }
    std::vector<std::pair<std::string, Bucket>> rows(buckets.begin(), buckets.end());
    std::ranges::stable_sort(rows, std::ranges::greater{}, [](const auto& row) { return row.second.items; });
    std::size_t widest = m_by.size();
    for (const auto& [key, bucket] : rows) widest = std::max(widest, displayWidth(escapeForTerminal(key)));
    widest = std::min<std::size_t>(widest, 40);

    Output& out = session.output();
    out.line(session.style().paint(Tone::Dim, fmt::format("{}  {:>7}  {:>8}  {:>8}  {:>10}", padded(m_by, widest),
                                                          "items", "reckless", "sleeping", "median age")));
    for (std::size_t i = 0; i < rows.size() && i < m_limit; ++i) {
        auto& [key, bucket] = rows[i];
        out.line(fmt::format("{}  {:>7}  {:>8}  {:>8}  {}", padded(fitToWidth(escapeForTerminal(key), widest), widest),
                             groupedDigits(bucket.items), groupedDigits(bucket.reckless),
                             groupedDigits(bucket.sleeping), rightAligned(medianAge(bucket), 10)));
    }
    if (rows.size() > m_limit) out.line(fmt::format("… and {} more rows (-n)", rows.size() - m_limit));
    out.line(counted(chosen.size(), "item") + " open");
}

void StatsCommand::printMonths(Session& session, const Worklist& worklist) const {
    std::map<std::string, Month> months;
    for (const auto& view : worklist.items) {
        const Item& item = *view.item;
        if (item.annotation.mention) continue;
        if (item.introduced) ++months[monthOf(dateOf(item.introduced->date))].introduced;
        if (item.ended) {
            ++months[monthOf(dateOf(item.ended->at.date))].ended[static_cast<std::size_t>(item.ended->kind)];
        }
    }
    Output& out = session.output();
    out.line(
        session.style().paint(Tone::Dim, "month    introduced   paid  dropped  erased  reverted  excluded  tidied"));
    std::size_t printed = 0;
    for (auto at = months.rbegin(); at != months.rend() && printed < m_limit; ++at, ++printed) {
        const auto& ended = at->second.ended;
        out.line(fmt::format("{}  {:>10}  {:>5}  {:>7}  {:>6}  {:>8}  {:>8}  {:>6}", at->first, at->second.introduced,
                             ended[0], ended[1], ended[2], ended[3], ended[4], ended[5]));
    }
    if (months.size() > printed) out.line(fmt::format("… and {} more months (-n)", months.size() - printed));
}

} // namespace paydown::cli

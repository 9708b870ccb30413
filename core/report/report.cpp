// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/report/report.h"

#include "core/report/folders.h"
#include "core/report/item_index.h"
#include "core/report/months.h"
#include "core/triage/assess.h"
#include "core/triage/queues.h"

#include <algorithm>
#include <map>
#include <tuple>

namespace paydown {

namespace {

class ReportMaker {
public:
    ReportMaker(WorklistPtr worklist, PeriodFacts facts, const Config& config)
        : m_config(config), m_items(worklist->items) {
        m_report.worklist = std::move(worklist);
        m_report.facts = std::move(facts);
    }

    Report make() {
        const Worklist& worklist = *m_report.worklist;
        for (const ItemView& view : m_items) {
            if (isOpenDebt(view)) m_report.open.add(view);
        }
        m_report.tax = debtTax(worklist, m_report.facts, m_report.facts.period);
        m_report.taxBefore = debtTax(worklist, m_report.facts, m_report.facts.period.previous());
        findEnded();
        findIntroduced();
        findPlan();
        m_report.answers = members(Queue::Answer, worklist);
        m_report.incidents = incidentsOf(worklist);
        std::erase_if(m_report.incidents, [](const Incident& incident) { return incident.open.empty(); });
        const std::size_t top = std::min(kTopOfReport, worklist.byRank.size());
        m_report.top.assign(worklist.byRank.begin(), worklist.byRank.begin() + static_cast<std::ptrdiff_t>(top));
        m_report.months =
            monthsOf(worklist, monthsUpTo(m_report.facts.period.last, kMonthsOfReport), m_config.utcOffsetMinutes);
        m_report.folders = foldersOf(m_report, m_config.utcOffsetMinutes);
        return std::move(m_report);
    }

private:
    [[nodiscard]] Date dayOf(const CommitRef& commit) const {
        return dateOf(commit.committed, m_config.utcOffsetMinutes);
    }

    void findEnded() {
        const ReportPeriod& period = m_report.facts.period;
        std::map<std::uint32_t, EndedDebt> byItem;
        for (std::uint32_t i = 0; i < m_items.size(); ++i) {
            const ItemView& view = m_items[i];
            if (!view.item->ended || !countsAsDebt(view) || !period.holds(dayOf(view.item->ended->at))) continue;
            EndedDebt& ended = byItem[i];
            ended.item = i;
            ended.daysBefore = period.length();
            ended.daysSince = period.last - dayOf(view.item->ended->at);
            ++m_report.endedByKind[static_cast<std::size_t>(view.item->ended->kind)];
        }
        findTouchesAround(byItem);
        for (auto& [item, ended] : byItem) m_report.ended.push_back(std::move(ended));
        std::ranges::sort(m_report.ended, {}, [&](const EndedDebt& ended) {
            const Ending& ending = *m_items[ended.item].item->ended;
            return std::tuple(ending.kind, -ending.at.committed.seconds, m_items[ended.item].item->id);
        });
    }

    void findTouchesAround(std::map<std::uint32_t, EndedDebt>& byItem) const {
        const ItemIndex indexOf(*m_report.worklist);
        const auto& commits = m_report.facts.commits;
        for (std::uint32_t at = 0; at < commits.size(); ++at) {
            const auto add = [&](const ItemId& id, std::vector<std::uint32_t> EndedDebt::*list) {
                const auto item = indexOf.find(id);
                const auto found = item ? byItem.find(*item) : byItem.end();
                if (found == byItem.end()) return;
                const Date end = dayOf(m_items[*item].item->ended->at);
                if (commits[at].day + found->second.daysBefore < end) return; // Too long before.
                if (commits[at].day <= m_report.facts.period.last) (found->second.*list).push_back(at);
            };
            for (const ItemId& id : commits[at].touched) add(id, &EndedDebt::before);
            for (const ItemId& id : commits[at].passedAfter) add(id, &EndedDebt::since);
        }
    }

    void findIntroduced() {
        for (std::uint32_t i = 0; i < m_items.size(); ++i) {
            const auto& introduced = m_items[i].item->introduced;
            if (!introduced || introduced->boundary || !isOpenDebt(m_items[i])) continue;
            if (m_report.facts.period.holds(dayOf(*introduced))) m_report.introduced.push_back(i);
        }
        std::ranges::sort(m_report.introduced, {}, [&](std::uint32_t item) {
            return std::tuple(-m_items[item].item->introduced->committed.seconds, m_items[item].item->id);
        });
    }

    void findPlan() {
        const Calendar calendar(m_config.plan);
        std::map<Date, PlannedPeriod> byStart;
        for (const std::uint32_t item : members(Queue::Planned, *m_report.worklist)) {
            const Period period = calendar.periodOf(*m_items[item].period);
            PlannedPeriod& planned = byStart[period.start];
            planned.period = period;
            planned.name = calendar.nameOf(period);
            planned.items.push_back(item);
        }
        for (auto& [start, planned] : byStart) m_report.plan.push_back(std::move(planned));
    }

    const Config& m_config;
    const std::vector<ItemView>& m_items;
    Report m_report;
};

} // namespace

Report makeReport(WorklistPtr worklist, PeriodFacts facts, const Config& config) {
    return ReportMaker(std::move(worklist), std::move(facts), config).make();
}

} // namespace paydown

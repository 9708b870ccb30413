// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/report/folders.h"

#include "core/report/item_index.h"
#include "core/report/months.h"
#include "core/triage/assess.h"

#include <algorithm>
#include <map>
#include <set>

namespace paydown {

namespace {

/// Deeper than that, and the table says too little about too much.
constexpr std::size_t kMostDivisions = 3;

/// The part of a path up to the slash behind `begin`; "./" where the path ends before one.
std::string_view headOf(std::string_view path, std::size_t begin) {
    const auto slash = path.find('/', begin);
    return slash == std::string_view::npos ? path.substr(0, begin) : path.substr(0, slash + 1);
}

class FolderTable {
public:
    FolderTable(const Report& report, int utcOffsetMinutes)
        : m_report(report),
          m_utcOffsetMinutes(utcOffsetMinutes),
          m_items(report.worklist->items),
          m_division(pathsOf(*report.worklist)) {}

    std::vector<FolderOfDebt> make() {
        countItems();
        countCommits();
        std::vector<FolderOfDebt> folders;
        for (auto& [path, folder] : m_folders) {
            folder.path = path;
            folders.push_back(std::move(folder));
        }
        std::ranges::stable_sort(folders, [](const FolderOfDebt& a, const FolderOfDebt& b) {
            if (a.taxed.size() != b.taxed.size()) return a.taxed.size() > b.taxed.size();
            return a.open.all() > b.open.all();
        });
        return folders;
    }

private:
    static std::vector<std::string_view> pathsOf(const Worklist& worklist) {
        std::vector<std::string_view> paths;
        for (const ItemView& view : worklist.items) {
            if (isOpenDebt(view)) paths.emplace_back(view.item->place.path);
        }
        return paths;
    }

    void countItems() {
        for (const ItemView& view : m_items) {
            if (isOpenDebt(view)) folderOf(view).open.add(view);
        }
        for (const std::uint32_t item : m_report.introduced) ++folderOf(m_items[item]).introduced;
        for (const EndedDebt& ended : m_report.ended) {
            ++folderOf(m_items[ended.item]).ended[static_cast<std::size_t>(m_items[ended.item].item->ended->kind)];
        }
        for (const ItemView& view : m_items) {
            const auto folder = m_folders.find(m_division.folderOf(view.item->place.path));
            if (folder == m_folders.end() || !countsAsDebt(view)) continue;
            folder->second.openByMonth.resize(m_report.months.size());
            for (std::size_t month = 0; month < m_report.months.size(); ++month) {
                if (stoodOn(view, lastOfMonth(m_report.months[month].first), m_utcOffsetMinutes))
                    ++folder->second.openByMonth[month];
            }
        }
    }

    void countCommits() {
        std::map<std::uint32_t, std::set<std::string>> taxedIn;
        for (const DebtTax::Toll& toll : m_report.tax.tolls) {
            const std::string folder = m_division.folderOf(m_items[toll.item].item->place.path);
            for (const std::uint32_t commit : toll.commits) taxedIn[commit].insert(folder);
        }
        for (const std::uint32_t commit : m_report.tax.commits) {
            // What is in the folder now may have stood elsewhere, as in a project that was merged into it.
            std::set<std::string> folders = taxedIn[commit];
            for (const std::string& folder : folders) m_folders[folder].taxed.push_back(commit);
            for (const std::string& path : m_report.facts.commits[commit].paths) {
                folders.insert(m_division.folderOf(path));
            }
            for (const std::string& folder : folders) {
                const auto found = m_folders.find(folder);
                if (found != m_folders.end()) ++found->second.commits;
            }
        }
    }

    FolderOfDebt& folderOf(const ItemView& view) { return m_folders[m_division.folderOf(view.item->place.path)]; }

    const Report& m_report;
    int m_utcOffsetMinutes;
    const std::vector<ItemView>& m_items;
    FolderDivision m_division;
    std::map<std::string, FolderOfDebt> m_folders;
};

} // namespace

FolderDivision::FolderDivision(const std::vector<std::string_view>& paths) {
    std::string outer;
    while (m_divided.size() < kMostDivisions) {
        std::map<std::string_view, std::size_t> counts;
        for (const std::string_view path : paths) {
            if (!path.starts_with(outer)) continue;
            const std::string_view head = headOf(path, outer.size());
            if (head.size() > outer.size()) ++counts[head];
        }
        const auto largest = std::ranges::max_element(counts, {}, [](const auto& entry) { return entry.second; });
        if (largest == counts.end() || largest->second * 2 <= paths.size()) return;
        outer = largest->first;
        m_divided.push_back(outer);
    }
}

std::string FolderDivision::folderOf(std::string_view path) const {
    std::size_t begin = 0;
    for (const std::string& folder : m_divided) {
        if (path.starts_with(folder)) begin = folder.size();
    }
    const std::string_view head = headOf(path, begin);
    return head.empty() ? "./" : std::string(head);
}

std::vector<FolderOfDebt> foldersOf(const Report& report, int utcOffsetMinutes) {
    return FolderTable(report, utcOffsetMinutes).make();
}

} // namespace paydown

// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/format/check_report.h"

#include "cli/format/csv.h"
#include "cli/format/markdown.h"
#include "cli/format/table_writer.h"
#include "cli/format/words.h"
#include "core/base/text.h"
#include "core/filter/path_pattern.h"
#include "core/model/names.h"

#include <algorithm>
#include <fmt/format.h>
#include <nlohmann/json.hpp>
#include <tuple>

namespace paydown::cli {

namespace {

using ReportJson = nlohmann::ordered_json;

constexpr std::string_view kBudgetRule = "budget";

Finding findingAt(const std::string& path, const Annotation& annotation, const AnnotationIdentity& identity) {
    Finding finding;
    finding.path = path;
    finding.line = annotation.range.line;
    finding.column = annotation.range.column;
    finding.severity = annotation.stated.debtClass == DebtClass::Reckless ? Severity::Warning : Severity::Note;
    finding.rule = fmt::format("debt/{}", nameOf(annotation.stated.debtClass));
    finding.message = fmt::format("{}: {}", annotation.tag, annotation.title);
    finding.fingerprintIsId = !identity.itemId.empty();
    finding.fingerprint =
        finding.fingerprintIsId ? identity.itemId : textFingerprint(path, annotation.title, identity.order);
    return finding;
}

void accuse(Finding& finding, const Violation& violation, PolicyMode mode) {
    finding.severity = mode == PolicyMode::Enforce ? Severity::Error : Severity::Warning;
    finding.rule = "policy/" + violation.rule;
    finding.message = violation.remedy.empty() ? violation.message : violation.message + ": " + violation.remedy;
}

const Violation* violationAt(const PolicyVerdict& verdict, const std::string& path, const Annotation& annotation) {
    const auto found = std::ranges::find_if(verdict.violations, [&](const Violation& one) {
        return one.line == annotation.range.line && one.column == annotation.range.column && one.path == path;
    });
    return found == verdict.violations.end() ? nullptr : &*found;
}

/// A budget is a rule about a path; tools want a line, so it is the first that adds to it.
Finding budgetFinding(const Violation& violation, const CheckReport& report) {
    Finding finding;
    finding.path = kConfigFileName;
    for (const auto& added : report.changes.added) {
        if (added.annotation.mention || !pathMatches(violation.path, added.path)) continue;
        finding.path = added.path;
        finding.line = added.annotation.range.line;
        finding.column = added.annotation.range.column;
        break;
    }
    accuse(finding, violation, report.verdict.mode);
    finding.fingerprintIsId = false;
    finding.fingerprint = textFingerprint(violation.path, kBudgetRule, 0);
    return finding;
}

ReportJson jsonOf(const Finding& finding) {
    return {{"path", toUtf8(finding.path)},
            {"line", finding.line},
            {"column", finding.column},
            {"rule", finding.rule},
            {"severity", nameOf(finding.severity)},
            {"message", toUtf8(finding.message)},
            {"fingerprint", finding.fingerprint}};
}

template <typename T, typename Annotated>
std::size_t countOf(const std::vector<T>& all, Annotated&& annotated) {
    return static_cast<std::size_t>(std::ranges::count_if(all, [&](const T& one) { return !annotated(one).mention; }));
}

ReportJson budgetsJson(const CheckReport& report) {
    auto array = ReportJson::array();
    for (std::size_t i = 0; i < report.changes.budgets.size() && i < report.policy.budgets.size(); ++i) {
        if (!report.changes.budgets[i]) continue;
        array.push_back({{"path", toUtf8(report.policy.budgets[i].path)},
                         {"limit", report.policy.budgets[i].limit},
                         {"before", report.changes.budgets[i]->before},
                         {"after", report.changes.budgets[i]->after}});
    }
    return array;
}

void writeReportJson(Output& out, const CheckReport& report) {
    const DebtChanges& changes = report.changes;
    auto findings = ReportJson::array();
    for (const auto& finding : findingsOf(report)) findings.push_back(jsonOf(finding));
    auto ended = ReportJson::array();
    for (const auto& one : changes.ended) {
        if (one.annotation.mention) continue;
        ended.push_back({{"path", toUtf8(one.path)},
                         {"title", toUtf8(one.annotation.title)},
                         {"kind", nameOf(one.kind)},
                         {"item", one.shownId.empty() ? ReportJson() : ReportJson(one.shownId)}});
    }
    out.line(ReportJson{{"version", 1},
                        {"mode", report.verdict.mode == PolicyMode::Enforce ? "enforce" : "report"},
                        {"refused", report.verdict.blocks()},
                        {"new", countOf(changes.added, [](const auto& one) { return one.annotation; })},
                        {"changed", countOf(changes.changed, [](const auto& one) { return one.after; })},
                        {"silenced", changes.silenced},
                        {"findings", findings},
                        {"ended", ended},
                        {"budgets", budgetsJson(report)}}
                 .dump(2));
}

void writeReportCsv(Output& out, const std::vector<Finding>& findings) {
    out.write("path,line,column,rule,severity,message,fingerprint\r\n");
    for (const auto& finding : findings) {
        const std::vector<std::string> fields{
            finding.path,       std::to_string(finding.line),          std::to_string(finding.column),
            finding.rule,       std::string(nameOf(finding.severity)), finding.message,
            finding.fingerprint};
        out.write(csvRecord(fields));
    }
}

/// "2 new, 1 changed, 1 ended, 1 silenced by debt:ignore"
std::string countsInWords(const DebtChanges& changes) {
    std::string text;
    const auto add = [&text](std::size_t count, std::string_view what) {
        if (count > 0) text += fmt::format("{}{} {}", text.empty() ? "" : ", ", count, what);
    };
    add(countOf(changes.added, [](const auto& one) { return one.annotation; }), "new");
    add(countOf(changes.changed, [](const auto& one) { return one.after; }), "changed");
    add(countOf(changes.ended, [](const auto& one) { return one.annotation; }), "ended");
    add(static_cast<std::size_t>(std::max(0, changes.silenced)), "more silenced by debt:ignore");
    return text.empty() ? "No debt is added, changed or ended" : text;
}

void writeReportMarkdown(Output& out, const CheckReport& report) {
    out.line(fmt::format("**Technical debt:** {}.", countsInWords(report.changes)));
    const auto findings = findingsOf(report);
    if (!findings.empty() || !report.changes.ended.empty()) {
        out.line("");
        out.line("| what | where | text |");
        out.line("| --- | --- | --- |");
    }
    for (const auto& finding : findings) {
        out.line(fmt::format("| {} | {}:{} | {} |", finding.rule, markdownText(finding.path), finding.line,
                             markdownText(finding.message)));
    }
    for (const auto& ended : report.changes.ended) {
        if (ended.annotation.mention) continue;
        const std::string name = ended.shownId.empty() ? "" : " " + ended.shownId;
        out.line(fmt::format("| {}{} | {} | {} |", nameOf(ended.kind), name, markdownText(ended.path),
                             markdownText(ended.annotation.title)));
    }
}

void writeReportTable(Output& out, const Style& style, const CheckReport& report) {
    const auto line = [&](std::string_view what, Tone tone, const std::string& place, const Annotation& annotation) {
        if (annotation.mention) return;
        out.line(fmt::format("{}  {}  {}: {}", style.paint(tone, padded(std::string(what), 7)),
                             escapeForTerminal(place), annotation.tag, escapeForTerminal(annotation.title)));
    };
    const auto at = [](const std::string& path, const Annotation& annotation) {
        return fmt::format("{}:{}", path, annotation.range.line);
    };
    for (const auto& added : report.changes.added)
        line("new", Tone::Warning, at(added.path, added.annotation), added.annotation);
    for (const auto& changed : report.changes.changed)
        line("changed", Tone::Plain, at(changed.path, changed.after), changed.after);
    for (const auto& ended : report.changes.ended) line(nameOf(ended.kind), Tone::Good, ended.path, ended.annotation);
    for (const auto& violation : report.verdict.violations) {
        const bool isBudget = violation.rule == kBudgetRule;
        const std::string place =
            violation.line == 0 ? violation.path : fmt::format("{}:{}", violation.path, violation.line);
        out.line(style.paint(Tone::Reckless,
                             fmt::format("{}: {}", escapeForTerminal(place), escapeForTerminal(violation.message))));
        if (!violation.remedy.empty())
            out.line(fmt::format("  {}: {}", isBudget ? "do" : "type", escapeForTerminal(violation.remedy)));
    }
    out.line(countsInWords(report.changes) + ".");
}

} // namespace

const std::vector<std::string>& checkFormatNames() {
    static const std::vector<std::string> kNames{"table", "json",  "jsonl",  "csv",   "md",
                                                 "vim",   "sarif", "github", "gitlab"};
    return kNames;
}

std::vector<Finding> findingsOf(const CheckReport& report) {
    std::vector<Finding> findings;
    const PolicyVerdict& verdict = report.verdict;
    for (const auto& added : report.changes.added) {
        if (added.annotation.mention) continue;
        findings.push_back(findingAt(added.path, added.annotation, added.identity));
        const Violation* violation = violationAt(verdict, added.path, added.annotation);
        if (violation != nullptr) accuse(findings.back(), *violation, verdict.mode);
    }
    for (const auto& changed : report.changes.changed) {
        const Violation* violation = violationAt(verdict, changed.path, changed.after);
        if (violation == nullptr) continue;
        findings.push_back(findingAt(changed.path, changed.after, changed.identity));
        accuse(findings.back(), *violation, verdict.mode);
    }
    for (const auto& violation : verdict.violations) {
        if (violation.rule == kBudgetRule) findings.push_back(budgetFinding(violation, report));
    }
    std::ranges::stable_sort(findings, [](const Finding& a, const Finding& b) {
        return std::tie(a.path, a.line, a.column) < std::tie(b.path, b.line, b.column);
    });
    return findings;
}

void writeCheckReport(Output& out, const Style& style, const std::string& format, const CheckReport& report) {
    const auto findings = findingsOf(report);
    if (format == "sarif") {
        out.write(sarif(findings));
    } else if (format == "github") {
        out.write(githubAnnotations(findings));
    } else if (format == "gitlab") {
        out.write(gitlabCodeQuality(findings));
    } else if (format == "vim") {
        for (const auto& one : findings)
            out.line(fmt::format("{}:{}:{}: {}", escapeForTerminal(one.path), one.line, one.column,
                                 escapeForTerminal(one.message)));
    } else if (format == "json") {
        writeReportJson(out, report);
    } else if (format == "jsonl") {
        for (const auto& one : findings) out.line(jsonOf(one).dump());
    } else if (format == "csv") {
        writeReportCsv(out, findings);
    } else if (format == "md") {
        writeReportMarkdown(out, report);
    } else {
        writeReportTable(out, style, report);
    }
}

} // namespace paydown::cli

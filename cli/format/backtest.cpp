// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/format/backtest.h"

#include "cli/format/markdown.h"
#include "cli/format/table_writer.h"
#include "cli/format/words.h"
#include "core/base/text.h"

#include <fmt/format.h>
#include <nlohmann/json.hpp>

namespace paydown::cli {

namespace {

using Json = nlohmann::ordered_json;

/// "0.83 (0.74–0.90)"
std::string figureText(const CatchFigure& figure) {
    if (!figure.share) return "–";
    return fmt::format("{:.2f} ({:.2f}–{:.2f})", *figure.share, figure.low, figure.high);
}

std::string shareText(const std::optional<double>& share) { return share ? fmt::format("{:.2f}", *share) : "–"; }

Json touchesJson(std::span<const Touch> touches, Date day) {
    Json all = Json::array();
    for (const Touch& touch : touches) all.push_back({(day - touch.day).count(), touch.author});
    return all;
}

} // namespace

void writeBacktestTable(Output& output, const Backtest& result) {
    constexpr std::size_t kNameColumns = 26;
    constexpr std::size_t kFigureColumns = 19;
    std::string head = padded("top tenth, share of an oracle's catch", kNameColumns);
    output.line(head);
    head = padded("", kNameColumns);
    for (std::size_t outcome = 0; outcome < kOutcomes; ++outcome) {
        head += padded(std::string(nameOf(static_cast<Outcome>(outcome))), kFigureColumns);
    }
    output.line(head);
    for (std::size_t ranker = 0; ranker < kRankers; ++ranker) {
        std::string line = padded(std::string(nameOf(static_cast<Ranker>(ranker))), kNameColumns);
        for (const CatchFigure& figure : result.figures[ranker]) line += padded(figureText(figure), kFigureColumns);
        output.line(line);
    }
    output.line("");
    for (const Backtest::Day& day : result.days) {
        output.line(fmt::format("{}: {} open; a year on, {} of their code, {} of their files, {} paid",
                                formatDate(day.day), groupedDigits(day.debts), counted(day.sums[0], "touch", "touches"),
                                counted(day.sums[1], "change"), groupedDigits(day.sums[2])));
    }
}

void writeBacktestMarkdown(Output& output, const Backtest& result, std::string_view name) {
    output.line(fmt::format("### {}\n", markdownText(name)));
    output.line("| ranked by | code touched | file changed | paid |");
    output.line("| --- | --- | --- | --- |");
    for (std::size_t ranker = 0; ranker < kRankers; ++ranker) {
        const auto& figures = result.figures[ranker];
        output.line(fmt::format("| {} | {} | {} | {} |", nameOf(static_cast<Ranker>(ranker)), figureText(figures[0]),
                                figureText(figures[1]), figureText(figures[2])));
    }
    output.line("");
    output.line("| day | open | touches of code | changes of files | paid | caught of code | of files | of paid |");
    output.line("| --- | ---: | ---: | ---: | ---: | ---: | ---: | ---: |");
    for (const Backtest::Day& day : result.days) {
        output.line(fmt::format("| {} | {} | {} | {} | {} | {} | {} | {} |", formatDate(day.day), day.debts,
                                day.sums[0], day.sums[1], day.sums[2], shareText(day.paydown[0]),
                                shareText(day.paydown[1]), shareText(day.paydown[2])));
    }
    output.line("");
}

void writePastDebts(Output& output, std::span<const PastDay> days) {
    for (const PastDay& day : days) {
        for (const PastDebt& debt : day.debts) {
            Json json;
            json["day"] = formatDate(day.day);
            json["horizon"] = formatDate(day.horizon);
            json["id"] = debt.id.value;
            json["title"] = toUtf8(debt.title);
            json["path"] = toUtf8(debt.path);
            json["age_days"] = (day.day - debt.introduced).count();
            json["score"] = debt.score;
            json["code_lines"] = debt.codeLines;
            json["touches"] = touchesJson(debt.touches, day.day);
            json["file_touches"] = touchesJson(debt.fileTouches, day.day);
            json["later"] = {
                {"code_commits", debt.codeCommits}, {"file_commits", debt.fileCommits}, {"paid", debt.paid}};
            output.line(json.dump());
        }
    }
}

} // namespace paydown::cli

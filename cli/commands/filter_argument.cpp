// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/commands/filter_argument.h"

#include "core/model/names.h"
#include "core/schedule/calendar.h"
#include "core/triage/select.h"

#include <fmt/format.h>

namespace paydown::cli {

Filter filterOrThrow(Session& session, std::span<const std::string> arguments) {
    return filterOrThrow(session.checkout().config(), arguments);
}

Filter filterOrThrow(const Config& config, std::span<const std::string> arguments) {
    auto parsed = parseFilter(arguments, config.filters);
    if (parsed) return std::move(*parsed);
    const FilterError& error = parsed.error();
    throw Error(fmt::format("in the filter '{}', at character {}: {}", error.text, error.position + 1, error.what),
                error.remedy);
}

FilterContext contextOf(Session& session, const Worklist& worklist, const Filter& filter) {
    return contextOf(session.checkout(), worklist, filter);
}

FilterContext contextOf(Checkout& place, const Worklist& worklist, const Filter& filter) {
    FilterContext context = filterContext(worklist);
    const Calendar calendar(place.config().plan);
    const Period current = calendar.periodOf(worklist.today);
    context.thisPeriod = current.start;
    context.nextPeriod = calendar.next(current).start;
    for (const auto& range : filter.revisions()) {
        context.revisions[range] = place.commitsOfRange(range);
    }
    return context;
}

std::vector<std::uint32_t> selectForState(const Worklist& worklist, const Filter& filter, const FilterContext& context,
                                          const std::string& state, bool withMentions) {
    const auto wanted = state.empty() || state == "all" ? std::nullopt : parseState(state);
    if (!state.empty() && state != "all" && !wanted) {
        throw Error(fmt::format("there is no state '{}'", state),
                    "one of new, inherited, open, planned, sleeping, living-with, needs-answer, ended, all");
    }
    if (state.empty() && !withMentions) return select(worklist, filter, context);
    std::vector<std::uint32_t> chosen;
    for (std::uint32_t index = 0; index < worklist.items.size(); ++index) {
        const ItemView& view = worklist.items[index];
        if (wanted && view.state != *wanted) continue;
        if (view.item->annotation.mention && !withMentions) continue;
        if (state.empty() && view.item->ended) continue;
        if (matches(filter, view, context)) chosen.push_back(index);
    }
    return chosen;
}

} // namespace paydown::cli

// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/backend/field_input.h"

#include "core/decisions/field_values.h"
#include "core/model/decision.h"
#include "core/schedule/calendar.h"

namespace paydown::gui {

Result<std::string> readField(const std::string& field, const QString& typed, const DeskState& state) {
    const QString text = typed.trimmed();
    if (text.isEmpty() && field != field::kNote && field != field::kWhy) return std::string();
    if (field == field::kPeriod && text == QLatin1String("later"))
        return formatDate(state.plan.periods[static_cast<std::size_t>(Slot::Later)].start);
    const Calendar calendar(state.config->plan);
    FieldContext context;
    context.today = state.worklist->today;
    context.me = state.me;
    context.periodStartOf = [&](Date day) { return calendar.periodOf(day).start; };
    context.nextPeriodAfter = [&](Date day) { return calendar.next(calendar.periodOf(day)).start; };
    return parseFieldValue(field, text.toStdString(), context);
}

} // namespace paydown::gui

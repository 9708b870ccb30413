// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/backend/item_detail_reader.h"

#include "core/model/names.h"
#include "gui/backend/code_colours.h"
#include "gui/models/item_text.h"
#include "scanner/refresh/checkout.h"

#include <QCoreApplication>
#include <algorithm>

namespace paydown::gui {

namespace {

constexpr int kShownLines = 25;     ///< On each side of the annotation.
constexpr int kReadLines = 200'000; ///< Colours need the text from its beginning.
constexpr qsizetype kAbbreviated = 8;

QString hexOf(const CommitId& commit) { return lineOf(toHex(commit)).left(kAbbreviated); }

/// What brought an ending to the mainline, where it was made on a branch.
QString landedText(const ToldEvent& told) {
    if (!told.landed || told.landed->commit == told.commit.commit) return {};
    return QCoreApplication::translate("ItemDetail", ", in the mainline since %1 (%2)")
        .arg(lineOf(formatDate(dateOf(told.landed->date))), hexOf(told.landed->commit));
}

QString eventText(const ToldEvent& told) {
    const Event& event = told.event;
    QString text = lineOf(nameOf(event.kind));
    if (event.kind == EventKind::Ended && event.ending) return lineOf(nameOf(*event.ending)) + landedText(told);
    if (event.kind == EventKind::Moved && !event.fromPath.empty())
        return QCoreApplication::translate("ItemDetail", "moved from %1").arg(lineOf(event.fromPath));
    if (event.kind == EventKind::Edited) text += QStringLiteral(": ") + lineOf(event.title);
    return text;
}

QVector<LifeEntry> lifeOf(const std::vector<ToldEvent>& events) {
    QVector<LifeEntry> life;
    for (const ToldEvent& told : events)
        life.append({eventText(told), hexOf(told.commit.commit), lineOf(told.commit.author.name),
                     lineOf(formatDate(dateOf(told.commit.date))), lineOf(told.summary)});
    return life;
}

SourceExcerpt codeOf(Checkout& checkout, const Item& item) {
    const SourceLines source = checkout.excerpt(item, kReadLines);
    SourceExcerpt code;
    code.problem = lineOf(source.problem);
    if (source.lines.empty()) return code;
    const auto at = static_cast<int>(item.place.line);
    const auto first = static_cast<int>(source.firstLine);
    const int last = first + static_cast<int>(source.lines.size()) - 1;
    code.firstLine = std::max(first, at - kShownLines);
    const int lastShown = std::min(last, at + kShownLines);
    code.litFrom = at;
    const auto extra = std::count(item.annotation.body.begin(), item.annotation.body.end(), '\n') +
                       (item.annotation.body.empty() ? 0 : 1);
    code.litTo = std::min(lastShown, at + static_cast<int>(extra));
    colourLines(code, item.language, source.lines, first, lastShown);
    return code;
}

} // namespace

ItemDetailPtr readItemDetail(Checkout& checkout, const DeskState& state, std::uint32_t item, const ShortIds& ids) {
    const ItemView& view = state.item(item);
    auto detail = std::make_shared<ItemDetail>();
    detail->key = keyOf(view);
    detail->shortId = lineOf(ids.shown(view.item->id));
    if (checkout.isGit() && !view.item->id.isPending()) detail->life = lifeOf(checkout.eventsOf(view.item->id));
    detail->code = codeOf(checkout, *view.item);
    return detail;
}

} // namespace paydown::gui

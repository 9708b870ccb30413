// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/format/finding_writers.h"

#include "core/model/names.h"

#include <fmt/format.h>

namespace paydown::cli {

namespace {

Severity severityOf(const ItemView& view) {
    return view.debtClass == DebtClass::Reckless ? Severity::Warning : Severity::Note;
}

/// Whether the id is the one that every clone gives it: at the end of a shallow one, items begin where history does.
bool hasLastingId(const Item& item) { return !item.id.isPending() && item.introduced && !item.introduced->boundary; }

} // namespace

Finding findingOf(const ItemView& view, std::uint32_t order) {
    const Item& item = *view.item;
    Finding finding;
    finding.path = item.place.path;
    finding.line = item.place.line;
    finding.column = item.place.column;
    finding.severity = severityOf(view);
    finding.rule = fmt::format("debt/{}", nameOf(view.debtClass));
    finding.message = fmt::format("{}: {}", item.annotation.tag, item.annotation.title);
    finding.fingerprintIsId = hasLastingId(item);
    finding.fingerprint =
        finding.fingerprintIsId ? item.id.value : textFingerprint(item.place.path, item.annotation.title, order);
    return finding;
}

void FindingWriter::item(const ItemView& view) {
    std::uint32_t order = 0;
    if (!hasLastingId(*view.item)) {
        order = m_seen[{view.item->place.path, foldTitle(view.item->annotation.title)}]++;
    }
    m_findings.push_back(findingOf(view, order));
}

void FindingWriter::end() { m_output.write(m_render(m_findings)); }

} // namespace paydown::cli

// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/format/finding_writers.h"

#include "core/base/sha256.h"
#include "core/model/names.h"

#include <fmt/format.h>

namespace paydown::cli {

namespace {

/// Where there is no id (no history, not committed): path, title and line of the text, under a key of its own.
std::string textFingerprint(const Item& item) {
    std::string text = item.place.path;
    text.push_back('\0');
    text += foldTitle(item.annotation.title);
    const auto digest = sha256(text);
    constexpr std::size_t kLength = 40;
    return base32({reinterpret_cast<const char*>(digest.data()), digest.size()}, kLength);
}

Severity severityOf(const ItemView& view) {
    return view.debtClass == DebtClass::Reckless ? Severity::Warning : Severity::Note;
}

} // namespace

Finding findingOf(const ItemView& view) {
    const Item& item = *view.item;
    Finding finding;
    finding.path = item.place.path;
    finding.line = item.place.line;
    finding.column = item.place.column;
    finding.severity = severityOf(view);
    finding.rule = fmt::format("debt/{}", nameOf(view.debtClass));
    finding.message = fmt::format("{}: {}", item.annotation.tag, item.annotation.title);
    finding.fingerprintIsId = !item.id.isPending();
    finding.fingerprint = finding.fingerprintIsId ? item.id.value : textFingerprint(item);
    return finding;
}

void FindingWriter::item(const ItemView& view) { m_findings.push_back(findingOf(view)); }

void FindingWriter::end() { m_output.write(m_render(m_findings)); }

} // namespace paydown::cli

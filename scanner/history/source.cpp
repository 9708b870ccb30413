// SPDX-License-Identifier: GPL-3.0-or-later
#include "scanner/history/source.h"

#include "core/identity/hashing.h"

namespace paydown::history {

namespace {

/// Hash of all that is stored of an annotation: its fields in order, each with its length.
std::uint64_t hashAnnotation(const Annotation& annotation) {
    identity::Hasher hasher;
    const auto addNumber = [&](std::uint64_t number) {
        for (int shift = 0; shift < 64; shift += 8) hasher.add(static_cast<unsigned char>(number >> shift & 0xFF));
    };
    const auto add = [&](std::string_view text) {
        addNumber(text.size());
        hasher.add(text);
    };
    const Statement& stated = annotation.stated;
    addNumber(static_cast<std::uint64_t>(annotation.form) << 16 | static_cast<std::uint64_t>(stated.debtClass) << 8 |
              static_cast<std::uint64_t>(stated.intent));
    for (const auto* text : {&annotation.tag, &annotation.title, &annotation.body}) add(*text);
    for (const auto* text : {&stated.owner, &stated.ticket, &stated.category, &stated.why, &stated.fix, &stated.review,
                             &stated.from, &stated.path, &stated.key}) {
        add(*text);
    }
    addNumber(stated.due ? static_cast<std::uint64_t>(stated.due->time_since_epoch().count()) + 1 : 0);
    addNumber(stated.effort ? static_cast<std::uint64_t>(stated.effort->count()) + 1 : 0);
    addNumber(stated.urgency);
    for (const std::string& label : stated.labels) add(label);
    addNumber(stated.labels.size());
    for (const auto& [key, value] : stated.extra) add(key), add(value);
    return hasher.value();
}

} // namespace

Text* TextTable::intern(const Annotation& annotation) {
    const std::uint64_t hash = hashAnnotation(annotation);
    const std::lock_guard lock(m_mutex);
    Text*& slot = m_byHash[hash];
    if (slot != nullptr) return slot;
    Text& text = m_texts.emplace_back();
    text.hash = hash;
    text.annotation = annotation;
    text.annotation.range = {};
    text.annotation.symbol.clear();
    text.annotation.diagnostics.clear();
    text.wording = identity::wordingOf(annotation);
    slot = &text;
    return slot;
}

FileMarksPtr makeFileMarks(std::string_view bytes, const std::vector<Annotation>& annotations, TextTable& texts) {
    auto file = std::make_shared<FileMarks>();
    for (const Annotation& annotation : annotations) {
        if (annotation.mention) continue;
        Text* text = texts.intern(annotation);
        identity::Mark mark = identity::surroundingsOf(bytes, annotation.range);
        identity::setWording(mark, text->wording);
        mark.index = static_cast<std::uint32_t>(file->marks.size());
        file->marks.push_back(mark);
        file->ranges.push_back(annotation.range);
        file->texts.push_back(text);
    }
    if (file->marks.empty()) return nullptr;
    file->marks.shrink_to_fit();
    file->ranges.shrink_to_fit();
    file->texts.shrink_to_fit();
    return file;
}

FileMarksPtr makeBareMarks(const std::vector<const Annotation*>& annotations, const std::vector<Standing>& standing) {
    auto file = std::make_shared<FileMarks>();
    for (std::size_t i = 0; i < annotations.size(); ++i) {
        identity::Mark mark;
        mark.line = standing[i].line;
        mark.index = static_cast<std::uint32_t>(i);
        identity::setWording(mark, file->wordings.emplace_back(identity::wordingOf(*annotations[i])));
        file->marks.push_back(mark);
        file->ranges.push_back({0, 0, standing[i].line, standing[i].column});
    }
    return file;
}

} // namespace paydown::history

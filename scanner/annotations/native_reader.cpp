// SPDX-License-Identifier: GPL-3.0-or-later
#include "scanner/annotations/native_reader.h"

#include "core/base/text.h"
#include "scanner/annotations/arguments.h"
#include "scanner/annotations/letters.h"
#include "scanner/annotations/line_counter.h"

#include <algorithm>
#include <array>
#include <utility>

namespace paydown::annotations {

namespace {

using syntax::NativeAnnotation;
using syntax::NativeArgument;

/// What the name of a native annotation says.
struct NativeName {
    std::string_view tag;
    std::string_view className; ///< Empty when the arguments have to say it.
};

std::optional<NativeName> readName(std::string_view name) {
    if (name == "DEBT_RECKLESS") return NativeName{"DEBT", "reckless"};
    if (name == "DEBT_PRUDENT") return NativeName{"DEBT", "prudent"};
    const auto dot = name.rfind('.');
    std::string_view last = dot == kNone ? name : name.substr(dot + 1);
    const std::string_view before = dot == kNone ? std::string_view{} : name.substr(0, dot);
    if (before == "debt" || before.ends_with(".debt")) {
        const std::string lower = asciiLower(last);
        if (lower == "reckless") return NativeName{"DEBT", "reckless"};
        if (lower == "prudent") return NativeName{"DEBT", "prudent"};
        return std::nullopt;
    }
    constexpr std::string_view kSuffix = "Attribute";
    if (last.ends_with(kSuffix)) last.remove_suffix(kSuffix.size());
    if (last == "Debt" || last == "debt") return NativeName{"DEBT", {}};
    if (last == "TechDebt" || last == "TechnicalDebt") return NativeName{"TECHDEBT", {}};
    return std::nullopt;
}

/// The last part of "DebtClass.RECKLESS", "Kind::Reckless"; other code as it stands.
std::string_view lastPart(std::string_view code) {
    const bool isPath = std::all_of(code.begin(), code.end(), [](char c) {
        return isAlnum(c) || c == '_' || c == '.' || c == ':' || c == '\\' || isBeyondAscii(c);
    });
    const auto cut = isPath ? code.find_last_of(".:\\") : kNone;
    return cut == kNone || isDigit(code.front()) ? code : code.substr(cut + 1);
}

/// What languages write where nothing is meant.
bool isNothing(std::string_view code) {
    static constexpr std::array<std::string_view, 6> kNothing{"null",    "None", "undefined",
                                                              "nullptr", "NULL", "default"};
    return std::find(kNothing.begin(), kNothing.end(), code) != kNothing.end();
}

/// The key that other people's names stand for.
std::string keyOf(std::string_view name) {
    static constexpr std::array<std::pair<std::string_view, std::string_view>, 18> kNames{{
        {"kind", "class"},
        {"type", "class"},
        {"debtclass", "class"},
        {"debtkind", "class"},
        {"debttype", "class"},
        {"value", "text"},
        {"message", "text"},
        {"description", "text"},
        {"title", "text"},
        {"summary", "text"},
        {"reason", "why"},
        {"until", "due"},
        {"deadline", "due"},
        {"duedate", "due"},
        {"assignee", "owner"},
        {"estimate", "effort"},
        {"issue", "ticket"},
        {"url", "ticket"},
    }};
    std::string lower = asciiLower(name);
    // due_date, and class_ and from_ of Python, where these are keywords.
    std::erase(lower, '_');
    for (const auto& [theirs, ours] : kNames) {
        if (lower == theirs) return std::string(ours);
    }
    return lower;
}

/// The first line with text becomes the title, what follows the body.
void setText(Annotation& annotation, std::string_view text) {
    text = trimmed(text);
    const auto lineEnd = std::min(text.find_first_of("\r\n"), text.size());
    annotation.title = trimmed(text.substr(0, lineEnd));
    for (std::string_view rest = trimmed(text.substr(lineEnd)); !rest.empty();) {
        const auto end = std::min(rest.find_first_of("\r\n"), rest.size());
        if (!annotation.body.empty()) annotation.body.push_back('\n');
        annotation.body.append(trimmed(rest.substr(0, end)));
        rest = trimmed(rest.substr(end));
    }
}

class NativeReader {
public:
    explicit NativeReader(Annotation& annotation)
        : m_annotation(annotation), m_fields(Dialect::Debt, annotation.stated, annotation.diagnostics) {}

    void read(const NativeArgument& argument) {
        if (argument.isString ? trimmed(argument.text).empty() : isNothing(argument.text)) return;
        const std::string key = keyOf(argument.name);
        const std::string_view value = argument.isString ? std::string_view(argument.text) : lastPart(argument.text);
        if (key == "text" && argument.isString) {
            readPositional(argument);
        } else if (key.empty() || key == "text") {
            argument.isString ? readPositional(argument) : readCode(value);
        } else if (key == "labels" || key == "tags" || key == "label") {
            m_fields.addLabel(argument.text, kLine);
        } else {
            const auto& keys = argumentKeys();
            const bool isKnown = std::find(keys.begin(), keys.end(), key) != keys.end();
            m_fields.addField(isKnown ? key : argument.name, value, kLine);
        }
    }

    void setClass(std::string_view name) { m_fields.addArgument(name, kLine); }

private:
    /// Lines of remarks are set by the caller, who knows where the annotation stands.
    static constexpr std::uint32_t kLine = 1;

    /// A string without a name is a class or another typed argument; the first that is neither is the text.
    void readPositional(const NativeArgument& argument) {
        const Looks looks = looksOf(argument.text);
        const bool isText = looks == Looks::BareWord || looks == Looks::Other || looks == Looks::Urgency;
        const auto equals = argument.text.find('=');
        const auto& keys = argumentKeys();
        const bool isKeyed =
            equals != kNone &&
            std::find(keys.begin(), keys.end(),
                      asciiLower(trimmed(std::string_view(argument.text).substr(0, equals)))) != keys.end();
        if (isText && !isKeyed && !m_hasText) {
            m_hasText = true;
            setText(m_annotation, argument.text);
        } else {
            m_fields.addArgument(argument.text, kLine);
        }
    }

    /// Code without a name: the name of an enumerator, or nothing that we could know.
    void readCode(std::string_view value) {
        const Looks looks = looksOf(value);
        if (looks == Looks::Class || looks == Looks::Intent) m_fields.addArgument(value, kLine);
    }

    Annotation& m_annotation;
    StatementBuilder m_fields;
    bool m_hasText = false;
};

} // namespace

std::optional<Annotation> annotationOfNative(const NativeAnnotation& native) {
    const auto name = readName(native.name);
    if (!name) return std::nullopt;
    Annotation annotation;
    annotation.form = Form::Native;
    annotation.tag = name->tag;
    annotation.range.beginByte = native.beginByte;
    annotation.range.endByte = native.endByte;
    annotation.symbol = native.declaration;
    NativeReader reader(annotation);
    if (!name->className.empty()) reader.setClass(name->className);
    for (const NativeArgument& argument : native.arguments) reader.read(argument);
    return annotation;
}

std::vector<Annotation> readNative(std::string_view bytes, std::span<const NativeAnnotation> natives) {
    std::vector<Annotation> annotations;
    LineCounter lines(bytes);
    for (const NativeAnnotation& native : natives) {
        auto annotation = annotationOfNative(native);
        if (!annotation) continue;
        lines.advanceTo(native.beginByte);
        annotation->range.line = lines.line();
        annotation->range.column = native.beginByte - lines.lineBegin() + 1;
        for (Diagnostic& remark : annotation->diagnostics) remark.line = lines.line();
        annotations.push_back(std::move(*annotation));
    }
    return annotations;
}

} // namespace paydown::annotations

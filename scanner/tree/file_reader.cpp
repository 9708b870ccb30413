// SPDX-License-Identifier: GPL-3.0-or-later
#include "scanner/tree/file_reader.h"

#include "scanner/annotations/annotation_reader.h"
#include "scanner/annotations/ledger_reader.h"
#include "scanner/annotations/native_reader.h"
#include "scanner/syntax/comments.h"
#include "scanner/syntax/encoding.h"
#include "scanner/syntax/language.h"
#include "scanner/syntax/native.h"
#include "scanner/syntax/prefilter.h"
#include "scanner/syntax/symbols.h"
#include "scanner/tree/enclosing_symbols.h"
#include "scanner/tree/file_bytes.h"

#include <algorithm>
#include <chrono>
#include <functional>
#include <iterator>
#include <optional>

namespace paydown {

namespace {

using Clock = std::chrono::steady_clock;
using Deadline = std::optional<Clock::time_point>;

std::string_view nameOf(std::string_view path) { return path.substr(path.rfind('/') + 1); }

constexpr const char* kUnwantedLanguage = "language not in [scan] languages";

bool standsBefore(const Annotation& a, const Annotation& b) { return a.range.beginByte < b.range.beginByte; }

/// Where comments begin that no hit can concern: behind the first blank line behind the last hit, since a text of
/// several line comments ends there, and no silence can be asked for.
std::size_t endOfInterest(std::string_view text, std::uint32_t lastHit) {
    const std::size_t reach = annotations::Silence::endOfReach(text, lastHit);
    std::size_t blankFrom = text.size(); // the line end that only blanks followed so far
    for (std::size_t at = lastHit; at < text.size(); ++at) {
        const char c = text[at];
        if (c == '\n') {
            if (blankFrom < at) return std::max(blankFrom + 1, reach);
            blankFrom = at;
        } else if (c != ' ' && c != '\t' && c != '\r') {
            blankFrom = text.size();
        }
    }
    return std::max(std::min(blankFrom + 1, text.size()), reach);
}

/// Comments, native annotations and ledger of one decoded text.
annotations::Reading readText(const syntax::Language& language, std::string_view path, std::string_view text,
                              std::span<const std::uint32_t> hits, const annotations::AnnotationReader& reader) {
    const bool isLedger = nameOf(path) == annotations::kLedgerName;
    const std::size_t enough = isLedger ? text.size() : endOfInterest(text, hits.back());
    const std::vector<syntax::Comment> comments = syntax::readComments(language, text, enough);
    annotations::Reading reading = reader.read(text, comments, hits);
    std::vector<Annotation> others =
        annotations::readNative(text, syntax::nativeAnnotations(language, text, hits, comments));
    if (isLedger) {
        std::ranges::move(annotations::readLedger(text, comments, hits, reader), std::back_inserter(others));
    }
    if (others.empty()) return reading;
    annotations::Reading further{std::move(others), 0};
    annotations::applySilence(annotations::Silence(text, comments), further);
    std::ranges::move(further.annotations, std::back_inserter(reading.annotations));
    std::ranges::stable_sort(reading.annotations, standsBefore);
    reading.silenced += further.silenced;
    return reading;
}

/// Brings ranges of the decoded text back to the file as stored.
void restoreRange(const syntax::DecodedText& decoded, SourceRange& range) {
    const std::uint32_t lineBegin = range.beginByte - (range.column - 1);
    const std::uint32_t storedLine = lineBegin == 0 ? 0 : decoded.storedOffset(lineBegin);
    range.beginByte = decoded.storedOffset(range.beginByte);
    range.endByte = decoded.storedOffset(range.endByte);
    range.column = range.beginByte - storedLine + 1;
}

} // namespace

struct FileReader::Impl {
    Impl(const ScanSettings& given, StatedLanguage languages)
        : settings(given),
          stated(std::move(languages)),
          words(annotations::AnnotationReader::wordsOf(given)),
          prefilter(words),
          annotations(words) {}

    [[nodiscard]] bool isWanted(const syntax::Language& language) const {
        return settings.languages.empty() ||
               std::ranges::find(settings.languages, language.id) != settings.languages.end();
    }

    [[nodiscard]] static const syntax::Language* languageOf(std::string_view path, std::string_view text,
                                                            std::string_view statedName) {
        if (const syntax::Language* language = statedName.empty() ? nullptr : syntax::findLanguage(statedName))
            return language;
        return syntax::languageOf(path, text);
    }
    [[nodiscard]] std::string statedFor(std::string_view path) const { return stated ? stated(path) : std::string(); }

    using AskStated = std::function<std::string()>;
    /// @param askStated says the language that is stated for the path, and is called only where one is needed.
    [[nodiscard]] FileReading read(std::string_view path, std::string_view bytes, Symbols symbols,
                                   const AskStated& askStated) const;

    /// The language to read a text in; null, with the reason, when it is not read.
    [[nodiscard]] const syntax::Language* languageFor(std::string_view path, std::string_view text,
                                                      std::string_view statedName, std::string& whyNot) const {
        const syntax::Language* language = languageOf(path, text, statedName);
        if (language == nullptr && settings.all) language = &syntax::genericLanguage();
        if (language == nullptr) whyNot = "unknown language";
        return language;
    }

    ScanSettings settings;
    StatedLanguage stated;
    std::vector<std::string> words;
    syntax::Prefilter prefilter;
    annotations::AnnotationReader annotations;
};

FileReader::FileReader(const ScanSettings& settings, StatedLanguage stated)
    : m_impl(std::make_unique<Impl>(settings, std::move(stated))) {}
FileReader::~FileReader() = default;

bool FileReader::mayHoldAnnotation(std::string_view bytes) const { return m_impl->prefilter.mayHold(bytes); }

std::string FileReader::statedFor(std::string_view path) const { return m_impl->statedFor(path); }

const syntax::Language* FileReader::languageOf(std::string_view path, std::string_view text) const {
    return Impl::languageOf(path, text, m_impl->statedFor(path));
}

FileReading FileReader::Impl::read(std::string_view path, std::string_view bytes, Symbols symbols,
                                   const AskStated& askStated) const {
    FileReading reading;
    if (bytes.size() > settings.maxFileBytes) {
        reading.skipped = sizeReason(settings.maxFileBytes);
        return reading;
    }
    // Where the text is the bytes as they stand, one pass over them does.
    std::vector<std::uint32_t> hits;
    if (!syntax::opensAsUtf16(bytes)) hits = prefilter.hits(bytes);
    if (hits.empty() && !syntax::opensAsUtf16(bytes)) return reading;
    const syntax::DecodedText decoded(bytes);
    if (decoded.isBinary()) {
        reading.skipped = "binary";
        return reading;
    }
    const std::string_view text = decoded.text();
    if (text.data() != bytes.data()) hits = prefilter.hits(text);
    if (hits.empty()) return reading;
    const syntax::Language* language = languageFor(path, text, askStated(), reading.skipped);
    if (language == nullptr) return reading;
    reading.language = language->id;
    if (!isWanted(*language)) {
        reading.skipped = kUnwantedLanguage;
        return reading;
    }
    annotations::Reading found = readText(*language, path, text, hits, annotations);
    reading.annotations = std::move(found.annotations);
    reading.silenced = found.silenced;
    if (symbols == Symbols::Skip) {
        for (Annotation& annotation : reading.annotations) annotation.symbol.clear();
    } else {
        const bool waits = symbols == Symbols::ReadInTime;
        const auto deadline = waits ? Deadline(Clock::now() + syntax::kSymbolDeadline) : Deadline();
        reading.extents = nameSymbols(*language, text, deadline, reading.annotations);
    }
    for (Annotation& annotation : reading.annotations) restoreRange(decoded, annotation.range);
    return reading;
}

FileReading FileReader::read(std::string_view path, std::string_view bytes, Symbols symbols) const {
    return m_impl->read(path, bytes, symbols, [&] { return m_impl->statedFor(path); });
}

FileReading FileReader::read(std::string_view path, std::string_view bytes, Symbols symbols,
                             std::string_view stated) const {
    return m_impl->read(path, bytes, symbols, [&] { return std::string(stated); });
}

std::string FileReader::whyNotRead(std::string_view path, std::string_view bytes, std::string_view stated) const {
    if (bytes.size() > m_impl->settings.maxFileBytes) return sizeReason(m_impl->settings.maxFileBytes);
    const syntax::DecodedText decoded(bytes);
    if (bytes.empty()) return {};
    if (decoded.isBinary()) return "binary";
    std::string reason;
    const syntax::Language* language = m_impl->languageFor(path, decoded.text(), stated, reason);
    return language == nullptr || m_impl->isWanted(*language) ? reason : kUnwantedLanguage;
}

} // namespace paydown

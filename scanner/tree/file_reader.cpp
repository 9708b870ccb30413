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
#include "scanner/tree/file_bytes.h"

#include <algorithm>
#include <iterator>

namespace paydown {

namespace {

std::string_view nameOf(std::string_view path) { return path.substr(path.rfind('/') + 1); }

constexpr const char* kUnwantedLanguage = "language not in [scan] languages";

bool standsBefore(const Annotation& a, const Annotation& b) { return a.range.beginByte < b.range.beginByte; }

/// Comments, native annotations and ledger of one decoded text.
annotations::Reading readText(const syntax::Language& language, std::string_view path, std::string_view text,
                              std::span<const std::uint32_t> hits, const annotations::AnnotationReader& reader) {
    const std::vector<syntax::Comment> comments = syntax::readComments(language, text);
    annotations::Reading reading = reader.read(text, comments, hits);
    std::vector<Annotation> others =
        annotations::readNative(text, syntax::nativeAnnotations(language, text, hits, comments));
    if (nameOf(path) == annotations::kLedgerName) {
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

/// Names the symbol around each annotation; a file with mentions alone is not worth the parse.
void nameSymbols(const syntax::Language& language, std::string_view text, std::vector<Annotation>& annotations) {
    const bool isWorthIt = std::ranges::any_of(annotations, [](const Annotation& a) { return !a.mention; });
    if (!isWorthIt || !syntax::hasSymbols(language)) return;
    std::vector<std::uint32_t> offsets;
    offsets.reserve(annotations.size());
    for (const Annotation& annotation : annotations) offsets.push_back(annotation.range.beginByte);
    std::vector<std::string> symbols = syntax::symbolsAt(language, text, offsets);
    for (std::size_t i = 0; i < annotations.size(); ++i) {
        if (!symbols[i].empty()) annotations[i].symbol = std::move(symbols[i]);
    }
}

} // namespace

struct FileReader::Impl {
    explicit Impl(const ScanSettings& given)
        : settings(given), words(annotations::AnnotationReader::wordsOf(given)), prefilter(words), annotations(words) {}

    [[nodiscard]] bool isWanted(const syntax::Language& language) const {
        return settings.languages.empty() ||
               std::ranges::find(settings.languages, language.id) != settings.languages.end();
    }

    /// The language to read a text in; null, with the reason, when it is not read.
    [[nodiscard]] const syntax::Language* languageFor(std::string_view path, std::string_view text,
                                                      std::string& whyNot) const {
        const syntax::Language* language = syntax::languageOf(path, text);
        if (language == nullptr && settings.all) language = &syntax::genericLanguage();
        if (language == nullptr) whyNot = "unknown language";
        return language;
    }

    ScanSettings settings;
    std::vector<std::string> words;
    syntax::Prefilter prefilter;
    annotations::AnnotationReader annotations;
};

FileReader::FileReader(const ScanSettings& settings) : m_impl(std::make_unique<Impl>(settings)) {}
FileReader::~FileReader() = default;

bool FileReader::mayHoldAnnotation(std::string_view bytes) const { return m_impl->prefilter.mayHold(bytes); }

FileReading FileReader::read(std::string_view path, std::string_view bytes, Symbols symbols) const {
    FileReading reading;
    if (bytes.size() > m_impl->settings.maxFileBytes) {
        reading.skipped = sizeReason(m_impl->settings.maxFileBytes);
        return reading;
    }
    if (!m_impl->prefilter.mayHold(bytes)) return reading;
    const syntax::DecodedText decoded(bytes);
    if (decoded.isBinary()) {
        reading.skipped = "binary";
        return reading;
    }
    const std::string_view text = decoded.text();
    const std::vector<std::uint32_t> hits = m_impl->prefilter.hits(text);
    if (hits.empty()) return reading;
    const syntax::Language* language = m_impl->languageFor(path, text, reading.skipped);
    if (language == nullptr) return reading;
    reading.language = language->id;
    if (!m_impl->isWanted(*language)) {
        reading.skipped = kUnwantedLanguage;
        return reading;
    }
    annotations::Reading found = readText(*language, path, text, hits, m_impl->annotations);
    reading.annotations = std::move(found.annotations);
    reading.silenced = found.silenced;
    if (symbols == Symbols::Read) {
        nameSymbols(*language, text, reading.annotations);
    } else {
        for (Annotation& annotation : reading.annotations) annotation.symbol.clear();
    }
    for (Annotation& annotation : reading.annotations) {
        annotation.range.beginByte = decoded.storedOffset(annotation.range.beginByte);
        annotation.range.endByte = decoded.storedOffset(annotation.range.endByte);
    }
    return reading;
}

std::string FileReader::whyNotRead(std::string_view path, std::string_view bytes) const {
    if (bytes.size() > m_impl->settings.maxFileBytes) return sizeReason(m_impl->settings.maxFileBytes);
    const syntax::DecodedText decoded(bytes);
    if (bytes.empty()) return {};
    if (decoded.isBinary()) return "binary";
    std::string reason;
    const syntax::Language* language = m_impl->languageFor(path, decoded.text(), reason);
    return language == nullptr || m_impl->isWanted(*language) ? reason : kUnwantedLanguage;
}

} // namespace paydown

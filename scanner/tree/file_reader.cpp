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

#include <algorithm>
#include <iterator>

namespace paydown {

namespace {

constexpr std::uint32_t kLinesAround = 20;
/// A longer symbol is a class or a namespace that holds more than what an annotation in it is about.
constexpr std::uint32_t kLargestSymbolLines = 300;

std::string_view nameOf(std::string_view path) { return path.substr(path.rfind('/') + 1); }

bool standsBefore(const Annotation& a, const Annotation& b) { return a.range.beginByte < b.range.beginByte; }

std::string sizeReason(std::uint32_t maxBytes) {
    const bool isMiB = maxBytes >= 1U << 20 && maxBytes % (1U << 20) == 0;
    return "larger than " + (isMiB ? std::to_string(maxBytes >> 20) + " MiB" : std::to_string(maxBytes) + " bytes");
}

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

/// The symbol around each annotation; a file with mentions alone is not worth the parse.
std::vector<syntax::SymbolExtent> symbolsAround(const syntax::Language& language, std::string_view text,
                                                const std::vector<Annotation>& annotations, syntax::Hurry hurry) {
    const bool isWorthIt = std::ranges::any_of(annotations, [](const Annotation& a) { return !a.mention; });
    if (!isWorthIt || !syntax::hasSymbols(language)) return std::vector<syntax::SymbolExtent>(annotations.size());
    std::vector<std::uint32_t> offsets;
    offsets.reserve(annotations.size());
    for (const Annotation& annotation : annotations) offsets.push_back(annotation.range.beginByte);
    return syntax::symbolExtentsAt(language, text, offsets, hurry);
}

/// What an annotation is about: its symbol, else some lines on each side.
LineExtent extentOf(const syntax::SymbolExtent& symbol, std::uint32_t line, std::uint32_t lines) {
    const bool isCode = symbol.firstLine > 0 && symbol.lastLine - symbol.firstLine < kLargestSymbolLines;
    if (isCode) return {std::min(symbol.firstLine, line), std::max(symbol.lastLine, line)};
    const std::uint32_t first = symbol.firstLine > 0 ? symbol.firstLine : 1;
    const std::uint32_t last = symbol.firstLine > 0 ? symbol.lastLine : lines;
    return {std::min(line, std::max(first, line > kLinesAround ? line - kLinesAround : 1)),
            std::max(line, std::min(last, line + kLinesAround))};
}

void addSymbols(const syntax::Language& language, std::string_view text, Symbols symbols, FileReading& reading) {
    const auto hurry = symbols == Symbols::Read ? syntax::Hurry::Yes : syntax::Hurry::No;
    auto around = symbolsAround(language, text, reading.annotations, hurry);
    const auto lines = static_cast<std::uint32_t>(std::ranges::count(text, '\n')) + 1;
    for (std::size_t i = 0; i < around.size(); ++i) {
        Annotation& annotation = reading.annotations[i];
        if (symbols == Symbols::ReadPatiently) {
            reading.extents.push_back(extentOf(around[i], annotation.range.line, lines));
        }
        if (!around[i].symbol.empty()) annotation.symbol = std::move(around[i].symbol);
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
    const syntax::Language* language = syntax::languageOf(path, text);
    if (language == nullptr && m_impl->settings.all) language = &syntax::genericLanguage();
    if (language == nullptr) {
        reading.skipped = "unknown language";
        return reading;
    }
    reading.language = language->id;
    if (!m_impl->isWanted(*language)) {
        reading.skipped = "language not in [scan] languages";
        return reading;
    }
    annotations::Reading found = readText(*language, path, text, hits, m_impl->annotations);
    reading.annotations = std::move(found.annotations);
    reading.silenced = found.silenced;
    if (symbols == Symbols::Skip) {
        for (Annotation& annotation : reading.annotations) annotation.symbol.clear();
    } else {
        addSymbols(*language, text, symbols, reading);
    }
    for (Annotation& annotation : reading.annotations) {
        annotation.range.beginByte = decoded.storedOffset(annotation.range.beginByte);
        annotation.range.endByte = decoded.storedOffset(annotation.range.endByte);
    }
    return reading;
}

} // namespace paydown

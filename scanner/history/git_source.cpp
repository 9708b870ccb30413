// SPDX-License-Identifier: GPL-3.0-or-later
#include "scanner/history/git_source.h"

#include "scanner/history/code_only.h"

#include <map>

namespace paydown::history {

GitSource::GitSource(const git::Repository& repository, const IndexRequest& request, const FileReader& reader,
                     TextTable& texts)
    : m_repository(repository), m_request(request), m_reader(reader), m_texts(texts), m_treeReader(repository) {}

void GitSource::keepMarks(std::string_view path, const BlobId& blob, FileMarksPtr marks) {
    m_marks.insert_or_assign(Key{blob, std::string(path)}, std::move(marks));
}

FileMarksPtr GitSource::marksOf(std::string_view path, const BlobId& blob) {
    Key key{blob, std::string(path)};
    if (const auto found = m_marks.find(key); found != m_marks.end()) return found->second;
    FileMarksPtr marks;
    if (const auto bytes = bytesOf(blob)) {
        marks = makeFileMarks(*bytes, m_reader.read(path, *bytes, Symbols::Skip).annotations, m_texts);
    }
    m_marks.emplace(std::move(key), marks);
    return marks;
}

std::optional<std::string> GitSource::bytesOf(const BlobId& blob) {
    return git::findBlob(m_repository, blob, m_request.maxFileBytes);
}

std::string GitSource::codeOf(std::string_view path, std::string_view bytes) {
    const syntax::Language* language = m_reader.languageOf(path, bytes);
    return language == nullptr ? std::string() : codeOnly(*language, bytes);
}

std::string GitSource::messageOf(const CommitId& commit) { return git::readCommit(m_repository, commit).message; }

const TreeId& GitSource::treeOf(const CommitId& commit) {
    const auto found = m_trees.find(commit);
    if (found != m_trees.end()) return found->second;
    return m_trees.emplace(commit, m_treeReader.treeOf(commit)).first->second;
}

std::optional<BlobId> GitSource::blobAt(const CommitId& commit, std::string_view path) {
    try {
        return m_treeReader.find(treeOf(commit), path);
    } catch (const Error&) {
        return std::nullopt; // A missing tree is a gap: nothing is known to stand there.
    }
}

void GitSource::differences(const CommitId& from, const CommitId& to, const OnDifference& onDifference) {
    const std::array<TreeId, 1> parents{treeOf(from)};
    m_treeReader.compare(treeOf(to), parents, [&](const git::TreeChange& change) {
        if (m_request.isScanned(change.path)) {
            onDifference(change.path, change.parents.front(), change.now.value_or(BlobId{}));
        }
    });
}

void GitSource::files(const CommitId& commit, const OnFile& onFile) {
    m_treeReader.forEachFile(treeOf(commit), [&](std::string_view path, const BlobId& blob) {
        if (m_request.isScanned(path)) onFile(path, blob);
    });
}

bool GitSource::standsUnscanned(const CommitId& commit, const BlobId& blob) {
    if (!m_request.excludesAnything) return false;
    bool stands = false;
    m_treeReader.forEachFile(treeOf(commit), [&](std::string_view path, const BlobId& other) {
        if (other == blob && !m_request.isScanned(path)) stands = true;
    });
    return stands;
}

std::vector<StoredShown> GitSymbolReader::read(const std::vector<File>& files) {
    std::vector<StoredShown> shown(files.size());
    std::map<BlobId, std::vector<std::size_t>> filesOf;
    for (std::size_t i = 0; i < files.size(); ++i) filesOf[files[i].blob].push_back(i);
    std::vector<BlobId> blobs;
    for (const auto& [blob, indexes] : filesOf) blobs.push_back(blob);
    const auto onBlob = [&](unsigned, std::size_t index, std::string_view bytes) {
        for (const std::size_t file : filesOf.at(blobs[index])) {
            FileReading reading = m_reader.read(files[file].path, bytes, Symbols::Read);
            shown[file].language = std::move(reading.language);
            for (std::size_t i = 0; i < reading.annotations.size(); ++i) {
                if (reading.annotations[i].mention) continue;
                shown[file].symbols.push_back(std::move(reading.annotations[i].symbol));
                shown[file].extents.push_back(reading.extents[i]);
            }
        }
    };
    git::forEachBlob(m_repository, blobs, {m_request.threads, m_request.maxFileBytes}, onBlob, {}, m_stop);
    return shown;
}

} // namespace paydown::history

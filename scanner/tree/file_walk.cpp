// SPDX-License-Identifier: GPL-3.0-or-later
#include "scanner/tree/file_walk.h"

#include <algorithm>
#include <iterator>
#include <utility>

namespace paydown {

namespace {

git::Ignored ignoredOf(const ScanSettings& settings) {
    return settings.all ? git::Ignored::Include : git::Ignored::Skip;
}

} // namespace

FileWalk::FileWalk(const git::Repository& repository, const ScanSettings& settings, git::LeftOut told)
    : m_walk(repository, ignoredOf(settings), told), m_all(settings.all), m_exclude(settings.exclude) {}

FileWalk::FileWalk(const std::string& root, const ScanSettings& settings, git::LeftOut told)
    : m_walk(root, ignoredOf(settings), told), m_all(settings.all), m_exclude(settings.exclude) {}

const char* FileWalk::whyLeftOut(const std::string& path) const {
    if (m_all) return nullptr;
    if (!m_exclude.isEmpty() && m_exclude.matches(path)) return "excluded by .paydown.toml";
    const git::Attributes& attributes = m_walk.attributes();
    if (attributes.isEmpty()) return nullptr;
    if (attributes.isGenerated(path)) return "generated, says .gitattributes";
    return attributes.isVendored(path) ? "vendored, says .gitattributes" : nullptr;
}

bool FileWalk::next(std::string& path) {
    while (auto file = m_walk.next()) {
        const char* reason = whyLeftOut(file->path);
        if (reason == nullptr) {
            path = std::move(file->path);
            m_stated = m_walk.attributes().isEmpty() ? std::string() : m_walk.attributes().languageOf(path);
            return true;
        }
        m_leftOut.push_back({std::move(file->path), reason});
    }
    return false;
}

std::vector<SkippedFile> FileWalk::takeLeftOut() {
    std::ranges::move(m_walk.takeLeftOut(), std::back_inserter(m_leftOut));
    return std::exchange(m_leftOut, {});
}

} // namespace paydown

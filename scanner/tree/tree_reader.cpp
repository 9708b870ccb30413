// SPDX-License-Identifier: GPL-3.0-or-later
#include "scanner/tree/tree_reader.h"

#include "core/base/progress.h"
#include "scanner/tree/file_bytes.h"
#include "scanner/tree/file_walk.h"
#include "scanner/tree/ordered_parts.h"
#include "scanner/tree/reading_memory.h"

#include <algorithm>
#include <exception>
#include <iterator>
#include <mutex>
#include <optional>
#include <thread>
#include <utility>

namespace paydown {

namespace {

/// Files that a worker takes at once: small enough to share evenly, large enough that the queue costs nothing; fewer at
/// first, since somebody waits for the first lines.
constexpr std::size_t kFilesPerPart = 32;
constexpr std::size_t kFilesOfFirstPart = 4;

constexpr unsigned kMostThreads = 8;

/// A file to be read.
struct Dealt {
    std::string path;
    std::string stated; ///< The language that .gitattributes states for it; empty for none.
};

/// Where the paths come from. Called by one worker at a time.
struct Supply {
    std::function<bool(Dealt& file)> next;
    std::function<std::vector<SkippedFile>()> leftOut;
};

/// Deals the paths out to workers.
class Dealer {
public:
    struct Hand {
        std::size_t index = 0;
        std::vector<Dealt> files;
        std::vector<SkippedFile> leftOut;
    };

    explicit Dealer(const Supply& supply) : m_supply(supply) {}

    /// Nothing when all have been dealt; `count` says how many hands there were.
    std::optional<Hand> deal() {
        const std::lock_guard lock(m_mutex);
        if (m_done) return std::nullopt;
        Hand hand;
        hand.index = m_count;
        const std::size_t size = std::min(kFilesPerPart, kFilesOfFirstPart + m_count);
        for (Dealt file; hand.files.size() < size && !m_done;) {
            m_done = !m_supply.next(file);
            if (!m_done) hand.files.push_back(std::move(file));
        }
        hand.leftOut = m_supply.leftOut();
        if (hand.files.empty() && hand.leftOut.empty()) return std::nullopt;
        ++m_count;
        return hand;
    }

    [[nodiscard]] std::size_t count() {
        const std::lock_guard lock(m_mutex);
        return m_count;
    }

private:
    std::mutex m_mutex;
    const Supply& m_supply;
    std::size_t m_count = 0;
    bool m_done = false;
};

/// Reads files one by one on one worker.
class PartReader {
public:
    PartReader(const std::string& root, const FileReader& reader, const TreeReadOptions& options)
        : m_root(root), m_reader(reader), m_options(options) {}

    /// @param stop throws Cancelled @param enough nobody takes what is read any more
    TreeReading read(Dealer::Hand&& hand, const std::stop_token& stop, const std::stop_token& enough) {
        TreeReading part;
        part.skipped = std::move(hand.leftOut);
        for (auto& file : hand.files) {
            throwIfStopped(stop);
            if (enough.stop_requested()) break;
            readOne(std::move(file), part);
        }
        std::ranges::sort(part.skipped, {}, &SkippedFile::path);
        return part;
    }

private:
    void readOne(Dealt file, TreeReading& part) {
        auto& [path, stated] = file;
        m_absolute.assign(m_root).append("/").append(path);
        // What is stated elsewhere than in the file would have to be remembered with it; few files have it.
        ReadingMemory* memory = m_options.wanted == Wanted::Annotations && stated.empty() ? m_options.memory : nullptr;
        if (memory != nullptr) {
            const auto stamp = stampOf(m_absolute);
            auto known = stamp ? memory->recall(path, *stamp) : std::nullopt;
            if (known) return take(std::move(path), std::move(*known), part);
        }
        std::string reason;
        FileStamp stamp;
        const std::int64_t readAt = memory != nullptr ? clockNs() : 0;
        if (!readFileBytes(m_absolute, m_options.maxFileBytes, m_buffer, reason, &stamp)) {
            if (!reason.empty()) part.skipped.push_back({std::move(path), std::move(reason)});
            return;
        }
        FileReading reading;
        if (m_options.wanted == Wanted::SkippedFiles)
            reading.skipped = m_reader.whyNotRead(path, m_buffer, stated);
        else if (m_reader.mayHoldAnnotation(m_buffer))
            reading = m_reader.read(path, m_buffer, m_options.symbols, stated);
        if (memory != nullptr && stamp.sizeBytes == m_buffer.size() && isSettled(stamp, readAt))
            memory->note(path, stamp, reading);
        take(std::move(path), std::move(reading), part);
    }

    static void take(std::string path, FileReading reading, TreeReading& part) {
        if (!reading.skipped.empty())
            part.skipped.push_back({std::move(path), std::move(reading.skipped)});
        else if (!reading.annotations.empty())
            part.files.push_back({std::move(path), std::move(reading.language), std::move(reading.annotations)});
    }

    const std::string& m_root;
    const FileReader& m_reader;
    const TreeReadOptions& m_options;
    std::string m_absolute;
    std::string m_buffer;
};

unsigned threadsOf(const TreeReadOptions& options) {
    if (options.threads != 0) return options.threads;
    return std::clamp(std::thread::hardware_concurrency(), 1U, kMostThreads);
}

bool readSupply(const std::string& root, const Supply& supply, const FileReader& reader, const TreeReadOptions& options,
                const OnTreeReading& onReading, const std::stop_token& stop) {
    OrderedParts parts;
    Dealer dealer(supply);
    const auto work = [&](const std::stop_token& enough) {
        try {
            PartReader part(root, reader, options);
            while (auto hand = dealer.deal()) {
                const std::size_t index = hand->index;
                if (!parts.waitForTurn(index, enough)) return;
                parts.put(index, part.read(std::move(*hand), stop, enough));
            }
            parts.close(dealer.count());
        } catch (...) {
            parts.fail(std::current_exception());
        }
    };
    std::vector<std::jthread> workers;
    for (unsigned i = 0; i < threadsOf(options); ++i) workers.emplace_back(work);
    for (;;) {
        if (options.onWait && parts.isLate()) options.onWait();
        auto part = parts.take();
        if (!part) return true;
        if (!onReading(std::move(*part))) return false;
    }
}

} // namespace

bool readTree(const std::string& root, FileWalk& walk, const FileReader& reader, const TreeReadOptions& options,
              const OnTreeReading& onReading, const std::stop_token& stop) {
    const Supply supply{[&walk](Dealt& file) {
                            if (!walk.next(file.path)) return false;
                            file.stated = walk.statedLanguage();
                            return true;
                        },
                        [&walk] { return walk.takeLeftOut(); }};
    return readSupply(root, supply, reader, options, onReading, stop);
}

bool readFiles(const std::string& root, std::span<const std::string> paths, const FileReader& reader,
               const TreeReadOptions& options, const OnTreeReading& onReading, const std::stop_token& stop) {
    auto at = paths.begin();
    const Supply supply{[&](Dealt& file) {
                            if (at == paths.end()) return false;
                            file.path = *at++;
                            file.stated = reader.statedFor(file.path);
                            return true;
                        },
                        [] { return std::vector<SkippedFile>(); }};
    return readSupply(root, supply, reader, options, onReading, stop);
}

TreeReading readFiles(const std::string& root, std::span<const std::string> paths, const FileReader& reader,
                      const TreeReadOptions& options, const std::stop_token& stop) {
    TreeReading whole;
    const auto keep = [&whole](TreeReading&& part) {
        std::ranges::move(part.files, std::back_inserter(whole.files));
        std::ranges::move(part.skipped, std::back_inserter(whole.skipped));
        return true;
    };
    (void)readFiles(root, paths, reader, options, keep, stop);
    return whole;
}

} // namespace paydown

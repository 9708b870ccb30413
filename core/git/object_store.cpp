// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/git/object_store.h"

#include "core/git/delta.h"
#include "core/git/inflater.h"
#include "core/git/library.h"
#include "core/git/pack_file.h"

#include <charconv>
#include <list>
#include <unordered_map>

namespace paydown::git {

namespace {

using Bytes = std::shared_ptr<const ByteBuffer>;

std::optional<ObjectKind> kindOf(git_object_t type) {
    switch (type) {
    case GIT_OBJECT_COMMIT: return ObjectKind::Commit;
    case GIT_OBJECT_TREE: return ObjectKind::Tree;
    case GIT_OBJECT_BLOB: return ObjectKind::Blob;
    case GIT_OBJECT_TAG: return ObjectKind::Tag;
    default: return std::nullopt;
    }
}

std::optional<ObjectKind> kindOf(std::string_view word) {
    if (word == "commit") return ObjectKind::Commit;
    if (word == "tree") return ObjectKind::Tree;
    if (word == "blob") return ObjectKind::Blob;
    if (word == "tag") return ObjectKind::Tag;
    return std::nullopt;
}

/// Inflated entries of packs that others may be deltas of; the one not used for longest goes first.
class BaseCache {
public:
    struct Key {
        const PackFile* pack = nullptr;
        std::uint64_t offset = 0;
        bool operator==(const Key&) const = default;
    };

    [[nodiscard]] const Object* find(const Key& key) {
        const auto found = m_byKey.find(key);
        if (found == m_byKey.end()) return nullptr;
        m_byUse.splice(m_byUse.begin(), m_byUse, found->second);
        return &found->second->second;
    }

    void keep(const Key& key, const Object& object) {
        constexpr std::size_t kLimit = 48U << 20;
        constexpr std::size_t kLargest = 4U << 20;
        if (object.bytes().size() > kLargest || m_byKey.contains(key)) return;
        m_byUse.emplace_front(key, object);
        m_byKey.emplace(key, m_byUse.begin());
        for (m_size += cost(object); m_size > kLimit; m_byUse.pop_back()) {
            m_size -= cost(m_byUse.back().second);
            m_byKey.erase(m_byUse.back().first);
        }
    }

private:
    static std::size_t cost(const Object& object) { return object.bytes().size() + 256; }
    struct Hash {
        std::size_t operator()(const Key& key) const { return key.offset * 0x9E3779B97F4A7C15ULL; }
    };
    std::list<std::pair<Key, Object>> m_byUse;
    std::unordered_map<Key, std::list<std::pair<Key, Object>>::iterator, Hash> m_byKey;
    std::size_t m_size = 0;
};

/// What became of looking for an object in one place.
enum class Found : std::uint8_t { Yes, No, Broken };

} // namespace

struct ObjectStore::Impl {
    std::string folder;
    std::shared_ptr<const PackSet> packs;
    Inflater inflater;
    BaseCache bases;
    OdbPtr odb; ///< Opened only for packs that we cannot read.

    /// Follows a chain of deltas down to its base or to one that is cached, and builds up again.
    std::optional<Object> readAt(const PackFile& pack, std::uint64_t offset) {
        std::vector<std::pair<std::uint64_t, PackEntry>> chain;
        std::optional<Object> object;
        constexpr std::size_t kLongestChain = 1U << 16; // a forged one could go round for ever
        while (!object && chain.size() < kLongestChain) {
            if (const Object* kept = bases.find({&pack, offset})) {
                object = *kept;
                break;
            }
            const auto entry = pack.entryAt(offset);
            if (!entry) return std::nullopt;
            if (entry->kind) {
                auto bytes = inflater.inflate(entry->packed, entry->size);
                if (!bytes) return std::nullopt;
                object = Object(*entry->kind, std::make_shared<const ByteBuffer>(std::move(*bytes)));
                // Commits are hardly ever the base of another.
                if (object->kind() != ObjectKind::Commit || !chain.empty()) bases.keep({&pack, offset}, *object);
            } else {
                chain.emplace_back(offset, *entry);
                offset = entry->baseOffset;
            }
        }
        for (; object && !chain.empty(); chain.pop_back()) {
            const auto delta = inflater.inflate(chain.back().second.packed, chain.back().second.size);
            auto bytes = delta ? applyDelta(object->bytes(), delta->view()) : std::nullopt;
            if (!bytes) return std::nullopt;
            object = Object(object->kind(), std::make_shared<const ByteBuffer>(std::move(*bytes)));
            bases.keep({&pack, chain.back().first}, *object);
        }
        return object;
    }

    Found readPacked(const Sha& id, std::optional<Object>& object) {
        Found found = Found::No;
        for (const auto& pack : packs->packs) {
            const auto offset = pack->find(id);
            if (!offset) continue;
            object = readAt(*pack, *offset);
            if (object) return Found::Yes;
            found = Found::Broken; // another pack may hold it too
        }
        return found;
    }

    Found readLoose(const Sha& id, std::optional<Object>& object) const {
        const std::string hex = toHex(BlobId{id});
        for (const auto& place : packs->folders) {
            const MappedFile file(place + "/" + hex.substr(0, 2) + "/" + hex.substr(2));
            if (!file.isOpen()) continue;
            // "<kind> <size>\0<content>"
            auto bytes = inflater.inflateWhole(file.bytes());
            if (!bytes) return Found::Broken;
            const std::string_view text = bytes->view();
            const auto blank = text.find(' ');
            const auto end = text.find('\0');
            if (blank == std::string_view::npos || end == std::string_view::npos || blank > end) return Found::Broken;
            const auto kind = kindOf(text.substr(0, blank));
            std::uint64_t size = 0;
            const auto [stop, problem] = std::from_chars(text.data() + blank + 1, text.data() + end, size);
            if (!kind || problem != std::errc() || stop != text.data() + end || size != text.size() - end - 1)
                return Found::Broken;
            object = Object(*kind, std::make_shared<const ByteBuffer>(std::move(*bytes)), end + 1);
            return Found::Yes;
        }
        return Found::No;
    }

    Found readByLibrary(const Sha& id, std::optional<Object>& object) {
        if (!odb) {
            startLibrary();
            git_odb* opened = nullptr;
            const int code = git_odb_open(&opened, folder.c_str());
            odb.reset(opened);
            checkGit(code, "open objects of " + folder);
        }
        git_oid oid;
        std::memcpy(oid.id, id.data(), id.size());
        git_odb_object* read = nullptr;
        const int code = git_odb_read(&read, odb.get(), &oid);
        const OdbObjectPtr owner(read);
        if (code < 0) return code == GIT_ENOTFOUND ? Found::No : Found::Broken;
        const auto kind = kindOf(git_odb_object_type(read));
        if (!kind) return Found::Broken;
        ByteBuffer bytes(git_odb_object_size(read));
        std::memcpy(bytes.data(), git_odb_object_data(read), bytes.size());
        object = Object(*kind, std::make_shared<const ByteBuffer>(std::move(bytes)));
        return Found::Yes;
    }

    Found readAnywhere(const Sha& id, std::optional<Object>& object) {
        if (packs->byLibrary) return readByLibrary(id, object);
        const Found packed = readPacked(id, object);
        if (packed == Found::Yes) return packed;
        const Found loose = readLoose(id, object);
        if (loose == Found::Yes || packed == Found::Broken || loose == Found::Broken)
            return loose == Found::Yes ? loose : Found::Broken;
        return packs->complete ? Found::No : readByLibrary(id, object);
    }

    /// Objects move into new packs while we work; those that we hold open stay readable.
    void reopen() {
        packs = PackSet::open(folder);
        bases = {};
    }
};

ObjectStore::ObjectStore(const std::string& folder) : ObjectStore(PackSet::open(folder)) {}

ObjectStore::ObjectStore(std::shared_ptr<const PackSet> packs) : m_impl(std::make_unique<Impl>()) {
    m_impl->folder = packs->folders.front();
    m_impl->packs = std::move(packs);
}

ObjectStore::~ObjectStore() = default;

const std::shared_ptr<const PackSet>& ObjectStore::packs() const { return m_impl->packs; }

std::optional<Object> ObjectStore::read(const Sha& id) const {
    std::optional<Object> object;
    Found found = m_impl->readAnywhere(id, object);
    if (found == Found::No) {
        constexpr int kMaxReopenings = 3; // a partial clone misses many, and for good
        if (m_reopenings++ < kMaxReopenings) {
            m_impl->reopen();
            found = m_impl->readAnywhere(id, object);
        }
    }
    if (!object) m_problem = found == Found::No ? "missing" : "corrupt: it cannot be unpacked";
    return object;
}

std::optional<ObjectHeader> ObjectStore::readHeader(const Sha& id) const {
    for (const auto& pack : m_impl->packs->packs) {
        auto offset = m_impl->packs->byLibrary ? std::nullopt : pack->find(id);
        if (!offset) continue;
        auto entry = pack->entryAt(*offset);
        std::optional<std::uint64_t> size;
        for (int depth = 0; entry && !entry->kind && depth < 1 << 16; ++depth) {
            if (!size) {
                const auto delta = m_impl->inflater.inflate(entry->packed, entry->size);
                std::string_view view = delta ? delta->view() : std::string_view();
                const auto sizes = takeDeltaSizes(view);
                if (!sizes) break;
                size = sizes->result;
            }
            entry = pack->entryAt(entry->baseOffset);
        }
        if (entry && entry->kind) return ObjectHeader{*entry->kind, size.value_or(entry->size)};
    }
    const auto object = read(id);
    if (!object) return std::nullopt;
    return ObjectHeader{object->kind(), object->bytes().size()};
}

} // namespace paydown::git

// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/git/delta.h"
#include "core/git/object_store.h"
#include "core/git/pack_forest.h"

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <string>

namespace {

using namespace paydown::git;

/// An objects folder of its own, so that fuzzers may run beside each other.
const std::string& objectsFolder() {
    static const std::string kFolder = [] {
        std::string name = (std::filesystem::temp_directory_path() / "pack_fuzz.XXXXXX").string();
        if (mkdtemp(name.data()) == nullptr) std::abort();
        std::filesystem::create_directories(name + "/pack");
        return name;
    }();
    return kFolder;
}

void put(const std::string& name, std::string_view bytes) {
    std::ofstream(objectsFolder() + "/pack/" + name, std::ios::binary | std::ios::trunc)
        << std::string(bytes.begin(), bytes.end());
}

std::string word(std::size_t value) {
    return {static_cast<char>(value >> 24 & 255U), static_cast<char>(value >> 16 & 255U),
            static_cast<char>(value >> 8 & 255U), static_cast<char>(value & 255U)};
}

/// A sound index of `count` objects named 0…, 1…, … at offsets that the input gives.
std::string indexOf(std::string_view offsets, std::size_t count) {
    std::string index("\377tOc\0\0\0\2", 8);
    for (std::size_t first = 0; first < 256; ++first) index += word(std::min(first + 1, count));
    for (std::size_t i = 0; i < count; ++i) index += static_cast<char>(i) + std::string(19, '\0');
    for (std::size_t i = 0; i < count; ++i) index += word(0);
    for (std::size_t i = 0; i < count; ++i) index += std::string(2, '\0') + std::string(offsets.substr(i * 2, 2));
    return index;
}

void readEverything(std::size_t count) {
    const ObjectStore objects(objectsFolder());
    for (std::size_t i = 0; i < std::max<std::size_t>(count, 1); ++i) {
        const ObjectStore::Sha id{static_cast<std::uint8_t>(i)};
        static_cast<void>(objects.readHeader(id));
        static_cast<void>(objects.read(id));
    }
    const Inflater inflater;
    for (const auto& pack : objects.packs()->packs) {
        std::vector<PackForest::Wanted> wanted;
        for (std::uint32_t i = 0; i < count; ++i) {
            if (const auto offset = pack->find({static_cast<std::uint8_t>(i)})) wanted.push_back({*offset, i});
        }
        std::size_t told = 0;
        const PackForest forest(pack, wanted);
        for (std::size_t tree = 0; tree < forest.treeCount(); ++tree) {
            forest.readTree(
                tree, inflater, [&](std::uint32_t, std::string_view) { ++told; }, [&](std::uint32_t) { ++told; });
        }
        if (told + forest.rootless().size() > wanted.size()) std::abort();
    }
}

/// An index of any bytes; where it is none of ours, libgit2 would be asked, which is not what is tested here.
void lookUpEverything() {
    const auto pack = PackFile::open(objectsFolder() + "/pack/pack-1.idx");
    for (unsigned first = 0; pack != nullptr && first < 256; ++first) {
        if (const auto offset = pack->find({static_cast<std::uint8_t>(first)})) {
            static_cast<void>(pack->entryAt(*offset));
        }
    }
}

} // namespace

/// Whatever a pack, its index and its deltas hold, an object is read or told to be broken.
/// The first byte: 0 for a raw index, whose size the second gives in units of 64 bytes; else how many objects the pack
/// holds, whose offsets of two bytes follow; then the pack.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    std::string_view input(reinterpret_cast<const char*>(data), size);
    if (input.size() < 2) return 0;
    const auto first = static_cast<unsigned char>(input[0]);
    const std::size_t split = input.size() / 2;
    static_cast<void>(applyDelta(input.substr(0, split), input.substr(split)));
    std::size_t count = 8;
    std::string index;
    if (first == 0) {
        const std::size_t bytes = std::min<std::size_t>(static_cast<unsigned char>(input[1]) * 64U, input.size() - 2);
        index = input.substr(2, bytes);
        input.remove_prefix(2 + bytes);
    } else {
        count = std::min<std::size_t>(first % 8U + 1, (input.size() - 1) / 2);
        if (count == 0) return 0;
        index = indexOf(input.substr(1), count);
        input.remove_prefix(1 + 2 * count);
    }
    put("pack-1.idx", index);
    put("pack-1.pack", std::string("PACK\0\0\0\2\0\0\0\1", 12) + std::string(input));
    if (first == 0)
        lookUpEverything();
    else
        readEverything(count);
    return 0;
}

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/snapshot.h"
#include "scanner/refresh/checkout.h"
#include "tests/support/scratch_repository.h"

#include <map>
#include <string>
#include <vector>

namespace paydown::testing {

// What many stories are about.
inline const std::string kBank = "int open(int bank) {\n"
                                 "    connect(bank);\n"
                                 "    // TODO: retry when the bank is down\n"
                                 "    send(bank);\n"
                                 "}\n";
inline const std::string kPaid = "int open(int bank) {\n"
                                 "    connect(bank);\n"
                                 "    while (isDown(bank)) wait();\n"
                                 "    send(bank);\n"
                                 "}\n";
inline const std::string kTitle = "retry when the bank is down";

/// The story of a repository, told commit by commit, and what paydown makes of it: the real walk into a registry of its
/// own. Commits are known by their subjects.
class Story : public ScratchRepository {
public:
    /// What happened to any item in the history of the checked-out branch, oldest first: "Rename: moved from a.c to
    /// b.c", "Pay: paid a.c".
    [[nodiscard]] std::vector<std::string> events();
    /// The life of the item with an id, in the same words.
    [[nodiscard]] std::vector<std::string> lifeOf(const ItemId& id);
    /// "path:line title" of what is open, " also path:line" after it for each other place, by path and line.
    [[nodiscard]] std::vector<std::string> open();
    /// "title: paid in Pay, landed in Merge" of what has ended, by title.
    [[nodiscard]] std::vector<std::string> ended();
    /// The open item at a place. Fails the test when there is none.
    [[nodiscard]] Item at(const std::string& path, std::uint32_t line);
    using ScratchRepository::at;
    /// The id of the open item at a place.
    [[nodiscard]] std::string idAt(const std::string& path, std::uint32_t line) { return at(path, line).id.value; }
    /// The id that an introduction gives.
    [[nodiscard]] static std::string idFrom(const CommitId& commit, const std::string& path, const std::string& title,
                                            std::uint32_t order = 0);

private:
    [[nodiscard]] Checkout& scanned();
    [[nodiscard]] std::string subjectOf(const CommitId& commit) const;
    [[nodiscard]] std::vector<std::string> told(const std::vector<ToldEvent>& events) const;
    [[nodiscard]] std::vector<Item> items();

    ScratchFolder m_registry;
    std::unique_ptr<Checkout> m_checkout;
};

} // namespace paydown::testing

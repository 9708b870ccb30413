// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

/// Five years of the harbour: a repository with everything that paydown follows. Commits, authors, branches, merges,
/// renames of files and folders, functions cut and pasted, copies, reverts, rewordings, debts paid, erased and dropped.

#include "tests/sample/activities.h"
#include "tests/sample/fast_import.h"

#include <cstdint>
#include <string>
#include <vector>

namespace paydown::sample {

/// Tells the story once. The same repository, with the same commit ids, every time.
class Story {
public:
    explicit Story(FastImport& repository);

    void tell();

private:
    /// A branch that is being worked on.
    struct Branch {
        std::string name;
        std::size_t module = 0;
        Tree tree;
        Files files;
        Mark tip = 0;
        std::size_t endsAt = 0; ///< Step of its merge.
    };

    void writeFixedTexts();
    void renamePay();
    void annotateNatively();
    void tagReleases();
    void workOnMain();
    void revertLast();
    void openBranch();
    void workOnBranch();
    void mergeBranch();
    void leaveBranchOpen();

    /// What somebody does in a module of `tree`; the subject of the commit.
    std::string act(Tree& tree, std::size_t module);
    std::size_t pickModule();
    Signature signature(const std::string& module);
    Mark commitMain(const Signature& who, const std::string& message, Mark merged = 0);
    void commitBranch(const std::string& subject);
    [[nodiscard]] unsigned progress() const; ///< In thousandths.

    FastImport& m_repository;
    Random m_random{20211108};
    DebtDeck m_deck{m_random};
    std::vector<Module> m_modules = modules();
    Tree m_tree;
    Files m_files;
    Mark m_tip = 0;
    Tree m_treeBefore; ///< Of the last commit on main, for a revert.
    std::string m_lastSubject;
    bool m_canRevert = false;
    std::vector<Branch> m_branches; ///< At most one at a time.
    std::size_t m_step = 0;
    std::int64_t m_lastSeconds = 0;
    std::size_t m_nextText = 0;
    std::size_t m_nextTag = 0;
    bool m_renamed = false;
    bool m_annotated = false;
};

} // namespace paydown::sample

// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/sample/story.h"

#include <algorithm>
#include <array>
#include <utility>

namespace paydown::sample {
namespace {

constexpr std::size_t kSteps = 350;
constexpr std::int64_t kBegin = 1636358400; // 2021-11-08 08:00 UTC
constexpr std::int64_t kEnd = 1795161600;   // 2026-11-20 08:00 UTC

/// A release and when it was made, in thousandths of the story.
constexpr std::array<std::pair<unsigned, const char*>, 5> kReleases = {
    {{200, "v1.0"}, {450, "v2.0"}, {650, "v2.1"}, {840, "v3.0"}, {960, "v3.1"}}};

} // namespace

Story::Story(FastImport& repository) : m_repository(repository) {}

void Story::tell() {
    for (m_step = 0; m_step < kSteps; ++m_step) {
        writeFixedTexts();
        renamePay();
        annotateNatively();
        if (!m_branches.empty() && m_branches[0].endsAt <= m_step) mergeBranch();
        if (m_branches.empty() && m_step > 12 && m_random.chance(9)) openBranch();
        if (!m_branches.empty() && m_random.chance(45)) workOnBranch();
        if (m_canRevert && m_step > 30 && m_random.chance(4))
            revertLast();
        else
            workOnMain();
        tagReleases();
    }
    m_step = kSteps - 1;
    if (!m_branches.empty()) mergeBranch();
    leaveBranchOpen();
}

unsigned Story::progress() const { return static_cast<unsigned>(m_step * 1000 / kSteps); }

std::size_t Story::pickModule() {
    std::vector<std::size_t> open;
    for (std::size_t i = 0; i < m_modules.size(); ++i) {
        const bool isBranched = !m_branches.empty() && m_branches[0].module == i;
        if (m_modules[i].begins <= progress() && !isBranched) open.push_back(i);
    }
    return m_random.pick(open);
}

Signature Story::signature(const std::string& module) {
    std::vector<const Author*> present;
    for (const Author& author : authors()) {
        const bool isHere = author.begins <= progress() && progress() < author.ends;
        const bool isTheirs = std::ranges::find(author.modules, module) != author.modules.end();
        if (isHere && (isTheirs || m_random.chance(12))) present.push_back(&author);
    }
    if (present.empty()) present.push_back(&authors()[2]);
    const Author& author = *m_random.pick(present);
    const std::int64_t day =
        kBegin + (kEnd - kBegin) * static_cast<std::int64_t>(m_step) / static_cast<std::int64_t>(kSteps - 1);
    const std::int64_t seconds = std::max(day + static_cast<std::int64_t>(m_random.below(28'000)),
                                          m_lastSeconds + 60 + static_cast<std::int64_t>(m_random.below(3'000)));
    m_lastSeconds = seconds;
    return {author.name, author.email, m_lastSeconds, author.offset};
}

Mark Story::commitMain(const Signature& who, const std::string& message, Mark merged) {
    Files now = render(m_tree);
    m_tip = m_repository.commit("main", who, message + "\n", m_files, now, m_tip, merged);
    m_files = std::move(now);
    return m_tip;
}

std::string Story::act(Tree& tree, std::size_t module) {
    Scene scene{tree, m_modules[module], m_random, m_deck, progress() >= 640};
    const bool hasCode = chooseFile(tree, scene.module.folder, m_random).has_value();
    if (!hasCode) return *addFile(scene);
    for (;;) {
        const WeightedActivity& candidate = m_random.pick(activities());
        if (candidate.begins > progress() || !m_random.chance(candidate.weight * 2)) continue;
        if (const auto subject = candidate.act(scene)) return *subject;
    }
}

void Story::workOnMain() {
    const std::size_t module = pickModule();
    Tree before = m_tree;
    const std::string subject = act(m_tree, module);
    commitMain(signature(m_modules[module].name), subject);
    m_treeBefore = std::move(before);
    m_lastSubject = subject;
    m_canRevert = true;
}

void Story::revertLast() {
    const std::string reverted = m_repository.idOf(m_tip);
    m_tree = m_treeBefore;
    commitMain(signature("pay"), "Revert \"" + m_lastSubject + "\"\n\nThis reverts commit " + reverted + ".");
    m_canRevert = false;
}

void Story::writeFixedTexts() {
    const auto& texts = fixedTexts();
    while (m_nextText < texts.size() && texts[m_nextText].begins <= progress()) {
        const FixedText& text = texts[m_nextText++];
        m_tree.texts[std::string(text.path)] = text.content;
        const bool isLastOfCommit = m_nextText == texts.size() || texts[m_nextText].subject != text.subject;
        if (isLastOfCommit) commitMain(signature("pay"), std::string(text.subject));
        m_canRevert = false;
    }
}

void Story::renamePay() {
    if (m_renamed || progress() < 330 || !m_branches.empty()) return;
    renameFolder(m_tree, "pay", "billing");
    m_modules[0].folder = "billing";
    std::string& build = m_tree.texts.at("CMakeLists.txt");
    build.replace(build.find("(pay)"), 5, "(billing)");
    commitMain(signature("pay"), "Call pay what it is: billing");
    m_renamed = true;
    m_canRevert = false;
}

void Story::annotateNatively() {
    if (m_annotated || progress() < 760 || !m_branches.empty()) return;
    const std::array<std::pair<const char*, std::string>, 3> attributes = {{
        {"ledger", "@TechDebt(kind = Kind.PRUDENT, text = \"one journal for all ports\", owner = \"@noor\")"},
        {"forecast", "@debt.reckless(\"trains on the days that it is tested on\", owner=\"@priya\", effort=\"4h\")"},
        {"billing", "[[debt::prudent(\"the fee rules are a chain of ifs\", \"why=three rules\")]]"},
    }};
    for (const auto& [folder, line] : attributes) {
        const auto place = choose(
            m_tree, folder, [](const Function& it) { return !it.debt; }, m_random);
        if (place) at(m_tree, *place).attributes.push_back(line);
    }
    commitMain(signature("ledger"), "Mark debt with attributes where a whole function is meant");
    m_annotated = true;
    m_canRevert = false;
}

void Story::tagReleases() {
    while (m_nextTag < kReleases.size() && kReleases[m_nextTag].first <= progress())
        m_repository.tag(kReleases[m_nextTag++].second, m_tip);
}

void Story::openBranch() {
    static const std::vector<std::string> kTopics = {"night-run", "faster",    "new-terminal", "audit",
                                                     "storm",     "cleanup",   "port-of-call", "pilots-app",
                                                     "year-end",  "monitoring"};
    const std::size_t module = pickModule();
    const std::string name = m_modules[module].name + "-" + m_random.pick(kTopics);
    m_branches.push_back({name, module, m_tree, m_files, m_tip, m_step + 4 + m_random.below(7)});
    workOnBranch();
}

void Story::commitBranch(const std::string& subject) {
    Branch& branch = m_branches[0];
    Files now = render(branch.tree);
    const Signature who = signature(m_modules[branch.module].name);
    branch.tip = m_repository.commit(branch.name, who, subject + "\n", branch.files, now, branch.tip);
    branch.files = std::move(now);
}

void Story::workOnBranch() {
    Branch& branch = m_branches[0];
    commitBranch(act(branch.tree, branch.module));
}

void Story::mergeBranch() {
    Branch& branch = m_branches[0];
    // Nobody touched the branch's folder on main meanwhile, so the merge takes it whole.
    const std::string folder = m_modules[branch.module].folder + "/";
    std::erase_if(m_tree.code, [&](const auto& entry) { return entry.first.starts_with(folder); });
    for (const auto& [path, file] : branch.tree.code)
        if (path.starts_with(folder)) m_tree.code[path] = file;
    commitMain(signature(m_modules[branch.module].name), "Merge branch '" + branch.name + "'", branch.tip);
    m_canRevert = false;
    m_branches.clear();
}

void Story::leaveBranchOpen() {
    m_branches.push_back({"tide-pricing", 1, m_tree, m_files, m_tip, 0});
    Scene scene{m_branches[0].tree, m_modules[1], m_random, m_deck, true};
    for (int i = 0; i < 3; ++i)
        if (const auto subject = markSomewhere(scene)) commitBranch(*subject);
}

} // namespace paydown::sample

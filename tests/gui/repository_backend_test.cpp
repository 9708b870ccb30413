// SPDX-License-Identifier: GPL-3.0-or-later
// The desk's seam over a real git repository.
#include "core/model/decision.h"
#include "gui/backend/repository_backend.h"
#include "tests/support/scratch_repository.h"

#include <QTest>
#include <gtest/gtest.h>

namespace paydown::gui {

namespace {

constexpr const char* kBank = "int charge() {\n"
                              "    // TODO: retries forever when the bank is down\n"
                              "    return 1;\n"
                              "}\n";

} // namespace

class RepositoryBackendTest : public ::testing::Test {
protected:
    RepositoryBackendTest() {
        QObject::connect(&backend, &DeskBackend::stateReady, &backend,
                         [this](const DeskStatePtr& ready) { state = ready; });
        QObject::connect(&backend, &DeskBackend::refreshEnded, &backend, [this] { ++refreshes; });
        QObject::connect(&backend, &DeskBackend::detailReady, &backend,
                         [this](const ItemDetailPtr& ready) { detail = ready; });
        QObject::connect(&backend, &DeskBackend::failed, &backend, [this](const DeskFailure& told) { failure = told; });
        QObject::connect(&backend, &DeskBackend::undone, &backend, [this](int items) { undone = items; });
        paydown::testing::runGit(repository.path(), {"config", "user.name", "Mia"});
        paydown::testing::runGit(repository.path(), {"config", "user.email", "mia@corp.example"});
        repository.write("pay/bank.cpp", kBank).commit("pay: Charge");
        repository.checkOut();
    }

    static void waitUntil(const std::function<bool()>& holds) { ASSERT_TRUE(QTest::qWaitFor(holds, 60000)); }
    void openAndRefresh() {
        backend.open(QString::fromStdString(repository.path()));
        waitUntil([this] { return refreshes == 1; });
    }
    const ItemView& only() const { return state->item(0); }

    paydown::testing::ScratchRepository repository;
    DeskStatePtr state;
    ItemDetailPtr detail;
    DeskFailure failure;
    int refreshes = 0;
    int undone = -1;
    RepositoryBackend backend; // first to go: its threads stop before the rest does
};

TEST_F(RepositoryBackendTest, ShowsItemsBeforeTheHistoryIsReadAndTheirLivesAfterIt) {
    backend.open(QString::fromStdString(repository.path()));
    waitUntil([this] { return state != nullptr; });
    ASSERT_EQ(state->worklist->items.size(), 1U);
    EXPECT_EQ(only().item->annotation.title, "retries forever when the bank is down");
    waitUntil([this] { return refreshes == 1; });
    ASSERT_EQ(state->worklist->items.size(), 1U);
    EXPECT_FALSE(only().item->id.isPending());
    EXPECT_EQ(only().item->introduced->author.name, "Mia");
}

TEST_F(RepositoryBackendTest, WritesADecisionAndTakesItBack) {
    openAndRefresh();
    const ItemKey key = keyOf(only());
    backend.decide({{key}, {{field::kVerdict, "reckless"}, {field::kOwner, "@mia"}}, {}});
    waitUntil([&] { return state->item(*state->find(key)).verdict == Verdict::Reckless; });
    EXPECT_EQ(state->item(*state->find(key)).owner, "@mia");
    backend.undo();
    waitUntil([&] { return state->item(*state->find(key)).verdict == Verdict::None; });
    EXPECT_EQ(undone, 1);
}

TEST_F(RepositoryBackendTest, PutsADecisionBesideItsCommitAndSaysWhatItChangedInTheClone) {
    QString sentence;
    QObject::connect(&backend, &DeskBackend::noticed, &backend, [&sentence](const QString& said) { sentence = said; });
    openAndRefresh();
    backend.decide({{keyOf(only())}, {{field::kOwner, "@mia"}}, {}});
    waitUntil([&sentence] { return !sentence.isEmpty(); });
    EXPECT_TRUE(sentence.contains(QStringLiteral("notes.rewriteRef")));
    EXPECT_THAT(paydown::testing::runGit(repository.path(), {"log", "--notes=paydown"}), ::testing::HasSubstr("@mia"));
}

TEST_F(RepositoryBackendTest, ReadsCodeInColoursAndTheLife) {
    openAndRefresh();
    backend.requestDetail(keyOf(only()));
    waitUntil([this] { return detail != nullptr; });
    EXPECT_EQ(detail->code.lines.value(1), QStringLiteral("    // TODO: retries forever when the bank is down"));
    EXPECT_EQ(detail->code.litFrom, 2);
    const auto isComment = [](const InkSpan& span) {
        return span.line == 1 && span.column == 4 && span.ink == Ink::Comment;
    };
    EXPECT_TRUE(std::any_of(detail->code.spans.begin(), detail->code.spans.end(), isComment));
    ASSERT_EQ(detail->life.size(), 1);
    EXPECT_EQ(detail->life[0].what, QStringLiteral("introduced"));
    EXPECT_EQ(detail->life[0].summary, QStringLiteral("pay: Charge"));
    EXPECT_TRUE(detail->shortId.startsWith(QStringLiteral("D-")));
}

TEST_F(RepositoryBackendTest, SaysWhichMergeBroughtAnEndingToTheMainline) {
    repository.branch("topic").remove("pay/bank.cpp").commit("Never pay");
    repository.switchTo("main").write("a.cpp", "int a;\n").commit("Go on");
    const CommitId merge = repository.merge("topic", "Merge topic");
    repository.write("pay/bank.cpp", kBank).commit("Pay after all");
    repository.checkOut();
    openAndRefresh();
    backend.requestDetail(keyOf(only()));
    waitUntil([this] { return detail != nullptr; });
    ASSERT_EQ(detail->life.size(), 3);
    EXPECT_EQ(detail->life[1].what.toStdString(),
              "dropped, in the mainline since 2024-01-04 (" + toHex(merge).substr(0, 8) + ")");
    EXPECT_EQ(detail->life[2].what, QStringLiteral("reopened"));
}

TEST_F(RepositoryBackendTest, NoticesACommitOfSomebodyElse) {
    openAndRefresh();
    const std::string file = repository.path() + "/new.cpp";
    QFile written(QString::fromStdString(file));
    ASSERT_TRUE(written.open(QIODevice::WriteOnly));
    written.write("// FIXME: leaks the handle\n");
    written.close();
    paydown::testing::runGit(repository.path(), {"add", "new.cpp"});
    paydown::testing::runGit(repository.path(), {"commit", "-q", "-m", "Add a leak"});
    waitUntil([this] { return state->worklist->items.size() == 2; });
    EXPECT_GE(refreshes, 2);
}

TEST_F(RepositoryBackendTest, SaysWhatIsWrongWithAFolderThatIsNotThere) {
    backend.open(QStringLiteral("/nowhere/at/all"));
    waitUntil([this] { return !failure.what.isEmpty(); });
    EXPECT_TRUE(failure.fatal);
    EXPECT_EQ(state, nullptr);
}

TEST_F(RepositoryBackendTest, ShowsAPlainFolderWithoutHistory) {
    const paydown::testing::ScratchFolder folder;
    folder.write("a.py", "# TODO: no git here\n");
    backend.open(QString::fromStdString(folder.path()));
    waitUntil([this] { return refreshes == 1; });
    ASSERT_EQ(state->worklist->items.size(), 1U);
    EXPECT_TRUE(state->notice.contains(QStringLiteral("Not a git repository")));
}

TEST_F(RepositoryBackendTest, FindsRepositoriesBelowAFolder) {
    QVector<FoundRepository> found;
    QObject::connect(&backend, &DeskBackend::repositoriesFound, &backend,
                     [&](const QVector<FoundRepository>& repositories) { found = repositories; });
    backend.findRepositories(QString::fromStdString(repository.path()));
    waitUntil([&] { return !found.isEmpty(); });
    EXPECT_EQ(found[0].path, QString::fromStdString(repository.path()));
    EXPECT_FALSE(found[0].indexed);
}

} // namespace paydown::gui

// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/scanner/history/imagined_touches.h"

#include <gtest/gtest.h>
#include <numeric>

namespace paydown::tests {
namespace {

std::string function(const std::string& name, const std::vector<std::string>& lines) {
    std::string text = "void " + name + "()\n{\n";
    for (const std::string& line : lines) text += line + "\n";
    return text + "}\n";
}

const std::string kTodo = "// TODO: retry";

/// A history of a.c, told commit by commit.
class Touches : public ::testing::Test {
protected:
    std::size_t commit(const std::string& message, const Tree& tree, std::vector<std::size_t> parents) {
        return repository.commit(std::move(parents), tree, message);
    }
    std::size_t commit(const std::string& message, const Tree& tree) {
        std::vector<std::size_t> parents;
        if (!repository.commits.empty()) parents.push_back(repository.commits.size() - 1);
        return commit(message, tree, std::move(parents));
    }
    /// The messages of the commits that touched the only open item, in the order of the graph.
    std::string touches() {
        MemoryHistoryStore store;
        std::vector<std::size_t> order(repository.commits.size());
        std::iota(order.begin(), order.end(), 0U);
        indexImagined(repository, order, store);
        const TipState state = scanTip(repository, order.back(), store);
        std::string told;
        for (const auto& node : repository.commits) {
            for (const auto& touched : state.interest.at(0).touches) {
                if (store.commit(touched.commit).id == node.id) told += node.message + ".";
            }
        }
        return told;
    }

    ImaginedRepository repository;
};

TEST_F(Touches, AreTheChangesOfTheFunctionSinceTheIntroduction) {
    const std::string other = function("other", {"x();"});
    commit("before", {{"a.c", function("f", {"a();"}) + other}});
    commit("introduce", {{"a.c", function("f", {kTodo, "a();"}) + other}});
    commit("inside", {{"a.c", function("f", {kTodo, "b();"}) + other}});
    commit("outside", {{"a.c", "int above;\n" + function("f", {kTodo, "b();"}) + function("other", {"y();"})}});
    commit("taken out", {{"a.c", "int above;\n" + function("f", {kTodo}) + function("other", {"y();"})}});

    EXPECT_EQ(touches(), "inside.taken out.");
}

TEST_F(Touches, AreNoneWhenTheFunctionIsOnlyIndented) {
    commit("introduce", {{"a.c", function("f", {kTodo, "a();"})}});
    commit("indent", {{"a.c", function("f", {"  " + kTodo, "  a();"})}});

    EXPECT_EQ(touches(), "");
}

TEST_F(Touches, AreFollowedOverARename) {
    commit("introduce", {{"a.c", function("f", {kTodo, "a();", "b();", "c();"})}});
    commit("before", {{"a.c", function("f", {kTodo, "a();", "b();", "d();"})}});
    commit("rename", {{"b.c", function("f", {kTodo, "a();", "b();", "d();"})}});
    commit("after", {{"b.c", function("f", {kTodo, "a();", "e();", "d();"})}});

    EXPECT_EQ(touches(), "before.after.");
}

TEST_F(Touches, GoOnWithTheFunctionThatWasPastedElsewhere) {
    const std::string filler = "int one;\nint two;\nint three;\n";
    commit("introduce", {{"a.c", filler + function("f", {kTodo, "a();"})}, {"b.c", "int b;\n"}});
    commit("before", {{"a.c", filler + function("f", {kTodo, "b();"})}, {"b.c", "int b;\n"}});
    commit("paste", {{"a.c", filler}, {"b.c", "int b;\n" + function("f", {kTodo, "b();"})}});
    commit("after", {{"a.c", filler}, {"b.c", "int b;\n" + function("f", {kTodo, "c();"})}});

    EXPECT_EQ(touches(), "before.after.");
}

TEST_F(Touches, GoOnWithTheFunctionThatMovedInItsFile) {
    const std::string long1 = function("g", {"one();", "two();", "three();", "four();", "five();"});
    commit("introduce", {{"a.c", function("f", {kTodo, "a();"}) + long1}});
    commit("before", {{"a.c", function("f", {kTodo, "b();"}) + long1}});
    commit("move", {{"a.c", long1 + function("f", {kTodo, "b();"})}});
    commit("after", {{"a.c", long1 + function("f", {kTodo, "c();"})}});

    EXPECT_EQ(touches(), "before.move.after.");
}

TEST_F(Touches, OfBothSidesOfAMergeCountAndTheMergeDoesNot) {
    const auto file = [](const std::string& a, const std::string& b) {
        return Tree{{"a.c", function("f", {kTodo, a, "keep1();", "keep2();", b})}};
    };
    const auto base = commit("introduce", file("a();", "b();"), {});
    const auto ours = commit("ours", file("a1();", "b();"), {base});
    const auto theirs = commit("theirs", file("a();", "b1();"), {base});
    commit("merge", file("a1();", "b1();"), {ours, theirs});

    EXPECT_EQ(touches(), "ours.theirs.");
}

TEST_F(Touches, IncludeAChangeAndItsRevert) {
    commit("introduce", {{"a.c", function("f", {kTodo, "a();"})}});
    commit("change", {{"a.c", function("f", {kTodo, "b();"})}});
    commit("revert", {{"a.c", function("f", {kTodo, "a();"})}});

    EXPECT_EQ(touches(), "change.revert.");
}

TEST_F(Touches, GoOnBehindATimeInWhichTheItemWasGone) {
    commit("introduce", {{"a.c", function("f", {kTodo, "a();"})}});
    commit("change", {{"a.c", function("f", {kTodo, "b();"})}});
    commit("end", {{"a.c", function("f", {"b();"})}});
    commit("reopen", {{"a.c", function("f", {kTodo, "b();"})}});
    commit("again", {{"a.c", function("f", {kTodo, "c();"})}});

    EXPECT_EQ(touches(), "change.reopen.again.");
}

TEST_F(Touches, OfATwinAreItsOwn) {
    const auto file = [](const std::string& a, const std::string& b) {
        return Tree{{"a.c", function("f", {"// TODO: one", a}) + function("g", {"two();", b})}};
    };
    commit("introduce", file("a();", "b();"));
    commit("in g", file("a();", "c();"));
    commit("in f", file("d();", "c();"));

    EXPECT_EQ(touches(), "in f.");
}

TEST_F(Touches, CostOneComparisonForOneNewCommit) {
    commit("introduce", {{"a.c", function("f", {kTodo, "a0();"})}});
    for (int i = 1; i < 20; ++i) {
        commit("change", {{"a.c", function("f", {kTodo, "a" + std::to_string(i) + "();"})}});
    }
    MemoryHistoryStore store;
    std::vector<std::size_t> order(repository.commits.size());
    std::iota(order.begin(), order.end(), 0U);
    const std::size_t last = order.back();
    indexImagined(repository, {order.begin(), order.end() - 1}, store);
    std::size_t compared = 0;
    scanTip(repository, last - 1, store, &compared);
    EXPECT_EQ(compared, 18U);

    indexImagined(repository, {last}, store);
    const TipState state = scanTip(repository, last, store, &compared);

    EXPECT_EQ(compared, 1U);
    EXPECT_EQ(state.interest.at(0).touches.size(), 19U);
}

} // namespace
} // namespace paydown::tests

// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/scanner/history/shrink.h"

#include <algorithm>

namespace paydown::tests {

namespace {

using Node = ImaginedRepository::Node;
using Nodes = std::vector<Node>;

std::string withReplaced(std::string text, const std::string& from, const std::string& to) {
    for (auto at = text.find(from); at != std::string::npos; at = text.find(from, at + to.size())) {
        text.replace(at, from.size(), to);
    }
    return text;
}

Nodes withoutCommit(const Nodes& nodes, std::size_t gone) {
    Nodes left;
    for (std::size_t at = 0; at < nodes.size(); ++at) {
        if (at == gone) continue;
        Node node = nodes[at];
        std::vector<std::size_t> parents;
        const auto add = [&](std::size_t parent) {
            const std::size_t number = parent > gone ? parent - 1 : parent;
            if (std::ranges::find(parents, number) == parents.end()) parents.push_back(number);
        };
        for (const std::size_t parent : node.parents) {
            if (parent == gone)
                std::ranges::for_each(nodes[gone].parents, add);
            else
                add(parent);
        }
        node.parents = std::move(parents);
        left.push_back(std::move(node));
    }
    return left;
}

Nodes withoutParent(const Nodes& nodes, std::size_t commit, std::size_t parent) {
    Nodes left = nodes;
    left[commit].parents.erase(left[commit].parents.begin() + static_cast<std::ptrdiff_t>(parent));
    return left;
}

Nodes withoutPath(const Nodes& nodes, const std::string& path) {
    Nodes left = nodes;
    for (Node& node : left) node.tree.erase(path);
    return left;
}

/// @param text a whole line, its end included.
Nodes withoutLine(const Nodes& nodes, const std::string& text) {
    Nodes left = nodes;
    for (Node& node : left) {
        for (auto& [path, bytes] : node.tree) {
            std::string kept;
            for (std::size_t at = 0; at < bytes.size();) {
                const std::size_t end = std::min(bytes.find('\n', at), bytes.size() - 1) + 1;
                if (bytes.compare(at, end - at, text) != 0) kept.append(bytes, at, end - at);
                at = end;
            }
            bytes = kept;
        }
        std::erase_if(node.tree, [](const auto& file) { return file.second.empty(); });
    }
    return left;
}

class Shrinker {
public:
    Shrinker(const ImaginedRepository& repository, const std::function<bool(const ImaginedRepository&)>& isStillTrue)
        : m_nodes(repository.commits), m_isStillTrue(isStillTrue) {}

    ImaginedRepository run() {
        for (bool smaller = true; smaller;) {
            smaller = false;
            for (std::size_t at = m_nodes.size(); at-- > 0;) {
                if (m_nodes.size() > 1 && take(withoutCommit(m_nodes, at))) smaller = true;
            }
            for (std::size_t at = 0; at < m_nodes.size(); ++at) {
                for (std::size_t parent = m_nodes[at].parents.size(); parent-- > 0;) {
                    if (m_nodes[at].parents.size() > 1 && take(withoutParent(m_nodes, at, parent))) smaller = true;
                }
            }
            for (const std::string& path : paths()) {
                if (take(withoutPath(m_nodes, path))) smaller = true;
            }
            for (const std::string& line : lines()) {
                if (take(withoutLine(m_nodes, line))) smaller = true;
            }
        }
        return remade(m_nodes);
    }

private:
    bool take(const Nodes& candidate) {
        ImaginedRepository made = remade(candidate);
        if (!m_isStillTrue(made)) return false;
        m_nodes = std::move(made.commits);
        return true;
    }

    [[nodiscard]] std::set<std::string> paths() const {
        std::set<std::string> found;
        for (const Node& node : m_nodes) {
            for (const auto& [path, bytes] : node.tree) found.insert(path);
        }
        return found;
    }

    [[nodiscard]] std::set<std::string> lines() const {
        std::set<std::string> found;
        for (const Node& node : m_nodes) {
            for (const auto& [path, bytes] : node.tree) {
                for (std::size_t at = 0; at < bytes.size();) {
                    const std::size_t end = std::min(bytes.find('\n', at), bytes.size() - 1) + 1;
                    found.insert(bytes.substr(at, end - at));
                    at = end;
                }
            }
        }
        return found;
    }

    Nodes m_nodes;
    const std::function<bool(const ImaginedRepository&)>& m_isStillTrue;
};

std::string quoted(const std::string& text) { return "'" + withReplaced(text, "'", "'\\''") + "'"; }

} // namespace

ImaginedRepository remade(const Nodes& nodes) {
    ImaginedRepository made;
    for (const Node& node : nodes) {
        std::string message = node.message;
        for (std::size_t named = 0; named < made.commits.size(); ++named) {
            message = withReplaced(message, toHex(nodes[named].id), toHex(made.commits[named].id));
        }
        made.commit(node.parents, node.tree, message);
    }
    return made;
}

ImaginedRepository shrink(const ImaginedRepository& repository,
                          const std::function<bool(const ImaginedRepository&)>& isStillTrue) {
    return Shrinker(repository, isStillTrue).run();
}

std::string gitScript(const ImaginedRepository& repository, const std::string& why) {
    std::string script = "#!/bin/sh\n# " + withReplaced(why, "\n", "\n# ") +
                         "\nset -e\ngit init -q -b main \"${1:-history}\"\ncd \"${1:-history}\"\n"
                         "export GIT_AUTHOR_NAME=Mia GIT_AUTHOR_EMAIL=mia@corp.example\n"
                         "export GIT_COMMITTER_NAME=Mia GIT_COMMITTER_EMAIL=mia@corp.example\n"
                         "put() { git update-index --add --cacheinfo \"100644,$(git hash-object -w --stdin),$1\"; }\n";
    for (std::size_t at = 0; at < repository.commits.size(); ++at) {
        const Node& node = repository.commits[at];
        const std::string name = "c" + std::to_string(at);
        script += "\ngit read-tree --empty\n";
        for (const auto& [path, bytes] : node.tree) {
            script += "printf '%s' " + quoted(bytes) + " | put " + quoted(path) + "\n";
        }
        std::string message = quoted(node.message);
        for (std::size_t named = 0; named < at; ++named) {
            message =
                withReplaced(message, toHex(repository.commits[named].id), "'\"$c" + std::to_string(named) + "\"'");
        }
        const std::string when = std::to_string(kFirstDay + static_cast<long long>(at) * kDay) + " +0000";
        script += "export GIT_AUTHOR_DATE='" + when + "' GIT_COMMITTER_DATE='" + when + "'\n";
        script += name + "=$(printf '%s\\n' " + message + " | git commit-tree \"$(git write-tree)\"";
        for (const std::size_t parent : node.parents) script += " -p \"$c" + std::to_string(parent) + "\"";
        script += ")\necho \"$" + name + " $(git rev-parse \"$" + name + "^{tree}\")\"\n";
    }
    script += "\ngit update-ref refs/heads/main \"$c" + std::to_string(repository.tip()) + "\"\n";
    for (const std::size_t head : repository.heads()) {
        const std::string number = std::to_string(head);
        if (head != repository.tip()) script += "git update-ref refs/heads/h" + number + " \"$c" + number + "\"\n";
    }
    return script + "git reset -q --hard\n";
}

} // namespace paydown::tests

// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/sample/fast_import.h"

#include <cstdlib>
#include <fstream>
#include <stdexcept>
#include <utility>

namespace paydown::sample {
namespace {

std::string quoted(const std::string& argument) {
    std::string text = "'";
    for (const char c : argument) text += c == '\'' ? std::string("'\\''") : std::string(1, c);
    return text + "'";
}

/// Runs git without anybody's configuration.
void git(const std::filesystem::path& repository, const std::string& arguments) {
    const std::string command =
        "GIT_CONFIG_NOSYSTEM=1 GIT_CONFIG_GLOBAL=/dev/null git -C " + quoted(repository.string()) + " " + arguments;
    if (std::system(command.c_str()) != 0) throw std::runtime_error("this failed: " + command);
}

std::string data(const std::string& bytes) { return "data " + std::to_string(bytes.size()) + "\n" + bytes + "\n"; }

} // namespace

FastImport::FastImport(std::filesystem::path repository) : m_repository(std::move(repository)) {
    if (std::filesystem::exists(m_repository)) throw std::runtime_error(m_repository.string() + " exists already");
    std::filesystem::create_directories(m_repository);
    git(m_repository, "init -q -b main .");
    std::ofstream(m_repository / ".git" / "sample-marks"); // an empty file is a valid list of marks
}

Mark FastImport::commit(const std::string& branch, const Signature& who, const std::string& message,
                        const Files& before, const Files& now, Mark parent, Mark merged) {
    const std::string person =
        who.name + " <" + who.email + "> " + std::to_string(who.seconds) + " " + who.offset + "\n";
    m_stream += "commit refs/heads/" + branch + "\nmark :" + std::to_string(++m_last) + "\n";
    m_stream += "author " + person + "committer " + person + data(message);
    if (parent != 0) m_stream += "from :" + std::to_string(parent) + "\n";
    if (merged != 0) m_stream += "merge :" + std::to_string(merged) + "\n";
    for (const auto& [path, content] : before)
        if (!now.contains(path)) m_stream += "D " + path + "\n";
    for (const auto& [path, content] : now) {
        const auto old = before.find(path);
        if (old != before.end() && old->second == content) continue;
        m_stream += std::string("M ") + (path.ends_with(".sh") ? "100755" : "100644") + " inline " + path + "\n";
        m_stream += data(content);
    }
    m_stream += "\n";
    return m_last;
}

void FastImport::tag(const std::string& name, Mark mark) {
    m_stream += "reset refs/tags/" + name + "\nfrom :" + std::to_string(mark) + "\n\n";
}

std::string FastImport::idOf(Mark mark) {
    flush();
    std::ifstream marks(m_repository / ".git" / "sample-marks");
    std::string name, id;
    while (marks >> name >> id)
        if (name == ":" + std::to_string(mark)) return id;
    throw std::runtime_error("git fast-import knows no mark " + std::to_string(mark));
}

void FastImport::finish() {
    flush();
    std::filesystem::remove(m_repository / ".git" / "sample-marks");
    git(m_repository, "config user.name 'Mia Brandt'");
    git(m_repository, "config user.email mia@harbour.example");
    git(m_repository, "checkout -q -f main");
}

void FastImport::flush() {
    const auto stream = m_repository / ".git" / "sample-stream";
    std::ofstream(stream, std::ios::binary) << m_stream;
    m_stream.clear();
    git(m_repository,
        "fast-import --quiet --force --import-marks=.git/sample-marks --export-marks=.git/sample-marks <" +
            quoted(stream.string()));
    std::filesystem::remove(stream);
}

} // namespace paydown::sample

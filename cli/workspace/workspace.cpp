// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/workspace/workspace.h"

#include "core/base/whole_file.h"
#include "core/git/repository.h"

#include <algorithm>
#include <filesystem>
#include <fmt/format.h>

namespace paydown::cli {

namespace {

namespace fs = std::filesystem;

std::string readWorkspaceFile(const std::string& path) {
    auto text = readWholeFile(path);
    if (!text) throw Error(fmt::format("cannot read the workspace {}", path), "'paydown workspace init' writes one");
    return std::move(*text);
}

fs::path folderOf(const std::string& file, const std::string& written) {
    const fs::path path(written);
    return path.is_absolute() ? path : fs::absolute(file).parent_path() / path;
}

} // namespace

Workspace::Workspace(const std::string& file)
    : m_config(std::make_shared<const WorkspaceConfig>(
          parseWorkspace(readWorkspaceFile(file), fs::path(file).filename().string()))) {
    for (const WorkspaceRepository& repository : m_config->repositories) {
        Member member{repository.name, folderOf(file, repository.path).lexically_normal().string(), nullptr};
        try {
            member.place = std::make_unique<Checkout>(CheckoutOptions{member.folder, {}, m_config});
        } catch (const Error& error) {
            throw Error(fmt::format("{} of the workspace: {}", repository.name, error.what()), error.remedy());
        }
        m_members.push_back(std::move(member));
    }
}

Member* Workspace::find(std::string_view name) {
    const auto found = std::ranges::find(m_members, name, &Member::name);
    return found == m_members.end() ? nullptr : &*found;
}

MemberId splitMemberId(std::string_view typed) {
    const auto slash = typed.find('/');
    if (slash == std::string_view::npos) return {{}, typed};
    return {typed.substr(0, slash), typed.substr(slash + 1)};
}

std::string describeWorkspace(const std::string& file, const std::vector<std::string>& folders) {
    const fs::path from = fs::weakly_canonical(fs::absolute(file)).parent_path();
    std::vector<WorkspaceRepository> repositories;
    for (const std::string& folder : folders) {
        const auto repository = fs::is_directory(folder) ? git::Repository::find(folder) : std::nullopt;
        if (!repository) throw Error(fmt::format("{} is no git repository", folder), "name folders of repositories");
        const fs::path root = repository->isBare() ? repository->gitDir() : repository->workTree();
        const fs::path relative = root.lexically_relative(from);
        repositories.push_back({repository->name(), relative.empty() ? root.string() : relative.generic_string()});
    }
    return exampleWorkspace(repositories);
}

} // namespace paydown::cli

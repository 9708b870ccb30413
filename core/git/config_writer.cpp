// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/git/config_writer.h"

#include "core/git/repository_handle.h"

namespace paydown::git {

namespace {

ConfigPtr openConfig(const Repository& repository) {
    git_config* opened = nullptr;
    const int code = git_repository_config(&opened, repository.handle().get());
    ConfigPtr config(opened);
    checkGit(code, "open the git configuration");
    return config;
}

/// The level that a clone's settings belong to, whatever worktree this is.
ConfigPtr openLocal(const ConfigPtr& config) {
    git_config* opened = nullptr;
    const int code = git_config_open_level(&opened, config.get(), GIT_CONFIG_LEVEL_LOCAL);
    ConfigPtr local(opened);
    checkGit(code, "open the repository's git configuration");
    return local;
}

} // namespace

void setConfig(const Repository& repository, const std::string& key, const std::string& value) {
    const ConfigPtr local = openLocal(openConfig(repository));
    checkGit(git_config_set_string(local.get(), key.c_str(), value.c_str()), "set " + key);
}

bool addToConfig(const Repository& repository, const std::string& key, const std::string& value) {
    const ConfigPtr config = openConfig(repository);
    struct Search {
        const std::string& wanted;
        bool found = false;
    } search{value};
    const auto compare = [](const git_config_entry* entry, void* payload) {
        auto& looking = *static_cast<Search*>(payload);
        if (entry->value != nullptr && looking.wanted == entry->value) looking.found = true;
        return 0;
    };
    git_config_get_multivar_foreach(config.get(), key.c_str(), nullptr, compare, &search);
    if (search.found) return false;
    // A pattern that matches no value of any key: what is there stays.
    checkGit(git_config_set_multivar(openLocal(config).get(), key.c_str(), "^$.", value.c_str()), "set " + key);
    return true;
}

} // namespace paydown::git

// SPDX-License-Identifier: GPL-3.0-or-later
#include "scanner/refresh/checkout.h"

#include "core/base/whole_file.h"
#include "core/git/blob_reader.h"
#include "core/git/revisions.h"
#include "scanner/refresh/checkout_state.h"

#include <filesystem>
#include <unordered_set>

namespace paydown {

namespace {

namespace fs = std::filesystem;

/// Nothing where there is no such file.
std::optional<std::string> readOwnFile(const std::string& path) {
    std::error_code failure;
    if (!fs::is_regular_file(path, failure)) return std::nullopt;
    auto text = readWholeFile(path);
    if (!text) throw Error(fmt::format("cannot read {}", path), "check its permissions");
    return text;
}

/// The configuration that stands in the work tree; a bare repository has only the committed one.
Config loadConfig(const CheckoutState& place) {
    if (place.repository && place.repository->isBare()) {
        const auto head = place.repository->head();
        const auto text = head ? git::findFile(*place.repository, *head, kConfigFileName) : std::nullopt;
        return parseConfig(text.value_or(std::string()), std::string("HEAD:") + kConfigFileName);
    }
    const auto text = readOwnFile(place.root + "/" + kConfigFileName);
    return parseConfig(text.value_or(std::string()), kConfigFileName);
}

RegistryLocation locate(const git::Repository& repository, const CheckoutOptions& options) {
    LocationRequest request;
    request.commonDirectory = repository.commonDir();
    request.explicitPath = options.registryPath.empty() ? registryFromEnvironment() : options.registryPath;
    request.sharedRepository = repository.configString("core.sharedRepository").value_or(std::string());
    return locateRegistry(request);
}

void openRepository(CheckoutState& place, const CheckoutOptions& options) {
    const git::Repository& repository = *place.repository;
    place.root = repository.isBare() ? repository.gitDir() : repository.workTree();
    place.name = repository.name();
    place.me = repository.user();
    place.location = locate(repository, options);
}

void openDirectory(CheckoutState& place, const std::string& directory) {
    place.root = fs::canonical(directory).string();
    place.name = fs::path(place.root).filename().string();
}

} // namespace

Checkout::Checkout(const CheckoutOptions& options) : m_state(std::make_unique<CheckoutState>()) {
    std::error_code failure;
    if (!fs::is_directory(options.directory, failure)) {
        throw Error(fmt::format("there is no directory {}", options.directory), "check the path given with -C");
    }
    m_state->openedAt = now();
    m_state->repository = git::Repository::find(options.directory);
    if (m_state->repository)
        openRepository(*m_state, options);
    else
        openDirectory(*m_state, options.directory);
    m_state->config = loadConfig(*m_state);
    if (options.workspace) m_state->config = inWorkspace(std::move(m_state->config), *options.workspace);
}

Checkout::~Checkout() = default;
Checkout::Checkout(Checkout&&) noexcept = default;

bool Checkout::isGit() const { return m_state->repository.has_value(); }
const std::string& Checkout::root() const { return m_state->root; }
const std::string& Checkout::name() const { return m_state->name; }
const Config& Checkout::config() const { return m_state->config; }
const Person& Checkout::me() const { return m_state->me; }
Date Checkout::today() const { return dateOf(m_state->openedAt, m_state->config.utcOffsetMinutes); }
git::Repository& Checkout::repository() { return *m_state->repository; }
RegistryHandle& Checkout::registry() { return m_state->writableRegistry(); }
bool Checkout::hasBeenScanned() { return isGit() && RegistryHandle::exists(m_state->location); }

RegistryHandle& CheckoutState::readableRegistry() {
    if (!registry) registry = RegistryHandle::open(location, OpenMode::Read);
    return *registry;
}

RegistryHandle& CheckoutState::writableRegistry() {
    if (!registry || !registryIsWritable) {
        registry.reset();
        registry = RegistryHandle::open(location, OpenMode::Write);
        registryIsWritable = true;
    }
    return *registry;
}

const git::CodeOwners& CheckoutState::owners(const std::string& revision) {
    const auto [found, isNew] = codeOwners.try_emplace(revision);
    if (!isNew) return found->second;
    std::optional<CommitId> commit;
    if (!revision.empty())
        commit = git::resolveCommit(*repository, revision);
    else if (repository && repository->isBare()) {
        commit = repository->head();
        if (!commit) return found->second;
    }
    for (const auto place : git::codeOwnersPlaces()) {
        const auto text =
            commit ? git::findFile(*repository, *commit, place) : readOwnFile(fmt::format("{}/{}", root, place));
        if (!text) continue;
        found->second = git::CodeOwners(*text, place);
        break;
    }
    return found->second;
}

CommitSet Checkout::commitsOfRange(const std::string& range) {
    const auto ends = git::resolveRange(repository(), range);
    const auto commits = git::commitsBetween(repository(), ends.from, ends.to);
    return std::make_shared<const std::unordered_set<CommitId, ObjectIdHash>>(commits.begin(), commits.end());
}

} // namespace paydown

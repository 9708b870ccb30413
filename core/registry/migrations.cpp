// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/registry/migrations.h"

#include "core/registry/churn_schema.h"
#include "core/registry/database.h"
#include "core/registry/decision_schema.h"
#include "core/registry/former_schema.h"
#include "core/registry/history_schema.h"
#include "core/registry/implied_schema.h"
#include "core/registry/interest_schema.h"
#include "core/registry/layer_schema.h"
#include "core/registry/tip_schema.h"

#include <SQLiteCpp/Database.h>
#include <SQLiteCpp/Exception.h>
#include <SQLiteCpp/Statement.h>
#include <array>

namespace paydown {

namespace {

/// Step N takes a database from version N-1 to N. Never changed once released: a new version adds a step.
constexpr std::array kSteps{kHistorySchema, kDecisionSchema, kFormerSchema, kTipSchema,
                            kImpliedSchema, kInterestSchema, kChurnSchema,  kLayerSchema};

void applyStep(Database& database, int step) {
    WriteTransaction transaction(database, Durability::Full);
    // Another process may have done it while this one waited.
    if (schemaVersionOf(database) >= step) return;
    try {
        auto& sqlite = database.sqlite();
        sqlite.exec(std::string(kSteps[static_cast<std::size_t>(step - 1)]));
        sqlite.exec(fmt::format("PRAGMA user_version={}", step));
    } catch (const SQLite::Exception&) {
        database.rethrow(fmt::format("upgrade to version {}", step));
    }
    transaction.commit();
}

} // namespace

int currentSchemaVersion() { return static_cast<int>(kSteps.size()); }

int schemaVersionOf(const Database& database) {
    try {
        return database.sqlite().execAndGet("PRAGMA user_version").getInt();
    } catch (const SQLite::Exception&) {
        database.rethrow("read the version");
    }
}

void throwNewer(const std::string& path, int version) {
    throw RegistryError(RegistryProblem::Newer,
                        fmt::format("registry {} was written by a newer paydown (version {}, this one knows {})", path,
                                    version, currentSchemaVersion()),
                        "install the newer paydown, or use another file with --registry or PAYDOWN_REGISTRY; this one "
                        "was left as it is");
}

void migrateTo(Database& database, int version) {
    const int found = schemaVersionOf(database);
    if (found > currentSchemaVersion()) throwNewer(database.path(), found);
    for (int step = found + 1; step <= version; ++step) applyStep(database, step);
}

void migrate(Database& database) { migrateTo(database, currentSchemaVersion()); }

} // namespace paydown

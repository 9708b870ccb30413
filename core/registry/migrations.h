// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>

namespace paydown {

class Database;

/// The schema's version (PRAGMA user_version) that this program reads and writes.
[[nodiscard]] int currentSchemaVersion();

/// The version of a database; 0 for an empty one. @throws RegistryError
[[nodiscard]] int schemaVersionOf(const Database& database);

/// Brings a database up to the current version: ordered steps, each in one transaction with its version number, so that
/// a kill between or within steps leaves a version that is whole. Safe when several processes do it at once.
/// @throws RegistryError (Newer) when the database is from a newer version, which is left untouched.
void migrate(Database& database);

/// Refuses a database that a newer paydown wrote. @throws RegistryError always
[[noreturn]] void throwNewer(const std::string& path, int version);

/// migrate() only as far as a version; tests make databases of older versions with it.
void migrateTo(Database& database, int version);

} // namespace paydown

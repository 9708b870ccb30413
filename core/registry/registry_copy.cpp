// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/registry/registry_copy.h"

#include "core/registry/history_rows.h"

namespace paydown {

void copyDatabase(Database& database, const std::string& path) {
    Statements sql(database);
    sql.attempt("copy the registry", [&] {
        auto& copy = sql("VACUUM INTO ?");
        copy.bind(1, path);
        copy.exec();
    });
}

} // namespace paydown

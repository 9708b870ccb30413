// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/item_id.h"
#include "core/model/object_id.h"
#include "core/registry/database.h"

#include <memory>
#include <optional>
#include <string>

namespace paydown {

/// Where an item began.
struct IntroductionPlace {
    CommitId commit;
    std::string path;
};

/// Looks up where items began, as far as their history has been read. On the connection's thread; failures are
/// RegistryError.
class Introductions {
public:
    /// @param database must outlive this.
    explicit Introductions(Database& database);
    ~Introductions();

    [[nodiscard]] std::optional<IntroductionPlace> find(const ItemId& item);

private:
    struct Query;
    std::unique_ptr<Query> m_query;
};

} // namespace paydown

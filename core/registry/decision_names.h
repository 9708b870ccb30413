// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

namespace paydown {

class RegistryHandle;

/// Keeps the names in decisions that this history does not know (made in a shallow clone, say). Those that name an
/// annotation of a commit that is known by then are settled by the next walk. @throws RegistryError
void keepNamesInDecisions(RegistryHandle& registry);

} // namespace paydown

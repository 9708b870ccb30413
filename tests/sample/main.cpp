// SPDX-License-Identifier: GPL-3.0-or-later

/// paydown-make-sample DIR: writes the sample repository that tests and screenshots use.

#include "tests/sample/story.h"

#include <cstdio>
#include <exception>

int main(int argc, char** argv) {
    if (argc != 2) {
        std::fputs("usage: paydown-make-sample DIR\n", stderr);
        return 2;
    }
    try {
        paydown::sample::FastImport repository(argv[1]);
        paydown::sample::Story(repository).tell();
        repository.finish();
    } catch (const std::exception& error) {
        std::fprintf(stderr, "paydown-make-sample: %s\n", error.what());
        return 2;
    }
    return 0;
}

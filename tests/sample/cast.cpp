// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/sample/cast.h"

namespace paydown::sample {

std::vector<Module> modules() {
    return {
        {"pay", "pay", Language::Cpp, {"bank", "charge", "invoice", "refund", "tariff", "dunning"}, 0},
        {"berth", "berth", Language::Cpp, {"alloc", "plan", "pilots", "window", "crane"}, 0},
        {"scripts", "scripts", Language::Shell, {"nightly", "backup", "restore"}, 30},
        {"web", "web/src", Language::TypeScript, {"bookings", "forms", "quayMap", "session", "print", "search"}, 110},
        {"forecast", "forecast", Language::Python, {"arrivals", "tide", "train", "publish", "evaluate"}, 150},
        {"gateway", "gateway", Language::Go, {"customs", "agents", "queue", "health"}, 290},
        {"ledger", "ledger", Language::Java, {"Journal", "Posting", "YearEnd", "Report"}, 380},
        {"telemetry", "telemetry/src", Language::Rust, {"gauge", "buoy", "ring", "sink"}, 500},
    };
}

const std::vector<Author>& authors() {
    static const std::vector<Author> kAuthors = {
        {"Mia Brandt", "mia@harbour.example", {"pay", "berth", "web"}, 60, 1001, "+0100"},
        {"mia", "mia@laptop.local", {"pay", "berth"}, 0, 60, "+0100"}, // the same, before she set up git
        {"Kai Lindqvist", "kai@harbour.example", {"berth", "gateway", "scripts"}, 0, 1001, "+0200"},
        {"Tomás Ferreira", "tomas@harbour.example", {"berth", "pay"}, 0, 420, "+0000"},
        {"Jonas Weber", "jonas@harbour.example", {"berth", "scripts", "telemetry"}, 20, 620, "+0100"},
        {"Noor Haddad", "noor@harbour.example", {"pay", "ledger"}, 90, 1001, "+0200"},
        {"Elena Petrova", "elena@harbour.example", {"web", "forecast"}, 110, 1001, "+0200"},
        {"Priya Raman", "priya@harbour.example", {"forecast", "telemetry"}, 150, 1001, "+0530"},
        {"Sam Okafor", "sam@harbour.example", {"gateway", "scripts", "telemetry"}, 290, 1001, "+0100"},
    };
    return kAuthors;
}

const std::vector<FixedText>& fixedTexts() {
    static const std::vector<FixedText> kTexts = {
        {0, "README.md",
         "# harbour\n\nBerths, pilots and invoices of a port. Build with `cmake -B build && cmake --build build`.\n",
         "Start the harbour"},
        {0, "CMakeLists.txt",
         "cmake_minimum_required(VERSION 3.18)\nproject(harbour CXX)\n\n# TODO: warnings as errors\n"
         "add_subdirectory(pay)\nadd_subdirectory(berth)\n",
         "Start the harbour"},
        {70, ".mailmap", "Mia Brandt <mia@harbour.example> mia <mia@laptop.local>\n", "Say who is who"},
        {115, "web/index.html",
         "<!doctype html>\n<html lang=\"en\">\n<head>\n  <title>harbour</title>\n  <!-- TODO: a favicon -->\n</head>\n"
         "<body>\n  <div id=\"app\"></div>\n  <script>\n    // HACK: the bundler loses the base path\n"
         "    window.base = '/';\n  </script>\n</body>\n</html>\n",
         "web: Add the page"},
        {200, "Dockerfile",
         "FROM debian:bookworm-slim\n# FIXME: pin the base image\nCOPY build/harbour /usr/bin/harbour\n"
         "ENTRYPOINT [\"harbour\"]\n",
         "Put the harbour into an image"},
        {300, "gateway/schema.sql",
         "create table message (\n  id bigint primary key,\n  agent text not null, -- TODO: reference the agents\n"
         "  body text not null\n);\n",
         "gateway: Add the schema"},
        {400, "deploy/values.yaml",
         "replicas: 2\n# XXX: doubled during the storm, never taken back\nmemory: 4Gi\nports: [8080, 9090]\n",
         "deploy: Run two of everything"},
        {630, "CODEOWNERS",
         "*            @mia\nberth/       @kai\nbilling/     @mia @noor\nweb/         @elena\nforecast/    @priya\n"
         "gateway/     @sam\nledger/      @noor\ntelemetry/   @priya\n",
         "Say who owns what"},
        {640, ".paydown.toml",
         "# What we do about debt; see docs/debt.md.\nmainline = \"main\"\nutc_offset = \"+01:00\"\n\n[inbox]\n"
         "since = \"v2.1\"\n\n[policy]\nmode = \"report\"\n\n[plan]\nstart = 2026-01-05\ndays = 14\nhours = 12\n\n"
         "[owners.aliases]\n\"@mia\" = [\"mia@harbour.example\"]\n\"@kai\" = [\"kai@harbour.example\"]\n"
         "\"@noor\" = [\"noor@harbour.example\"]\n\"@elena\" = [\"elena@harbour.example\"]\n"
         "\"@priya\" = [\"priya@harbour.example\"]\n\"@sam\" = [\"sam@harbour.example\"]\n"
         "\"@tomas\" = [\"tomas@harbour.example\"]\n\"@jonas\" = [\"jonas@harbour.example\"]\n",
         "Sort our debt"},
        {640, "docs/debt.md",
         "# Debt\n\nReckless: we knew it was wrong. It goes first, with an owner and a date.\n\n"
         "Prudent: we chose it. It says why, and when to look again.\n",
         "Sort our debt"},
        {720, "DEBT.md",
         "# Debt that has no line of code\n\n"
         "- DEBT(prudent, @kai, from=INC-42, path=berth/**): no connection pooling, fails on spikes\n"
         "  why: the storm of March was the first spike in four years\n"
         "- DEBT(reckless, @sam, 2026-12-18, 3d, from=INC-42, path=gateway/**): nobody is paged when the gateway "
         "stops\n"
         "- DEBT(reckless, @noor, 1w, path=ledger/**): the restore of the ledger was never tried\n",
         "Write down what the storm taught us"},
        {930, "DEBT.md",
         "# Debt that has no line of code\n\n"
         "- DEBT(prudent, @kai, from=INC-42, path=berth/**): no connection pooling, fails on spikes\n"
         "  why: the storm of March was the first spike in four years\n"
         "- DEBT(reckless, @sam, 2026-12-18, 3d, from=INC-42, path=gateway/**): nobody is paged when the gateway "
         "stops\n",
         "Try the restore of the ledger"},
    };
    return kTexts;
}

} // namespace paydown::sample

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "cli/format/item_writer.h"

namespace paydown::cli {

/// One JSON document: the envelope, the items as they come, the skipped files. Streams: memory does not grow with
/// items.
class JsonWriter final : public ItemWriter {
public:
    JsonWriter(Output& output, const WriterContext& context) : m_output(output), m_context(context) {}
    void begin() override;
    void item(const ItemView& view) override;
    void end() override;

private:
    Output& m_output;
    const WriterContext& m_context;
    bool m_first = true;
};

/// One JSON object a line.
class JsonLinesWriter final : public ItemWriter {
public:
    explicit JsonLinesWriter(Output& output) : m_output(output) {}
    void item(const ItemView& view) override;

private:
    Output& m_output;
};

/// RFC 4180 with a header record, guarded against formulas.
class CsvWriter final : public ItemWriter {
public:
    CsvWriter(Output& output, const WriterContext& context) : m_output(output), m_context(context) {}
    void begin() override;
    void item(const ItemView& view) override;

private:
    Output& m_output;
    const WriterContext& m_context;
};

/// A Markdown table for a chat or a pull request; text of the repository is escaped so that it cannot become markup.
class MarkdownWriter final : public ItemWriter {
public:
    MarkdownWriter(Output& output, const WriterContext& context) : m_output(output), m_context(context) {}
    void begin() override;
    void item(const ItemView& view) override;

private:
    Output& m_output;
    const WriterContext& m_context;
};

/// "path:line:col: text", as Vim's quickfix and other editors read it.
class VimWriter final : public ItemWriter {
public:
    explicit VimWriter(Output& output) : m_output(output) {}
    void item(const ItemView& view) override;

private:
    Output& m_output;
};

} // namespace paydown::cli

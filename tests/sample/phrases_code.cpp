// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/sample/phrases.h"

namespace paydown::sample {
namespace {

const Phrases& cpp() {
    static const Phrases kPhrases = {
        {"Result<{Noun}> {name}(const {Other}& {other}) {", "void {name}({Noun}& {noun}, const {Other}& {other}) {",
         "bool {name}(const {Noun}& {noun}, std::chrono::minutes window) {"},
        {{"const auto {other} = find{Other}({noun}.id());", "if (!{other}) return unknown(\"{other}\", {noun}.id());"},
         {"for (int attempt = 0; attempt < {number}; ++attempt) {", "\tif (bank.send({noun})) break;",
          "\tsleepFor(backoff * attempt);", "}"},
         {"const Money fee = tariff.rate({noun}.length()) * {number};"},
         {"log(\"{noun} {} took {} ms\", {noun}.id(), elapsed);"},
         {"std::lock_guard lock(m_mutex);", "m_{other}s[{noun}.id()] = {noun};"},
         {"auto rows = db.query(\"SELECT id, state FROM {noun} WHERE {other} = ?\", {other}.id());",
          "for (const Row& row : rows) total += row.amount();"},
         {"if ({noun}.draught() > {number}) {", "\tnotify({other}.agent(), Reason::TooDeep);", "\treturn {};", "}"},
         {"{other}.setDeadline(now() + std::chrono::hours({number}));"},
         {"static_cast<void>(audit.append({noun}));"}},
        {"return {noun}.isSettled();", "return {};", "return commit({noun});"},
        "}"};
    return kPhrases;
}

const Phrases& python() {
    static const Phrases kPhrases = {
        {"def {name}({noun}, {other}=None):", "def {name}({noun}s, window={number}):",
         "def {name}(session, {noun}_id):"},
        {{"rows = [r for r in load(\"{noun}\") if r.{other} is not None]"},
         {"try:", "\t{other} = fetch_{other}({noun}, timeout={number})",
          "except OSError as error:", "\tlog.warning(\"%s is not there: %s\", {noun}, error)", "\treturn None"},
         {"frame = frame.rolling({number}).mean().dropna()"},
         {"if len({noun}s) > {number}:", "\t{noun}s = {noun}s[-{number}:]"},
         {"weights = {k: v / {number} for k, v in {other}s.items()}"},
         {"log.info(\"%d {noun}s, newest %s\", len(rows), rows[-1].at)"},
         {"session.add({Noun}(id={noun}_id, state=\"open\"))", "session.flush()"},
         {"for {other} in {other}s:", "\tscore[{other}] = model.predict({other}) * {number}"}},
        {"return rows", "return {other}", "return sum(weights.values())"},
        ""};
    return kPhrases;
}

const Phrases& typeScript() {
    static const Phrases kPhrases = {
        {"export async function {name}({noun}Id: string): Promise<{Noun} | null> {",
         "export function {name}({noun}: {Noun}, {other}s: {Other}[]): string {",
         "export function {name}(state: State, limit = {number}): State {"},
        {{"const {other}s = await api.get<{Other}[]>(`/{other}s?limit={number}`);"},
         {"if (!{noun}.confirmed) {", "\ttoast(t('{noun}.not_confirmed'));", "\treturn null;", "}"},
         {"const total = {other}s.reduce((sum, it) => sum + it.amount, 0);"},
         {"setTimeout(() => refresh({noun}.id), {number} * 1000);"},
         {"const label = {noun}.name.padEnd({number}).trim();"},
         {"for (const it of {other}s) {", "\tif (it.{noun}Id === {noun}.id) visible.push(it);", "}"},
         {"localStorage.setItem('{noun}', JSON.stringify({ page, size: {number} }));"},
         {"render(<Row key={id} title={title} dense={size < {number}} />);"}},
        {"return { ...state, {noun}s: visible };", "return format(total, locale);", "return null;"},
        "}"};
    return kPhrases;
}

const Phrases& go() {
    static const Phrases kPhrases = {
        {"func {name}(ctx context.Context, {noun} *{Noun}) error {",
         "func (s *Server) {name}(id string) (*{Noun}, error) {"},
        {{"{other}, err := s.store.{Other}(ctx, {noun}.ID)", "if err != nil {",
          "\treturn fmt.Errorf(\"{other} of %s: %w\", {noun}.ID, err)", "}"},
         {"ctx, cancel := context.WithTimeout(ctx, {number}*time.Second)", "defer cancel()"},
         {"s.mu.Lock()", "s.{noun}s[{noun}.ID] = {noun}", "s.mu.Unlock()"},
         {"if len(s.{other}s) > {number} {", "\treturn ErrTooMany{Other}s", "}"},
         {"s.metrics.Observe(\"{noun}\", time.Since(start))"},
         {"for _, {other} := range {noun}.{Other}s {", "\ts.queue <- {other}", "}"},
         {"s.log.Info(\"{noun} forwarded\", \"id\", {noun}.ID, \"to\", {other})"}},
        {"return s.publish({noun})", "return nil, nil"},
        "}"};
    return kPhrases;
}

const Phrases& rust() {
    static const Phrases kPhrases = {
        {"pub fn {name}({noun}: &{Noun}, {other}s: &[{Other}]) -> Result<f64, Error> {",
         "fn {name}(buffer: &mut Vec<{Noun}>) -> usize {"},
        {{"let {other} = {noun}.{other}().unwrap();"},
         {"if {noun}.age() > Duration::from_secs({number}) {", "\treturn Err(Error::Stale({noun}.id));", "}"},
         {"let mean = samples.iter().sum::<f64>() / {number} as f64;"},
         {"for {other} in {other}s.iter().take({number}) {", "\tsum += {other}.height * {other}.weight;", "}"},
         {"buffer.drain(..{number}.min(buffer.len()));"},
         {"let packet = encode(&{noun}, {number});", "socket.send(&packet)?;"},
         {"log::debug!(\"{noun} {} with {} {other}s\", {noun}.id, {other}s.len());"}},
        {"Ok(mean)", "buffer.len()"},
        "}"};
    return kPhrases;
}

const Phrases& java() {
    static const Phrases kPhrases = {
        {"{Noun} {name}({Other} {other}) {", "void {name}(List<{Noun}> {noun}s, int limit) {"},
        {{"var {other}s = repository.findAllBy{Noun}({noun});"},
         {"if ({noun}.total().compareTo(limit) > {number}) {",
          "\tthrow new IllegalStateException(\"{noun} over its limit\");", "}"},
         {"for (var entry : {other}s) {", "\tsum = sum.add(entry.amount());", "}"},
         {"try {", "\tjournal.append({noun}, {number});", "} catch (IOException e) {", "\treturn null;", "}"},
         {"executor.schedule(() -> post({noun}), {number}, SECONDS);"},
         {"LOG.info(\"{} {noun}s posted\", {noun}s.size());"},
         {"synchronized (this) {", "\tcache.put({noun}.id(), {noun});", "}"}},
        {"return journal.last();", "return {noun};"},
        "}"};
    return kPhrases;
}

const Phrases& shell() {
    static const Phrases kPhrases = {
        {"{name}() {"},
        {{"local {noun}=${1:?no {noun} given}"},
         {"for {other} in \"$state\"/{other}s/*.json; do", "\tupload \"${other}\" --retries {number}", "done"},
         {"curl -fsS --max-time {number} \"$gateway/{noun}s\" >\"$work/{noun}s.json\""},
         {"[[ -s $work/{noun}s.json ]] || die \"no {noun}s from the gateway\""},
         {"rsync -a --delete \"$work/\" \"backup:{noun}/$(date +%F)/\""},
         {"echo \"{noun}: $(wc -l <\"$work/{noun}s.csv\") rows\""}},
        {"rm -rf \"$work\"", "echo done"},
        "}"};
    return kPhrases;
}

} // namespace

const Phrases& phrasesOf(Language language) {
    switch (language) {
    case Language::Cpp: break;
    case Language::Python: return python();
    case Language::TypeScript: return typeScript();
    case Language::Go: return go();
    case Language::Rust: return rust();
    case Language::Java: return java();
    case Language::Shell: return shell();
    }
    return cpp();
}

const std::vector<std::string_view>& verbs() {
    static const std::vector<std::string_view> kVerbs = {
        "charge",   "allocate", "release", "settle",   "publish", "reconcile", "import",  "export",
        "validate", "reserve",  "cancel",  "announce", "merge",   "price",     "refund",  "enrol",
        "moor",     "forward",  "load",    "assign",   "split",   "close",     "archive", "estimate"};
    return kVerbs;
}

const std::vector<std::string_view>& nouns() {
    static const std::vector<std::string_view> kNouns = {
        "berth", "vessel",  "booking", "invoice", "tariff",  "pilot",   "tide",    "crane",  "manifest", "quay",
        "slot",  "deposit", "convoy",  "payment", "receipt", "mooring", "customs", "ledger", "permit",   "agent"};
    return kNouns;
}

} // namespace paydown::sample

#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Asks git alone when debts came and went, and compares with what paydown says.

    history_witness.py REPOSITORY [--paydown PROGRAM] [--items N] [--seed N] [--words A,B] [--blame] [--report FILE]

Items are drawn at random, with a fixed seed, from what stands at HEAD and from what has ended. The witness follows the
text of an item's title through the trees of all commits: back from where it stands to the commit that has it and none of
whose parents has; forth from where it came to the commit that has it no more although its parents have. A text that
replaced a like one in the same file is the same debt, reworded. Where the text is not alone, `git log -L` follows the
line. `--blame` asks git blame, and git blame -w -M -C -C, as well. Every disagreement is written to the report, one JSON
object a line.

PAYDOWN_REGISTRY names the registry; the repository must have been scanned.
"""

import argparse
import json
import os
import random
import re
import subprocess
import sys

from annotation_lines import History, folded, git

WORDS = ["TODO", "FIXME", "HACK", "XXX", "DEBT", "TECHDEBT"]
PATCH_COMMIT = re.compile(rb"^commit ([0-9a-f]{40})$", re.MULTILINE)


def items_of(paydown, repository):
    run = subprocess.run([paydown, "-C", repository, "list", "--state", "all", "-f", "jsonl"], stdout=subprocess.PIPE,
                         check=True)
    items = [json.loads(line) for line in run.stdout.splitlines()]
    return [item for item in items if item["id"] and item["introduced"] and item["form"] == "comment"]


def last_edit(paydown, repository, item):
    """The last commit that gave an item its text, so that its text is looked for where it stood."""
    run = subprocess.run([paydown, "-C", repository, "log", item["id"], "-f", "jsonl"], stdout=subprocess.PIPE, check=True)
    events = [json.loads(line) for line in run.stdout.splitlines()]
    return next((e["commit"] for e in events if e["event"] in ("edited", "reclassified", "reopened", "moved")), None)


class Witness:
    def __init__(self, history):
        self.history = history

    def introduction(self, item):
        """The commit, and how it was found; none where it cannot tell."""
        text = folded(item["title"].encode())
        stands_in = self.history.tip
        if item["ended"]:  # What stood before the ending: that it is the right one, ending() tells.
            having = [p for p in self.history.parents.get(item["ended"]["commit"], ()) if text and self.history.counts(text)[p]]
            if not having:
                return None, "no parent of the ending has the text"
            stands_in = having[0]
        if not text or not self.history.touched_by(text)[1] or self.history.counts(text)[stands_in] != 1:
            return (None, "not the only one of its text") if item["ended"] else self.by_line(item)
        how = "trees"
        for _ in range(20):  # Rewordings.
            begun = self.history.beginnings(text, stands_in)
            if not begun:
                return None, "the trees do not tell"
            if len(begun) > 1:
                how = "trees, the first of several"
            older = self.history.replaced(begun[0], text, "+")
            before = [p for p in self.history.parents[begun[0]] if older and self.history.counts(older)[p]]
            if not before:
                return begun[0], how
            text, stands_in = older, before[0]
        return None, "reworded too often"

    def ending(self, item):
        """Where the text vanished that stood at its introduction or last edit."""
        text = folded(item["title"].encode())
        if not text or not self.history.touched_by(text)[1]:
            return None, "no text"
        stood_in = next((c for c in (item["changed_before"], item["introduced"]["commit"])
                         if c in self.history.order and self.history.counts(text)[c]), None)
        if stood_in is None:
            return None, "the text does not stand at its introduction"
        ended = self.history.endings(text, stood_in)
        if not ended:
            return None, "the text still stands"
        newer = self.history.replaced(ended[-1], text, "-")
        how = "trees" if len(ended) == 1 else "trees, the last of several"
        return ended[-1], how + ("; a like text took its place" if newer else "")

    def by_line(self, item):
        """Follows the line of an item that stands, until it has no tagged line on the old side."""
        where = f"-L{item['line']},{item['line']}:{item['path']}"
        patch = git(self.history.repository, "log", "--no-color", "--no-ext-diff", "--format=commit %H", where,
                    self.history.tip)
        found = None
        marks = list(PATCH_COMMIT.finditer(patch))
        for mark, end in zip(marks, [m.start() for m in marks[1:]] + [len(patch)]):
            found = mark.group(1).decode()
            lines = patch[mark.end():end].split(b"\n")
            old = [line for line in lines if line.startswith(b"-") and not line.startswith(b"---")]
            if not any(self.history.word.search(line) for line in old):
                break
        return (found, "log -L") if found else (None, "log -L says nothing")


def blame(repository, tip, item, options):
    output = git(repository, "blame", "--porcelain", *options, "-L", f"{item['line']},{item['line']}", tip, "--", item["path"])
    return output[:40].decode() if output else None


class Tally:
    def __init__(self, name):
        self.name, self.equal, self.asked, self.silent = name, 0, 0, 0

    def add(self, mine, theirs):
        if theirs is None:
            self.silent += 1
            return False
        self.asked += 1
        self.equal += mine == theirs
        return mine == theirs

    def row(self):
        share = 100 * self.equal / self.asked if self.asked else 0
        return f"| {self.name} | {self.asked} | {self.equal} | {share:.1f} % | {self.silent} |"


def compare(arguments, out):
    repository = arguments.repository
    tip = git(repository, "rev-parse", "HEAD").decode().strip()
    items = items_of(arguments.paydown, repository)
    draw = random.Random(arguments.seed)
    live = [item for item in items if not item["ended"]]
    ended = [item for item in items if item["ended"]]
    live = draw.sample(live, min(arguments.items, len(live)))
    ended = draw.sample(ended, min(arguments.items, len(ended)))
    for item in ended:
        item["changed_before"] = last_edit(arguments.paydown, repository, item)
    history = History(repository, tip, arguments.words, {item["title"].encode() for item in live + ended})
    witness = Witness(history)
    tallies = {"introduction, live": Tally("introduction, live"), "introduction, ended": Tally("introduction, ended"),
               "ending": Tally("ending"), "blame": Tally("git blame, live"),
               "blame -w -M -C -C": Tally("git blame -w -M -C -C, live")}

    def ask(name, item, mine, answer):
        theirs, how = answer
        if not tallies[name].add(mine, theirs):
            out.write(json.dumps({"about": name, "id": item["id"], "path": item["path"], "line": item["line"],
                                  "title": item["title"], "paydown": mine, "witness": theirs, "how": how}) + "\n")

    for item in live:
        ask("introduction, live", item, item["introduced"]["commit"], witness.introduction(item))
        if arguments.blame:
            for name, options in (("blame", []), ("blame -w -M -C -C", ["-w", "-M", "-C", "-C"])):
                ask(name, item, item["introduced"]["commit"], (blame(repository, tip, item, options), "blame"))
    for item in ended:
        ask("introduction, ended", item, item["introduced"]["commit"], witness.introduction(item))
        ask("ending", item, item["ended"]["commit"], witness.ending(item))
    print(f"{repository} at {tip[:12]}: {len(live)} live and {len(ended)} ended items, seed {arguments.seed}")
    print("| asked about | items | equal | share | witness silent |\n|---|---|---|---|---|")
    for tally in tallies.values():
        if tally.asked + tally.silent:
            print(tally.row())


def main():
    parser = argparse.ArgumentParser(description=__doc__.split("\n", 1)[0])
    parser.add_argument("repository")
    parser.add_argument("--paydown", default="paydown", help="the program to judge")
    parser.add_argument("--items", type=int, default=200, help="items of each kind (default 200)")
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--words", type=lambda text: text.split(","), default=WORDS)
    parser.add_argument("--blame", action="store_true", help="ask git blame as well")
    parser.add_argument("--report", default=os.devnull, help="where disagreements go, as JSON lines")
    arguments = parser.parse_args()
    with open(arguments.report, "w", encoding="utf-8") as out:
        compare(arguments, out)
    return 0


if __name__ == "__main__":
    sys.exit(main())

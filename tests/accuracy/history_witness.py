#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Asks git alone when debts came and went, and compares with what paydown says.

    history_witness.py REPOSITORY [--paydown PROGRAM] [--items N] [--seed N] [--words A,B] [--blame] [--report FILE]

Items are drawn at random, with a fixed seed, from what stands at HEAD and from what has ended. The witness follows the
text behind an item's tag from commit to commit: back from where it stands to the commit that has it and none of whose
parents has; forth from where it came to the commit that has it no more although its parents have. It goes on in another
file when the text left one and came in another, in a like text that took its place in the same file, and in the same text
that comes back to its file later. Of equal texts in one file, the hunks of `git diff` say which is which. `--blame` asks
git blame, and git blame -w -M -C -C, for the commit that brought the line, and holds that against the witness too. Every
disagreement of paydown and the witness is written to the report, one JSON object a line.

PAYDOWN_REGISTRY names the registry; the repository must have been scanned.
"""

import argparse
import json
import os
import random
import subprocess
import sys

from followed_text import Follower
from git_history import History, git, key_of

WORDS = ["TODO", "FIXME", "HACK", "XXX", "DEBT", "TECHDEBT"]
BLAMES = {"git blame": [], "git blame -w -M -C -C": ["-w", "-M", "-C", "-C"]}


def paydown_says(arguments, *command):
    run = subprocess.run([arguments.paydown, "-C", arguments.repository, *command, "-f", "jsonl"], stdout=subprocess.PIPE,
                         check=True)
    return [json.loads(line) for line in run.stdout.splitlines()]


class Witness:
    """Each answer is the id of a commit, or none, and why."""

    def __init__(self, history):
        self.history = history
        self.follower = Follower(history)

    def stands(self, item):
        """Where an item stands: at the tip, or in the parents of its ending."""
        places = [len(self.history.ids) - 1]
        if item["ended"]:
            places = self.history.parents[self.history.numbers[item["ended"]["commit"]]]
        key = key_of(item["title"].encode())
        found = [(place, self.follower.find(place, item["path"].encode(), item["line"], key)) for place in places]
        return [(place, stand) for place, stand in found if stand]

    def introduction(self, item):
        stands = self.stands(item)
        if not stands:
            return None, "its text is not found where it stands"
        begun = self.follower.beginnings(*stands[0])
        return self.history.ids[begun[0]], "the first of several" if len(begun) > 1 else "the only one"

    def ending(self, item):
        first = item["began"]
        commit = self.history.numbers[first["commit"]]
        key = key_of(first["title"].encode())
        stand = self.follower.find(commit, first["path"].encode(), first["line"], key)
        if not stand:
            return None, "its text is not found at its introduction"
        ended = self.follower.endings(commit, stand)
        if not ended:
            return "never", "it stands"
        return self.history.ids[ended[-1]], "the last of several" if len(ended) > 1 else "the only one"


def blamed(repository, item, stands, history, options):
    """The commit that brought the line, where the item stands."""
    if not stands:
        return None
    commit, _ = stands[0]
    output = git(repository, "blame", "--porcelain", *options, "-L", f"{item['line']},{item['line']}", history.ids[commit],
                 "--", item["path"])
    return output[:40].decode() or None


class Tally:
    """How often each of several says what the witness says."""

    def __init__(self, name, programs):
        self.name, self.asked, self.silent = name, 0, 0
        self.equal = {program: 0 for program in programs}

    def add(self, truth, answers):
        if truth is None:
            self.silent += 1
            return
        self.asked += 1
        for program, answer in answers.items():
            self.equal[program] += answer == truth

    def row(self):
        shares = [f"{equal} ({100 * equal / max(1, self.asked):.1f} %)" for equal in self.equal.values()]
        return f"| {self.name} | {self.asked} | {self.silent} | " + " | ".join(shares) + " |"


def drawn(arguments):
    items = paydown_says(arguments, "list", "--state", "all")
    items = [item for item in items if item["id"] and item["introduced"] and item["form"] == "comment"]
    draw = random.Random(arguments.seed)
    live = [item for item in items if not item["ended"]]
    ended = [item for item in items if item["ended"]]
    live = draw.sample(live, min(arguments.items, len(live)))
    ended = draw.sample(ended, min(arguments.items, len(ended)))
    for item in ended:
        events = paydown_says(arguments, "log", item["id"])
        began = [e for e in events if e["event"] in ("introduced", "copied") and e["commit"] == item["introduced"]["commit"]]
        item["began"] = began[-1]
    words = set(arguments.words) | {item["tag"] for item in live + ended}
    by_path = lambda item: item["path"]  # So that what is known of a file is asked for while it is remembered.
    return sorted(live, key=by_path), sorted(ended, key=by_path), sorted(words)


def compare(arguments, out):
    tip = git(arguments.repository, "rev-parse", "HEAD").decode().strip()
    live, ended, words = drawn(arguments)
    history = History(arguments.repository, tip, [word.encode() for word in words])
    witness = Witness(history)
    blames = BLAMES if arguments.blame else {}
    tallies = []

    def ask(name, items, truth_of, answer_of, programs):
        tally = Tally(name, ["paydown", *programs])
        for item in items:
            truth, how = truth_of(item)
            answers = {"paydown": answer_of(item)}
            for program, options in programs.items():
                answers[program] = blamed(arguments.repository, item, witness.stands(item), history, options)
            tally.add(truth, answers)
            if truth != answers["paydown"]:
                out.write(json.dumps({"about": name, "id": item["id"], "path": item["path"], "line": item["line"],
                                      "title": item["title"], "witness": truth, "how": how, **answers}) + "\n")
                out.flush()
        tallies.append(tally)

    def introduced(item):
        return item["introduced"]["commit"]

    ask("introduction, live", live, witness.introduction, introduced, blames)
    ask("introduction, ended", ended, witness.introduction, introduced, blames)
    ask("ending", ended, witness.ending, lambda item: item["ended"]["commit"], {})
    print(f"{arguments.repository} at {tip[:12]}: {len(live)} live and {len(ended)} ended items, seed {arguments.seed}")
    columns = ["asked about", "items", "witness silent", "paydown", *blames]
    print("| " + " | ".join(columns) + " |\n|" + "---|" * len(columns))
    for tally in tallies:
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

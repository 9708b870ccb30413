#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Holds what paydown reads in a repository against readers that share no code with it.

    compare_comments.py --paydown PROGRAM --ranges PROGRAM REPO…

For each file that git tracks and that holds TODO, FIXME, HACK or XXX as a whole word, an independent reader says
whether each occurrence lies in a comment, a docstring, a string or code. That is compared with the comments that
paydown reads and with what `paydown list --mentions` reports. Prints a table for each repository, and every
disagreement as FILE:LINE with both opinions and the line.
"""

import argparse
import bisect
import collections
import json
import os
import re
import subprocess
import sys
import tempfile

import witnesses

LEGACY_WORDS = "TODO,FIXME,HACK,XXX"
LONGEST_LINE = 140

Occurrence = collections.namedtuple("Occurrence", "path offset line column text")


class Tally:
    """What was counted for one language of one repository."""

    def __init__(self):
        self.occurrences = self.comments = self.found = self.listed = self.outside = self.unread = 0


def tracked_files(repo):
    listing = subprocess.run(["git", "-C", repo, "ls-files", "-z"], capture_output=True, check=True).stdout
    for name in sorted(set(listing.split(b"\0")) - {b""}):
        path = os.path.join(os.fsencode(repo), name)
        if os.path.isfile(path) and not os.path.islink(path):
            yield os.fsdecode(name), path


def pattern_of(words):
    """Matches these words as whole words."""
    choice = b"|".join(re.escape(word.encode()) for word in words.split(","))
    return re.compile(rb"(?<![A-Za-z0-9_])(?:" + choice + rb")(?![A-Za-z0-9_])")


def occurrences_in(name, data, words):
    found = []
    starts = witnesses.line_starts(data) + [len(data)]
    for match in words.finditer(data):
        line = bisect.bisect_right(starts, match.start(), 0, len(starts) - 1)
        begin = starts[line - 1]
        text = data[begin : starts[line]].decode("utf-8", "replace").strip()
        found.append(Occurrence(name, match.start(), line, match.start() - begin + 1, text))
    return found


def reported_by(paydown, repo):
    """The places that `paydown list` reports, mentions too, and the files that it says it left out."""
    with tempfile.TemporaryDirectory() as folder:
        environment = dict(os.environ, PAYDOWN_REGISTRY=os.path.join(folder, "registry.db"))
        command = [paydown, "-C", repo, "--no-pager", "list", "--mentions", "--format", "json"]
        listing = json.loads(subprocess.run(command, env=environment, capture_output=True, check=True).stdout)
    places = collections.defaultdict(set)
    for item in listing["items"]:
        for place in [item] + item["also"]:
            places[place["path"]].add((place["line"], place["column"]))
    return places, {entry["path"]: entry["reason"] for entry in listing["skipped"]}


def ranges_of(program, paths):
    """What the lexical reader says about each file: {"language", "comments", "strings"}, empty when it reads none."""
    names = b"\0".join(paths)
    output = subprocess.run([program, "ranges"], input=names, capture_output=True, check=True).stdout
    return [json.loads(line) for line in output.splitlines()]


def lies_in(ranges, offset):
    at = bisect.bisect_right(ranges, [offset, sys.maxsize]) - 1
    return at >= 0 and ranges[at][0] <= offset < ranges[at][1]


def opinion_of_paydown(reading, offset):
    if lies_in(reading["comments"], offset):
        return "comment"
    return "string" if lies_in(reading["strings"], offset) else "code"


def is_reported(places, occurrence):
    """A tag behind '@' or a backslash is reported with it."""
    return places is not None and any((occurrence.line, occurrence.column - shift) in places for shift in (0, 1))


def compare_file(name, path, reading, places, words, tally, report):
    with open(path, "rb") as file:
        data = file.read()
    found = occurrences_in(name, data, words)
    try:
        opinions, witness = witnesses.ask(reading["language"], path, data, [o.offset for o in found])
    except witnesses.Unreadable as reason:
        tally.unread += len(found)
        report("unread", found[0], str(reason), "")
        return
    for occurrence, opinion in zip(found, opinions):
        ours = opinion_of_paydown(reading, occurrence.offset)
        is_listed = is_reported(places, occurrence)
        says = f"{witness} {opinion.kind} ({opinion.token})"
        tally.occurrences += 1
        tally.comments += opinion.kind == "comment"
        tally.found += opinion.kind == ours == "comment"
        tally.listed += opinion.kind == "comment" and is_listed
        tally.outside += opinion.kind != "comment" and (is_listed or ours == "comment")
        if opinion.kind == "comment" and ours != "comment":
            report("missed", occurrence, says, f"paydown {ours}")
        elif opinion.kind != "comment" and (is_listed or ours == "comment"):
            report("outside", occurrence, says, f"paydown {ours}" + (", reported" if is_listed else ""))
        elif opinion.kind == "comment" and not is_listed and places is not None:
            report("unlisted", occurrence, says, "paydown comment")


def compare(repo, programs, shown):
    words = pattern_of(programs.words)
    # `paydown list` looks for its own words; for others only the readers are compared.
    places, skipped = reported_by(programs.paydown, repo) if programs.words == LEGACY_WORDS else (None, {})
    candidates = []
    for name, path in tracked_files(repo):
        with open(path, "rb") as file:
            data = file.read()
        if name not in skipped and words.search(data) and b"\0" not in data:
            candidates.append((name, path))
    readings = ranges_of(programs.ranges, [path for _, path in candidates])
    tallies = collections.defaultdict(Tally)
    lines = []

    def report(kind, occurrence, theirs, ours):
        if kind in shown:
            where = f"{occurrence.path}:{occurrence.line}:{occurrence.column}"
            lines.append(f"{kind}: {where}: {theirs} / {ours}: {occurrence.text[:LONGEST_LINE]}")

    for (name, path), reading in zip(candidates, readings):
        if reading:
            places_here = places[name] if places is not None else None
            compare_file(name, path, reading, places_here, words, tallies[reading["language"]], report)
    return tallies, lines


def print_table(repo, tallies):
    commit = subprocess.run(["git", "-C", repo, "rev-parse", "--short=12", "HEAD"], capture_output=True, text=True)
    print(f"## {os.path.basename(os.path.abspath(repo))} {commit.stdout.strip()}\n")
    print("| language | witness | occurrences | in comments | found | % | reported | outside | unread |")
    print("| --- | --- | ---: | ---: | ---: | ---: | ---: | ---: | ---: |")
    total = Tally()
    for language, tally in sorted(tallies.items()):
        for name, value in vars(tally).items():
            setattr(total, name, getattr(total, name) + value)
        print_row(language, witnesses.name_of_witness(language), tally)
    print_row("**all**", "", total)
    return total


def print_row(language, witness, tally):
    share = f"{100 * tally.found / tally.comments:.2f}" if tally.comments else "–"
    print(
        f"| {language} | {witness} | {tally.occurrences} | {tally.comments} | {tally.found} | {share} "
        f"| {tally.listed} | {tally.outside} | {tally.unread} |"
    )


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--paydown", required=True, help="the program paydown")
    parser.add_argument("--ranges", required=True, help="the program paydown-comments")
    parser.add_argument("--words", default=LEGACY_WORDS, help="compare the readers at these words instead")
    parser.add_argument("--unlisted", action="store_true", help="show comments that `paydown list` does not report, too")
    parser.add_argument("repositories", nargs="+", metavar="REPO")
    programs = parser.parse_args()
    shown = {"missed", "outside", "unread"} | ({"unlisted"} if programs.unlisted else set())
    for repo in programs.repositories:
        tallies, lines = compare(repo, programs, shown)
        print_table(repo, tallies)
        print("".join(f"\n{line}" for line in lines), end="\n\n")
    return 0


if __name__ == "__main__":
    sys.exit(main())

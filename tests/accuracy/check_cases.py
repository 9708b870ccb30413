#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Asks the independent readers about the stored cases: do they confirm what the cases claim?

    check_cases.py FOLDER

In a case every TODO stands in a comment and every XXX does not. A witness that errs is named, with the token that it
gives, in FOLDER/witness_errors.txt; an error that is not in that list is a failure.
"""

import argparse
import os
import re
import sys

import witnesses

MARKS = re.compile(rb"(?<![A-Za-z0-9_])(?:TODO|XXX)(?![A-Za-z0-9_])")
ERRORS = "witness_errors.txt"

# Names that tell no witness which language the case is in.
LANGUAGE_OF_NAME = {"Dockerfile": "dockerfile", "Makefile": "make"}
LISTS = (ERRORS, "grammar_errors.txt")


def language_of(name):
    """A case is named after the id that paydown has for its language."""
    return LANGUAGE_OF_NAME.get(name, name.split(".")[0].split("-")[0])


def objections(folder, name):
    """Lines "witness name:line token" for each place where a witness sees something else than the case claims."""
    path = os.path.join(folder, name)
    with open(path, "rb") as file:
        data = file.read()
    marks = list(MARKS.finditer(data))
    try:
        opinions, witness = witnesses.ask(language_of(name), path, data, [mark.start() for mark in marks])
    except witnesses.Unreadable as reason:
        return [f"unread {name} {reason}"]
    lines = []
    for mark, opinion in zip(marks, opinions):
        if (mark.group() == b"TODO") != (opinion.kind == "comment"):
            line = data.count(b"\n", 0, mark.start()) + 1
            lines.append(f"{witness} {name}:{line} {opinion.token}")
    return lines


def known_errors(folder):
    """The list; what people say about an error stands behind " -- "."""
    with open(os.path.join(folder, ERRORS), encoding="utf-8") as file:
        return {line.split(" -- ")[0].strip() for line in file if line.strip() and not line.startswith("#")}


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("folder")
    folder = parser.parse_args().folder
    known, found = known_errors(folder), set()
    hidden = {name for name in os.listdir(folder) if name.startswith(".")}  # settings of tools, no cases
    for name in sorted(set(os.listdir(folder)) - set(LISTS) - hidden):
        found.update(objections(folder, name))
    for line in sorted(found - known):
        print(f"not in {ERRORS}: {line}")
    # Another version of a witness may err less; and without clang pygments answers for C.
    for line in sorted(known - found):
        print(f"in {ERRORS}, not found with what is installed here: {line}")
    return 1 if found - known else 0


if __name__ == "__main__":
    sys.exit(main())

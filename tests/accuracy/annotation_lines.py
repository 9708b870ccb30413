# SPDX-License-Identifier: GPL-3.0-or-later
"""What git says about lines with a tag: one pass over `git log -p`, and greps in trees. Knows nothing of paydown."""

import collections
import difflib
import functools
import re
import subprocess

Change = collections.namedtuple("Change", "path old_path sign line text")
Change.__doc__ = "A line that a commit adds ('+') or takes out ('-') with regard to all of its parents."

HUNK = re.compile(rb"^@@+ (.*?) @@")
SPACE = re.compile(rb"\s+")
LEAST_LIKENESS = 0.55  # Of two texts of which one replaced the other.
BEGINS = rb"^(commit [0-9a-f]{40}|diff |--- |\+\+\+ |@@)"


def git(repository, *arguments):
    command = ["git", "-C", repository, "-c", "core.quotePath=false", *arguments]
    return subprocess.run(command, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, check=False).stdout


def folded(text):
    return SPACE.sub(b" ", text).strip().lower()


def pattern_of(text):
    """A regular expression of grep for a text whose white space may be another."""
    return rb"[[:space:]]+".join(re.sub(rb"([][\\.*^$+?(){}|])", rb"\\\1", word) for word in text.split())


class Trees:
    """Files of commits, by one `git cat-file` that stays open."""

    def __init__(self, repository):
        command = ["git", "-C", repository, "cat-file"]
        pipes = {"stdin": subprocess.PIPE, "stdout": subprocess.PIPE}
        self.check = subprocess.Popen(command + ["--batch-check=%(objectname) %(objecttype)"], **pipes)
        self.batch = subprocess.Popen(command + ["--batch"], **pipes)

    @functools.lru_cache(maxsize=None)
    def blob_at(self, commit, path):
        if b"\n" in path:
            return None
        self.check.stdin.write(commit.encode() + b":" + path + b"\n")
        self.check.stdin.flush()
        answer = self.check.stdout.readline().split()
        return answer[0].decode() if len(answer) == 2 and answer[1] == b"blob" else None

    @functools.lru_cache(maxsize=256)
    def lines(self, blob):
        self.batch.stdin.write(blob.encode() + b"\n")
        self.batch.stdin.flush()
        size = int(self.batch.stdout.readline().split()[2])
        text = self.batch.stdout.read(size + 1)[:-1]
        return [folded(line) for line in text.split(b"\n")]


class History:
    """The commits of a tip, and each line with a tag or one of the texts that came or went in them."""

    def __init__(self, repository, tip, words, texts):
        self.repository = repository
        self.tip = tip
        self.trees = Trees(repository)
        self.parents = {}
        self.order = {}  # Parents before children.
        self.generation = {}
        self.changes = collections.defaultdict(list)  # By commit.
        self.word = re.compile(rb"(?<![A-Za-z0-9_])(?:" + b"|".join(w.encode() for w in words) + rb")(?![A-Za-z0-9_])")
        self._read([w.encode() for w in words] + [pattern_of(text) for text in texts if text.strip()])
        self.edits = [(c, change) for c in self.order for change in self.changes.get(c, ())]

    def _read(self, patterns):
        # grep keeps what matters, at the speed of grep; a merge shows what it has from no parent.
        log = subprocess.Popen(
            ["git", "-C", self.repository, "-c", "core.quotePath=false", "log", "--topo-order", "--reverse", "--cc",
             "-p", "-U0", "-M", "-l5000", "--no-color", "--no-ext-diff", "--no-textconv", "--format=commit %H %P", self.tip],
            stdout=subprocess.PIPE, stderr=subprocess.DEVNULL)
        wanted = BEGINS + b"|^[-+ ]{1,8}.*(" + b"|".join(patterns) + b")"
        kept = subprocess.Popen(["grep", "-aE", wanted], stdin=log.stdout, stdout=subprocess.PIPE,
                                env={"LC_ALL": "C", "PATH": "/usr/bin:/bin"})
        log.stdout.close()
        commit, path, old_path, old_line, new_line, columns = None, None, None, 0, 0, 1
        for line in kept.stdout:
            line = line.rstrip(b"\n")
            if line.startswith(b"commit ") and len(line) >= 47:
                commit, path = self._begin(line[7:].decode().split()), None
                columns = max(1, len(self.parents[commit]))
            elif line.startswith(b"diff "):
                path = old_path = None
            elif line.startswith(b"--- ") and path is None:
                old_path = line[6:] if line[4:] != b"/dev/null" else None
            elif line.startswith(b"+++ ") and path is None:
                path = line[6:] if line[4:] != b"/dev/null" else old_path
            elif HUNK.match(line):
                numbers = [part.split(b",")[0] for part in HUNK.match(line).group(1).split()]
                old_line, new_line = int(numbers[0][1:]), int(numbers[-1][1:])
            elif path is not None and line[:columns] in (b"+" * columns, b"-" * columns):
                at = new_line if line.startswith(b"+") else old_line
                self.changes[commit].append(Change(path, old_path, line[:1].decode(), at, folded(line[columns:])))
        kept.wait()
        log.wait()

    def _begin(self, ids):
        commit = ids[0]
        self.parents[commit] = ids[1:]
        self.order[commit] = len(self.order)
        self.generation[commit] = 1 + max((self.generation[parent] for parent in ids[1:]), default=0)
        return commit

    @functools.lru_cache(maxsize=None)
    def touched_by(self, text):
        """Commits that add or take out a line with the text, and the paths of such lines."""
        found = [(commit, change) for commit, change in self.edits if text in change.text]
        paths = {path for _, change in found for path in (change.path, change.old_path) if path}
        return frozenset(commit for commit, _ in found), frozenset(paths)

    def count(self, commit, text):
        """How many lines of a commit's tree hold the text, at the paths at which it ever came or went."""
        found = 0
        for path in self.touched_by(text)[1]:
            blob = self.trees.blob_at(commit, path)
            found += self._count_in(blob, text) if blob else 0
        return found

    @functools.lru_cache(maxsize=None)
    def _count_in(self, blob, text):
        return sum(1 for line in self.trees.lines(blob) if text in line)

    @functools.lru_cache(maxsize=8)
    def counts(self, text):
        """The same for every commit: only those that touch it, and merges of parents that differ, are looked into."""
        touching, _ = self.touched_by(text)
        counts = {}
        for commit in self.order:
            of_parents = {counts[parent] for parent in self.parents[commit]}
            if commit in touching or len(of_parents) > 1:
                counts[commit] = self.count(commit, text)
            else:
                counts[commit] = of_parents.pop() if of_parents else 0
        return counts

    def beginnings(self, text, stands_in):
        """Where the text came from that stands in a commit: those of its ancestors from which it stood on until there,
        and of whose parents none has it. The first generation first."""
        counts = self.counts(text)
        begun, seen, open_ones = [], set(), [stands_in]
        while open_ones:
            commit = open_ones.pop()
            if commit in seen or not counts[commit]:
                continue
            seen.add(commit)
            having = [parent for parent in self.parents[commit] if counts[parent]]
            open_ones += having
            if not having:
                begun.append(commit)
        return sorted(begun, key=lambda commit: (self.generation[commit], commit))

    def endings(self, text, stood_in):
        """Where the text went that stood in a commit: those descendants until which it stood, that have it no more
        although every parent has; where there are none, those that lack it although a parent has."""
        counts = self.counts(text)
        standing = {stood_in}
        whole, partly = [], []
        for commit in self.order:
            having = [parent for parent in self.parents[commit] if parent in standing]
            if not having:
                continue
            if counts[commit]:
                standing.add(commit)
            elif all(counts[parent] for parent in self.parents[commit]):
                whole.append(commit)
            else:
                partly.append(commit)
        return sorted(whole or partly[:1], key=lambda commit: (self.generation[commit], commit))

    def replaced(self, commit, text, sign):
        """The likest tagged text on the other side of the commit's diff of the same file, if it is like enough."""
        best = None
        for here in (c for c in self.changes[commit] if c.sign == sign and text in c.text):
            for there in (c for c in self.changes[commit] if c.sign != sign):
                same_file = here.path == there.path or here.path == there.old_path or here.old_path == there.path
                if not same_file or not self.word.search(there.text.upper()) or text in there.text:
                    continue
                likeness = difflib.SequenceMatcher(None, self.title(here.text), self.title(there.text)).ratio()
                if likeness >= LEAST_LIKENESS and (best is None or likeness > best[0]):
                    best = (likeness, self.title(there.text))
        return best[1] if best else None

    def title(self, text):
        """What follows the tag."""
        found = self.word.search(text.upper())
        return (text[found.end():] if found else text).strip(b" :-()*/#.,")

# SPDX-License-Identifier: GPL-3.0-or-later
"""What git says about commits, files and lines with a tag. Knows nothing of paydown."""

import bisect
import collections
import functools
import re
import subprocess

HUNK = re.compile(rb"^@@ -(\d+)(?:,(\d+))? \+(\d+)(?:,(\d+))? @@", re.MULTILINE)
OWNER = re.compile(rb"\([^()\s]*\)")
NO_LETTERS = re.compile(rb"[^a-z0-9\x80-\xff]+")
QUESTIONS_AT_ONCE = 100  # Their text and the answers must fit into pipes.
LINES_ABOVE, LINES_BELOW = 3, 6  # What is near a tag.
TELLING_LINE = 10  # Letters and digits.
LINES_UNDER_TAG = 3  # Where the text is looked for when the tag stands alone.

Tagged = collections.namedtuple("Tagged", "line key bare near")
Tagged.__doc__ = """A line with a tag, 1-based, the letters and digits of what it says, whether that stands on the next line, and
those of the telling lines around it."""


def git(repository, *arguments):
    command = ["git", "-C", repository, "-c", "core.quotePath=false", *arguments]
    return subprocess.run(command, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, check=False).stdout


def stem_of(path):
    return path.rsplit(b"/", 1)[-1].split(b".", 1)[0]


def key_of(text):
    return NO_LETTERS.sub(b"", text.lower())


class Contents:
    """Bytes of blobs, by `git cat-file` processes that stay open, and what they hold."""

    def __init__(self, repository, words):
        self.repository = repository
        command = ["git", "-C", repository, "cat-file"]
        pipes = {"stdin": subprocess.PIPE, "stdout": subprocess.PIPE}
        self.check = subprocess.Popen(command + ["--batch-check=%(objectname) %(objecttype)"], **pipes)
        self.batch = subprocess.Popen(command + ["--batch"], **pipes)
        self.word = re.compile(rb"(?<![A-Za-z0-9_])(?:" + b"|".join(words) + rb")(?![A-Za-z0-9_])")

    def blobs_at(self, commits, path):
        """The blob at a path in each commit; None where there is no file."""
        found = []
        for first in range(0, len(commits), QUESTIONS_AT_ONCE):
            some = commits[first:first + QUESTIONS_AT_ONCE]
            self.check.stdin.write(b"".join(commit.encode() + b":" + path + b"\n" for commit in some))
            self.check.stdin.flush()
            for _ in some:
                answer = self.check.stdout.readline().split()
                found.append(answer[0] if len(answer) == 2 and answer[1] == b"blob" else None)
        return found

    def blob_at(self, commit, path):
        return self.blobs_at([commit], path)[0]

    def bytes_of(self, blob):
        self.batch.stdin.write(blob + b"\n")
        self.batch.stdin.flush()
        size = int(self.batch.stdout.readline().split()[2])
        return self.batch.stdout.read(size + 1)[:-1]

    @functools.lru_cache(maxsize=200_000)
    def tagged(self, blob):
        """The lines of a blob that hold a tag."""
        if blob is None:
            return ()
        content = self.bytes_of(blob)
        numbers = sorted({content.count(b"\n", 0, tag.start()) for tag in self.word.finditer(content)})
        if not numbers:
            return ()
        found = []
        lines = content.split(b"\n")
        for number in numbers:
            line = lines[number]
            tag = self.word.search(line)
            owner = OWNER.match(line, tag.end())
            own = key = key_of(line[owner.end() if owner else tag.end():])
            for below in lines[number + 1:number + 1 + LINES_UNDER_TAG]:
                if not key:
                    key = key_of(below)
            around = lines[max(0, number - LINES_ABOVE):number] + lines[number + 1:number + 1 + LINES_BELOW]
            near = frozenset(key for key in map(key_of, around) if len(key) >= TELLING_LINE)
            found.append(Tagged(number + 1, key, not own, near))
        return tuple(found)

    @functools.lru_cache(maxsize=4096)
    def line_map(self, before, after):
        return LineMap(git(self.repository, "diff", "-U0", "--no-color", "--no-ext-diff", "--no-textconv",
                           before.decode(), after.decode()))


class LineMap:
    """Which line of a new version a line of the old one is, by the hunks of `git diff`."""

    def __init__(self, patch):
        self.hunks = []  # (first old line, count, first new line, count); of an empty side the line before it.
        for hunk in HUNK.finditer(patch):
            old, old_count, new, new_count = (int(number) if number else 1 for number in hunk.groups())
            self.hunks.append((old + (old_count == 0), old_count, new + (new_count == 0), new_count))
        self.begins = [hunk[0] for hunk in self.hunks]

    def hunk_of(self, line):
        at = bisect.bisect_right(self.begins, line) - 1
        return at if at >= 0 and line < self.hunks[at][0] + self.hunks[at][1] else None

    def after(self, line):
        """None when it was changed."""
        at = bisect.bisect_right(self.begins, line) - 1
        if at < 0:
            return line
        old, old_count, new, new_count = self.hunks[at]
        return None if line < old + old_count else line - (old + old_count) + new + new_count

    def replaced_by(self, line, new_line):
        """Whether both are in one hunk."""
        at = self.hunk_of(line)
        return at is not None and self.hunks[at][2] <= new_line < self.hunks[at][2] + self.hunks[at][3]


class History:
    """The commits of a tip, numbered parents before children, and the files that each changed."""

    def __init__(self, repository, tip, words):
        self.repository = repository
        self.contents = Contents(repository, words)
        self.ids = []
        self.numbers = {}
        self.parents = []
        self.generation = []
        self.changes = []  # By number: path to the new blob, None where the file went. Of merges, what no parent has so.
        self.touching = collections.defaultdict(list)  # By path, numbers.
        self.named = collections.defaultdict(set)  # By name without folders and suffixes, paths.
        self._read(tip)

    def _read(self, tip):
        log = subprocess.Popen(
            ["git", "-C", self.repository, "-c", "core.quotePath=false", "-c", "log.showRoot=true", "log", "--raw", "-c",
             "--no-renames", "--no-abbrev", "--topo-order", "--reverse", "--format=commit %H %P", tip],
            stdout=subprocess.PIPE, stderr=subprocess.DEVNULL)
        paths = {}
        for line in log.stdout:
            if line.startswith(b"commit "):
                self._begin(line[7:].decode().split())
            elif line.startswith(b":"):
                fields, path = line.rstrip(b"\n").split(b"\t", 1)
                fields = fields.split()
                count = len(fields) // 2  # Parents and the commit itself: as many modes as ids, and the status.
                is_file = fields[count - 1].startswith(b"100")
                path = paths.setdefault(path, path)
                self.changes[-1][path] = fields[2 * count - 1] if is_file else None
                self.touching[path].append(len(self.ids) - 1)
                self.named[stem_of(path)].add(path)
        log.wait()

    def _begin(self, ids):
        number = len(self.ids)
        self.ids.append(ids[0])
        self.numbers[ids[0]] = number
        parents = tuple(self.numbers[parent] for parent in ids[1:])
        self.parents.append(parents)
        self.generation.append(1 + max((self.generation[parent] for parent in parents), default=0))
        self.changes.append({})

    @functools.lru_cache(maxsize=64)
    def blobs(self, path):
        """The blob at a path in every commit. What a merge of parents that differ took is guessed, the version that was
        made last, and then asked for, many at once; a wrong guess is mended and what comes after it guessed again."""
        asked = {}
        while True:
            blobs, guessed = self._guess_blobs(path, asked)
            if not guessed:
                return blobs
            answers = self.contents.blobs_at([self.ids[number] for number in guessed], path)
            asked.update(zip(guessed, answers))
            if all(blobs[number] == answer for number, answer in zip(guessed, answers)):
                return blobs

    def _guess_blobs(self, path, asked):
        blobs, made, guessed = [], [], []  # made: the number of the commit that made the version.
        for number, (changes, parents) in enumerate(zip(self.changes, self.parents)):
            if path in changes:
                blobs.append(changes[path])
                made.append(number)
                continue
            latest = max(parents, key=made.__getitem__, default=None)
            blobs.append(blobs[latest] if latest is not None else None)
            made.append(made[latest] if latest is not None else -1)
            if len(parents) > 1 and any(blobs[parent] != blobs[-1] for parent in parents):
                if number not in asked:
                    guessed.append(number)
                elif asked[number] != blobs[-1]:
                    taken = next((parent for parent in parents if blobs[parent] == asked[number]), latest)
                    blobs[-1], made[-1] = asked[number], made[taken]
        return blobs, guessed

    @functools.lru_cache(maxsize=4096)
    def differences(self, before, after):
        """Paths that differ between a commit and its parent, in either order: path to the blobs of both."""
        child = max(before, after)
        if len(self.parents[child]) < 2:
            return {path: (self.blob_at(before, path), self.blob_at(after, path)) for path in self.changes[child]}
        raw = git(self.repository, "diff-tree", "-r", "--raw", "--no-renames", "--no-abbrev", self.ids[before],
                  self.ids[after])
        found = {}
        for line in raw.splitlines():
            fields, path = line.split(b"\t", 1)
            modes = fields[1:].split()
            found[path] = (modes[2] if modes[0].startswith(b"100") else None,
                           modes[3] if modes[1].startswith(b"100") else None)
        return found

    def paths_named(self, path):
        """Those that have the same name in any folder, with any suffix."""
        return self.named[stem_of(path)] if stem_of(path) else {path}

    def blob_at(self, number, path):
        return self.contents.blob_at(self.ids[number], path)

    def is_ancestor(self, older, younger):
        seen, open_ones = set(), [younger]
        while open_ones:
            commit = open_ones.pop()
            if commit == older:
                return True
            if commit < older or commit in seen:
                continue
            seen.add(commit)
            open_ones += self.parents[commit]
        return False

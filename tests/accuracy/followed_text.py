# SPDX-License-Identifier: GPL-3.0-or-later
"""Follows the text behind a tag from commit to commit, by the files of both and the hunks of `git diff` between them."""

import collections
import difflib

LEAST_LIKENESS = 0.55  # Of two texts in one file of which one came when the other went.
LEAST_LIKENESS_IN_HUNK = 0.45
VERY_LIKE = 0.8  # Of two that have no line around them in common.
SHORT_KEY = 4  # A shorter text is not looked for in other files.
TELLING_KEY = 12  # A shorter text is all that its line says; a longer one may be a part.

Stand = collections.namedtuple("Stand", "path key nth")
Stand.__doc__ = "Where a text stands in a commit: the file, its letters and digits, and which of the lines that hold it."


def says(tagged, key):
    return key == tagged.key if len(key) < TELLING_KEY else key in tagged.key


def likeness(one, other):
    return difflib.SequenceMatcher(None, one, other, autojunk=False).ratio()


class Follower:
    def __init__(self, history):
        self.history = history
        self.contents = history.contents

    def find(self, commit, path, line, key):
        """The text in a commit, at the line that is nearest; else whatever stands behind the tag on that line."""
        blob = self.history.blobs(path)[commit]
        here = self._standing(blob, key) if key else []
        if not here:
            key = next((tagged.key for tagged in self.contents.tagged(blob) if tagged.line == line), None)
            here = self._standing(blob, key) if key else []
        if not here:
            return None
        nth = min(range(len(here)), key=lambda at: abs(here[at].line - line))
        return Stand(path, key, nth)

    def beginnings(self, commit, stand):
        """Where a text came from that stands in a commit: those of its ancestors of whose parents none has it."""
        begun, seen, open_ones = set(), set(), [(commit, stand)]
        while open_ones:
            here = open_ones.pop()
            if here in seen:
                continue
            seen.add(here)
            before = self._before(*here)
            open_ones += before
            if not before:
                begun.add(here[0])
        return sorted(begun, key=lambda found: (self.history.generation[found], self.history.ids[found]))

    def _before(self, commit, stand):
        """What a parent has in the same file, a merge takes from there; other files are looked into where none has it."""
        parents = self.history.parents[commit]
        for step in (self._step_in_file, self._step):
            before = [(parent, old) for parent in parents for old in [step(commit, parent, stand)] if old]
            if before:
                return before
        return self._before_it_came_back(commit, stand)

    def endings(self, commit, stand):
        """Where a text went that stood in a commit: those descendants that have it no more although every parent has;
        where there are none, the first that lacks it although a parent has. None if it stands at the end."""
        standing, younger = {commit: {stand}}, set()
        went, whole, partly = set(), [], []
        for child in range(commit + 1, len(self.history.ids)):
            parents = self.history.parents[child]
            having = [parent for parent in parents if parent in standing]
            if having:
                stands = {new for parent in having for old in standing[parent] for new in [self._step(parent, child, old)] if new}
                if stands:
                    standing[child] = stands
                    continue
                went.update(old for parent in having for old in standing[parent])
                younger.add(child)
                (whole if len(having) == len(parents) else partly).append(child)
            elif any(parent in younger for parent in parents):
                back = {stand for gone in went for stand in [self._back_again(child, gone, standing)] if stand}
                if back:
                    standing[child] = back
                else:
                    younger.add(child)
        if len(self.history.ids) - 1 in standing:
            return None
        return sorted(whole or partly[:1], key=lambda found: (self.history.generation[found], self.history.ids[found]))

    def _standing(self, blob, key):
        return [tagged for tagged in self.contents.tagged(blob) if says(tagged, key)]

    def _step_in_file(self, here, there, stand):
        """Where a text of a commit stands in the same file of its parent or its child; None if nowhere."""
        path = stand.path
        if len(self.history.parents[max(here, there)]) < 2 and path not in self.history.changes[max(here, there)]:
            return stand
        blobs = self.history.blobs(path)
        blob, other = blobs[here], blobs[there]
        return stand if blob == other else self._in_other_version(blob, other, stand)

    def _step(self, here, there, stand):
        """The same, also in another file, or in other words."""
        blobs = self.history.blobs(stand.path)
        return (self._step_in_file(here, there, stand) or self._in_other_file(here, there, stand) or
                self._reworded(blobs[here], blobs[there], stand))

    def _in_other_version(self, blob, other, stand):
        before, after = self._standing(blob, stand.key), self._standing(other, stand.key)
        if len(before) == len(after):
            return stand
        if not after or stand.nth >= len(before):
            return None
        lines = self.contents.line_map(blob, other)
        images = [lines.after(tagged.line) for tagged in before]
        places = {tagged.line: nth for nth, tagged in enumerate(after)}
        if images[stand.nth] in places:
            return stand._replace(nth=places[images[stand.nth]])
        # Those whose lines were changed are those of the changed ones that stand among the same lines.
        pairs = sorted((-len(old.near & new.near), old.line, new.line, nth)
                       for old, image in zip(before, images) if image not in places
                       for nth, new in enumerate(after) if new.line not in images and old.near & new.near)
        taken = set()
        for _, old_line, new_line, nth in pairs:
            if taken & {-old_line, new_line}:
                continue
            taken |= {-old_line, new_line}
            if old_line == before[stand.nth].line:
                return stand._replace(nth=nth)
        return None

    def _in_other_file(self, here, there, stand):
        """It left its file, and another one has it more often than before. A merge moves what none of its parents has."""
        gained = []
        name = stand.path.rsplit(b"/", 1)[-1]
        others = [parent for parent in self.history.parents[there] if parent != here]
        for path, (blob, other) in self.history.differences(here, there).items():
            if path == stand.path or other is None:
                continue
            count = len(self._standing(other, stand.key))
            if count <= len(self._standing(blob, stand.key)):
                continue
            if here < there and any(count <= self._count_at(parent, path, stand.key) for parent in others):
                continue
            gained.append((path.rsplit(b"/", 1)[-1] != name, path, count))
        if not gained or len(stand.key) < SHORT_KEY:
            return None
        _, path, count = min(gained)
        return Stand(path, stand.key, min(stand.nth, count - 1))

    def _count_at(self, commit, path, key):
        return len(self._standing(self.history.blobs(path)[commit], key))

    def _reworded(self, blob, other, stand):
        """Its line is another tagged one, or a like text came in the same file when it went, among the same lines."""
        before = self._standing(blob, stand.key)
        if other is None or stand.nth >= len(before):
            return None
        old = before[stand.nth]
        lines = self.contents.line_map(blob, other)
        tagged = self.contents.tagged(other)
        images = {lines.after(line.line) for line in self.contents.tagged(blob)}
        best = None
        for new in tagged:
            if new.line == lines.after(old.line):
                return self._stand_at(stand.path, new, tagged)
            if new.line in images:
                continue
            like, near = likeness(old.key, new.key), old.near & new.near
            least = LEAST_LIKENESS_IN_HUNK if lines.replaced_by(old.line, new.line) else LEAST_LIKENESS
            if near and (old.bare or new.bare):  # It was given words, or lost them, where it stands.
                like = max(like, least)
            if not near and like < VERY_LIKE:
                continue
            if like >= least and (best is None or like > best[0]):
                best = (like, new)
        return self._stand_at(stand.path, best[1], tagged) if best else None

    @staticmethod
    def _stand_at(path, tagged, all_tagged):
        nth = [other.line for other in all_tagged if says(other, tagged.key)].index(tagged.line)
        return Stand(path, tagged.key, nth)

    def _before_it_came_back(self, commit, stand):
        """Where the text stood last in the same file, else in one of the same name, when a commit brings it that an
        ancestor took out."""
        if len(stand.key) < SHORT_KEY:
            return []
        named = self.history.paths_named(stand.path) - {stand.path}
        return self._removed_from([stand.path], commit, stand) or self._removed_from(named, commit, stand)

    def _removed_from(self, paths, commit, stand):
        for older, path in sorted(((older, path) for path in paths for older in self.history.touching[path]), reverse=True):
            blobs = self.history.blobs(path)
            if older >= commit or self._standing(blobs[older], stand.key):
                continue
            for parent in self.history.parents[older]:
                count = len(self._standing(blobs[parent], stand.key))
                if count and self.history.is_ancestor(older, commit):
                    return [(parent, Stand(path, stand.key, min(stand.nth, count - 1)))]
        return []

    def _back_again(self, commit, gone, standing):
        """Where a text that went stands when a commit brings it back that no parent has, in this file or another one."""
        for path in self.history.paths_named(gone.path) & self.history.changes[commit].keys():
            for nth in range(len(self._standing(self.history.changes[commit][path], gone.key))):
                stand = Stand(path, gone.key, nth)
                if any(self._step(commit, parent, stand) for parent in self.history.parents[commit]):
                    continue
                if any(old in standing.get(parent, ()) for parent, old in self._before_it_came_back(commit, stand)):
                    return stand
        return None

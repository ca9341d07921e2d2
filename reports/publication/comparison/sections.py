"""The words of two reports compared, section by section."""

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache

from reports.documents.diff import ALIKE, Change, Line, changed_lines

SAME, CHANGED, NEW, GONE = "same", "changed", "new", "gone"
# How far ahead a line is looked for: what was moved further is shown as gone and as new.
AHEAD = 40


@dataclass(frozen=True)
class SectionPair:
    """A section of either: whether it is the same, changed, new or gone, the lines that differ,
    and how many are alike."""

    title: str
    anchor: str
    state: str
    lines: tuple[Change, ...]
    alike: int

    @property
    def differs(self) -> bool:
        """Whether it is not the same."""
        return self.state != SAME

    @property
    def label(self) -> str:
        """“2 changes”, “new section” or “section removed”."""
        count = len(self.lines)
        whole = {NEW: "new section", GONE: "section removed"}
        return whole.get(self.state, f"{count} change{'' if count == 1 else 's'}")


def section_pairs(before: Sequence, after: Sequence) -> Iterator[SectionPair]:
    """How the sections of two papers, each (anchor, title, lines), differ; gone ones last."""
    old = {anchor: (title, _lines(own)) for anchor, title, own in before}
    for anchor, title, own in after:
        yield _section_pair(title, anchor, old.pop(anchor, (title, None))[1], _lines(own))
    yield from (_section_pair(title, "", lines, None) for title, lines in old.values())


def is_like(item: str, other: str) -> bool:
    """Whether two lines share most of their words, however they are ordered."""
    mine, theirs = _counted(item), _counted(other)
    total = mine.total() + theirs.total()
    return bool(total) and 2 * (mine & theirs).total() / total >= ALIKE


def _lines(own):
    return [Line(*line) for line in own]


def _section_pair(title, anchor, old, new):
    """How a section differs; `old` or `new` is None where it is in one alone."""
    lines = tuple(changed_lines(old or [], new or [], is_like, AHEAD))
    state = NEW if old is None else GONE if new is None else CHANGED if lines else SAME
    alike = len(new or ()) - sum(bool(line.after) for line in lines)
    return SectionPair(title, anchor, state, lines, alike)


@lru_cache(2000)
def _counted(text):
    return Counter(text.split())

"""The words of two papers side by side, section by section, and what each asks of its committee."""

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache
from itertools import dropwhile, takewhile

from reports.documents.diff import ALIKE, Change, Line, changed_lines
from reports.publication.models.figures import EditionFront

SAME, CHANGED, NEW, GONE = "same", "changed", "new", "gone"
# How far ahead a line is looked for: what was moved further is told as gone and as new.
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


def asking_lines(front: EditionFront, title: str) -> list[Line]:
    """The lines of the first list in the section called `title`: what the committee is asked."""
    own = next((own for _, name, own in front.lines if title and name == title), ())
    lines = dropwhile(lambda line: line.anchor not in front.items, (Line(*line) for line in own))
    return list(takewhile(lambda line: line.anchor in front.items, lines))


def one_line_each(lines: Iterable[Line]) -> tuple[Line, ...]:
    """Recommendations as one line each, with the points within them."""
    rows = []
    for line in lines:
        last = rows[-1] if rows else None
        if last and f"{line.anchor}-".startswith(f"{last.anchor}-"):
            glue = " " if last.words.endswith(":") else "; "
            rows[-1] = replace(last, words=f"{last.words.rstrip(';,')}{glue}{line.words}")
        else:
            rows.append(line)
    return tuple(rows)


def recommendation_changes(
    old: Sequence[Line], new: Sequence[Line]
) -> tuple[tuple[Change, ...], tuple[Line, ...]]:
    """(recommendations that differ, those made again in the same words), wherever in its list each
    is: a reworded one with the first that is like it, those no longer made last."""
    left, changes = list(old), []
    again = tuple(line for line in new if _taken(left, lambda other, own=line: other == own.words))
    for line in new:
        if line not in again:
            like = _taken(left, lambda other, own=line: _is_like(other, own.words))
            changes.append(Change(line.where, like.words if like else "", line.words, line.anchor))
    gone = (Change(line.where, line.words, "") for line in left)
    return (*changes, *gone), again


def _taken(left, fits):
    """The first of `left` whose words fit, taken out of it; None without one."""
    for line in left:
        if fits(line.words):
            left.remove(line)
            return line
    return None


def section_pairs(before: Sequence, after: Sequence) -> Iterator[SectionPair]:
    """How the sections of two papers, each (anchor, title, lines), differ; gone ones last."""
    old = {anchor: (title, _lines(own)) for anchor, title, own in before}
    for anchor, title, own in after:
        yield _section_pair(title, anchor, old.pop(anchor, (title, None))[1], _lines(own))
    yield from (_section_pair(title, "", lines, None) for title, lines in old.values())


def _lines(own):
    return [Line(*line) for line in own]


def _section_pair(title, anchor, old, new):
    """How a section differs; `old` or `new` is None where it is in one alone."""
    lines = tuple(changed_lines(old or [], new or [], _is_like, AHEAD))
    state = NEW if old is None else GONE if new is None else CHANGED if lines else SAME
    alike = len(new or ()) - sum(bool(line.after) for line in lines)
    return SectionPair(title, anchor, state, lines, alike)


def _is_like(item, other):
    """Whether two lines share most of their words, however they are ordered."""
    mine, theirs = _counted(item), _counted(other)
    total = mine.total() + theirs.total()
    return bool(total) and 2 * (mine & theirs).total() / total >= ALIKE


@lru_cache(2000)
def _counted(text):
    return Counter(text.split())

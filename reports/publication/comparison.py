"""Two issued papers, or two editions of one, side by side: their figures apart from their words,
and their words section by section."""

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from functools import lru_cache

from assurance.figures.comparison import why_not_comparable
from reports.documents.diff import ALIKE, Change, Line, changed_lines
from reports.documents.entries import Entry
from reports.publication.models.figures import EditionFront

SAME, CHANGED, NEW, GONE = "same", "changed", "new", "gone"
# How far ahead a line is looked for: what was moved further is told as gone and as new.
AHEAD = 40
# What makes a figure another count, and what each is called.
DEFINED = {
    "counts": "what is counted",
    "out_of": "out of what",
    "cohort": "of whom",
    "rule": "the rule",
    "citation": "the source of the rule",
    "unit": "the unit",
}


@dataclass(frozen=True)
class Side:
    """One of two papers: its figures, and (anchor, title, lines) of its sections."""

    counted: tuple[Entry, ...]
    sections: Sequence

    @classmethod
    def of(cls, front: EditionFront) -> "Side":
        """The edition that `front` is of."""
        return cls(front.document.counted, front.lines)


@dataclass(frozen=True)
class FigurePair:
    """A figure in both papers, or None in the one that does not print it. `change` says in words
    how the second stands to the first, `otherwise` what of its definition is not the same."""

    before: Entry | None
    after: Entry | None
    change: str
    otherwise: tuple[str, ...] = ()

    @property
    def entry(self) -> Entry:
        """The later of the two."""
        return self.after or self.before

    @property
    def differs(self) -> bool:
        """Whether it is said otherwise, or in one alone."""
        return bool(self.otherwise) or _entry_values(self.before) != _entry_values(self.after)


@dataclass(frozen=True)
class SectionPair:
    """A section of either: whether it is the same, changed, new or gone, the lines that differ,
    and how many are alike."""

    title: str
    anchor: str
    state: str
    lines: tuple[Change, ...]
    alike: int


@dataclass(frozen=True)
class Pair:
    """All of two papers, the figures and the sections each in the order of the later paper."""

    figures: tuple[FigurePair, ...]
    sections: tuple[SectionPair, ...]

    @property
    def changed_figures(self):
        """The figures that differ."""
        return [figure for figure in self.figures if figure.differs]

    @property
    def same_figures(self):
        """The figures that say the same."""
        return [figure for figure in self.figures if not figure.differs]

    @property
    def same_sections(self):
        """The sections that are carried unchanged."""
        return [section for section in self.sections if section.state == SAME]

    @property
    def changed_sections(self):
        """The sections that are not the same."""
        return [section for section in self.sections if section.state != SAME]


def paired(before: Side, after: Side) -> Pair:
    """How `after` stands to `before`."""
    return Pair(tuple(_figures(before, after)), tuple(_sections(before, after)))


def _figures(before, after) -> Iterator[FigurePair]:
    """Each figure with the one of the same day or period, else with the latest one left of the
    same kind: a paper tells again what it is to be compared with."""
    left = sorted(before.counted, key=lambda item: item.end, reverse=True)
    index = {}
    for exactly in (True, False):
        for figure in sorted(after.counted, key=lambda item: item.end, reverse=True):
            if figure.number in index:
                continue
            same = (other for other in left if _one_series(figure, other, exactly))
            if other := next(same, None):
                left.remove(other)
                index[figure.number] = other
    yield from (_figure_pair(index.get(item.number), item) for item in after.counted)
    gone = {item.number for item in left}
    yield from (_figure_pair(item, None) for item in before.counted if item.number in gone)


def _one_series(item, other, exactly):
    if (item.key, item.member) != (other.key, other.member):
        return False
    if exactly:
        named = ("cohort", "start", "end")
        return all(getattr(item, name) == getattr(other, name) for name in named)
    return (item.start == item.end) == (other.start == other.end)


def _figure_pair(before, after):
    if before is None or after is None:
        return FigurePair(before, after, "Not in the earlier" if after else "Not in the later")
    otherwise = tuple(DEFINED[name] for name in defined_otherwise(before, after))
    return FigurePair(before, after, _change(before, after), otherwise)


def defined_otherwise(before: Entry, after: Entry) -> list[str]:
    """The names in `DEFINED` of what makes two entries of one figure other counts. The rule of a
    derived number names its parts and their values, which make it no other."""
    alike = before.made_of and after.made_of and before.definition == after.definition != ""
    names = [name for name in DEFINED if not (alike and name == "rule")]
    return [name for name in names if getattr(before, name) != getattr(after, name)]


def months_of(entry: Entry) -> int:
    """How many months are counted, to the nearest and at least one; 0 for a position."""
    if entry.start == entry.end:
        return 0
    days = date.fromisoformat(entry.end) - date.fromisoformat(entry.start)
    return max(round((days.days + 1) / 30.44), 1)


def _change(before, after):
    if before.mark or after.mark:
        return "Not shown"
    if reason := why_not_comparable(before, after):
        return f"Not comparable: {reason}"
    if before.count is None or after.count is None or before.unit != after.unit:
        return "Said otherwise" if before.text != after.text else "The same"
    if before.count == after.count:
        return "The same"
    by = abs(after.count - before.count)
    return f"{'Up' if after.count > before.count else 'Down'} by {by:,}"


def _entry_values(entry):
    return entry and (entry.text, entry.base, entry.when)


def _sections(before, after) -> Iterator[SectionPair]:
    old = {anchor: (title, lines) for anchor, title, lines in before.sections}
    for anchor, title, lines in after.sections:
        yield _section_pair(title, anchor, old.pop(anchor, (title, None))[1], lines)
    yield from (_section_pair(title, "", lines, None) for title, lines in old.values())


def _section_pair(title, anchor, old, new):
    """How a section stands to itself; `old` or `new` is None where it is in one alone."""
    entries, now = ([Line(*line) for line in lines or ()] for lines in (old, new))
    lines = tuple(changed_lines(entries, now, _is_like, AHEAD))
    state = NEW if old is None else GONE if new is None else CHANGED if lines else SAME
    alike = len(now) - sum(bool(line.after) for line in lines)
    return SectionPair(title, anchor, state, lines, alike)


def _is_like(item, other):
    """Whether two lines share most of their words, however they are ordered."""
    mine, theirs = _counted(item), _counted(other)
    total = mine.total() + theirs.total()
    return bool(total) and 2 * (mine & theirs).total() / total >= ALIKE


@lru_cache(2000)
def _counted(text):
    return Counter(text.split())

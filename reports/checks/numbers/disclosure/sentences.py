"""A sentence of which some numbers count children, with what it may speak of."""

import re
from dataclasses import dataclass
from fractions import Fraction
from functools import cached_property
from itertools import islice

from reports.checks.numbers.disclosure.people_counts import CHILDREN, THING, counted_people
from reports.checks.reading import SIDE_BY_SIDE, Line
from reports.prose.marks import MARK, Marked
from reports.prose.quantities.phrases import PEOPLE, phrase_after

WORD = r"[a-z][a-z’'-]*"
VERB = (
    r"(?:were|was|are|is|had|have|has|did|do|went|took|got|saw|gave|came|left|kept|met|lives?|"
    r"remains?|[a-z]+(?:ed|en|ing))\b"
)
SHARE = r"(?:\s*\(⟦[cp]\d+⟧\))?"
_STOP = re.compile(r";|\b(?:so\s+that|whereas|while|compared|against|than)\b", re.I)
_MORE = re.compile(r"\s+(?:more|fewer|less|higher|lower|times)\b", re.I)


@dataclass(frozen=True)
class Passage:
    """A sentence in its line; `before` are the counts of children that it may speak of, the nearest
    first, `opened` the whole over its list; `of_children` says that its table counts them."""

    line: Line
    sentence: Marked
    before: tuple[Fraction, ...] = ()
    opened: Fraction | None = None
    of_children: bool = False

    @cached_property
    def text(self) -> str:
        """Its sentence with marks, as far as its first hundred numbers."""
        marks = [mark.end() for mark in islice(MARK.finditer(self.sentence.text), SIDE_BY_SIDE + 1)]
        return self.sentence.text[: marks[-2] if len(marks) > SIDE_BY_SIDE else None]

    @cached_property
    def people(self):
        """Index of each mark that counts people, with their noun."""
        return counted_people(self.sentence)

    def counts_children(self, mark: re.Match) -> bool:
        """Whether a mark counts children: by its noun; where it has none, by the children named
        before it or as the number that was counted before."""
        if self.value_of(mark) in self.things:
            return False
        if mark[2] in self.people:
            return bool(CHILDREN.search(self.people[mark[2]]))
        known = self.of_children or self.first_children < mark.start()
        return (known or self.value_of(mark) in self.before) and self.is_bare(mark)

    @cached_property
    def things(self):
        """The values of the marks that count things."""
        marks = (mark for mark in self.index.values() if mark[1] == "c")
        unnamed = (mark for mark in marks if mark[2] not in self.people)
        return {self.value_of(mark) for mark in unnamed if not self.is_bare(mark)}

    @cached_property
    def first_children(self) -> int:
        """Where it first names children, and not what is theirs; its end where it names none."""
        return next(_children_in(self.text), len(self.text))

    @cached_property
    def index(self):
        """Index → mark."""
        return {mark[2]: mark for mark in MARK.finditer(self.text)}

    def is_bare(self, mark: re.Match) -> bool:
        """Whether a mark counts no thing, and no people who are not children."""
        phrase = phrase_after(re.sub(rf"^{SHARE}", "", self.text[mark.end() : mark.end() + 120]))
        phrase = re.split(r"\bof\b", phrase)[0]
        if own := CHILDREN.search(phrase):
            return is_plain(phrase[own.end() :])
        other = PEOPLE.search(phrase) or re.search(r"(?<!s)s\b", phrase)
        return not _MORE.match(self.text, mark.end()) and (
            bool(re.match(VERB, phrase, re.I)) or not other
        )

    def marks(self, start: int = 0, letters: str = "cp") -> list[re.Match]:
        """The marks of those letters from a place on, as far as its clause goes on."""
        end = _STOP.search(self.text, start)
        last = end.start() if end else len(self.text)
        rows = self.index.values()
        return [mark for mark in rows if mark[1] in letters and start <= mark.start() < last]

    def value_of(self, mark: re.Match) -> Fraction:
        """The value of a mark."""
        return self.sentence.thing(mark[2]).value


def tells_of_children(text: str) -> bool:
    """Whether a text names children, and not what is theirs."""
    return any(True for _ in _children_in(text))


def _children_in(text):
    places = CHILDREN.finditer(text)
    return (match.start() for match in places if is_plain(text[match.end() : match.end() + 80]))


def is_plain(after: str) -> bool:
    """Whether what stands behind children makes them no owners and no name of a thing."""
    return after[:1] not in ("’", "'") and not THING.match(after)

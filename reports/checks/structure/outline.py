"""Which numbers a paper's paragraphs and sections bear, and what each is about."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from assurance.runtime.digits import whole
from reports.checks.reading import HEADING, ITEM, PARAGRAPH, RECOMMENDATION, RUN_IN, Line, Reading
from reports.prose.content import content

_BEARING = (PARAGRAPH, RUN_IN, RECOMMENDATION, HEADING)


@dataclass
class NumberedSection:
    """A section or run-in heading: its words, and the numbers of the paragraphs under it."""

    title: str
    words: frozenset[str]
    level: int
    line: Line
    numbers: list[str] = field(default_factory=list)

    @property
    def first(self) -> str:
        """The number of its first paragraph; empty where it has none."""
        return self.numbers[0] if self.numbers else ""

    @property
    def last(self) -> str:
        """The number of its last paragraph; empty where it has none."""
        return self.numbers[-1] if self.numbers else ""


@dataclass
class Outline:
    """The numbers of a paper in order, the lines under each, and the headings with theirs."""

    numbers: list[str] = field(default_factory=list)
    sections: set[str] = field(default_factory=set)
    lines: dict[str, list[Line]] = field(default_factory=dict)
    items: dict[str, set[str]] = field(default_factory=dict)
    headings: list[NumberedSection] = field(default_factory=list)
    _places: Mapping[str, int] = field(default_factory=dict)
    _matter: dict[str, frozenset[str]] = field(default_factory=dict)

    @classmethod
    def of(cls, reading: Reading) -> "Outline":
        """The outline of a paper without its annexes."""
        made, number = cls(), ""
        open_headings: list[NumberedSection] = []
        for line in reading.lines:
            if line.annex:
                continue
            label = bare(line.label)
            if line.kind == HEADING:
                open_headings = [
                    open_heading
                    for open_heading in open_headings
                    if open_heading.level < line.level
                ]
                open_headings.append(made._heading(line, label))
                number = ""
            elif line.kind in _BEARING and label.replace(".", "").isdigit():
                number = label
                made._number(label, line, open_headings)
            elif line.kind == ITEM and number and label:
                made.items.setdefault(number, set()).add(label)
            if number:
                made.lines.setdefault(number, []).append(line)
        made._places = {number: place for place, number in enumerate(made.numbers)}
        return made

    @property
    def last(self) -> str:
        """The highest number of a paragraph."""
        return max(self.numbers, key=places_of, default="")

    def has(self, number: str) -> bool:
        """Whether a paragraph bears `number`."""
        return number in self._places

    def has_item(self, number: str, letter: str) -> bool:
        """Whether a paragraph has an item of that letter; unknown counts where none is labelled."""
        items = self.items.get(number, set())
        return not items or letter in items

    def is_backwards(self, first: str, last: str) -> bool:
        """Whether `last` comes before `first`."""
        return places_of(last) < places_of(first)

    def matter(self, number: str) -> frozenset[str]:
        """The words that carry the matter of a paragraph, with those of its headings."""
        if number not in self._matter:
            lines = self.lines.get(number, [])
            items = [line.text for line in lines] + [item for line in lines for item in line.trail]
            self._matter[number] = content(" ".join(items))
        return self._matter[number]

    def section_titled(self, text: str) -> NumberedSection | None:
        """The one section whose title has every word that carries matter in `words`."""
        target = content(text)
        matches = [
            heading
            for heading in self.headings
            if heading.numbers
            and heading.line.kind == HEADING
            and target
            and target <= heading.words
        ]
        return min(matches, key=lambda item: len(item.words)) if matches else None

    def _heading(self, line, label):
        if label:
            self.sections.add(label.removesuffix(".0"))
        made = NumberedSection(line.text, content(line.text), line.level, line)
        self.headings.append(made)
        return made

    def _number(self, label, line, open_headings):
        if label not in self.numbers[-1:]:
            self.numbers.append(label)
            for open_heading in open_headings:
                open_heading.numbers.append(label)
        if line.kind == RUN_IN:
            self.headings.append(NumberedSection(line.text, content(line.text), 9, line, [label]))


def bare(label: str) -> str:
    """A label without brackets and points at its ends."""
    return label.strip("(). ")


def places_of(number: str) -> tuple[int, ...]:
    """A number such as 3.2 as something that can be put in order."""
    numbers = (whole(part) for part in number.split("."))
    return tuple(number for number in numbers if number is not None)

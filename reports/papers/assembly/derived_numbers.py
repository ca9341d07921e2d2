"""Numbers reckoned from figures and typed numbers, and what a list of figures tells of each."""

import hashlib
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from assurance.figures.figure import Mark, Value
from assurance.figures.registry import FIGURES
from assurance.figures.rules.units import Origin
from assurance.figures.small_numbers import is_small
from reports.documents.entries import COUNTED, Entry
from reports.language import sums
from reports.language.tokens import DerivedNumber, Quote, StatedNumber
from reports.papers.wording import number_words

STATED = "stated"
_LONGEST_MEMBER = 60
_TYPED = "a typed number"


@dataclass(frozen=True)
class Derived:
    """A derived number: its `value`, called `title`, and the `parts` that it is made of in order,
    figures and typed numbers; `base` is the figure of the whole, where there is one."""

    value: Value
    title: str
    operation: str
    parts: tuple[Value | StatedNumber, ...]
    base: Value | None = None

    @property
    def identity(self):
        """That of its value."""
        return self.value.identity

    @property
    def figures(self) -> tuple[Value, ...]:
        """The figures that it rests on, its base with them."""
        leaves = [part for part in self.parts if isinstance(part, Value)]
        return (*leaves, *([self.base] if self.base else []))

    @property
    def short_form(self) -> str:
        """The form in which a list of figures prints it."""
        return sums.FORMS[self.operation][0]

    def entry(self, number: int, text: str, places, numbers: Mapping, hidden: str) -> Entry:
        """What the public may know of it, printed as `text` (`hidden` where it is withheld);
        `numbers` maps a figure's identity to its number."""
        value, figure = self.value, FIGURES.get(self.value.key)
        is_part = self.operation != "difference"
        is_shown = value.mark == Mark.SHOWN
        made_of = [self._part_text(part, numbers, hidden) for part in self.parts]
        if self.base:
            made_of.append(f"out of {part_text(self.base, numbers, hidden)}")
        dated, is_union = bool(self.figures), bool(figure) and self.operation == "sum"
        return Entry(
            number=number,
            key=value.key,
            title=self.title,
            text=text,
            counts=figure.counts if is_union else _COUNTS[self.operation],
            out_of=figure.out_of if is_union else "",
            when=" and ".join(distinct(str(part.when) for part in self.figures)),
            cohort=value.cohort,
            source=value.source,
            rule=f"{_RULES[self.operation]}: {'; '.join(made_of)}.",
            citation=figure.citation if figure else "",
            base=f"{value.base:,}" if is_part and is_shown and value.base is not None else "",
            places=tuple(places),
            mark=str(value.mark),
            unit=str(value.unit) if dated else "",
            member=value.member,
            start=value.when.start.isoformat() if dated else "",
            end=value.when.end.isoformat() if dated else "",
            count=value.count,
            base_count=value.base if is_part else None,
            made_of=tuple(numbers[part.identity] for part in self.figures),
            population=value.population,
            definition=value.definition,
            origin=str(Origin.of_parts(map(_origin_of, (*self.parts, *self.figures)))) or COUNTED,
        )

    def _part_text(self, part, numbers, hidden):
        """A part for readers, without its typed number where that would give a number away."""
        if isinstance(part, StatedNumber) and self.value.mark != Mark.SHOWN:
            return f"{hidden} (typed; source: {part.source})"
        return part_text(part, numbers, hidden)


_COUNTS = {
    "sum": "the numbers that it is made of, added together",
    "difference": "the first number less the second",
    "share": "the first number as a share of the second",
}
_RULES = {"sum": "Added together", "difference": "The first less the second", "share": "A share"}


def part_text(part: Value | StatedNumber, numbers: Mapping, hidden: str) -> str:
    """One part as the list of figures names it: `27 (16 to 18), figure 31`."""
    if isinstance(part, StatedNumber):
        return f"{part.words} (typed; source: {part.source})"
    is_shown = part.mark == Mark.SHOWN
    text = number_words.number_text(part.count, unit=part.unit) if is_shown else hidden
    return f"{text} ({name_of(part)}), figure {numbers[part.identity]}"


def _origin_of(part):
    return part.origin if isinstance(part, Value) else Origin.ENTERED


def name_of(value: Value) -> str:
    """What a figure is called within its breakdown."""
    return value.label or value.member or FIGURES[value.key].title


def title_of(value: Value) -> str:
    """What a figure is called anywhere."""
    return FIGURES[value.key].title_of(name_of(value) if value.member else "")


def distinct(texts: Iterable[str]) -> list[str]:
    """The texts that are not empty, each once, in order."""
    return list(dict.fromkeys(filter(None, texts)))


def closed_title(title: str, parts: Iterable[Value | StatedNumber]) -> str:
    """The title of a number that is not shown, without the numbers that were typed for it."""
    for part in parts:
        if isinstance(part, StatedNumber):
            title = title.replace(f"{part.words} (typed)", _TYPED)
    return title


def tells_of_few(
    operation: str,
    count: int | None,
    out_of: int | None,
    parts: Sequence[Value | StatedNumber],
) -> bool:
    """True where a number that the records do not relate to its parts counts few people, or leaves
    few: no figure is hidden for it. A change over time counts no one, and a small number that a
    part prints is published already."""
    figures = [part for part in parts if isinstance(part, Value)]
    if count is None or not figures or not figures[0].unit.of_people:
        return False
    if operation == "difference" and len({value.when for value in figures}) > 1:
        return False
    most = figures[0].threshold
    if any(is_small(value.count, most) for value in figures if value.count is not None):
        return False
    rest = out_of - count if operation == "share" and out_of is not None else 0
    return is_small(abs(count), most) or is_small(rest, most)


def definition_of(operation: str, parts: Iterable[Value | StatedNumber]) -> str:
    """A digest of how it is reckoned and its figures are defined; none where a number was typed."""
    definitions = sorted(getattr(part, "definition", "") for part in parts)
    text = repr((operation, definitions))
    return hashlib.sha256(text.encode()).hexdigest()[:16] if all(definitions) else ""


def member_of(
    token: DerivedNumber, figures: Sequence[Value], *, is_fall: bool = False, hidden: bool = False
) -> str:
    """What tells it from other numbers of its figure: the members added, or a mark of its parts. By
    how much a number fell is another than by how much it rose."""
    if token.operation == "sum" and len(figures) == len(token.operands):
        joined = "-and-".join(sorted(value.member for value in figures))
        if len(joined) <= _LONGEST_MEMBER:
            return joined
    text = _mark(token, hidden)
    mark = hashlib.sha256((f"{text} fall" if is_fall else text).encode()).hexdigest()[:12]
    return f"{token.operation}-{mark}"


def _mark(operand: DerivedNumber | StatedNumber | Quote, hidden):
    """An operand without its dates, so that it is the same in every report. Of a number that is not
    shown it has none that was typed: trying every number finds the one of a mark."""
    if isinstance(operand, DerivedNumber):
        marks = (_mark(item, hidden) for item in operand.operands)
        return f"{operand.operation}({','.join(marks)})"
    if isinstance(operand, StatedNumber):
        return f"{'' if hidden else operand.words}:{operand.source}"
    return f"{operand.key}:{operand.member}:{operand.cohort}"


def source_of(part: Value | StatedNumber) -> str:
    """Where a part is from."""
    return part.source if isinstance(part, Value) else f"typed: {part.source}"

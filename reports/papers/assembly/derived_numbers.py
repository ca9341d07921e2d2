"""Numbers reckoned from figures and typed numbers, and what a list of figures tells of each."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from assurance.figures.figure import Mark, Value
from assurance.figures.registry import FIGURES
from reports.documents.entries import Entry
from reports.language import sums
from reports.language.tokens import StatedNumber
from reports.papers.wording import number_words

STATED = "stated"


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
        made_of = [part_text(part, numbers, hidden) for part in self.parts]
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
        )


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


def name_of(value: Value) -> str:
    """What a figure is called within its breakdown."""
    return value.label or value.member or FIGURES[value.key].title


def title_of(value: Value) -> str:
    """What a figure is called anywhere."""
    title = FIGURES[value.key].title
    return f"{title}: {name_of(value)}" if value.member else title


def distinct(texts: Iterable[str]) -> list[str]:
    """The texts that are not empty, each once, in order."""
    return list(dict.fromkeys(filter(None, texts)))

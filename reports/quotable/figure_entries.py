"""Figures at the days and periods of a report, their parts, and the forms that each can take.

No figure is counted here: what has no value is left out once values are read.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import lru_cache

from assurance.figures.figure import Figure, Timing
from assurance.figures.labels import MEMBER_NAMES
from assurance.figures.registry import FIGURES
from assurance.runtime.periods import When, month_of
from reports.papers.manuscript import POSITION, Manuscript
from reports.papers.wording.number_words import is_bound
from reports.quotable.entries import FIGURE, MEMBER, Entry, Form, folded, known_as
from reports.quotable.insertion.figure_catalogue import SUBJECTS

MOST_REPORTS = 16
Labels = Mapping[str, Mapping[str, str]]


@dataclass(frozen=True)
class Dates:
    """What the entries of figures have of a report: its dates, its period and its glossary."""

    names: Mapping[str, When]
    period: When
    glossary: Mapping[str, str]


def figure_entries(manuscript: Manuscript, labels: Labels) -> tuple[Entry, ...]:
    """Every declared figure and member at each of the report's times that suit it."""
    dates = (manuscript.names.items(), manuscript.glossary.items())
    members = ((key, tuple(names.items())) for key, names in labels.items())
    return _entries(manuscript.period, *map(tuple, (*dates, members)))


# A writer asks at each key: what is made of the same dates and names is made once.
@lru_cache(MOST_REPORTS)
def _entries(period, names, glossary, labels):
    dates, known = Dates(dict(names), period, dict(glossary)), dict(labels)
    return tuple(_each(dates, {key: dict(members) for key, members in known.items()}))


def _each(manuscript, labels) -> Iterator[Entry]:
    for figure in FIGURES.values():
        members = {**figure.members, **labels.get(figure.key, {})}
        named = [] if figure.key in MEMBER_NAMES or figure.has_members else [("", "")]
        for name, when in times(figure, manuscript):
            for member, label in (*named, *members.items()):
                yield entry_of(manuscript, figure, member, label, name, when)


def times(figure: Figure, manuscript: Manuscript | Dates) -> list[tuple[str, When]]:
    """(what a token says after @, the day or period) for each time that suits a figure, its usual
    one first."""
    named = sorted(manuscript.names.items(), key=lambda item: item[0] != POSITION)
    if figure.timing == Timing.AT:
        return [("" if name == POSITION else name, when) for name, when in named if when.is_day]
    if figure.timing == Timing.MONTH:
        return [(name, when) for name, when in named if when == month_of(when.start)]
    return [("", manuscript.period), *((name, when) for name, when in named if not when.is_day)]


def entry_of(
    manuscript: Manuscript | Dates, figure: Figure, member: str, label: str, name: str, when: When
) -> Entry:
    """What a sentence quotes of a figure or its member at the time `name` of a report."""
    key = f"{figure.key}:{member}" if member else figure.key
    title = figure.title_of(label)
    subject = SUBJECTS.get(figure.subject, figure.subject)
    texts = (title, subject, when.label, str(when), figure.counts)
    return Entry(
        kind=MEMBER if member else FIGURE,
        token=f"[[{key}{f' @{name}' if name else ''}]]",
        label=title,
        group=subject,
        when=when_in_words(when),
        definition=f"Counts {figure.counts}.",
        search=folded(*texts, known_as(f"{title} {subject}", manuscript.glossary)),
        forms=tuple(_forms(manuscript, figure, key, name)),
        is_usual=not name,
        part=(figure.key, member, name) if member and figure.adds else None,
    )


def when_in_words(when: When) -> str:
    """A day or period of a report with what it is called."""
    return f"{when} ({when.label})" if when.label else str(when)


def _forms(manuscript, figure, key, name):
    at = f" @{name}" if name else ""
    if not is_bound(figure.unit):
        yield Form("in words", f"[[{key}{at} | words]]")
    if figure.out_of or figure.base:
        yield Form("as a per cent, share", f"[[{key}{at} | percent]]")
        yield Form("as a per cent with its base, out of", f"[[{key}{at} | percent base]]")
    if figure.timing != Timing.AT or is_bound(figure.unit):
        return
    own = manuscript.names.get(name or POSITION)
    for other, when in manuscript.names.items():
        if own and when.is_day and when < own:
            text = f"compared with {when}, change since, rose or fell from"
            yield Form(text, f"[[compare {key} @{other} @{name or POSITION}]]")

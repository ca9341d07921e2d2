"""How many of the things that a printed figure counts are of a part that words name."""

import re
from collections.abc import Callable, Iterator
from datetime import date
from functools import cache

from assurance.figures.figure import Figure, Mark
from assurance.figures.keys import current_key
from assurance.figures.measurement import FigureQuery, measure
from assurance.figures.registry import FIGURES
from assurance.looked_after.rules.groups import NOT_BROKEN_DOWN
from assurance.runtime.periods import When
from reports.checks.context import RecordedState
from reports.checks.numbers.live.other_parts import ages_in
from reports.checks.numbers.live.part_words import parts_named
from reports.documents.entries import Entry
from reports.papers.models.papers import Paper
from reports.prose.quantities.bands import band_of

_AGE_FIGURES = re.compile(r"\.(?:local_)?age_band$")


def parts_of(paper: Paper) -> Callable[[Entry, str], tuple[RecordedState, ...]]:
    """Gives, of a printed figure and words for some of the things that it counts, how many of them
    each breakdown of it has: the members that the words name, added up."""

    @cache
    def parts(entry: Entry, text: str) -> tuple[RecordedState, ...]:
        whole = FIGURES.get(current_key(entry.key))
        if whole is None or entry.member or not entry.end or entry.count is None:
            return ()
        return tuple(_parts(paper, whole, entry, text))

    return parts


def _parts(paper, whole: Figure, entry: Entry, text: str) -> Iterator[RecordedState]:
    figures = [item for item in FIGURES.values() if _divides(item, whole)]
    when = When(date.fromisoformat(entry.start), date.fromisoformat(entry.end))
    queries = {item: FigureQuery(item.key, entry.population, when) for item in figures}
    measured = measure(paper.council, queries.values(), FIGURES, on=paper.policy_day)
    for figure, query in queries.items():
        values = [
            value
            for value in measured.exact.get(query, {}).values()
            if value.mark != Mark.NOT_RETURNED and value.count is not None
        ]
        is_split = figure.has_members or bool(figure.members)
        # Of a breakdown that leaves some out nothing follows for the rest.
        left_out = any(value.count for value in values if value.member == NOT_BROKEN_DOWN)
        if is_split and (left_out or sum(value.count for value in values) != entry.count):
            continue
        rows = _named(figure, values, text)
        if rows:
            public = [measured.value(query, row.member) for row in rows]
            labels = [figure.title_of(row.label) for row in rows]
            title = labels[0] if len(rows) == 1 else f"{figure.title}, {len(rows)} parts of it"
            is_shown = all(item.mark == Mark.SHOWN for item in public)
            yield RecordedState(title, str(query.when), sum(row.count for row in rows), is_shown)


def _divides(figure: Figure, whole: Figure) -> bool:
    """True if a figure counts parts of what another counts."""
    if figure.key == whole.key or figure.unit != whole.unit or figure.timing != whole.timing:
        return False
    is_split = figure.has_members or bool(figure.members)
    alike = is_split and figure.subject == whole.subject and figure.title.startswith(whole.title)
    return whole.key in (figure.base, figure.whole) or alike


def _named(figure: Figure, values, text: str) -> list:
    """The values of a figure that are of what words name; none where they do not fit."""
    if _AGE_FIGURES.search(figure.key):
        return _of_ages(values, text)
    named = parts_named(figure.subject, text).keys()
    if len(named) != 1:
        return []
    labels = [(row, row.label if row.member else figure.title) for row in values]
    return [row for row, label in labels if named <= parts_named(figure.subject, label).keys()]


def _of_ages(values, text: str) -> list:
    """The members whose ages are those that words name; none where one is only partly so."""
    bands = [*ages_in(text)]
    own = [(row, band_of(row.label)) for row in values]
    if len(bands) != 1 or any(band is None for _row, band in own):
        return []
    inside = [
        row for row, band in own if bands[0].first <= band.first and band.last <= bands[0].last
    ]
    crossed = [row for row, band in own if band.overlaps(bands[0]) and row not in inside]
    return [] if crossed else inside

"""What a ready-made table or chart is, and how its rows and columns are written."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass

from assurance.figures.figure import Timing, Value
from assurance.figures.measurement import FigureQuery, measure
from assurance.figures.registry import FIGURES
from assurance.runtime.periods import When
from reports.editor.forms.table_fields import joined_lines
from reports.papers.manuscript import POSITION, Manuscript

TABLE, CHART = "table", "chart"


@dataclass(frozen=True)
class Lacking:
    """What is missing for a ready-made table, and the name of the address where it is recorded."""

    sentence: str
    words: str
    address: str


@dataclass(frozen=True)
class ReadyMade:
    """A table or chart by `name`: the kinds of block that it can be, what it is called, and what
    its form begins with (field → text), or what is `Lacking`."""

    name: str
    kinds: tuple[str, ...]
    title: str
    begins: Callable[[Manuscript], Mapping[str, str] | Lacking]


def values_at(manuscript: Manuscript, keys: Iterable[str], when: When) -> dict[str, dict]:
    """Key of a figure → member → exact `Value` of one day or period, the records' own."""
    queries = {key: FigureQuery(key, "", when) for key in keys}
    exact = measure(manuscript.council, list(queries.values()), FIGURES, public=False).exact
    return {key: _known(exact.get(query, {})) for key, query in queries.items()}


def _known(values: Mapping[str, Value]):
    return {member: value for member, value in values.items() if value.count is not None}


def days_of_stock(manuscript: Manuscript) -> list[str]:
    """The names of the report's days, its position last: the columns of a table of counts."""
    days = sorted((when, name) for name, when in manuscript.names.items() if when.is_day)
    others = [name for _when, name in days if name != POSITION]
    return [*others, POSITION] if POSITION in manuscript.names else others


def rows_text(rows: Iterable[tuple[str, str]]) -> str:
    """(heading, figure) of each row as the form has them; no heading leaves the figure's own."""
    return joined_lines(rows)


def columns_text(names: Iterable[str]) -> str:
    """A column for each date, by its name or as a day."""
    return joined_lines(("", name, "number") for name in names)


def is_stock(key: str) -> bool:
    """Whether a figure is of a day."""
    return FIGURES[key].timing == Timing.AT

"""Records that a report may quote beside figures, and lists of them; an app registers its own in
`AppConfig.ready`.

A token names a kind of record, a slug and a field; a block that lists records names a kind of list,
filters and columns. Only fields and columns that are registered can be printed.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date

from assurance.runtime.periods import say_day


@dataclass(frozen=True)
class QuotedRecord:
    """A kind of record: how a slug finds it, and its fields, each with how it is read. `at_day`
    gives the record as it was at the end of a day, where that is recorded; `for_paper` as a paper
    may print it, where papers differ."""

    find: Callable
    fields: Mapping[str, Callable]
    at_day: Callable = lambda row, day: row
    for_paper: Callable = lambda row, paper: row


@dataclass(frozen=True)
class QuotedList:
    """A kind of list: its rows for a council, the filters it knows, and its columns with heading
    and reading. `at_day` gives the rows as they were at the end of a day, where that is recorded;
    `of_paper` its rows for a paper, where each paper has its own."""

    rows: Callable
    filters: Mapping[str, str]
    columns: Mapping[str, tuple[str, Callable]]
    at_day: Callable = lambda rows, day: rows
    of_paper: Callable | None = None


RECORDS: dict[str, QuotedRecord] = {}
LISTS: dict[str, QuotedList] = {}
_places: dict[str, int] = {}


def register(
    records: Mapping[str, QuotedRecord], lists: Mapping[str, QuotedList] | None = None, *, place
) -> None:
    """Adds kinds of `records` and of `lists` by name; sentences that name all of them do so by
    `place`, then in the order given."""
    for registry, kinds in ((RECORDS, records), (LISTS, lists or {})):
        _places.update(dict.fromkeys(kinds, place))
        ordered = sorted({**registry, **kinds}.items(), key=lambda item: _places[item[0]])
        registry.clear()
        registry.update(ordered)


def active_rows(model) -> Callable:
    """A reading of a council's rows of `model` that were not withdrawn."""
    return lambda council: model.objects.of(council).active()


def by_slug(model) -> Callable:
    """A reading that finds an active row of `model` by its slug."""
    return lambda council, slug: active_rows(model)(council).filter(slug=slug).first()


def by_population(model, day: str) -> Callable:
    """A reading of a count by its population's slug and day: `cses-staff-2016-01-05`."""

    def find(council, slug):
        try:
            when = date.fromisoformat(slug[-10:])
        except ValueError:
            return None
        rows = model.objects.of(council).in_force()
        return rows.filter(cohort__slug=slug[:-11], **{day: when}).first()

    return find


def plain(names: str) -> dict[str, Callable]:
    """Fields that are printed as the record has them, by `names` with blanks between them."""
    return {name: (lambda row, name=name: getattr(row, name)) for name in names.split()}


def chosen(names: str) -> dict[str, Callable]:
    """Fields that are printed by the label of the choice made."""
    return {
        name: (lambda row, name=name: getattr(row, f"get_{name}_display")())
        for name in names.split()
    }


def text_of(name: str) -> Callable:
    """A column's reading: a day as print has it, an empty text for nothing."""

    def read(row):
        value = getattr(row, name)
        return say_day(value) if isinstance(value, date) else value or ""

    return read

"""Records that a report may quote beside figures, and lists of them; an app registers its own in
`AppConfig.ready`.

A token names a kind of record, a slug and a field; a block that lists records names a kind of list,
filters and columns. Only fields and columns that are registered can be printed. Each kind declares
by `at_day` how it is read as it was at the end of a day; history is never its source.
"""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date

from django.db.models import Q

from assurance.runtime.digits import whole
from assurance.runtime.periods import When, say_day

FIRST_COLUMNS = 5
STATES, DATES, TIMELESS = "dated states", "its own dates", "timeless"


@dataclass(frozen=True)
class AtDay:
    """How a kind is read as it was at the end of a day.

    `basis` is what decides: dated states, its own dates, or nothing, for the `reason` given.
    `filtered` gives of a queryset the rows that had begun by the day. `later` maps a field with the
    date of something that happened to the fields known only from then on, with their values before.
    `begins` is the date of a start that may come before the first state that is recorded.
    """

    basis: str
    filtered: Callable
    later: Mapping[str, Mapping[str, object]] = field(default_factory=dict)
    reason: str = ""
    begins: str = ""

    def without_state(self, rows, day: date):
        """The first of `rows` that had begun by the end of `day` and has no state by then."""
        if not self.begins:
            return None
        begun = rows.filter(**{f"{self.begins}__lte": day})
        return begun.exclude(pk__in=self.filtered(begun, day).values("pk")).first()

    def row(self, row, day: date):
        """The record as it was at the end of `day`, or None where it had not begun."""
        rows = self.filtered(type(row)._default_manager.filter(pk=row.pk), day)
        result = rows.first()
        return result and self.before_later(result, day)

    def before_later(self, row, day: date):
        """The `row`, which is not saved, without what happened after `day`: its `read_on`."""
        row.read_on = day
        for happened, known in self.later.items():
            on = getattr(row, happened)
            if on is not None and on > day:
                for name, value in {happened: None, **known}.items():
                    setattr(row, name, value)
        return row


def by_states(later: Mapping | None = None, *, reading: str = "as_at", begins: str = "") -> AtDay:
    """A kind with dated states: its queryset's `reading(day)` gives the rows begun, as they were
    then."""
    return AtDay(STATES, lambda rows, day: getattr(rows, reading)(day), later or {}, begins=begins)


def begun_by(*fields: str, later: Mapping | None = None) -> AtDay:
    """A kind that begins on the first of its date `fields` that is known; one without had begun."""
    return AtDay(DATES, lambda rows, day: rows.filter(_begun(day, *fields)), later or {})


def standing_between(first: str, last: str, later: Mapping | None = None) -> AtDay:
    """A kind that is there from its date `first` to its date `last`, both included."""

    def filtered(rows, day):
        current = Q(**{f"{last}__isnull": True}) | Q(**{f"{last}__gte": day})
        return rows.filter(_begun(day, first) & current)

    return AtDay(DATES, filtered, later or {})


def timeless(reason: str) -> AtDay:
    """A kind that no day changes, for a `reason` in one sentence."""
    return AtDay(TIMELESS, lambda rows, day: rows, reason=reason)


def _begun(day, name, *others):
    unknown = Q(**{f"{name}__isnull": True})
    return Q(**{f"{name}__lte": day}) | (unknown & _begun(day, *others) if others else unknown)


@dataclass(frozen=True)
class QuotedRecord:
    """A kind of record: how a slug finds it, its fields, each with how it is read, and `at_day`;
    `for_paper` gives it as a paper may print it, where papers differ."""

    find: Callable
    fields: Mapping[str, Callable]
    at_day: AtDay
    for_paper: Callable = lambda row, paper: row


@dataclass(frozen=True)
class Filter:
    """A filter of a list: the look-up that it narrows by, and `values(council)`, those that name
    something; None where every value does. `choices(council)` are its values with their labels."""

    lookup: str
    values: Callable | None = None
    choices: Callable | None = None
    is_offered: bool = True

    def why_not(self, name: str, value, council) -> str:
        """The sentence for a value that names nothing, or nothing."""
        names = self.values and sorted({str(item) for item in self.values(council)})
        if names is None or str(value) in names:
            return ""
        choice = f"use {', '.join(names)}" if names else "none is recorded"
        return f"“{value}” is no {name} of this list: {choice}."


def of_choices(lookup: str, choices: Iterable) -> Filter:
    """A filter by one of the choices of a field."""
    pairs = list(choices)
    return Filter(lookup, lambda council: [code for code, _ in pairs], lambda council: pairs)


def of_records(lookup: str, rows: Callable, name: str = "slug") -> Filter:
    """A filter by what `rows(council)` have under the field `name`."""

    def choices(council):
        labels = {}
        for row in rows(council):
            value, is_bare = str(getattr(row, name)), name in ("slug", "order", "number")
            labels.setdefault(value, {})[str(row) if is_bare else value] = None
        return [(value, " / ".join(titles)) for value, titles in labels.items()]

    return Filter(
        lookup, lambda council: rows(council).order_by().values_list(name, flat=True), choices
    )


@dataclass(frozen=True)
class CountedBy:
    """The figure that counts a list filtered `by` one name, or by none: its member of the filter's
    value, or the whole where the `value` is fixed or a `year` is its period."""

    key: str
    by: str = ""
    value: str = ""
    year: bool = False


@dataclass(frozen=True)
class FigureTable:
    """A table of figures on `day`: its title, (label, quote) of each row, and (label, member) of
    each column, the member empty for the figure itself."""

    title: str
    day: date
    rows: tuple[tuple[str, str], ...]
    columns: tuple[tuple[str, str], ...]


@dataclass(frozen=True)
class QuotedList:
    """A kind of list: its title, rows for a council, filters, columns with heading and reading, and
    `at_day`.

    `when_empty` is the sentence that it prints without rows, `counted_by` the figures of the same
    things, `counted_over` those of them in a period, which rows alone do not give, `called` what
    records of it are called that no figure counts, each with its filters; `of_paper` gives its rows
    for a paper, where each paper has its own, and `for_paper` each as a paper may print it.
    `within` are the first and the last date of what happened, by which a list keeps to its
    report's period; none for a list of how things are on a day. `table` gives, for a council
    and a day, a `FigureTable` of figures that its rows are the evidence of, or None. `subject`
    is that under which it is chosen, if no kind of record has its name; `identifiers` name rows."""

    title: str
    rows: Callable
    filters: Mapping[str, Filter]
    columns: Mapping[str, tuple[str, Callable]]
    at_day: AtDay
    when_empty: str
    counted_by: tuple[CountedBy, ...] = ()
    called: Mapping[str, Mapping] = field(default_factory=dict)
    of_paper: Callable | None = None
    for_paper: Callable = lambda row, paper: row
    counted_over: tuple[CountedBy, ...] = ()
    within: tuple[str, ...] = ()
    table: Callable | None = None
    subject: str = ""
    identifiers: frozenset[str] = frozenset()

    @property
    def first_columns(self) -> list[str]:
        """The columns that a list begins with until somebody chooses others."""
        return list(self.columns)[:FIRST_COLUMNS]

    def rows_within(self, rows, when: When):
        """Those of `rows` that happened in `when`, in part or whole."""
        first, last = self.within[0], self.within[-1]
        return rows.filter(**{f"{first}__lte": when.end, f"{last}__gte": when.start})

    def figure_of(self, filters: Mapping) -> tuple[CountedBy, str] | None:
        """(the figure that counts the list so filtered, its member), or None."""
        for item in (*self.counted_by, *self.counted_over):
            value = str(filters.get(item.by, ""))
            if set(filters) == {item.by} - {""} and item.value in ("", value):
                return item, "" if item.value or item.year else value
        return None


RECORDS: dict[str, QuotedRecord] = {}
LISTS: dict[str, QuotedList] = {}
_places: dict[str, int] = {}


def register(
    records: Mapping[str, QuotedRecord], lists: Mapping[str, QuotedList] | None = None, *, place
) -> None:
    """Adds kinds of `records` and of `lists` by name; sentences that name all of them do so by
    `place`, then in the order given."""
    for registry, kinds in ((RECORDS, records), (LISTS, lists or {})):
        for name in kinds:
            _places[name] = place
        ordered = sorted({**registry, **kinds}.items(), key=lambda item: _places[item[0]])
        registry.clear()
        registry |= ordered


def active_rows(model) -> Callable:
    """A reading of a council's rows of `model` that were not withdrawn."""
    return lambda council: model.objects.of(council).active()


def by_slug(model) -> Callable:
    """A reading that finds an active row of `model` by its slug."""
    return lambda council, slug: active_rows(model)(council).filter(slug=slug).first()


def by_number(rows: Callable) -> Callable:
    """A reading that finds one of `rows(council)` by its number: of what has no name of its own,
    or one that stands for a person."""

    def find(council, slug):
        number = whole(slug) if slug.isascii() and slug.isdigit() and len(slug) < 10 else None
        return None if number is None else rows(council).filter(pk=number).first()

    return find


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


def month_of(name: str) -> Callable:
    """A reading of a day by its month: of what a day could point at somebody."""

    def read(row):
        day = getattr(row, name)
        return f"{day:%B %Y}" if day else None

    return read


def text_of(name: str) -> Callable:
    """A column's reading: a day as print has it, an empty text for nothing."""

    def read(row):
        value = getattr(row, name)
        return say_day(value) if isinstance(value, date) else value or ""

    return read

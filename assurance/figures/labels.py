"""What can be quoted, by name: kinds of record, and members of breakdowns whose labels are data.

A choice among hundreds of them reads their names in one query, and no value. An app registers its
own in `AppConfig.ready`.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, replace
from datetime import date
from functools import lru_cache

from django.db import connection
from django.db.models import CharField, F, QuerySet, Value
from django.db.models.fields import TextField
from django.db.models.functions import Cast

from assurance.runtime.periods import today

MOST_COUNCILS = 8


@dataclass(frozen=True)
class NameSource:
    """Where names are read: `rows(council)`, the field of their `title` and up to four fields that
    make their slug, in the `form` of a template or as a function of the parts; `day` is their date.
    Where there are very many only the `latest` by that day are offered among others.
    """

    rows: Callable[[object], QuerySet]
    title: str = "title"
    parts: tuple[str, ...] = ("slug",)
    form: str | Callable[..., str] = "{0}"
    day: str = ""
    more: str = ""
    latest: int = 0


def by_cohort(model: type, day: str) -> NameSource:
    """The names of counts of a cohort in force, of whom and of which `day`."""
    return NameSource(
        lambda council: model.objects.of(council).in_force(),
        title="cohort__title",
        parts=("cohort__slug", day),
        form="{0}-{1}",
        day=day,
        more="source",
    )


@dataclass(frozen=True)
class Name:
    """One thing that can be quoted: its slug, title, what `more` it is known by, and its date."""

    key: int
    slug: str
    title: str
    more: str = ""
    day: date | None = None


@dataclass(frozen=True)
class RecordNames:
    """What a kind of record is called and under which subject; `labels` are the words of its fields
    where they differ from their names, the `first` being the one that goes in by default, and
    `sentences` what a report can say of one, with fields in braces."""

    name: str
    subject: str
    source: NameSource
    first: str
    labels: Mapping[str, str] = field(default_factory=dict)
    sentences: tuple[str, ...] = ()

    def label_of(self, name: str) -> str:
        """A field in words."""
        return self.labels.get(name) or name.removesuffix("_on").replace("_", " ")


@dataclass(frozen=True)
class MemberNames:
    """The members of breakdowns: those of one source, or of several joined; `fixed` are besides."""

    sources: tuple[NameSource, ...]
    fixed: Mapping[str, str] = field(default_factory=dict)


RECORD_NAMES: dict[str, RecordNames] = {}
MEMBER_NAMES: dict[str, MemberNames] = {}


def register(
    records: Mapping[str, RecordNames], members: Mapping[str, MemberNames] | None = None
) -> None:
    """Adds the names of kinds of record, and of members of figures by key."""
    for registry, more in ((RECORD_NAMES, records), (MEMBER_NAMES, members or {})):
        registry |= more


def read_names(council) -> tuple[dict[str, list[Name]], dict[str, dict[str, str]]]:
    """(kind of record → its names, key of a figure → label by member), in one query."""
    sources = {f"record {kind}": names.source for kind, names in RECORD_NAMES.items()}
    for key, members in MEMBER_NAMES.items():
        sources |= {f"{key} {place}": item for place, item in enumerate(members.sources)}
    places = {}
    for place, source in sources.items():
        places.setdefault(source, []).append(place)
    index = {place: [] for place in sources}
    for source, row in _named(_read(council, tuple(places)), list(places)):
        for place in places[source]:
            index[place].append(row)
    records = {kind: index[f"record {kind}"] for kind in RECORD_NAMES}
    return records, {key: _labels(key, members, index) for key, members in MEMBER_NAMES.items()}


def name_of(kind: str, council, key: int) -> Name | None:
    """The name of the record of a kind with that key, or None where it cannot be quoted."""
    source = RECORD_NAMES[kind].source
    rows = source.rows(council).filter(pk=key)
    alone = replace(source, rows=lambda _council: rows, latest=0)
    return next((name for _source, name in _rows(council, [alone])), None)


def _rows(council, sources):
    """(source, name) of every row of all of them."""
    return _named(_union(council, sources), sources)


def _read(council, sources):
    """The rows of many sources. To put their query together takes longer than to answer it."""
    with connection.cursor() as cursor:
        cursor.execute(*_sql(council, sources, today()))
        return cursor.fetchall()


@lru_cache(MOST_COUNCILS)
def _sql(council, sources, _on):
    return _union(council, sources).query.sql_with_params()


def _union(council, sources):
    first, *others = (_selected(source, council, place) for place, source in enumerate(sources))
    return first.union(*others, all=True)


def _named(rows, sources):
    for place, key, title, more, day, *parts in rows:
        source = sources[place]
        used = parts[: len(source.parts)]
        slug = source.form(*used) if callable(source.form) else source.form.format(*used)
        yield source, Name(key, slug, title, more, date.fromisoformat(day[:10]) if day else None)


def _selected(source, council, place):
    def text(path):
        return Cast(F(path), TextField()) if path else Value("", CharField())

    rows = source.rows(council).order_by().prefetch_related(None).select_related(None)
    if source.latest:
        latest = rows.order_by(f"-{source.day}", "-pk").values("pk")[: source.latest]
        rows = rows.filter(pk__in=latest)
    parts = (*source.parts, "", "", "", "")[:4]
    fields = (source.title, source.more, source.day, *parts)
    return rows.values_list(Value(place), "pk", *(text(path) for path in fields))


def _labels(key, members, index):
    """Label by member of the breakdown of a figure."""
    made = {"": ""}
    for place, _source in enumerate(members.sources):
        names = [(row.slug, row.title) for row in index[f"{key} {place}"]]
        fixed = list(members.fixed.items()) if place == len(members.sources) - 1 else []
        made = {
            "__".join(filter(None, (slug, own))): ": ".join(filter(None, (label, title)))
            for slug, label in made.items()
            for own, title in (*names, *fixed)
        }
    return made

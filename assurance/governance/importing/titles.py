"""Matters that a file names by their titles, and what has to be told of a new one."""

from collections.abc import Iterator, Mapping, Sequence
from datetime import date

from django.utils.text import slugify

from assurance.accounts.models.accounts import Council
from assurance.imports.declaration import Fault, TargetRow, Values
from assurance.records.named_record import NamedRecord
from assurance.reviews.rules.findings import why_not_name
from assurance.runtime.periods import real_today
from assurance.tables.clean import plain

STILL_TO_COME = ("It is still to come", "Write a day that has come already.")


def held_of(model: type[NamedRecord], council: Council) -> dict[str, NamedRecord]:
    """Plain title or slug → the standing matter of `model` that a file means by it."""
    rows = model.objects.of(council).active().order_by("-pk")
    return {plain(name): row for row in rows for name in (row.slug, row.title)}


def name_in_a_file(matter: NamedRecord, index: Mapping[str, NamedRecord]) -> str:
    """What finds `matter` again: its title, or its slug where another has that title."""
    return matter.title if index[plain(matter.title)] == matter else matter.slug


def slug_of(title: str) -> str:
    """The slug that a new matter of this title has, as one that is typed."""
    return slugify(title)[:60]


def told_by_any(rows: Sequence[Values], names: Sequence[str]) -> dict[tuple, object]:
    """(plain title, column) → what some row of that title says there, so that one row may speak
    for the others."""
    values = {}
    for row in rows:
        for name in names:
            if row.get("title") and row.get(name) not in (None, ""):
                values.setdefault((plain(row["title"]), name), row[name])
    return values


def said_of(values: Values, names: Sequence[str], details: Mapping[tuple, object]) -> dict:
    """What a row says of its matter; where it is silent, what another row of that title does."""
    key = plain(values["title"])
    return {
        name: details.get((key, name)) if values.get(name) in (None, "") else values[name]
        for name in names
    }


def why_not_matter(
    model: type[NamedRecord],
    values: Values,
    value: Values,
    index: Mapping[str, NamedRecord],
    needed: Mapping[str, str],
) -> Iterator[Fault]:
    """What refuses the matter of a row: a title that names nothing or nothing new, and what a new
    one lacks of `needed`, column → what would be right."""
    if plain(values["title"]) in index:
        return
    slug, what = slug_of(values["title"]), model._meta.verbose_name
    is_used = any(item.slug == slug for item in index.values())
    if sentence := why_not_name(what, slug, is_used):
        yield Fault("title", sentence, "Write it as the register has it, or in other words.")
    for name, right in needed.items():
        if value.get(name) in (None, ""):
            article = "An" if what[0] in "aeiou" else "A"
            yield Fault(name, f"{article} {what} that is new needs this", right)


def matter_of(
    model: type[NamedRecord], values: Values, value: Values, index: Mapping[str, NamedRecord]
) -> TargetRow:
    """The matter that a row asks for, by its slug; one that stands keeps its title."""
    current = index.get(plain(values["title"]))
    if current is not None:
        return TargetRow(model, {"slug": current.slug}, value)
    return TargetRow(model, {"slug": slug_of(values["title"])}, {**value, "title": values["title"]})


def merged(values: Values, current: object, names: Sequence[str]) -> dict:
    """What would stand of `names`: what a row says, and what stands where it is silent."""
    return {
        name: getattr(current, name, None) if values.get(name) in (None, "") else values[name]
        for name in names
    }


def why_not_yet(values: Values, names: Sequence[str]) -> Iterator[Fault]:
    """The days of `names` that are still to come."""
    for name in names:
        if isinstance(values.get(name), date) and values[name] > real_today():
            yield Fault(name, *STILL_TO_COME)

"""The lines of the assurance map for one reader: links lead only where the account may go."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from django.urls import resolve, reverse

from assurance.accounts.access import may
from assurance.runtime.typography import with_capital
from reports.oversight.assurance_map.rounds import age_words
from reports.oversight.assurance_map.sources import KINDS, OLD, Assurance


@dataclass(frozen=True)
class MapLine:
    """One source in words: `age` is “3 months”, and `is_old` says that it should be renewed."""

    source: Assurance
    age: str
    is_old: bool
    address: str


@dataclass(frozen=True)
class MapKind:
    """The sources of one kind, the oldest result first; `address` is that of their list, or
    empty."""

    title: str
    address: str
    lines: tuple[MapLine, ...]


def assurance_map(user, day: date) -> Iterator[MapKind]:
    """Every kind of source of the council of `user` as at `day`, those without one too."""
    for kind in KINDS:
        sources = sorted(kind.find(user.council, day), key=lambda one: one.on or date.min)
        lines = tuple(_line(source, day, user) for source in sources)
        yield MapKind(kind.title, address_for(user, kind.address), lines)


def address_for(user, name: str, *args) -> str:
    """The address of a page that `user` may open, or an empty text."""
    address = reverse(name, args=args)
    return address if may(user, resolve(address).func.access) else ""


def _line(source, day, user):
    months = source.months(day)
    args = [] if source.record is None else [source.record]
    address = address_for(user, source.address, *args)
    return MapLine(source, _age(months), months is not None and months > OLD, address)


def _age(months):
    text = "" if months is None else age_words(months)
    return with_capital(text)

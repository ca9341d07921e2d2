"""Every figure that a report may quote, by key; an app registers its own in `AppConfig.ready`."""

from dataclasses import dataclass
from datetime import date
from urllib.parse import urlencode

from django.urls import reverse

from assurance.accounts.access import Permission
from assurance.figures.figure import Figure
from assurance.figures.keys import current_key


@dataclass(frozen=True)
class EvidencePage:
    """Where the evidence of figures is recorded: the words of a link, the name of its address, who
    records it. `record` is what one record that answers for all of them is called, if one does, and
    `date_fields` are those of its form that the date of the figures fills."""

    words: str
    address: str
    permission: Permission
    record: str = ""
    date_fields: tuple[str, ...] = ()

    def address_for(self, day: date) -> str:
        """The address where a record of `day` is added, with its date filled in."""
        query = urlencode(dict.fromkeys(self.date_fields, day.isoformat()))
        return f"{reverse(self.address)}?{query}".removesuffix("?")

    def takes(self, day: date, on: date) -> bool:
        """True where a record of `day` can be added on `on`: its form refuses a date to come."""
        return day <= on or not self.date_fields


# The member of a table's column that is the whole of which each row's figure gives the parts.
WHOLE_COLUMN = "whole"
FIGURES: dict[str, Figure] = {}
_places: dict[str, int] = {}
_evidence: dict[str, EvidencePage] = {}


def register(*figures: Figure, place: int, evidence: EvidencePage) -> None:
    """Adds `figures`; they are listed by the `place` of their subject, then in the order given."""
    FIGURES.update((figure.key, figure) for figure in figures)
    _evidence.update((figure.key, evidence) for figure in figures)
    _places.update((figure.key, place) for figure in figures)
    ordered = sorted(FIGURES.items(), key=lambda item: _places[item[0]])
    FIGURES.clear()
    FIGURES.update(ordered)


def title_of(key: str) -> str:
    """The title of the figure `key` or of a part; the key itself where no figure has it."""
    name, _, member = key.partition(":")
    figure = FIGURES.get(current_key(name))
    if figure is None:
        return key
    return figure.title_of(member.replace("_", " "))


def part_key(key: str, member: str) -> str:
    """The name of the part `member` of the figure `key`, or of the whole that it is part of."""
    figure = FIGURES.get(current_key(key))
    is_whole = member == WHOLE_COLUMN and figure is not None and figure.whole
    return figure.whole if is_whole else f"{key}:{member}"


def evidence_of(key: str) -> EvidencePage:
    """Where the evidence of the figure `key` is recorded."""
    return _evidence[key]

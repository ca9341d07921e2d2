"""Typed numbers of copied text that a figure has as its value, and what may take their place."""

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass

from reports.papers.manuscript import Manuscript
from reports.quotable.insertion.typed_numbers import (
    Choice,
    TypedNumber,
    replaced_texts,
    typed_numbers,
)

# Of a number that no figure is surely meant by.
MOST = 3


@dataclass(frozen=True)
class NumberOffer:
    """A typed number with the figures that may take its place: the one that is meant, if `sure`."""

    typed: TypedNumber
    choices: tuple[Choice, ...]
    sure: bool

    @property
    def pairs(self) -> tuple[tuple[str, Choice], ...]:
        """(what a press sends, the figure that it puts in) of each choice."""
        return tuple((f"{self.typed.key} {choice.token}", choice) for choice in self.choices)


def number_offers(manuscript: Manuscript, slugs: Collection[str]) -> tuple[NumberOffer, ...]:
    """The offers for the numbers typed in the blocks `slugs`, in print order. A number for which no
    figure is surely meant has offers only where it needs a record or a source."""
    rows = (_offer(item) for item in typed_numbers(manuscript, slugs))
    return tuple(row for row in rows if row.choices)


def changes(
    manuscript: Manuscript,
    chosen: Iterable[tuple[TypedNumber, str]],
    versions: Mapping[str, int],
) -> dict[str, tuple[int, dict]]:
    """Slug → (version seen, new texts) of the blocks in which the numbers become tokens."""
    places = {}
    for item, token in chosen:
        place = (item.number.start, item.number.end, token)
        places.setdefault(item.slug, {}).setdefault(item.path, []).append(place)
    return {
        slug: (versions[slug], replaced_texts(manuscript.block(slug), paths))
        for slug, paths in places.items()
    }


def _offer(item):
    if item.best:
        return NumberOffer(item, (item.best,), True)
    return NumberOffer(item, item.choices[:MOST] if item.must else (), False)

"""The causes of a verdict as a page prints them for one reader."""

from collections.abc import Iterable
from dataclasses import dataclass

from assurance.accounts.access import Permission, permissions
from reports.checks.paper.verdict import Cause
from reports.papers.models.papers import Paper


@dataclass(frozen=True)
class CauseLine:
    """A cause for one reader: `links` (words, address) to where they can fix it; else `who` can,
    and `at`, the places in words."""

    cause: Cause
    links: tuple[tuple[str, str], ...] = ()
    who: str = ""
    at: str = ""


def lines_for(user, causes: Iterable[Cause]) -> tuple[CauseLine, ...]:
    """What a page prints of `causes` for `user`."""
    held = permissions(user)
    return tuple(_line(cause, held) for cause in causes)


def _line(cause, held):
    remedy, paper = cause.remedy, cause.paper
    is_open = paper.status == Paper.WRITING and Permission.COMPOSE_PAPERS in held
    at = ", ".join(dict.fromkeys(filter(None, (item.fault.at for item in cause.results))))
    if remedy.address:
        if remedy.permission in held:
            return CauseLine(cause, ((remedy.words, remedy.address),), at=at)
        return CauseLine(cause, who=remedy.who, at=at)
    links = dict.fromkeys(
        (place.words, place.address) for _, place in cause.places if place.address
    )
    if is_open and links:
        return CauseLine(cause, tuple(links))
    return CauseLine(cause, who="" if is_open else remedy.who, at=at)

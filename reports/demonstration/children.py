"""The looked-after children of the demonstration: each with the placements that their course goes
through, and the files of the statutory returns that tell of them.

Nothing is drawn at random: days and codes follow from a child's place in the list.
"""

import csv
import io
from dataclasses import dataclass
from datetime import date, timedelta
from itertools import pairwise

from reports.demonstration.courses import AGES, FIRST, GONE_BEFORE, LAST, MIDDLE, courses

EARLIEST = date(2007, 6, 4)
# The day before the first year that the returns tell of.
OPENING = date(2014, 3, 31)
# Nobody begins to be looked after in these placements: a stay with carers comes before.
LATER_PLACEMENTS = "DH"
# Placement → (codes, providers), used in turn.
CODES = {
    "R": (("U1", "U3"), ("PR1",)),
    "O": (("U4", "U6", "U6"), ("PR1",)),
    "A": (("U4", "U6"), ("PR4", "PR5", "PR4")),
    "D": (("A5", "A3", "A6"), ("PR1",)),
    "P": (("P1",), ("PR0",)),
    "K": (("K2",), ("PR4", "PR5")),
    "S": (("S1",), ("PR5", "PR3")),
    "H": (("H5",), ("PR4", "PR5")),
    "F": (("R3",), ("PR4",)),
}
STATUSES = {"R": "C2", "O": "C2", "A": "C2", "D": "E1", "P": "C2", "F": "C1", "K": "C2", "S": "V2"}
LEAVING = {
    "D": ("E11", "E12"),
    "R": ("E43", "E44"),
    "P": ("E41", "E8"),
    "H": ("E5", "E6"),
    "F": ("E4A",),
}
NEEDS = ("N1", "N1", "N5", "N1", "N4", "N3", "N1", "N2", "N1", "N6", "N1", "N8")
ETHNICITIES = (*("WBRI",) * 9, "MWBC", "WBRI", "WOTH", "WBRI", "MWAS", "BAFR", "WBRI", "WROM")
HEADER = ("CHILD", "SEX", "DOB", "ETHNIC", "UPN", "MOTHER", "MC_DOB")
EPISODES = (
    *("CHILD", "DECOM", "RNE", "LS", "CIN", "PLACE", "PLACE_PROVIDER", "DEC", "REC"),
    *("REASON_PLACE_CHANGE", "HOME_POST", "PL_POST", "URN"),
)
UASC = ("CHILD", "SEX", "DOB", "DUC")
# Every so many children of a course that joined late came alone to seek asylum.
ALONE = {"-AA", "--H", "-HH", "OHH"}


@dataclass(frozen=True)
class Stay:
    """One episode: a placement under one legal status. `last` is the day it ended, or None."""

    first: date
    place: str
    provider: str
    status: str
    why_new: str
    last: date | None = None
    why_ended: str = ""
    why_moved: str = ""


@dataclass(frozen=True)
class Child:
    """A child of the returns, in order of the files."""

    reference: str
    sex: str
    born_on: date
    ethnicity: str
    need: str
    alone: bool
    stays: tuple[Stay, ...]


def children() -> tuple[Child, ...]:
    """Every child of the courses, those of one course side by side."""
    made = []
    for course in courses():
        for turn in range(course.children):
            made.append(_child(len(made), course, turn))
    return tuple(made)


def files(entries: tuple[Child, ...], opening: date, closing: date) -> dict[str, bytes]:
    """Name → content of the return of what was so from the end of `opening` to `closing`: an
    episode that ended later is open in it, one that began later is not known."""
    rows = [
        (child, stay)
        for child in entries
        for stay in child.stays
        if stay.first <= closing and (stay.last is None or stay.last > opening)
    ]
    items = list(dict.fromkeys(child for child, _ in rows))
    return {
        "header.csv": _csv(HEADER, [_header(child) for child in items]),
        "episodes.csv": _csv(EPISODES, [_episode(*row, closing) for row in rows]),
        "uasc.csv": _csv(
            UASC,
            [[item.reference, item.sex, _day(item.born_on), ""] for item in items if item.alone],
        ),
    }


def _child(place, course, turn):
    arrived = _arrived(course.places, place)
    born_on = _spread(*AGES[course.ages], turn, course.children)
    if arrived and born_on > arrived - timedelta(5):
        born_on = arrived - timedelta(5 + place % 9)
    value = _placements(course.places, place, born_on, arrived)
    return Child(
        reference=f"EB{2000 + place * 7}",
        sex="12"[(place * 5 // 3) % 2],
        born_on=born_on,
        ethnicity=ETHNICITIES[place % len(ETHNICITIES)],
        need=NEEDS[place % len(NEEDS)],
        alone=course.places in ALONE,
        stays=value,
    )


def _spread(first, last, turn, several):
    return first + (last - first) * (2 * turn + 1) // (2 * several)


def _arrived(places, place):
    """The day that a child who was not looked after on the first day came, or None."""
    if places.startswith("--"):
        return _within(MIDDLE, LAST, place)
    return _within(FIRST, MIDDLE, place) if places.startswith("-") else None


def _within(after, until, place):
    """A day after the one and before the other, away from both ends."""
    return after + timedelta(8 + place * 37 % ((until - after).days - 16))


def _placements(places, place, born_on, arrived):
    group = places.strip("-")[0]
    if places.endswith(GONE_BEFORE):
        moved = OPENING - timedelta(60 + place % 90)
        left = _within(OPENING, FIRST, place)
        return tuple(
            _episodes([*_beginnings(group, born_on, OPENING, moved, place), (left, "-")], place)
        )
    moved = _within(OPENING, FIRST, place)
    moves = [(arrived, group)] if arrived else _beginnings(group, born_on, FIRST, moved, place)
    spans = ((FIRST, MIDDLE), (MIDDLE, LAST))
    for (before, after), days in zip(pairwise(places), spans, strict=True):
        if before != "-" and after != before:
            moves.append((_within(*days, place), after))
    return tuple(_episodes(moves, place))


def _beginnings(group, born_on, until, moved, place):
    """How somebody who was in `group` by `until` came to be looked after, maybe `moved` there."""
    if group not in LATER_PLACEMENTS:
        return [(_began(born_on, until, place), group)]
    if group == "H":
        moved = max(moved, date(born_on.year + 16, born_on.month, born_on.day))
    return [(_began(born_on, moved, place), "O"), (moved, group)]


def _began(born_on, until, place):
    """A day well before `until`, from birth or from the first year of these records on."""
    first = max(born_on + timedelta(3), EARLIEST)
    return first + (until - timedelta(12) - first) * (37 + place * 29 % 60) // 100


def _episodes(moves, place):
    """The stays that follow from moves, each (day, placement, `-` for the end)."""
    for turn, (day, group) in enumerate(moves):
        if group == "-":
            return
        following = moves[turn + 1] if turn + 1 < len(moves) else None
        codes, providers = CODES[group]
        code, provider = codes[place % len(codes)], providers[place % len(providers)]
        status = STATUSES.get(group) or ("V2" if place % 2 else "C2")
        why_new = "P" if turn else "S"
        ending = _ending(group, following, place)
        # An interim care order gives way to a full one where the stay is long enough.
        after = day + timedelta(182)
        end = following[0] if following else LAST
        halfway = after if status == "C2" and not turn and after < end - timedelta(30) else None
        if halfway:
            yield Stay(day, code, provider, "C1", why_new, halfway, "X1")
            day, why_new = halfway, "L"
        yield Stay(day, code, provider, status, why_new, **ending)


def _ending(group, following, place):
    if following is None:
        return {}
    day, after = following
    if after != "-":
        return {"last": day, "why_ended": "X1", "why_moved": "CARPL"}
    reasons = LEAVING.get(group, ("E4A", "E4B", "E41"))
    return {"last": day, "why_ended": reasons[place % len(reasons)]}


def _header(child):
    return [child.reference, child.sex, _day(child.born_on), child.ethnicity, "", "0", ""]


def _episode(child, stay, closing):
    over = stay.last is not None and stay.last <= closing
    ended = [_day(stay.last), stay.why_ended, stay.why_moved] if over else ["", "", ""]
    began = [child.reference, _day(stay.first), stay.why_new, stay.status, child.need]
    return [*began, stay.place, stay.provider, *ended, "", "", ""]


def _day(day):
    return f"{day:%d/%m/%Y}"


def _csv(columns, rows):
    out = io.StringIO()
    csv.writer(out, lineterminator="\r\n").writerows([columns, *rows])
    return out.getvalue().encode()

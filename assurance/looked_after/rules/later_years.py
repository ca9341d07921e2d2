"""The rules that the national validation of later years has and that matter to the counts.

Each holds from a collection year on, as the open 903 validator of Data to Insight dates it; a
return of an earlier year is not looked over by it. Where that validation asks for a column that is
not read here, the rest of the rule is asked.
"""

from datetime import date
from itertools import pairwise

INDEPENDENT_LIVING = "P2"
LAST_OF_INDEPENDENT_LIVING = date(2023, 10, 28)
TEMPORARY = ("T0", "T1", "T2", "T3", "T4")
OLD_ENOUGH_TO_FLEE_ALONE, OLD_ENOUGH_FOR_CUSTODY = 11, 10
CUSTODY = "CUSTOD"
# Number of a rule → the 31 March that ends the first year it holds in.
FROM = {
    "383": date(2023, 3, 31),
    "217t": date(2024, 3, 31),
    "231": date(2025, 3, 31),
    "232": date(2025, 3, 31),
    "233": date(2026, 3, 31),
    "234": date(2026, 3, 31),
}


def of_later_years(whole, cover):
    """(Number of a rule, kind of file) → the rows that break it, in the year of `cover`."""
    rows = [number for number, first in FROM.items() if cover.year_end >= first]
    return {
        (number, FILE_OF[number]): {row.line for row in BREAKING[number](whole, cover)}
        for number in rows
    }


def _independent(whole, cover):
    """Independent living that went on after its last day."""
    last = LAST_OF_INDEPENDENT_LIVING
    return [
        row
        for row in whole.episodes
        if row.place == INDEPENDENT_LIVING and (row.dec is None or row.dec > last)
    ]


def _not_returned(whole, cover):
    """What follows a temporary placement and is not the placement before it."""
    by_child = {}
    for row in whole.episodes:
        by_child.setdefault(row.child, []).append(row)
    matches = []
    for rows in by_child.values():
        rows.sort(key=lambda row: (row.decom, row.line))
        for (before, away), (_, after) in pairwise(pairwise(rows)):
            if away.place in TEMPORARY and (after.rne != "P" or after.place != before.place):
                matches.append(after)
    return matches


def _young_alone(whole, cover):
    """Unaccompanied children younger than such children are."""
    return [
        row
        for child, row in whole.children.items()
        if child in whole.uasc and not _reached(row.dob, OLD_ENOUGH_TO_FLEE_ALONE, cover.year_end)
    ]


def _sex_unknown(whole, cover):
    """Children whose sex is not known."""
    return [row for row in whole.children.values() if row.sex == "U"]


def _change_of_open(whole, cover):
    """Open episodes with the reason of a change that has not come."""
    return [row for row in whole.episodes if row.dec is None and row.reason_place_change]


def _custody_of_the_young(whole, cover):
    """Children too young for custody who moved because of it."""
    return [
        row
        for row in whole.episodes
        if row.reason_place_change == CUSTODY
        and row.child in whole.children
        and not _reached(whole.children[row.child].dob, OLD_ENOUGH_FOR_CUSTODY, row.decom)
    ]


def _reached(born, years, day):
    """Whether somebody born on `born` has had the birthday of so many years by `day`; one born on
    29 February has it on 1 March of other years."""
    had = (day.month, day.day) >= (born.month, born.day)
    return day.year - born.year - (not had) >= years


BREAKING = {
    "383": _not_returned,
    "217t": _independent,
    "231": _young_alone,
    "232": _sex_unknown,
    "233": _change_of_open,
    "234": _custody_of_the_young,
}
FILE_OF = dict.fromkeys(BREAKING, "episodes") | {"231": "header", "232": "header"}

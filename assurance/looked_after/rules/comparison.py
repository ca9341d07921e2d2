"""Two positions side by side, and what became of the children between two days."""

import re
from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from assurance.looked_after.rules.counts import say_children
from assurance.looked_after.rules.groups import NOT_BROKEN_DOWN

# Groups of legal status (domain 3.7): slug → label and codes.
LEGAL_GROUPS = {
    "care_orders": ("Care orders", ("C1", "C2")),
    "placement_orders": ("Placement or freeing orders", ("D1", "E1")),
    "voluntary": ("Accommodated by agreement (section 20)", ("V2",)),
    "protection": ("Police protection, emergency or assessment orders", ("L1", "L2", "L3")),
    "youth_justice": ("Youth justice", ("J1", "J2", "J3")),
}
ANOTHER_STATUS, ANOTHER_STATUS_LABEL = "another", "Another legal status or none"
LEGAL_LABELS = {
    **{slug: label for slug, (label, _codes) in LEGAL_GROUPS.items()},
    ANOTHER_STATUS: ANOTHER_STATUS_LABEL,
}
NOT_BROKEN_DOWN_TEXT = "not broken down"
NO_PROVIDER, NO_PROVIDER_LABEL = "none", "No provider given"


@dataclass(frozen=True)
class Line:
    """A member of a breakdown on a day and on the day compared with; None where unknown. `untold`
    says of each of the two whether its children may be among those not broken down."""

    label: str
    now: int | None
    before: int | None
    untold: tuple[bool, bool] = (False, False)

    @property
    def change(self):
        """Children more (or, below nought, fewer) than before, or None."""
        return None if None in (self.now, self.before) else self.now - self.before

    @property
    def said_change(self):
        """The change as a table prints it: `+5`, `−3`, `0`; else why there is none."""
        if self.change is None:
            return NOT_BROKEN_DOWN_TEXT if any(self.untold) else "–"
        return signed(self.change)

    @property
    def cells(self):
        """The two days as a table prints them."""
        return [
            NOT_BROKEN_DOWN_TEXT if untold else "–" if number is None else f"{number:,}"
            for number, untold in zip((self.now, self.before), self.untold, strict=True)
        ]


def lines_of(now, before, labels):
    """A `Line` per member of either day, in the order of `now`: a member that one day's counts do
    not have is nought there, and untold where some of its children are not broken down. `now` and
    `before` map member → children, or are None."""
    days = (now, before)
    return tuple(
        Line(
            labels.get(member, member),
            *(None if counts is None else part_of(counts, member) for counts in days),
            tuple(counts is not None and part_of(counts, member) is None for counts in days),
        )
        for member in {**(now or {}), **(before or {})}
    )


def part_of(counts, member):
    """The children of a member: none where nobody counted it, and None where its children may be
    among those not broken down."""
    if member in counts or not counts.get(NOT_BROKEN_DOWN):
        return counts.get(member, 0)
    return None


def by_provider(codes):
    """Provider code → children of placement code and provider (`U4/PR4`) → children."""
    members = Counter()
    for code, children in sorted(codes.items(), key=lambda item: item[0].partition("/")[2]):
        members[code.partition("/")[2] or NO_PROVIDER] += children
    return members


def by_legal_group(codes):
    """Group of legal status → children, of status → children; a code of no group is `another`."""
    group_of = {code: slug for slug, (_, group) in LEGAL_GROUPS.items() for code in group}
    members = Counter(dict.fromkeys(LEGAL_GROUPS, 0))
    for code, children in codes.items():
        members[group_of.get(code, ANOTHER_STATUS)] += children
    return members


@dataclass(frozen=True)
class Movement:
    """Children looked after at two days, and those who came and went between them: by comparing
    the two, which always balances, and by the reasons that the return gives, which may not.

    `starts` and `ends` are periods of being looked after that began or ended after `since` and by
    `until`; None where no returns tell of every day between.
    """

    since: date
    until: date
    at_start: int
    gone: int
    new: int
    starts: int | None = None
    ends: int | None = None

    @property
    def at_end(self):
        """Start − gone + new: always the children at the end."""
        return self.at_start - self.gone + self.new

    @property
    def by_codes(self):
        """What the reasons make of the children at the end, or None."""
        return None if self.starts is None else self.at_start + self.starts - self.ends

    @property
    def gap(self):
        """Children at the end whom the reasons do not explain (below nought: too many)."""
        return None if self.starts is None else self.at_end - self.by_codes

    @property
    def said_gap(self):
        """The gap in words: `16 children`."""
        return say_children(abs(self.gap))


@dataclass(frozen=True)
class Estimate:
    """What a group's placements cost a year by a stated unit cost: our estimate alone."""

    label: str
    places: int
    pounds: int
    source: str

    @property
    def year(self):
        """Pounds a year of so many places."""
        return self.places * self.pounds


def estimates(costs: Mapping[str, tuple[int, str]], places: Mapping[str, int], labels):
    """An `Estimate` per costed group whose places are known; `costs` maps group → (pounds, source).
    Groups and measures overlap, so these are never added together."""
    return tuple(
        Estimate(labels.get(group, group), places[group], pounds, source)
        for group, (pounds, source) in costs.items()
        if group in places
    )


def signed(number):
    """A whole number with its sign as print has it: `+5`, `−3`, `0`."""
    sign = "+" if number > 0 else "−" if number < 0 else ""
    return f"{sign}{abs(number):,}"


# As the Office for National Statistics writes them: E06000014.
CODE = re.compile(r"[A-Z][0-9]{8}")


def why_not_this_code(code):
    """The sentence that refuses an area's code, or None."""
    if CODE.fullmatch(code):
        return None
    return "The code must be a letter and 8 figures, such as E06000014."


def why_not_these_days(from_date, to_date):
    """The sentence that refuses a last day before the first, or None."""
    if to_date and from_date and to_date < from_date:
        return "The end date must not be before the start date."
    return None


def why_not_beside(area, others, own="own"):
    """The sentence that refuses an area beside others that hold on some of the same days, or None:
    each once, and one of them the council itself. All have `role`, `area_code`, `from_date` and
    `to_date`."""
    for other in others:
        if not _meet(area, other):
            continue
        if other.area_code == area.area_code:
            return "This area is in the list on some of these days already: change that one."
        if area.role == own and other.role == own:
            return "Another area is this council itself on some of these days: end that one first."
    return None


def _meet(item, other):
    begins = max(item.from_date, other.from_date)
    return all(each.to_date is None or begins <= each.to_date for each in (item, other))

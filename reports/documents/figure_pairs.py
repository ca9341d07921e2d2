"""The figures of two reports compared: each with the one that it follows, and those of
which the latest position changed."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date

from assurance.figures.comparison import why_not_comparable
from assurance.figures.figure import Unit
from assurance.figures.keys import current_key
from assurance.runtime.digits import exact, whole
from reports.documents.entries import Entry
from reports.documents.series.predecessors import followed, is_of_one_moment
from reports.documents.series.shares import (
    NO_CHANGE,
    count_direction,
    is_share,
    share_direction,
    steps_of_shares,
)

NOT_EARLIER, NOT_LATER, THE_SAME = "Not in the earlier", "Not in the later", "The same"
CORRECTED = "Corrected from {} to {}"
_SHARE = re.compile(r"[0-9]+(\.[0-9]+)?%")
# What makes a figure another count, and what each is called.
DEFINED = {
    "counts": "what is counted",
    "out_of": "out of what",
    "cohort": "the population",
    "rule": "the rule",
    "citation": "the source of the rule",
    "unit": "the unit",
}


@dataclass(frozen=True)
class FigurePair:
    """A figure in both papers, or None in the one that does not print it. `change` says in words
    how the second stands to the first, `otherwise` what of its definition is not the same."""

    before: Entry | None
    after: Entry | None
    change: str
    otherwise: tuple[str, ...] = ()

    @property
    def entry(self) -> Entry:
        """The later of the two."""
        return self.after or self.before


def figure_pairs(before: Iterable[Entry], after: Iterable[Entry]) -> Iterator[FigurePair]:
    """Each figure with the one of the same date or period, else the latest of its like with the
    latest: the others belong to no date of the other report."""
    before, after = list(before), list(after)
    index = followed(before, after)
    yield from (_figure_pair(index.get(item.number), item) for item in after)
    numbers = {item.number for item in index.values()}
    yield from (_figure_pair(item, None) for item in before if item.number not in numbers)


def _figure_pair(before, after):
    if before is None or after is None:
        return FigurePair(before, after, NOT_EARLIER if after else NOT_LATER)
    otherwise = tuple(DEFINED[name] for name in defined_otherwise(before, after))
    return FigurePair(before, after, _change(before, after), otherwise)


def defined_otherwise(before: Entry, after: Entry) -> list[str]:
    """The names in `DEFINED` of what makes two entries of one figure other counts; none where they
    are comparable. The rule of a derived number names its parts and their values, which make it no
    other."""
    if not why_not_comparable(before, after):
        return []
    alike = before.made_of and after.made_of and before.definition == after.definition != ""
    names = [name for name in DEFINED if not (alike and name == "rule")]
    return [name for name in names if getattr(before, name) != getattr(after, name)]


def months_of(entry: Entry) -> int:
    """How many months are counted, to the nearest and at least one; 0 for a position."""
    if entry.start == entry.end:
        return 0
    days = date.fromisoformat(entry.end) - date.fromisoformat(entry.start)
    return max(round((days.days + 1) / 30.44), 1)


def _change(before, after):
    if before.mark or after.mark:
        return "Not shown"
    if is_of_one_moment(before, after):
        texts = [text_of_base(entry) for entry in (before, after)]
        return THE_SAME if texts[0] == texts[1] else CORRECTED.format(*texts)
    if reason := why_not_comparable(before, after):
        return f"Not comparable: {reason}"
    if before.count is None or after.count is None or before.unit != after.unit:
        return "Reads differently" if before.text != after.text else THE_SAME
    # One form for every row: a column that has shares in some and counts in others is read twice.
    if of_shares := steps_of_shares(before, after, as_shares=True):
        return of_shares
    verb = direction(before, after)
    if verb == NO_CHANGE:
        return THE_SAME
    if not verb:
        return "Reads differently"
    if is_share(after):
        return f"{verb}{_points_between(before.text, after.text)}"
    return f"{verb}{_amount_between(before, after)}"


def direction(before: Entry, after: Entry) -> str:
    """“Rose”, “Fell” or “No change”, of two counted values that may be compared.

    What prints alike has not changed. Empty where only one of them prints as a share: neither is
    more than the other.
    """
    if before.text == after.text:
        return NO_CHANGE
    if is_share(before) != is_share(after):
        return ""
    return share_direction(before, after) if is_share(after) else count_direction(before, after)


def text_of_base(entry: Entry) -> str:
    """A value with its base where it has one: `44 of 57`."""
    return f"{entry.text} of {entry.base}" if entry.base else entry.text


def _points_between(before, after):
    """“ by 2.5 percentage points” of two printed shares; empty where one has more decimals, since
    their difference would then be of numbers that are rounded unlike."""
    if not (_SHARE.fullmatch(before) and _SHARE.fullmatch(after)):
        return ""
    then, now = (exact(text.removesuffix("%")) for text in (before, after))
    places = {len(text.partition(".")[2]) for text in (before, after)}
    if len(places) > 1 or None in (then, now):
        return ""
    amount = abs(now - then)
    decimals = max(places.pop() - 1, 0)
    return f" by {float(amount):.{decimals}f} percentage point{'' if amount == 1 else 's'}"


def _amount_between(before, after):
    """“ by 6” of two counts that both print plainly or both in whole pounds; else empty."""
    amounts = [_printed_amount(entry) for entry in (before, after)]
    if None in amounts or amounts[0][0] != amounts[1][0]:
        return ""
    (sign, then), (_, now) = amounts
    return f" by {sign}{abs(now - then):,}"


def _printed_amount(entry):
    """(sign, number) of a count that prints as itself or in whole pounds; None for another."""
    value = whole(entry.text.removeprefix("£").replace(",", ""))
    if entry.text.startswith("£"):
        counted = {Unit.POUNDS: value, Unit.PENCE: value and 100 * value}
        is_whole = value is not None and counted.get(entry.unit) == entry.count
        return ("£", value) if is_whole else None
    return ("", value) if value == entry.count else None


@dataclass(frozen=True)
class ChangedEntry:
    """A figure that two papers print: as the earlier one and as the later one has it."""

    before: Entry
    after: Entry


def identity(entry: Entry) -> tuple[str, str, str]:
    """What makes two entries one figure at different dates: its key, member and cohort."""
    return current_key(entry.key), entry.member, entry.cohort


def changes(before: Iterable[Entry], after: Iterable[Entry]) -> tuple[ChangedEntry, ...]:
    """Each figure whose latest position the two papers say otherwise, in the order of `after`: one
    that `figure_pairs` has as changed to a later time.

    A number that is withheld in either, and two that are not comparable, are no change. A group
    may have been named in other words.
    """
    pairs = (ChangedEntry(then, now) for then, now in _in_both(before, after))
    return tuple(item for item in pairs if _is_change(item))


def latest_pairs(before: Iterable[Entry], after: Iterable[Entry]) -> tuple[FigurePair, ...]:
    """Each figure that both papers print, at its latest position in each, where a later one reads
    otherwise, in the order of `after`. A number that is not shown stays as it is printed."""
    return tuple(
        _figure_pair(then, now)
        for then, now in _in_both(before, after)
        if then.end < now.end and (then.text, then.base) != (now.text, now.base)
    )


def _in_both(before, after):
    """(entry of the earlier report, entry) of each of `after` that follows one, in their order."""
    after = list(after)
    index = followed(before, after)
    return [(index[now.number], now) for now in after if now.number in index]


def _is_change(item):
    moved = item.before.end < item.after.end and item.before.text != item.after.text
    # How a difference differs from an earlier one is no news of what was counted.
    is_printed = not (item.before.mark or item.after.mark or item.after.is_difference)
    return moved and is_printed and not why_not_comparable(item.before, item.after)

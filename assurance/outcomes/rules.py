"""Rules of outcome sets: that outcomes add up to the cohort, and how each compares with its target.
No Django here.
"""

import re
import unicodedata
from collections.abc import Iterator, Mapping, Sequence
from decimal import ROUND_HALF_UP, Decimal

MOST = 20
WITHIN, ABOVE, BELOW = "Within tolerance", "Above tolerance", "Below tolerance"
OTHER_UNIT = "Sets of this title count something else: choose that, or use another title"
NO_OUTCOMES = "Enter at least two outcomes"
TOO_MANY = f"Enter {MOST} outcomes or fewer"
TWICE = "“{title}” is in the set twice: add both numbers in one line"
NO_NUMBER = "“{title}” has no number: enter 0 where there are none"
NO_TITLE = "Line {place} has no outcome: enter the one it counts"
NO_TARGET = "“{title}” has a tolerance and no target: enter the target as well"
SHORT = (
    "The outcomes add up to {total:,} of {base:,}: {rest:,} {are} missing. Correct a number, or "
    "add a line such as “Not known”"
)
OVER = "The outcomes add up to {total:,}, and the population has {base:,}: correct a number"


def slug_of(title: str) -> str:
    """What a title is known by: small letters and figures, with hyphens."""
    plain = unicodedata.normalize("NFKD", title).encode("ascii", "ignore").decode().lower()
    return re.sub(r"[-\s]+", "-", re.sub(r"[^\w\s-]", "", plain)).strip("-_")[:60]


def share_of(count: int, base: int) -> Decimal:
    """The per cent that `count` is of `base`, to one decimal."""
    return (Decimal(count) * 100 / base).quantize(Decimal("0.1"), ROUND_HALF_UP)


def plain_text(number: Decimal) -> str:
    """A number without noughts at its end: `30`, `62.5`."""
    return f"{number.normalize():f}"


def verdict(count: int, base: int, target: Decimal | None, tolerance: Decimal | None) -> str:
    """How the share compares with its target in per cent, give or take the tolerance in percentage
    points; empty without a target."""
    if target is None or not base:
        return ""
    difference = share_of(count, base) - target
    if abs(difference) <= (tolerance or 0):
        return WITHIN
    return ABOVE if difference > 0 else BELOW


def why_not_sum(base: int, counts: Sequence[int]) -> str:
    """The sentence for outcomes that do not add up to the cohort, or nothing."""
    total = sum(counts)
    if total > base:
        return OVER.format(total=total, base=base)
    rest = base - total
    if rest:
        return SHORT.format(total=total, base=base, rest=rest, are="is" if rest == 1 else "are")
    return ""


def is_blank(line: Mapping) -> bool:
    """True where nothing was typed in a line of `title`, `count`, `target`, `tolerance`."""
    return all(value in (None, "") for value in line.values())


def line_faults(lines: Sequence[Mapping]) -> Iterator[tuple[str, int, str]]:
    """(field, place, sentence) of what is wrong with lines, each on its own and next to the
    others; blank ones count for nothing."""
    filled = [(place, line) for place, line in enumerate(lines, 1) if not is_blank(line)]
    if len(filled) < 2:
        yield "title", 1, NO_OUTCOMES
    if len(filled) > MOST:
        yield "title", 1, TOO_MANY
    slugs = set()
    for place, line in filled:
        title = line["title"]
        if not slug_of(title):
            yield "title", place, NO_TITLE.format(place=place)
        elif slug_of(title) in slugs:
            yield "title", place, TWICE.format(title=title)
        elif line["count"] is None:
            yield "count", place, NO_NUMBER.format(title=title)
        elif line["tolerance"] is not None and line["target"] is None:
            yield "target", place, NO_TARGET.format(title=title)
        slugs.add(slug_of(title))


def why_not_days(from_date, to_date) -> str:
    """The sentence that refuses a last day before the first, or nothing."""
    wrong = from_date and to_date and to_date < from_date
    return "The end date must not be before the start date" if wrong else ""

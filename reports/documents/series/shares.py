"""One figure's values compared as shares of what they are out of, where their counts alone would
mislead: all of them or none, so that one series is never read in two ways."""

from collections.abc import Iterable, Sequence
from fractions import Fraction

from assurance.charts.directions import are_shares, decimals_apart, per_cent
from assurance.charts.findings import FELL, ROSE, span, steps_of
from assurance.runtime.typography import with_capital
from reports.documents.entries import Entry

NO_CHANGE = "No change"


def is_share(entry: Entry) -> bool:
    """True where an entry prints as a share of its base."""
    return entry.text.endswith("%") and bool(entry.base_count)


def share_direction(before, after) -> str:
    """The direction of two shares: more of a larger base may be a smaller share."""
    return _direction(
        Fraction(before.count, before.base_count), Fraction(after.count, after.base_count)
    )


def count_direction(before, after) -> str:
    """The direction of two counts."""
    return _direction(before.count, after.count)


def compared_as_shares(entries: Iterable[Entry]) -> bool:
    """True where counts of one figure mislead: every one has its base, and in some pair of them
    the bases are of unlike size, or the share goes the other way than the count."""
    return are_shares((row.text, row.count, row.base_count) for row in entries)


def share_texts(values: Sequence) -> list[str]:
    """The share of each of `values`, in whole per cents; with a decimal where the first and the
    last differ and would print alike."""
    ends = ((row.count, row.base_count) for row in (values[0], values[-1]))
    places = decimals_apart(*ends)
    return [per_cent(row.count, row.base_count, places) for row in values]


def steps_of_shares(
    before: Entry, after: Entry, when: str = "", *, as_shares: bool | None = None
) -> str:
    """“Rose from 64% (56 of 88) to 75% (42 of 56)”, with the earlier date where `when` is given:
    fewer of far fewer are a larger share, and “fell” alone would mislead.

    Empty where the two are not compared as shares: `as_shares` is what their whole series is, and
    without it the two decide. Empty of one count whose share is the same in whole per cents: 18 of
    355 and 18 of 362 have not changed.
    """
    is_of_shares = compared_as_shares((before, after)) if as_shares is None else as_shares
    if not is_of_shares or not _has_shares(before, after) or _is_level(before, after):
        return ""
    shares = share_texts((before, after))
    dated = f", {span(when)}" if when else ""
    values = f"{before.text} of {before.base}{dated}", f"{after.text} of {after.base}"
    if shares[0] == shares[1]:
        return f"Stayed at {shares[0]} ({values[0]}; then {values[1]})"
    first, last = (f"{share} ({value})" for share, value in zip(shares, values, strict=True))
    return steps_of(share_direction(before, after), first, last)


def _has_shares(*entries):
    """True where counts of all of `entries` can be printed as shares."""
    return all(row.count is not None and row.base_count and not is_share(row) for row in entries)


def _is_level(before, after):
    whole = {per_cent(row.count, row.base_count) for row in (before, after)}
    return before.count == after.count and len(whole) == 1


def _direction(before, after):
    if before == after:
        return NO_CHANGE
    return with_capital(ROSE if after > before else FELL)

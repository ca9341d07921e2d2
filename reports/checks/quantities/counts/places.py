"""How many places, days or names a sentence counts, against those that it then goes through."""

import re
from collections.abc import Iterator

from reports.checks.numbers.passages import opened
from reports.checks.quantities.claims.surroundings import series_near
from reports.checks.quantities.lists import MOST
from reports.checks.quantities.model import Denial, Statement, constraint
from reports.checks.quantities.named_things import pieces_of
from reports.checks.quantities.passages import statements
from reports.checks.reading import Line, Reading, shared
from reports.prose.quantities.arithmetic import plain

_ENTRY = (
    r"⟦c\d+⟧(?:\s+(?!in\b|at\b|from\b|with\b)[a-z’-]+){0,3}\s+(?:in|at|from|with|by)\s+"
    r"[^⟦,;:.()]{2,50}"
)
# A count that is not the first day of two.
_COUNT = re.compile(r"⟦c(\d+)⟧(?!\s+(?:and|to)\s+⟦d)")
# “… sat in three teams, nine in assessment, two in homes and two in leaving care”.
_SPREAD = re.compile(
    r"⟦c(?P<count>\d+)⟧\s+(?P<noun>[a-z’-]+(?:\s+[a-z’-]+){0,2}),\s+(?:namely\s+)?(?:with\s+)?"
    rf"(?P<entries>{_ENTRY}(?:,\s+{_ENTRY}){{0,8}},?\s+and\s+{_ENTRY})",
    re.I,
)
# “Three visits, on 26 and 27 April, on 11 and 12 July and on 19 and 20 September”.
_DAYS = r"on\s+(?:⟦[cx]\d+⟧\s+and\s+|⟦[cx]\d+⟧\s*[–-]\s*)?⟦d\d+⟧"
_GROUPS = re.compile(
    r"⟦c(?P<count>\d+)⟧\s+[a-z’ -]{2,80}?,?\s+"
    rf"(?P<groups>{_DAYS}(?:,\s+{_DAYS}){{0,8}},?\s+and\s+{_DAYS})",
    re.I,
)
# “Each of two days and so six days in all”.
_EACH = re.compile(
    r"\beach\s+(?:of|lasting|with|had|has|having)\s+⟦[cx](?P<each>\d+)⟧\s+(?:[a-z]+\s+)?(?P<unit>[a-z]+s),?\s+"
    r"(?:and\s+)?(?:so|thus|therefore|making|or|that\s+is)\s+⟦[cx](?P<all>\d+)⟧\s+(?:[a-z]+\s+)?(?P=unit)\b",
    re.I,
)
# “All four of the criticisms made then, the slowness of it and the want of a record, had been met”.
_APPOSED = re.compile(
    r"\b(?:(?P<both>both)|all\s+⟦c(?P<count>\d+)⟧)\s+of\s+the\s+[a-z’-]+(?:\s+[a-z’-]+){0,6},\s+"
    r"(?P<tail>(?:the|an?|our|its)\s[^⟦:;.]{5,160}?),\s+(?:had|have|has|were|was|are|is)\b",
    re.I,
)
_ORDINALS = ("first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth")
_NTH = re.compile(
    rf"\bthe\s+(?P<nth>{'|'.join(_ORDINALS[1:])})\s+of\s+(?:these|those)\s+(?P<noun>[a-z-]+s)\b",
    re.I,
)
# “The fifth of the four visits”.
_NTH_OF = re.compile(
    rf"(?<!\ba )(?<!one )\b(?P<nth>{'|'.join(_ORDINALS[2:])})\s+(?:[a-z]+\s+)?of\s+"
    r"(?:the\s+|our\s+|these\s+)?⟦c(?P<many>\d+)⟧",
    re.I,
)
# “In two of the four teams fewer than eight files passed”.
_SOME = re.compile(
    r"⟦c(?P<some>\d+)⟧\s+of\s+(?:the|our|these)\s+⟦c(?P<all>\d+)⟧\s+[a-z]+(?:\s+[a-z]+)?(?:,\s+[a-z]+,)?"
    r"(?:\s+[a-z]+){0,4}?\s+⟦c(?P<bound>\d+)⟧",
    re.I,
)
_BOUNDS = {"<": "fewer than", ">": "more than", ">=": "at least", "<=": "at most"}
_NEAR = 4
_MEND = "Put the number right, or name them all."


@constraint(
    "count-unlike-named",
    "C12; source of error 20",
    follows=("named-unlike-number", "list-length", "claim-unlike-number"),
)
def counts(reading: Reading) -> Iterator[Denial]:
    """A stated number of places, days or names is that of those that are then gone through."""
    for row in statements(reading):
        if "⟦c" in row.sentence.text or "both" in row.sentence.text.casefold():
            for find in (_spread, _grouped, _multiplied, _apposed):
                yield from find(row)
            yield from _bounded(reading, row)
        yield from _ordinal(reading, row)


def _number(row: Statement, mark):
    return row.sentence.thing(mark)


def _denial(row: Statement, number, many):
    says = f"The paper says {number.words}, and {many} are named."
    return Denial(row.line, number, says, _MEND)


def _spread(row: Statement) -> Iterator[Denial]:
    """So many places behind which as many counts stand, where these come to a number before."""
    for match in _SPREAD.finditer(row.sentence.text):
        stated = _number(row, match["count"])
        values = [number.value for number in row.sentence.marks("c", match["entries"])]
        ahead = row.sentence.marks("c", row.sentence.text[: match.start()])
        whole = any(number.value == sum(values) for number in ahead)
        if whole and 2 <= stated.value <= MOST and stated.value not in (len(values), sum(values)):
            yield _denial(row, stated, len(values))


def _grouped(row: Statement) -> Iterator[Denial]:
    """So many visits, each with its days behind an “on” of its own."""
    for match in _GROUPS.finditer(row.sentence.text):
        stated = _number(row, match["count"])
        groups = len(re.findall(r"\bon\s", match["groups"], re.I))
        days = len(re.findall("⟦", match["groups"]))
        if 2 <= stated.value <= MOST and stated.value not in (groups, days) and not stated.bound:
            yield _denial(row, stated, groups)


def _multiplied(row: Statement) -> Iterator[Denial]:
    """`Three visits, each of two days and so six days in all`."""
    match = _EACH.search(row.sentence.text)
    counts = _COUNT.findall(row.sentence.text[: match.start()]) if match else []
    ahead = [_number(row, mark) for mark in counts]
    if len(ahead) == 1 and not ahead[0].bound:
        each, total = (getattr(_number(row, match[name]), "value", 0) for name in ("each", "all"))
        if each and total and each * ahead[0].value != total:
            number = _number(row, match["all"])
            right = each * ahead[0].value
            says = (
                f"{ahead[0].words} of {each} each are {right}, and the paper says {number.words}."
            )
            yield Denial(row.line, number, says, "Put the number right.")


def _apposed(row: Statement) -> Iterator[Denial]:
    """`All four of the criticisms, the slowness of it and the want of a record, had been met`."""
    for match in _APPOSED.finditer(row.sentence.text):
        stated = 2 if match["both"] else _number(row, match["count"]).value
        least, most = pieces_of(match["tail"])
        if most > 1 and not least <= stated <= most:
            start = row.sentence.start
            wording = "both" if match["both"] else f"all {_number(row, match['count']).words}"
            says = f"The paper says {wording}, and {least} are named."
            yield Denial(row.line, (start, row.sentence.end), says, _MEND)


def _bounded(reading: Reading, row: Statement) -> Iterator[Denial]:
    """`In two of the four teams fewer than eight passed`, where the four have their numbers."""
    match = _SOME.search(row.sentence.text)
    if not match:
        return
    some, whole, bound = (_number(row, match[name]) for name in ("some", "all", "bound"))
    if bound.bound not in _BOUNDS or some.bound:
        return
    for series in series_near(reading, row):
        values = [entry.number.value for entry in series.entries]
        if 2 * max(values) == sum(values) and len(values) > whole.value:
            values.remove(max(values))
        if len(values) == whole.value:
            true = sum(_keeps(value, bound) for value in values)
            if true != some.value:
                truth = f"{true} of them have {_BOUNDS[bound.bound]} {plain(bound)}"
                says = f"{truth}, and the paper says {some.words}."
                yield Denial(row.line, some, says, "Put the number right.")
            return


def _keeps(value, bound):
    kept = {"<": value < bound.value, ">": value > bound.value}
    return kept.get(
        bound.bound, value >= bound.value if bound.bound == ">=" else value <= bound.value
    )


def _ordinal(reading: Reading, row: Statement) -> Iterator[Denial]:
    """`By the fourth of these visits`, where three are listed right above."""
    among = _NTH_OF.search(row.sentence.text)
    if among and 1 < _number(row, among["many"]).value <= _ORDINALS.index(among["nth"].casefold()):
        place = f"{among['nth']} of {_number(row, among['many']).words}"
        span = row.sentence.start, row.sentence.end
        yield Denial(row.line, span, f"There is no {place}.", _MEND)
    match = _NTH.search(row.sentence.text)
    lists = shared(reading, _list_ends) if match else {}
    place = reading.places[id(row.line)]
    for at in range(place, place - _NEAR, -1):
        if at in lists:
            nth = _ORDINALS.index(match["nth"].casefold()) + 1
            if nth > lists[at] > 1:
                says = f"The paper says “{match.group()}”, and {lists[at]} are listed."
                yield Denial(row.line, (row.sentence.start, row.sentence.end), says, _MEND)
            return


def _list_ends(reading: Reading) -> dict[int, int]:
    """Place of the last line of a list → how many items it has."""
    lists = [listing for listing, _ in opened(reading) if listing.items]
    return {_place(reading, listing.items[-1]): len(listing.items) for listing in lists}


def _place(reading: Reading, line: Line):
    return reading.places.get(id(line), -1)

"""Numbers in the heads and row labels of a table: those that count, and those that name a row."""

import re
from collections.abc import Collection

from reports.prose.numbers import COUNT, Number

_TO = r"\s*(?:[-–—/]|to|and|or)\s*"
_LIMIT = r"under|over|up\s+to|(?:less|more|fewer)\s+than|at\s+(?:least|most)|above|below"
# A band: “14–15”, “1 or more”, “up to 4”, “£500 to £1,000”, “11/12”.
_BAND_BEFORE = re.compile(rf"(?:\d\s?%?{_TO}|\b(?:{_LIMIT})\s+|[<>≤≥]\s*)£?$", re.I)
_BAND_AFTER = re.compile(
    rf"{_TO}£?\d|\+|\s+(?:[a-z]+\s+)?(?:or|and)\s+(?:more|over|above|under|below|fewer|less)\b",
    re.I,
)
# The number of a row (“7”, “59 First assessments”) and of one thing (“Home 2”), which is no total.
_ORDER = re.compile(r"[.)]?\s*$|[.)]?\s+[A-Z]")
_ONE_THING = re.compile(r"(?!Total|All|Base|Sum|Of|Number|Sample)[A-Z][a-z]+\s+")
# In brackets or after “of” it counts, whatever the other labels are.
_SURE = re.compile(r"(?:\(|\bof|=)\s*$", re.I)


def counts(text: str, number: Number, others: Collection[str]) -> bool:
    """Whether a number of a head or label counts something; `others` are the others of its table.

    What names the row or column does not: its order, a band, and a number that is all by which the
    label differs from another (“1 move”, “2 moves”).
    """
    before, after = text[: number.start], text[number.end :]
    if _BAND_BEFORE.search(before) or _BAND_AFTER.match(after):
        return False
    if _SURE.search(before):
        return True
    if number.kind == COUNT and _is_name(before, after):
        return False
    return _pattern(before, after) not in {
        _pattern(other[: match.start()], other[match.end() :])
        for other in others
        for match in re.finditer(r"\d[\d,.]*", other)
        if match[0] != number.words
    }


def _is_name(before, after):
    if not before.strip():
        return bool(_ORDER.match(after))
    return not after.strip() and bool(_ONE_THING.fullmatch(before))


def _pattern(before, after):
    words = f"{before}#{after}".casefold().split()
    return " ".join(word.removesuffix("s") for word in words)

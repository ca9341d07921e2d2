"""The parts that a sentence gives of a whole which it opens with, or which was named before it."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from fractions import Fraction
from itertools import combinations

from reports.checks.reading import Reading
from reports.constraints.claims.entries import BAND
from reports.prose.asides import AIMS, EARLIER_TIMES
from reports.prose.quantities.arithmetic import number_text
from reports.quantities.derivation.slips import is_plain_slip_of_parts
from reports.quantities.model import Denial, Statement
from reports.quantities.nouns import PLAIN
from reports.quantities.passages import after, before, statements

_OPENS = re.compile(
    r"^\W*(?:of|among(?:st)?|out\s+of)\s+(?:the|our|all|its)\s+(?:other\s+)?⟦(?P<kind>c)(?P<mark>\d+)⟧[^⟦,;:.]{0,50},\s+"
    r"|\bthe\s+other\s+⟦(?P<other_kind>c)(?P<other>\d+)⟧(?:\s+[a-z]+)?[,:]\s+"
    r"|⟦(?P<sum_kind>m)(?P<sum>\d+)⟧[^⟦.;]{0,60}(?::|,\s+(?:made\s+up|consisting|comprising|divided))\s+",
    re.I,
)
_PART = re.compile(
    r"⟦(?P<kind>[cm])(?P<mark>\d+)⟧|(?P<one>(?<=[;,]\s)one|(?<=\band\s)one)\b(?!\s+of\b)", re.I
)
_AGAIN = re.compile(
    rf"\b(?:{AIMS}|{EARLIER_TIMES}|also|both|overlap\w*|between\s+them|"
    r"of\s+(?:which|whom|these|those|them)|each|per|average|most|more\s+than|"
    r"at\s+least|including|another\s+(?:way|view)|than|who\s+also|twice|last)\b",
    re.I,
)
# “Translation into five languages” is no part of a sum.
_LEFT = re.compile(r"\b(?:remaining|rest|remainder|others?|last)\s+(?:of\s+them\s+)?$", re.I)
_LAST = re.compile(
    r"(?:\band|;)\s+(?:(?:the|a|in|for|by|with|to|on)\s+|(?:[a-z]+\s+){1,3}(?:in|by|for)\s+|other\s+|remaining\s+|last\s+)*$",
    re.I,
)
_NEAR, _LEAST, _FAR, _MEND = Fraction(1, 6), 2, 3, "Put right the parts, or their whole."


@dataclass(frozen=True)
class _Split:
    """A whole, its parts in order, and whether the last of them is called what is left."""

    whole: Fraction
    parts: tuple[Fraction, ...]
    is_closed: bool
    text: str
    is_before: bool = False


def partitions(reading: Reading) -> Iterator[Denial]:
    """The parts that one sentence gives in turn come to the whole that it opens with."""
    rows = statements(reading)
    for place, row in enumerate(rows):
        split = _split(row) if len(row.quantities) > 1 else None
        if split is None and len(row.quantities) > 1:
            split = _of_before(row, before(rows, place, _FAR))
        later = [y.value for x in after(rows, place, _LEAST) for y in x.counts]
        if split and not _is_whole(split) and abs(sum(split.parts) - split.whole) not in later:
            pound = "£" * ("£" in split.text)
            terms = " + ".join(f"{pound}{number_text(x)}" for x in split.parts)
            total = f"{pound}{number_text(sum(split.parts))}"
            says = f"{terms} = {total}, but the report gives {split.text}."
            yield Denial(row.line, row.span, says, _MEND, is_proved=_is_of_a_slip(split))


def _split(row: Statement) -> _Split | None:
    text = row.sentence.text
    opened = _OPENS.search(text)
    if not opened or _AGAIN.search(text, opened.end()):
        return None
    mark = next(filter(None, (opened["mark"], opened["other"], opened["sum"])))
    kind = next(filter(None, (opened["kind"], opened["other_kind"], opened["sum_kind"])))
    whole = row.sentence.thing(mark)
    parts = _parts(row, text, opened.end(), kind)
    return _Split(whole.value, *parts, whole.words) if parts else None


def _parts(row: Statement, text: str, start: int, kind: str):
    """(the parts behind a place, whether the last is what is left), where they end with `and`."""
    bands = [x.span() for x in BAND.finditer(text)]
    bands += [x.span() for x in re.finditer(r"\([^()]*\)", text)]
    marks = [
        x
        for x in _PART.finditer(text, start)
        if not any(first <= x.start() < last for first, last in bands)
        and (x["one"] or x["kind"] == kind)
    ]
    if len(marks) < _LEAST or not _LAST.search(text[start : marks[-1].start()]):
        return None
    if kind == "m" and any(x["one"] for x in marks):
        return None
    numbers = [row.sentence.thing(x["mark"]) if x["mark"] else None for x in marks]
    # “2.6” is the number of a paragraph.
    if any(x is not None and (x.bound or (x.places and kind == "c")) for x in numbers):
        return None
    values = tuple(x.value if x is not None else Fraction(1) for x in numbers)
    return values, bool(_LEFT.search(text[: marks[-1].start()]))


def _of_before(row: Statement, earlier: Sequence[Statement]) -> _Split | None:
    """`Eight aims were set. … Five are met; two are met in part, and one is not.`"""
    text = row.sentence.text
    near = [x for x in earlier if x.line is row.line]
    wholes = [x.counts[0].phrase.number for x in near if len(x.counts) == 1]
    heads = {x.counts[0].phrase.head for x in near if len(x.counts) == 1}
    # “Of 50 files forty-six held two references; …”: two are none of the files.
    if any(x.phrase.head not in {"", *PLAIN, *heads} for x in row.counts):
        return None
    if not re.match(r"\W*⟦c", text) or _AGAIN.search(text) or not wholes:
        return None
    parts = _parts(row, text, 0, "c")
    if not parts or len(parts[0]) <= _LEAST or ";" not in text:
        return None
    return _Split(wholes[-1].value, *parts, wholes[-1].words, True)


def _is_of_a_slip(split: _Split) -> bool:
    """True if a slip of the pen in one of three parts or more keeps them from their whole."""
    return len(split.parts) > _LEAST and is_plain_slip_of_parts(split.parts, split.whole)


def _is_whole(split: _Split) -> bool:
    """True if parts come to their whole, or may be others: some come to it, or to one another."""
    total = sum(split.parts)
    gap = abs(total - split.whole)
    far = (
        gap > max(Fraction(2), split.whole * _NEAR) if not split.is_closed else total == split.whole
    )
    if not gap or far or split.whole in split.parts or split.is_before:
        return not (gap and split.is_before and not far)
    some = (
        sum(x) for many in range(2, len(split.parts)) for x in combinations(split.parts[:8], many)
    )
    return any(value == split.whole or value in split.parts for value in some)

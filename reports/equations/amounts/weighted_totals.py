"""So many with two each and so many with one: `58 households have two carers and 41 have one, which
makes 157 carers`."""

import re
from collections.abc import Iterator
from itertools import pairwise

from reports.checks.reading import Reading
from reports.prose.patterns import SentencePattern
from reports.prose.quantities.arithmetic import number_text
from reports.prose.quantities.phrases import stems
from reports.quantities.model import Denial, Statement
from reports.quantities.passages import statements

_GROUP = SentencePattern(
    r"⟦c(?P<many>\d+)⟧(?:\s+[a-z-]+){0,4}?\s+(?:have|had|has|with|took|held|gave|received|attended|ran|own)\s+"
    r"(?:(?:only|just|each)\s+)?(?:⟦c(?P<each>\d+)⟧|(?:(?P<one>one|a\s+single)|(?P<none>none|no))\b)"
    r"(?P<noun>(?:\s+[a-z-]+){0,3})",
    re.I,
)
_TOTAL = SentencePattern(
    r"\b(?:mak(?:es?|ing)|giv(?:es|ing)|com(?:es|ing)\s+to|totall?ing|so|therefore)\s+(?:a\s+total\s+of\s+)?"
    r"⟦c(?P<mark>\d+)⟧(?P<noun>(?:\s+[a-z-]+){1,4})",
    re.I,
)
_JOINT = re.compile(r"\W*(?:[a-z]+\W+){0,3}", re.I)
_FEW, _TWO = 12, 2


def weighted_totals(reading: Reading) -> Iterator[Denial]:
    """The denials of a total of what each group has, times how many are in it."""
    for row in statements(reading):
        total = _TOTAL.search(row.sentence.text)
        groups = [*_GROUP.finditer(row.sentence.text, 0, total.start())] if total else []
        if len(groups) >= _TWO and _are_joined(row.sentence.text, groups):
            yield from _denied(row, groups, total)


def _are_joined(text: str, groups: list[re.Match]) -> bool:
    """True if each group follows the one before it, with no other number between them."""
    return all(_JOINT.fullmatch(text, a.end(), b.start()) for a, b in pairwise(groups))


def _denied(row: Statement, groups: list[re.Match], total: re.Match) -> Iterator[Denial]:
    sentence, stated = row.sentence, row.sentence.thing(total["mark"])
    pairs = [(sentence.thing(x["many"]).value, _each(row, x)) for x in groups]
    alike = stems(groups[0]["noun"]) & stems(total["noun"])
    true = sum(many * each for many, each in pairs)
    others = {true, sum(many for many, _ in pairs)}
    if alike and not stated.bound and stated.value not in others and _is_small(pairs):
        terms = " + ".join(f"{number_text(many)} × {number_text(each)}" for many, each in pairs)
        says = f"{terms} = {number_text(true)}, but the report gives {stated.words}."
        yield Denial(row.line, stated, says, "Put the wrong number right.")


def _each(row: Statement, group: re.Match):
    return row.sentence.thing(group["each"]).value if group["each"] else 1 if group["one"] else 0


def _is_small(pairs) -> bool:
    """True if each of a group has few."""
    return all(each <= _FEW for _, each in pairs)

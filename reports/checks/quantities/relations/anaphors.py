"""All, both, none and `they`, against the group that was counted right before."""

import re
from collections.abc import Iterator, Sequence

from reports.checks.quantities.derivation.slips import is_mistyped
from reports.checks.quantities.model import Denial, Quantity, Statement
from reports.checks.quantities.passages import before, statements
from reports.checks.quantities.relations.opposites import is_negated
from reports.checks.reading import Reading
from reports.prose.numbers import COUNT
from reports.prose.quantities.arithmetic import plain
from reports.prose.quantities.phrases import stems

_ALL_N = re.compile(r"\b(?:all|the)\s+$", re.I)
_ALL = re.compile(r"\ball\s+$", re.I)
_BARE = re.compile(
    r"\s+(?:of\s+(?:them|these|those|whom|which)\s+)?(?:(?:still|now|also|have|had|has|are|were|was|is|did|do|"
    r"came|took|said|went|gave|got|made|met|passed|agreed|remain\w*)\b)",
    re.I,
)
_BOTH = re.compile(r"(?:^|,\s|;\s|\band\s)\W*both\s+(?:of\s+them\s+)?(?P<noun>[a-z]+s?)\b", re.I)
_NOT_EVERY = re.compile(
    r"^\W*(?P<word>not\s+(?:every|all|each)|some(?:\s+of)?(?:\s+(?:the|our|these))?|few|no|none\s+of(?:\s+(?:the|our|these))?)\s+"
    r"(?:[^⟦]|⟦[xd]\d+⟧)*[:(–—,]\s*(?:that\s+is\s+)?(?:all\s+)?⟦c(?P<count>\d+)⟧\s+(?:out\s+)?of\s+(?:the\s+)?⟦c(?P<base>\d+)⟧",
    re.I,
)
_NO = re.compile(
    r"^\W*(?:no|none\s+of\s+(?:the|our|these))\s+(?P<noun>[a-z]+(?:\s+[a-z]+){0,3})\s+"
    r"(?:are|were|is|was|have|had|has|remain\w*)\b",
    re.I,
)
_THEY = re.compile(
    r"^\W*(?:they|these|both|each|all\s+of\s+them)\s+(?:all\s+)?(?:concern\w*|relate\w*|cover\w*|involve\w*|deal\w*|"
    r"include\w*|affect\w*|(?:are|were)\s+(?:about|the|for|in|at|on|due|those)\b)",
    re.I,
)
_FULL = re.compile(
    r"⟦c(?P<count>\d+)⟧(?:\s+[a-z]+){0,2}?\s+(?:out\s+)?of\s+(?:(?:the|our|all)\s+)*⟦c(?P<base>\d+)⟧"
    r"(?P<told>[^⟦;.]*)(?:;|,?\s+(?:and|but|while)\s)\s*$",
    re.I,
)
_LEFT = re.compile(
    r"\s+(?:had\s+to|were|was|did|had|have|has|are|is|still|missed|came|took|could|went)\b", re.I
)
_MISSED = re.compile(
    r"\b(?:not|put\s+off|postponed|cancel\w+|late|missed|without|overdue|failed|lapsed|absent|refused|"
    r"declined|delayed|deferred|outstanding|never)\b",
    re.I,
)
_MOST, _NEAR, _FAR = 60, 2, 12


def anaphors(reading: Reading) -> Iterator[Denial]:
    """All, both, none and they are of the group that was counted right before."""
    rows = statements(reading)
    for place, row in enumerate(rows):
        yield from _all_of_them(rows, place)
        yield from _described(rows, place)
        yield from _both(rows, place)
        yield from _not_every(row)
        yield from _none_that_are(rows, place)
        yield from _beyond_all(row)


def _all_of_them(rows: Sequence[Statement], place: int):
    """`Twelve joined us and all twelve are still here`."""
    row = rows[place]
    text = row.sentence.text
    for item in row.counts:
        lead = text[: item.phrase.start]
        if not _ALL_N.search(lead) or not item.phrase.is_stock or item.value > _MOST:
            continue
        head = item.phrase.head
        if not head and not (_ALL.search(lead) and _BARE.match(text, item.phrase.end)):
            continue
        if head and not _ALL.search(lead):
            continue
        own = [x for x in row.counts if x.phrase.end <= item.phrase.start and x.phrase.is_stock]
        near = [
            own,
            *(
                [x for x in other.counts if x.phrase.is_stock]
                for other in before(rows, place, _NEAR)
            ),
        ]
        counted = next((x for x in near if x), [])
        every = {x.value for x in _all_near(rows, place, item)}
        alike = [x for x in counted if not head or x.phrase.head == head]
        near = len(alike) == 1 == len(counted) and is_mistyped(item.value, alike[0].value, COUNT)
        if near and alike[0].phrase.head and item.value not in every:
            yield _denial(item, alike[0])


def _described(rows: Sequence[Statement], place: int):
    """`21 were late. Every one of the 12 late reviews …`: told of before in the same word."""
    row = rows[place]
    for item in row.counts:
        words = {*item.phrase.noun[:-1]}
        if item.phrase.article not in ("the", "these", "those", "all") or not words:
            continue
        if not item.phrase.is_stock or item.phrase.base is not None:
            continue
        near = [
            x for other in before(rows, place, _NEAR) for x in other.counts if x.phrase.is_stock
        ]
        alike = [x for x in near if words <= stems(x.phrase.clause) and not x.phrase.noun]
        values = {x.value for x in alike}
        every = {x.value for x in _all_near(rows, place, item)}
        if len(values) == 1 and item.value not in every and is_mistyped(item.value, *values, COUNT):
            yield _denial(item, alike[0])


def _all_near(rows, place, item: Quantity):
    """The counts near a number that may be of the same things."""
    near = (rows[place], *before(rows, place, _FAR))
    counts = (x for row in near for x in row.counts if x is not item)
    return [x for x in counts if x.phrase.head in ("", item.phrase.head) or not item.phrase.head]


def _denial(item: Quantity, other: Quantity):
    says = f"The report has {plain(other.phrase.number)} before ({other.line.at}), and "
    says += f"{item.phrase.number.words} of them here."
    return Denial.of(item, says, "Use one value for one thing, or explain the difference.")


def _both(rows: Sequence[Statement], place: int):
    """`The committee visited three teams. Both teams spoke of …`."""
    row = rows[place]
    match = _BOTH.search(row.sentence.text)
    for other in before(rows, place, 1) if match else ():
        alike = [x for x in other.counts if x.phrase.is_stock and x.phrase.head]
        named = [x for x in alike if match["noun"].casefold().startswith(x.phrase.head)]
        if len(named) == 1 == len(alike) and named[0].value > 2:
            says = f"The report uses “both”, but has {named[0].phrase.said} before."
            start = row.sentence.start
            yield Denial(row.line, (start, start), says, "Put the number or the word right.")


def _not_every(row: Statement):
    """`Not every young person has a plan: 47 of 47`."""
    match = _NOT_EVERY.match(row.sentence.text)
    if match is None:
        return
    count, base = (row.sentence.thing(match[name]) for name in ("count", "base"))
    word = match["word"].casefold()
    tail = row.sentence.text[match.end() :]
    is_none = word.startswith(("no ", "none")) or word == "no"
    if is_none and (
        is_negated(row.sentence.text[match.end("word") : match.start("count")]) or is_negated(tail)
    ):
        return
    if is_none and _MISSED.search(row.sentence.text):
        return
    if count.kind == COUNT and count.value == base.value:
        says = f"The report uses “{match['word']}”, but the number next to it is {count.words} of "
        yield Denial(row.line, count, f"{says}{base.words}.", "Put the number or the word right.")


def _none_that_are(rows: Sequence[Statement], place: int):
    """`No actions are overdue. They concern supervision …`: what is none concerns nothing."""
    match = _THEY.match(rows[place].sentence.text)
    for other in before(rows, place, 1) if match else ():
        none = _NO.match(other.sentence.text)
        if none and not other.counts and other.line is rows[place].line:
            says = f"The report has no {none['noun']}, and then tells of them."
            start = other.sentence.start
            yield Denial(other.line, (start, start), says, "Put the number or the word right.")


def _beyond_all(row: Statement):
    """`On time for 144 of the 144; three had to be put off`."""
    text = row.sentence.text
    for item in row.counts:
        full = _FULL.search(text[: item.phrase.start])
        if not full or item.phrase.base is not None or item.phrase.noun or not item.value:
            continue
        count, base = (row.sentence.thing(full[name]) for name in ("count", "base"))
        behind = text[item.phrase.end :]
        if count.value == base.value and _LEFT.match(behind) and _MISSED.search(behind):
            says = f"The report has {count.words} of {base.words}, so that none is left, and then "
            yield Denial.of(
                item, f"{says}{item.phrase.number.words}.", "Put the wrong number right."
            )

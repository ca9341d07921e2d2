"""Changes in brackets behind two numbers, and comparisons whose two numbers follow them."""

import re
from collections.abc import Iterator

from reports.prose.numbers import COUNT
from reports.prose.quantities.arithmetic import number_text
from reports.prose.quantities.phrases import stem
from reports.quantities.model import Denial, Statement
from reports.quantities.roles import MEAN, TOTAL

_UP = r"more|higher|up|above|increase|rise|longer|dearer"
_DOWN = r"fewer|less|lower|down|below|decrease|fall|drop|shorter|cheaper"
_LINK = (
    r"(?:,?\s+(?:then|now|to|and\s+now|and\s+then|against|after|afterwards)\s+|"
    r"\s?(?:→|–|-)\s?|;\s+now\s+)"
)
# “101, then 97 (four fewer)”.
_ASIDE = re.compile(
    rf"⟦(?P<kind>[cmp])(?P<first>\d+)⟧{_LINK}⟦(?P=kind)(?P<last>\d+)⟧(?:\s+[a-z]+){{0,3}}\s*\((?:"
    rf"⟦[cmpq](?P<amount>\d+)⟧\s+(?:[a-z]+\s+){{0,2}}(?:(?P<up>{_UP})|(?P<down>{_DOWN}))|"
    rf"(?:(?:an?\s+)?(?:(?P<up_by>{_UP})|(?P<down_by>{_DOWN}))(?:\s+(?:by|of))?\s+)⟦[cmq](?P<behind>\d+)⟧)\W",
    re.I,
)
# “More children left than came: 203 left and 236 came.”
_THAN = re.compile(
    r"^\W*(?:(?P<more>more)|(?P<fewer>fewer))\s+(?P<noun>[a-z’-]+(?:\s+[a-z’-]+)?)\s+(?P<one>[a-z]+(?:ed|t|me|d|n|ve))\b"
    r"[^⟦:;.(]{0,40}?\bthan\b[^⟦:;.(]{0,20}?\b(?P<other>[a-z]+(?:ed|t|me|d|n|ve))\b[^⟦:;.(]{0,30}[:;(]\s*"
    r"⟦c(?P<first>\d+)⟧(?P<behind>[^⟦.;]{0,60}?)(?:,|\band\b|\bagainst\b|\bto\b)\s+⟦c(?P<last>\d+)⟧(?P<end>[^⟦.;]{0,60})",
    re.I,
)
_CLIMBED = r"rose|risen|rises?|grew|grown|increas\w+|widened|lengthened|climbed|went\s+up|up"
_SANK = (
    r"fell|fallen|falls?|dropped|decreas\w+|narrowed|shortened|reduced|shrank|went\s+down|down|cut"
)
# “The gap narrowed, from 6 points to 9 points”.
_SPANNED = re.compile(
    rf"\b(?:(?P<up>{_CLIMBED})|(?P<down>{_SANK}))\b,?\s+(?:[a-z]+\s+){{0,4}}?from\s+"
    r"⟦(?P<one>[cqx])(?P<first>\d+)⟧(?:\s+[a-z]+){0,2}\s+to\s+⟦(?P<other>[cqx])(?P<last>\d+)⟧(?P<unit>\s+points?)?",
    re.I,
)
# “Both rates fell: exclusions from 41 to 38, absences from 7.1% to 7.4%”.
_ALL_WENT = re.compile(
    rf"\b(?:both|all|each|every)\b[^⟦:.;]{{0,50}}?\b(?:(?P<up>{_CLIMBED})|(?P<down>{_SANK}))\b"
    r"[^⟦:.;]{0,30}[:,]",
    re.I,
)
_FROM_TO = re.compile(r"\bfrom\s+⟦([cpm])(\d+)⟧[^⟦.;]{0,30}?\s+to\s+⟦([cpm])(\d+)⟧", re.I)
# “This is eight days fewer than the threshold of 426.”
_THIS_IS = re.compile(
    rf"^\W*(?:this|that|it)\s+(?:is|was)\s+⟦[cxmp](?P<gap>\d+)⟧(?:\s+(?P<unit>[a-z]+?)s?)?\s+"
    rf"(?:(?P<up>{_UP})|(?P<down>{_DOWN}))\s+(?:than\b)?(?:[^⟦.;:]|⟦d\d+⟧){{0,60}}⟦[cxmp](?P<other>\d+)⟧"
    r"(?:\s+[a-z]+){0,3}\W*$",
    re.I,
)
_WORD = "Use the word that the numbers show."
_MEND = "Put the change right."


def asides(row: Statement) -> Iterator[Denial]:
    """The amount and the way of a change in brackets are those of the two numbers before it."""
    index = {item.phrase.mark: item for item in row.quantities}
    for match in _ASIDE.finditer(row.sentence.text):
        first, last, amount = (
            row.sentence.thing(match[name])
            for name in ("first", "last", "amount" if match["amount"] else "behind")
        )
        if any(number.bound or number.places for number in (first, last, amount)):
            continue
        gap = last.value - first.value
        way = 1 if match["up"] or match["up_by"] else -1
        if amount.kind == "percent" or not index:
            continue
        if abs(gap) != amount.value or (gap and (gap > 0) != (way > 0)):
            says = f"From {first.words} to {last.words} is a change of {number_text(abs(gap))}, "
            word = match["up"] or match["down"] or match["up_by"] or match["down_by"]
            yield Denial(
                row.line, amount, f"{says}but the report gives {amount.words} {word}.", _MEND
            )


def spanned(row: Statement) -> Iterator[Denial]:
    """`Shortened from 31 to 38 days`, `both fell: one from 41 to 38, one from 7.1% to 7.4%`."""
    text = row.sentence.text
    for match in _SPANNED.finditer(text):
        if match["one"] + match["other"] != "cc" or match["unit"]:
            pair = row.sentence.thing(match["first"]), row.sentence.thing(match["last"])
            yield from _against(row, *pair, match)
    match = _ALL_WENT.search(text)
    steps = [step.groups() for step in _FROM_TO.finditer(text, match.end())] if match else ()
    for kind, first, other, last in steps if len(steps) > 1 else ():
        if kind == other:
            yield from _against(row, row.sentence.thing(first), row.sentence.thing(last), match)


def referred(row: Statement, earlier: Statement | None) -> Iterator[Denial]:
    """`They waited 418 days. This is eight days fewer than the threshold of 426.`"""
    match = _THIS_IS.match(row.sentence.text)
    values = earlier.quantities if match and earlier else ()
    values = [item for item in values if item.phrase.role in (TOTAL, MEAN)]
    if (
        len(values) != 1
        or values[0].phrase.number.bound
        or (match["unit"] or "") not in (values[0].phrase.clause)
    ):
        return
    gap, other = (row.sentence.thing(match[name]) for name in ("gap", "other"))
    value, word = values[0].phrase.number, match["up"] or match["down"]
    step = value.value - other.value
    alike = value.kind == other.kind or COUNT in (value.kind, other.kind)
    if not alike or not step or other.bound or gap.bound:
        return
    says = f"It is {value.words} against {other.words}, "
    if abs(step) == gap.value and (step > 0) != bool(match["up"]):
        yield Denial(row.line, gap, f"{says}but the report uses “{word}”.", _WORD)


def _against(row, first, last, match):
    """The denial of a word of direction by two numbers that go the other way."""
    if first.value != last.value and (last.value > first.value) != bool(match["up"]):
        word = match["up"] or match["down"]
        says = f"From {first.words} to {last.words}, but the report uses “{word}”."
        yield Denial(row.line, last, says, _WORD)


def compared(row: Statement) -> Iterator[Denial]:
    """`More left than came: 203 left and 236 came`."""
    match = _THAN.match(row.sentence.text)
    if not match:
        return
    first, last = row.sentence.thing(match["first"]), row.sentence.thing(match["last"])
    one, other = stem(match["one"].casefold()), stem(match["other"].casefold())
    behind = [
        {stem(word) for word in re.findall(r"[a-z]+", match[name].casefold())}
        for name in ("behind", "end")
    ]
    if one in behind[1] and other in behind[0]:
        first, last = last, first
    elif one not in behind[0] and other not in behind[1]:
        return
    if (first.value > last.value) != bool(match["more"]) and first.value != last.value:
        word = match["more"] or match["fewer"]
        says = f"It is {first.words} against {last.words}, but the report uses “{word}”."
        yield Denial(row.line, row.span, says, _WORD)

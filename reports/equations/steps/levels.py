"""Words of no change, of doubling, of the lowest of years and of a level since another time,
against the numbers that they are of."""

import re
from collections.abc import Iterator, Sequence

from reports.equations.steps.step import OF_ANOTHER
from reports.prose.numbers import Number
from reports.prose.quantities.arithmetic import TIMES, Change, number_text, wrong_times
from reports.quantities.model import Denial, Statement

WORD = "Use the word that the numbers show."
_NUMBER = r"⟦(?P<kind>[cpm])(?P<first>\d+)⟧"
_LAST = r"⟦(?P=kind)(?P<last>\d+)⟧"
# “Unchanged”, “the same as in 2016”; “in the same month” is of a time.
_ALIKE = re.compile(
    r"\b(?P<word>unchanged|identical|no\s+change|"
    r"(?:is|are|was|were|remains?|remained|stayed|stays?)\s+the\s+same)"
    r"(?=\s*(?:[.,;:)⟦]|$|as\b|at\b|on\b|from\b|since\b|in\b|between\b|over\b))",
    re.I,
)
_HEDGED = re.compile(
    r"\b(?:not|no\s+longer|although|though|but|despite|while|whereas|rate|share|if|per)\b"
    r"|\b(?:nearly|almost|about|broadly|virtually|largely|roughly|essentially)\s+(?:unchanged|the\s+same)",
    re.I,
)
# “Demand has been stable: 1,210 in the first quarter and 1,720 in the second”.
_STEADY = re.compile(
    r"\b(?:is|are|was|were|been|remain(?:s|ed)|stay(?:s|ed))\s+(?P<word>(?:very\s+|broadly\s+|largely\s+)?"
    r"(?:stable|steady|flat|constant|level))\b(?=[^⟦.;]{0,40}[:(,])",
    re.I,
)
_FIFTH = 5
# “64 in January, halved to 46 in June”.
_BECAME = re.compile(
    rf"{_NUMBER}(?:[^⟦;.:]|⟦d\d+⟧){{0,60}}?\b(?:{TIMES.pattern})\s+to\s+{_LAST}", re.I
)
_LOWEST = r"lowest|fewest|smallest|least"
_HIGHEST = r"highest|largest|most|greatest|biggest"
# “44, the lowest for three years”.
_OF_YEARS = re.compile(
    rf"{_NUMBER}[^⟦;.]{{0,60}}?[,–—(]\s*(?:which\s+is\s+|this\s+is\s+)?(?:the|our|its)\s+"
    rf"(?:(?P<lowest>{_LOWEST})|(?P<highest>{_HIGHEST}))\b(?:[^⟦;.]|⟦d\d+⟧){{0,30}}?"
    r"\b(?:for|in|since|over)\s+(?:[a-z]+\s+)?(?:⟦[cxd]\d+⟧(?:\s+years)?|[a-z]+\s+years)\b",
    re.I,
)
_IT_WAS = re.compile(
    r"^\W*(?:it|they|there|the\s+(?:number|figure|rate|share)s?)\s+(?:was|were|had\s+been|stood)\b"
    r"|^\W*in\s+⟦d",
    re.I,
)
_BY_YEAR = re.compile(r"⟦(?P<kind>[cpm])(?P<value>\d+)⟧\s+in\s+⟦d\d+⟧", re.I)
_UP = r"risen|grown|increased|gone\s+up|climbed"
_DOWN = r"fallen|dropped|decreased|declined|gone\s+down|come\s+down|reduced"
# “Since the last report, when 31 were overdue, the number has fallen to 22”.
_SINCE = re.compile(
    r"\b(?:since|than)\b[^⟦;.]{0,60}\bwhen\s+(?:[a-z]+\s+){0,4}?⟦(?P<kind>[cpm])(?P<first>\d+)⟧[^⟦;.]{0,60},\s+"
    rf"[^⟦;.]{{0,50}}\b(?:has|have)\s+(?:(?P<up>{_UP})|(?P<down>{_DOWN}))\s+(?:[a-z]+\s+){{0,2}}?to\s+{_LAST}",
    re.I,
)
# “Our rate, 74 per 10,000, is higher than that of England, 64 per 10,000”.
_THAN = re.compile(
    rf"{_NUMBER}(?:\s+per\s+(?:cent|⟦c\d+⟧)(?:\s+[a-z]+)?)?(?:\)|,)\s+(?:is|was|are|were)\s+(?:well\s+|far\s+|slightly\s+)?"
    r"(?:(?P<up>higher|more|above|greater|larger)|(?P<down>lower|fewer|less|below|smaller))\s+(?:than\s+)?"
    rf"(?:[^⟦;.:]|⟦d\d+⟧){{3,80}}?(?:,\s+|\(){_LAST}",
    re.I,
)
# “Staffing has grown by 8 to 112. In 2018 there were 104.”
_BY_TO = re.compile(
    rf"\b(?:(?P<up>{_UP}|rose|grew)|(?P<down>{_DOWN}|fell))\s+by\s+⟦(?P<kind>[cpmq])(?P<gap>\d+)⟧[^⟦;.,]{{0,30}}?"
    r"\s+to\s+⟦[cpm](?P<last>\d+)⟧",
    re.I,
)
_HAD_BEEN = re.compile(
    r"^\W*(?:in|on|at)\s+⟦d\d+⟧,?\s+(?:there|it|they|the\s+(?:number|figure))\s+(?:was|were|stood\s+at|had)\s+"
    r"⟦(?P<kind>[cpm])(?P<first>\d+)⟧\W*$",
    re.I,
)
_FEW = 2


def levels(row: Statement) -> Iterator[Denial]:
    """The denials of what a sentence has of its own numbers."""
    yield from (*_unchanged(row), *_steady(row), *_multiplied(row), *_compared(row))


def levels_before(row: Statement, behind: Sequence[Statement]) -> Iterator[Denial]:
    """The denials of what a sentence has of its number by the sentence behind it."""
    yield from (*_lowest_of_years(row, behind), *_implied(row, behind))


def _unchanged(row: Statement):
    """`The number (24) is unchanged from last year (18)`."""
    text = row.sentence.text
    match = _ALIKE.search(text)
    match = None if match and OF_ANOTHER.match(text, match.end()) else match
    numbers = [item.phrase.number for item in row.quantities] if match else []
    if len(numbers) != _FEW or _HEDGED.search(text) or not _are_comparable(row, numbers):
        return
    first, last = numbers
    if first.value != last.value:
        says = f"It is {first.words} and {last.words}, but the report uses “{match['word']}”."
        yield Denial(row.line, last, says, WORD)


def _steady(row: Statement):
    text = row.sentence.text
    match = _STEADY.search(text)
    numbers = (
        [x.phrase.number for x in row.quantities if x.phrase.start > match.end()] if match else []
    )
    if len(numbers) != _FEW or len(row.quantities) > _FEW or _HEDGED.search(text):
        return
    least, most = sorted(numbers, key=lambda number: number.value)
    if _are_comparable(row, numbers) and (most.value - least.value) * _FIFTH > least.value > 0:
        first, last = numbers
        says = f"It is {first.words} and {last.words}, but the report uses “{match['word']}”."
        yield Denial(row.line, last, says, WORD)


def _are_comparable(row: Statement, numbers: Sequence[Number]) -> bool:
    """True if two numbers are exact, of one kind and of the same things as far as these are named,
    and nothing else in their sentence is a number."""
    heads = {item.phrase.head for item in row.quantities} - {""}
    exact = not any(number.bound for number in numbers)
    others = row.sentence.marks("xq")
    return (
        exact and len({number.kind for number in numbers}) == 1 and len(heads) < _FEW and not others
    )


def _multiplied(row: Statement):
    """`The list, 64 in January, halved to 46`."""
    for match in _BECAME.finditer(row.sentence.text):
        first, last = (row.sentence.thing(match[name]) for name in ("first", "last"))
        if wrong := wrong_times(Change(first, last, 0, match["word"]), match.group()):
            yield Denial(row.line, last, wrong, "Describe how the number changed.")


def _lowest_of_years(row: Statement, behind: Sequence[Statement]):
    """`It fell to 44, the lowest for three years. It was 47 in 2017, 41 in 2018.`"""
    match = _OF_YEARS.search(row.sentence.text)
    for other in behind if match else ():
        own = row.sentence.thing(match["first"])
        years = list(_BY_YEAR.finditer(other.sentence.text))
        if len(years) < _FEW or not _IT_WAS.match(other.sentence.text):
            return
        values = [other.sentence.thing(item["value"]) for item in years]
        way = -1 if match["lowest"] else 1
        beyond = [x for x in values if x.kind == own.kind and (x.value - own.value) * way > 0]
        if beyond:
            word = (match["lowest"] or match["highest"]).casefold()
            says = f"{own.words} is called the {word} of years, and one had {beyond[0].words}."
            yield Denial(row.line, own, says, "Put the number right, or leave the word out.")


def _compared(row: Statement):
    """`Since July, when 31 were overdue, it has risen to 22`, `74 per 10,000, is below that of
    England, 64 per 10,000`."""
    for pattern, later in ((_SINCE, "last"), (_THAN, "first")):
        for match in pattern.finditer(row.sentence.text):
            first, last = (row.sentence.thing(match[name]) for name in ("first", "last"))
            way = Change(first, last, 0, "").true_way
            way = way if later == "last" else -way
            if first.bound or last.bound or way == (1 if match["up"] else -1):
                continue
            word = match["up"] or match["down"]
            says = f"It is {first.words} and {last.words}, but the report uses “{word}”."
            yield Denial(row.line, last, says, WORD)


def _implied(row: Statement, behind: Sequence[Statement]):
    """`Staffing has grown by 8 to 112. In 2018 there were 108.`"""
    match = _BY_TO.search(row.sentence.text)
    for other in behind if match else ():
        earlier = _HAD_BEEN.match(other.sentence.text)
        gap, last = (row.sentence.thing(match[name]) for name in ("gap", "last"))
        first = earlier and other.sentence.thing(earlier["first"])
        if not earlier or first.kind != last.kind or match["kind"] == "p":
            return
        exact = last.value - gap.value * (1 if match["up"] else -1)
        if exact != first.value and not any(x.bound for x in (gap, last, first)):
            says = (
                f"{last.words} by a change of {gap.words} was {number_text(exact)}, but the report "
            )
            yield Denial(other.line, first, f"{says}gives {first.words}.", "Check the three.")

"""How many have either of two things, or neither, by how many have each and how many both: `Twelve
have one and nine the other; seven are in both counts. 14 have at least one, and 15 neither.`"""

import re
from collections.abc import Iterator, Mapping, Sequence, Set
from fractions import Fraction
from itertools import combinations

from reports.checks.reading import Reading
from reports.prose.patterns import SentencePattern
from reports.prose.quantities.arithmetic import number_text
from reports.quantities.model import Denial, Quantity, Statement
from reports.quantities.passages import by_line, statements

_KIND = SentencePattern(
    r"\b(?:(?P<both>both)|(?P<neither>neither|none\s+of)|(?P<either>at\s+least\s+one|one\s+or\s+(?:the\s+other|more)|either\s+of))\b",
    re.I,
)
_STOP, _CLAUSE = re.compile(r"⟦[a-z]\d+⟧|[;:.]"), re.compile(r"⟦[a-z]\d+⟧|[;:.,]|\band\b")
# “At least one of the two”: a number that names things.
_OF_THE = re.compile(r"\bof\s+(?:the|these|those)\s+$", re.I)
_NAMED = re.compile(r"\bof\s+(?:the|these|those)\s+⟦[cx]\d+⟧", re.I)
_MOST = 10
_MEND = "Put the wrong number right: those with both are counted with each of the two."


def overlaps(reading: Reading) -> Iterator[Denial]:
    """Those with either of two things are those with each, less those with both."""
    every = {x.value for row in statements(reading) for x in row.counts}
    for rows in filter(None, by_line(reading).values()):
        kinds = {x.lastgroup for row in rows for x in _KIND.finditer(row.sentence.text)}
        if "both" in kinds and len(kinds) > 1:
            yield from _of_paragraph(rows, every)


def _of_paragraph(rows: Sequence[Statement], every: Set[Fraction]) -> Iterator[Denial]:
    counts = [x for row in rows for x in row.counts if not x.phrase.number.bound][:_MOST]
    kinds = [(x, _kind(x)) for x in counts]
    some = {
        name: [x for x, kind in kinds if kind == name] for name in ("both", "either", "neither")
    }
    if len(some["both"]) != 1:
        return
    [both] = some["both"]
    plain = [x for x, kind in kinds if not kind and x.value >= both.value]
    unions = {x.value + y.value - both.value: (x, y) for x, y in combinations(plain, 2)}
    for item in some["either"] if unions else ():
        if item.value not in unions:
            yield _denied(item, unions, both)
    # Those with neither are the rest of some whole.
    unions = {x.value for x in some["either"]} or {*unions}
    for item in some["neither"] if unions else ():
        if not any(item.value + union in every for union in unions):
            most = number_text(max(unions))
            says = (
                f"With {most} that have one or both, {item.phrase.number.words} make no number of "
            )
            yield Denial.of(item, f"{says}the report.", _MEND)


def _kind(item: Quantity) -> str:
    """Which of those a number is by the first such word behind it, or the last before it."""
    text = item.sentence.text
    if _OF_THE.search(text[: item.phrase.start]):
        return "name"
    behind = [*_KIND.finditer(_CLAUSE.split(text[item.phrase.end :])[0])]
    lead = _NAMED.sub(" ", text[: item.phrase.start])
    ahead = [*_KIND.finditer(_STOP.split(lead)[-1])]
    match = behind[0] if behind else ahead[-1] if ahead else None
    return match.lastgroup if match else ""


def _denied(
    item: Quantity, unions: Mapping[Fraction, Sequence[Quantity]], both: Quantity
) -> Denial:
    value, terms = min(unions.items(), key=lambda x: abs(x[0] - item.value))
    first, last = (x.phrase.number.words for x in terms)
    says = f"{first} + {last} − {both.phrase.number.words} = {number_text(value)}, but the report "
    return Denial.of(item, f"{says}gives {item.phrase.number.words}.", _MEND)

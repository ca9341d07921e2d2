"""How often something takes place, against the dates that are given, and how many there are of
things against their numbers."""

import re
from collections.abc import Iterator, Sequence

from assurance.runtime.digits import whole
from reports.checks.reading import Reading
from reports.prose.numbers import COUNT
from reports.prose.patterns import SentencePattern
from reports.quantities.model import Denial, Statement
from reports.quantities.passages import after, just_before, statements

_OFTEN = re.compile(
    r"⟦[cx](?P<mark>\d+)⟧\s+(?:times|(?:[a-z-]+\s+){0,2}(?:meetings|sessions|sittings|visits|workshops|hearings|dates|evenings|events))\b",
    re.I,
)
_DATES = SentencePattern(
    r"\b(?:are|were|was|is)?\s*(?:fixed\s+for|held\s+on|take\s+place\s+on|took\s+place\s+on|planned\s+for|set\s+for|arranged\s+for|"
    r"were\s+on|are\s+on|heard\s+on|(?:ran|held)\s+(?:them\s+)?on|us\b[^.;⟦]{0,30}\son|"
    r"place\b[^.;⟦]{0,30}\son)\s+(?P<list>(?:⟦[cd]\d+⟧(?:,\s+⟦[cd]\d+⟧)*,?\s+and\s+)?⟦d\d+⟧)",
    re.I,
)
_SOME = re.compile(
    r"\b(?:includ\w+|such\s+as|first|last|next|among|example|remaining|other|further|so\s+far|also|once|again)\b",
    re.I,
)
# “On 8 October and 11 March, and the three brought in …”, “Over those two days 96 were stopped.”
_AFTER = re.compile(
    r"^[^⟦.;:]{0,30}?\b(?:the|those|these|all)\s+⟦[cx](?P<mark>\d+)⟧\s+(?:days|dates|evenings|meetings|sessions|visits|"
    r"events|brought|were|had|drew|took|saw)\b",
    re.I,
)
_DAY = re.compile(r"\b\d{1,2}(?:st|nd|rd|th)?\b")
# “Six recommendations. Numbers 1 to 4 …, and number 7”.
_NAMED = re.compile(
    r"⟦c(?P<mark>\d+)⟧\s+(?:[a-z]+\s+){0,2}?(?P<what>recommendation|action|standard|priorit|finding|objective|point|proposal)",
    re.I,
)
_LABEL = SentencePattern(
    r"\b(?:numbers?|nos?\.?|recommendations?|actions?|standards?|priorit(?:y|ies)|findings?|objectives?|points?|proposals?)\s+"
    r"(?P<first>\d{1,2})(?:\s?(?:to|and|–|-|,)\s?(?P<last>\d{1,2}))?(?![\d.%/])",
    re.I,
)
_FEWEST, _MOST, _MEND = 2, 20, "Put the number right, or what is listed."


def counted_dates(reading: Reading) -> Iterator[Denial]:
    """`It will meet four times. Its meetings are fixed for 13 June, 19 September and 6 March.`"""
    rows = statements(reading)
    for place, row in enumerate(rows):
        earlier = just_before(rows, place)
        near = [row, *([earlier] if earlier else [])]
        yield from _dates(row, near, after(rows, place, 1))
        if earlier:
            yield from _labels(row, earlier)


def _dates(row: Statement, near: Sequence[Statement], behind) -> Iterator[Denial]:
    lists = [*_DATES.finditer(row.sentence.text)]
    if len(lists) != 1:
        return
    # Days of one month are named by their number alone.
    listed = sum(
        max(1, len(_DAY.findall(x.words))) for x in row.sentence.marks("cd", lists[0]["list"])
    )
    if listed < _FEWEST:
        return
    yield from _counted_after(row, lists[0], behind, listed)
    for other in near:
        end = lists[0].start() if other is row else len(other.sentence.text)
        text = other.sentence.text[:end]
        counts = [other.sentence.thing(x["mark"]) for x in _OFTEN.finditer(text)]
        if len(counts) == 1 and not _SOME.search(f"{other.sentence.text} {row.sentence.text}"):
            number = counts[0]
            if 1 < number.value <= _MOST and number.value != listed and not number.bound:
                says = f"The report gives {number.words}, but {listed} dates follow."
                yield Denial(other.line, number, says, _MEND)
            return


def _counted_after(row: Statement, dates: re.Match, behind, listed: int) -> Iterator[Denial]:
    """`They took place on 14 and 28 September. The three evenings were attended by 640.`"""
    rest = [(row, row.sentence.text[dates.end() :]), *((x, x.sentence.text) for x in behind)]
    for other, text in rest:
        match = _AFTER.match(text)
        number = other.sentence.thing(match["mark"]) if match else None
        if number and number.value != listed and not number.bound:
            says = f"The report gives {number.words}, but {listed} dates are named."
            yield Denial(other.line, number, says, _MEND)


def _labels(row: Statement, earlier: Statement) -> Iterator[Denial]:
    named = [*_NAMED.finditer(earlier.sentence.text)]
    labels = [*_LABEL.finditer(row.sentence.said())]
    firsts = [whole(x["first"]) for x in labels]
    if len(named) != 1 or 1 not in firsts or len(labels) < 2:
        return
    number = earlier.sentence.thing(named[0]["mark"])
    last = max(whole(x["last"] or x["first"]) for x in labels)
    if number.kind == COUNT and not number.bound and last > number.value:
        says = f"The report gives {number.words}, but then names number {last}."
        yield Denial(earlier.line, number, says, _MEND)

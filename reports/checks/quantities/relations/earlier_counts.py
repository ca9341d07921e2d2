"""What a sentence says of the day of an earlier report, against what that report counted."""

import re
from collections.abc import Iterator
from datetime import date

from reports.checks.context import EarlierFigure
from reports.checks.quantities.derivation.slips import is_mistyped
from reports.checks.quantities.model import Denial, Quantity, Statement, earlier_figures
from reports.checks.quantities.passages import statements
from reports.checks.reading import Reading
from reports.prose.content import content
from reports.prose.marks import MARK
from reports.prose.numbers import COUNT
from reports.prose.quantities.phrases import stems

_MONTHS = [
    "january",
    "february",
    "march",
    "april",
    "may",
    "june",
    "july",
    "august",
    "september",
    "october",
    "november",
    "december",
]
_WAS = re.compile(r"\b(?:was|were|stood\s+at|had\s+been)\s+$", re.I)
_CLAUSE = re.compile(r"[,;:]|\b(?:to|and|but|while|against|compared\s+with|so)\b", re.I)
_FIGURE = re.compile(r"\b(?:figure|number|total|it|they|there)\b", re.I)
_OTHERWISE = re.compile(
    r"\b(?:target|average|nation\w*|england|region\w*|correct\w*|revised|restated|had\s+said|including|"
    r"without|except|boys|girls|of\s+(?:these|them|whom))\b",
    re.I,
)


def earlier_counts(reading: Reading) -> Iterator[Denial]:
    """What was counted on the day of an earlier report is what that report gave."""
    told = [x for x in earlier_figures(reading) if x.count and not x.member and x.words and _day(x)]
    rows = [(x, content(x.words), stems(x.words)) for x in told]
    before = ""
    for row in statements(reading) if rows else ():
        text = row.sentence.text
        for figure, named, own in rows if not _OTHERWISE.search(text) else ():
            near = content(f"{before} {text}")
            spoken = stems(f"{before} {text}") if _FIGURE.search(text) else stems(text)
            if not named or len(named & near) * 2 < len(named) or not own & spoken:
                continue
            values = {x.value for x in row.counts}
            item = None if figure.count in values else _of_that_day(row, figure)
            if item is not None and is_mistyped(item.value, figure.count, COUNT):
                says = f"The report gives {item.phrase.number.words} for the same date as "
                says += f"{figure.text} in “{figure.paper}”."
                mend = "Use the earlier value, or write that it was corrected."
                yield Denial.of(item, says, mend)
                break
        before = text


def _of_that_day(row: Statement, figure: EarlierFigure) -> Quantity | None:
    """The one count that stands in a clause with the day of an earlier figure."""
    text, day = row.sentence.text, _day(figure)
    places = [
        mark.start()
        for mark in MARK.finditer(text)
        if mark[1] == "d" and row.sentence.thing(mark[2]).last == day
    ]
    month = re.search(rf"\b(?:end\s+of|in|on)\s+{_MONTHS[day.month - 1]}\b(?!\s+\d)", text, re.I)
    places += [month.start()] if month else []
    stocks = [x for x in row.counts if x.phrase.is_stock]
    for place in places:
        starts = [0, *(x.end() for x in _CLAUSE.finditer(text) if x.end() <= place)]
        ends = [*(x.start() for x in _CLAUSE.finditer(text) if x.start() > place), len(text)]
        own = [x for x in stocks if starts[-1] <= x.phrase.start < ends[0]]
        # “On 30 September, 115 were”: what stands before its comma tells when.
        own = own or [x for x in stocks if ends[0] <= x.phrase.start][:1] if not starts[-1] else own
        if len(own) == 1:
            return own[0]
    # “The figure, on 30 September, was 342.”
    alone = len(stocks) == 1 == len(row.quantities) and len(row.sentence.marks("d")) == 1
    return stocks[0] if places and alone and _WAS.search(text[: stocks[0].phrase.start]) else None


def _day(figure: EarlierFigure) -> date | None:
    try:
        return date.fromisoformat(figure.end)
    except ValueError:
        return None

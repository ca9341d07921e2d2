"""A date before another of its passage that it must come after: `was agreed on 9 December and came
into use on 6 November`, `visited in May. Their report came on 17 April`."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import pairwise

from reports.checks.reading import SIDE_BY_SIDE, Reading
from reports.date_constraints.orders.moments import Moment, is_before, moments
from reports.prose.content import content
from reports.prose.marks import MARK
from reports.quantities.model import Denial, Statement
from reports.quantities.passages import by_line

_WENT = (
    r"(?:was|were|is|are|came|went|took|began|made|met|held|sent|left|gave|got|had\s+to|sat|wrote|won|found|"
    r"ran|became|spoke|brought|put|set|moved|reached|saw|[a-z]{2,}ed)"
)
# “… and came into use on ⟦d⟧”, “…, and it was published on ⟦d⟧”, “then left on ⟦d⟧”.
_AND_THEN = re.compile(
    rf"(?:\band\b|\bthen\b|\bbefore\s+being\b|;|\bbut\b(?!\s+not))(?:[^⟦.;]|⟦[cxm]\d+⟧){{0,90}}?\b(?:{_WENT}|being)\b"
    r"(?:[^⟦.;]|⟦[cxm]\d+⟧){0,70}?\b(?:on|in|from|until|by|at)\s+(?:the\s+)?$",
    re.I,
)
# “Was accepted on ⟦d⟧, the investigator reported on ⟦d⟧, and the director wrote on …”.
_NEXT = re.compile(
    r"[^⟦.;:,]{0,40},\s+(?:the|it|they|we|he|she|our|its|their|an?)\s+[^⟦.;:,]{0,60}?"
    rf"\b{_WENT}\s+(?:[a-z]+\s+){{0,4}}?(?:on|in)\s+$",
    re.I,
)
_AND_LAST = re.compile(r",\s+and\s[^⟦.;:]{3,90}⟦d", re.I)
_HAD_BEEN = re.compile(r"\bhad\s+(?:been\s+)?", re.I)
_PAST = re.compile(rf"\b{_WENT}\b", re.I)
# What tells that the second date may be the earlier one.
_BACK = re.compile(
    r"\b(?:had|having|earlier|before(?!\s+being)|previous\w*|since|whose|instead|rather|original\w*|first|due|plann\w+|to\s+have|"
    r"deadline|born|respectively|between|last|compared|against|than|already|dated|replac\w+|supersed\w+|"
    r"following|reported\s+in|should|would|must|backdat\w+|retrospect\w+|covers?|covered|data|figures?|"
    r"anniversary|expire[sd]?|expiry|return|review\s+of|not|none|no|never|late[rs]?t?|longest|oldest|recent\w*|"
    r"up\s+to|year\s+to|quarter|period|month\s+of|as\s+(?:at|of)|stopp\w+|vacant|absent)\b",
    re.I,
)
_HAD = re.compile(r"[^⟦.;,]{0,30}?\bhad\b", re.I)
_PROMISED = re.compile(r"\b(?:promised|expected|schedul\w+|intended|target\w*|set\s+for)\b", re.I)
_TO_COME = re.compile(r"\b(?:(?:is|are)\s+to|will)\s+[a-z]", re.I)
# “It came after the visit of 26 November”: of a day before it.
_AFTER_ALL = re.compile(r"\bafter\s+[a-z]", re.I)
_BY = re.compile(r"\b(?:by|before)\s+(?:the\s+)?(?:end\s+of\s+)?$", re.I)
_BORN = re.compile(r"\bborn\b", re.I)
# What tells that it may be of another thing.
_APART = re.compile(
    r"\b(?:also|another|others?|one|two|three|separate\w*|similar\w*|second|third|each|both|either|some)\b",
    re.I,
)
# “185 days later” is told of the date before it.
_LATER = re.compile(r"⟦[cx]\d+⟧\s+(?:working\s+)?[a-z]+\s+(?:later|afterwards)\b", re.I)
# “Once it had been signed, …”, “Their letter …”: what goes on with the sentence before.
_GOES_ON = re.compile(
    r"\W*(?:after|once|following|then|subsequently|thereafter|next|afterwards|later|in\s+turn|when|"
    r"it|they|she|he|her|his|their|its|this|these|both|all)\b",
    re.I,
)
_AFTER = re.compile(
    r"\W*(?:after|once|following|then|subsequently|thereafter|afterwards|later)\b", re.I
)
# “Tenders were invited. The contract was awarded”: what is asked for comes before what is given.
_FIRST = re.compile(
    r"\b(?:invited|advertised|applied|requested|asked|commissioned|referred|raised|lodged|complained|proposed|drafted|consulted|"
    r"notified|tender(?:s|ed)?|applications?|went\s+out|interviewed|shortlisted)\b",
    re.I,
)
_THEN_DONE = re.compile(
    r"\b(?:awarded|appointed|granted|delivered|answered|replied|resolved|concluded|decided|completed|upheld|closed|launched|"
    r"published|approved|confirmed|signed|decision|outcome)\b",
    re.I,
)
_CLAUSES = re.compile(r"\b(?:which|who|that|because|although|though|where|if|when)\b", re.I)
_ASIDE = re.compile(r",\s+(?:which|who)\b[^,]{1,80},")
# Of a document or a decision spoken of again: “the letter”, “the withdrawal”.
_THE = re.compile(r"\W*(?:the|that|this|these|those|our|an?)\s", re.I)
_MEND = "Correct one of the two dates."


def sequences(reading: Reading) -> Iterator[Denial]:
    """`They visited in May 2025, and the report of that visit was received on 17 April 2025.`"""
    for rows in by_line(reading).values():
        dated = [moments(reading, row)[:SIDE_BY_SIDE] for row in rows]
        for row, days in zip(rows, dated, strict=True):
            yield from _of_one_sentence(row, days)
        for (first, earlier), (second, later) in pairwise(zip(rows, dated, strict=True)):
            if earlier and later:
                yield from _of_two(first, second, earlier, later)


def _of_one_sentence(row: Statement, days: Sequence[Moment]) -> Iterator[Denial]:
    text = row.sentence.text
    # “Promised for 31 December and introduced on 2 December”, “is to open in May”.
    days = () if _PROMISED.search(text) or _TO_COME.search(text) else days
    for first, last in pairwise(days):
        between, ahead = _LATER.sub(" ", text[first.end : last.start]), text[: first.start]
        # In minutes all that is reported “had been” done.
        if _HAD_BEEN.search(ahead) and _HAD_BEEN.search(between):
            between, ahead = (_HAD_BEEN.sub("was ", x) for x in (between, ahead))
        in_a_row = _NEXT.fullmatch(between) and _AND_LAST.match(text, last.end)
        joint = in_a_row or _AND_THEN.search(between)
        near = _BORN.sub(" ", ahead[-60:])
        if joint is None or any(_BACK.search(x) for x in (between, near)):
            continue
        if _APART.search(between):
            continue
        if _PAST.search(ahead) and is_before(first, last) and not _CLAUSES.search(between):
            yield _denial(row, first, last)
            return


def _of_two(first: Statement, second: Statement, earlier, later) -> Iterator[Denial]:
    """`Notice was given on 14 March. After a challenge it was withdrawn on 3 March.`"""
    text, before = second.sentence.text, first.sentence.text
    day, opening = later[0], _GOES_ON.match(text)
    ahead = text[opening.end() if opening else 0 : later[0].start]
    known = earlier[-1]
    near = before[: earlier[0].end].rpartition(", ")[2]
    if any(_BACK.search(x) for x in (ahead, near)) or _APART.search(ahead):
        return
    # “It serves the vision for the service, which is of October 2015.”
    if _AFTER_ALL.search(ahead) or _CLAUSES.search(_ASIDE.sub(" ", ahead)):
        return
    # “Their report published on 3 March 2021 had named this”; “promised for June”.
    if _HAD.match(text, day.end) or _PROMISED.search(near) or _BY.search(before[: known.start]):
        return
    if not (_PAST.search(ahead) and _PAST.search(before)):
        return
    is_next = _FIRST.search(before) and _THEN_DONE.search(ahead)
    if not (is_next or opening or _is_again(first, text, ahead)):
        return
    # A stretch of time that has gone on since begins before what is told of it.
    meant = earlier[0] if not _AFTER.match(text) and len(earlier) > 1 else known
    if is_before(meant, day) and all(is_before(x, day) for x in earlier if x.is_day):
        # “It was red in April” may be told of what began in May.
        yield replace(_denial(second, meant, day), is_proved=meant.is_day and day.is_day)


def _is_again(first: Statement, text: str, ahead: str) -> bool:
    """True if a sentence begins with what the one before was of."""
    if not _THE.match(text):
        return False
    opening = MARK.sub(" ", re.split(rf"\b{_WENT}\b", ahead, maxsplit=1)[0])
    return bool(content(opening) & content(MARK.sub(" ", first.sentence.text)))


def _denial(row: Statement, first: Moment, last: Moment) -> Denial:
    says = f"{last.text} is before {first.text}, which it seems to come after."
    return Denial(row.line, row.span, says, _MEND)

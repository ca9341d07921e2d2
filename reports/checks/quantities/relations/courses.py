"""What was then and what is now, told in two sentences, against the word for the way between."""

import re
from collections.abc import Iterator, Sequence

from reports.checks.quantities.grammar import CHANGE, TARGET
from reports.checks.quantities.model import Denial, Quantity, Statement
from reports.checks.quantities.passages import before, statements
from reports.checks.quantities.steps.values import better_way
from reports.checks.reading import Reading
from reports.prose.numbers import COUNT, MONEY, PERCENT, SPAN
from reports.prose.quantities.phrases import stems

_UP = (
    r"risen|rose|rises|gone\s+up|went\s+up|increased|grown|grew|climbed|higher|"
    r"an?\s+(?:rise|increase)"
)
_DOWN = (
    r"fallen|fell|falls|gone\s+down|went\s+down|decreased|dropped|declined|come\s+down|"
    r"came\s+down|lower|an?\s+(?:fall|drop|decrease|reduction)"
)
_GOOD = r"improved|improving|better|got\s+better|strengthened|an?\s+improvement"
_BAD = r"worsened|worse|got\s+worse|deteriorated|slipped|weakened|an?\s+(?:decline|deterioration)"
_WORD = re.compile(
    rf"\b(?:(?P<up>{_UP})|(?P<down>{_DOWN})|(?P<good>{_GOOD})|(?P<bad>{_BAD}))\b", re.I
)
_THEN = re.compile(
    r"\b(?:(?:a|one|two|three|five|six|twelve|⟦[cx]\d+⟧)\s+(?:years?|months?|quarters?)\s+(?:earlier|ago|before)"
    r"|(?:last|previous|preceding)\s+(?:year|quarter|half-year|time|report|survey|audit|term)"
    r"|(?:year|quarter|half-year|term)\s+before|previously|had\s+been|used\s+to\s+be)\b",
    re.I,
)
_IT = re.compile(
    r"^\W*(?:[^⟦,]{0,25}(?:⟦d\d+⟧|⟦x\d+⟧)?[^⟦,]{0,25},?\s+)?(?:it|this|that|the\s+(?:figure|rate|share|number|total|same))\b",
    re.I,
)
_CONCLUDES = re.compile(
    r"[,;:]?\s*(?:\b(?:so|therefore|thus|hence|which|that\s+is|meaning)\b)", re.I
)
_UNSURE = re.compile(
    r"\b(?:not|no|never|target|aim\w*|hope\w*|expect\w*|should|if|but|although|despite|than)\b",
    re.I,
)
# More of these is better than fewer.
_BETTER = re.compile(
    r"\b(?:reached|achiev\w+|results?|recommend\w*|trust\w*|knew|know|happy|content|upheld\s+on\s+appeal|"
    r"training|qualif\w+|pass\w*|met|within|answered|replied|attended|timel\w+|on\s+time|in\s+time)\b",
    re.I,
)
_KINDS = (PERCENT, SPAN, COUNT, MONEY)


def courses(reading: Reading) -> Iterator[Denial]:
    """A word of direction is that of what was then and of what is now."""
    rows = statements(reading)
    for place, _row in enumerate(rows):
        yield from _of_then(rows, place)
        yield from _of_both(rows, place)


def _of_then(rows: Sequence[Statement], place: int):
    """`Turnover was 14%. It was 17% in 2018/19; turnover has therefore fallen.`"""
    row = rows[place]
    text = row.sentence.text
    then = _main(row)
    if then is None or not (_THEN.search(text) or (_IT.match(text) and row.sentence.marks("d"))):
        return
    tail = text[then.phrase.end :]
    words = list(_WORD.finditer(tail))
    if len(words) != 1 or not _CONCLUDES.search(tail[: words[0].start()]) or _UNSURE.search(tail):
        return
    amounts = {x.value for x in row.quantities if x.phrase.role == CHANGE}
    for other in before(rows, place, 1):
        now = _main(other)
        # Two contradictions at once are of a wrong pair.
        if now and amounts and abs(now.value - then.value) not in amounts:
            continue
        if now and _are_alike(now, then) and not _THEN.search(other.sentence.text):
            yield from _denied(row, words[0], then, now)


def _of_both(rows: Sequence[Statement], place: int):
    """`In 2022 it was 60%. In 2021 we managed 54%. That is a decline of six points.`"""
    row = rows[place]
    words = [*_WORD.finditer(row.sentence.text)]
    is_of_it = re.match(r"\W*(?:that|this|which|so|it)\b", row.sentence.text, re.I)
    told = [
        x
        for x in row.quantities
        if x.phrase.role not in (CHANGE,) and x.phrase.number.kind == PERCENT
    ]
    if len(words) != 1 or not is_of_it or told or _UNSURE.search(row.sentence.text):
        return
    near = before(rows, place, 2)
    if len(near) < 2:
        return
    then, now = _main(near[0]), _main(near[1])
    if (
        then
        and now
        and _are_alike(now, then)
        and (_THEN.search(near[0].sentence.text) or _is_before(near))
    ):
        yield from _denied(row, words[0], then, now)


def _is_before(near):
    """Whether the last sentence names a day before those of the sentence before it."""
    last, first = ([x.first for x in row.sentence.marks("d") if x.first] for row in near)
    return bool(last and first and max(last) < min(first))


def _main(row: Statement) -> Quantity | None:
    """The one value that a sentence is about: its one per cent, length of time, count or sum."""
    bases = {x.phrase.base for x in row.quantities}
    exact = [x for x in row.quantities if x.phrase.role not in (CHANGE, TARGET)]
    for kind in _KINDS:
        alike = [x for x in exact if x.phrase.number.kind == kind and x.phrase.mark not in bases]
        if alike:
            return alike[0] if len(alike) == 1 and not alike[0].phrase.number.bound else None
    return None


def _are_alike(now: Quantity, then: Quantity):
    kinds = now.phrase.number.kind, then.phrase.number.kind
    heads = {now.phrase.head, then.phrase.head} - {""}
    return kinds[0] == kinds[1] and len(heads) < 2 and now.value != then.value


def _denied(row: Statement, word, then: Quantity, now: Quantity):
    way = 1 if now.value > then.value else -1
    text = f"{now.sentence.text} {then.sentence.text} {row.sentence.text}"
    if word["up"] or word["down"]:
        claimed = 1 if word["up"] else -1
    else:
        better = better_way(text) or (
            1 if _BETTER.search(text) and not stems(text) & {"late"} else 0
        )
        claimed = better * (1 if word["good"] else -1)
    if claimed and claimed != way:
        says = (
            f"It went from {then.phrase.number.words} to {now.phrase.number.words}, but the report "
        )
        says += f"uses “{word.group()}”."
        start = row.sentence.start
        yield Denial(row.line, (start, start), says, "Use the word that the numbers show.")

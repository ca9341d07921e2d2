"""What is left of a whole where its other part was told right before, in whatever words."""

import re
from collections.abc import Iterator, Sequence

from reports.checks.quantities.derivation.slips import is_mistyped
from reports.checks.quantities.grammar import REST
from reports.checks.quantities.model import Denial, Quantity, Statement
from reports.checks.quantities.passages import before, statements
from reports.checks.quantities.relations.opposites import is_residual, opposite
from reports.checks.quantities.shares.pairs import shares_of, verdict_of
from reports.checks.reading import Reading
from reports.prose.content import words_of
from reports.prose.numbers import COUNT
from reports.prose.quantities.arithmetic import RIGHT, number_text, plain

_THE_OTHER = re.compile(
    r"\b(?:the\s+)?(?:other|remaining|rest|remainder|balance)\b[^⟦]{0,20}$", re.I
)
_OF_OTHERS = re.compile(
    r"\b(?:than|against|compared|last|previous|earlier|before|in\s+all|altogether)\b", re.I
)
_THERE = re.compile(
    r"\W*(?:there\s+(?:were|are)|that\s+leaves|leaving|we\s+(?:had|have))\s+$", re.I
)
_OF_MORE = re.compile(r"\b(?:in|of|on)\s+(?:the|our|that|this)\s+[a-z]+", re.I)
_ONE = re.compile(r"\b(?:one|another)\s+(?:was|had|is|has|of|up|down|more|went|came)\b", re.I)
_TURNS = words_of("time occasion case instance")
_DETAILS = re.compile(r"[^⟦]*,\s+(?:of\s+(?:which|whom)|including|among\s+them)\b", re.I)
_NEAR, _WHOLES, _FEW = 3, 12, 3


def complements(reading: Reading) -> Iterator[Denial]:
    """What is left of a whole is the whole without the part that was told before it."""
    rows = statements(reading)
    for place, row in enumerate(rows):
        stocks = [x for x in row.counts if x.phrase.is_stock]
        if (
            _OF_OTHERS.search(row.sentence.text)
            or _ONE.search(row.sentence.text)
            or "⟦p" in row.sentence.text
        ):
            continue
        item = stocks[0] if len(stocks) == 1 == len(row.counts) else None
        pairs = []
        if item is not None and item.phrase.base is None:
            pairs = [pair for pair in _pairs(rows, place) if _is_left(item, *pair)]
        elif len(stocks) == 2 == len(row.counts) and stocks[1].phrase.role == REST:
            item = stocks[1]
            pairs = [*_in_one(rows, place, *stocks)]
        if not pairs or any(whole.value - part == item.value for whole, part, _ in pairs):
            continue
        whole, part, told = pairs[0]
        left = whole.value - part
        # A number that stands beside them may tell of a part of what is left.
        if told is not None and is_mistyped(item.value, left, COUNT):
            says = f"{plain(whole.phrase.number)} − {number_text(part)} = {number_text(left)}, "
            says += f"but the report gives {item.phrase.number.words}."
            yield Denial.of(item, says, "Put the wrong number right, or name what is missing.")


def _in_one(rows: Sequence[Statement], place: int, part: Quantity, rest: Quantity):
    """`Forty of the children went once and the other 21 more often`, of 61 children before."""
    named = part.phrase.of
    for row in before(rows, place, _NEAR) if part.phrase.base is None else ():
        wholes = [x for x in row.counts if x.phrase.is_stock and x.phrase.head in named]
        if wholes and wholes[0].value > part.value and not rest.phrase.noun:
            yield wholes[0], part.value, rows[place]
            return


def _pairs(rows: Sequence[Statement], place: int):
    """(whole, what was told of it, where that is told) near a sentence, the nearest first."""
    for row in before(rows, place, _NEAR):
        index = {x.phrase.mark: x for x in row.quantities}
        based = [x for x in row.counts if x.phrase.base in index and x.phrase.is_stock]
        bases = {x.phrase.base for x in based}
        if len(bases) == 1:
            whole = index[bases.pop()]
            if whole.value > (part := sum(x.value for x in based)):
                yield whole, part, row
        elif not based:
            yield from _by_share(rows, row)
            yield from _with_details(rows, row)
            yield from _in_turn(rows, row)


def _by_share(rows: Sequence[Statement], row: Statement):
    """A count with its share, of the nearest count before that bears it."""
    for share in shares_of(row):
        if share.base is None and share.count.phrase.is_stock:
            near = [x for other in before(rows, row.order - 1, _WHOLES) for x in other.counts]
            wholes = (x for x in near if x.phrase.is_stock and x.value > share.count.value)
            whole = next((x for x in wholes if verdict_of(share, x) == RIGHT), None)
            if whole:
                yield whole, share.count.value, row


def _with_details(rows: Sequence[Statement], row: Statement):
    """`187 were filled, of which 164 by permanent staff`, of 212 posts before."""
    stocks = [x for x in row.counts if x.phrase.is_stock]
    if len(stocks) < 2 or stocks[0].phrase.head:
        return
    if not _DETAILS.match(row.sentence.text[stocks[0].phrase.end : stocks[1].phrase.start]):
        return
    for other in before(rows, row.order - 1, 1):
        wholes = [x for x in other.counts if x.phrase.is_stock and x.phrase.head]
        if len(wholes) == 1 == len(other.counts) and wholes[0].value > stocks[0].value:
            yield wholes[0], stocks[0].value, row


def _in_turn(rows: Sequence[Statement], row: Statement):
    """`There were 84. Sixty were seen.`: a count alone behind one that names what it is of."""
    stocks = [x for x in row.counts if x.phrase.is_stock]
    if (
        len(stocks) != 1
        or len(row.counts) != 1
        or (stocks[0].phrase.head and not stocks[0].phrase.anaphor)
    ):
        return
    for other in before(rows, row.order - 1, 1):
        wholes = [x for x in other.counts if x.phrase.is_stock]
        if len(wholes) == 1 and wholes[0].phrase.head and wholes[0].value > stocks[0].value:
            yield wholes[0], stocks[0].value, row


def _is_left(item: Quantity, whole: Quantity, part, row: Statement):
    """Whether a number is told as what is left of a whole."""
    if item.value >= whole.value:
        return False
    noun, label = item.phrase.head, item.sentence.text[: item.phrase.start]
    alike = not noun or noun == whole.phrase.head or noun in _TURNS
    if item.phrase.role == REST or _THE_OTHER.search(label):
        # “The other 48 files in the sample” are of more than was told before.
        wider = noun and _OF_MORE.search(item.phrase.clause)
        return (alike or noun == "person") and not wider
    behind = item.sentence.text[item.phrase.end :]
    told = next((x for x in row.counts if x.value == part), None)
    return bool(
        alike
        and told
        and not item.phrase.of
        and (not label.strip() or item.phrase.anaphor or _THERE.match(label))
        and opposite(told.sentence.text[told.phrase.end :], behind)
        and not is_residual(behind)
    )

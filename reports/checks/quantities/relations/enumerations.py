"""Parts that one sentence enumerates and closes, so that they are all of their whole.

A list is closed by what no other part has (`elsewhere`, `none`, `not known`), by opposites (`boys
and girls`), or by a sentence that opens with `Of the 18 …`. No other number is asked what it says.
"""

import itertools
import re
from collections.abc import Iterator, Sequence
from fractions import Fraction
from itertools import accumulate

from reports.checks.quantities.derivation.slips import is_of_one_slip
from reports.checks.quantities.grammar import REST
from reports.checks.quantities.model import Denial, Quantity, Statement
from reports.checks.quantities.passages import before, statements
from reports.checks.quantities.relations.opposites import are_opposed, are_pair, is_residual
from reports.checks.reading import Reading
from reports.prose.numbers import COUNT
from reports.prose.quantities.arithmetic import number_text, plain

_OPENING = re.compile(
    r"^\W*(?:(?:out\s+)?of|among)\s+(?!these|those|them|which|whom|this|that)[^⟦,]{0,60}⟦c\d+⟧",
    re.I,
)
_OF_THEM = re.compile(r"\s*(?:of\s+(?:them|these|those|whom|which)\b)", re.I)
_OF_THESE = re.compile(r"^\W*(?:out\s+)?of\s+(?:these|those|them|this\s+\w+|that\s+\w+)\b", re.I)
# “The 1,642 plans are for 701 pupils …”: all of a group that was spoken of.
_ALL_OF_IT = re.compile(
    r"^[^⟦,;:]{0,60}?(?:\b(?:is|are|was|were|came|comes?|went|fell|falls?)\s+"
    r"(?:(?:made|split|spread|divided|shared|held|in|at|with|for|from|to|by|between)\b[^⟦,;:]{0,20})"
    r"|\b(?:comprise[sd]?|consist(?:s|ed)?\s+of|cover(?:s|ed)?|include[sd]?)\s+|[:–—]\s*|\bbeing\s+)"
    r"(?:the\s+)?$",
    re.I,
)
# What a list of parts has between them; another clause tells of another thing.
_BREAK = re.compile(r"[,;]|\b(?:and|with|while|but|or)\b", re.I)
_OTHER_CLAUSE = re.compile(
    r"[.:(]|\b(?:than|against|compared|from\s+⟦|to\s+⟦|which\s+(?:is|was)|so\s+that|because|includ\w+|"
    r"of\s+(?:whom|which|them|these|those)|up\s+to|more\s+than|both|each|every|again|also)\b",
    re.I,
)
# “One” is no number to the reading, and can be a part.
_ONES = re.compile(r"(?:[,;:]|\band)\s+(?:and\s+)?(?:one|a\s+single|another)\b(?!\s+of\b)", re.I)
_LABEL = re.compile(r"^\W*[A-Z][^⟦:.]{2,50}:\s+⟦c\d+⟧\W*$")
_TOTAL = re.compile(r"^\W*(?:total|in\s+all|all)\b", re.I)
_LEAST, _FEW, _PART = 3, 10, Fraction(1, 2)


def enumerations(reading: Reading) -> Iterator[Denial]:
    """Parts that a sentence enumerates come to their whole."""
    rows = statements(reading)
    for whole, parts in _labelled(rows):
        total = sum(x.value for x in parts)
        if total != whole.value and is_of_one_slip([x.value for x in parts], whole.value, COUNT):
            yield _denial(whole, parts, 0)
    for place, row in enumerate(rows):
        if "⟦p" in row.sentence.text or "⟦q" in row.sentence.text:
            continue
        counts = [x for x in row.counts if x.phrase.is_stock and not _is_known(x)]
        if (
            "(" in row.sentence.text
            or len(counts) + sum(map(_is_known, row.counts)) != len(row.counts)
            or len(counts) < 2
        ):
            continue
        for whole, parts in _divided(rows, place, counts):
            if denial := _denied(row, whole, parts):
                yield denial
                break


def _labelled(rows: Sequence[Statement]):
    """`Substantiated: 19. Unfounded: 14. Total: 33.`: (total, parts) of labels."""
    run = []
    for row in rows:
        item = row.counts[0] if len(row.counts) == 1 and _LABEL.match(row.sentence.text) else None
        if item is None or (run and run[-1].line is not item.line):
            run = [item] if item else []
        elif _TOTAL.match(row.sentence.text):
            if len(run) > 1:
                yield item, run
            run = []
        else:
            run.append(item)


def _divided(rows, place, counts: Sequence[Quantity]):
    """(whole, parts) of a sentence, as its words divide it."""
    text, first = rows[place].sentence.text, counts[0]
    if first.phrase.base is not None:
        whole = next((x for x in counts if x.phrase.mark == first.phrase.base), None)
        yield whole, [x for x in counts if x is not whole]
    elif _OPENING.match(text):
        yield first, counts[1:]
    elif _OF_THEM.match(text, first.phrase.end) or _OF_THESE.match(text):
        yield _spoken_of(rows, place), counts
    elif first.phrase.head and len(counts) > 2:
        between = text[first.phrase.end : counts[1].phrase.start]
        article = first.phrase.article in ("the", "all", "these", "those", "our")
        opens = between.rstrip().endswith((",", "–", "—")) and are_pair(counts[1:])
        if opens or (article and _ALL_OF_IT.match(between)) or between.rstrip().endswith(":"):
            yield first, counts[1:]


def _is_known(item: Quantity):
    """Whether a count names a few that were spoken of: “the two authorities”."""
    few = item.value < _FEW and item.phrase.role != REST
    return few and item.phrase.article in ("the", "these", "both", "our", "those")


def _spoken_of(rows, place):
    """The one count of the sentence right before."""
    for row in before(rows, place, 1):
        stocks = [x for x in row.counts if x.phrase.is_stock]
        bases = {x.phrase.base for x in row.quantities}
        stocks = [x for x in stocks if x.phrase.mark in bases] or stocks
        return stocks[0] if len(stocks) == 1 else None
    return None


def _denied(row: Statement, whole: Quantity | None, parts):
    """The denial of parts that are all of their whole by their words and not by their numbers."""
    if whole is None or not parts or whole.value <= max(x.value for x in parts):
        return None
    if any(x.phrase.base not in (None, whole.phrase.mark) for x in parts):
        return None
    start = max(whole.phrase.end, 0) if whole.order == row.order else 0
    start = start if start < parts[-1].phrase.start else parts[0].phrase.end
    text = row.sentence.text[min(start, parts[0].phrase.end) :]
    pieces = [
        row.sentence.text[one.phrase.end : other.phrase.start]
        for one, other in itertools.pairwise(parts)
    ]
    pieces[:1] = [_OF_THEM.sub("", x) for x in pieces[:1]]
    if not all(_BREAK.search(x) and not _OTHER_CLAUSE.search(x) for x in pieces):
        return None
    tail = _tail(row, parts[-1])
    heads = {"", whole.phrase.head}
    foreign = [x for x in parts[1:] if x.phrase.head not in heads and x.phrase.role != REST]
    if _OTHER_CLAUSE.search(tail) or (foreign and not are_pair(parts)):
        return None
    closed = is_residual(_told(parts[-1])) and len(parts) > 1
    closed = closed or are_opposed(parts)
    listed = len(parts) >= _LEAST
    more = len(_ONES.findall(text))
    gap = sum(x.value for x in parts) - whole.value
    # Where a sentence has come to its whole, what follows there is of something else.
    told = whole.value in accumulate(x.value for x in parts)
    if told or gap + more == 0 or not (closed or listed):
        return None
    typed = is_of_one_slip([x.value for x in parts], whole.value - more, COUNT)
    near = abs(gap) <= max(_LEAST, whole.value * _PART)
    if not near or not (typed or (closed and len(parts) > 2)):
        return None
    return _denial(whole, parts, more)


def _tail(row: Statement, part: Quantity):
    """What follows the last part up to a stop."""
    return re.split(r"[.;]", row.sentence.text[part.phrase.end :], maxsplit=1)[0]


def _told(part: Quantity):
    """What is said of a part: the words before and behind it, up to the next stop."""
    return f"{part.phrase.label} {part.phrase.clause}"


def _denial(whole: Quantity, parts, more: int):
    words = [*(plain(x.phrase.number) for x in parts), *("1" for _one in range(more))]
    total = sum(x.value for x in parts) + more
    gap = whole.value - total
    says = f"{' + '.join(words)} = {number_text(total)}, but the report gives "
    says += f"{plain(whole.phrase.number)} ({number_text(abs(gap))} "
    says += f"{'missing' if gap > 0 else 'too many'})."
    mend = "Put the wrong number right, or name the part that is missing."
    return Denial.of(parts[-1] if whole.order <= parts[0].order else whole, says, mend)

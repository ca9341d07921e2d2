"""All of some things, or none, against a count near of some that are not so."""

import re
from collections.abc import Iterator, Sequence

from reports.checks.reading import Reading
from reports.prose.content import roots
from reports.prose.quantities.opposites import STATES
from reports.quantities.discourse.members import EXCEPT, NEGATIVE, members, near_before
from reports.quantities.discourse.pairs import pair_of
from reports.quantities.model import Denial, Statement
from reports.quantities.passages import statements

_EVERY = re.compile(
    r"(?:^|[,;:(]\s*|\b(?:and|that|on\s+⟦d\d+⟧)\s+)\W*(?P<all>(?:every(?:\s+(?:single\s+)?one\s+of)?|each(?:\s+(?:one\s+)?of)?|all(?:\s+of)?|both(?:\s+of)?)"
    r"(?:\s+(?:the|these|those|our|its|their|them))?(?:\s+⟦c\d+⟧)?(?:\s+(?!(?:but|not)\b)[a-z’-]+){0,4}?)\s+"
    r"(?:was|were|is|are|had|has|have|got|received|met|took|came|went|held|did|reached|gave|carries|carried)\b(?P<what>[^⟦;:.]*(?:⟦[^c]\d+⟧[^⟦;:.]*)*)",
    re.I,
)
_NONE = re.compile(
    r"(?:^|[,;:(]\s*|\band\s+|\bwhile\s+|\b(?:of|with|for|by|in)\s+)\W*(?P<none>none(?:\s+of\s+(?:the|these|those|them)(?:\s+⟦c\d+⟧)?(?:\s+[a-z]+)?)?|nobody|no\s+one|not\s+(?:a\s+single\s+)?one|"
    r"no(?:\s+[a-z’-]+){1,3}?)\s+(?:was|were|is|are|had|has|have|did|took|waited|went|needed|ran|came|fell|got|lay)\b(?P<what>[^⟦;:.]*)",
    re.I,
)
_OF_OTHERS = re.compile(
    r"\b(?:out\s+of|other|another|different|further|more|fewer|less|than)\b", re.I
)
_GRADE = re.compile(r"\b(?:good|outstanding|adequate|inadequate|graded|judged|rated)\b", re.I)
_BACK = 4
_MEND = "Use the word, or the number, that the passage bears."


def exceptions(reading: Reading) -> Iterator[Denial]:
    """`All 14 were closed within 65 days; three ran beyond that limit.` `We visited 174 of the 181.
    None had not been visited.`"""
    rows = statements(reading)
    for place, row in enumerate(rows):
        near = near_before(rows, place, _BACK)
        yield from _some(row, near)
        yield from _none(row, near)


def _some(row: Statement, near: Sequence[Statement]) -> Iterator[Denial]:
    """A count of exceptions, behind a claim about all."""
    for source in (row, *(x for x in near[:1] if x.line is row.line)):
        match = _EVERY.search(source.sentence.text)
        if (
            match
            and source is not row
            and any(x.phrase.start > match.end("all") for x in source.counts)
        ):
            continue
        if not match or NEGATIVE.search(match["what"]) or EXCEPT.search(source.sentence.text):
            continue
        start = match.end("all") if source is row else 0
        later = [x for x in members(row) if x.item.phrase.start >= start]
        for member in later if len(later) == 1 else ():
            # A live figure is held against a claim about all by its own rule (`all-unlike-some`).
            is_live = row.line.entry_at(member.item.phrase.number.start) is not None
            if member.is_all or is_live or EXCEPT.search(row.sentence.text):
                continue
            if (
                not member.is_negative
                or _OF_OTHERS.search(row.sentence.text)
                or member.item.phrase.base is not None
            ):
                continue
            about = roots(match.group()) & roots(f"{row.sentence.text[start:]}")
            whole = next(
                (x for x in source.counts if match.start() <= x.phrase.start < match.end("all")),
                None,
            )
            same = member.kind == "" or (whole and member.kind == whole.phrase.head) or about
            if same and not (whole and member.value >= whole.value):
                says = f"The report has “{source.sentence.said(match['all']).strip()}” and then "
                says += f"{member.text} of which it is not so."
                yield Denial.of(member.item, says, _MEND)
                return


def _none(row: Statement, near: Sequence[Statement]) -> Iterator[Denial]:
    """A claim about none, behind a part of the same things."""
    match = _NONE.search(row.sentence.text)
    if (
        not match
        or EXCEPT.sub("", row.sentence.text) != row.sentence.text
        or not near
        or near[0].line is not row.line
    ):
        return
    part, predicate = _part(near), near[0].sentence.text
    if not part or NEGATIVE.search(predicate) or row.counts:
        return
    negative = NEGATIVE.search(match["what"])
    again = roots(match["what"]) & roots(predicate)
    opposed = not _GRADE.search(predicate) and STATES.sides(predicate, match["what"]) == -1
    if (negative and again) or opposed:
        claim = row.sentence.said(match.group()).strip()
        says = f"The report has {part} in the sentence before, and then “{claim}”."
        yield Denial(row.line, row.span, says, _MEND)


def _part(near: Sequence[Statement]) -> str:
    """The part of some things that the sentence before tells of, as written; empty if none."""
    if pair := pair_of(near[0], near[1:]):
        return pair.text
    alone = [x for x in near[0].counts if x.phrase.is_stock]
    is_part = len(alone) == 1 and alone[0].phrase.of and not alone[0].phrase.number.bound
    return f"{alone[0].phrase.number.words} {alone[0].phrase.clause}" if is_part else ""

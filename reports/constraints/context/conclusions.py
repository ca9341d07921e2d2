"""Shares that a sentence concludes from the numbers of the one before."""

import re
from collections.abc import Iterator, Sequence
from fractions import Fraction

from reports.constraints.context.shares_before import share_at
from reports.prose.quantities.arithmetic import number_text
from reports.quantities.model import Denial, Statement
from reports.quantities.repeats.roots import stems_in

_SO = r"(?:\s+(?:thus|therefore|so|then|accordingly|alone|together))?"
_MAKE = (
    r"(?:made(?:\s+up)?|make(?:s)?(?:\s+up)?|account(?:s|ed)?\s+for|form(?:s|ed)?|"
    r"represent(?:s|ed)?|supplied|supply|gave|sent|were|are)"
)
_SUBJECT = re.compile(
    rf"^\W*(?:so\s+|thus\s+|therefore\s+)?(?:the\s+)?(?P<subject>[a-z][^⟦.;:,]{{2,40}}?){_SO}\s+{_MAKE}\s+(?:only\s+|just\s+)?",
    re.I,
)
_OF_THE = re.compile(r"^\W*\s*of\s+(?:the|those|these|all|our)\s+(?P<whole>[^⟦.;:,]{3,40})", re.I)
_SIDE = re.compile(r"\b(?:not|no|except|than|last|previous\w*|target|England)\b", re.I)
_MEND = "Put the wrong number right."
_FEW = 2


def conclusions(row: Statement, earlier: Sequence[Statement]) -> Iterator[Denial]:
    """The shares of a sentence that the numbers of the one before deny."""
    if earlier and earlier[0].section == row.section:
        yield from _share_of_subject(row, earlier[0])


def _share_of_subject(row: Statement, other: Statement) -> Iterator[Denial]:
    """`60 of 240 came from schools. Schools thus made a quarter of the referrals`."""
    text = row.sentence.text
    match = _SUBJECT.match(text)
    if not match or row.counts or _SIDE.search(text):
        return
    claim, end = share_at(row, match.end())
    whole = _OF_THE.match(text[end:]) if claim else None
    pair = _part_and_whole(other, stems_in(match["subject"]), whole) if whole else None
    if pair is None:
        return
    part, base = pair
    share = Fraction(part.value) / base.value
    if claim.denies(share):
        says = f"{part.phrase.number.words} of {base.phrase.number.words} is "
        says += f"{number_text(share * 100, 1)}%, but the report has “{claim.words}”."
        yield Denial(row.line, claim.number or row.span, says, _MEND)


def _part_and_whole(other: Statement, subject, whole):
    """The (part, whole) of a sentence with two counts, of which the part is the subject's."""
    if len(other.counts) != _FEW:
        return None
    base, part = sorted(other.counts, key=lambda item: item.value, reverse=True)
    behind = other.sentence.said(other.sentence.text[part.phrase.end :])
    own = bool(subject) and subject <= stems_in(behind)
    same = stems_in(whole["whole"]) & stems_in(f"{' '.join(base.phrase.noun)} {base.phrase.label}")
    return (part, base) if own and same and base.value > part.value else None

"""A share that is concluded from the two counts of the sentence before: `Put as a percentage`,
`So 94% of families`, `Two thirds did so`."""

import re
from collections.abc import Iterator, Sequence
from fractions import Fraction

from reports.prose.asides import AIMS, EARLIER_TIMES, OTHER_AREAS
from reports.prose.numbers import PERCENT
from reports.prose.quantities.arithmetic import WRONG, number_text, verdict
from reports.prose.quantities.claims import CLAIM, claim_of
from reports.quantities.model import Denial, Quantity, Statement
from reports.quantities.roles import CHANGE, TARGET

_OPENS = re.compile(
    r"^\W*(?:so|thus|hence|therefore|accordingly|(?:that|this|it|which)\s+(?:is|was|means|makes|gives|comes\s+to|came\s+to|amounts\s+to|"
    r"represents)|in\s+other\s+words|(?:put|expressed|stated|given)?\s*as\s+a\s+(?:percentage|share|proportion|rate)|"
    r"in\s+percentage\s+terms|in\s+per\s+cent)\b",
    re.I,
)
_DID_SO = re.compile(
    r"\s+(?:of\s+(?:them|these|those)\s+)?(?:did|do|had|were|was|have|are)(?:\s+so)?\W*$", re.I
)
_OTHERS = re.compile(
    rf"\b(?:{OTHER_AREAS}|{AIMS}|{EARLIER_TIMES}|than|against|compared|up|down|rose|fell|"
    r"increase\w*|decrease\w*|last|before|not|without|other|others|rest|remaining|"
    r"late|missed|of\s+(?:which|whom))\b",
    re.I,
)
_PAIR, _NEAR, _FEWEST = 2, Fraction(3, 2), 5
_MEND = "Correct the share, or state its population."


def shares_concluded(row: Statement, earlier: Sequence[Statement]) -> Iterator[Denial]:
    """`Of 2,315 applicants 2,061 had their first choice. As a share, 93% had it.`"""
    near = earlier[0] if earlier and earlier[0].section == row.section else None
    pair = _pair(near) if near else None
    if not pair or _OTHERS.search(row.sentence.text):
        return
    part, whole = pair
    share = Fraction(part.value) / whole.value
    shares = [x for x in row.quantities if x.phrase.number.kind == PERCENT]
    words = CLAIM.search(row.sentence.text)
    says = f"{part.phrase.number.words} of {whole.phrase.number.words} is "
    says += f"{number_text(share * 100, 1)}%, but the report gives "
    if len(shares) == len(row.quantities) == 1 and _OPENS.match(row.sentence.text):
        item = shares[0]
        ways = [share * 100, 100 - share * 100]
        plain = item.phrase.role not in (CHANGE, TARGET) and not item.phrase.number.bound
        near_by = share * 100 / _NEAR <= item.value <= share * 100 * _NEAR
        if plain and near_by and all(verdict(item.phrase.number, x, x) == WRONG for x in ways):
            yield Denial.of(item, f"{says}{item.phrase.number.words}.", _MEND)
    elif words and not row.quantities and not row.sentence.text[: words.start()].strip():
        claim = claim_of(words) if words["fraction"] else None
        if claim and _DID_SO.match(row.sentence.text, words.end()) and claim.is_denied(share):
            yield Denial(row.line, row.span, f"{says}“{claim.word}”.", _MEND)


def _pair(row: Statement) -> tuple[Quantity, Quantity] | None:
    """The smaller and the larger of the only two counts of a sentence, of which one is of the
    other, or names nothing else."""
    counts = [x for x in row.counts if x.phrase.is_stock and not x.phrase.number.places]
    others = [x for x in row.quantities if x not in counts]
    if len(counts) != _PAIR or others or _OTHERS.search(row.sentence.text):
        return None
    part, whole = sorted(counts, key=lambda x: x.value)
    phrase = part.phrase
    based = phrase.base == whole.phrase.mark or phrase.anaphor or phrase.of
    alike = based or phrase.head in ("", whole.phrase.head)
    return (part, whole) if alike and _FEWEST < part.value < whole.value else None

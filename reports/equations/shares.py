"""The share by which a number changed, claimed elsewhere than next to the two numbers."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from fractions import Fraction
from itertools import permutations

from reports.equations.links import is_linked, is_of_another, opens_new_subject
from reports.equations.terms import Term
from reports.prose.marks import MARK
from reports.prose.numbers import COUNT, MONEY, PERCENT
from reports.prose.quantities.arithmetic import Change, number_text, wrong_amount
from reports.prose.quantities.claims import CLAIM
from reports.quantities.derivation.claimed_shares import ClaimedShare
from reports.quantities.model import Denial, Statement

_DOWN = r"fell|fallen|dropped|reduced|declined|decreased|shrank|shrunk|cut|down"
_UP = r"rose|risen|grew|grown|increased|climbed|up"
_SO = r"(?:\s+(?:therefore|thus|accordingly|consequently|hence))?"
_NOUNS = (
    r"(?:(?P<down>fall|drop|reduction|decrease|decline|loss|saving|cut|shortfall)|"
    r"(?P<up>rise|growth|increase|gain))"
)
_BEFORE = (
    re.compile(
        rf"\b{_NOUNS}(?:,|,?{_SO}\s+(?:of|is|was|amounts\s+to|amounted\s+to)){_SO}\s+$", re.I
    ),
    re.compile(rf"\b(?:(?P<down>{_DOWN})|(?P<up>{_UP})){_SO}\s+by\s+$", re.I),
)
_BEHIND = re.compile(r"\s+(?:(?P<down>fewer|less|lower|down)|(?P<up>more|higher|up))\b", re.I)
_OF_THEN = re.compile(r"[^.;,⟦]{0,12}\bin\s+⟦d", re.I)
# “At that pace it would take nearly three quarters more”: of a year.
_TAKES = re.compile(
    r"\b(?:takes?|took|taken|lasts?|lasted|needs?|needed|for|wait(?:s|ed)?)\s+(?:[a-z]+\s+){0,2}$",
    re.I,
)
_REACH, _MOST = 60, 16
_MEND = "Put the share or the wrong number right."


@dataclass(frozen=True)
class ShareOfChange:
    """A share by which something is claimed to have gone up or down, and its place."""

    claim: ClaimedShare
    is_down: bool
    span: tuple[int, int]


def shares_of_change(row: Statement) -> Iterator[ShareOfChange]:
    """The shares of a sentence by which something went up or down."""
    text = row.sentence.text
    for match in (*CLAIM.finditer(text), *MARK.finditer(text)):
        claim = _claim(row, match)
        lead = text[max(0, match.start() - _REACH) : match.start()]
        leads = (pattern.search(f"{lead.rstrip()} ") for pattern in _BEFORE)
        word = _BEHIND.match(text, match.end()) or next(filter(None, leads), None)
        if claim and word and not (claim.number is None and _TAKES.search(lead)):
            yield ShareOfChange(claim, bool(word["down"]), match.span())


def _claim(row: Statement, match: re.Match) -> ClaimedShare | None:
    if CLAIM.made(match):
        return ClaimedShare.of_words(match) if match["fraction"] else None
    number = row.sentence.thing(match[2])
    return ClaimedShare.of_number(number) if match[1] == "p" and not number.bound else None


def denied_share(
    passage: Sequence[Statement], share: ShareOfChange, every: Sequence[Term]
) -> Iterator[Denial]:
    """The denial of a share by the one pair of numbers that it is of, in the fewest sentences that
    have a pair, where no two numbers of the paragraph have it."""
    others = [x for x in every if x.unit == PERCENT and x.number is not share.claim.number]
    points = any(share.claim.number is x.number and x.is_points for x in every)
    # A second share of one passage is of something else.
    if points or any(x.row in passage for x in others) or is_of_another(passage, share.span[1]):
        return
    for many in range(1, len(passage) + 1):
        rows = passage[-many:]
        pair = [x for x in every if x.row in rows and _is_level(x)]
        if len(pair) > 1:
            # “From 34 to 68. It was a third more in 2018.”
            row = rows[-1]
            then = pair[-1].row is not row and _OF_THEN.match(row.sentence.text, share.span[1])
            if _are_alike(pair) and is_linked(rows) and not (then or _is_borne(share, every)):
                yield from _denials(row, share, pair)
            return


def _is_level(term: Term) -> bool:
    return term.is_operand and term.value > 0 and not term.is_change and term.unit in (COUNT, MONEY)


def _are_alike(pair: Sequence[Term]) -> bool:
    exact = not any(x.number.bound for x in pair)
    heads = {x.head for x in pair} - {""}
    return exact and len(pair) == 2 and len({x.unit for x in pair}) == 1 and len(heads) < 2


def _denials(row: Statement, share: ShareOfChange, pair: Sequence[Term]) -> Iterator[Denial]:
    base, other = sorted(pair, key=lambda x: -x.value if share.is_down else x.value)
    number, text = share.claim.number, row.sentence.text
    change = Change(base.number, other.number, 0, "")
    rounded = number and not wrong_amount(change, number)
    last = max((x.end for x in pair if x.row is row), default=0)
    if rounded or opens_new_subject(text[last : share.span[0]]):
        return
    part = abs(other.value - base.value) * 100 / base.value
    says = f"From {base.number.words} to {other.number.words} is a change of "
    says += f"{number_text(part, 1)}%, but the report gives “{share.claim.words}”."
    yield Denial(row.line, number or row.span, says, _MEND)


def _is_borne(share: ShareOfChange, every: Sequence[Term]) -> bool:
    """True if any two numbers alike have a share, as a change that way or as a part."""
    for first, last in permutations([x for x in every if x.value][:_MOST], 2):
        is_way = (first.value > last.value) == share.is_down
        change, part = abs(first.value - last.value) / first.value, first.value / last.value
        shares = [part, change] if is_way else [part]
        if first.unit == last.unit and not all(map(share.claim.denies, map(Fraction, shares))):
            return True
    return False

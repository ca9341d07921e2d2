"""A share of a whole as a sentence claims it: a per cent, or words for a part."""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from fractions import Fraction

from reports.prose.numbers import Number
from reports.prose.quantities.arithmetic import WRONG, verdict
from reports.prose.quantities.claims import Claim, claim_of
from reports.quantities.derivation.slips import is_within

# What differs more often than so from a claim was not meant.
_TIMES = 3


@dataclass(frozen=True)
class ClaimedShare:
    """The words of a share, with its per cent or else what they allow."""

    words: str
    number: Number | None = None
    claim: Claim | None = None

    @classmethod
    def of_number(cls, number: Number) -> "ClaimedShare":
        """The share that a per cent states."""
        return cls(number.words, number=number)

    @classmethod
    def of_words(cls, match: re.Match) -> "ClaimedShare | None":
        """The share that words demand, or None where they demand nothing that can be tried."""
        claim = claim_of(match)
        return cls(match.group().strip(), claim=claim) if claim else None

    @property
    def middle(self) -> Fraction:
        """The share that is meant, or the middle of those that are allowed."""
        if self.number:
            return self.number.value / 100
        return (self.claim.least + self.claim.most) / 2

    @property
    def bound(self) -> Fraction:
        """The share that is meant; of “under half” or “most” the one end that they have."""
        if self.claim and (self.claim.least == 0 or self.claim.most == 1):
            return self.claim.most if self.claim.least == 0 else self.claim.least
        return self.middle

    def denies(self, share: Fraction) -> bool:
        """True if a share is another than the one claimed."""
        if self.claim:
            return self.claim.is_denied(share)
        return verdict(self.number, share * 100, share * 100) == WRONG

    def missed(self, shares: Iterable[Fraction]) -> Fraction | None:
        """The nearest of the `shares` that may be meant, where the claim is none of them; None
        where it is one, or near to none."""
        shares = list(shares)
        near = [x for x in shares if is_within(self.bound, x, _TIMES)]
        if not near or not all(map(self.denies, shares)):
            return None
        return min(near, key=lambda share: abs(share - self.bound))

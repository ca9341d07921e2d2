"""What an item of the list of real errors is, and where it is found."""

from dataclasses import dataclass
from datetime import date


@dataclass(frozen=True)
class Place:
    """Where a rule finds the error: a paper of the fixtures and an anchor in it. `says` stands in
    what the rule says, where it finds more than one thing there; `beside` names what must be known
    beside the paper, `mended` what is known beside the corrected one, where that is something else.
    """

    paper: str
    where: str
    rule: str
    says: str = ""
    beside: str = ""
    mended: str = ""

    @property
    def beside_corrected(self) -> str:
        """What is known beside the corrected paper."""
        return self.mended or self.beside


@dataclass(frozen=True)
class Quiet:
    """Words of a paper that are right: nothing above advice is found in their sentence."""

    paper: str
    words: str


@dataclass(frozen=True)
class Promised:
    """A promise that a paper makes at an anchor, to be kept by a day."""

    paper: str
    where: str
    due: date


@dataclass(frozen=True)
class Item:
    """An error that real papers had. `number` is that of the list; `asks` what a reader must be
    told; `waits` what it still waits for, in words, where it is not found or not everywhere."""

    number: str
    asks: str
    places: tuple[Place, ...] = ()
    quiet: tuple[Quiet, ...] = ()
    kept: tuple[Promised, ...] = ()
    waits: str = ""


def places(
    paper: str, rule: str, *wheres: str, beside: str = "", mended: str = ""
) -> tuple[Place, ...]:
    """The places of one rule in one paper; `where: words` names words of what it says."""
    rows = (one.partition(": ") for one in wheres)
    return tuple(Place(paper, where, rule, says, beside, mended) for where, _colon, says in rows)


def kept(paper: str, where: str, due: str) -> tuple[Promised, ...]:
    """One promise, by the day on which it falls due."""
    return (Promised(paper, where, date.fromisoformat(due)),)

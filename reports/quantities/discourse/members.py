"""The counts of a sentence as all of a group, a part of it or its rest, each with its clause, and
with the denial in it.

The same reading serves every constraint over passages, whatever words the passage is made of.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from reports.prose.quantities.phrases import PEOPLE
from reports.quantities.grammar import REST, TOTAL
from reports.quantities.model import Quantity, Statement
from reports.quantities.nouns import PLAIN

# Words by which a clause says that something is not as it should be, or lies beyond a limit.
NEGATIVE = re.compile(
    r"\b(?:not|n[’']t|cannot|no|never|none|without|nor|neither|fail\w*|missed|missing|late|later|longer|overdue|"
    r"lapsed?|expired|out\s+of\s+date|outside|beyond|exceed\w*|overran|ran\s+over|short|slipp\w+|lost|lack\w*|refus\w+|"
    r"declin\w+|reject\w*|dismiss\w*|absent|vacant|empty|unfilled|outstanding|waiting|await\w*|unable|"
    r"un(?:happy|told|seen|visited|done|met|answered|signed|checked|trained|allocated|finished|filled)|"
    r"gaps?|incomplete|breach\w*|delay\w*|disagreed|disput\w+|stood\s+(?:down|empty)|worse|behind)\b",
    re.I,
)
# What takes some out of all, or speaks of another time.
EXCEPT = re.compile(
    r"\b(?:but|bar|except\w*|other\s+than|apart|save|although|though|however|unless|yet|initially|at\s+first|previous\w*|"
    r"earlier|last\s+(?:year|time|quarter)|a\s+year\s+(?:ago|before)|the\s+year\s+before|since|before|had\s+been|"
    r"now|later\s+on|eventually|then|target|aim\w*|should|must|will|would|if|until|by\s+\d|planned|expect\w*)\b",
    re.I,
)
ALL = re.compile(
    r"\b(?:all(?:\s+of)?(?:\s+(?:the|these|those|our|its|their))?|each\s+(?:and\s+every\s+one\s+)?of\s+(?:the|these|those|our|its|their)|"
    r"every(?:\s+(?:single\s+)?one)?\s+of\s+(?:the|these|those|our|its|their)|any\s+of\s+(?:the|these|those|our)|"
    r"none\s+of\s+(?:the|these|those|our)|not\s+one\s+of\s+(?:the|these|those|our))\s+(?:[a-z-]+\s+)?$",
    re.I,
)
_STOP = re.compile(
    r"[;:()]|\.\s|,\s+(?:and|but|while|which|who|so)\b|\b(?:and|but|while|whilst|whereas)\b|⟦[cm]"
)


@dataclass(frozen=True, eq=False)
class Member:
    """A count with the clause behind it (`clause`, up to the next count or clause), and whether it
    is that of all of a group (`is_all`)."""

    item: Quantity
    clause: str
    is_all: bool

    @property
    def value(self):
        """Its exact value."""
        return self.item.value

    @property
    def text(self) -> str:
        """It as it was written."""
        return self.item.phrase.number.words

    @property
    def is_negative(self) -> bool:
        """True if its clause denies something."""
        return bool(NEGATIVE.search(self.clause))

    @property
    def kind(self) -> str:
        """The stem of what it counts; one for all people, nothing where that is left out."""
        head = self.item.phrase.head
        if head in PLAIN:
            return ""
        return "person" if head and PEOPLE.search(head) else head


def members(row: Statement) -> tuple[Member, ...]:
    """The exact counts of a sentence that can be parts or wholes, in order."""
    text, made = row.sentence.text, []
    for item in row.counts:
        phrase = item.phrase
        ahead = text[max(0, phrase.start - 60) : phrase.start]
        is_all = bool(ALL.search(ahead))
        if not (is_all or phrase.role in (TOTAL, REST)) or phrase.number.places:
            continue
        stop = _STOP.search(text, phrase.end)
        clause = text[phrase.end : stop.start() if stop else len(text)]
        made.append(Member(item, clause, is_all))
    return tuple(made)


def near_before(rows: Sequence[Statement], place: int, many: int) -> list[Statement]:
    """Up to so many sentences before one in its section, the nearest first."""
    near = rows[max(0, place - many) : place]
    return [row for row in reversed(near) if row.section == rows[place].section]

"""What opens a publication beside its own words, as values that are frozen with it."""

from dataclasses import dataclass

OVERDUE, OPEN = "Overdue", "Open"
USUAL_COLOUR = "#0b4f54"


@dataclass(frozen=True)
class CommitmentEntry:
    """A commitment as the report leaves it: its state, who made it, until when, and where the
    report mentions it (`anchor`, and `place` in words), both empty where it does not. `slug` finds
    its record again."""

    state: str
    what: str
    who: str = ""
    due: str = ""
    anchor: str = ""
    place: str = ""
    slug: str = ""


@dataclass(frozen=True)
class Brand:
    """A council's mark (a `data:` address, with its text alternative), its colour (`#rrggbb`), and
    whether a cover page is wanted."""

    colour: str = USUAL_COLOUR
    mark: str = ""
    alt: str = ""
    cover: bool = False


@dataclass(frozen=True)
class Front:
    """What the front of a report prints: the month of the report, the anchor of the section that
    asks something of members, the commitments, the brand, and when the next report of its series is
    expected; each empty where there is none."""

    month: str = ""
    asking: str = ""
    commitments: tuple[CommitmentEntry, ...] = ()
    brand: Brand | None = None
    next_report: str = ""


KINDS = (CommitmentEntry, Brand, Front)
# Came later: left out while it is empty, so that what was approved before keeps its digest.
LATER = {"CommitmentEntry": ("slug",), "Entry": ("description",), "Front": ("next_report",)}

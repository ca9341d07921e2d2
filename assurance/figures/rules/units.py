"""The fixed kinds of a figure: its timing, its unit, why it has no number, and its origin."""

from collections.abc import Iterable
from enum import StrEnum


class Timing(StrEnum):
    """A stock at the end of a date, or a flow over a period or over one month."""

    AT = "at a date"
    IN = "in a period"
    MONTH = "in a month"


class Unit(StrEnum):
    """One of the counted things; only people are disclosure-controlled."""

    CHILDREN = "children"
    PEOPLE = "people"
    AUDITS = "audits"
    ROUNDS = "audit rounds"
    POSTS = "posts"
    FINDINGS = "findings"
    ACTIONS = "actions"
    BREACHES = "breaches"
    CHECKS = "DBS checks"
    POUNDS = "pounds"
    PER_CENT = "per cent"
    DEVELOPMENTS = "developments"
    DOCUMENTS = "documents"
    EVENTS = "events"
    RISKS = "risks"
    SETTINGS = "settings"
    COUNCILS = "councils"
    TEAMS = "teams"
    MEASURED = "as the measure defines"
    # A figure holds whole numbers: what has decimals is counted in parts of its unit.
    HUNDREDTHS = "hundredths"
    PENCE = "pence"
    HUNDREDTHS_OF_A_PER_CENT = "hundredths of a per cent"
    # What a source states as a bound: more, or less, than so many.
    MORE_THAN = "more than"
    OVER_TENTHS_OF_A_PER_CENT = "over tenths of a per cent"
    UNDER_TENTHS_OF_A_PER_CENT = "under tenths of a per cent"

    @property
    def of_people(self):
        """True if a small count of it could point at a person."""
        return self in (Unit.CHILDREN, Unit.PEOPLE)


class Mark(StrEnum):
    """Why a value has no number."""

    SHOWN = ""
    NOT_RETURNED = "not returned"
    WITHHELD = "withheld"


class Origin(StrEnum):
    """How a value came to be recorded: counted from records, entered by a person with its source
    (whole or in part), or published by others."""

    COUNTED = ""
    ENTERED = "entered"
    PARTLY = "partly entered"
    PUBLISHED = "published"

    @classmethod
    def of_total(cls, is_entered: bool) -> "Origin":
        """That of a total, which was counted unless it was entered."""
        return cls.ENTERED if is_entered else cls.COUNTED

    @classmethod
    def of_parts(cls, parts: Iterable["Origin"]) -> "Origin":
        """That of a number which is calculated from `parts`."""
        known = set(parts)
        if len(known) < 2:
            return known.pop() if known else cls.COUNTED
        return cls.PARTLY if known & {cls.ENTERED, cls.PARTLY} else cls.PUBLISHED


# The units whose name for one is not theirs without its “s”.
_OF_ONE = {Unit.CHILDREN: "child", Unit.PEOPLE: "person", Unit.BREACHES: "breach"}


def unit_noun(unit: str, number: float) -> str:
    """The noun of so many of a `unit`: “finding” of one, “findings” of any other number."""
    return _OF_ONE.get(unit, unit.removesuffix("s")) if number == 1 else unit

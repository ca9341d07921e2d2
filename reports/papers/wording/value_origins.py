"""The source and the rule of a value in words: one that was entered as a total was counted by no
rule here."""

from assurance.figures.figure import Figure, Value
from assurance.figures.rules.units import Origin

ENTERED_SOURCE = "entered as a total; source: {}"
ENTERED_RULE = "The total is as its source counted it: no rule was applied to it here."
PARTLY_RULE = "A total that was entered is as its source counted it."


def is_entered_total(figure: Figure, value: Value) -> bool:
    """True if `value` was entered as a total where `figure` is else counted from records."""
    return value.origin == Origin.ENTERED and figure.origin == Origin.COUNTED


def source_of(figure: Figure, value: Value) -> str:
    """Where the value is from, and that it was entered as a total where that is so."""
    if is_entered_total(figure, value) and not value.source.startswith("entered"):
        return ENTERED_SOURCE.format(value.source)
    return value.source


def rule_of(figure: Figure, value: Value) -> str:
    """The rule by which the value was counted, or that its source counted it."""
    if is_entered_total(figure, value):
        return ENTERED_RULE
    is_part = value.origin == Origin.PARTLY and figure.origin == Origin.COUNTED
    return f"{figure.rule} {PARTLY_RULE}" if is_part else figure.rule

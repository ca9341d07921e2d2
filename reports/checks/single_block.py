"""Which rules can be asked of one block while it is written: those that read no other block."""

from reports.checks.registry import RULES
from reports.checks.rule import Rule

# These weigh a block against the rest of its paper, or the paper as a whole.
OF_THE_WHOLE = (
    *("abbreviation-unexplained", "abbreviation-late", "abbreviation-unused"),
    *("abbreviation-unlisted", "abbreviation-twice", "abbreviation-two-forms", "two-spellings"),
    *("two-values", "stated-recommendations", "growth-without-numbers", "scope-changed"),
    *("unlike-earlier-paper", "carried-date", "figure-outside-period"),
    *("abbreviation-unlike-glossary", "rest-unnamed"),
    "reply-late",
)
OF_A_BLOCK = ("items-in-order", "link-says-nothing", "bare-address", "table-without-words")
WHOLE_FAMILIES = ("structure", "assurance")


def asked_of_a_block() -> tuple[Rule, ...]:
    """The rules that one block can be read by."""
    return tuple(
        rule
        for rule in RULES
        if rule.key in OF_A_BLOCK
        or (rule.family not in WHOLE_FAMILIES and rule.key not in OF_THE_WHOLE)
    )

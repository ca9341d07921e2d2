"""Sections that were asked of somebody and are not in the paper yet."""

from reports.checks.rule import Fault, Mend, Rule, Severity

FAMILY = "assurance"
_MEND = "Accept what was handed in, withdraw it, or say why the paper goes without."


def not_accepted(_reading, known):
    """A fault for each section that is asked of somebody and neither accepted nor withdrawn."""
    for one in known.asked:
        how = "was handed in and nobody has looked at it" if one.is_handed_in else "is not in yet"
        says = f"“{one.title}” was asked of {one.who} by {one.due} and {how}."
        yield Fault("", "the paper", says, block=one.block, mend=Mend(_MEND))


RULES = (
    Rule(
        "asked-not-accepted",
        FAMILY,
        Severity.WARNING,
        "What somebody was asked to write has been accepted or withdrawn before a paper is sent.",
        not_accepted,
        "features on several officers who contribute",
    ),
)

"""Sections that were asked of somebody and are not in the paper yet."""

from reports.checks.rule import Fault, Mend, Rule, Severity

FAMILY = "assurance"
_MEND = "Accept what was handed in, withdraw it, or say why the paper goes without."


def not_accepted(_reading, known):
    """A fault for each section that is asked of somebody and neither accepted nor withdrawn."""
    for item in known.asked:
        how = "was handed in and nobody has looked at it" if item.is_handed_in else "is not in yet"
        says = f"“{item.title}” was asked of {item.who} by {item.due} and {how}."
        yield Fault("", "the paper", says, block=item.block, mend=Mend(_MEND))


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

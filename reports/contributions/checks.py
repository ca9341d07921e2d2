"""Sections that were asked of somebody and are not in the paper yet."""

from dataclasses import dataclass

from assurance.runtime.periods import say_day
from reports.checks.rule import Fault, Mend, Severity, rule
from reports.papers.models.contributions import ContributionRequest
from reports.papers.models.papers import Paper

OPEN = "contributions"
_MEND = "Accept the contribution, withdraw it, or enter why the report goes without it."


@dataclass(frozen=True)
class OpenContribution:
    """A section asked of somebody: `block` is empty for a whole part."""

    title: str
    who: str
    due: str
    block: str = ""
    is_handed_in: bool = False


@rule(
    "asked-not-accepted",
    Severity.WARNING,
    "features on several officers who contribute",
    family="assurance",
)
def not_accepted(_reading, known):
    """Each contribution that was asked for is accepted or withdrawn before a report is sent."""
    for item in known.joined.get(OPEN, ()):
        says = f"“{item.title}” was asked of {item.who} by {item.due} and is not in yet."
        if item.is_handed_in:
            asked = f"“{item.title}”, asked of {item.who} by {item.due},"
            says = f"{asked} was handed in. No one has looked at it yet."
        yield Fault("", "the report", says, block=item.block, mend=Mend(_MEND))


def open_contributions(paper: Paper) -> tuple[OpenContribution, ...]:
    """What is asked of somebody for `paper` and neither accepted nor withdrawn."""
    rows = ContributionRequest.objects.open().filter(paper=paper.pk).select_related("asked_of")
    return tuple(
        OpenContribution(row.title, row.who, say_day(row.due_on), row.slug, row.state == row.HANDED)
        for row in rows
    )

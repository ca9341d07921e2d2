"""What contributions join to earlier apps."""

from reports.checks import registry
from reports.checks.paper import context
from reports.contributions import checks


def register() -> None:
    """Joins the rule over what is asked of others, and what is open, to the checks of a paper."""
    registry.join(checks)
    context.join(checks.OPEN, checks.open_contributions)

"""What contributions join to earlier apps."""

from reports.checks.rule import JOINED
from reports.contributions import checks, next_requests
from reports.editor.carry_forward import writers
from reports.verdicts.paper import context


def register() -> None:
    """Joins the rule over what is asked of others, and what is open, to the checks of a paper; and
    who wrote last time to the start of the next report."""
    JOINED.append(checks)
    context.join(checks.OPEN, checks.open_contributions)
    writers.join(writers.LastWriters(next_requests.summary, next_requests.request))

"""The people of the last report, asked for the same sections of the next."""

from datetime import date

from reports.contributions.operations.requests import ask_for_section
from reports.contributions.reminders import send_waiting
from reports.contributions.sections import BLOCK, PART, askable, asked_for, last_time
from reports.papers.manuscript import read
from reports.papers.models.contributions import ContributionRequest
from reports.papers.models.papers import Paper


def summary(before: Paper) -> str:
    """Who wrote which section of `before`: `Team Manager (What was done)`; an empty text where
    nobody else wrote."""
    return ", ".join(f"{row.who} ({row.title})" for row in _written(_of(before)))


def request(*, paper: Paper, due_on: date, by, on: date) -> None:
    """Asks for each section that others wrote in the report before `paper` and that stands in it,
    of the same person, who is told by e-mail; whose account has ended is not asked."""
    manuscript = read(paper)
    offered = {value for value, _ in askable(manuscript)}
    for row in _written(last_time(paper)):
        value = f"{BLOCK}:{row.slug}" if row.slug else f"{PART}:{row.part}"
        if value not in offered or (row.asked_of and not row.asked_of.is_active):
            continue
        section = ask_for_section(
            paper=paper,
            wanted=asked_for(manuscript, value),
            asked_of=row.asked_of,
            name=row.name,
            email=row.email,
            due_on=due_on,
            by=by,
            on=on,
        )
        send_waiting(section, by=by, on=on)


def _of(paper):
    rows = ContributionRequest.objects.with_names().of_paper(paper)
    return rows.exclude(state=ContributionRequest.WITHDRAWN)


def _written(rows):
    """The last request of each section and person."""
    return {(row.part, row.slug, row.who): row for row in rows}.values()

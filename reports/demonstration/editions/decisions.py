"""What the committee decided on the reports, recorded by the clerk on the day of its meeting."""

from datetime import date

from reports.demonstration import texts
from reports.demonstration.council import FoundedCouncil
from reports.editor.operations import commitments
from reports.papers.models.papers import Paper
from reports.papers.models.recommendations import Recommendation


def meeting_day(slug: str) -> date | None:
    """The day on which the report of that slug was decided on; None where it has not been yet."""
    value = texts.read("decisions").get(slug)
    return date.fromisoformat(value["on"]) if value else None


def record(founded: FoundedCouncil, paper: Paper, on: date) -> Paper:
    """The report with each of its recommendations decided. Raises `KeyError` at one that the file
    leaves out."""
    value = texts.read("decisions")[paper.slug]
    rows = []
    for item in Recommendation.objects.filter(paper=paper).order_by("pk"):
        decision, amended = value["decisions"][item.block]
        fields = {"decision": decision, "amended": amended, "minute": value["minute"]}
        rows.append((item.pk, item.version, {**fields, "decided_on": on}))
    by = founded.accounts["clerk"]
    return commitments.record_decisions(paper=paper, rows=rows, by=by, on=on)

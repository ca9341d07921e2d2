"""What the demonstration's reports promise: each sentence kept as a commitment, or found to be
none, on the day on which its report is written."""

from collections.abc import Iterator
from datetime import date

from reports.demonstration import texts
from reports.demonstration.council import FoundedCouncil
from reports.editor.operations import commitments
from reports.language.rules import due_dates
from reports.papers.commitment_sentences import digest_of
from reports.papers.models.papers import Paper


def keep(founded: FoundedCouncil, paper: Paper, on: date) -> Paper:
    """The report once the clerk has gone through its promises."""
    rows = list(_rows(texts.read("promises").get(paper.slug, ())))
    if rows:
        by = founded.accounts["clerk"]
        commitments.keep_commitments(paper=paper, rows=rows, by=by, on=on)
    return paper


def _rows(entries) -> Iterator[dict]:
    for entry in map(texts.dated, entries):
        own = {"who": "", "due_to": due_dates.DAY, "due_on": None, **entry}
        if "what" not in entry:
            own |= {"what": entry["sentence"], "state": due_dates.REFUSED}
        yield {**own, "digest": digest_of(entry["sentence"])}

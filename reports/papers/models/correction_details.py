"""What a correction calls and dates its report: kept apart, since the published edition stands and
readers find it by what the paper says of itself."""

from collections.abc import Mapping
from copy import copy
from datetime import date

from reports.papers.models.papers import Paper

# What readers have of a paper besides what was frozen.
OF_READERS = ("title", "period_start", "period_end", "paper_date", "meeting_id")
SETTLED = (*OF_READERS, "correction_details")


def corrected(paper: Paper) -> Paper:
    """The paper with what its correction calls and dates it: a copy, which nothing saves; itself
    where there is nothing of the kind."""
    made = copy(paper) if paper.correction_details else paper
    for name, value in paper.correction_details.items():
        setattr(made, name, Paper._meta.get_field(name).to_python(value))
    return made


def change(paper: Paper, details: Mapping[str, object]) -> None:
    """Gives `paper`, unsaved, its `details`; those that readers have apart, in a correction."""
    apart = OF_READERS if paper.corrects is not None else ()
    kept = {
        name: value.isoformat() if isinstance(value, date) else value
        for name, value in details.items()
        if name in apart
    }
    paper.correction_details = {**paper.correction_details, **kept}
    for name in details.keys() - kept.keys():
        setattr(paper, name, details[name])


def settle(paper: Paper) -> None:
    """Gives readers of `paper`, unsaved, what its correction calls and dates it: `SETTLED`."""
    made = corrected(paper)
    for name in OF_READERS:
        setattr(paper, name, getattr(made, name))
    paper.correction_details = {}

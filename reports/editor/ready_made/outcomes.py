"""Outcome sets ready-made: the outcomes of one cohort as one table, which adds up."""

from collections.abc import Iterator, Mapping
from functools import partial

from assurance.outcomes.figures import COHORT, COUNT, member_of
from assurance.outcomes.models import OutcomeSet
from reports.editor.ready_made.declaration import (
    CHART,
    TABLE,
    Lacking,
    ReadyMade,
    rows_text,
)
from reports.papers.manuscript import POSITION, Manuscript

NONE = Lacking("none is recorded by the date of the report.", "Outcome sets", "outcomes:list")


def ready_made_of(manuscript: Manuscript) -> Iterator[ReadyMade]:
    """One for each series of sets by the report's position; one that says what is missing."""
    when = manuscript.names.get(POSITION, manuscript.period)
    rows = OutcomeSet.objects.of(manuscript.council).latest_by(when.end)
    sets = list(rows.prefetch_related("outcomes").order_by("title"))
    for row in sets:
        title = f"Outcomes: {row.title}, {row.when}"
        yield ReadyMade(f"outcomes-{row.slug}", (TABLE, CHART), title, partial(_table, row))
    if not sets:
        yield ReadyMade("outcomes", (TABLE,), "Outcomes of a cohort", lambda _manuscript: NONE)


def _table(row: OutcomeSet, manuscript: Manuscript) -> Mapping[str, str]:
    outcomes = list(row.outcomes.all())
    rows = [
        (one.title.replace("|", "/"), f"{COUNT}:{member_of(row.slug, one.slug)}")
        for one in outcomes
    ]
    record = f"record:outcome_set/{row.slug}-{row.to_date}"
    largest = max(outcomes, key=lambda one: one.count)
    figure = f"{COUNT}:{member_of(row.slug, largest.slug)}"
    return {
        "across": "dates",
        "rows": rows_text([*rows, ("All", f"{COHORT}:{row.slug}")]),
        "columns": f"Number | {POSITION} | number",
        "caption": row.title,
        "total_row": "on",
        "notes": "\n".join(_notes(outcomes, record)),
        "finding": f"The largest group is “{largest.title}”: [[{figure} | percent base]].",
    }


def _notes(outcomes, record):
    yield f"Who is counted: [[{record}.population]], [[{record}.at]]. Source: [[{record}.source]]."
    for one in outcomes:
        if one.target is not None:
            points = f", give or take {one.tolerance:f} points" if one.tolerance is not None else ""
            yield f"{one.title}: target {one.target:f}%{points}."

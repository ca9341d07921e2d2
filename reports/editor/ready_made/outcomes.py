"""Outcome sets ready-made: the outcomes of one cohort as one table, which adds up."""

from collections.abc import Iterator, Mapping
from functools import partial

from assurance.outcomes.figures import KEYS, member_of
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
        yield ReadyMade("outcomes", (TABLE,), "Outcomes of a population", lambda _manuscript: NONE)


def _table(row: OutcomeSet, manuscript: Manuscript) -> Mapping[str, str]:
    outcomes, (whole, count) = list(row.outcomes.all()), KEYS[row.unit]
    rows = [
        (one.title.replace("|", "/"), f"{count}:{member_of(row.slug, one.slug)}")
        for one in outcomes
    ]
    largest = max(outcomes, key=lambda one: one.count)
    figure = f"{count}:{member_of(row.slug, largest.slug)}"
    return {
        "across": "dates",
        "rows": rows_text([*rows, ("All", f"{whole}:{row.slug}")]),
        "columns": f"Number | {POSITION} | number",
        "caption": row.title,
        "total_row": "on",
        "notes": "\n".join(_notes(row, outcomes)),
        "finding": f"“{largest.title}” is the outcome of [[{figure} | percent base]].",
    }


def _notes(row, outcomes):
    """Who is counted and on which day, and the targets: of the newest set by the position, which
    the report that follows has of its own."""
    record = f"record:outcome_set/{row.slug}"
    yield (
        f"Who is counted: [[{record}.population]]. Recorded at [[{record}.at]], the newest by "
        f"[[date:{POSITION}]]. Source: [[{record}.source]]."
    )
    if any(outcome.target is not None for outcome in outcomes):
        yield f"Targets: [[{record}.targets]]."

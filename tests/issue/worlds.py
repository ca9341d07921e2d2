"""Worlds of records and typed numbers with small ones among them, and two reports that print all of
them: in sentences, lists, tables, charts, typed tables, quoted records and lists of records."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, date, datetime
from random import Random

from assurance.looked_after.models.censuses import Census, CensusCount
from reports.approvals.operations import approvals
from reports.documents import formats
from reports.documents.document import from_json
from reports.issue.operations import steps
from reports.papers.addresses import paper_address
from tests import cast
from tests.make import dbs, looked_after, matters, papers
from tests.make.drafts import ON, approve, with_reasons, written

MOMENT = datetime(2016, 1, 18, 10, tzinfo=UTC)

DAYS = (date(2015, 9, 30), date(2015, 11, 30))
PLACED = ("agency_foster", "foster_own", "not_broken_down")
STAFF = ("rechecked", "in_progress", "not_started")
SOURCE = "fostering register, 30 September 2015"


@dataclass(frozen=True)
class World:
    """What the records hold when each of two reports is made, and what is typed into it.

    `measures` are a whole and its parts; `placed` the parts of a census of children, which is
    `recounted` for a correction of the second report; `typed` and
    `corrected` columns of typed tables; `staff` what came of those overdue; `reached` how many
    young people came to an event.
    """

    measures: tuple
    placed: tuple
    recounted: tuple
    typed: tuple
    corrected: tuple
    staff: tuple
    reached: int


ONE = World(
    measures=((26, 12, 13, 1), (27, 12, 13, 2)),
    placed=((3, 9, 8), (4, 9, 8)),
    recounted=(5, 9, 8),
    typed=((3, 17, 20), (4, 17, 21)),
    corrected=((10, 17, 27), (3, 17, 20)),
    staff=(14, 13, 3),
    reached=3,
)
OTHER = World(
    measures=((26, 14, 10, 2), (27, 15, 9, 3)),
    placed=((2, 11, 7), (5, 8, 8)),
    recounted=(3, 11, 8),
    typed=((2, 18, 20), (5, 17, 22)),
    corrected=((10, 17, 27), (5, 17, 22)),
    staff=(14, 12, 4),
    reached=4,
)


def drawn(seed) -> tuple[World, World]:
    """Two worlds that differ in what is hidden and print the same. No number of one of their
    subjects is one of another's: each then hides what the other does."""
    random = Random(seed)
    small = [random.sample(range(1, 6), 2) for _ in range(8)]

    def divided(few, least):
        # Two ways to part one whole, each with a small part; none is a part as well.
        rest, first = least + 8, random.sample((0, *range(6, 19)), 2)
        whole = least + rest + max(few)
        return [(whole - few[n] - first[n], first[n], few[n]) for n in (0, 1)]

    measures = [divided(small[turn], 40) for turn in (0, 1)]
    placed = [divided(small[turn], 200) for turn in (2, 3)]
    recounted = divided(small[4], 300)
    typed = [[(few, whole - few, whole) for few in small[5]] for whole in (520, 660)]
    return tuple(
        World(
            measures=tuple((sum(pair[n]), *pair[n]) for pair in measures),
            placed=tuple(pair[n] for pair in placed),
            recounted=recounted[n],
            typed=tuple(pair[n] for pair in typed),
            corrected=((810, 817, 1627), (small[6][n], 817, 817 + small[6][n])),
            staff=(14, 16 - small[7][n], small[7][n]),
            reached=small[0][n],
        )
        for n in (0, 1)
    )


def started(world) -> Iterator:
    """The two reports of a world and a correction of the second, each as a draft once the one
    before was issued."""
    clerk = cast.clerk()
    council = clerk.council
    rows = [
        matters.measure(slug=slug, title=f"Measure {slug}", of_people=True)
        for slug in ("all", "a", "b", "c")
    ]
    matters.relation(measure=rows[0], members=rows[1:])
    matters.event(council=council, slug="forum", held_on=DAYS[0], number=world.reached)
    _, in_progress, not_started = world.staff
    dbs.dbs_audit(
        council=council,
        follow_up=dict(zip(STAFF, world.staff, strict=True)),
        at_position={
            "IN_DATE": 328,
            "DUE_SOON": 7,
            "OVERDUE_IN_PROGRESS": in_progress,
            "OVERDUE": not_started,
        },
    )
    for turn in range(len(DAYS)):
        _recorded(world, turn, council, rows)
        period = {"slug": f"paper-{turn}", "period_end": date(2015, 12, 30 + turn)}
        paper = written(clerk, *_blocks(world, turn), with_records=not turn, **period)
        papers.source(paper=paper)
        yield paper
    paper.refresh_from_db()
    paper = approvals.begin_correction(paper=paper, by=clerk, on=ON)
    _counted(council, DAYS[1], world.recounted)
    note = "A census was counted again."
    yield approvals.word_correction(paper=paper, note=note, removed=(), by=clerk, on=ON)


def issued(paper, forms):
    """The published edition of a draft, with its files of `forms`."""
    clerk = cast.clerk()
    paper = with_reasons(paper, clerk)
    paper = approve(approvals.send_for_approval(paper=paper, by=clerk, on=ON))
    at = {"paper": paper, "address": paper_address(paper), "at": MOMENT}
    edition = steps.freeze_edition(by=clerk, on=ON, **at)
    document = from_json(edition.document)
    files = formats.render(document, paper.slug, forms)
    files = (*files, formats.manifest(document, files))
    return steps.publish(edition=edition, files=files, at=MOMENT, by=clerk, on=ON)


def _recorded(world, turn, council, rows):
    """A census of the first day is corrected when the second report is made."""
    for day in DAYS[: turn + 1]:
        _counted(council, day, world.placed[turn])
    for row, count in zip(rows, world.measures[turn], strict=True):
        matters.value(measure=row, to_date=DAYS[turn], value=count)


def _counted(council, day, placed):
    """A census of the day in place of the one that is there."""
    CensusCount.objects.filter(census__date=day).delete()
    Census.objects.filter(date=day).delete()
    parts = {"placement": dict(zip(PLACED, placed, strict=True))}
    looked_after.census(council=council, date=day, total=sum(placed), parts=parts)


def _blocks(world, turn):
    """The blocks of a report that print all of it in every form."""
    day = DAYS[turn]
    days = sorted({day, DAYS[0]})
    names = [f"measures.people:{slug}" for slug in ("all", "a", "b", "c")]
    names += ["looked_after.children", *(f"looked_after.placement:{slug}" for slug in PLACED)]
    forms = [
        f"[[{name} @{when} | {form}]]"
        for name in names
        for when in days
        for form in ("number", "words")
    ]
    forms += [f"[[dbs.overdue_followup:{slug} @{dbs.POSITION_DATE}]]" for slug in STAFF]
    items = "\n".join(f"* {form};" for form in forms)
    grid = {
        "rows": [{"label": name, "quote": name} for name in names],
        "columns": [{"label": str(when), "when": str(when)} for when in days],
    }
    listed = {"what": "events", "columns": ["title", "number"]}
    sentence = "The forum was attended by [[record:event/forum.number]]."
    blocks = (
        ("listed", "paragraph", f"These were counted.\n{items}", {}),
        ("quoted", "paragraph", sentence, {}),
        ("grid", "table", "", {"caption": "Grid", "grid": grid}),
        ("typed", "table", "", _typed("Typed", world.typed[turn])),
        ("corrected", "table", "", _typed("Corrected", world.corrected[turn])),
        ("renamed", "table", "", _typed("Renamed", world.typed[turn][:2], "xy")),
        ("events", "table", "", {"caption": "Events", "records": listed}),
        ("drawn", "chart", "", {"caption": "Chart", "grid": grid, "finding": "As in the table."}),
    )
    return [
        {"slug": slug, "part": "body", "kind": kind, "parent": "work", "text": text, "data": data}
        for slug, kind, text, data in blocks
    ]


def _typed(caption, column, labels="abc"):
    tokens = [f"[[stated {count}: {SOURCE}]]" for count in column]
    cells = {
        "columns": [{"label": "Who"}, {"label": "On 30 September 2015", "numeric": True}],
        "rows": [[f"Row {place}", token] for place, token in zip(labels, tokens, strict=True)],
        "total_row": len(column) > 2,
        "counts": "children",
    }
    return {"caption": caption, "cells": cells}

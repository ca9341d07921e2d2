"""An attacker reads every public file of two editions: measures, sentences, lists, tables, charts
and typed tables. No protected number is left with fewer than three values."""

import json
import re
from datetime import date
from itertools import product

import pytest

from assurance.looked_after.models.censuses import Census, CensusCount
from reports.approvals.operations import approvals
from reports.documents import formats
from reports.documents.document import from_json
from reports.issue.operations import steps
from tests import cast
from tests.issue.test_issue import frozen
from tests.make import looked_after, matters
from tests.make.drafts import ON, approve, with_reasons, written

pytestmark = pytest.mark.django_db
DAYS = (date(2015, 9, 30), date(2015, 11, 30))
MEASURES = ({"all": 26, "a": 12, "b": 13, "c": 1}, {"all": 27, "a": 12, "b": 13, "c": 2})
PLACED = ("agency_foster", "foster_own", "not_broken_down")
CENSUSES = ((3, 9, 8), (4, 9, 8))
SOURCE = "fostering register, 30 September 2015"
TYPED = ((3, 17, 20), (4, 17, 21))


def tokens(day):
    """Every protected figure of a day and those around it, in a form."""
    names = [f"measures.people:{slug}" for slug in MEASURES[0]]
    names += ["looked_after.children", *(f"looked_after.placement:{one}" for one in PLACED)]
    return [f"{name} @{when}" for name in names for when in dict.fromkeys((day, DAYS[0]))]


def everything(turn):
    """The blocks of a report that print all of it in every form."""
    day, typed = DAYS[turn], TYPED[turn]
    forms = [f"[[{token} | {form}]]" for token in tokens(day) for form in ("number", "words")]
    items = "\n".join(f"* {form};" for form in forms)
    rows = [{"label": name, "quote": name} for name in sorted({t.split()[0] for t in tokens(day)})]
    columns = [{"label": str(when), "when": str(when)} for when in dict.fromkeys((day, DAYS[0]))]
    grid = {"rows": rows, "columns": columns}
    cells = {
        "columns": [{"label": "Who"}, {"label": "Children", "numeric": True}],
        "rows": [[f"Row {'abc'[n]}", f"[[stated {one}: {SOURCE}]]"] for n, one in enumerate(typed)],
        **{"total_row": True, "counts": "children"},
    }
    chart = {"caption": "Chart", "grid": grid, "finding": "The numbers of the table are drawn."}
    blocks = (
        ("listed", "paragraph", f"These were counted.\n{items}", {}),
        ("grid", "table", "", {"caption": "Grid", "grid": grid}),
        ("typed", "table", "", {"caption": "Typed", "cells": cells}),
        ("drawn", "chart", "", chart),
    )
    return [
        {"slug": slug, "part": "body", "kind": kind, "parent": "work", "text": text, "data": data}
        for slug, kind, text, data in blocks
    ]


def records(turn, council, rows):
    """What the records hold when an edition is made: a census of the first day is corrected."""
    CensusCount.objects.filter(census__date=DAYS[0]).delete()
    Census.objects.filter(date=DAYS[0]).delete()
    for day in DAYS[: turn + 1]:
        parts = {"placement": dict(zip(PLACED, CENSUSES[turn], strict=True))}
        total = sum(CENSUSES[turn])
        looked_after.census(council=council, date=day, total=total, parts=parts)
    for slug, count in MEASURES[turn].items():
        matters.value(measure=rows[slug], to_date=DAYS[turn], value=count)


def issued(turn, clerk):
    """The public files of an edition, by the end of their names."""
    said = {"slug": f"paper-{turn}", "with_records": not turn}
    paper = with_reasons(written(clerk, *everything(turn), **said), clerk)
    paper = approve(approvals.send_for_approval(paper=paper, by=clerk, on=ON))
    edition = frozen(paper, clerk)
    files = formats.render(from_json(edition.document), paper.slug, ["html", "data"])
    steps.publish(edition=edition, files=files, at=edition.frozen_at, by=clerk, on=ON)
    return {file.name: bytes(file.content).decode() for file in edition.files.all()}


def known(files):
    """(key, member, day) → what is printed, None where it is not shown; typed tables' cells."""
    figures, typed = {}, []
    for name, text in files.items():
        if name.endswith("-figures.json"):
            for row in json.loads(text):
                figures[row["key"], row["member"], row["end"]] = row["value"]
        if name.endswith("-tables.json"):
            typed += [one["rows"] for one in json.loads(text) if "Typed" in one["title"]]
    return figures, typed


def test_two_editions_give_no_protected_number_away():
    clerk = cast.clerk()
    rows = {
        slug: matters.measure(slug=slug, title=f"Measure {slug}", of_people=True)
        for slug in MEASURES[0]
    }
    matters.relation(measure=rows["all"], members=[rows[slug] for slug in "abc"])
    printed, typed, texts = {}, [], []
    for turn in (0, 1):
        records(turn, clerk.council, rows)
        files = issued(turn, clerk)
        figures, tables = known(files)
        printed |= {key: value for key, value in figures.items() if value is not None}
        assert any(value is None for value in figures.values())
        typed += tables
        texts += files.values()
    for turn, day in enumerate(DAYS):
        shown = [printed.get(("measures.people", slug, str(day))) for slug in MEASURES[turn]]
        assert len(values_of(shown, 3)) > 2
        whole = printed.get(("looked_after.children", "", str(day)))
        parts = [printed.get(("looked_after.placement", one, str(day))) for one in PLACED]
        assert len(values_of([whole, *parts], 1)) > 2
    for row in typed:
        *parts, whole = [None if cell[-1] == "[c]" else cell[-1] for cell in row]
        assert len(values_of([whole, *parts], 1)) > 2
    text = " ".join(texts)
    assert not re.search(r"\b[1-5] children\b|\bstated [1-5]\b|fostering register: [1-5]\b", text)


def values_of(shown, place):
    """Every value that the part at `place` can have beside what is `shown`: a whole, then parts."""
    whole, *parts = shown
    most = 30 if whole is None else whole
    return {
        world[place - 1]
        for world in product(range(most + 1), repeat=len(parts))
        if whole in (None, sum(world))
        and all(one in (None, part) for one, part in zip(parts, world, strict=True))
    }

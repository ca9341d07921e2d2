"""What a report is read from: each of its dates, what is there and what is lacking, and the same at
the dates of the next."""

from datetime import date

import pytest

from assurance.figures.measurement import FigureQuery
from assurance.runtime.periods import When
from reports.papers.evidence import (
    AHEAD,
    MISSING,
    PARTLY,
    RECORDED,
    answered,
    at_other_dates,
    evidence,
)
from reports.papers.manuscript import read
from tests.make import looked_after, papers
from tests.make.drafts import EARLIER, NAMES, POSITION, written

pytestmark = pytest.mark.django_db
LATER = When.at(date(2016, 6, 1))


@pytest.fixture(autouse=True)
def the_day(settings):
    """The day on which is looked."""
    settings.CANDOUR_TODAY = "2016-05-20"


def rows(manuscript):
    """Name → state of what is counted at it."""
    return {(row.name, row.what): row.state for row in evidence(manuscript)}


CENSUS, AUDITS = "count of looked-after children", "Case-file audits"


def test_each_date_is_named_once_with_what_is_counted_at_it(clerk):
    manuscript = read(written(clerk))
    assert rows(manuscript) == {
        ("year", AUDITS): RECORDED,
        ("position", CENSUS): RECORDED,
        ("comparison", CENSUS): RECORDED,
    }
    position = next(row for row in evidence(manuscript) if row.name == "position")
    assert position.summary == "Children looked after: 188"
    assert position.blocks == ("children",) and position.when == POSITION


def test_at_other_dates_what_has_to_come_is_ahead_and_what_is_past_is_missing(clerk):
    before = written(clerk)
    names = {**NAMES, "position": LATER, "comparison": POSITION}
    period = When(date(2016, 1, 1), date(2016, 6, 30))
    manuscript = at_other_dates(read(before), names, period)
    assert rows(manuscript)["position", CENSUS] == AHEAD
    assert rows(manuscript)["comparison", CENSUS] == RECORDED
    past = at_other_dates(read(before), {**names, "position": When.at(date(2016, 4, 1))}, period)
    assert rows(past)["position", CENSUS] == MISSING
    before.refresh_from_db()
    assert before.period_end == date(2015, 12, 31) and read(before).names["position"] == POSITION


def test_a_population_of_its_own_is_evidence_of_its_own(clerk):
    paper = written(clerk)
    looked_after.children_looked_after(council=clerk.council)
    text = "[[looked_after.children @position]] and [[dbs.overdue of=staff @position]]"
    papers.block(paper=paper, slug="more", part="body", text=text)
    found = {(row.name, row.what, row.cohort) for row in evidence(read(paper))}
    assert ("position", "DBS audit", "staff") in found


def test_one_answer_of_several_is_recorded_in_part(clerk):
    paper = written(clerk)
    text = "[[looked_after.placement:agency_foster @position]]"
    papers.block(paper=paper, slug="more", part="body", text=text)
    assert rows(read(paper))["position", CENSUS] == PARTLY


def test_a_date_that_nobody_named_and_a_figure_that_nobody_declared_are_no_evidence(clerk):
    paper = written(clerk)
    text = "[[looked_after.children @nowhere]] [[no.figure @position]] [[looked_after.children"
    papers.block(paper=paper, slug="more", part="body", text=text)
    assert len(evidence(read(paper))) == 3


def test_records_answer_once_they_are_there(clerk):
    query = FigureQuery("looked_after.children", "", EARLIER)
    assert answered(clerk.council, [query]) == frozenset()
    looked_after.census(council=clerk.council, date=EARLIER.end, total=0)
    assert answered(clerk.council, [query]) == {query}
    assert answered(clerk.council, []) == frozenset()

"""What the program itself prints beside a number that is not shown stops no report."""

from datetime import date

import pytest

from reports.checks.numbers.disclosure.protection import KEY
from reports.verdicts.paper.verdict import verdict
from tests import cast
from tests.make import audits, looked_after
from tests.make.drafts import written

pytestmark = pytest.mark.django_db
ROW = {"part": "body", "parent": "work", "heading": "", "text": ""}
AGENCY = "looked_after.placement:agency_foster"
WHEN = [{"label": "", "when": day, "form": "number"} for day in ("2015-01-01", "2015-12-01")]


@pytest.fixture(autouse=True)
def _records(db):
    """Few children of many with agencies, as many children as before, an audit of two shared."""
    for day, few in ((date(2015, 1, 1), 30), (date(2015, 12, 1), 3)):
        parts = {"placement": {"agency_foster": few, "foster_own": 188 - few}}
        looked_after.census(date=day, total=188, parts=parts)
    audits.case_audit(audited_on=date(2015, 3, 2), shared_on=date(2015, 3, 9))
    audits.case_audit(audited_on=date(2015, 3, 2))


def headlines(*labels):
    """The children with agencies, all of them, and the share of audits that were shared."""
    figures = (AGENCY, "looked_after.children", "audits.shared @2015-01-01..2015-12-31 | percent")
    rows = [
        {"label": label, "figure": f"[[{figure}]]"}
        for label, figure in zip(labels, figures, strict=True)
    ]
    return {**ROW, "slug": "first", "kind": "headlines", "data": {"headlines": rows}}


def chart(finding, caption="Children with agencies"):
    """The children with agencies then and now, with what it shows in words."""
    grid = {"rows": [{"label": "With agencies", "quote": AGENCY}], "columns": WHEN}
    data = {"caption": caption, "finding": finding, "grid": grid}
    return {**ROW, "slug": "drawn", "kind": "chart", "data": data}


def given_away(*blocks):
    """What is said to give a number away, as it stands in the report."""
    rows = verdict(written(cast.clerk(), *blocks, with_records=False)).errors
    places = [row.fault for cause in rows if cause.rule.key == KEY for row in cause.results]
    return [(item.where, item.about) for item in places]


@pytest.mark.parametrize(("label", "typed"), [("All", []), ("All but 185", ["185"])])
def test_the_base_of_a_headline_share_gives_nothing_away_and_a_typed_count_does(label, typed):
    given = given_away(headlines("With agencies", label, "Audits shared"))
    assert given == [("headlines-first", number) for number in typed]


COMPARED = "The number of all [[compare looked_after.children @2015-01-01 @2015-12-01]]"


@pytest.mark.parametrize(
    ("finding", "caption", "typed"),
    [
        (f"{COMPARED}.", "Children with agencies", []),
        (f"{COMPARED}, and 185 were at home.", "Children with agencies", ["185"]),
        ("All is told.", "Children in the two kinds of care that cost most", []),
        ("All is told.", "The 185 children at home, and those with agencies", ["185"]),
    ],
)
def test_what_a_chart_shows_in_words_gives_away_what_is_typed_alone(finding, caption, typed):
    assert given_away(chart(finding, caption)) == [("chart-1", number) for number in typed]

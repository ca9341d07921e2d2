"""What an edition printed of a measure as a record, and what its figures are out of, is weighed by
later editions as its figures are, and so is each value that a later report prints as a record."""

from datetime import date

import pytest

from assurance.governance.models.measures import MeasureValue
from assurance.looked_after.models.censuses import Census, CensusCount
from reports.editions.snapshot import draft, printed_before
from reports.issue import jobs
from reports.papers.models.papers import Paper
from tests import cast
from tests.make import looked_after, matters
from tests.make.drafts import ON, sent_and_approved, with_reasons, written

pytestmark = pytest.mark.django_db
DAY = date(2015, 11, 30)
PEOPLE = "measures.people"
BEFORE, AFTER = {"all": 30, "a": 15, "b": 15}, {"all": 18, "a": 15, "b": 3}
LIST = {"what": "measure_values", "columns": ["measure", "value", "at"]}
NO_DAY = {"what": "measure_values", "columns": ["measure", "value"]}
NUMBERS = {"what": "body_reports", "columns": ["body", "numbers"]}
REPORT = {"from_date": date(2015, 11, 1), "to_date": DAY}


@pytest.fixture
def clerk():
    """The clerk of a council with a measure of people and its two parts."""
    clerk = cast.clerk()
    made = {"council": clerk.council, "of_people": True}
    rows = [matters.measure(slug=slug, title=f"Measure {slug}", **made) for slug in BEFORE]
    matters.relation(measure=rows[0], members=rows[1:])
    recorded(rows, BEFORE)
    return clerk


def recorded(rows, counts):
    """The values of the measures in place of those before."""
    MeasureValue.objects.all().delete()
    for row in rows:
        matters.value(measure=row, to_date=DAY, value=counts[row.slug])


def recounted():
    """The values of `AFTER` in place of those before."""
    rows = [row.measure for row in MeasureValue.objects.select_related("measure")]
    recorded(rows, AFTER)


def issued(clerk, text="", data=None, slug="first"):
    """A report of one paragraph, or of a table, published."""
    own = {"slug": "own", "part": "body", "parent": "work", "heading": "", "text": text}
    kind = {"kind": "table" if data else "paragraph", "data": data or {}}
    paper = written(clerk, {**own, **kind}, with_records=not Paper.objects.exists(), slug=slug)
    jobs.issue(sent_and_approved(with_reasons(paper, clerk), clerk), by=clerk, on=ON)
    return paper


def later(clerk, text):
    """The draft of a report after it, with one paragraph."""
    row = {"slug": "own", "part": "body", "kind": "paragraph", "parent": "work", "heading": ""}
    own = {"slug": "second", "period_end": date(2016, 1, 10)}
    return written(clerk, {**row, "text": text, "data": {}}, with_records=False, **own)


def shown(paper, key=PEOPLE):
    """Member → the text of each figure of a draft."""
    return {item.member: item.text for item in draft(paper).figures if item.key == key}


@pytest.mark.parametrize(
    ("text", "data"),
    [
        (f"Measure a: [[record:measure_value/a-{DAY}.value]].", None),
        ("Measure a: [[record:measure/a.value]].", None),
        ("They are [[record:body_report/theatre.numbers]].", None),
        ("", {"caption": "Values", "records": LIST}),
        ("", {"caption": "Values", "records": NO_DAY}),
        ("", {"caption": "Values", "records": {"what": "measures", "columns": ["title", "value"]}}),
        ("", {"caption": "Reports", "records": NUMBERS}),
        ("", {"caption": "Reports", "records": {**NUMBERS, "group": "title"}}),
    ],
)
def test_a_value_that_was_printed_as_a_record_is_known_to_later_reports(clerk, text, data):
    rows = [row.measure for row in MeasureValue.objects.select_related("measure")]
    matters.body_report(measures=rows, council=clerk.council, slug="theatre", **REPORT)
    issued(clerk, text, data)
    recounted()
    paper = later(clerk, f"Of [[{PEOPLE}:all @{DAY}]] some were in b.")
    told = {(item.identity[:4], item.count) for item in printed_before(paper)}
    assert ((PEOPLE, "a", DAY, DAY), 15) in told
    # 18 in all, and the 15 of before, leave 3.
    assert shown(paper) == {"all": "not shown"}


def test_a_record_prints_no_value_that_its_figure_hides_for_the_sake_of_an_edition(clerk):
    issued(clerk, f"Measure a: [[{PEOPLE}:a @{DAY}]].")
    recounted()
    paper = later(clerk, f"Of [[record:measure_value/all-{DAY}.value]] some were in b.")
    assert not any(item.text == "18" for item in draft(paper).records)


def test_what_a_printed_count_is_out_of_is_known_to_later_reports():
    clerk = cast.clerk()
    whole_year = {"covers_from": date(2015, 3, 31), "covers_to": date(2016, 3, 31)}
    held = looked_after.held_return(council=clerk.council, year_end=date(2016, 3, 31), **whole_year)

    def counted(voluntary):
        CensusCount.objects.filter(census__date=DAY).delete()
        Census.objects.filter(date=DAY).delete()
        status = {"C1": 185, "V2": voluntary}
        placed = {"U4/PR4": 185 + voluntary}
        parts = {"legal_status": status, "placement_code": placed, "age": {"5": 185 + voluntary}}
        looked_after.census(date=DAY, total=185 + voluntary, parts=parts, held_return=held)

    counted(3)
    first = issued(
        clerk, f"Fostered: [[looked_after.placement:agency_foster @{DAY} | percent base]]."
    )
    assert shown(first, "looked_after.placement") == {"agency_foster": "188"}
    counted(8)
    paper = later(clerk, f"On orders: [[looked_after.legal_group:care_orders @{DAY}]].")
    # 185 of 193 now, beside the 188 of before, leaves 3.
    assert shown(paper, "looked_after.legal_group") == {"care_orders": "not shown"}

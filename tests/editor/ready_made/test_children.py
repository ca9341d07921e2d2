"""Looked-after children ready-made: the page of a new table or chart offers them, begins with what
is recorded, and says what is missing."""

import json
import re
from datetime import date

import pytest
from django.urls import reverse

from assurance.looked_after.models.trends import ends_of_months
from assurance.looked_after.operations import returns
from assurance.people.models.people import Cohort
from assurance.runtime.periods import When
from reports.documents.document import text_of
from reports.editor.ready_made.catalogue import ready_made
from reports.editor.ready_made.children import MONTHS, breakdowns, months, rates
from reports.editor.ready_made.declaration import Lacking
from reports.papers.assembly.pipeline import assemble
from reports.papers.evidence import at_other_dates, evidence
from reports.papers.manuscript import read
from reports.papers.models.papers import Paper
from tests import cast
from tests.editor.builders.browsing import Builder
from tests.make import compared, looked_after
from tests.page_requests import at, errors, words

pytestmark = pytest.mark.django_db
DAY, NEXT, ON = date(2017, 12, 31), date(2018, 2, 28), date(2018, 6, 1)
PERIOD = When(date(2018, 1, 1), date(2018, 6, 30))
OWN, NEAR = "E06000014", "E08000032"


@pytest.fixture
def counted(paper):
    """A report whose position is a counted census, that of the year before entered."""
    days = {"position": DAY, "comparison": date(2017, 6, 30)}
    for name, day in days.items():
        paper.named_dates.filter(name=name).update(start=day, end=day)
    held = looked_after.held_return()
    looked_after.children_looked_after()
    for place, need in (("U4", "N1"), ("U4", "N5"), ("K2", "N1"), ("P1", "N1")):
        looked_after.episode(held_return=held, decom=date(2017, 5, 1), place=place, cin=need)
    ends = ends_of_months(DAY, 8)
    returns.count_days(held_return=held, days=ends, by=cast.officer(), on=ON)
    return Paper.objects.get(pk=paper.pk)


def areas():
    """This council, England and a neighbour as published."""
    own = compared.compared_area(area_code=OWN, role="own", area_name="Netherby")
    near = compared.compared_area(area_code=NEAR, area_name="Alder")
    compared.published(OWN, "Netherby", "52", population=1_000)
    compared.published(NEAR, "Alder", "70.5")
    compared.published()
    return own, near


def new(paper):
    """The block that was added last."""
    return paper.blocks.order_by("-pk").first()


def saved(browser, paper, kind, title):
    """The block that a ready-made one becomes by following its link and saving."""
    address = at(paper, "add-block", kind, part="body")
    page = browser.get(address)
    [offer] = [one for one in page.context["ready"] if one.title == title]
    assert offer.lacking is None
    assert title in words(page)
    builder = Builder(browser, offer.address)
    answer = builder.save()
    assert answer.status_code == 302, errors(answer)
    return new(paper)


def test_all_breakdowns_become_one_table_by_a_link_and_save(browser, counted):
    title = "Looked-after children by placement, legal status, age and need"
    block = saved(browser, counted, "table", title)
    rows = {row["label"]: row["quote"] for row in block.data["grid"]["rows"]}
    assert rows["All children"] == "looked_after.children"
    assert rows["Need: Abuse or neglect"] == "looked_after.need:N1"
    assert rows["Legal status: Care orders"] == "looked_after.legal_group:care_orders"
    assert {label.partition(":")[0] for label in rows} == {
        "All children", "Placement", "Legal status", "Age", "Need",
    }  # fmt: skip
    assert [one["when"] for one in block.data["grid"]["columns"]] == ["comparison", "position"]
    made = assemble(read(counted), audience="restricted")
    assert [one for one in made.problems if one.place == f"table-{block.slug}"] == []


@pytest.mark.long
def test_ends_of_months_become_a_line(browser, counted):
    block = saved(browser, counted, "chart", "Looked-after children at the end of each month")
    grid = block.data["grid"]
    assert (grid["line"], grid["turned"]) == (True, True)
    names = [one["when"] for one in grid["columns"]]
    assert names == [f"month_end_{number}" for number in range(8, 0, -1)]
    assert [read(counted).when(name).end for name in names] == ends_of_months(DAY, 8)
    assert len(names) < MONTHS
    assert not re.search(r"20\d\d", json.dumps(block.data)), "no date is typed"


def test_the_months_of_the_next_report_follow_its_position(browser, counted):
    """Title, caption, sentence and every column move with one date, and nothing is typed again."""
    block = saved(browser, counted, "chart", "Looked-after children at the end of each month")
    returns.count_days(
        held_return=looked_after.held_return(), days=ends_of_months(NEXT, 8), by=cast.officer(),
        on=ON,
    )  # fmt: skip
    texts = {}
    for day in (DAY, NEXT):
        counted.named_dates.filter(name="position").update(start=day, end=day)
        made = assemble(read(Paper.objects.get(pk=counted.pk)), audience="restricted")
        assert [one for one in made.problems if block.slug in one.place] == []
        texts[day] = text_of(made.document.sections)
    for day, first, last in ((DAY, "31 May 2017", "31 December 2017"),
                             (NEXT, "31 July 2017", "28 February 2018")):  # fmt: skip
        assert f"at the end of each month, {first} to {last}" in texts[day]
        assert f"between {first} and {last}." in texts[day]
    assert "28 February 2018" not in texts[DAY]
    assert "31 May 2017" not in texts[NEXT]


@pytest.mark.long
def test_the_next_report_asks_for_the_months_that_lack_a_count(browser, counted):
    saved(browser, counted, "chart", "Looked-after children at the end of each month")
    rows = evidence(at_other_dates(read(counted), {"position": When.at(NEXT)}, PERIOD))
    lacking = [row for row in rows if row.is_lacking and row.name.startswith("month_end")]
    assert {row.label for row in lacking} == {"Last month end", "Month end 1 month earlier"}


def test_our_rate_stands_beside_england_and_neighbours_with_the_year(browser, counted):
    own, near = areas()
    title = "Our rate of looked-after children compared with England and statistical neighbours"
    assert "own" in rates(read(counted))["rows"]
    looked_after.census(date=date(2018, 1, 31), total=90, cohort=Cohort.objects.get(usual=True))
    counted.named_dates.filter(name="position").update(
        start=date(2018, 1, 31), end=date(2018, 1, 31)
    )
    block = saved(browser, Paper.objects.get(pk=counted.pk), "table", title)
    quotes = [row["quote"] for row in block.data["grid"]["rows"]]
    assert quotes == [
        f"looked_after.rate:{name}" for name in ("own", "england", "neighbours", NEAR)
    ]
    notes = " ".join(block.data["notes"])
    assert f"[[record:compared_area/{own.pk}.population_year]]" in notes
    assert f"[[record:compared_area/{near.pk}.rate_on]]" in notes
    chart = saved(browser, Paper.objects.get(pk=counted.pk), "chart", title)
    assert chart.data["finding"].startswith("Our rate is [[looked_after.rate:own]], England’s")


def test_what_is_missing_is_said_with_a_link_to_it(browser, paper):
    page = browser.get(at(paper, "add-block", "table", part="body"))
    lacking = {one.title: one.lacking for one in page.context["ready"]}
    assert all(isinstance(one, Lacking) for one in lacking.values())
    assert "A line needs the ends of 3 months, and none up to" in words(page)
    assert "No published rates are recorded up to" in words(page)
    assert reverse("looked_after:performance") in page.content.decode()
    assert reverse("looked_after:area-list") in page.content.decode()


def test_a_report_without_the_date_asks_for_its_dates(browser, paper):
    paper.named_dates.filter(name="position").delete()
    manuscript = read(Paper.objects.get(pk=paper.pk))
    for make in (breakdowns, months, rates):
        assert make(manuscript).address == "editor:dates"
    page = browser.get(at(paper, "add-block", "chart", part="body"))
    assert at(paper, "dates") in page.content.decode()


def test_an_unknown_name_and_what_lacks_begin_with_nothing(browser, paper):
    for name in ("nothing", "children-months"):
        answer = browser.get(at(paper, "add-block", "chart", part="body") + f"&ready={name}")
        assert answer.status_code == 200
        assert not answer.context["form"]["rows"].value()
        assert not answer.context["ready"]


def test_only_tables_and_charts_have_ready_made_ones(browser, paper):
    page = browser.get(at(paper, "add-block", "paragraph", part="body"))
    assert page.context["ready"] == []
    names = [one.name for one in ready_made(read(paper))]
    assert len(names) == len(set(names))


def test_a_line_is_of_dates_and_keeps_its_tick(browser, counted):
    block = saved(browser, counted, "chart", "Looked-after children at the end of each month")
    builder = Builder(browser, at(counted, "block", block.slug))
    assert builder.save().status_code == 302
    block.refresh_from_db()
    assert block.data["grid"]["line"] is True
    builder = Builder(browser, at(counted, "block", block.slug))
    builder.fill("across", "dates")
    assert "A line joins dates" in str(errors(builder.save()))

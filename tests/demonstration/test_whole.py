"""The whole demonstration, loaded once to its last day: every report is issued, and each record
that a report names is what it prints."""

import re
from dataclasses import fields, is_dataclass
from datetime import timedelta

import pytest
from django.urls import reverse

from assurance.accounts.models.accounts import Council
from assurance.governance.models.developments import Development
from assurance.governance.models.documents import Document
from assurance.governance.models.measures import Measure
from assurance.looked_after.models.censuses import Census
from assurance.meetings.models.bodies import Body
from assurance.records import history_chain
from assurance.records.history import HistoryEntry
from assurance.registers.declaration import KNOWN
from assurance.surveys.models import Survey
from reports.approvals.models.emergency_issue import EmergencyIssue
from reports.demonstration import load
from reports.documents.document import FAULT, HIDDEN, text_of
from reports.editions.models.removals import CONFIRMED, EditionRemoval
from reports.papers.countable import counted
from reports.papers.manuscript import read
from reports.papers.models.papers import Paper
from tests.demonstration.reading import runs
from tests.demonstration.whole import document, issued, newest
from tests.publication.derived.pages import assert_every_page_follows
from tests.publication.derived.places import names
from tests.reckoning.issued import Issued
from tests.reckoning.months import add_months, month_end
from tests.reckoning.raw import Raw
from tests.sources import ROOT

pytestmark = [pytest.mark.django_db, pytest.mark.slow]
ROW = re.compile(r"^\| (\d+) \|(.*)\|$", re.M)
LIVE = re.compile(r"\[\[(?!(?:paras?|section|annex|rec|table|chart|stated|note)\b)")
# The systems that the demonstration shows.
SYSTEMS = [*range(1, 35), *range(38, 58)]


@pytest.fixture
def whole(whole_demonstration):
    """What the command printed that loaded all of it."""
    return whole_demonstration


@pytest.mark.long
def test_every_report_is_issued_on_its_date_and_its_address_is_printed(whole):
    papers = issued()
    assert {paper.slug for paper in papers} == set(load.REPORTS)
    assert {paper.status for paper in papers} == {Paper.ISSUED}
    assert all(newest(paper.slug).issued_on >= paper.paper_date for paper in papers)
    addresses = {f"/{paper.council.slug}/reports/" for paper in papers}
    assert addresses == {"/eborford/reports/", "/wyvernshire/reports/"}
    for paper in papers:
        assert (f"/{paper.slug}/ " in whole) == (paper.withdrawn_on is None), paper.slug
    assert "CANDOUR_TODAY=2020-02-18" in whole


@pytest.mark.parametrize("slug", load.REPORTS)
def test_nothing_in_a_report_is_faulty_or_withheld(whole, slug):
    report = document(slug)
    assert not runs(report, FAULT)
    assert not runs(report, HIDDEN)
    assert not report.draft


@pytest.mark.parametrize(
    ("council", "many"),
    [pytest.param("eborford", 1000, marks=pytest.mark.long), ("wyvernshire", 30)],
)
def test_every_statement_on_public_pages_follows_from_the_frozen_documents(
    whole, settings, council, many
):
    settings.CANDOUR_TODAY = str(load.LAST_DAY)
    assert assert_every_page_follows(council, load.LAST_DAY) > many


def test_one_report_is_corrected_one_removed_and_one_issued_by_one_person(whole):
    assert newest("july-2016").number == 2
    assert [paper.slug for paper in issued() if newest(paper.slug).number > 1] == ["july-2016"]
    removal = EditionRemoval.objects.get()
    assert (removal.paper.slug, removal.decision) == ("carers-2018", CONFIRMED)
    urgent = EmergencyIssue.objects.get()
    assert (urgent.paper.slug, urgent.looked_by != urgent.issued_by) == ("january-2017", True)


def test_each_council_has_a_history_that_is_whole_and_in_the_order_of_days(whole):
    for council in Council.objects.all():
        days = list(HistoryEntry.objects.of(council).values_list("on", flat=True))
        assert history_chain.damage(council.slug) is None
        assert days == sorted(days)
        assert days[-1] <= load.LAST_DAY


def test_series_have_six_points_and_more(whole):
    council = Council.objects.get(slug="eborford")
    assert Census.objects.of(council).in_force().count() >= 12
    for slug in (
        "average-caseload-of-a-social-worker",
        "social-work-posts-filled-by-agency-workers",
    ):
        assert Measure.objects.of(council).get(slug=slug).values.count() >= 6


# What the demonstration's council has not needed: its lists say so.
# Who signs in by a provider is not demonstrated.
WITHOUT_ROWS = {"ProviderGroup"}


def test_every_register_has_rows(whole):
    # The registers are known once the addresses of all pages are.
    reverse("home")
    empty = {
        model.__name__
        for model in KNOWN
        if not getattr(model, "forums", model._default_manager).exists()
    }
    assert empty == WITHOUT_ROWS


# --- records that reports name


def rows(model, name="title"):
    """What the first council's records of a model are called."""
    manager = getattr(model, "forums", model.objects)
    return set(manager.of(Council.objects.get(slug="eborford")).values_list(name, flat=True))


@pytest.mark.parametrize(
    ("words", "model", "name"),
    [
        ("Wayfinder", Development, "successor"),
        ("Beckstone", Development, "predecessor"),
        ("Second to None", Document, "title"),
        ("Levels of need", Document, "title"),
        ("Corporate Parenting Board", Body, "title"),
        ("Improvement Board", Body, "title"),
        ("Tell Us Straight", Survey, "title"),
    ],
)
def test_a_record_is_called_in_reports_what_its_register_calls_it(whole, words, model, name):
    assert words in rows(model, name)
    assert any(words in text_of(document(paper.slug)) for paper in issued())


def test_the_old_names_are_nowhere(whole):
    for paper in issued():
        text = text_of(document(paper.slug))
        assert "Ledger" not in text and "What children in care say" not in text
        assert "Corporate parenting board" not in text


@pytest.mark.parametrize("slug", load.REPORTS)
def test_no_typed_number_counts_what_a_register_holds(whole, slug):
    manuscript = read(Paper.objects.get(slug=slug))
    countable = counted(manuscript)
    left = {block.slug: countable(block) for block in manuscript.blocks if countable(block)}
    assert left == {}


def ends_of_months(days):
    """The ends of months up to a report's position, walked to, by the names that reports use."""
    if "position" not in days:
        return {}
    _, last = days["position"]
    if month_end(last) != last:
        last = last.replace(day=1) - timedelta(1)
    months = [month_end(add_months(last.replace(day=1), -back)) for back in range(24)]
    return {f"month_end_{number}": (day, day) for number, day in enumerate(months, 1)}


@pytest.mark.parametrize("slug", load.REPORTS)
def test_each_number_and_date_of_a_report_follows_from_the_rows(whole, slug):
    paper = Paper.objects.get(slug=slug)
    days = {row.name: (row.start, row.end) for row in paper.named_dates.all()}
    days["period"] = (paper.period_start, paper.period_end)
    days |= ends_of_months(days)
    assert [*Issued(document(slug), Raw(), paper.council_id, days).faults()] == []


# --- where each subject is shown


def placed(value, anchor):
    """Whatever has this anchor inside `value`."""
    if getattr(value, "anchor", "") == anchor:
        yield value
    elif isinstance(value, tuple):
        for item in value:
            yield from placed(item, anchor)
    elif is_dataclass(value):
        for item in fields(value):
            yield from placed(getattr(value, item.name), anchor)


def subjects():
    """The rows of the table of subjects: number and the other cells."""
    text = (ROOT / "docs" / "demonstration.md").read_text(encoding="utf-8")
    return [(int(no), *map(str.strip, rest.split("|"))) for no, rest in ROW.findall(text)]


def test_the_table_has_a_row_for_each_subject():
    assert [row[0] for row in subjects()] == SYSTEMS


@pytest.mark.parametrize("row", subjects(), ids=lambda row: f"{row[0]} {row[2]}")
def test_a_subject_is_shown_live_where_the_table_says(whole, row):
    _, _, slug, place, name, _, words = row
    paper = Paper.objects.get(slug=slug)
    report = document(slug)
    if name == "–":
        assert words in text_of(report) and place in text_of(report)
        return
    anchor = paper.frozen_anchors[name]
    assert place == names(newest(slug).document)[anchor]
    assert words in " ".join(map(text_of, placed(report, anchor)))
    block = paper.blocks.get(slug=name, removed_on=None)
    written = f"{block.heading} {block.text} {block.data}"
    if block.kind != "recommendation":
        assert block.kind == "records" or "'quote'" in written or LIVE.search(written)

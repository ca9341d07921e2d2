"""The other matters of the demonstration: each kind is there, holds together, and can be quoted."""

from datetime import date

import pytest

from assurance.accounts.models.accounts import Council
from assurance.figures.figure import FigureRequest
from assurance.figures.registry import FIGURES
from assurance.governance.models.measures import Measure
from assurance.governance.models.risks import Risk
from assurance.records.history import HistoryEntry, subject_kind
from assurance.records.named_record import ChildRecord, NamedRecord
from assurance.runtime.periods import When
from reports.demonstration import load
from reports.demonstration.governance import KINDS, matters
from reports.papers.assembly import records

pytestmark = pytest.mark.django_db


@pytest.fixture
def council(demonstration):
    """The council of the demonstration."""
    return Council.objects.get()


def test_every_kind_of_matter_is_in_the_file_and_bears_its_name():
    kinds = {one["kind"] for _, top in matters() for one in (top, *top.get("within", ()))}
    assert kinds == set(KINDS)
    assert all(issubclass(model, NamedRecord | ChildRecord) for model in KINDS.values())


@pytest.mark.parametrize("kind", KINDS)
def test_every_kind_of_matter_stands_and_has_its_history(council, kind):
    rows = getattr(KINDS[kind], "forums", KINDS[kind].objects).of(council).active()
    assert rows.exists()
    entries = HistoryEntry.objects.filter(about_kind__in={subject_kind(row) for row in rows})
    assert entries.count() == rows.count()
    assert all(row.created_on <= load.DAY for row in rows)


def test_a_paper_of_that_day_can_quote_them(council):
    said = {
        ("development", "replacing-the-case-system", "milestones_reached"): "2 of 3",
        ("development", "replacing-the-case-system", "predecessor"): "Ledger",
        ("measure", "average-caseload-of-a-social-worker", "value"): "16.8",
        ("measure_value", "social-work-posts-filled-by-agency-workers-2015-12-31", "value"): (
            "9.2% (9 of 98)"
        ),
        ("forum", "corporate-parenting-board", "last_met_on"): "8 December 2015",
        ("event", "evening-about-the-strategy", "number"): "over 40",
    }
    assert {asked: records.field_text(council, *asked) for asked in said} == said


@pytest.mark.parametrize(
    ("key", "counts"),
    [
        ("developments.total", {"": 2}),
        ("risks.open", {"": 1}),
        ("measures.share_of_people", {"social-work-posts-filled-by-agency-workers": 9}),
    ],
)
def test_their_figures_are_counted_on_that_day(council, key, counts):
    values = FIGURES[key].measure(FigureRequest(council, When.at(date(2016, 1, 18))))
    assert {name: value.count for name, value in values.items()} == counts


@pytest.mark.parametrize("what", ["developments", "milestones", "documents", "events", "risks"])
def test_their_lists_have_rows(council, what):
    assert len(records.listed(council, {"what": what}).rows) >= 1


def test_a_measure_meets_its_target_and_a_risk_came_down(council):
    measure = Measure.objects.of(council).get(slug="average-caseload-of-a-social-worker")
    assert measure.latest.value < measure.targets.get().value
    first, last = sorted(Risk.objects.get().ratings.all(), key=lambda one: one.rated_on)
    assert first.score > last.score

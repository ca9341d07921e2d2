"""The demonstration's papers as their readers get them: their shape, citations and figures."""

import re
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
from reports.documents.document import FAULT, FIGURE, HIDDEN, REFERENCE, from_json, text_of
from reports.papers.assembly import records
from tests.demonstration.reading import document, edition, paragraphs, runs

pytestmark = pytest.mark.django_db


def cited(told):
    """What a text cites, as its numbers: `3–38` or `22`."""
    said = " ".join(one.text for one in runs(told, REFERENCE))
    return re.findall(r"\d+(?:–\d+)?", said)


def test_january_2016_cites_its_paragraphs_and_holds_the_figures_of_the_records(demonstration):
    numbers = [one.number for one in paragraphs(document("january-2016"))]
    assert numbers == [f"{place}." for place in range(1, 50)]
    lead = paragraphs(document("january-2016"))[-1]
    assert cited(lead) == ["3–38", "22", "25–28", "39", "48"]
    text = {one.number: text_of(one) for one in paragraphs(document("january-2016"))}
    assert "managers carried out 84 case-file audits" in text["8."]
    assert "carried out 83 such audits, and shared over 90% of them" in text["9."]
    assert "For 100% of the shared audits" in text["9."]
    assert "needs a check: 351 members of staff" in text["25."]
    assert "and 30 members of staff were past the date" in text["26."]
    assert "14 of them had been re-checked" in text["26."]
    assert "applications for the other 16 were in progress" in text["26."]
    assert "A further 7 were due for a re-check in January 2016" in text["26."]
    assert "No members of staff were without a check." in text["26."]
    assert "looked after 188 children, against 210 on 1 January 2015" in text["44."]
    assert "8 children were placed for adoption" in text["44."]
    assert "rose from 16 to 21" in text["44."]
    assert "fell from 16 to 14" in text["44."]
    assert "costs £48k a year" in text["44."]
    assert "costs £166k a year" in text["44."]
    assert "the 27 aged 16 to 18" in text["45."]
    assert "numbered 19" in text["46."]
    assert "were 24% of all looked-after children. The remaining 142 were under 14." in text["46."]


@pytest.mark.parametrize("slug", ["july-2015", "january-2016"])
def test_nothing_in_an_issued_paper_is_withheld_or_faulty(demonstration, slug):
    told = document(slug)
    assert runs(told, FIGURE)
    assert not runs(told, HIDDEN)
    assert not runs(told, FAULT)
    assert not [one.key for one in told.figures if one.mark]
    assert not told.draft


def test_july_2015_says_what_its_half_year_came_to(demonstration):
    said = text_of(document("july-2015"))
    assert "carried out 42 case-file audits between 1 January and 30 June 2015" in said
    assert "38 of 42 (90%) of the audits were shared" in said
    assert "covered the 346 staff" in said
    assert "24 members of staff were past the date" in said
    assert "looked after 201 children" in said
    assert "the number fell from 210 to 201" in said


@pytest.mark.parametrize("slug", ["july-2015", "january-2016"])
def test_a_paper_is_approved_by_two_other_persons_on_its_own_day(demonstration, slug):
    issued = edition(slug)
    given = {one.kind: one for one in issued.paper.approvals.all()}
    assert {one.scope for one in given.values()} == {"whole", "recommendations"}
    assert given["chief_officer"].approver != given["legal"].approver
    for approval in given.values():
        assert approval.approver != issued.paper.sent_by
        assert approval.approved_on == issued.issued_on == issued.paper.paper_date
    said = text_of(from_json(issued.document).sections)
    assert "Director of Children’s Services, " in said and "(Chief officer)" in said
    assert "(Legal: “Recommendations”)" in said
    assert issued.frozen_at.date() == issued.published_at.date() == issued.paper.paper_date


def test_every_figure_of_january_2016_is_traced_to_rows(
    demonstration,
):
    rows = edition("january-2016").provenance.all()
    figures = document("january-2016").counted
    assert len(rows) == len([one for one in figures if not one.made_of]) == 27
    counted = [one.key for one in rows if one.count]
    assert all(one.rows for one in rows if one.key in counted and one.count)


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
        ("development", "replacing-the-case-system", "predecessor"): "Beckstone",
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

"""The front that is frozen with a report: month, what is asked, commitments, and the brand."""

from dataclasses import replace
from datetime import UTC, date, datetime, time, timedelta

import pytest

from assurance.public_pages.brand.operations import save_brand
from reports.documents.colophon import colophon
from reports.documents.document import Item, ItemList, Paragraph, from_json
from reports.documents.front.digest import asked_in, asked_of
from reports.documents.front.masthead import NEXT_REPORT
from reports.editions.snapshot import PUBLIC, draft, issued
from reports.language.rules import due_dates
from reports.papers.models.answers import ProposedAnswer
from tests import cast
from tests.make import papers, promised
from tests.make.drafts import ON, sent_and_approved, written
from tests.make.public_pages import picture

pytestmark = pytest.mark.django_db
DAY = timedelta(days=1)


@pytest.fixture
def clerk():
    """Who writes the report."""
    return cast.clerk()


@pytest.fixture
def paper(clerk):
    """The report that is being written, of 18 January 2016."""
    return written(clerk)


@pytest.fixture
def before(paper):
    """A published report of the same series, of half a year before."""
    return issued_in_july(paper, series=paper.series)


def issued_in_july(paper, make=papers.issued_paper, **values):
    """A report of the council of `paper` for the meeting of July 2015."""
    met = papers.meeting(date(2015, 7, 21), council=paper.council)
    return make(council=paper.council, meeting=met, paper_date=date(2015, 7, 13), **values)


def front(paper):
    """The front of the report as it is now."""
    return draft(paper).front


def states(paper):
    """(state, commitment, due) of each entry."""
    return [(one.state, one.what, one.due) for one in front(paper).commitments]


def commitment(of, what, due_on=ON, **values):
    """A commitment of the report `of`."""
    return promised.commitment(council=of.council, paper=of, what=what, due_on=due_on, **values)


def test_the_month_is_that_of_the_report(paper):
    assert front(paper).month == f"{paper.told_on:%B %Y}" == "January 2016"
    assert draft(paper).running == "Netherby Metropolitan Council · Assurance report, January 2016"


def test_what_is_asked_is_the_part_of_the_template_that_asks(paper):
    document = draft(paper)
    asked = asked_of(document)
    section = next(one for one in document.sections if one.anchor == document.front.asking)
    assert (asked.anchor, asked.title) == (section.anchor, section.title)
    assert [one.label for one in asked.items] == ["i."]
    assert asked.items[0].words.startswith("note ")
    points = Paragraph("para-1", "1.", (), (ItemList("bullet", (Item("", "point-1", ()),)),))
    assert [one.label for one in asked_in(replace(section, blocks=(points,))).items] == ["•"]


def test_an_open_commitment_is_overdue_only_after_its_date(paper, before):
    commitment(before, "Past", paper.told_on - DAY)
    commitment(before, "Today", paper.told_on)
    commitment(before, "Later", paper.told_on + DAY)
    assert states(paper) == [
        ("Overdue", "Past", "17 January 2016"),
        ("Open", "Today", "18 January 2016"),
        ("Open", "Later", "19 January 2016"),
    ]


def test_what_was_due_to_the_next_report_is_overdue_in_it(paper, before):
    commitment(before, "Earlier", None, due_to=due_dates.NEXT)
    commitment(paper, "Own", None, due_to=due_dates.NEXT)
    assert states(paper) == [("Overdue", "Earlier", NEXT_REPORT), ("Open", "Own", NEXT_REPORT)]


def test_only_a_report_that_is_expected_in_that_month_is_called_the_next(paper, before):
    paper.series.interval = "six_months"
    paper.series.save()
    commitment(before, "Later", date(2016, 7, 31), due_to=due_dates.PAPER)
    commitment(paper, "Next", date(2016, 7, 31), due_to=due_dates.PAPER)
    assert states(paper) == [
        ("Open", "Later", "Report by 31 July 2016"),
        ("Open", "Next", "Next report, expected in July 2016"),
    ]


def test_what_another_report_has_answered_is_left_out_and_never_given_its_place(paper, before):
    other = papers.issued_paper(
        council=paper.council, series=paper.series, slug="other", meeting=None, paper_date=ON - DAY
    )
    answer = {"state": due_dates.MET, "answered_on": ON - DAY, "answered_block": "audits"}
    commitment(before, "Answered before", answered_in=other, **answer)
    assert states(paper) == []
    commitment(before, "Answered here", answered_in=paper, **answer)
    [entry] = front(paper).commitments
    assert (entry.what, entry.place.partition(" ")[0]) == ("Answered here", "paragraph")


def test_a_report_that_answers_a_commitment_of_another_series_has_it(paper):
    other = issued_in_july(paper, series=papers.series("other", council=paper.council))
    commitment(other, "Of another series, open")
    answer = {"state": due_dates.LATE, "answered_on": ON, "answered_in": paper}
    commitment(other, "Of another series", **answer)
    assert [row[:2] for row in states(paper)] == [("Kept late", "Of another series")]


@pytest.mark.parametrize(
    ("state", "words"),
    [
        (due_dates.MET, "Kept"),
        (due_dates.LATE, "Kept late"),
        (due_dates.CHANGED, "Changed"),
        (due_dates.DROPPED, "Dropped"),
    ],
)
def test_the_answer_that_the_report_proposes_is_its_state(paper, before, state, words):
    row = commitment(before, "Answered")
    ProposedAnswer.objects.create(
        commitment=row,
        paper=paper,
        state=state,
        because="It was done.",
        answered_on=ON,
        block="audits",
    )
    [entry] = front(paper).commitments
    assert (entry.state, entry.what) == (words, "Answered")
    anchors = [block.anchor for section in draft(paper).sections for block in blocks(section)]
    assert entry.anchor in anchors
    assert entry.place.startswith("paragraph ")


def test_a_place_without_a_number_is_named_in_words(paper, before):
    commitment(paper, "Own", block="work")
    [entry] = front(paper).commitments
    assert (entry.place, bool(entry.anchor)) == ("in this report", True)
    commitment(paper, "Gone", block="no-such-block", due_on=ON + DAY)
    assert (front(paper).commitments[1].place, front(paper).commitments[1].anchor) == ("", "")


def blocks(section):
    """Every block of a section, those of its sections too."""
    for block in getattr(section, "blocks", ()):
        yield block
        yield from blocks(block)


def test_what_was_answered_before_the_period_is_left_out(paper, before):
    old = {"state": due_dates.MET, "answered_on": paper.period_start - DAY}
    recent = {"state": due_dates.MET, "answered_on": paper.period_start}
    commitment(before, "Long ago", **old)
    commitment(before, "Since", **recent)
    assert [what for _, what, _ in states(paper)] == ["Since"]


def test_what_is_answered_after_the_report_is_open_in_it(paper, before):
    later = {"state": due_dates.MET, "answered_on": paper.told_on + DAY}
    commitment(before, "Answered later", paper.told_on, **later)
    assert states(paper) == [("Open", "Answered later", "18 January 2016")]


def test_drafts_other_series_and_what_is_no_commitment_are_left_out(paper, before):
    other = issued_in_july(paper, series=papers.series("other", council=paper.council))
    unpublished = issued_in_july(paper, papers.paper, series=paper.series)
    commitment(other, "Of another series")
    commitment(unpublished, "Of a draft")
    commitment(before, "None", state=due_dates.REFUSED)
    assert states(paper) == []


def test_answered_comes_before_overdue_before_due_each_by_its_date(paper, before):
    commitment(before, "Due", paper.told_on + DAY)
    commitment(before, "Overdue late", paper.told_on - DAY)
    commitment(before, "Overdue early", paper.told_on - 2 * DAY)
    answered = {"state": due_dates.MET, "answered_on": paper.period_end}
    commitment(before, "Kept", paper.told_on - DAY, **answered)
    assert [what for _, what, _ in states(paper)] == [
        "Kept",
        "Overdue early",
        "Overdue late",
        "Due",
    ]


def test_a_council_without_a_brand_has_none(paper):
    assert front(paper).brand is None


def test_an_edition_keeps_the_brand_that_it_was_frozen_with(paper, clerk, settings, tmp_path):
    settings.ATTACHMENTS_ROOT = tmp_path
    by = cast.administrator(paper.council)
    values = {"council": paper.council, "mark_text": "A flag", "cover": False, "by": by, "on": ON}
    save_brand(**values, colour="#5b2a6e", content=picture())
    sent = sent_and_approved(paper, clerk)
    save_brand(**values, colour="#0b4f54", content=picture(colour="#0b4f54"), version=1)
    for file in tmp_path.rglob("*"):
        if file.is_file():
            file.unlink()
    at = datetime.combine(ON, time(12), UTC)
    document = issued(sent.frozen, number=1, at=at, on=ON, approvals=(), address="/a/")
    assert document.front.brand == from_json(sent.frozen[PUBLIC]).front.brand
    assert (document.front.brand.colour, document.front.brand.alt) == ("#5b2a6e", "A flag")
    assert document.front.brand.mark.startswith("data:image/png;base64,")


@pytest.mark.parametrize(
    ("interval", "expected"),
    [
        ("six_months", "Due in July 2016, every six months"),
        ("yearly", "Due in January 2017, every year"),
        ("", ""),
    ],
)
def test_when_the_next_report_is_due_is_frozen_and_printed_at_the_end(paper, interval, expected):
    paper.series.interval = interval
    assert front(paper).next_report == expected
    document = replace(draft(paper), draft=False, address="/netherby/reports/assurance/", edition=1)
    printed = {row.name: row.words for row in colophon(document).rows}
    assert printed.get(NEXT_REPORT, "") == expected

"""What a clerk keeps beside papers: committees, meetings, series, posts and the glossary."""

from datetime import date, time

import pytest

from assurance.meetings.models.meetings import Meeting
from assurance.people import rules as people
from assurance.records.history import HistoryEntry
from reports.papers.models.templates import Abbreviation, Series
from tests.make import papers
from tests.page_requests import boxes, errors, words

DAY = date(2016, 1, 26)


def meeting(**said):
    """What a clerk types for a meeting."""
    usual = {"committee": papers.committee().pk, "time": "17:30", "cancelled": "False"}
    return {**usual, **boxes(date=said.pop("date", "26 1 2016")), **said}


def test_a_meeting_is_added_changed_and_cancelled(browser):
    page = browser.post("/committee/meetings/add/", meeting(place="West Offices"), follow=True)
    kept = Meeting.objects.get()
    assert (kept.date, kept.time, kept.place) == (DAY, time(17, 30), "West Offices")
    assert "Meeting added." in words(page)
    browser.post(f"/committee/meetings/{kept.pk}/change/", meeting(cancelled="True"))
    kept.refresh_from_db()
    assert kept.cancelled
    assert kept not in Meeting.objects.of(kept.council).to_come_or_held()
    assert HistoryEntry.objects.about(kept).first().what == "meetings.change"


@pytest.mark.parametrize(
    ("said", "field", "sentence"),
    [
        ({"committee": ""}, "committee", "Choose the committee that meets"),
        ({"date": "31 2 2016"}, "date", "The date of the meeting must be a real date"),
        ({"date": "18 1 2016"}, "date", "has a meeting on that date"),
        ({"time": "half past"}, "time", "Enter a time such as 17:30"),
        ({"cancelled": ""}, "cancelled", "Select whether the meeting is cancelled"),
    ],
)
def test_a_wrong_meeting_gets_its_sentence(browser, said, field, sentence):
    papers.meeting()
    answer = browser.post("/committee/meetings/add/", meeting(**said))
    assert sentence in " ".join(errors(answer)[field])
    assert Meeting.objects.count() == 1


def test_a_meeting_that_a_published_report_names_keeps_its_date_and_committee(browser):
    kept = papers.meeting()
    address = f"/committee/meetings/{kept.pk}/change/"
    own = {"date": "18 1 2016", "committee": kept.committee.pk}
    moved = {**own, "date": "2 2 2016"}
    paper = papers.issued_paper(meeting=kept)
    # Until something is published, it is moved as any other.
    for typed in (moved, own):
        assert browser.post(address, meeting(**typed)).status_code == 302
    papers.edition(paper=paper)
    page = browser.post(address, meeting(**moved))
    assert "A published report is of the meeting of 18 January 2016." in str(errors(page)["date"])
    page = browser.post(address, meeting(**{**own, "committee": papers.committee("other").pk}))
    assert [*errors(page)] == ["committee"]
    browser.post(address, meeting(**own, cancelled="True", place="Guild House"))
    kept.refresh_from_db()
    assert (str(kept.date), kept.cancelled, kept.place) == ("2016-01-18", True, "Guild House")


def test_a_series_is_added_and_keeps_its_address_once_it_has_papers(browser):
    said = {"title": "Six-monthly report", "slug": "six", "committee": papers.committee().pk}
    browser.post("/committee/series/add/", said)
    kept = Series.objects.get()
    address = f"/committee/series/{kept.pk}/change/"
    assert browser.post(address, {**said, "slug": "half-yearly"}).status_code == 302
    papers.paper(series=kept)
    assert browser.post(address, {**said, "slug": "half-yearly"}).status_code == 302
    answer = browser.post(address, {**said, "slug": "six"})
    assert "it can no longer change" in errors(answer)["slug"][0]
    again = browser.post("/committee/series/add/", {**said, "slug": "half-yearly"})
    assert "Another series has this address" in errors(again)["slug"][0]
    assert "Six-monthly report" in words(browser.get("/committee/series/"))


def test_an_abbreviation_is_added_changed_and_found(browser):
    browser.post("/committee/glossary/add/", {"short": "LSCB", "long": "Local Board"})
    kept = Abbreviation.objects.get()
    browser.post(f"/committee/glossary/{kept.pk}/change/", {"short": "LSCB", "long": "A board"})
    kept.refresh_from_db()
    assert kept.long == "A board"
    taken = browser.post("/committee/glossary/add/", {"short": "LSCB", "long": "x"})
    assert "already has these letters" in errors(taken)["short"][0]
    papers.abbreviation()
    lines = browser.get("/committee/glossary/?text=board").context["lines"]
    assert [line["record"].short for line in lines] == ["LSCB"]


def test_two_posts_of_one_name_share_no_day():
    others = [(date(2010, 1, 1), date(2015, 12, 31))]
    spans = {
        (date(2016, 1, 1), None): False,
        (date(2015, 12, 31), None): True,
        (date(2000, 1, 1), date(2009, 12, 31)): False,
        (date(2000, 1, 1), date(2010, 1, 1)): True,
        (date(2000, 1, 1), None): True,
    }
    refused = {span: people.why_not_name_post("director", *span, others) for span in spans}
    assert {span: bool(sentence) for span, sentence in refused.items()} == spans
    assert not any(people.why_not_name_post("director", *span, []) for span in spans)
    assert people.why_not_name_post("director", date(2050, 1, 1), None, [(others[0][0], None)])
    assert people.why_not_end_post(DAY, DAY) == people.why_not_end_post(DAY, None) == ""

"""The page that starts the next report: what it proposes, what it refuses, what it asks for."""

from datetime import date

import pytest

from assurance.meetings.models.meetings import Meeting
from assurance.runtime.periods import When
from reports.documents.document import text_of
from reports.editions.snapshot import draft
from reports.papers.models.papers import Paper
from reports.papers.models.record_requests import RecordRequest
from tests import cast
from tests.make import asked, audits, looked_after, papers
from tests.page_requests import at, boxes, drawn, errors, words

pytestmark = pytest.mark.django_db
MEETING = date(2016, 7, 25)


@pytest.fixture(autouse=True)
def the_day(settings):
    """The day on which the pages are opened."""
    settings.CANDOUR_TODAY = "2016-06-13"


@pytest.fixture
def page(browser, paper):
    """The page, with a meeting to go to."""
    papers.meeting(MEETING)
    return browser.get(at(paper, "next"))


def post(browser, paper, page, **said):
    """What is answered where the page is sent as it stands but for what is `said`."""
    return browser.post(at(paper, "next"), {**drawn(page), **said})


def moments(paper):
    """Name → first and last day of a report's dates."""
    return {row.name: (row.start, row.end) for row in paper.named_dates.all()}


@pytest.mark.long
def test_one_press_starts_the_report_as_it_is_proposed(browser, paper, page):
    assert "Start the report for July 2016" in words(page)
    assert "Three questions" in words(page) and "25 July 2016, Safeguarding" in words(page)
    answer = post(browser, paper, page)
    report = Paper.objects.get(slug="july-2016")
    assert answer.url == at(report, "report-job")
    assert report.title == "Assurance report, July 2016"
    assert (report.period_start, report.period_end) == (date(2016, 1, 1), date(2016, 6, 30))
    assert (report.meeting.date, report.paper_date) == (MEETING, MEETING)
    assert moments(report)["position"] == (date(2016, 6, 1),) * 2
    assert moments(report)["year"] == (date(2015, 1, 1), date(2015, 12, 31))


def test_no_name_of_a_machine_stands_on_the_page(page):
    text = words(page).partition("<main")[2].partition("</main")[0]
    shown = "".join(piece.partition(">")[2] for piece in text.split("<"))
    assert "@" not in shown and "[[" not in shown and "july-2016" not in shown


@pytest.mark.long
def test_each_record_that_is_missing_is_asked_for_unless_its_tick_is_taken_away(
    browser, paper, page
):
    assert words(page).count('name="ask"') == 2
    looked_after.census(council=paper.council, date=date(2015, 7, 1), total=199)
    page = browser.get(at(paper, "next"))
    assert words(page).count('name="ask"') == 1 and "Children looked after: 199" in words(page)
    post(browser, paper, page)
    asked = RecordRequest.objects.get()
    assert (asked.start, asked.end) == (date(2016, 6, 1),) * 2
    assert asked.what == "count of looked-after children"
    assert asked.due_on == date(2016, 6, 30)
    assert asked.asked_by.grants.get().role == "clerk"


@pytest.mark.long
def test_nothing_is_asked_for_without_a_tick_or_where_the_record_is_there_by_then(
    browser, paper, page
):
    sent = {**drawn(page), "ask": []}
    browser.post(at(paper, "next"), sent)
    assert not RecordRequest.objects.exists()
    Paper.objects.filter(slug="july-2016").update(slug="another")
    for day in (date(2015, 7, 1), date(2016, 6, 1)):
        looked_after.census(council=paper.council, date=day, total=199)
    post(browser, paper, page)
    assert Paper.objects.filter(slug="july-2016").exists()
    assert not RecordRequest.objects.exists()


def test_another_period_moves_the_dates_that_were_left_and_asks_for_a_look(browser, paper, page):
    other = {"period": "other", **boxes(period_start="1 7 2016", period_end="31 12 2016")}
    other |= {"meeting": "other", **boxes(meeting_on="18 1 2017")}
    own = boxes(start_comparison="3 7 2015")
    answer = post(browser, paper, page, **other, **own)
    assert "have been moved to the meeting and period" in errors(answer)["__all__"][0]
    shown = answer.context["form"]
    assert shown["start_position"].value() == ["1", "12", "2016"]
    assert shown["start_comparison"].value() == ["3", "7", "2015"]
    assert shown["dates_of"].value() == "2016-07-01 2016-12-31 2017-01-18"
    again = {name: answer.context["form"].data[name] for name in shown.data}
    done = browser.post(at(paper, "next"), again)
    report = Paper.objects.get(period_end=date(2016, 12, 31))
    assert done.url == at(report, "report-job")
    assert moments(report)["position"] == (date(2016, 12, 1),) * 2
    assert moments(report)["comparison"] == (date(2015, 7, 3),) * 2


@pytest.mark.long
def test_a_date_that_was_changed_by_hand_is_kept(browser, paper, page):
    post(browser, paper, page, **boxes(start_position="5 6 2016"))
    report = Paper.objects.get(slug="july-2016")
    assert moments(report)["position"] == (date(2016, 6, 5),) * 2


def test_another_meeting_is_added_and_a_cancelled_one_is_refused(browser, paper, page):
    cancelled = papers.meeting(date(2016, 7, 26), cancelled=True)
    said = {"meeting": "other", **boxes(meeting_on="26 7 2016")}
    refused = errors(post(browser, paper, page, **said))
    assert refused["meeting_on"] == [
        "The meeting on that date was cancelled: enter the date of another"
    ]
    cancelled.cancelled = False
    cancelled.save()
    post(browser, paper, page, **said)
    assert Paper.objects.get(slug="july-2016").meeting == cancelled


@pytest.mark.long
def test_a_meeting_that_is_not_known_leaves_the_report_without_one(browser, paper, page):
    post(browser, paper, page, meeting="unknown")
    assert Paper.objects.get(slug="july-2016").meeting is None


@pytest.mark.long
def test_without_a_meeting_nothing_is_taken_from_the_next_that_is_known(browser, paper):
    # The meeting that is offered is more than a year after the last one.
    Meeting.committees.filter(date__gt=paper.meeting.date).delete()
    papers.meeting(date(2017, 9, 19))
    page = browser.get(at(paper, "next"))
    assert page.context["form"]["paper_date"].value().year == 2017
    post(browser, paper, page, meeting="unknown")
    report = Paper.objects.get(slug="july-2016")
    assert (report.meeting, report.paper_date) == (None, None)
    assert report.title.endswith("July 2016")


def test_what_is_wrong_is_said_at_its_field_and_what_was_typed_stays(browser, paper, page):
    backwards = boxes(period_start="1 7 2016", period_end="1 1 2016")
    empty = boxes(period_start="", period_end="")
    for said, field, sentence in (
        ({"meeting": ""}, "meeting", "Select the meeting that the report is for"),
        ({"meeting": "1999-01-01"}, "meeting", "Choose “Which meeting is it for?” from"),
        ({"meeting": "other"}, "meeting_on", "Enter the date of the meeting"),
        ({"period": "other", **backwards}, "period_end", "on or after its start date"),
        ({"period": "other", **empty}, "period_start", "Enter the start date of the period"),
        (boxes(start_position="31 2 2016"), "start_position", "must be a real date"),
        (boxes(start_position=""), "start_position", "Enter the date for “"),
        (boxes(end_year="1 1 2014"), "end_year", "on or after the start date"),
        ({"ask": ["rubbish"]}, "ask", "Choose “Records to ask for” from the list"),
    ):
        answer = post(browser, paper, page, **said)
        assert sentence in errors(answer)[field][0], said
        assert answer.context["form"]["start_comparison"].value() == ["1", "7", "2015"]
    rubbish = post(browser, paper, page, dates_of="2016-13-99 x")
    assert rubbish.status_code in (200, 302)


@pytest.mark.long
def test_an_address_that_is_taken_gets_a_number(browser, paper, page):
    papers.paper(series=paper.series, slug="july-2016", period_start=date(2014, 1, 1))
    post(browser, paper, browser.get(at(paper, "next")))
    assert Paper.objects.get(slug="july-2016-2").carried_from == paper.slug


@pytest.mark.long
def test_a_period_of_dates_keeps_its_label(browser, paper, page):
    paper.named_dates.filter(name="year").update(label="Audits in the year")
    assert "Audits in the year: start date" in words(browser.get(at(paper, "next")))
    post(browser, paper, page)
    names = Paper.objects.get(slug="july-2016").names
    assert names["year"] == When(date(2015, 1, 1), date(2015, 12, 31), "Audits in the year")


@pytest.mark.long
def test_who_wrote_last_time_is_asked_again_in_the_same_press(browser, paper, page):
    assert "Who writes?" not in words(page)
    writer = cast.make_user("officer", name="Team Manager")
    asked.contribution_request(
        paper=paper, part="body", slug="work", title="What was done", asked_of=writer
    )
    page = browser.get(at(paper, "next"))
    assert "Four questions" in words(page) and "Team Manager (What was done)" in words(page)
    later = post(browser, paper, page, writers="later")
    report = Paper.objects.get(carried_from=paper.slug)
    assert later.url == at(report, "report-job") and not report.contribution_requests.exists()
    Paper.objects.filter(pk=report.pk).update(slug="away", period_start=date(2014, 1, 1))
    post(browser, paper, browser.get(at(paper, "next")))
    again = Paper.objects.get(slug="july-2016").contribution_requests.get()
    assert (again.who, again.title, again.slug) == ("Team Manager", "What was done", "work")
    assert again.due_on == date(2016, 6, 30)
    assert "text" in again.blocks[0] and again.state == "asked"


@pytest.mark.long
def test_rounds_that_are_late_are_printed_unless_they_are_unticked(browser, paper, page):
    assert "Lists of what is late or owed" not in words(page)
    late = audits.audit_round(council=paper.council, start=date(2016, 1, 1), end=date(2016, 3, 31))
    page = browser.get(at(paper, "next"))
    assert "Audit rounds past their reporting day: 1" in words(page)
    assert drawn(page)["lists"] == ["audit_rounds_late"]
    post(browser, paper, page)
    report = Paper.objects.get(slug="july-2016")
    block = report.blocks.get(slug="audit-rounds-late")
    assert block.data["records"]["what"] == "audit_rounds_late"
    # It is with what the report has of audits, and the report prints the round.
    about = report.blocks.filter(text__contains="[[audits.").first()
    assert (block.part, block.parent_id) == (about.part, about.parent_id)
    printed = text_of(draft(report).sections)
    assert "Audit rounds past their reporting day" in printed and late.kind.title in printed
    Paper.objects.filter(pk=report.pk).update(slug="away", period_start=date(2014, 1, 1))
    post(browser, paper, browser.get(at(paper, "next")), lists=[])
    assert not Paper.objects.get(slug="july-2016").blocks.filter(slug=block.slug).exists()
    # A report without text has the list in the body of its template.
    Paper.objects.filter(slug="july-2016").update(slug="off", period_start=date(2014, 1, 1))
    paper.blocks.update(removed_on=date(2016, 1, 20))
    post(browser, paper, browser.get(at(paper, "next")))
    [only] = Paper.objects.get(slug="july-2016").blocks.all()
    assert (only.slug, only.part, only.parent) == ("audit-rounds-late", "body", None)


def test_nobody_is_asked_for_a_section_that_is_gone_or_with_an_account_that_ended(
    browser, paper, page
):
    gone, ended = (cast.make_user("officer", name=name) for name in ("Gone", "Ended"))
    asked.contribution_request(paper=paper, part="body", slug="nowhere", asked_of=gone)
    asked.contribution_request(paper=paper, part="body", slug="work", asked_of=ended)
    ended.is_active = False
    ended.save(update_fields=["is_active"])
    post(browser, paper, browser.get(at(paper, "next")))
    assert not Paper.objects.get(slug="july-2016").contribution_requests.exists()


@pytest.mark.long
def test_a_year_that_another_has_followed_is_on_the_page_and_takes_its_label_along(
    browser, paper, settings
):
    papers.meeting(MEETING)
    row = paper.named_dates.get(name="year")
    row.label, row.start, row.end = "Audits in 2014", date(2014, 1, 1), date(2014, 12, 31)
    row.save()
    page = browser.get(at(paper, "next"))
    [shown] = [one for one in page.context["form"].date_rows[0] if one["label"] == row.label]
    assert "A later one ended on 31 December 2015" in shown["sentence"]
    assert shown["sentence"] in page.content.decode().replace("&#x27;", "'")
    later = {"start_year_year": "2015", "end_year_year": "2015"}
    post(browser, paper, page, **later)
    report = Paper.objects.get(slug="july-2016")
    assert moments(report)["year"] == (date(2015, 1, 1), date(2015, 12, 31))
    assert report.named_dates.get(name="year").label == "Audits in 2015"

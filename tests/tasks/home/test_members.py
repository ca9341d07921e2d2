"""A member's home: the next meeting with its reports, what changed, commitments, what is new."""

from datetime import date, time, timedelta

import pytest
from django.urls import reverse

from reports.documents.figure_pairs import ChangedEntry
from reports.language.rules import due_dates
from reports.tasks.home_parts.commitments import MOST as MOST_COMMITMENTS
from reports.tasks.home_parts.commitments import SOON
from reports.tasks.home_parts.next_meeting import MOST_FIGURES, MOST_REPORTS, change_words
from reports.tasks.home_parts.visits import MOST as MOST_NEW
from tests import cast
from tests.make import matters, papers, promised, readers
from tests.page_requests import browser_of, words
from tests.sweeping import NamedCase
from tests.tasks.home.homes import DAY, body, figure, home, part, parts, published

pytestmark = pytest.mark.django_db
ONE = timedelta(days=1)
BEFORE, AFTER = date(2015, 6, 30), date(2015, 12, 1)


@pytest.fixture(autouse=True)
def the_day(settings):
    """The day on which the pages are opened."""
    settings.CANDOUR_TODAY = DAY.isoformat()


def lead(user, **more):
    """The part of the next meeting."""
    return part(user, "next_meeting", **more)


def test_without_meeting_or_report_the_page_says_so_and_what_to_do_next():
    member = cast.member()
    assert lead(member)["meeting"] is None
    page = words(home(member))
    assert "app-band" in page.partition("Published reports</h1>")[0][-80:]
    for sentence in (
        "No report is published yet",
        "Reports appear here when they are published.",
        "No open commitment is due by 20 April 2016.",
        "Nothing was published since then.",
        "No notes yet.",
    ):
        assert sentence in page and "No meeting" not in page, sentence
    assert reverse("feeds:follow", args=["netherby"]) in page
    assert "govuk-button--" not in page.partition("<form")[0].partition("<main")[2]


MEETINGS = (
    (DAY, "today"),
    (DAY + ONE, "tomorrow"),
    (DAY + 2 * ONE, "in 2 days"),
    (DAY + 40 * ONE, "in 40 days"),
)


@pytest.mark.parametrize(("day", "text"), MEETINGS)
def test_the_next_meeting_is_the_title_with_how_many_days_are_left(day, text):
    papers.series()
    for other in (day, day + 30 * ONE, DAY - ONE):
        papers.meeting(other, time=time(17, 30), place="Guild House")
    papers.meeting(DAY, committee=papers.committee("planning"))
    papers.meeting(DAY, committee=papers.committee(council=cast.make_council("elsewhere")))
    papers.meeting(day - ONE if day > DAY else day - 2 * ONE, cancelled=True)
    context = lead(member := cast.member())
    assert (context["meeting"].date, context["in_days"]) == (day, text)
    texts = (f"Next meeting: {day:%A} {day.day} {day:%B %Y}", "5:30pm, Guild House")
    assert all(text in words(home(member)) for text in texts)


def test_a_meeting_without_a_report_names_the_day_of_the_agenda_and_the_last_report():
    papers.meeting(date(2016, 2, 16), committee=papers.series().committee)
    published(title="Earlier report", issued_on=date(2015, 9, 1))
    member = cast.member()
    context = lead(member)
    # Five clear days, of which weekends are none: Monday the 8th.
    assert (context["expected"], context["reports"]) == (date(2016, 2, 8), [])
    page = words(home(member))
    assert "No report for this meeting is published yet." in page
    assert "by 8 February 2016" in page and "Earlier report" in page


def reports_of(number):
    """So many published reports of the next meeting, the first one with what it asks."""
    meeting = papers.meeting(DAY + 8 * ONE)
    for place in range(number):
        paper = papers.issued_paper(meeting=meeting, title=f"Report {place}")
        published("note the audits", f"agree plan {place}", paper=paper)
    return meeting


def test_the_reports_of_the_meeting_say_what_they_ask_and_which_are_new():
    reports_of(1)
    member = cast.member()
    for since, is_new in ((None, False), (papers.ISSUED_ON, True), (papers.ISSUED_ON + ONE, False)):
        [report] = lead(member, since=since)["reports"]
        assert report.is_new is is_new, since
    asked = [(item.label, item.words) for item in report.first.asked]
    assert asked == [("1.", "note the audits"), ("2.", "agree plan 0")]
    page = body(member)
    assert "Members are invited to:" in page and "agree plan 0" in page
    assert f'href="{report.address}#para-9-2"' in page
    assert page.count("Read the report") == 1 and "asks members to decide nothing" not in page


def test_a_report_that_asks_nothing_says_so_and_one_that_was_removed_is_not_there():
    meeting = papers.meeting(DAY + 8 * ONE)
    published(paper=papers.issued_paper(meeting=meeting))
    gone = published("note it", paper=papers.issued_paper(meeting=meeting, title="Gone"))
    papers.remove_edition(edition=gone)
    elsewhere = cast.make_council("elsewhere")
    published(council=elsewhere, title="Elsewhere")
    member = cast.member()
    page = body(member)
    assert "This report asks members to decide nothing." in page
    assert "Gone" not in page and "Elsewhere" not in page
    assert lead(cast.member(elsewhere))["reports"] == []


def test_many_reports_are_shown_up_to_a_number_and_one_button_alone_is_green():
    reports_of(MOST_REPORTS + 2)
    member = cast.member()
    assert len(lead(member)["reports"]) == MOST_REPORTS
    page = body(member)
    buttons = ('class="govuk-button" role="button"', "Read the report")
    assert [page.count(one) for one in buttons] == [1, MOST_REPORTS]


def two_halves(*pairs):
    """The report of a half-year and the one of the next meeting, with the values of each."""
    meeting = papers.meeting(DAY + 8 * ONE)
    then = papers.issued_paper(
        meeting=papers.meeting(date(2015, 7, 20)),
        period_start=date(2014, 10, 1),
        period_end=date(2015, 3, 31),
    )
    now = papers.issued_paper(meeting=meeting)
    for paper, day, place in ((then, BEFORE, 0), (now, AFTER, 1)):
        rows = (
            figure(
                pair[place], day, number=number, key=f"dbs.part_{number}", title=f"Part {number}"
            )
            for number, pair in enumerate(pairs, 1)
        )
        published(paper=paper, figures=rows)


def test_what_changed_is_drawn_as_tiles_with_the_direction_in_words():
    two_halves(("24", "30"), ("9", "8"), ("5", "5"), ("some", "many"))
    tiles = lead(cast.member())["tiles"]
    assert [(row.title, row.value, row.when, row.change) for row in tiles] == [
        ("Part 1", "30", "1 December 2015", "Rose from 24 on 30 June 2015 to 30"),
        ("Part 2", "8", "1 December 2015", "Fell from 9 on 30 June 2015 to 8"),
        ("Part 4", "many", "1 December 2015", "Was some, 30 June 2015"),
    ]
    page = words(home(cast.member()))
    assert "Changes since last time" in page and "▲ </span>Rose from 24" in page
    assert "What changed since July 2015" in page
    for tile in tiles:
        assert tile.address in page


def test_a_tile_has_its_target_and_the_line_of_its_last_values():
    measure = matters.measure(slug="vacancies", title="Vacancies")
    matters.target(measure=measure)
    series, meeting = papers.series(), papers.meeting(DAY)
    days = (date(2014, 12, 31), BEFORE, AFTER)
    for place, (day, text) in enumerate(zip(days, ("21", "24", "30"), strict=True)):
        period = {"period_start": date(2010, 1, 1), "period_end": day}
        meets = {"meeting": meeting} if day == AFTER else {"meeting": None}
        paper = papers.issued_paper(series=series, slug=f"half-{place}", **period, **meets)
        own = figure(text, day, key="measures.value", member="vacancies", title="Vacancies")
        published(paper=paper, figures=[own], issued_on=day)
    [tile] = lead(cast.member())["tiles"]
    assert (tile.value, tile.mark) == ("30", "Target: 8 or less.")
    assert tile.line.startswith("<svg")
    assert all(text in tile.line for text in ("21", "24", "30"))
    page = words(home(cast.member()))
    assert "Target: 8 or less." in page and "Dec 2015" in page


def test_a_tile_of_two_values_has_no_line_and_one_without_a_target_no_mark():
    two_halves(("24", "30"))
    [tile] = lead(cast.member())["tiles"]
    assert (tile.mark, tile.line) == ("", "")


def test_where_no_report_has_a_change_the_last_published_figures_are_shown():
    """The value is the newest report's, its change from the one before."""
    usual = {"key": "dbs.overdue", "title": "People past their re-check date"}
    assert lead(cast.member())["tiles"] == []
    for place, (day, text) in enumerate(((BEFORE, "24"), (AFTER, "30"))):
        paper = papers.issued_paper(meeting=papers.meeting(day), slug=f"half-{place}")
        other = figure("7", day, number=2, key="dbs.due_in_month", title="Due")
        published(paper=paper, figures=[figure(text, day, **usual), other], issued_on=day)
    context = lead(cast.member())
    assert context["tiles_title"] == "Last published figures"
    [tile] = context["tiles"]
    assert (tile.title, tile.value, tile.when) == (usual["title"], "30", "1 December 2015")
    assert tile.change == "Rose from 24 on 30 June 2015 to 30"
    page = words(home(cast.member()))
    assert "Last published figures" in page and "Changes since last time" not in page
    assert browser_of(cast.member()).get(tile.address).status_code == 200


def test_no_more_tiles_are_drawn_than_a_row_has():
    two_halves(*((str(number), str(number + 1)) for number in range(1, 9)))
    assert len(lead(cast.member())["tiles"]) == MOST_FIGURES


CHANGES = (
    ({"text": "24"}, {"text": "30"}, "Rose from 24 on 30 June 2015 to 30"),
    ({"text": "1200", "base": "1,300"}, {"text": "100"},
     "Fell from 1200 of 1,300 on 30 June 2015 to 100"),
    ({"text": "24"}, {"text": "24"}, "Was 24, 30 June 2015"),
    ({"text": "few"}, {"text": "30"}, "Was few, 30 June 2015"),
    ({"text": "24", "unit": "%"}, {"text": "30"}, "Was 24, 30 June 2015"),
    ({"text": "24", "unit": "%"}, {"text": "30", "unit": "%"},
     "Rose from 24 on 30 June 2015 to 30"),
)  # fmt: skip


def test_a_change_is_never_better_or_worse():
    for then, now, sentence in CHANGES:
        with NamedCase(sentence):
            pair = ChangedEntry(figure(day=BEFORE, **then), figure(day=AFTER, **now))
            assert change_words(pair) == sentence


def test_open_commitments_are_shown_until_three_months_on_overdue_ones_first():
    paper = papers.edition().paper
    days = [DAY - 400 * ONE, DAY - ONE, DAY, DAY + ONE, DAY + SOON, DAY + SOON + ONE]
    for day in days:
        promised.commitment(paper=paper, due_on=day, what=f"Due on {day}")
    promised.commitment(paper=paper, due_on=None, due_to=due_dates.NEXT, what="Due next")
    done = {"state": "kept", "answered_on": DAY - ONE}
    promised.commitment(paper=paper, due_on=DAY - ONE, what="Kept", **done)
    promised.commitment(council=cast.make_council("elsewhere"), due_on=DAY, what="Elsewhere")
    promised.commitment(paper=papers.paper(), due_on=DAY, what="Of a draft")
    context = part(cast.member(), "commitments")
    assert [(row.what, late) for row, late in context["rows"]] == [
        (f"Due on {day}", day < DAY) for day in days if day <= DAY + SOON
    ]
    assert context["total"] == len(days) + 1
    page = body(cast.member())
    assert page.count('app-state--overdue">Overdue<') == 2 and "(7 open or overdue)" in page
    for name in ("Kept", "Elsewhere", "Of a draft"):
        assert name not in page.partition("Commitments to watch")[2].partition("All commitments")[0]


def test_an_answer_that_only_a_draft_gives_is_no_update_for_members():
    paper = papers.edition().paper
    draft = papers.paper()
    kept = {"state": "kept", "answered_on": DAY - ONE, "answered_in": draft}
    promised.commitment(paper=paper, due_on=DAY - ONE, **kept)
    member = cast.member()
    [(_, late)] = part(member, "commitments")["rows"]
    assert late
    assert [row["kind"] for row in part(member, "new")["rows"]] == ["Report published"]


def test_so_many_commitments_and_news_are_shown_and_the_rest_counted():
    paper = papers.edition().paper
    for place in range(MOST_COMMITMENTS + 3):
        promised.commitment(paper=paper, due_on=DAY + ONE, what=f"Promise {place}")
        kept = {"state": "kept", "answered_on": DAY - place * ONE}
        promised.commitment(paper=paper, what=f"Kept {place}", **kept)
    member = cast.member()
    context = part(member, "commitments")
    assert (len(context["rows"]), context["total"]) == (MOST_COMMITMENTS, MOST_COMMITMENTS + 3)
    rows = part(member, "new")["rows"]
    assert [row["title"] for row in rows] == [f"Kept {place}" for place in range(MOST_NEW)]


def test_the_notes_of_a_member_are_their_own_and_the_search_goes_to_published_reports():
    row = papers.edition()
    member = cast.member()
    for place in range(5):
        readers.reader_note(edition=row, reader=member, words=f"Own thought {place}")
    readers.reader_note(edition=row, words="The thought of another")
    context = part(member, "next_meeting")["notes"]
    assert (len(context["rows"]), context["total"]) == (4, 5)
    page = body(member)
    assert "All 5 notes, for printing" in page and "The thought of another" not in page
    assert f'action="{reverse("publication:search", args=["netherby"])}"' in page
    assert page.count('role="search"') == 1


def test_who_has_work_besides_reading_has_no_home_of_a_member():
    own = {"next_meeting", "commitments", "new", "search"}
    assert own <= set(parts(cast.member()))
    for role in sorted(set(cast.ROLES) - {"member"}):
        for roles in ((role,), (role, "member")):
            with NamedCase(str(roles)):
                assert own & set(parts(cast.make_user(*roles))) == {"search"}

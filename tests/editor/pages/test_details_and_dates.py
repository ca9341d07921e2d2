"""A paper that is being written is listed, and its details and dates are changed."""

from datetime import date

import pytest
from django.template.loader import render_to_string
from django.urls import reverse

from assurance.records.history import HistoryEntry
from reports.papers.assembly.generated_parts import missing_posts
from reports.papers.manuscript import read
from reports.papers.models.blocks import NamedDate
from reports.papers.models.papers import Paper
from tests import cast
from tests.make import papers, people
from tests.page_requests import at, boxes, drawn, errors, words

pytestmark = pytest.mark.django_db


@pytest.mark.long
def test_the_list_shows_papers_to_those_who_write_them_and_pages_them(browser, paper):
    for number in range(30):
        papers.paper(slug=f"older-{number}", title=f"Older {number}")
    page = browser.get(reverse("editor:list"))
    assert "Start a report" in words(page)
    assert page.context["page"].paginator.count == 31
    assert browser.get(f"{reverse('editor:list')}?page=2").context["page"].number == 2
    assert papers.paper(council=cast.make_council("elsewhere")) not in page.context["page"]


def details(paper, **said):
    """What a clerk types for the details of `paper`."""
    usual = {"title": paper.title, "meeting": "", "version": paper.version}
    dates = {"period_start": "1 7 2015", "period_end": "31 12 2015", "paper_date": ""}
    return {**usual, **boxes(**dates), **said}


@pytest.mark.long
def test_details_are_changed_and_told_in_history(browser, paper):
    answer = browser.post(at(paper, "details"), details(paper, title="Another title"), follow=True)
    assert "Details of the report: saved." in words(answer)
    paper.refresh_from_db()
    assert (paper.title, paper.meeting, paper.paper_date) == ("Another title", None, None)
    entry = HistoryEntry.objects.about(paper).first()
    assert entry.changes["title"] == {"from": "Assurance report", "to": "Another title"}
    assert "Another title" in words(answer)


def test_details_that_another_changed_first_come_back_with_both(browser, paper):
    seen = details(paper, title="Mine", **boxes(paper_date="20 1 2016"))
    browser.post(at(paper, "details"), details(paper, title="Theirs"))
    answer = browser.post(at(paper, "details"), seen)
    assert answer.status_code == 409
    rows = {row["label"]: (row["mine"], row["theirs"]) for row in answer.context["rows"]}
    assert rows["Title of the report"] == ("Mine", "Theirs")
    assert rows["Date of the report"] == ("20 January 2016", "")
    assert rows["Meeting"] == ("Not yet known", "Not yet known")
    assert answer.context["who"].startswith("Clerk")
    paper.refresh_from_db()
    browser.post(at(paper, "details"), {**seen, "version": paper.version})
    paper.refresh_from_db()
    assert paper.title == "Mine"


def test_contacts_wards_and_background_papers_are_kept_beside_other_parts(browser, paper):
    paper.parts = {**paper.parts, "council_plan": {"text": "Kept"}}
    paper.save()
    said = {
        "author": "director",
        "chief_officer": "",
        "wards": "Hull Road",
        "background_papers": "A file note\n\n An audit ",
        "version": paper.version,
    }
    browser.post(at(paper, "parts"), said)
    paper.refresh_from_db()
    assert paper.parts == {
        "council_plan": {"text": "Kept"},
        "contacts": {"author": "director"},
        "wards": {"text": "Hull Road"},
        "background_papers": {"papers": ["A file note", "An audit"]},
    }
    shown = browser.get(at(paper, "parts")).context["form"]
    assert shown["background_papers"].value() == "A file note\nAn audit"
    emptied = {"wards": "", "background_papers": "", "version": paper.version}
    browser.post(at(paper, "parts"), emptied)
    paper.refresh_from_db()
    assert paper.parts["wards"] == paper.parts["background_papers"] == {}
    answer = browser.post(at(paper, "parts"), said)
    rows = {row["label"]: (row["mine"], row["theirs"]) for row in answer.context["rows"]}
    assert (answer.status_code, rows["Author"]) == (409, ("Director", "Not known yet"))


def dated(paper, *rows):
    """What a clerk types for named days: (name, first, last) each."""
    said = {"version": paper.version}
    for place, (name, start, end) in enumerate(rows):
        said[f"name_{place}"] = name
        said |= boxes(**{f"start_{place}": start, f"end_{place}": end})
    return said


def test_days_and_periods_are_named_changed_and_taken_away(browser, paper):
    rows = [("position", "5 1 2016", ""), ("", "", ""), ("spring", "1 4 2015", "30 6 2015")]
    browser.post(at(paper, "dates"), dated(paper, *rows))
    named = {one.name: (one.start, one.end) for one in paper.named_dates.all()}
    assert named == {
        "position": (date(2016, 1, 5),) * 2,
        "spring": (date(2015, 4, 1), date(2015, 6, 30)),
    }
    paper.refresh_from_db()
    browser.post(at(paper, "dates"), {**dated(paper, *rows), "label_2": "Spring term"})
    assert paper.names["spring"].label == "Spring term"
    paper.refresh_from_db()
    page = words(browser.get(at(paper, "offers", "paragraph")))
    for token in ("[[date:spring]]", "[[date:spring | label]]", "[[date:period | short]]"):
        assert f'data-insert="{token}"' in page


@pytest.mark.parametrize(
    ("row", "field", "sentence"),
    [
        (("", "1 1 2015", ""), "label_1", "Enter what readers call this date"),
        (("1st", "1 1 2015", ""), "name_1", "Give it a name of small letters"),
        (("position", "1 1 2015", ""), "name_1", "Two rows are called “position”"),
        (("period", "1 1 2015", ""), "name_1", "always the report’s period"),
        (("month_end_1", "1 1 2015", ""), "name_1", "always an end of a month"),
        (("spring", "", ""), "start_1", "Enter the date of “spring”"),
        (("spring", "31 2 2015", ""), "start_1", "The date must be a real date"),
        (("spring", "2 1 2015", "1 1 2015"), "end_1", "must be on or after its start date"),
    ],
)
def test_a_wrong_day_gets_its_sentence(browser, paper, row, field, sentence):
    said = dated(paper, ("position", "1 12 2015", ""), row)
    answer = browser.post(at(paper, "dates"), said)
    assert any(sentence in one for one in errors(answer)[field])
    assert NamedDate.objects.filter(name="spring").count() == 0


def test_a_date_is_known_by_its_label_and_has_a_name_made_from_it(browser, paper):
    fields = drawn(browser.get(at(paper, "dates")))
    new = max(int(name[5:]) for name in fields if name.startswith("name_"))
    for place, label in ((new - 1, "Posts counted on"), (new, "2015: posts counted on!")):
        fields |= {f"label_{place}": label, **boxes(**{f"start_{place}": "31 1 2015"})}
    assert browser.post(at(paper, "dates"), fields).status_code == 302
    labels = {when.label: name for name, when in Paper.objects.get().names.items()}
    assert labels["Posts counted on"] == "posts_counted_on"
    assert labels["2015: posts counted on!"] == "posts_counted_on_2"
    page = browser.get(at(paper, "dates"))
    [place] = [name for name, value in drawn(page).items() if value == "posts_counted_on"]
    assert ">Posts counted on</" in words(page) and "@posts" not in words(page)
    assert page.context["form"].fields[place].widget.is_hidden


def test_two_dates_with_one_label_are_refused(browser, paper):
    said = dated(paper, ("position", "1 12 2015", ""), ("comparison", "1 1 2015", ""))
    labels = dict.fromkeys(("label_0", "label_1"), "Children counted on")
    answer = browser.post(at(paper, "dates"), said | labels)
    assert errors(answer) == {"label_1": ["Two dates are called “Children counted on”: change one"]}


def test_a_date_is_removed_by_emptying_its_row(browser, paper):
    fields = drawn(browser.get(at(paper, "dates")))
    [place] = [name[5:] for name, value in fields.items() if value == "comparison"]
    fields |= {f"label_{place}": "", **boxes(**{f"start_{place}": "", f"end_{place}": ""})}
    assert browser.post(at(paper, "dates"), fields).status_code == 302
    assert "comparison" not in Paper.objects.get().names


def test_days_that_another_changed_first_come_back_with_both_and_nothing_typed_is_lost(
    browser, paper
):
    said = dated(paper, *[(f"day{n}", f"{n + 1} 1 2015", "") for n in range(5)])
    theirs = dated(paper, ("position", "2 12 2015", ""))
    browser.post(at(paper, "dates"), theirs)
    answer = browser.post(at(paper, "dates"), said)
    assert answer.status_code == 409
    rows = {row["label"]: (row["mine"], row["theirs"]) for row in answer.context["rows"]}
    assert rows["Position"] == ("", "2 December 2015")
    assert rows["Day4"] == ("5 January 2015", "")
    assert 'value="day4"' in words(answer)


@pytest.mark.parametrize(
    ("dated", "meets", "is_there"),
    [
        *((None, date(2016, 1, 10), True), (None, date(2016, 1, 9), False), (None, None, False)),
        (date(2016, 1, 9), date(2016, 1, 10), False),
        (date(2016, 1, 10), date(2016, 1, 9), True),
    ],
)
def test_a_contact_is_in_post_on_the_report_s_date_or_that_of_its_meeting(
    browser, paper, dated, meets, is_there
):
    began = date(2016, 1, 10)
    papers.post(council=paper.council, slug="new", title="New post", from_date=began)
    paper.paper_date, paper.meeting = dated, papers.meeting(meets) if meets else None
    paper.parts = {**paper.parts, "contacts": {"author": "new"}}
    paper.save()
    assert ("New post" in words(browser.get(at(paper, "parts")))) is is_there
    assert (missing_posts(read(paper)) == []) is is_there


def test_history_prints_the_parts_of_a_report_in_words(browser, paper):
    post = people.post("Head of Practice")
    typed = {"author": post.slug, "wards": "All", "background_papers": "None"}
    page = browser.post(at(paper, "parts"), {**typed, "version": paper.version}, follow=True)
    entry = words(page).partition("History</h2>")[2].partition("</li>\n</ul>")[0]
    for text in ("Contacts: head of practice", "Wards: All", "Background papers: None"):
        assert text in entry
    assert "{" not in entry


def test_a_report_that_was_removed_is_not_called_published():
    for removed_on, state in ((None, "Published"), (date(2016, 2, 1), "Removed")):
        paper = Paper(status=Paper.ISSUED, withdrawn_on=removed_on)
        assert state in render_to_string("editor/paper_state.html", {"paper": paper})

"""The page of search for people who are signed in: what it shows, to whom, and what is not kept."""

from html import unescape

import pytest
from django.urls import reverse
from django.utils.html import strip_tags

from assurance.records.models import HistoryEntry
from reports.tasks.record_search.results import PER_PAGE, SHOWN
from tests import cast
from tests.make import improvements, papers, people
from tests.make.published_figures import entry, indexed
from tests.page_requests import browser_of
from tests.sweeping import swept
from tests.tasks.home.homes import home, published

pytestmark = pytest.mark.django_db


def words(answer):
    """The words of the main matter of a page."""
    main = answer.content.decode().partition("<main")[2].partition("</main>")[0]
    return " ".join(unescape(strip_tags(f"<main{main}")).split())


def search(user, text="", **more):
    """What the page answers to `text`."""
    return browser_of(user).post(reverse("record-search"), {"words": text, **more})


def test_the_form_names_what_may_be_searched():
    assert "people who need a DBS check" in words(browser_of(cast.officer()).get("/home/search/"))
    page = words(browser_of(cast.member()).get("/home/search/"))
    assert "people who need a DBS check" not in page
    assert "You can search published reports" in page and "Search records" not in page


@pytest.mark.long
def test_a_record_is_found_with_its_kind_its_count_and_its_page():
    person = people.person(name="Ada Lovelace")
    answer = search(cast.officer(), "lovelace")
    page = words(answer)
    assert "1 record" in page and "People who need a DBS check" in page
    assert reverse("dbs:record", args=[person.pk]) in answer.content.decode()


def test_a_result_prints_the_words_of_its_record():
    long = " ".join(["Write", "an", "audit", "tool", *["again"] * 40])
    improvements.action(reference="INS-4", text=long)
    page = words(search(cast.officer(), "INS-4"))
    assert "Write an audit tool again" in page and "…" in page and long not in page


@pytest.mark.long
def test_a_page_says_that_no_record_has_all_words():
    improvements.plan(title="An academy")
    improvements.action(reference="A1", text="Support every social worker.")
    improvements.action(reference="A2", text="Support every social worker.")
    said = "No record has all of these words. These have most of them."
    assert said in words(search(cast.officer(), "academy for social workers"))
    assert said not in words(search(cast.officer(), "academy"))


@pytest.mark.long
def test_more_of_a_kind_are_shown_by_pages_of_twenty():
    for number in range(PER_PAGE + 1):
        people.person(name=f"Ada {number}", reference=f"Q{number}")
    user = cast.officer()
    assert f"Show all {PER_PAGE + 1}" in words(search(user, "Ada"))
    assert [len(group.lines) for group in search(user, "Ada").context["groups"]] == [SHOWN]
    one = search(user, "Ada", kind="dbs-person")
    assert (len(one.context["lines"]), one.context["page"].paginator.num_pages) == (PER_PAGE, 2)
    assert "page 1 of 2" in words(one) and "Next page" in words(one)
    two = search(user, "Ada", kind="dbs-person", page="2")
    assert len(two.context["lines"]) == 1 and "Previous page" in words(two)


@pytest.mark.long
def test_published_answers_are_shown_beneath_and_open_alone():
    published("note the swift review of caseloads", title="Safeguarding report")
    user = cast.officer()
    answer = search(user, "swift caseloads")
    sections = answer.context["sections"]
    assert sections and "In published reports" in words(answer)
    name = sections[0].kind
    alone = search(user, "swift caseloads", kind=name)
    assert [section.kind for section in alone.context["sections"]] == [name]
    assert alone.context["groups"] == [] and "Show every kind of result" in words(alone)


@pytest.mark.long
def test_a_member_finds_published_answers_alone():
    published("note the swift review of caseloads", title="Safeguarding report")
    people.person(name="Ada Lovelace")
    answer = search(cast.member(), "Lovelace")
    assert "No results" in words(answer) and "No records" not in words(answer)
    assert search(cast.member(), "swift caseloads").context["search"].answers.count


@pytest.mark.long
def test_nothing_typed_stands_in_an_address_or_is_kept():
    people.person(name="Ada Lovelace")
    user = cast.officer()
    before = HistoryEntry.objects.count()
    answer = search(user, "Lovelace")
    page = answer.content.decode()
    assert "Lovelace" not in "".join(part.partition('"')[0] for part in page.split('href="')[1:])
    assert "no-store" in answer["Cache-Control"]
    assert HistoryEntry.objects.count() == before
    assert (
        browser_of(user).get("/home/search/", {"words": "Lovelace"}).context.get("matches") is None
    )


def test_a_typing_error_is_named_and_can_be_searched_as_typed():
    people.person(name="Ada Lovelace")
    user = cast.officer()
    page = words(search(user, "Lovelcae"))
    assert "Showing results for Lovelace" in page and "1 record" in page
    page = words(search(user, "Lovelcae", as_typed="on"))
    assert "Showing results for" not in page and "No records" in page


@swept([("x" * 201, 400), ("a\0b", 400), ("", 200), ("   ", 200), ("a" * 200, 200)])
def test_what_cannot_be_looked_for_is_refused_in_words(text, status):
    answer = search(cast.officer(), text)
    assert answer.status_code == status
    assert (status == 400) == bool(answer.context["form"].errors)


@swept([("nonsense", "1"), ("dbs-person", "nonsense"), ("dbs-person", "999"), ("figures", "0")])
def test_a_wrong_kind_or_page_shows_what_there_is(kind, page):
    people.person(name="Ada Lovelace")
    assert search(cast.officer(), "Lovelace", kind=kind, page=page).status_code == 200


@pytest.mark.long
def test_every_home_has_the_one_search():
    for role in ("officer", "clerk", "approver", "administrator"):
        page = home(cast.make_user(role)).content.decode()
        assert "Search records and reports" in page, role
        assert f'action="{reverse("record-search")}" method="post"' in page
    page = home(cast.member()).content.decode()
    assert "Search published reports" in page
    assert f'action="{reverse("publication:search", args=["netherby"])}" method="get"' in page


@pytest.mark.long
def test_a_draft_is_found_by_who_may_read_drafts():
    papers.paper(title="Unfinished tale")
    assert "Unfinished tale" in words(search(cast.clerk(), "unfinished"))
    for user in (cast.member(), cast.officer(), cast.administrator()):
        assert "Unfinished tale" not in words(search(user, "unfinished"))


def test_words_that_no_report_has_are_named_and_the_answer_is_shown_once():
    indexed(entry("188", count=188, key="looked_after.children", title="Children looked after"))
    page = words(search(cast.officer(), "children in care zeppelins"))
    assert "No report has the word “zeppelins”." in page
    assert page.count("Children looked after") == 1

"""What is typed where an entry is cleared is kept until it is saved, and figures are put in by
choosing: by who may write there, and by nobody else."""

import pytest

from reports.approvals.operations import approvals
from reports.editor.models import AutosavedText
from tests.approvals.clearances.steps import ON, digest, write
from tests.approvals.clearances.test_several_paragraphs import with_paragraphs
from tests.make.clearances import LEGAL
from tests.page_requests import at, browser_of, drawn, words

pytestmark = pytest.mark.django_db
TOKEN = "[[looked_after.children]]"


@pytest.fixture
def theirs(lawyer):
    """The lawyer's browser."""
    return browser_of(lawyer)


def keep(browser, paper, **typed):
    """What the page answers to words that are to be kept, as it stands but for `typed`."""
    sent = {**drawn(browser.get(at(paper, "clearance", LEGAL))), **typed}
    return browser.post(at(paper, "keep-clearance", LEGAL), sent)


def taken(browser, paper):
    """The page with the kept words taken up."""
    return browser.get(at(paper, "clearance", LEGAL), {"take": "up"})


@pytest.mark.long
def test_what_was_typed_is_offered_taken_up_and_forgotten_once_saved(paper, theirs):
    place = at(paper, "clearance", LEGAL)
    assert keep(theirs, paper, text=f"Half of {TOKEN}").content.count(b":") == 1
    page = words(theirs.get(place))
    assert "You have words here that were not saved" in page and "Half of 188" in page
    again = taken(theirs, paper)
    assert again.context["form"]["text"].value() == f"Half of {TOKEN}"
    theirs.post(place, {**drawn(again), "do": "save"})
    assert not AutosavedText.objects.exists()
    assert paper.blocks.get(slug="law").text == f"Half of {TOKEN}"


def test_what_was_kept_is_thrown_away_by_a_press(paper, theirs):
    keep(theirs, paper, text="Half")
    place = at(paper, "clearance", LEGAL)
    assert theirs.post(place, {"throw": "away"}).status_code == 302
    assert not AutosavedText.objects.exists()
    assert paper.blocks.get(slug="law").version == 1


@pytest.mark.long
def test_words_kept_over_what_another_changed_since_meet_it(paper, theirs, clerk):
    keep(theirs, paper, text="Mine.")
    write(paper, "Theirs.", clerk)
    sent = {**drawn(taken(theirs, paper)), "do": "save", "digest": digest(paper)}
    answer = theirs.post(at(paper, "clearance", LEGAL), sent)
    assert answer.status_code == 409 and "Theirs." in words(answer)


def test_several_boxes_are_kept_and_one_that_went_meanwhile_is_not_lost(bare, theirs, clerk):
    paper = with_paragraphs(bare, clerk, "section")
    keep(theirs, paper, text_act="Mine.", text_case="The case, at length.")
    form = taken(theirs, paper).context["form"]
    assert form["text_act"].value() == "Mine."
    paper.blocks.filter(slug="case").update(removed_on=ON)
    write(paper, "Theirs.", clerk, "act")
    again = taken(theirs, paper)
    assert again.context["form"]["text"].value() == "The case, at length."
    answer = theirs.post(at(paper, "clearance", LEGAL), {**drawn(again), "do": "save"})
    assert answer.status_code == 409 and "Theirs." in words(answer)


def test_a_text_longer_than_any_form_is_not_kept(paper, theirs):
    assert keep(theirs, paper, text="x" * 400_001).status_code == 413


@pytest.mark.long
def test_figures_are_found_by_their_names_and_by_their_value(paper, theirs):
    page = words(theirs.get(at(paper, "clearance", LEGAL)))
    assert f'data-quotable="{at(paper, "clearance-quotable", LEGAL)}"' in page
    found = theirs.get(at(paper, "clearance-quotable", LEGAL), {"q": "children looked"}).json()
    assert found["entries"][0]["token"] == TOKEN and found["entries"][0]["words"] == "188"
    matches, first = set(), 0
    while first is not None:
        query = {"q": "188", "first": first}
        answer = theirs.get(at(paper, "clearance-number", LEGAL), query).json()
        matches |= {row["token"] for row in answer["entries"]}
        first = answer["following"]
    assert TOKEN in matches
    answer = theirs.post(at(paper, "clearance-tokens", LEGAL), {"token": TOKEN, "forms": "1"})
    assert answer.json()["tokens"][TOKEN]["words"] == "188" and answer.json()["forms"]
    assert theirs.post(at(paper, "clearance-tokens", LEGAL), {"token": "x"}).status_code == 404


def answers(browser, paper):
    """The statuses of all that a writer's page asks."""
    reads = ("clearance-quotable", "clearance-number")
    statuses = [browser.get(at(paper, name, LEGAL)).status_code for name in reads]
    posts = ("clearance-tokens", "keep-clearance")
    return [*statuses, *(browser.post(at(paper, name, LEGAL)).status_code for name in posts)]


def test_nobody_but_who_may_write_there_asks_or_keeps_anything(paper, theirs, clerk):
    assert answers(theirs, paper) == [200] * 4
    assert answers(browser_of(clerk), paper) == [403] * 4
    approvals.send_for_approval(paper=paper, by=clerk, on=ON)
    assert answers(theirs, paper) == [403] * 4

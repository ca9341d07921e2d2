"""The pages of clearances: the clerk's job page, the lawyer's home and page, sending, approving."""

import pytest
from django.test import Client
from django.utils.html import strip_tags

from reports.approvals.models.clearances import Clearance
from reports.approvals.operations import approvals
from reports.tasks.all_tasks import needs_of
from reports.tasks.job.job import job_of
from tests import cast
from tests.approvals.clearances.steps import ON, clear, digest, fresh, state, write
from tests.make import clearances as make
from tests.make import papers
from tests.make.clearances import FINANCIAL, LEGAL
from tests.page_requests import at, browser_of, errors, words

pytestmark = pytest.mark.django_db
NOTHING = "There are no legal implications."


@pytest.fixture
def theirs(lawyer):
    """The lawyer's browser."""
    return browser_of(lawyer)


@pytest.fixture
def clerks(clerk):
    """The clerk's browser."""
    return browser_of(clerk)


def page_of(paper, scope=LEGAL):
    """The address of an entry."""
    return at(paper, "clearance", scope)


def press(browser, paper, do, **said):
    """What a press on the page of the entry answers."""
    row = fresh(paper).blocks.standing_at("law")
    usual = {"do": do, "text": "As the Act asks.", "digest": digest(paper)}
    usual["version"] = row.version if row else 0
    return browser.post(page_of(paper), {**usual, **said}, follow=True)


def home(user, on=ON):
    """What stands on the home of somebody: words → status."""
    return {need.words: need.status or "late" for need in needs_of(user, on)}


def plain(page):
    """The words of a page as they are read."""
    return " ".join(strip_tags(page).split())


def test_the_lawyer_comes_from_home_to_the_page_writes_and_clears(paper, theirs, lawyer):
    name = f"Legal implications of “{paper.title}”: to clear by 5 January 2016"
    assert home(lawyer) == {name: "Not asked yet"}
    [need] = needs_of(lawyer, ON)
    shown = theirs.get(need.address)
    assert "We looked after 188 children, as the Act asks." in words(shown)
    assert "The last report has nothing here." in words(shown)
    assert "If you cannot clear these, comment on the report and give" in plain(words(shown))
    assert "[[looked_after.children]] Children looked after: 188" in plain(words(shown))
    answer = press(theirs, paper, "clear")
    assert "You have cleared the legal implications." in words(answer)
    assert paper.blocks.get(slug="law").text == "As the Act asks."
    assert state(paper).is_met and home(lawyer) == {}
    assert "Take my clearance back" in words(answer)
    assert "taken back" in words(press(theirs, paper, "take-back"))
    assert name in home(lawyer)


@pytest.mark.long
def test_saving_alone_clears_nothing(paper, theirs):
    answer = press(theirs, paper, "save", text="Mine.")
    assert "It has been saved. It is not cleared yet." in words(answer)
    assert not state(paper).is_met
    answer = press(theirs, paper, "save", text="Mine.")
    assert "These words are already saved" in words(answer)


def test_nothing_to_say_fills_the_box_and_keeps_what_was_typed(bare, theirs):
    answer = press(theirs, bare, "nothing", text="Half a sentence")
    assert "It has not been saved yet" in answer.content.decode()
    assert answer.context["form"]["text"].value() == NOTHING
    assert "Half a sentence" in words(answer)
    assert not bare.blocks.filter(part="implications").exists()
    press(theirs, bare, "clear", text=NOTHING)
    assert bare.blocks.get(part="implications").heading == "Legal"
    assert state(bare).is_met


def test_the_standing_sentence_of_the_template_comes_before(bare, theirs):
    part = next(one for one in bare.template.spec["parts"] if one["slug"] == "implications")
    part |= {"mandatory": True, "when_empty": "There are none to consider."}
    bare.template.save()
    answer = press(theirs, bare, "nothing", text="")
    assert answer.context["form"]["text"].value() == "There are none to consider."


@pytest.mark.long
def test_an_empty_part_shows_the_sentence_that_readers_get(bare, clerks):
    part = next(one for one in bare.template.spec["parts"] if one["slug"] == "implications")
    page = plain(words(clerks.get(page_of(bare))))
    assert "Nothing is written here yet." in page and "The report prints" not in page
    part |= {"mandatory": True, "when_empty": "There are none to consider."}
    bare.template.save()
    page = plain(words(clerks.get(page_of(bare))))
    assert "The report prints: “There are none to consider.” Your clearance is of that" in page
    # The sentence is a proposal: the part waits for a person and is not left empty.
    left = {row.title for row in job_of(cast.clerk(), bare, ON).left_empty}
    assert "Implications" not in left
    page = plain(words(clerks.get(at(bare, "report-job"))))
    assert "Implications (prints" not in page
    # What readers get is the same sentence.
    assert "There are none to consider." in plain(words(clerks.get(at(bare, "preview"))))


@pytest.mark.sampled(4)
@pytest.mark.parametrize(
    ("said", "field", "sentence"),
    [
        ({"text": ""}, "text", "Write the text"),
        ({"text": "  \r\n "}, "text", "Write the text"),
        ({"text": "[[no.such.figure]]"}, "text", "no.such.figure"),
        ({"text": "[[broken"}, "text", ""),
        ({"text": "9" * 5000}, "text", ""),
        ({"version": "x"}, "version", "Open the page again"),
        ({"digest": "0" * 64}, "__all__", "read otherwise than when you opened"),
        ({"digest": ""}, "__all__", "read otherwise than when you opened"),
    ],
)
def test_what_is_wrong_gets_a_sentence_and_nothing_is_lost(paper, theirs, said, field, sentence):
    answer = press(theirs, paper, "clear", **said)
    assert answer.status_code == 200
    assert sentence in " ".join(errors(answer)[field])
    assert answer.context["form"]["digest"].value() == digest(paper)
    assert not Clearance.objects.exists()
    assert paper.blocks.get(slug="law").version == 1
    if field == "__all__":
        assert "As the Act asks." in words(answer)


@pytest.mark.long
def test_two_texts_at_once_are_both_kept_and_neither_is_cleared(paper, theirs, clerk):
    seen = digest(paper)
    write(paper, "The clerk was first.", clerk)
    answer = press(theirs, paper, "clear", version=1, digest=seen, text="Mine.")
    page = words(answer)
    assert answer.status_code == 409
    assert "The clerk was first." in page and "Mine." in page and "Clerk" in page
    assert not Clearance.objects.exists() and "Save and clear" not in page
    version = answer.context["form"]["version"].value()
    press(theirs, paper, "save", version=version, text="Both.")
    assert paper.blocks.get(slug="law").text == "Both."


def test_a_report_sent_meanwhile_shows_what_was_typed_and_clears_nothing(paper, theirs, clerk):
    version = paper.blocks.get(slug="law").version
    approvals.send_for_approval(paper=paper, by=clerk, on=ON)
    answer = press(theirs, paper, "clear", version=version, text="Mine, too late.")
    page = words(answer)
    assert "Mine, too late." in page and "cannot be changed now" in page
    assert not Clearance.objects.exists()
    said = {"do": "clear", "digest": digest(paper)}
    answer = theirs.post(page_of(paper), said, follow=True)
    assert "You have cleared the legal implications." in words(answer)
    again = theirs.post(page_of(paper), said, follow=True)
    assert "have been cleared already" in words(again)


def test_last_times_words_stand_beside(paper, theirs, clerk):
    then = papers.paper(council=clerk.council, series=paper.series, slug="july-2015")
    make.entry(then, text="The Act asked it then.")
    paper.carried_from = then.slug
    paper.save()
    assert "The Act asked it then." in words(theirs.get(page_of(paper)))


def test_everybody_sees_what_changed_since_it_was_cleared(paper, theirs, clerks, lawyer, clerk):
    clear(paper, lawyer)
    write(paper, "We looked after some children, as the Act asks.", clerk)
    for browser in (theirs, clerks, browser_of(cast.approver(clerk.council))):
        page = words(browser.get(page_of(paper)))
        assert "Changes since it was cleared on 18 January 2016" in page
        assert "Removed: 188" in plain(page) and "Added: some" in plain(page)
    [line] = job_of(clerk, fresh(paper), ON).clearances
    assert (line.status, line.colour) == ("Changed since it was cleared", "orange")
    assert "Cleared on 18 January 2016 by Head of Legal Services" in line.hint


@pytest.mark.long
def test_who_is_not_named_reads_and_presses_nothing(paper, clerk, lawyer):
    make.rule("implications/Property", council=clerk.council)
    outsiders = [cast.make_user(role, council=clerk.council) for role in cast.ROLES]
    stranger = cast.make_user(*cast.ROLES, council=cast.make_council("elsewhere"))
    for user in (clerk, *outsiders, stranger):
        browser = browser_of(user)
        answer = browser.get(page_of(paper))
        if answer.status_code == 200:
            assert "Save and clear" not in words(answer) and answer.context["form"] is None
        posted = press(browser, paper, "clear")
        assert posted.status_code in (403, 404)
        assert press(browser, paper, "take-back").status_code in (403, 404)
    assert not Clearance.objects.exists()
    assert Client().get(page_of(paper)).status_code == 302
    for scope in (
        FINANCIAL,
        "implications/No",
        "body/Legal",
        "implications/Legal/more",
        "x/\u00e9",
    ):
        assert browser_of(lawyer).get(page_of(paper, scope)).status_code == 404

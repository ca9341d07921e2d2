"""The pages of clearances: the clerk's job page, the lawyer's home and page, sending, approving."""

import pytest
from django.core import mail
from django.test import Client
from django.utils.html import strip_tags

from assurance.records.email import OutgoingEmail
from reports.approvals.clearances import operations
from reports.approvals.models.clearances import Clearance, ClearanceRequest
from reports.approvals.operations import approvals
from reports.tasks.all_tasks import needs_of
from reports.tasks.dates import dates_of
from reports.tasks.job.job import job_of
from tests import cast
from tests.approvals.clearances.steps import DAY, ON, clear, digest, fresh, state, write
from tests.make import clearances as make
from tests.make import drafts, papers
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
    assert "[[looked_after.children]] Children looked after: 188" in plain(words(shown))
    answer = press(theirs, paper, "clear")
    assert "You have cleared the legal implications." in words(answer)
    assert paper.blocks.get(slug="law").text == "As the Act asks."
    assert state(paper).is_met and home(lawyer) == {}
    assert "Take my clearance back" in words(answer)
    assert "taken back" in words(press(theirs, paper, "take-back"))
    assert name in home(lawyer)


def test_saving_alone_clears_nothing(paper, theirs):
    answer = press(theirs, paper, "save", text="Mine.")
    assert "It has been saved. It is not cleared yet." in words(answer)
    assert not state(paper).is_met
    answer = press(theirs, paper, "save", text="Mine.")
    assert "These words stand there already" in words(answer)


def test_nothing_to_say_fills_the_box_and_keeps_what_was_typed(bare, theirs):
    answer = press(theirs, bare, "nothing", text="Half a sentence")
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
    assert "Mine, too late." in page and "nothing of it can be written now" in page
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
        assert "What changed since it was cleared on 18 January 2016" in page
        assert "Removed: 188" in plain(page) and "Added: some" in plain(page)
    [line] = job_of(clerk, fresh(paper), ON).clearances
    assert (line.status, line.colour) == ("Changed since it was cleared", "orange")
    assert "Cleared on 18 January 2016 by Head of Legal Services" in line.hint


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


def test_the_clerk_asks_for_all_with_one_press_and_reminds_of_what_is_late(
    paper, clerks, clerk, lawyer, settings
):
    make.rule(FINANCIAL, "finance", council=clerk.council, approver=lawyer)
    page = words(clerks.get(at(paper, "report-job")))
    assert "3. Implications" in page and "0 of 2 cleared" in page
    assert "Ask for all 2 clearances that are not asked for" in page
    answer = clerks.post(at(paper, "ask-clearances"), follow=True)
    assert "Asked for: Legal implications, Financial implications." in words(answer)
    assert len(mail.outbox) == 2 and "Ask for all" not in words(answer)
    assert "asked for already" in words(clerks.post(at(paper, "ask-clearances"), follow=True))
    settings.CANDOUR_TODAY = (ON + 3 * DAY).isoformat()
    page = words(clerks.get(at(paper, "report-job")))
    assert "Overdue" in page and "Remind the Head of Legal Services" in page
    row = ClearanceRequest.objects.first()
    remind = at(paper, "remind-clearance")
    assert "reminded by e-mail" in words(clerks.post(remind, {"remind": row.pk}, follow=True))
    assert "today already" in words(clerks.post(remind, {"remind": row.pk}, follow=True))
    for wrong in ("", "x", "0", "9" * 40, "-1"):
        assert clerks.post(remind, {"remind": wrong}).status_code == 404
    assert set(home(lawyer, ON + 3 * DAY).values()) == {"late"}


def test_an_e_mail_that_did_not_go_is_said(paper, clerks, lawyer):
    lawyer.email = ""
    lawyer.save()
    answer = clerks.post(at(paper, "ask-clearances"), follow=True)
    assert "No e-mail went about: Legal implications. Tell them yourself." in words(answer)
    row = ClearanceRequest.objects.get()
    answer = clerks.post(at(paper, "remind-clearance"), {"remind": row.pk}, follow=True)
    assert "No e-mail went" in words(answer)
    assert OutgoingEmail.objects.get().state == "failed"


def test_a_clearance_asked_of_another_paper_is_not_reminded_of_here(paper, clerks, clerk):
    other = make.clearance_request(paper=papers.paper(council=clerk.council))
    answer = clerks.post(at(paper, "remind-clearance"), {"remind": other.pk})
    assert answer.status_code == 404


def test_sending_says_what_is_not_cleared_and_goes_on(paper, clerks, lawyer):
    page = words(clerks.get(at(paper, "send")))
    assert "Legal implications: Head of Legal Services, not asked yet" in page
    clear(paper, lawyer)
    assert "Not cleared yet" not in words(clerks.get(at(paper, "send")))


def test_the_approver_reads_who_cleared_what(paper, clerk, lawyer):
    director = papers.approval_rule(council=clerk.council).approver
    paper = approvals.send_for_approval(paper=paper, by=clerk, on=ON)
    approve = at(paper, "approve")
    assert "“Implications: Legal”. Waiting See it" in plain(
        words(browser_of(director).get(approve))
    )
    assert "“Implications: Legal”. Waiting for you Clear it" in plain(
        words(browser_of(lawyer).get(approve))
    )
    clear(paper, lawyer)
    page = plain(words(browser_of(director).get(approve)))
    assert "“Implications: Legal”. Cleared 18 January 2016" in page
    draft = words(browser_of(clerk).get(at(paper, "draft")))
    assert "18 January 2016 by the Head of Legal Services" in draft


def test_the_job_page_counts_them_apart_from_approvals(paper, clerk, lawyer):
    job = job_of(clerk, paper, ON)
    assert [line.title for line in job.clearances] == ["Legal implications"]
    assert not [line for line in job.closing if "Implications" in line.title]
    assert (job.to_ask, job.cleared) == (1, 0)
    assert job.by_person[lawyer.name] == 1
    job = job_of(clerk, clear(paper, lawyer), ON)
    assert (job.to_ask, job.cleared) == (0, 1)
    assert lawyer.name not in job.by_person
    assert job_of(lawyer, paper, ON).to_ask == 0


def test_a_report_of_a_rule_without_entries_has_no_such_list(clerk, clerks):
    paper = drafts.written(clerk)
    page = words(clerks.get(at(paper, "report-job")))
    assert "3. Checks, approval and publishing" in page and "cleared" not in page


def test_a_sent_report_stands_on_the_home_of_its_lawyer_once(paper, clerk, lawyer):
    papers.approval_rule(council=clerk.council)
    approvals.send_for_approval(paper=paper, by=clerk, on=ON)
    assert len(home(lawyer)) == 1
    papers.approval_rule("finance", council=clerk.council, approver=lawyer)
    assert sorted(home(lawyer).values()) == ["Not asked yet", "Waiting for your approval"]
    operations.ask_for_clearances(paper=paper, by=clerk, on=ON)
    assert sorted(home(lawyer).values()) == [
        "Waiting for your approval",
        "Written, not cleared",
    ]


def test_the_calendar_has_the_day_until_it_is_cleared(paper, lawyer, clerk):
    wanted = "Legal implications of “Assurance report” are to be cleared"
    [found] = [one for one in dates_of(lawyer, ON) if "cleared" in one.words]
    assert (found.words, found.address) == (wanted, page_of(paper))
    assert found.key == f"clearance-{paper.pk}-legal-implicationslegal"
    assert not [one for one in dates_of(clerk, ON) if "cleared" in one.words]
    paper.meeting = None
    paper.save()
    assert not [one for one in dates_of(lawyer, ON) if "cleared" in one.words]
    assert list(home(lawyer)) == ["Legal implications of “Assurance report”"]


def test_what_is_due_first_stands_first(paper, lawyer, clerk):
    later = drafts.written(
        clerk,
        with_records=False,
        slug="july-2016",
        title="Another report",
        parts=paper.parts,
        meeting_id=papers.meeting(ON + 90 * DAY, council=clerk.council).pk,
    )
    assert [need.address for need in needs_of(lawyer, ON)] == [page_of(paper), page_of(later)]
    paper.meeting = papers.meeting(ON + 150 * DAY, council=clerk.council)
    paper.save()
    assert [need.address for need in needs_of(lawyer, ON)] == [page_of(later), page_of(paper)]

"""A clerk asks somebody for a section, looks at what they handed in, and takes it or not."""

from datetime import date

import pytest
from django.core import mail

from assurance.runtime.periods import say_day
from reports.contributions.operations import requests
from reports.contributions.template_requests import texts_day
from reports.papers.models.contributions import ContributionRequest
from reports.papers.operations import papers as writing
from tests import cast
from tests.contributions.test_accepting import body, handed
from tests.make import asked as make
from tests.make import drafts as papers
from tests.page_requests import at, boxes, errors, words

pytestmark = [pytest.mark.django_db]
ON = papers.ON
SAID = {"section": "block:work", "note": "", **boxes(due_on="1 2 2016")}


def one(paper):
    """The section that was asked for."""
    return ContributionRequest.objects.get(paper=paper)


@pytest.mark.long
def test_somebody_with_an_account_is_asked_and_finds_it_at_home(browser, paper, client):
    manager = cast.officer()
    answer = browser.post(at(paper, "ask-section"), {**SAID, "asked_of": manager.pk}, follow=True)
    assert "They have been asked by e-mail." in words(answer)
    assert (one(paper).asked_of, one(paper).due_on) == (manager, date(2016, 2, 1))
    assert mail.outbox[0].to == [manager.email]
    draft = words(browser.get(at(paper, "draft")))
    assert "Contributions (1 open)" in draft and f"Asked of {manager.name} by" in draft
    client.force_login(manager)
    assert "Write “What was done”" in words(client.get("/home/"))


def test_somebody_without_an_account_is_asked_by_name_and_address(browser, paper):
    form = browser.get(at(paper, "ask-section", section="block:work")).context["form"]
    assert form["section"].value() == "block:work", "the section of an address is chosen already"
    said = {**SAID, "name": "Team Manager", "email": "Team.Manager@Partner.example"}
    browser.post(at(paper, "ask-section"), said)
    assert (one(paper).who, one(paper).address) == ("Team Manager", "team.manager@partner.example")


SOMEBODY = {"name": "Team Manager", "email": "a@b.example"}
LACKING = [
    ({}, "name"),
    ({"name": "Team Manager"}, "email"),
    ({"name": "Team Manager", "email": "nobody"}, "email"),
    ({**SOMEBODY, "section": "block:gone"}, "section"),
    ({**SOMEBODY, **boxes(due_on="1 1 2016")}, "due_on"),
    ({**SOMEBODY, "asked_of": "999999"}, "asked_of"),
]


def test_what_is_missing_is_told_at_its_field(browser, paper):
    for said, field in LACKING:
        answer = browser.post(at(paper, "ask-section"), {**SAID, **said})
        assert answer.status_code == 200 and field in errors(answer), said
    said = {**SAID, "asked_of": cast.officer().pk, "name": "Team Manager"}
    assert "not both" in errors(browser.post(at(paper, "ask-section"), said))["asked_of"][0]
    assert not ContributionRequest.objects.exists()


def test_a_date_after_the_meeting_is_refused_and_one_after_the_texts_are_due_is_warned_of(
    browser, paper, settings
):
    settings.CANDOUR_TODAY = "2015-12-01"
    texts_on = texts_day(paper, date(2015, 12, 1))
    text = "the texts of this report are due by"
    late = {**SAID, **SOMEBODY, **boxes(due_on="19 1 2016")}
    refused = errors(browser.post(at(paper, "ask-section"), late))
    assert "on or before the meeting, 18 January 2016" in refused["due_on"][0]
    warned = {**late, **boxes(due_on="18 1 2016")}
    answer = words(browser.post(at(paper, "ask-section"), warned, follow=True))
    assert f"You asked for it by 18 January 2016, but {text} {say_day(texts_on)}." in answer
    section, typed = one(paper), boxes(due_on=f"{texts_on.day} {texts_on.month} {texts_on.year}")
    in_time = browser.post(at(paper, "ask-due", section.pk), {"version": 1, **typed}, follow=True)
    assert "The date has been changed." in words(in_time) and text not in words(in_time)
    for due, sentence in (("19 1 2016", "on or before the meeting"), ("18 1 2016", text)):
        typed = {"version": 2, **boxes(due_on=due)}
        changed = browser.post(at(paper, "ask-due", section.pk), typed, follow=True)
        assert sentence in words(changed)


def test_the_list_says_how_each_stands_and_an_approver_changes_nothing(browser, paper, client):
    closed = {"closed_by": cast.clerk(), "closed_on": ON}
    make.contribution_request(paper=paper, due_on=date(2016, 1, 17))
    make.contribution_request(paper=paper, due_on=ON)
    make.handed_in(paper=paper)
    make.contribution_request(paper=paper, state="sent_back", due_on=ON)
    make.contribution_request(paper=paper, state="accepted", **closed)
    make.contribution_request(paper=paper, state="withdrawn", **closed)
    page = words(browser.get(at(paper, "contributions")))
    for tag in ("Overdue", "Asked", "Handed in", "Sent back", "Accepted", "Withdrawn"):
        assert f"> {tag} <" in page or f">{tag}<" in page, tag
    client.force_login(cast.approver())
    page = words(client.get(at(paper, "contributions")))
    assert "Introduction" in page and "Ask a person to write" not in page
    assert "Withdraw<" not in page


def test_an_e_mail_that_did_not_go_is_told_and_a_link_can_be_given(browser, paper, settings):
    settings.EMAIL_BACKEND = "django.core.mail.backends.dummy.EmailBackend"
    said = {**SAID, "name": "Team Manager", "email": make.EMAIL}
    answer = browser.post(at(paper, "ask-section"), said, follow=True)
    assert "no e-mail was sent" in words(answer) and "not sent" in words(answer)
    made = browser.post(at(paper, "make-link", one(paper).pk))
    assert made.context["address"].startswith("http://testserver/contributions/link/")
    assert browser.get(made.context["address"]).status_code == 200


def test_they_are_told_again_the_day_moves_and_withdrawn_it_offers_nothing_more(browser, paper):
    section = make.contribution_request(paper=paper, due_on=ON)
    browser.post(at(paper, "ask-again", section.pk))
    assert len(mail.outbox) == 1
    said = {"version": 1, **boxes(due_on="9 2 2016")}
    browser.post(at(paper, "ask-due", section.pk), said)
    assert one(paper).due_on == date(2016, 2, 9)
    early = {"version": 2, **boxes(due_on="9 1 2016")}
    assert "due_on" in errors(browser.post(at(paper, "ask-due", section.pk), early))
    browser.post(at(paper, "withdraw-ask", section.pk))
    assert one(paper).state == "withdrawn"
    for name in ("withdraw-ask", "ask-again", "make-link"):
        answer = browser.post(at(paper, name, section.pk), follow=True)
        assert "closed already" in words(answer) or "no longer asked for" in words(answer)
    assert "Withdraw<" not in words(browser.get(at(paper, "contributions")))


@pytest.mark.long
def test_what_was_handed_in_is_shown_change_by_change_and_taken(browser, paper, clerk):
    section = handed(paper, clerk, text_audits="Managers read [[audits.done @year]] files.")
    address = at(paper, "look-at", section.pk)
    page = browser.get(address)
    shown = words(page)
    assert "Paragraph 2: changed" in shown and "Managers read 2 files." in shown
    assert "<del>" in shown and "Both have changed" not in shown
    said = {"seen": page.context["form"].current, "row-audits": "take"}
    answer = browser.post(address, said, follow=True)
    assert "The text that you took is now in the report." in words(answer)
    assert body(paper)[1][2] == "Managers read [[audits.done @year]] files."
    assert "Accepted." in words(browser.get(address))


def test_what_changed_since_the_page_was_made_is_shown_with_both_and_must_be_decided(
    browser, paper, clerk
):
    section = handed(paper, clerk, text_audits="Managers read files.")
    address = at(paper, "look-at", section.pk)
    said = {"seen": browser.get(address).context["form"].current, "row-audits": "take"}
    other = {"words": {"text": "Managers audited all files."}, "by": clerk, "on": ON}
    writing.change_block(block=paper.blocks.get(slug="audits"), version=1, **other)
    answer = browser.post(address, said)
    assert answer.status_code == 409 and "look again" in words(answer)
    assert body(paper)[1][2] == "Managers audited all files."
    page = browser.get(address)
    assert "The report has changed where this would change it" in words(page)
    answer = browser.post(address, {"seen": page.context["form"].current})
    assert "choose which to keep" in errors(answer)["row-audits"][0]
    left = browser.post(address, {"seen": page.context["form"].current, "row-audits": "leave"})
    assert "at least one change" in words(left)


@pytest.mark.long
def test_what_was_handed_in_before_can_still_be_read(browser, paper, clerk):
    section = handed(paper, clerk, text_audits="The first wording.")
    how = {"how": "by_link", "by": clerk, "on": ON}
    requests.hand_in(section=section, version=2, words={"text-audits": "The last wording."}, **how)
    address = at(paper, "look-at", section.pk)
    page = words(browser.get(address))
    assert "The last wording." in page and "It was handed in 2 times" in page
    earlier = words(browser.get(f"{address}?number=1"))
    assert "The first wording." in earlier and "only the last can be taken" in earlier
    assert (
        "Add the accepted text to the report" in page
        and "Add the accepted text to the report" not in earlier
    )
    assert "The last wording." in words(browser.get(f"{address}?number=9"))


def test_it_is_sent_back_with_what_should_change(browser, paper, clerk):
    section = handed(paper, clerk, text_audits="Managers read files.")
    address = at(paper, "send-back", section.pk)
    assert "words" in errors(browser.post(address, {"version": 2, "words": ""}))
    browser.post(address, {"version": 2, "words": "Say how many."})
    assert (one(paper).state, one(paper).said_back) == ("sent_back", "Say how many.")
    assert "Say how many." in mail.outbox[-1].body
    again = browser.post(address, {"version": 3, "words": "Say how many."})
    assert "waits to be looked at" in words(again)


def test_what_goes_into_an_e_mail_is_asked_about_where_it_may_name_a_child(browser, paper, clerk):
    odd = "Her mother Susan agreed to the move."
    said = {**SAID, "name": "Team Manager", "email": "manager@partner.example", "note": odd}
    assert "may name a child" in errors(browser.post(at(paper, "ask-section"), said))["note"][0]
    section = handed(paper, clerk, text_audits="Managers read files.")
    answer = browser.post(at(paper, "send-back", section.pk), {"version": 2, "words": odd})
    assert "may name a child" in errors(answer)["words"][0] and mail.outbox == []


@pytest.mark.long
def test_what_is_not_accepted_is_a_warning_before_the_paper_is_sent(browser, paper, clerk):
    make.contribution_request(paper=paper)
    section = handed(paper, clerk)
    page = words(browser.get(at(paper, "checks")))
    assert "“Introduction” was asked of Team Manager by 11 January 2016 and is not in yet." in page
    assert "asked of Team Manager by" in page
    assert "was handed in. No one has looked at it yet." in page
    look_at = words(browser.get(at(paper, "look-at", section.pk)))
    assert ". Handed in." not in look_at
    home = words(browser.get("/home/"))
    assert "“What was done” was handed in" in home and "Team Manager" not in home

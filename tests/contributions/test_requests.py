"""Sections asked of somebody, written, handed in, sent back; nothing of the paper changes."""

from datetime import date, timedelta

import pytest

from assurance.accounts.models.accounts import User
from assurance.records.email import OutgoingEmail
from assurance.records.history import ByLink, HistoryEntry
from assurance.records.record import EditConflict
from assurance.records.refusals import Refused
from reports.contributions.operations import requests
from reports.contributions.sections import askable, asked_for, last_time
from reports.papers.manuscript import read
from reports.papers.models.contributions import ContributionDraft, ContributionRequest
from reports.papers.models.papers import Paper
from reports.tasks.commitments import dates_of_asked, of_asked
from tests import cast
from tests.make import asked as make
from tests.make import drafts as papers
from tests.make import papers as paper_makers
from tests.page_requests import browser_of, words

pytestmark = pytest.mark.django_db
ON, DUE = papers.ON, papers.ON + timedelta(days=7)


def ask(paper, by, chosen="block:work", **said):
    """A section of the paper, asked of somebody without an account unless one is named."""
    if "asked_of" not in said:
        said = {"name": "Team Manager", "email": make.EMAIL, **said}
    wanted = asked_for(read(paper), chosen)
    said = {"due_on": DUE, **said}
    return requests.ask_for_section(paper=paper, wanted=wanted, by=by, on=ON, **said)


def emails_about(section):
    """The e-mails about it, newest first."""
    return OutgoingEmail.objects.about(section).order_by("-pk")


def test_parts_and_sections_can_be_asked_for_and_are_kept_as_they_stood(paper, clerk):
    offered = dict(askable(read(paper)))
    assert {"part:introduction", "part:body", "block:work"} <= set(offered)
    assert not {"part:recommendations", "part:contacts"} & set(offered)
    assert offered["block:work"].endswith("What was done")
    section = ask(paper, clerk)
    assert (section.part, section.slug, section.title) == ("body", "work", "What was done")
    assert [one["slug"] for one in section.blocks] == ["work", "audits", "children"]
    assert section.blocks[1]["name"] == "paragraph 2"
    assert [(one.kind, one.state) for one in emails_about(section)] == [("asked", "waiting")]
    whole = ask(paper, clerk, "part:introduction")
    assert (whole.slug, whole.title, len(whole.blocks)) == ("", "Introduction", 1)
    told = [(one.what, one.who) for one in HistoryEntry.objects.about(section)]
    assert told == [("papers.ask_for_section", clerk.history_name)]


def test_asking_is_refused_twice_too_late_and_once_the_paper_was_sent(paper, clerk):
    officer = cast.officer()
    ask(paper, clerk)
    ask(paper, clerk, asked_of=officer)
    ask(paper, clerk, email="another@partner.example")
    with pytest.raises(Refused, match="already"):
        ask(paper, clerk)
    with pytest.raises(Refused, match="already"):
        ask(paper, clerk, asked_of=officer)
    with pytest.raises(Refused, match="in the future"):
        ask(paper, clerk, "part:body", due_on=ON - timedelta(days=1))
    paper.status, paper.sent_on, paper.sent_by, paper.frozen = "sent", ON, clerk, {}
    paper.save()
    with pytest.raises(Refused, match="being written"):
        ask(paper, clerk, "part:body")


def test_words_are_saved_and_handed_in_and_nothing_of_the_paper_changes(paper, clerk):
    officer = cast.officer()
    before = [(one.slug, one.version) for one in paper.blocks.all()]
    section = ask(paper, clerk, asked_of=officer)
    said = {"section": section, "by": officer, "on": ON}
    saved = requests.save_contribution(version=1, words={"text-audits": "Half of"}, **said)
    assert (saved.state, saved.version) == ("asked", 2)
    words = {"text-audits": "All of it."}
    how = {"how": ContributionDraft.SIGNED_IN, "writer": officer}
    handed = requests.hand_in(version=2, words=words, **how, **said)
    section.refresh_from_db()
    assert (section.state, section.words, section.version) == ("handed", words, 3)
    assert (handed.number, handed.writer, handed.words) == (1, officer, words)
    assert [(one.slug, one.version) for one in paper.blocks.all()] == before
    assert not paper.editings.filter(editor=officer).exists()


def test_two_tabs_lose_nothing_and_what_is_handed_in_again_keeps_the_one_before(paper, clerk):
    section = ask(paper, clerk)
    said = {"section": section, "by": clerk, "on": ON}
    requests.save_contribution(version=1, words={"begin": "One."}, **said)
    with pytest.raises(EditConflict) as raised:
        requests.save_contribution(version=1, words={"begin": "Two."}, **said)
    assert raised.value.newer.words == {"begin": "One."}
    with pytest.raises(EditConflict):
        requests.hand_in(version=1, words={}, how=ContributionDraft.BY_LINK, **said)
    by = ByLink(f"link of {section.history_name}")
    said = {"section": section, "how": ContributionDraft.BY_LINK, "by": by, "on": ON}
    requests.hand_in(version=2, words={"begin": "One."}, **said)
    requests.hand_in(version=3, words={"begin": "Two."}, **said)
    kept = [(one.number, one.words["begin"]) for one in section.contributions.all()]
    assert kept == [(2, "Two."), (1, "One.")]
    entries = HistoryEntry.objects.about(section)[:2]
    assert {(one.who, one.actor_kind) for one in entries} == {(by.history_name, "link")}
    assert "One." not in str([one.changes for one in HistoryEntry.objects.all()])


def test_what_is_sent_back_is_with_its_writer_again(paper, clerk):
    section = make.handed_in(paper=paper)
    back = requests.send_back(section=section, version=1, words=" Shorter. ", by=clerk, on=ON)
    assert (back.state, back.said_back) == ("sent_back", "Shorter.")
    assert [one.kind for one in emails_about(back)] == ["back"]
    handed = requests.hand_in(
        section=back, version=2, words={}, how=ContributionDraft.BY_LINK, by=clerk, on=ON
    )
    assert (handed.section.state, handed.section.said_back) == ("handed", "")


def test_a_withdrawn_section_is_closed_for_everybody(paper, clerk):
    section = ask(paper, clerk)
    withdrawn = requests.withdraw_ask(section=section, by=clerk, on=ON)
    assert (withdrawn.state, withdrawn.closed_by, withdrawn.is_open) == ("withdrawn", clerk, False)
    assert [one.state for one in emails_about(section)] == ["failed"]
    section.refresh_from_db()
    for step in (
        lambda: requests.withdraw_ask(section=section, by=clerk, on=ON),
        lambda: requests.save_contribution(section=section, version=2, words={}, by=clerk, on=ON),
        lambda: requests.send_back(section=section, version=2, words="x", by=clerk, on=ON),
        lambda: requests.ask_again(section=section, by=clerk, on=ON),
        lambda: requests.remind(section=section, by=clerk, on=ON),
        lambda: requests.make_link(section=section, by=clerk, on=ON),
        lambda: requests.change_due(section=section, version=2, due_on=DUE, by=clerk, on=ON),
    ):
        with pytest.raises(Refused):
            step()


def test_a_new_link_ends_the_one_before_and_another_day_moves_its_last(paper, clerk):
    section = ask(paper, clerk)
    first, sealed = requests.make_link(section=section, by=clerk, on=ON)
    assert not first.why_link_ended(sealed, ON) and first.link_until == DUE + timedelta(days=14)
    second, newer = requests.make_link(section=section, by=clerk, on=ON)
    assert not second.why_link_ended(newer, ON) and "newer" in second.why_link_ended(sealed, ON)
    later = DUE + timedelta(days=3)
    moved = requests.change_due(section=second, version=1, due_on=later, by=clerk, on=ON)
    assert (moved.due_on, moved.link_until) == (later, later + timedelta(days=14))
    assert newer not in str(HistoryEntry.objects.values_list("changes", "about"))
    assert second.invitation.digest not in str(HistoryEntry.objects.values_list("changes"))


def test_what_was_asked_of_somebody_is_on_their_page_and_in_their_calendar(paper, clerk):
    officer = cast.officer()
    section = ask(paper, clerk, asked_of=officer)
    ask(paper, clerk)
    (need,) = of_asked(officer, ON)
    assert (need.words, need.late) == ("Write “What was done”", False)
    assert of_asked(officer, DUE + timedelta(days=1))[0].late
    (date_of,) = dates_of_asked(officer, ON)
    assert (date_of.on, date_of.key) == (DUE, f"asked-{section.pk}")
    assert list(dates_of_asked(officer, DUE + timedelta(days=400))) == []
    assert of_asked(clerk, ON) == []
    User.objects.filter(pk=officer.pk).update(is_active=False)
    [left] = of_asked(clerk, ON)
    assert left.words == f"“What was done” was asked of {officer}, who can no longer sign in"
    page = words(browser_of(clerk).get(left.address))
    assert "Can no longer sign in. Withdraw this, and ask another person." in page
    User.objects.filter(pk=officer.pk).update(is_active=True)
    how = {"how": ContributionDraft.SIGNED_IN, "writer": officer, "by": officer}
    requests.hand_in(section=section, version=1, words={}, **how, on=ON)
    assert of_asked(officer, ON) == []
    (need,) = of_asked(clerk, ON)
    assert need.words == "“What was done” was handed in"
    back = requests.send_back(section=section, version=2, words="More.", by=clerk, on=ON)
    assert of_asked(officer, ON)[0].hint.startswith("Sent back to you")
    Paper.objects.filter(pk=back.paper_id).update(
        status=Paper.ISSUED, sent_on=ON, sent_by=clerk, frozen={}
    )
    assert of_asked(officer, ON) == []


def test_people_see_what_was_asked_of_them_and_readers_of_drafts_all_of_it(paper, clerk):
    officer, other = cast.officer(), cast.officer()
    mine = ask(paper, clerk, asked_of=officer)
    by_link = ask(paper, clerk)
    stranger = cast.clerk(cast.make_council("elsewhere"))
    seen = {
        one: set(ContributionRequest.objects.visible_to(one))
        for one in (clerk, officer, other, stranger)
    }
    assert seen == {clerk: {mine, by_link}, officer: {mine}, other: set(), stranger: set()}
    assert set(ContributionRequest.objects.visible_to(clerk).asked_of(clerk)) == set()


def test_the_next_paper_says_who_was_asked_last_time_and_asks_nobody(paper, clerk):
    section = ask(paper, clerk)
    gone = requests.withdraw_ask(section=ask(paper, clerk, "part:body"), by=clerk, on=ON)
    following = paper_makers.paper(
        series=paper.series, carried_from=paper.slug, period_end=date(2016, 6, 30)
    )
    assert last_time(following) == [section] and gone not in last_time(following)
    assert not following.contribution_requests.exists()
    assert last_time(paper) == []


def test_a_row_is_called_by_what_it_is(paper, clerk):
    section = ask(paper, clerk)
    assert str(section) == "What was done"
    assert section.council == paper.council
    handed = make.handed_in(paper=paper)
    assert str(handed.contributions.first()) == "Introduction, handed in 1"
    email = make.asked_mail(section=handed)
    assert str(email) == f"asked e-mail about papers.ContributionRequest {handed.pk}"

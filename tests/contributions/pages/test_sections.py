"""A section written by the one who was asked, signed in or by a link, and nothing lost."""

import pytest
from django.core.cache import cache
from django.test import Client

from assurance.records.history import HistoryEntry
from reports.contributions.operations import requests
from reports.papers.models.contributions import ContributionDraft, ContributionRequest
from tests import cast
from tests.contributions.test_requests import ask
from tests.contributions.word.files import xml_of
from tests.make import drafts as papers
from tests.page_requests import errors, words

pytestmark = [pytest.mark.django_db]
ON = papers.ON


@pytest.fixture(autouse=True)
def nobody_has_tried():
    cache.clear()


@pytest.fixture
def manager():
    return cast.officer()


@pytest.fixture
def section(paper, clerk, manager):
    return ask(paper, clerk, asked_of=manager, note="Of the north only.")


@pytest.fixture
def writer(client, manager):
    client.force_login(manager)
    return client


def page_of(section):
    """The address at which it is written signed in."""
    return f"/contributions/{section.pk}/"


def link_of(section, on=ON):
    """The address of a new link to it."""
    _, sealed = requests.make_link(section=section, by=section.asked_by, on=on)
    return f"/contributions/link/{sealed}/"


@pytest.mark.long
def test_it_shows_the_section_alone_with_figures_and_what_to_mend_and_to_nobody_else(
    writer, section
):
    page = words(writer.get(page_of(section)))
    assert "What was done" in page and "Of the north only." in page
    assert "Managers audited 2 files." in page
    assert "Figures in this section" in page
    assert "<code>[[looked_after.children]]</code> Children looked after: <strong>188</st" in page
    assert "This paper tells what was audited" not in page
    assert "The Committee asked for it" not in page
    typed = "In [[audits.done @year]] files we saw TBC. [[audits.nothing]]"
    answer = writer.post(f"{page_of(section)}show/", {"version": 1, "text-audits": typed})
    page = words(answer)
    assert "In 2 files we saw" in page and "To fix:" in page
    assert "names no figure" in page
    writer.force_login(cast.officer())
    assert writer.get(page_of(section)).status_code == 404


@pytest.mark.long
def test_it_is_saved_then_handed_in_and_can_be_handed_in_again(writer, section, manager):
    said = {"version": 1, "text-audits": "Half", "do": "save"}
    answer = writer.post(page_of(section), said, follow=True)
    assert "not handed in yet" in words(answer)
    assert answer.context["form"]["text-audits"].value() == "Half"
    answer = writer.post(page_of(section), {**said, "version": 2, "do": "hand-in"}, follow=True)
    assert "It has been handed in." in words(answer)
    writer.post(page_of(section), {**said, "version": 3, "begin": "More.", "do": "hand-in"})
    rows = ContributionDraft.objects.filter(section=section)
    assert [(one.number, one.writer, one.how) for one in rows] == [
        (2, manager, "signed_in"),
        (1, manager, "signed_in"),
    ]
    assert rows[0].words["begin"] == "More."


@pytest.mark.long
def test_what_cannot_be_kept_is_told_at_its_box_and_only_what_changed_is_kept(writer, section):
    said = {"version": 1, "heading-work": "", "text-audits": "[[audits.done", "do": "hand-in"}
    answer = writer.post(page_of(section), said)
    assert {"heading-work", "text-audits"} <= set(errors(answer))
    assert "[[audits.done" in words(answer)
    assert ContributionRequest.objects.get().state == "asked"
    page = writer.get(page_of(section))
    form = page.context["form"]
    whole = {name: form[name].value() or "" for name in form.fields}
    writer.post(page_of(section), {**whole, "do": "save"})
    assert ContributionRequest.objects.get().words == {}


def test_two_tabs_show_both_and_once_the_session_has_ended_it_is_shown_to_be_sent_again(
    writer, section
):
    writer.post(page_of(section), {"version": 1, "text-audits": "One.", "do": "save"})
    answer = writer.post(page_of(section), {"version": 1, "text-audits": "Two.", "do": "save"})
    page = words(answer)
    assert answer.status_code == 409 and "One." in page and "Two." in page
    again = {"version": answer.context["form"]["version"].value(), "text-audits": "Two."}
    assert writer.post(page_of(section), {**again, "do": "save"}).status_code == 302
    assert ContributionRequest.objects.get().words["text-audits"] == "Two."
    writer.logout()
    answer = writer.post(page_of(section), {"version": 1, "text-audits": "Mine.", "do": "save"})
    assert answer.status_code == 401 and "Mine." in words(answer)


def test_what_is_typed_is_kept_offered_unless_it_was_saved_or_is_too_much_and_thrown_away(
    writer, section
):
    at = page_of(section)
    answer = writer.post(f"{at}keep/", {"version": 1, "text-audits": "Typed only"})
    assert answer.status_code == 200 and ":" in answer.content.decode()
    page = writer.get(at)
    assert "You have words here that were not saved" in words(page)
    taken = writer.get(f"{at}?take=up")
    assert taken.context["form"]["text-audits"].value() == "Typed only"
    writer.post(at, {"throw": "away"})
    assert ContributionRequest.objects.get().unsaved is None
    assert "You have words here" not in words(writer.get(at))
    answer = writer.post(f"{page_of(section)}keep/", {"version": "x", "begin": "x" * 400_001})
    assert answer.status_code == 413 and ContributionRequest.objects.get().unsaved is None
    writer.post(f"{page_of(section)}keep/", {"version": 1})
    kept = {"words": {}, "seen": 1, "at": "2016-01-18T09:00:00+00:00"}
    ContributionRequest.objects.update(unsaved=kept)
    assert "You have words here" not in words(writer.get(page_of(section)))


def test_an_empty_part_is_one_box_and_a_whole_one_and_a_table_from_records_have_theirs(
    client, paper, clerk, manager
):
    section = ask(paper, clerk, "part:risks", asked_of=manager)
    client.force_login(manager)
    page = client.get(page_of(section))
    assert "Write the section" in words(page) and "Nothing is written yet." in words(page)
    assert list(page.context["form"].fields) == ["version", "begin"]
    grid = {"caption": "Children", "grid": {"columns": [], "rows": []}}
    block = {"slug": "grid", "part": "body", "parent": None, "kind": "table", "data": grid}
    papers.writing.add_block(paper=paper, after=None, block=block, by=clerk, on=ON)
    section = ask(paper, clerk, "part:body", asked_of=manager)
    page = words(client.get(page_of(section)))
    assert "is made from the records" in page and "Write more before the first paragraph" in page


def test_a_closed_section_says_whom_to_ask_by_its_link_too(writer, section, clerk):
    by_link = link_of(section)
    requests.withdraw_ask(section=section, by=clerk, on=ON)
    late = {"version": 1, "begin": "Late.", "do": "hand-in"}
    for answer in (writer.get(page_of(section)), Client().post(by_link, late)):
        assert answer.status_code == 410 and f"Ask {clerk.name}" in words(answer)
    assert not ContributionDraft.objects.exists()


@pytest.mark.long
def test_a_link_opens_the_section_alone_without_an_account(client, paper, clerk):
    section = ask(paper, clerk)
    at = link_of(section)
    answer = client.get(at)
    page = words(answer)
    assert answer.status_code == 200 and "Managers audited 2 files." in page
    assert "This paper tells what was audited" not in page
    assert answer.headers["X-Robots-Tag"] == "noindex"
    assert "no-store" in answer.headers["Cache-Control"]
    assert "sessionid" not in client.cookies
    said = {"version": 1, "begin": "By link.", "do": "hand-in"}
    assert "It has been handed in." in words(client.post(at, said, follow=True))
    handed = ContributionDraft.objects.get()
    assert (handed.how, handed.writer) == ("by_link", None)
    done = HistoryEntry.objects.filter(actor_kind="link").values_list("what", flat=True)
    assert set(done) == {"papers.open_contribution_link", "papers.hand_in"}
    assert client.post(f"{at}show/", said).status_code == 200
    assert client.post(f"{at}keep/", said).status_code == 200


def test_who_has_one_section_does_not_ask_the_records_for_more(client, paper, clerk):
    section = ask(paper, clerk)
    at, token = link_of(section), "[[audits.done @2015-01-01..2015-06-30]]"
    table = f"| a | {token} |\n| b | {token} |"
    typed = {"version": 1, "text-audits": f"Of {token}.", "after-audits": table}
    page = words(client.post(f"{at}show/", typed))
    assert "a figure that is not of this section" in page and "Of 1." not in page
    assert page.count("188 children") == 1
    said = {"section": section, "version": 1, "words": {"text-audits": f"Of {token}."}}
    requests.save_contribution(**said, by=clerk, on=ON)
    assert token in xml_of(client.get(f"{at}word/").content)
    assert "Of 1." not in words(client.get(at))
    member = cast.member()
    theirs = ask(paper, clerk, "part:introduction", asked_of=member)
    client.force_login(member)
    typed = {"version": 1, "begin": f"Of {token}."}
    assert "Of 1." not in words(client.post(f"/contributions/{theirs.pk}/show/", typed))
    officers = ask(paper, clerk, "part:introduction", asked_of=cast.officer())
    client.force_login(officers.asked_of)
    assert "Of 1." in words(client.post(f"/contributions/{officers.pk}/show/", typed))

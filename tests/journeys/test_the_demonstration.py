"""What somebody can do with the demonstration as it is loaded, by the sign-ins that it prints."""

import re
from datetime import timedelta

import pytest
from django.urls import reverse

from assurance.improvement.models.actions import Action
from assurance.improvement.rules.actions import slipped
from assurance.records import history_chain
from assurance.reviews.models.findings import Finding
from reports.editions.models.editions import Edition
from reports.papers.models.papers import Paper
from reports.verdicts.paper.verdict import verdict
from tests.audits.entries import boxes
from tests.journeys.steps import Desk, plain
from tests.page_requests import at

pytestmark = [pytest.mark.django_db, pytest.mark.slow]
HOME = "/eborford/reports/safeguarding/september-2017/"
SIGN_IN = re.compile(r"^\s*(\w+)\s+(\S+@\S+)\s+password (\S+)$", re.MULTILINE)


@pytest.fixture
def desks(demonstration_with_draft, settings):
    """Role → a desk signed in with the address and password that the command printed."""
    settings.CANDOUR_TODAY = "2017-09-20"
    found = {}
    for role, email, password in SIGN_IN.findall(demonstration_with_draft):
        found[role.lower()] = desk = Desk(None)
        said = {"login": email, "password": password}
        answer = desk.client.post(reverse("account_login"), said)
        assert answer.headers["Location"] == reverse("home")
    return found


@pytest.fixture
def paper(desks):
    """The demonstration's draft."""
    return Paper.objects.get(slug="september-2017")


def issued(desks, paper):
    """The draft, sent, read, approved and issued."""
    clerk = desks["clerk"]
    for row in verdict(paper).to_accept:
        said = {"digest": row.digest, "reason": "The records of 2016 end there."}
        clerk.keeps(at(paper, "pass-over"), said)
    clerk.keeps(at(paper, "send"), {})
    for approver in (desks["approver"], desks["legal"]):
        seen = approver.client.get(at(paper, "approve")).context["form"]["seen"].value()
        approver.keeps(at(paper, "approve"), {"seen": seen, "read": "on"})
    clerk.keeps(at(paper, "issue"), {})
    return Edition.objects.published().get(paper=paper)


def own_words(page):
    """The markup of what an edition itself says, its head and what stands beside it left out."""
    words, found, _ = page.partition('<div class="paper-words"')[2].partition(
        '<section id="where-the-figures-come-from"'
    )
    assert found
    return words


def outside_promises(said):
    """The words of an issued paper's page without the states of what was promised."""
    before, promised, after = said.partition("Commitments: ")
    assert promised
    # Their number by state is in the band above, beside the report that follows.
    before, counts = re.subn(
        r"Next report .*?Commitments on \d.*?Download PDF", "Download PDF", before, flags=re.S
    )
    assert counts == 1
    return before, after.partition("Contents")[2]


def test_its_draft_is_issued_and_nothing_that_officers_do_moves_it(desks, paper):
    assert {"officer", "clerk", "approver", "member"} <= set(desks)
    assert all(desk.client.get(reverse("home")).status_code == 200 for desk in desks.values())
    anyone, earlier = Desk(None), HOME.replace("september-2017", "january-2016")
    before = anyone.client.get(earlier).content.decode()
    edition = issued(desks, paper)
    lists_every_area_and_action_to_everyone(edition, anyone)

    # What was promised says with its day what became of it since; nothing else is another.
    then = anyone.client.get(earlier).content.decode()
    assert own_words(then) == own_words(before)
    now = plain(then)
    assert "kept, in the report of September 2017" in now
    assert "20 September 2017" in now
    assert outside_promises(now) == outside_promises(plain(before))
    listed = anyone.reads("/eborford/reports/")
    titles = [one.title for one in Edition.objects.latest_first()]
    assert len(titles) == 3
    assert [listed.index(title) for title in titles] == sorted(map(listed.index, titles))

    files = [f"{HOME}edition-1/files/{one.name}" for one in edition.files.all()]
    before = {address: anyone.client.get(address).content for address in (HOME, *files)}
    changes_a_date_and_withdraws_an_area(desks["officer"])
    assert {address: anyone.client.get(address).content for address in before} == before
    assert "12 → 11" in desks["clerk"].reads(at(paper, "draft"))


def lists_every_area_and_action_to_everyone(edition, anyone):
    """The page of the edition has the words of each area for development and each action."""
    page = anyone.reads(HOME)
    assert page == anyone.reads(f"{HOME}edition-1/")
    for area in Finding.objects.listed().filter(kind="area"):
        assert " ".join(area.text.split()) in page
    planned = Action.objects.active().filter(priority__plan__slug="inspection-2017")
    assert planned.count() == 13
    for action in planned:
        assert " ".join(action.text.split()) in page
    assert {one.media_type for one in edition.files.all()} >= {"application/pdf", "text/css"}
    assert history_chain.damage("eborford") is None


def changes_a_date_and_withdraws_an_area(officer):
    """What an officer does after the paper was issued, and is told of it."""
    action = Action.objects.active().exclude(status="done").order_by("pk").first()
    held = slipped(action.due_changes.all())
    to_day = action.due_on + timedelta(days=200)
    said = boxes({"to_day": to_day, "reason": "The supplier was late."})
    said["version"] = action.version
    page = officer.reads(officer.keeps(f"/actions/{action.pk}/due/", said))
    assert "Due date moved." in page and "The supplier was late." in page
    assert slipped(action.due_changes.all()) - held == 200
    area = Finding.objects.listed().filter(kind="area").first()
    gone = {"version": area.version, "because": "Entered twice"}
    officer.keeps(f"/reviews/findings/{area.pk}/withdraw/", gone)

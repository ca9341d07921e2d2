"""A half-year told through the pages alone, from a council without a record to the next paper."""

import pytest
from django.urls import reverse

from assurance.audits.models.case_audits import CaseAudit
from assurance.records import history_chain
from assurance.records.history import HistoryEntry
from tests.journeys import steps
from tests.journeys.steps import SENTENCES, Desk
from tests.page_requests import at, errors

pytestmark = [pytest.mark.django_db, pytest.mark.slow]
HOME = "/netherby/reports/assurance/january-2016/"


@pytest.fixture
def on(settings):
    """A setter of the day on which everybody sits at their desks."""

    def set_day(day):
        settings.CANDOUR_TODAY = day

    return set_day


@pytest.fixture
def desks(db, on):
    """Role → somebody at a desk, at a council that has its frame and no record."""
    steps.council_with_its_frame()
    on("2016-01-18")
    return {role: Desk(role) for role in ("officer", "clerk", "approver", "member")}


def issued(desks):
    """The paper: it waits for its records, is returned, mended, approved by the approver and
    issued by the clerk."""
    clerk, approver = desks["clerk"], desks["approver"]
    paper = steps.starts(clerk, "january-2016")
    steps.writes(clerk, paper, SENTENCES)
    [sentence] = errors(clerk.client.post(at(paper, "send")))["__all__"]
    assert "to fix first" in sentence
    steps.enters_every_kind_of_record(desks["officer"])
    steps.keeps_proposed_sentences(clerk, paper)
    assert "The report has been sent for approval." in clerk.reads(
        clerk.keeps(at(paper, "send"), {})
    )
    approver.keeps(at(paper, "return"), {"remarks": "Say who counted."})
    assert "Say who counted." in clerk.reads(at(paper, "draft"))
    row = paper.blocks.get(part="introduction")
    said = {"text": "Officers counted.", "version": row.version}
    clerk.keeps(at(paper, "block", row.slug), said)
    clerk.keeps(at(paper, "send"), {})
    page = approver.client.get(at(paper, "approve"))
    assert "Officers counted." in page.content.decode()
    seen = page.context["form"]["seen"].value()
    approver.keeps(at(paper, "approve"), {"seen": seen, "read": "on"})
    clerk.keeps(at(paper, "issue"), {})
    return paper


def bytes_of(paper):
    """Name → bytes of everything that the public gets of a paper."""
    public, edition = Desk(None).client, paper.editions.get()
    addresses = [HOME, *(f"{HOME}edition-1/files/{one.name}" for one in edition.files.all())]
    addresses += [f"{HOME}figures/{one['number']}/" for one in edition.document["figures"]]
    return {address: public.get(address).content for address in addresses}


def test_from_no_record_at_all_to_an_issued_paper_and_the_draft_of_the_next(desks, on):
    officer, clerk, anyone = desks["officer"], desks["clerk"], Desk(None)
    paper = issued(desks)
    page = anyone.reads(HOME)
    assert all(sentence in page for sentence in SENTENCES.values())
    assert "paragraphs 2–8" in page and "paragraphs 2–8" in desks["member"].reads(HOME)
    each_number_has_a_page_of_its_own(paper, anyone)
    everything_stands_in_one_whole_chain_under_who_did_it(desks)

    # The day stands in the banner of every page, so that it comes first.
    on("2016-02-02")
    before = bytes_of(paper)
    steps.corrects_the_census(officer, "189")
    audit = CaseAudit.objects.get(reference="CA-0")
    officer.keeps(reverse("audits:withdraw", args=[audit.pk]), {"version": 1, "because": "Twice"})
    assert bytes_of(paper) == before
    told = clerk.reads(at(paper, "draft"))
    assert "188 → 189" in told and "3 → 2" in told

    following = steps.starts(clerk, "march-2016")
    quoted = [one for one in SENTENCES if "looked_after" in one]
    steps.writes(clerk, following, quoted)
    told = clerk.reads(at(following, "draft"))
    assert "188 → 189, corrected on 2 February 2016" in told
    assert anyone.client.get("/netherby/reports/assurance/march-2016/").status_code == 404


def each_number_has_a_page_of_its_own(paper, anyone):
    """Each sentence printed the number of its records."""
    figures = paper.editions.get().document["figures"]
    assert [one["text"] for one in figures] == ["3", "188", "210", "30", "1", "1"]
    for one in figures:
        page = anyone.reads(f"{HOME}figures/{one['number']}/")
        assert one["title"] in page and one["rule"] in page


def everything_stands_in_one_whole_chain_under_who_did_it(desks):
    """History holds what each role did, and nothing of who only read."""
    assert history_chain.damage("netherby") is None
    by = {role: desk.account.history_name for role, desk in desks.items()}
    done = {role: set() for role in by}
    for entry in HistoryEntry.objects.filter(who__in=by.values()):
        role = next(role for role, who in by.items() if who == entry.who)
        done[role].add(entry.what.partition(".")[0])
    assert done["clerk"] == done["approver"] == {"papers"}
    assert "papers" not in done["officer"] and len(done["officer"]) >= 8
    assert done["member"] == set()

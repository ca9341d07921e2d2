"""While a correction is being written, readers find the published report as it was: its title, its
meeting, its dates and its period too; they have the new ones with the next edition."""

import re
from datetime import date

import pytest

from reports.approvals.operations import approvals
from reports.issue.operations import corrections
from reports.papers.draft_pages import get_paper
from reports.papers.manuscript import read
from reports.papers.models.papers import Paper
from reports.papers.operations import papers as writing
from tests.issue.test_corrected_editions import NOTE, issued, published
from tests.issue.test_given_up_corrections import changed_throughout, held
from tests.issue.test_issue import frozen
from tests.make import drafts as writings
from tests.make import papers, promised
from tests.make.drafts import ON
from tests.page_requests import at, browser_of

pytestmark = pytest.mark.django_db
__all__ = ["held", "issued"]
PERIOD = {"period_start": date(2015, 1, 1), "period_end": date(2016, 1, 10)}
STARTS = (
    *("/netherby/", "/netherby/ledger/data.json", "/netherby/figures/data.json", "/sitemap.xml"),
    *("/netherby/search/?q=audit", "/netherby/recommendations/", "/netherby/commitments/"),
)
# What differs from one answer to the next of the same page.
OF_NOW = re.compile(r"<updated>[^<]*|nonce-[^ ;]*|nonce=\"[^\"]*\"|csrfmiddlewaretoken[^>]*")


@pytest.fixture
def world(held, settings):
    """(paper, clerk, approver) of a published paper with a commitment, and a meeting to come."""
    settings.CANDOUR_TODAY = "2016-01-20"
    promised.commitment(paper=held[0], block="purpose", due_on=date(2016, 3, 1))
    papers.meeting(day=date(2016, 5, 5))
    return held


def public_site(client):
    """Address → what anybody reads there, of every page that leads from the council's first."""
    client.logout()
    found, left = {}, list(STARTS)
    while left:
        address = left.pop().partition("#")[0]
        if address not in found:
            answer = client.get(address)
            content = b"".join(answer) if answer.streaming else answer.content
            text = content.decode(errors="replace")
            found[address] = OF_NOW.sub("", f"{answer.status_code} {text}")
            links = re.findall(r'href="(/netherby/[^"]*)"', text)
            left += [link.replace("&amp;", "&") for link in links]
    return found


def redated(paper, clerk):
    """The paper with other details."""
    paper = Paper.objects.get(pk=paper.pk)
    meeting = papers.Meeting.objects.get(date=date(2016, 5, 5))
    details = {
        **PERIOD,
        "title": "Another title",
        "paper_date": date(2016, 3, 3),
        "meeting_id": meeting.pk,
    }
    changed = {"version": paper.version, "details": details, "by": clerk, "on": ON}
    return writing.change_details(paper=paper, **changed)


def told(paper):
    """What a paper is called and dated."""
    return paper.title, paper.period, paper.paper_date, paper.meeting.date


def test_nothing_public_moves_while_a_correction_is_written_or_given_up(world, client):
    paper, clerk, _ = world
    before, own = public_site(client), told(paper)
    assert len(before) > 30
    paper = approvals.begin_correction(paper=paper, by=clerk, on=ON)
    paper = redated(changed_throughout(paper, clerk), clerk)
    assert public_site(client) == before
    assert told(Paper.objects.get(pk=paper.pk)) == own
    corrections.give_up_correction(paper=paper, reason="It was right.", by=clerk, on=ON)
    assert public_site(client) == before
    assert told(read(Paper.objects.get(pk=paper.pk)).paper) == own


def test_the_draft_and_then_the_next_edition_have_the_new_details(world, client, rf):
    paper, clerk, approver = world
    paper = redated(approvals.begin_correction(paper=paper, by=clerk, on=ON), clerk)
    new = told(read(paper).paper)
    days = (date(2016, 3, 3), date(2016, 5, 5))
    assert new == ("Another title", read(paper).period, *days)
    assert (new[1].start, new[1].end) == tuple(PERIOD.values())
    request = rf.get("/")
    request.user = clerk
    assert told(get_paper(request, paper.series.slug, paper.slug)) == new
    form = browser_of(clerk).get(at(paper, "details")).text
    assert "Another title" in form and "Assurance report" not in form.partition("<form")[2]
    paper = writing.change_details(
        **{"paper": paper, "version": paper.version, "by": clerk, "on": ON},
        details={"title": "A third title", "paper_date": None},
    )
    paper = approvals.word_correction(paper=paper, note=NOTE, by=clerk, on=ON)
    paper = writings.sent_and_approved(writings.with_reasons(paper, clerk), clerk, approver)
    edition = published(frozen(paper, clerk), clerk)
    paper = Paper.objects.get(pk=paper.pk)
    assert told(paper) == ("A third title", new[1], None, days[1])
    assert (edition.title, paper.correction_details) == ("A third title", {})
    assert "A third title, May 2016" in public_site(client)["/netherby/reports/"]

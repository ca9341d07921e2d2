"""A council's own front page: its last headline figures, reports, subjects and open commitments."""

import gzip
import io
import re
from datetime import date, time
from pathlib import Path
from urllib.parse import urljoin

import pytest
from django.contrib.staticfiles import finders
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from PIL import Image

from assurance.public_pages.brand.operations import save_brand
from reports.documents.document import Fact, Facts, Run, Section, Text
from reports.language.rules import due_dates
from reports.papers.models.commitments import Commitment
from reports.publication.models.councils import published_reports
from reports.publication.models.headlines import EditionHeadlines
from reports.publication.views.front import COMMITMENTS, OPENED, REPORTS
from tests import cast
from tests.make import papers, promised
from tests.make.published_figures import BEFORE, END, edition, entry, headed
from tests.page_requests import words

pytestmark = pytest.mark.django_db
HOME = "/netherby/"
ENDS = ("2014-07-31", "2014-09-30", "2014-12-31", "2015-03-31", BEFORE, END)


def test_it_opens_with_the_headline_figures_of_the_last_report_that_has_any(client):
    first = edition(entry("30", count=30), sections=headed(), period_end=BEFORE)
    second = edition(entry("31", count=31))
    page = words(client.get(HOME))
    assert "Staff overdue for a DBS re-check" in page
    slug = first.paper.slug
    assert f'href="/netherby/reports/assurance/{slug}/edition-1/figures/1/"' in page
    assert page.index("Headline figures") < page.index("Latest reports")
    lead, figures = page.index(f"/{second.paper.slug}/"), page.index(f"/{slug}/")
    assert page.index("The latest report of") < lead < page.index("These figures are of") < figures
    [row] = published_reports([second.paper.council])
    assert row.last == second


def test_both_front_pages_name_one_latest_report_where_several_are_of_one_day(client):
    for is_long in (False, True, False):
        made = edition(entry("30", count=30), sections=headed())
        if is_long:
            long = made.paper
            type(long).objects.filter(pk=long.pk).update(period_start=date(2010, 1, 1))
    [row] = published_reports([long.council])
    assert row.last.paper == long
    page = words(client.get(HOME))
    lead = page[page.index("The latest report of") : page.index("Headline figures")]
    assert f"/{long.slug}/" in lead and "These figures are of" not in page


def test_the_headline_figures_are_kept_without_the_rest_of_the_report(client):
    rows = Facts(
        "abbreviations-list", "Abbreviations", (Fact("DBS", (Text((Run("Disclosure Service"),)),)),)
    )
    sections = (
        *headed(),
        Section("work", "Work"),
        Section("abbr", "Abbreviations", blocks=(rows,)),
    )
    edition(entry("30"), entry("3", key="dbs.due"), sections=sections)
    [part] = (row.document for row in EditionHeadlines.objects.all())
    assert [block.anchor for block in part.sections] == ["top", "abbr"]
    assert [one.number for one in part.figures] == [1]


def test_without_headline_figures_nothing_empty_is_shown(client):
    edition(entry("30", count=30))
    page = words(client.get(HOME))
    assert "Headline figures" not in page and "Figures of" not in page
    assert "Latest reports" in page and "Open commitments" not in page


def test_headline_figures_of_long_ago_are_not_shown_as_the_latest(client):
    ends = ENDS[: OPENED + 1]
    edition(entry("30", ends[0]), sections=headed(), period_end=ends[0])
    for end in ends[1:]:
        edition(entry("30", end), period_end=end)
    assert "Headline figures" not in words(client.get(HOME))


@pytest.mark.long
def test_the_last_reports_are_listed_newest_first_and_no_removed_one(client):
    made = [edition(entry("30", end), period_end=end) for end in ENDS]
    papers.remove_edition(edition=made[-1])
    page = words(client.get(HOME))
    listed = page[page.index("Latest reports") :]
    slugs = [one.paper.slug for one in made[-2::-1]]
    places = [listed.index(f"/{slug}/") for slug in slugs[:REPORTS]]
    assert places == sorted(places)
    assert f"/{made[-1].paper.slug}/" not in listed


def test_subjects_lead_to_their_place_in_the_list_of_figures(client):
    edition(entry("30"), entry("3", key="dbs.due"), entry("7", key="audits.done"))
    page = words(client.get(HOME))
    assert 'href="/netherby/figures/#subject-dbs">DBS checks (2)</a>' in page
    assert 'href="/netherby/figures/#subject-audits">Case-file audits (1)</a>' in page
    assert 'id="subject-dbs"' in words(client.get("/netherby/figures/"))


def test_open_commitments_are_listed_the_first_due_first_and_answered_ones_are_not(client):
    row = edition(entry("30"))
    made = [
        promised.commitment(paper=row.paper, what=f"Thing {month}", due_on=date(2016, month, 28))
        for month in (9, 3, 6, 12, 1)
    ]
    promised.commitment(
        paper=row.paper,
        what="Thing done",
        state=due_dates.MET,
        answered_on=date(2016, 1, 8),
        answered_in=row.paper,
    )
    with CaptureQueriesContext(connection) as queries:
        page = words(client.get(HOME))
    [listed] = [one["sql"] for one in queries if '"papers_commitment"."what"' in one["sql"]]
    assert '"papers_commitment"."sentence"' not in listed
    shown = [name for name in ("Thing 1<", "Thing 3<", "Thing 6<", "Thing 9<") if name in page]
    assert len(shown) == COMMITMENTS and "Thing done" not in page and "Thing 12<" not in page
    assert [page.index(name) for name in shown] == sorted(page.index(name) for name in shown)
    assert f"/netherby/commitments/{made[0].pk}/" in page


def test_the_next_meeting_of_a_committee_that_reads_reports_is_shown_where_one_is_known(
    client, settings
):
    settings.CANDOUR_TODAY = "2016-02-01"
    edition(entry("30"))
    unknown = [
        papers.meeting(date(2016, 1, 31)),
        papers.meeting(date(2016, 2, 2), cancelled=True),
        papers.meeting(date(2016, 2, 3), committee=papers.committee("planning")),
    ]
    assert all(unknown) and "Next meeting" not in words(client.get(HOME))
    papers.meeting(date(2016, 3, 8), time=time(9), place="Guild House, Netherby")
    papers.meeting(date(2016, 2, 9), time=time(14, 5), place="Committee Room 2")
    page = words(client.get(HOME))
    shown = "Tuesday 9 February 2016</strong><br>Safeguarding Scrutiny Committee"
    assert f"{shown}<br>2:05pm, Committee Room 2</p>" in page
    settings.CANDOUR_TODAY = "2016-02-10"
    assert "<br>9am, Guild House, Netherby</p>" in words(client.get(HOME))


def test_the_next_meeting_leads_to_its_published_reports_and_to_no_other(client, settings):
    settings.CANDOUR_TODAY = "2016-02-01"
    title = "Published reports for this meeting"
    edition(entry("30"))
    meeting = papers.meeting(date(2016, 2, 9))
    assert title not in words(client.get(HOME))
    rows = [papers.edition(paper=papers.issued_paper(meeting=meeting)) for _ in range(2)]
    papers.remove_edition(edition=rows[1])
    page = words(client.get(HOME))
    listed = page[page.index(title) : page.index('id="follow-h"')]
    slugs = re.findall(r'href="/netherby/reports/assurance/([^/]+)/"', listed)
    assert slugs == [rows[0].paper.slug] and rows[0].title in listed


def test_a_council_that_published_nothing_has_its_list_of_reports_as_front_page(client):
    papers.issued_paper()
    assert client.get("/elsewhere/").status_code == 404
    cast.make_council("quiet")
    assert client.get("/quiet/").headers["Location"] == "/quiet/reports/"
    assert client.get("/no-such-council/").status_code == 404


@pytest.mark.long
def test_every_link_of_a_council_that_published_nothing_opens(client):
    cast.make_council("quiet")
    waiting, opened = ["/quiet/"], set()
    while waiting:
        address = waiting.pop()
        answer = client.get(address, follow=True)
        assert answer.status_code == 200, address
        opened.add(address)
        page = answer.content.decode() if "html" in answer.headers["Content-Type"] else ""
        found = (urljoin(address, link) for link in re.findall(r'href="([^"#?]+)', page))
        near = {one for one in found if one.startswith("/quiet/")}
        waiting += near - opened - {*waiting}
    names = ("figures", "commitments", "recommendations", "ledger", "compare")
    assert {f"/quiet/{name}/" for name in names} <= opened


def test_other_public_pages_lead_back_to_it(client):
    edition(entry("30"))
    for address in ("/netherby/figures/", "/netherby/reports/", "/netherby/ledger/"):
        assert 'class="app-masthead__home" href="/netherby/"' in words(client.get(address))
    assert "app-masthead__home" not in words(client.get(HOME))


# What a first visit may load, compressed and without fonts.
MOST_BYTES = 60_000
LOADED = re.compile(r'(?:href|src|data-govuk)="/static/([^"]+\.(?:css|js|svg))"')


@pytest.mark.long
def test_a_first_visit_loads_less_than_sixty_thousand_bytes(client, settings, tmp_path):
    settings.ATTACHMENTS_ROOT = tmp_path
    noise = io.BytesIO()
    Image.effect_noise((400, 400), 90).save(noise, "PNG")
    by = cast.administrator()
    fields = {"colour": "#5b2a6e", "mark_text": "Arms", "cover": False}
    save_brand(council=by.council, by=by, on=cast.LONG_AGO, content=noise.getvalue(), **fields)
    edition(*(entry("30", key=f"audits.done{number}") for number in range(6)), sections=headed())
    page = client.get(HOME).content
    names = set(LOADED.findall(page.decode()))
    assert {"css/site.css", "js/app.js"} <= names
    files = [Path(finders.find(name)).read_bytes() for name in names]
    own = [client.get(f"{HOME}{name}").content for name in ("colours.css", "mark.png")]
    assert all(name in page.decode() for name in ("colours.css", "mark.png"))
    assert sum(len(gzip.compress(content)) for content in (page, *files, *own)) < MOST_BYTES


def test_of_one_date_the_report_of_the_longest_time_opens_the_page(client):
    short = edition(entry("30"), sections=headed("Short"))
    longer = edition(entry("31"), sections=headed("Long"))
    short.paper.period_start = date(2015, 11, 1)
    short.paper.save()
    assert short.paper.told_on == longer.paper.told_on
    page = words(client.get(HOME))
    assert "Long</a>" in page and "Short</a>" not in page
    short.paper.period_start = date(2010, 1, 1)
    short.paper.save()
    assert "Short</a>" in words(client.get(HOME))


def test_the_last_meeting_comes_before_the_last_publication(client):
    late = date(2016, 3, 1)
    edition(entry("30"), sections=headed("Earlier"), period_end=BEFORE, issued_on=late)
    edition(entry("31"), sections=headed("Newest"), period_end=END, issued_on=date(2016, 1, 8))
    page = words(client.get(HOME))
    assert "Newest</a>" in page and "Earlier</a>" not in page


def test_a_commitment_past_its_date_is_marked_and_one_to_a_next_report_comes_last(client, settings):
    settings.CANDOUR_TODAY = "2016-04-01"
    row = edition(entry("30"))
    promised.commitment(paper=row.paper, what="Thing next", due_to=due_dates.NEXT, due_on=None)
    for day, what in ((date(2016, 3, 31), "Thing late"), (date(2016, 4, 1), "Thing today")):
        promised.commitment(paper=row.paper, what=what, due_on=day)
    page = words(client.get(HOME))
    assert 'id="commitments-h">Commitments: 0 kept, 1 overdue, 2 open</h2>' in page
    part = page[page.index("All commitments") : page.index("Figures by subject")]
    assert part.index("Thing late") < part.index("Thing today") < part.index("Thing next")
    assert part.count("Overdue") == 1 and part.count(">Open<") == 2
    assert part.index("Overdue") < part.index("Thing late") < part.index(">Open<")
    # Every page that anybody may read has the same state of it.
    register = client.get(reverse("publication:public-commitments", args=["netherby"]))
    assert words(register).count("Overdue</strong>") == 1
    late = Commitment.objects.get(what="Thing late")
    own = client.get(reverse("publication:public-commitment", args=["netherby", late.pk]))
    assert "Overdue: waiting for" in words(own)


def test_the_site_opens_with_the_one_council_that_publishes_at_its_own_address(client, settings):
    settings.PUBLIC_ADDRESS = "https://reports.example"
    assert "No report is published yet." in words(client.get("/"))
    edition(entry("30"), sections=headed())
    cast.make_council("elsewhere")
    page = words(client.get("/"))
    assert "Staff overdue for a DBS re-check" in page
    assert 'rel="canonical" href="https://reports.example/netherby/"' in page


def test_the_site_leads_to_each_of_several_councils(client):
    edition(entry("30"), sections=headed())
    elsewhere = cast.make_council("elsewhere")
    papers.edition(paper=papers.issued_paper(council=elsewhere))
    page = words(client.get("/"))
    assert 'href="/netherby/"' in page and 'href="/elsewhere/"' in page
    assert "Staff overdue for a DBS re-check" not in page


def test_the_page_reads_no_document(client):
    edition(entry("30"), sections=headed())
    with CaptureQueriesContext(connection) as asked:
        client.get(HOME)
    read = [query["sql"] for query in asked if '"editions_edition"."document"' in query["sql"]]
    assert not read
    with CaptureQueriesContext(connection) as again:
        cast.make_council("elsewhere")
        client.get(HOME)
    assert len([query for query in again if '"document"' in query["sql"]]) == len(read)

"""The finding of each report on a council's front page, and how its headline figures went."""

import re
from dataclasses import replace

import pytest

from assurance.looked_after.rates import OWN, TOTAL
from reports.documents.document import Run, Text
from reports.editions.other_areas import RATE
from tests.make.published_figures import BEFORE, END, edition, entry, headed, indexed
from tests.page_requests import words

pytestmark = pytest.mark.django_db
HOME = "/netherby/"
ENDS = ("2015-03-31", BEFORE, END)


@pytest.mark.long
def test_each_report_is_listed_with_what_it_found(client):
    """Its first main point, else its headline figures, else its first sentence where that is
    short."""
    point = (Text((Run("Fewer children came into care."),)),)
    [summary] = headed()
    [group] = summary.blocks
    opened = replace(summary, blocks=(replace(group, main_points=point),))
    edition(entry("30"), sections=(opened,))
    edition(entry("30"), sections=headed(), period_end=BEFORE)
    indexed(entry("30"), says="The team was busy. It rained.", period_end="2015-03-31")
    indexed(entry("30"), says=f"The {'very ' * 60}long team.", period_end="2014-12-31")
    page = words(client.get(HOME))
    listed = page[page.index("Latest reports") : page.index("Follow</h2>")]
    found = re.findall(r"</a>(?:<br>([^<]*))?<br><span", listed)
    headline = "Staff overdue for a DBS re-check: 30."
    assert found == ["Fewer children came into care.", headline, "The team was busy.", ""]


@pytest.mark.long
def test_headline_figures_are_drawn_once_three_values_are_counted_alike(client):
    for end in ENDS[:2]:
        edition(entry("30", end, count=30, when=end), sections=headed(), period_end=end)
    assert "app-front__charts" not in words(client.get(HOME))
    edition(entry("24", count=24, when=END), sections=headed())
    page = words(client.get(HOME))
    chart = page[page.index("app-front__charts") :]
    finding = re.search(r">([^<]+)</a>", chart).group(1)
    assert finding == f"People past their re-check date fell from 30 ({ENDS[0]}) to 24 ({END})"
    assert 'href="/netherby/figures/dbs.overdue/"' in chart
    assert chart.count("app-chart__half") == 1


def test_children_are_drawn_as_a_rate_where_its_values_are_published(client):
    for end in ENDS:
        rate = entry("61.5", end, key=RATE, member=OWN, count=6150, when=end)
        children = entry("228", end, key=TOTAL, count=228, when=end, title="Children")
        edition(children, rate, sections=headed("Children"), period_end=end)
    page = words(client.get(HOME))
    assert f'href="/netherby/figures/{RATE}/{OWN}/"' in page[page.index("app-front__charts") :]


def test_title_and_first_answers_are_on_the_band_of_the_councils_tint(client):
    edition(entry("30"), sections=headed(), period_end=BEFORE)
    now = edition(entry("31"), sections=headed())
    comparison = f"{HOME}reports/assurance/{now.paper.slug}/compare/"
    firsts = {HOME: "tile__value", f"{HOME}figures/": 'role="search"', comparison: "Read them"}
    for address, first in firsts.items():
        main = words(client.get(address)).partition("<main")[2]
        band, title = main.index('<div class="app-band">'), main.index("<h1")
        assert band < title < main.index(first)


def test_subjects_are_listed_with_children_first(client):
    keys = ("audits.done", "dbs.overdue", "looked_after.children")
    edition(*(entry("30", key=key, number=number) for number, key in enumerate(keys, 1)))
    for address in (HOME, f"{HOME}figures/"):
        found = re.findall(r"#subject-(\w+)", words(client.get(address)))
        assert found == ["looked_after", "dbs", "audits"]

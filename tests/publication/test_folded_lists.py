"""Lists for those who look closely are folded on a report's page, and another report is named
shortly within its own series."""

import re

import pytest

from reports.documents.document import from_json
from reports.language.rules import due_dates
from reports.publication.summary import commitment_lines, first_screen, name_within
from tests.make import papers, promised
from tests.make.published_figures import BEFORE, edition, entry
from tests.page_requests import words

pytestmark = pytest.mark.django_db
FOLDED = re.compile(r"<details\b.*?</details>", re.DOTALL)


def test_the_figures_of_a_report_and_its_files_of_data_are_folded(client):
    paper = edition(entry("30"), entry("31"), period_end=BEFORE).paper
    page = words(client.get(f"/netherby/reports/assurance/{paper.slug}/"))
    folded = FOLDED.findall(page)
    [figures] = [part for part in folded if 'id="figures-c"' in part]
    assert "2 figures in this report</span></summary>" in figures
    assert page.index("Where the figures come from</h2>") < page.index(figures)
    for part in folded:
        # What names a part of the page is open to everybody.
        assert "<h2" not in part or "<nav" in part or "reading-menu" in part


def test_a_report_of_the_same_series_is_named_by_its_month():
    before = edition(entry("24", BEFORE), period_end=BEFORE)
    now = edition(entry("30"))
    row = promised.commitment(paper=before.paper, what="Begin the audit")
    answer = {"state": due_dates.LATE, "answered_on": now.issued_on}
    type(row).objects.filter(pk=row.pk).update(**answer, answered_in=now.paper)
    short = f"the report of {before.paper.told_on:%B %Y}"
    assert name_within(before.paper, now.paper) == short
    [line] = commitment_lines(now, first_screen(now, from_json(now.document)), now.issued_on)
    assert line.made_in == short
    [line] = commitment_lines(
        before, first_screen(before, from_json(before.document)), now.issued_on
    )
    assert line.made_in == ""


def test_a_report_of_another_series_is_named_by_its_title():
    now, other = edition(entry("30")).paper, edition(entry("24", BEFORE), period_end=BEFORE).paper
    other.series = papers.series("overview")
    assert name_within(other, now) == f"“{other.dated_title}”"

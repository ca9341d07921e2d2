"""Anyone follows what papers said, signed in nowhere: from an issued paper to its comparison, to a
figure through all papers, to the ledger, to a promise and its answer."""

from datetime import date

from reports.documents.document import Paragraph, Run, Section, Text
from reports.papers.rules import due_dates
from reports.publication.indexing import figures as telling
from tests.browser.reading import assert_at, assert_sound
from tests.make import promised, published_figures
from tests.make.published_figures import BEFORE, entry


def edition(says, *figures, **said):
    """A published edition with one paragraph, what it tells of kept."""
    paragraph = Paragraph("para-1", "1.", (), (Text((Run(says),)),))
    made = published_figures.edition(
        *figures, sections=(Section("w", "W", blocks=(paragraph,)),), **said
    )
    telling.index_edition(made)
    return made


def test_anyone_follows_a_figure_a_paper_and_a_promise(page, live_server):
    one = edition(
        "A third audit will begin.", entry("24", BEFORE, count=24, base="346"), period_end=BEFORE
    )
    now = edition("The third audit began.", entry("30", count=30, cohort="All staff"))
    promised.commitment(
        paper=one.paper,
        anchor="para-1",
        state=due_dates.MET,
        answered_on=date(2016, 1, 8),
        answered_in=now.paper,
        answered_anchor="para-1",
    )
    page.goto(f"/netherby/papers/assurance/{now.paper.slug}/")
    page.click("text=What changed since the last paper")
    assert_sound(page)
    assert "Up by 6" in page.inner_text("main")
    page.go_back()
    page.click("text=Every published figure")
    assert_sound(page)
    page.click("main >> text=People past their re-check date")
    assert_at(page, "/netherby/figures/dbs.overdue/")
    assert_sound(page)
    assert page.locator("svg.app-chart__drawing").count() == 2
    page.goto("/netherby/papers/")
    page.click("text=Ledger of assurance")
    assert_sound(page)
    page.goto("/netherby/commitments/")
    page.click("main tbody th a")
    assert_sound(page)
    assert "The third audit began." in page.inner_text("main")

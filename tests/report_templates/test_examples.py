"""Shipped templates come with sentences and tables of their own."""

import pytest
from django.urls import reverse

from reports.checks.rule import Severity
from reports.documents.document import Paragraph, Section, Table, text_of
from reports.editions.snapshot import draft
from reports.language import standing_blocks, template
from reports.language.grammar import TOKEN
from reports.papers.assembly.pipeline import assemble
from reports.papers.manuscript import read
from reports.papers.models.blocks import NamedDate
from reports.report_templates.examples import shipped
from reports.report_templates.samples import sample_parts
from reports.verdicts.paper.verdict import verdict
from tests import cast
from tests.make import drafts
from tests.page_requests import browser_of, words
from tests.report_templates.changes.test_standing import begun
from tests.report_templates.template_pages import started
from tests.sweeping import swept

FILLED = ("worcestershire-2016", "york-2016", "york-2017", "york-2020")


@swept([(name,) for name in FILLED])
def test_each_has_sentences_with_live_figures_and_tables_that_can_be_read(name):
    made = template.read(shipped()[name])
    assert standing_blocks.fault_of(made) == ""
    rows = [row for part in made.parts for row in part.blocks]
    kinds = [row["kind"] for row in rows]
    assert kinds.count("table") == 2 and kinds.count("section") == 2
    assert kinds.count("recommendation") == 1
    assert sum(len(TOKEN.findall(row.get("text", ""))) for row in rows) >= 6
    shown = [line for part in sample_parts(shipped()[name]) for line in part.standing]
    assert len(shown) == len(rows)


@pytest.mark.django_db
@pytest.mark.parametrize("name", FILLED)
def test_the_page_of_each_shows_its_live_values_by_what_they_mean(name):
    place = reverse("report_templates:template-example", args=[name])
    page = words(browser_of(cast.administrator()).get(place))
    assert "on the date ‘" in page and "[[" not in page and "live value" not in page


def walk(blocks):
    for block in blocks:
        yield block
        yield from walk(getattr(block, "blocks", ()))


@pytest.mark.sampled(4)
@pytest.mark.django_db
@pytest.mark.parametrize("name", FILLED)
def test_a_report_begun_from_each_prints_its_sentences_and_tables(name):
    clerk = cast.clerk()
    browser = browser_of(clerk)
    drafts.records(clerk.council)
    row = started(browser, clerk.council, name, "Ours")
    paper = begun(browser, row, "first")
    for date_name, when in (("audits", drafts.YEAR), ("dbs", drafts.POSITION)):
        NamedDate.objects.create(
            paper=paper, name=date_name, start=when.start, end=when.end, label="Any"
        )
    document = draft(paper)
    things = list(walk(document.sections))
    # York 2016 lists what was promised, too.
    assert sum(isinstance(thing, Table) for thing in things) == 2 + (name == "york-2016")
    assert sum(isinstance(thing, Section) and thing.title != "" for thing in things) > 4
    text = " ".join(text_of(thing) for thing in things if isinstance(thing, Paragraph))
    assert "On 1 December 2015 the council looked after " in text
    unplaced = [problem.sentence for problem in assemble(read(paper)).problems]
    assert not [sentence for sentence in unplaced if "has no place" in sentence or "[[" in sentence]
    # What the template wrote itself is never warned of.
    warned = [row for row in verdict(paper).rows if row.checked.severity == Severity.WARNING]
    assert [row.checked.fault.sentence for row in warned] == []

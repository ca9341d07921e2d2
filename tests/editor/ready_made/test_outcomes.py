"""Outcome sets ready-made: the outcomes of a cohort become a table of a report by a link."""

from datetime import date

import pytest
from django.urls import reverse

from reports.documents.document import text_of
from reports.papers.assembly.pipeline import assemble
from reports.papers.manuscript import read
from tests.editor.builders.browsing import Builder
from tests.make.outcomes import outcome_set
from tests.page_requests import at, errors, words

pytestmark = pytest.mark.django_db


def offers(browser, paper, kind="table"):
    """Title → offer of the page of a new block."""
    page = browser.get(at(paper, "add-block", kind, part="body"))
    return {one.title: one for one in page.context["ready"]}


def test_a_set_becomes_a_table_that_adds_up_with_its_targets_below(browser, paper):
    outcome_set([("With a carer", 12, "30", "5"), ("Alone", 30), ("Not known", 8)])
    outcome_set([("Later", 1), ("Never", 2)], to_date=date(2017, 3, 31))
    offer = offers(browser, paper)["Outcomes: Where care leavers live, 31 March 2015"]
    answer = Builder(browser, offer.address).save()
    assert answer.status_code == 302, errors(answer)
    block = paper.blocks.order_by("-pk").first()
    assert block.data["grid"]["total_row"] is True
    assert [row["label"] for row in block.data["grid"]["rows"]] == [
        "With a carer", "Alone", "Not known", "All",
    ]  # fmt: skip
    made = assemble(read(paper), audience="restricted")
    text = text_of(made.document.sections)
    target = "With a carer: target 30.0%, give or take 5.0 points."
    cohort = "Who is counted: Care leavers aged 19 to 21, 31 March 2015."
    for phrase in ("12", "30", "50", target, cohort):
        assert phrase in text


def test_a_chart_says_the_largest_group(browser, paper):
    outcome_set()
    offer = offers(browser, paper, "chart")["Outcomes: Where care leavers live, 31 March 2015"]
    answer = Builder(browser, offer.address).save()
    assert answer.status_code == 302, errors(answer)
    finding = paper.blocks.order_by("-pk").first().data["finding"]
    assert finding.startswith("The largest group is “In a home of their own”: [[outcomes.count:")


def test_without_a_set_the_page_says_so_and_links_to_them(browser, paper):
    page = browser.get(at(paper, "add-block", "table", part="body"))
    assert "none is recorded by the date of the report" in words(page)
    assert reverse("outcomes:list") in page.content.decode()

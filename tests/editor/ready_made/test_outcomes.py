"""Outcome sets ready-made: the outcomes of a cohort become a table of a report by a link."""

import json
import re
from datetime import date

import pytest
from django.urls import reverse

from reports.documents.document import text_of
from reports.papers.assembly.pipeline import assemble
from reports.papers.assembly.records import field_text
from reports.papers.manuscript import read
from reports.papers.models.papers import Paper
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
    target = "Targets: With a carer: 30% ± 5 points."
    cohort = "Who is counted: Care leavers aged 19 to 21. Recorded at 31 March 2015, the newest by "
    for phrase in ("12", "30", "50", target, cohort):
        assert phrase in text


def test_a_chart_says_the_largest_group(browser, paper):
    outcome_set()
    offer = offers(browser, paper, "chart")["Outcomes: Where care leavers live, 31 March 2015"]
    answer = Builder(browser, offer.address).save()
    assert answer.status_code == 302, errors(answer)
    finding = paper.blocks.order_by("-pk").first().data["finding"]
    assert finding.startswith("“In a home of their own” is the outcome of [[outcomes.count:")


@pytest.mark.long
def test_the_notes_of_the_next_report_name_its_own_set(browser, paper):
    """No day is typed: a later set of the series takes the place of the older by the position."""
    outcome_set([("With a carer", 12, "30", "5"), ("Alone", 30), ("Not known", 8)])
    newer = [("With a carer", 20, "40"), ("Alone", 25), ("Not known", 5)]
    outcome_set(newer, to_date=date(2016, 3, 31), population="Care leavers aged 18 to 21")
    offer = offers(browser, paper)["Outcomes: Where care leavers live, 31 March 2015"]
    Builder(browser, offer.address).save()
    block = paper.blocks.order_by("-pk").first()
    assert not re.search(r"20\d\d", json.dumps(block.data)), "no date is typed"
    paper.named_dates.filter(name="position").update(start=date(2016, 6, 1), end=date(2016, 6, 1))
    Paper.objects.filter(pk=paper.pk).update(paper_date=date(2016, 7, 1))
    later = Paper.objects.get(pk=paper.pk)
    text = text_of(assemble(read(later), audience="restricted").document.sections)
    assert (
        "Care leavers aged 18 to 21. Recorded at 31 March 2016, the newest by 1 June 2016" in text
    )
    assert "Targets: With a carer: 40%." in text


def test_a_set_between_the_position_and_the_report_is_not_named(paper):
    """The note names the set that the figures beside it are read from."""
    outcome_set()
    outcome_set(to_date=date(2015, 12, 15))
    paper.named_dates.filter(name="position").update(start=date(2015, 12, 1), end=date(2015, 12, 1))
    own = Paper.objects.get(pk=paper.pk)
    where = (own.council, "outcome_set", "where-care-leavers-live", "at", date(2016, 1, 18))
    assert field_text(*where, own) == "31 March 2015"
    assert field_text(*where) == "15 December 2015"
    assert field_text(*where[:-1], date(2015, 3, 30), own) is None
    assert field_text(own.council, "outcome_set", "no-such-set", "at", where[-1], own) is None


def test_without_a_set_the_page_says_so_and_links_to_them(browser, paper):
    page = browser.get(at(paper, "add-block", "table", part="body"))
    assert "none is recorded by the date of the report" in words(page)
    assert reverse("outcomes:list") in page.content.decode()

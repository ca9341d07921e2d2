"""The page of two compared papers: head, recommendations and commitments apart from figures and
words; what is the same is folded, and all of it opens at once."""

import re
from datetime import date

import pytest

from reports.documents.document import Fact, Facts, Item, ItemList, Paragraph, Run, Section, Text
from reports.papers.rules import due_dates
from tests.make.promised import commitment
from tests.make.published_figures import BEFORE, END, edition, entry
from tests.page_requests import words
from tests.publication.derived.reading import between, blocks, tables

pytestmark = pytest.mark.django_db
PLAN, AUDIT = "A plan will be made by March 2016.", "We will audit 24 files by May 2016."


def text(said):
    """A text of plain words."""
    return Text((Run(said),))


def published(*asked, says=(), of=None, number=1, head=(), title="Assurance report", **said):
    """A published paper that asks for `asked` and says `says`, one paragraph each."""
    items = tuple(Item("i.", f"para-9-{n}", (text(one),)) for n, one in enumerate(asked, 1))
    lead = Paragraph("para-9", "9.", (), (text("Members are asked to:"), ItemList("roman", items)))
    rows = (Paragraph(f"para-{n}", f"{n}.", (), (text(one),)) for n, one in enumerate(says, 1))
    sections = (
        Section("work", "Work", blocks=tuple(rows)),
        Section("part-recommendations", "Recommendations", blocks=(lead,)),
    )
    facts = tuple(Fact(name, (text(value),)) for name, value in dict(head).items())
    opening = {"title": title, "head": Facts("head", "About this paper", facts)}
    figure = entry(said.pop("value", "24"), count=24)
    return edition(figure, sections=sections, of=of, number=number, opening=opening, **said)


def compared(client, now):
    """The answer of the page of `now` beside the paper before it."""
    return client.get(f"/netherby/reports/assurance/{now.paper.slug}/compare/")


def test_a_row_of_the_head_is_changed_new_gone_or_the_same(client):
    old = {"Committee": "Scrutiny", "Report of": "The Director", "Date of meeting": "1 July 2015"}
    published(period_end=BEFORE, head=old, title="July")
    now = published(head={"Committee": "Scrutiny", "Report of": "The Head", "Period": "2015"})
    found = tables(blocks(compared(client, now)))
    assert found["What the head says otherwise"] == [
        ("Title", "July", "Assurance report", "Changed"),
        ("Report of", "The Director", "The Head", "Changed"),
        ("Period", "Not there", "2015", "Not in the earlier"),
        ("Date of meeting", "1 July 2015", "Not there", "Not in the later"),
    ]
    assert found["What the head says again"] == [("Committee", "Scrutiny", "Scrutiny", "The same")]


def test_recommendations_are_new_reworded_no_longer_made_or_the_same_and_in_no_other_part(client):
    published(
        "note the audits done in 2015", "agree the plan", "thank the staff", period_end=BEFORE
    )
    now = published("agree the plan", "note the audits done in 2016", "meet again in spring")
    page = compared(client, now)
    own = between(blocks(page), ("h2", "Recommendations"), ("h2", ""))
    assert [said for tag, said in own if tag == "h3"] == ["Reworded", "New", "No longer made"]
    assert ("li", "Paragraph 9 (i): agree the plan") in own
    assert "agree the plan" not in str(between(blocks(page), ("h2", "Words")))


def test_commitments_are_new_promised_again_answered_or_waiting(client):
    then = published(says=[PLAN, AUDIT], period_end=BEFORE)
    now = published(says=["Nothing."])
    said = {"paper": then.paper, "due_on": date(2015, 11, 30)}
    moved = commitment(**said, what="Move the office", state=due_dates.OPEN)
    commitment(**said, what="Make a plan", sentence=PLAN)
    answer = {"state": due_dates.LATE, "answered_on": date(2015, 11, 1), "evidence": "Minute 4"}
    commitment(**said, what="Audit the files", sentence=AUDIT.replace("24", "30"), **answer)
    commitment(
        **said,
        what="Hold a survey",
        **{**answer, "answered_on": date(2016, 5, 1)},
    )
    commitment(**said, what="Say what nobody reads", sentence="This is printed nowhere.")
    commitment(**said, what="No promise at all", state=due_dates.REFUSED)
    commitment(paper=now.paper, what="Move the office later", follows=moved)
    commitment(paper=now.paper, what="Train the staff", due_to=due_dates.NEXT, due_on=None)
    rows = tables(blocks(compared(client, now)))["Commitments and their outcome"]
    again = "Promised again, by 31 March 2016; before by 30 November 2015"
    assert [(what, told) for what, _, _, told in rows] == [
        ("Move the office later", again),
        ("Train the staff", "New"),
        ("Make a plan", "Not answered in the later"),
        ("Audit the files", "Kept late. Minute 4. Answered on 1 November 2015"),
        ("Hold a survey", "Not answered in the later"),
    ]
    assert rows[1][1:3] == ("The paper of December 2015", "To the next paper")
    assert rows[2][1:3] == ("The paper of June 2015", "By 30 November 2015")


def test_an_edition_makes_the_commitments_that_it_prints(client):
    first = published(says=[PLAN, "We will audit 24 files by May 2016 and more."])
    second = published(says=[PLAN, AUDIT], of=first.paper, number=2)
    for what, sentence in (("Make a plan", PLAN), ("Audit the files", AUDIT), ("Typed", "")):
        commitment(paper=first.paper, what=what, sentence=sentence)
    page = blocks(client.get(f"{home(first)}edition-1/compare/{second.number}/"))
    [row] = tables(page)["Commitments and their outcome"]
    assert row[:2] == ("Audit the files", "Edition 2") and row[3] == "New"
    own = between(page, ("h2", "Commitments"), ("h2", ""))
    assert [said for tag, said in own if tag == "li"] == [
        "Make a plan, by 31 March 2016",
        "Typed, by 31 March 2016",
    ]


def home(row):
    """The address of a paper."""
    return f"/netherby/reports/assurance/{row.paper.slug}/"


def test_what_is_the_same_is_folded_long_changes_too_and_one_link_opens_everything(client):
    published(says=[f"Point {n} of many." for n in range(20)], period_end=BEFORE)
    now = published(says=[f"Matter {n} among others." for n in range(20)], value="25")
    folded = words(compared(client, now))
    assert folded.count("<details") >= 2 and '<details class="govuk-details" open' not in folded
    assert 'href="?show=everything">Show everything' in folded
    opened = words(client.get(f"{home(now)}compare/?show=everything"))
    assert len(re.findall('<details class="govuk-details" open', opened)) == folded.count(
        "<details"
    )
    assert 'href="?">Fold it again' in opened
    later = published(says=["Matter 0 among others.", "It rained twice."], period_end="2016-06-30")
    again = published(
        says=["Matter 0 among others.", "It rained thrice."], of=later.paper, number=2
    )
    short = words(client.get(f"{home(again)}edition-1/compare/2/"))
    assert '<details class="govuk-details" open><summary' in short and "Work (1 line)" in short


def test_two_papers_that_ask_and_promise_nothing_say_so(client):
    published(period_end=BEFORE)
    page = words(compared(client, published(period_end=END)))
    assert "Neither makes a recommendation." in page and "Neither makes a commitment." in page

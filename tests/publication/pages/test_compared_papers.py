"""The page of two compared reports: figures first, then commitments and recommendations; words and
what did not change are behind a press, and all of it opens at once."""

import re
from datetime import date

import pytest

from reports.documents.document import Fact, Facts, Item, ItemList, Paragraph, Run, Section, Text
from reports.language.rules import due_dates
from tests.make.promised import commitment, recommendation
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
    opening = {"title": title, "head": Facts("head", "About this report", facts)}
    figure = entry(said.pop("value", "24"), count=24)
    return edition(figure, sections=sections, of=of, number=number, opening=opening, **said)


def compared(client, now):
    """The answer of the page of `now` beside the paper before it."""
    return client.get(f"/netherby/reports/assurance/{now.paper.slug}/compare/")


def test_a_row_of_the_head_is_changed_new_or_gone_and_comes_last(client):
    old = {"Committee": "Scrutiny", "Report of": "The Director", "Date of meeting": "1 July 2015"}
    published(period_end=BEFORE, head=old, title="July")
    now = published(head={"Committee": "Scrutiny", "Report of": "The Head", "Period": "2015"})
    page = blocks(compared(client, now))
    assert tables(page)["Title and details"] == [
        ("Title", "July", "Assurance report", "Changed"),
        ("Report of", "The Director", "The Head", "Changed"),
        ("Period", "–", "2015", "Not in the earlier"),
        ("Date of meeting", "1 July 2015", "–", "Not in the later"),
    ]
    headings = [said for tag, said in page if tag == "h2"]
    assert headings == [
        "Figures",
        "Commitments",
        "Recommendations",
        "Words",
        "Compare other reports",
    ]
    assert ("summary", "Title and details: 4 changes") in between(page, ("h2", "Words"))


def test_recommendations_are_new_reworded_not_made_again_or_the_same_with_their_decisions(client):
    then = published(
        "note the audits done in 2015", "agree the plan", "thank the staff", period_end=BEFORE
    )
    now = published("agree the plan", "note the audits done in 2016", "meet again in spring")
    agreed = {"decision": "agreed", "decided_on": date(2016, 1, 26), "anchor": "para-9-1"}
    recommendation(paper=now.paper, **agreed)
    recommendation(paper=then.paper, anchor="para-9-3")
    page = compared(client, now)
    own = between(blocks(page), ("h2", "Recommendations"), ("h2", ""))
    states = [said for tag, said in own if tag == "li"]
    assert states == ["In both", "Reworded", "New", "Not made again"]
    first, last = own[1:3], own[-2:]
    assert first[0] == ("p", "Paragraph 9 (i) of December 2015")
    assert own[3] == ("p", "Decision of December 2015: Agreed on 26 January 2016")
    assert last[1] == ("p", "Decision of June 2015: No decision is recorded yet")
    assert "agree the plan" not in str(between(blocks(page), ("h2", "Words")))


def test_commitments_are_kept_missed_open_made_again_or_new(client):
    then = published(says=[PLAN, AUDIT], period_end=BEFORE)
    now = published(says=["Nothing."])
    said = {"paper": then.paper, "due_on": date(2015, 11, 30)}
    moved = commitment(**said, what="Move the office", state=due_dates.OPEN)
    commitment(**said, what="Make a plan", sentence=PLAN)
    answer = {"state": due_dates.LATE, "answered_on": date(2015, 11, 1), "evidence": "Minute 4"}
    commitment(**said, what="Audit the files", sentence=AUDIT.replace("24", "30"), **answer)
    commitment(
        **{**said, "due_on": date(2016, 1, 31)},
        what="Hold a survey",
        **{**answer, "answered_on": date(2016, 5, 1)},
    )
    commitment(**said, what="Say what nobody reads", sentence="This is printed nowhere.")
    commitment(**said, what="No promise at all", state=due_dates.REFUSED)
    commitment(paper=now.paper, what="Move the office later", follows=moved)
    commitment(paper=now.paper, what="Train the staff", due_to=due_dates.NEXT, due_on=None)
    answer = compared(client, now)
    looks = re.findall(r'class="app-state app-state--(\w+)"', words(answer))
    assert looks == ["overdue", "late", "open", "open", "open"]
    page = blocks(answer)
    rows = between(page, ("h2", "Commitments"), ("h2", ""))
    assert [said for _, said in rows] == [
        "Missed Make a plan Due by 30 November 2015 In June 2015",
        (
            "Kept late Audit the files Minute 4. Answered on 1 November 2015. "
            "Due by 30 November 2015 In June 2015"
        ),
        "Open Hold a survey Due by 31 January 2016 In June 2015",
        (
            "Made again Move the office later Before: by 30 November 2015. "
            "Due by 31 March 2016 In both"
        ),
        "New Train the staff Due in the next report of its series In December 2015",
    ]
    assert "Commitments: 1 missed, 1 kept late, 1 open, 1 made again, 1 new." in page[1][1]


def test_an_edition_makes_the_commitments_that_it_prints(client):
    first = published(says=[PLAN, "We will audit 24 files by May 2016 and more."])
    second = published(says=[PLAN, AUDIT], of=first.paper, number=2)
    for what, sentence in (("Make a plan", PLAN), ("Audit the files", AUDIT), ("Typed", "")):
        commitment(paper=first.paper, what=what, sentence=sentence)
    page = blocks(client.get(f"{home(first)}edition-1/compare/{second.number}/"))
    assert page[0] == ("h1", "Edition 1 and edition 2")
    own = between(page, ("h2", "Commitments"), ("h2", ""))
    assert [said for tag, said in own] == [
        "New Audit the files Due by 31 March 2016 In edition 2",
        "In both Make a plan Due by 31 March 2016",
        "In both Typed Due by 31 March 2016",
    ]


def home(row):
    """The address of a paper."""
    return f"/netherby/reports/assurance/{row.paper.slug}/"


@pytest.mark.long
def test_words_are_behind_a_press_for_each_section_and_one_link_opens_every_part(client):
    published(says=[f"Point {n} of many." for n in range(20)], period_end=BEFORE)
    now = published(says=[f"Matter {n} among others." for n in range(20)], value="25")
    folded = words(compared(client, now))
    assert folded.count("<details") >= 1 and '<details class="govuk-details" open' not in folded
    assert 'href="?show=everything">Open all parts' in folded
    opened = words(client.get(f"{home(now)}compare/?show=everything"))
    assert len(re.findall('<details class="govuk-details" open', opened)) == folded.count(
        "<details"
    )
    assert 'href="?">Close all parts' in opened
    # A change of one line is behind a press as well.
    again = published(says=["Matter 0 among others.", "It rained."], of=now.paper, number=2)
    short = words(client.get(f"{home(again)}edition-1/compare/2/"))
    assert "Work: 20 changes" in short and '<details class="govuk-details" open' not in short


@pytest.mark.long
def test_changed_words_inside_a_paragraph_are_marked_in_text_and_unchanged_sections_named(client):
    published("agree the plan", says=["It rained twice."], period_end=BEFORE)
    now = published("agree the plan", "meet again", says=["It rained thrice."])
    page = compared(client, now)
    assert '<del><span class="govuk-visually-hidden">Removed: </span>twice.</del>' in words(page)
    assert '<ins><span class="govuk-visually-hidden">Added: </span>thrice.</ins>' in words(page)
    # What asks is compared above: its section is not said to be unchanged.
    assert "Sections that did not change" not in words(page)
    again = published("meet again", says=["It rained thrice."], period_end="2016-06-30")
    assert ("p", "Sections that did not change: Work.") in blocks(compared(client, again))


def test_two_reports_that_ask_and_promise_nothing_say_so(client):
    published(period_end=BEFORE)
    page = words(compared(client, published(period_end=END)))
    assert "No recommendation is in either." in page and "No commitment is in either." in page

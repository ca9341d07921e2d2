"""The first screen of an issued paper: asked, changed, promised; nothing where there is nothing."""

from datetime import date

import pytest

from reports.documents.document import Item, ItemList, Paragraph, Run, Section, Text, from_json
from reports.papers.rules import due_dates
from reports.publication.summary import (
    FIRST,
    AgreedRecommendation,
    first_screen,
    section_recommendations,
)
from tests.make import papers, promised
from tests.make.published_figures import BEFORE, edition, entry
from tests.page_requests import words

pytestmark = pytest.mark.django_db
ITEMS = tuple(
    Item(label, f"para-9-{label[:-1]}", (Text((Run(said),)),))
    for label, said in (("i.", "note the audits"), ("ii.", "agree the plan"))
)
LEAD = Paragraph(
    "para-9", "9.", (), (Text((Run("Members are invited to:"),)), ItemList("roman", ITEMS))
)
ASKING = Section("part-recommendations", "Recommendations", 2, "", (LEAD,))


def shown(one):
    return first_screen(one, from_json(one.document))


def test_what_is_asked_is_told_in_printed_words_with_its_place():
    document = from_json(edition(entry("30"), sections=(ASKING,)).document)
    lead, items = section_recommendations(document, "Recommendations")
    assert lead == "Members are invited to:"
    assert [(one.label, one.anchor, one.words) for one in items] == [
        ("i.", "para-9-i", "note the audits"),
        ("ii.", "para-9-ii", "agree the plan"),
    ]
    assert (
        section_recommendations(document, "")
        == section_recommendations(document, "Options")
        == ("", ())
    )


def test_the_items_within_a_recommendation_are_parted():
    inner = ItemList(
        "bullet",
        tuple(
            Item("", f"para-9-i-point-{place}", (Text((Run(said),)),))
            for place, said in enumerate(("the audits,", "the plan"), 1)
        ),
    )
    item = Item("i.", "para-9-i", (Text((Run("note, in particular:"),)), inner))
    lead = Paragraph("para-9", "9.", (), (ItemList("roman", (item,)),))
    section = Section("part-recommendations", "Recommendations", 2, "", (lead,))
    document = from_json(edition(sections=(section,)).document)
    assert section_recommendations(document, "Recommendations") == (
        "",
        (AgreedRecommendation("i.", "para-9-i", "note, in particular: the audits; the plan"),),
    )


def test_a_paper_without_anything_to_say_has_no_first_screen(client):
    one = edition(entry("30"))
    assert not shown(one)
    assert "At a glance" not in words(client.get(f"/netherby/papers/assurance/{one.paper.slug}/"))


def test_a_paper_whose_template_cannot_be_read_asks_for_nothing():
    one = edition(entry("30"), sections=(ASKING,))
    one.paper.template.spec = {"slug": "broken"}
    assert shown(one).asked == ()


def test_the_first_changes_are_told_and_the_others_opened(client):
    keys = [f"dbs.kind_{number}" for number in range(FIRST + 2)]
    edition(*(entry("1", BEFORE, key=key) for key in keys), period_end=BEFORE)
    now = edition(*(entry("2", key=key) for key in keys))
    first = shown(now)
    assert (len(first.changed), len(first.further)) == (FIRST, 2)
    page = words(client.get(f"/netherby/papers/assurance/{now.paper.slug}/"))
    assert "What changed since last time" in page
    assert "2 more figures changed" in page


def test_a_change_of_definition_is_marked(client):
    edition(entry("24", BEFORE), period_end=BEFORE)
    now = edition(entry("30", rule="Counted at the end of the month."))
    page = words(client.get(f"/netherby/papers/assurance/{now.paper.slug}/"))
    assert "counted by another rule than before" in page


def test_promises_are_told_with_their_state(client):
    then = edition(entry("24", BEFORE), period_end=BEFORE).paper
    now = edition(entry("30"))
    promised.commitment(
        paper=then,
        what="Begin the audit",
        anchor="para-4",
        state=due_dates.MET,
        answered_on=date(2015, 11, 30),
        answered_in=now.paper,
        answered_anchor="para-6",
    )
    promised.commitment(
        paper=then, what="Long answered", state=due_dates.MET, answered_on=date(2014, 1, 1)
    )
    promised.commitment(paper=now.paper, what="Hold the next audit", anchor="para-27")
    first = shown(now)
    assert [one.what for one in first.before] == ["Begin the audit"]
    assert [one.what for one in first.made] == ["Hold the next audit"]
    page = words(client.get(f"/netherby/papers/assurance/{now.paper.slug}/"))
    assert 'href="#para-27">Hold the next audit</a>' in page
    assert 'href="#para-6">answered in this paper' in page
    assert "<strong>kept</strong>, 30 November 2015 (<a" in page
    assert "<strong>open</strong> </li>" in page
    assert "the words of the paper below stay as they were issued" in page


def test_a_draft_promises_nothing_to_the_public():
    draft = papers.paper(period_end=date(2015, 6, 30))
    promised.commitment(paper=draft, what="Of a draft")
    assert shown(edition(entry("30"))).before == ()

"""What a figure was in earlier papers, how two papers differ in it, and what stands beside it."""

from dataclasses import replace
from datetime import date

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from reports.documents.document import Item, ItemList, Paragraph, Run, Section, Text, from_json
from reports.documents.figure_pairs import changes
from reports.documents.front.digest import AskedItem
from reports.editions.models.editions import Edition
from reports.language.rules import due_dates
from reports.publication.previous_values import last_positions, previous
from reports.publication.summary import (
    FIRST,
    commitment_lines,
    first_screen,
    section_recommendations,
)
from tests.make import papers, promised
from tests.make.published_figures import BEFORE, END, edition, entry
from tests.page_requests import words

pytestmark = pytest.mark.django_db
OTHER_GROUP = "they count different populations, “Staff” and “All staff”"


def told(edition):
    """(text, end, how it differs) of the last positions of the first figure of an edition."""
    first = from_json(edition.document).figures[0]
    return [
        (one.entry.text, one.entry.end, one.why_not_comparable)
        for one in last_positions(edition, first)
    ]


def document(*figures):
    numbered = tuple(replace(one, number=place) for place, one in enumerate(figures, 1))
    return replace(papers.document(), figures=numbered)


def test_the_last_positions_are_those_of_earlier_papers_newest_first_each_with_its_address():
    edition(entry("21", "2014-12-31"), period_end="2014-12-31")
    before = edition(entry("24", BEFORE), entry("21", "2014-12-31"), period_end=BEFORE)
    now = edition(entry("30"), entry("25", "2015-01-01"))
    assert told(now) == [("24", BEFORE, ""), ("25", "2015-01-01", ""), ("21", "2014-12-31", "")]
    one, *_ = last_positions(now, from_json(now.document).figures[0])
    slug = before.paper.slug
    assert one.address == f"/netherby/reports/assurance/{slug}/edition-1/figures/1/"


def test_what_was_removed_and_what_is_newer_are_no_last_positions():
    papers.remove_edition(edition=edition(entry("24", BEFORE), period_end=BEFORE))
    edition(entry("33", "2016-06-30"), period_end="2016-06-30")
    assert told(edition(entry("30"))) == []


def test_of_a_corrected_paper_the_newest_speaks_and_a_day_said_otherwise_is_told_twice():
    first = edition(entry("24", BEFORE), period_end=BEFORE)
    edition(entry("26", BEFORE), of=first.paper, number=2, period_end=BEFORE)
    now = edition(entry("30"), entry("23", BEFORE))
    assert [text for text, _end, _differs in told(now)] == ["23", "26"]


def test_a_figure_of_one_other_group_is_told_with_a_mark_and_of_several_not_at_all():
    edition(entry("24", BEFORE, cohort="All staff"), period_end=BEFORE)
    assert told(edition(entry("30"))) == [("24", BEFORE, OTHER_GROUP)]
    edition(
        entry("9", "2015-09-30", cohort="Carers"),
        entry("8", "2015-09-30", cohort="Drivers"),
        period_end="2015-09-30",
    )
    assert told(edition(entry("31", "2015-12-02")))[1:] == [("24", BEFORE, OTHER_GROUP)]


def test_changes_are_of_the_latest_position_of_each_figure_in_the_order_of_the_later_paper():
    before = document(entry("24", BEFORE), entry("7", BEFORE, key="dbs.due"))
    after = document(
        entry("9", key="dbs.due"), entry("26", "2015-01-01"), entry("30"), entry("1", key="new")
    )
    found = changes(before.figures, after.figures)
    assert [(one.before.text, one.after.text) for one in found] == [("7", "9"), ("24", "30")]


@pytest.mark.parametrize(
    ("then", "now"),
    [
        (entry("24", BEFORE), entry("24")),
        (entry("24", BEFORE), entry("fewer than six", mark="withheld")),
        (entry("not shown", BEFORE, mark="withheld"), entry("24")),
        (entry("42", BEFORE, start="2015-01-01"), entry("83", "2015-12-31", start="2015-01-01")),
        (entry("24", END), entry("25", END)),
    ],
)
def test_no_change_is_told_of_what_is_alike_withheld_or_not_comparable(then, now):
    assert changes([then], [now]) == ()


def test_the_previous_paper_is_the_last_of_the_series_that_can_still_be_read():
    oldest = edition(entry("1", "2014-12-31"), period_end="2014-12-31")
    newer = edition(entry("24", BEFORE), period_end=BEFORE)
    now = edition(entry("30"))
    assert previous(now) == newer
    assert previous(oldest) is None
    papers.remove_edition(edition=newer)
    assert previous(now) == oldest


def test_a_report_of_a_later_day_is_no_previous_one_though_it_covers_less():
    def given(day, figure):
        period = {"period_start": date(2014, 7, 1), "period_end": date.fromisoformat(figure.end)}
        return edition(figure, of=papers.issued_paper(**period, paper_date=day, meeting=None))

    first = given(date(2015, 1, 20), entry("1", "2014-12-31"))
    # It was given in March, of the first half of the year; this one in February, of the second.
    of_march = given(date(2016, 3, 10), entry("24", BEFORE))
    of_february = given(date(2016, 2, 10), entry("30"))
    assert previous(of_february) == first
    assert previous(of_march) == first
    every = Edition.objects.public_anywhere()
    assert list(every.after(of_march.paper)) == []
    assert list(every.after(first.paper)) == [of_march, of_february]


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


def test_what_is_asked_is_told_in_printed_words_with_its_place_and_inner_items_parted():
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
        (AskedItem("i.", "para-9-i", "note, in particular: the audits; the plan"),),
    )


def test_a_paper_without_anything_to_say_or_a_readable_template_asks_for_nothing(client):
    one = edition(entry("30"))
    assert not shown(one)
    assert "At a glance" not in words(client.get(f"/netherby/reports/assurance/{one.paper.slug}/"))
    one = edition(entry("30"), sections=(ASKING,))
    one.paper.template.spec = {"slug": "broken"}
    assert shown(one).asked == ()


def test_the_first_changes_of_like_figures_are_told_and_the_others_opened(client):
    keys = [f"dbs.kind_{number}" for number in range(FIRST + 2)]
    unlike = "dbs.of_another_rule"
    edition(*(entry("1", BEFORE, key=key) for key in (*keys, unlike)), period_end=BEFORE)
    other = entry("2", key=unlike, rule="Counted at the end.")
    now = edition(other, *(entry("2", key=key) for key in keys))
    with CaptureQueriesContext(connection) as queries:
        first = shown(now)
    assert (len(first.changed), len(first.further)) == (FIRST, 2)
    # What else the last report prints is large, and not read for its figures.
    assert not any("publication_editionfront" in query["sql"] for query in queries)
    page = words(client.get(f"/netherby/reports/assurance/{now.paper.slug}/"))
    assert "Changes since last time" in page
    assert "2 more figures changed" in page


def test_promises_are_told_as_published_and_what_has_come_of_them_since(client, settings):
    settings.CANDOUR_TODAY = "2016-04-01"
    draft = papers.paper(period_end=date(2015, 6, 30))
    promised.commitment(paper=draft, what="Of a draft")
    then = edition(entry("24", BEFORE), period_end=BEFORE).paper
    now = edition(entry("30"))
    answer = {"state": due_dates.MET, "answered_on": date(2015, 11, 30)}
    answer |= {"answered_in": now.paper, "answered_anchor": "para-6"}
    promised.commitment(paper=then, what="Begin the audit", anchor="para-4", **answer)
    long_ago = {"state": due_dates.MET, "answered_on": date(2014, 1, 1)}
    promised.commitment(paper=then, what="Long answered", **long_ago)
    promised.commitment(paper=now.paper, what="Hold the next audit", anchor="para-27")
    first = shown(now)
    states = [("Kept", "Begin the audit"), ("Open", "Hold the next audit")]
    assert [(one.state, one.what) for one in first.commitments] == states
    page = words(client.get(f"/netherby/reports/assurance/{now.paper.slug}/"))
    assert 'app-state--kept">Kept</strong> <span>Begin the audit' in page
    assert 'app-state--open">Open</strong> <span>Hold the next audit' in page
    assert "31 March 2016. Since then: overdue on 1 April 2016</span>" in page
    assert 'id="first-promised">Commitments: 1 kept, 1 open</h3>' in page
    lines = commitment_lines(now, first, date(2016, 3, 31))
    assert not any(row.since for row in lines)


def test_an_answer_of_a_later_report_leaves_the_published_state_and_is_named_since():
    then = edition(entry("24", BEFORE), period_end=BEFORE)
    later = edition(entry("30"))
    row = promised.commitment(paper=then.paper, due_on=date(2016, 3, 31))
    answer = {"state": due_dates.LATE, "answered_on": later.issued_on}
    type(row).objects.filter(pk=row.pk).update(**answer, answered_in=later.paper)
    [line] = commitment_lines(then, shown(then), later.issued_on)
    assert line.entry.state == "Open"
    assert line.since == f"kept late, in the report of {later.paper.told_on:%B %Y}"

"""What a figure was in earlier papers, how two papers differ in it, and what stands beside it."""

from dataclasses import replace
from datetime import date

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from reports.documents.document import Item, ItemList, Paragraph, Run, Section, Text, from_json
from reports.documents.figure_pairs import changes
from reports.documents.front.digest import AskedItem
from reports.editions.comparison_values import comparison_values, marks_of
from reports.editions.other_areas import OTHERS, OWN_NOW
from reports.language.rules import due_dates
from reports.publication.previous_values import last_positions, previous
from reports.publication.summary import (
    FIRST,
    commitment_lines,
    first_screen,
    section_recommendations,
)
from tests.make import compared, looked_after, matters, papers, promised
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
    return replace(papers.document(), figures=figures)


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


def measured(**said):
    """The value of a measure as a paper prints it."""
    return entry("10", key="measures.value", member=said.pop("member", "vacancies"), **said)


def test_a_measure_has_its_target_and_england_beside_it():
    measure = matters.measure(slug="vacancies", title="Vacancies")
    matters.target(measure=measure)
    national = matters.measure(slug="vacancies-england", title="Vacancies", area="England")
    matters.value(measure=national, to_date=date(2015, 9, 30), value=17)
    found = dict(comparison_values(measure.council, measured()))
    assert found == {
        "Target, as recorded today": "8 or less",
        "England, as recorded today": "17, 30 September 2015 (Workforce return)",
    }


def test_nothing_stands_beside_what_has_neither_and_few_people_of_england_are_not_told():
    measure = matters.measure(slug="vacancies", title="Vacancies")
    national = matters.measure(
        slug="vacancies-england", title="Vacancies", area="England", of_people=True
    )
    matters.value(measure=national, to_date=date(2015, 9, 30), value=3)
    council = measure.council
    assert comparison_values(council, measured()) == ()
    assert comparison_values(council, measured(member="other")) == ()
    assert comparison_values(council, measured(mark="withheld")) == ()
    assert comparison_values(council, entry("30")) == ()


def test_marks_of_many_measures_are_read_together(django_assert_num_queries):
    entries = []
    for slug in ("vacancies", "sickness", "caseloads"):
        measure = matters.measure(slug=slug, title=slug)
        matters.target(measure=measure)
        national = matters.measure(slug=f"{slug}-england", title=slug, area="England")
        matters.value(measure=national, to_date=date(2015, 9, 30), value=17)
        entries.append(measured(member=slug))
    with django_assert_num_queries(4):
        marks = list(marks_of(measure.council, [entry("30"), *entries]))
    assert marks == ["", *["Target: 8 or less."] * 3]


LOOKED_AFTER = {"key": "looked_after.children", "title": "Children looked after"}


@pytest.fixture
def areas():
    """This council, England and a neighbour as published, and who is usually counted."""
    for code, role, name in (("E1", "own", "Netherby"), ("E2", "neighbour", "Alder")):
        compared.compared_area(area_code=code, role=role, area_name=name)
    compared.published("E1", "Netherby", "52", population=37_600)
    compared.published("E2", "Alder", "70.5")
    compared.published()
    return looked_after.children_looked_after()


def looked_after_entry(cohort, **said):
    """Our number of looked-after children as a paper prints it."""
    return entry("188", count=188, population=cohort.slug, **{**LOOKED_AFTER, **said})


def test_looked_after_children_have_rates_beside_them_with_the_population_and_its_year(areas):
    found = dict(comparison_values(areas.council, looked_after_entry(areas)))
    assert found == {
        OWN_NOW: "50, by the published population of 37,600 children in 2015",
        OTHERS["england"]: "60 on 31 March 2015 (Department for Education)",
        OTHERS["neighbours"]: (
            "70.5 on 31 March 2015, the mean of their rates (Department for Education)"
        ),
    }


def test_rates_beside_a_printed_number_need_no_census(areas):
    with CaptureQueriesContext(connection) as queries:
        assert len(comparison_values(areas.council, looked_after_entry(areas))) == 3
    statements = [query["sql"] for query in queries]
    assert len(statements) == 3
    assert not any("looked_after_census" in text for text in statements)


def test_our_own_rate_has_the_others_beside_it(areas):
    rate = entry("50", count=5000, key="looked_after.rate", member="own")
    assert set(dict(comparison_values(areas.council, rate))) == set(OTHERS.values())
    other = entry("60", count=6000, key="looked_after.rate", member="england")
    assert comparison_values(areas.council, other) == ()


def test_no_rate_stands_beside_a_number_that_is_not_shown_or_of_others(areas):
    hidden = looked_after_entry(areas, mark="withheld")
    for strange in (hidden, looked_after_entry(areas, member="x"),
                    replace(looked_after_entry(areas), population="care-leavers"),
                    replace(looked_after_entry(areas), count=None)):  # fmt: skip
        assert comparison_values(areas.council, strange) == ()


def test_without_published_rates_there_is_nothing_beside():
    cohort = looked_after.children_looked_after()
    assert comparison_values(cohort.council, looked_after_entry(cohort)) == ()


def test_the_public_page_and_the_data_of_a_figure_have_the_rates(areas, client):
    result = edition(looked_after_entry(areas))
    home = f"/netherby/reports/assurance/{result.paper.slug}/edition-1/figures/1/"
    page = words(client.get(home))
    assert "50, by the published population of 37,600 children in 2015" in page
    assert "England per 10,000 children, as recorded today" in page
    data = client.get(f"{home[:-1]}.json").json()
    assert [item["name"] for item in data["compared_with"]] == [OWN_NOW, *OTHERS.values()]


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
    assert line.since == f"kept late, in “{later.paper.dated_title}”"

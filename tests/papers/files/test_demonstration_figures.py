"""The shape, citations and figures of each demonstration paper: January 2016 above all."""

import re

import pytest

from reports.papers.language import text
from reports.papers.language.tokens import Compare, Quote, Reference, StatedNumber
from tests.papers.paper_files import (
    block_of,
    numbering_of,
    numbers,
    paragraphs,
    read,
    sizes,
    tokens,
)


@pytest.fixture
def january():
    return read("january-2016")


def test_january_2016_has_forty_eight_paragraphs_before_its_recommendations(january):
    place = numbers(january)

    assert len(place) == 48
    assert [block["part"] for block in paragraphs(january)] == ["introduction"] * 2 + ["body"] * 46


def test_the_recommendations_of_january_2016_are_its_forty_ninth_paragraph(january):
    given = numbering_of(january)
    first, last = given.section_range("looked-after-children")

    assert given.lead.label == "49."
    assert (first.number, last.number) == ("39", "47")
    assert given.of("recommend-engagement").label == "iii."


def test_the_annexes_of_january_2016_are_a_b_with_two_within_and_c(january):
    given = numbering_of(january)
    annexes = [block["slug"] for block in january["blocks"] if block["kind"] == "annex"]

    assert [given.of(slug).label for slug in annexes] == ["A", "B", "B1", "B2", "C"]


def test_the_sections_of_january_2016_begin_where_they_should(january):
    place = numbers(january)
    first = {}
    for block in reversed(paragraphs(january)):
        first[block["parent"]] = place[block["slug"]]

    assert first == {
        "": 1,
        "safeguarding-developments": 3,
        "looked-after-children": 39,
        "activity-overview": 44,
        "wider-engagement": 48,
    }
    assert block_of(january, "activity-overview")["parent"] == "looked-after-children"


def test_the_recommendations_of_january_2016_cite_the_paragraphs_they_rest_on(january):
    place = numbers(january)
    cited = [
        [
            (place[token.slug], place[token.to or token.slug])
            for token in text.quotes(block["text"])
            if isinstance(token, Reference)
        ]
        for block in january["blocks"]
        if block["kind"] == "recommendation"
    ]

    assert cited == [[(3, 38), (22, 22), (25, 28)], [(39, 39)], [(48, 48)]]


@pytest.mark.parametrize(
    ("number", "lists"),
    [
        (22, [(6, [])]),
        (26, [(4, [])]),
        (32, [(3, [4, 1, 1])]),
        (33, [(13, [])]),
        (38, [(4, [])]),
        (40, [(3, [])]),
        (44, [(4, [])]),
        (48, [(5, [4])]),
    ],
)
def test_the_lists_of_january_2016_are_as_long_as_they_should_be(january, number, lists):
    assert sizes(paragraphs(january)[number - 1]) == lists


def test_january_2016_quotes_every_figure_that_its_records_hold(january):
    found = tokens(january)
    quoted = {(one.key, one.member, one.when, one.form) for one in found if isinstance(one, Quote)}
    compared = {
        (one.key, one.member, one.earlier, one.later) for one in found if isinstance(one, Compare)
    }

    assert quoted == {
        ("audits.done", "", "audits_2014", "number"),
        ("audits.done", "", "audits_2015", "number"),
        ("audits.shared", "", "audits_2015", "bound 90"),
        ("audits.recorded", "", "audits_2015", "percent"),
        ("dbs.needing_check", "", "dbs_position", "number"),
        ("dbs.overdue", "", "dbs_position", "number"),
        ("dbs.overdue_followup", "rechecked", "dbs_position", "number"),
        ("dbs.overdue_followup", "in_progress", "dbs_position", "number"),
        ("dbs.due_in_month", "", "january_2016", "number"),
        ("dbs.without_check", "", "dbs_position", "none"),
        ("looked_after.children", "", "position", "number"),
        ("looked_after.children", "", "comparison", "number"),
        ("looked_after.placement", "placed_for_adoption", "position", "number"),
        ("looked_after.unit_cost", "agency_foster", "position", "money k"),
        ("looked_after.unit_cost", "external_residential", "position", "money k"),
        ("looked_after.local_age_band", "16_to_18", "position", "number"),
        ("looked_after.local_age_band", "14_to_15", "position", "number"),
        ("looked_after.local_age_band", "under_14", "position", "number"),
    }
    assert compared == {
        ("looked_after.placement", "agency_foster", "comparison", "position"),
        ("looked_after.external_residential", "", "comparison", "position"),
    }


def test_january_2016_states_only_what_no_record_holds(january):
    stated = sorted(token.words for token in tokens(january) if isinstance(token, StatedNumber))

    assert stated == ["13", "24%", "3", "30", "32", "44", "46"]


def test_the_shares_of_the_national_table_are_reckoned_rightly():
    rows = block_of(read("september-2017"), "table-national")["data"]["cells"]["rows"]
    stated = [[text.quotes(cell)[0].words for cell in row[1:]] for row in rows]
    counts = [int(count) for count, _ in stated]

    assert counts == [2, 39, 63, 35, 139]
    assert sum(counts[:-1]) == counts[-1]
    assert [share for _, share in stated] == [f"{round(n / 139 * 100)}%" for n in counts]


def test_the_tables_of_september_2017_have_a_cell_under_every_heading():
    for block in read("september-2017")["blocks"]:
        if cells := block["data"].get("cells"):
            assert {len(row) for row in cells["rows"]} == {len(cells["columns"])}, block["slug"]


def test_september_2017_lists_a_plan_of_eight_headings():
    paper = read("september-2017")

    assert len(block_of(paper, "table-plan")["data"]["cells"]["rows"]) == 8
    assert _numbered_headings(paper) == [
        ("1.", "Background"),
        ("2.", "Introduction"),
        ("3.", "What we learnt from the inspection"),
        ("4.", "Disclosure and Barring Service checks"),
        ("5.", "What children and young people tell us"),
        ("6.", "Changes to Children's Social Care"),
        ("7.", "Conclusions"),
        ("8.", "Recommendations"),
    ]


def test_the_account_of_the_inspection_has_seven_lettered_sections():
    paper = read("september-2017")
    given = numbering_of(paper)
    within = [block for block in paper["blocks"] if block["parent"] == "inspection"]
    letters = [given.of(one["slug"]).label for one in within if one["kind"] == "section"]

    assert letters == ["a)", "b)", "c)", "d)", "e)", "f)", "g)"]


def test_july_2015_is_a_short_paper_of_fourteen_paragraphs_before_its_recommendations():
    assert len(numbers(read("july-2015"))) == 14


def _numbered_headings(paper):
    given = numbering_of(paper)
    found = [*given.parts.values(), *given.blocks.values()]
    top = [one for one in found if re.fullmatch(r"[0-9]+\.", one.label)]
    return [(one.label, one.title) for one in sorted(top, key=lambda one: int(one.number))]

"""Tables whose cells only spaces part, and the tables that no sign of a table shows."""

import pytest

from tests.conversion.words_of import blocks, brought, lost
from tests.sweeping import swept

HEAD = "A paper\n\n1. The numbers stand below.\n\n"
BEHIND = "\n\n2. What they mean is said here.\n"
GAPS = """Source         Q2     Q3    Change
Police        210    198       -12
Schools       160    142       -18
Others         70     70         0
Total         440    410       -30"""
FLAT = """Age Number %
Under 5 40 20%
5 to 15 110 55%
16 and over 50 25%
Total 200 100%"""
OVER = """Children in care by age and share
Under 5 40 20%
5 to 15 110 55%
16 and over 50 25%"""
BARS = """Status | Actions | %
--- | --- | ---
Done | 12 | 60%
To do | 8 | 40%"""
NAMELESS = "Police\t210\t30%\nSchools\t160\t20%\nTotal\t370\t50%"


def cells(text):
    """(labels of the columns, rows) of the one table of a paper that holds `text`."""
    (table,) = [one for one in blocks(HEAD + text + BEHIND) if one["kind"] == "table"]
    said = table["data"]["cells"]
    return [one["label"] for one in said["columns"]], said["rows"], said["total_row"]


@swept(
    [
        (GAPS, ["Source", "Q2", "Q3", "Change"], 4, ["Police", "210", "198", "-12"], True),
        (GAPS.replace("Source  ", "        "), ["", "Q2", "Q3", "Change"], 4, None, True),
        (FLAT, ["Age", "Number", "%"], 4, ["Under 5", "40", "20%"], True),
        (FLAT.replace("Age ", ""), ["", "Number", "%"], 4, ["Under 5", "40", "20%"], True),
        (OVER, ["Children in care by age and share", "", ""], 3, ["Under 5", "40", "20%"], False),
        (BARS, ["Status", "Actions", "%"], 2, ["Done", "12", "60%"], False),
        (NAMELESS, ["", "", ""], 3, ["Police", "210", "30%"], True),
        ("\t2014\t2015\nBoys\t12\t14\nGirls\t9\t8", ["", "2014", "2015"], 2, None, False),
    ]
)
def test_a_table_is_found_by_its_columns(text, labels, rows, first, total):
    columns, found, marked = cells(text)
    assert columns == labels and len(found) == rows and marked is total
    assert first is None or found[0] == first
    assert lost(HEAD + text + BEHIND, brought(HEAD + text + BEHIND)) == {}


@pytest.mark.parametrize(
    "text",
    [
        "Tel:     01632 960001\nFax:     01632 960002\nMobile:  07700 900003",
        "Numbers rose to 40 and 50\nand fell again to 30 and 20\nin the autumn to 10 and 5",
        "The team | its work | its plan",
        "Police 210 198\nSchools 160 142",
        "Police    210\nSchools    160    142\nHealth    120    118\nOthers    70    70",
        "Sums of the year\nThe sum of 40 50\nThe sum of 30 20\nThe sum of 10 15\nThe sum of 11 16",
        "The numbers were:\nPolice 210 198\nSchools 160 142\nOthers 70 70",
    ],
)
def test_lines_that_only_hold_numbers_or_bars_are_no_table(text):
    assert [one for one in blocks(HEAD + text + BEHIND) if one["kind"] == "table"] == []


def test_labels_behind_a_wide_gap_are_labels_whatever_follows():
    text = "1       NUMBERS\n\n1.1     There is one.\n\n1.2     570 files were read.\n"
    said = [(one["kind"], one["data"].get("typed")) for one in blocks(f"A paper\n\n{text}")]
    assert said == [("section", "1"), ("paragraph", "1.1"), ("paragraph", "1.2")]


def test_what_a_line_states_of_a_thing_heads_nothing():
    text = "1. One\n\nIt went well.\n\nRAG rating: Amber\n\n2. Two\n\nIt went on.\n"
    headings = [one["heading"] for one in blocks(f"A paper\n\n{text}") if one["kind"] == "section"]
    assert headings == ["One", "Two"]


def test_the_papers_own_recommendations_are_not_those_of_a_review_in_it():
    text = (
        "1. The review\n\na) Findings\n\nPlans are good.\n\nb) Recommendations\n\n"
        "The review made three of them, set out in its letter.\n\n2. Recommendations\n\n"
        "Members are asked to:\n\nNote the review\n\nAgree to hear of it again in May 2018\n"
    )
    asked = [one["text"] for one in blocks(f"A paper\n\n{text}") if one["kind"] == "recommendation"]
    assert asked == ["Note the review", "Agree to hear of it again in May 2018"]


def test_a_body_that_another_part_stands_in_is_printed_around_it():
    text = (
        "1. Purpose\n\n1.1 To tell members.\n\n2. Recommendations\n\n2.1 Members are asked to:\n\n"
        "(a) note the report.\n\n3. Findings\n\n3.1 All is well.\n"
    )
    made = brought(f"A paper\n\n{text}")
    parts = list(dict.fromkeys(one["part"] for one in made.paper["blocks"]))
    order = [one["slug"] for one in made.template["parts"]]
    assert parts == ["body", "recommendations", "body-2"]
    assert [one for one in order if one in parts] == parts

"""Lines of a heading block one by one: names of councils and committees, keys, greetings, ends."""

import pytest

from reports.conversion.blocks.heading_block import (
    committee_in,
    council_in,
    head_ends,
    is_a_greeting,
    is_a_letter,
    read_head,
)
from reports.conversion.results import Unit
from tests.sweeping import swept


def text(words):
    """A line of its own."""
    return Unit("text", 1, words, blank=True, hard=True, more={"over": []})


def heading(words, level=1):
    """A marked heading."""
    return Unit("heading", 1, words, level=level, blank=True)


def numbered(words):
    """A numbered paragraph."""
    return Unit("paragraph", 1, words, "1.", run=1)


def read(*units, letter=False):
    """The heading block of these units: (head, words that are left)."""
    made = [one if isinstance(one, Unit) else text(one) for one in units]
    head, rest = read_head(made, letter)
    return head, [one.words for one in rest]


@swept(
    [
        ("Barsetshire County Council", "Barsetshire County Council"),
        ("Barset City Council met.", "Barset City Council"),
        ("the Barset Council’s plan", "Barset Council"),
        ("Barset and Ullathorne District Council", "Barset and Ullathorne District Council"),
        ("Barset upon Ull Council", "Barset upon Ull Council"),
        ("London Borough of Barset", "London Borough of Barset"),
        ("Royal Borough of Barset and others", "Royal Borough of Barset"),
        ("City of Barset Council", "City of Barset Council"),
        *(("The Council agreed", ""), ("This Council and Every Council", "")),
        *(("the council agreed", ""), ("Full Council", "")),
        ("Barset Council. Ull Council. Ull Council.", "Ull Council"),
        ("", ""),
    ]
)
def test_the_council_that_words_name_most_often(words, council):
    assert council_in(words) == council


@pytest.mark.parametrize(
    ("words", "committee"),
    [
        *((one, "") for one in ("the Cabinet", "the committee", "")),
        ("Report to Scrutiny Panel", "Scrutiny Panel"),
        ("for the Children and Families Committee in May", "Children and Families Committee"),
        ("Corporate Parenting Board", "Corporate Parenting Board"),
        ("Overview & Scrutiny Commission", "Overview & Scrutiny Commission"),
    ],
)
def test_a_committee_within_a_line(words, committee):
    found = committee_in(words)
    assert found.removeprefix("Report to ") == committee


@swept(
    [
        *(("Dear Ann", True), ("Dear Members,", True), ("dear colleague", True), ("Dear", True)),
        *(("Dearth of places", False), ("My dear Ann", False)),
        ("Dear " + "x" * 80, False),
        ("", False),
    ]
)
def test_a_line_that_greets(words, greets):
    assert is_a_greeting(words) is greets
    assert is_a_letter([text("Mill House"), text(words)]) is greets


def test_a_greeting_far_down_is_a_quotation():
    assert is_a_letter([*[text("Words.")] * 29, text("Dear Ann")])
    assert not is_a_letter([*[text("Words.")] * 30, text("Dear Ann")])
    assert not is_a_letter([])


DATED = ("Written 11 December 2023", "This report was prepared on 11 December 2023.")
PANEL = {"committee": "Scrutiny Panel", "meeting": "3 June 2020"}
OF_A_PANEL = (
    *(
        "Scrutiny Panel, 3 June 2020",
        "Scrutiny Panel – 3 June 2020",
        "Scrutiny Panel | 3 June 2020",
    ),
    *("**Scrutiny Panel, 3 June 2020**", "For the Scrutiny Panel, 3 June 2020"),
    *(
        "Meeting of the Scrutiny Panel, 3 June 2020",
        "Presented to the Scrutiny Panel on 3 June 2020",
    ),
    *("Report to the Scrutiny Panel meeting on 3 June 2020", "Scrutiny Panel meeting, 3 June 2020"),
)
ON_A_WEEKDAY = (
    "Scrutiny Panel, Wednesday 3 June 2020",
    "For the Scrutiny Panel on Wednesday 3 June 2020",
)
OF_A_DIRECTOR = "Report of the Director to the Scrutiny Panel, 3 June 2020"
KEYS = [
    ("Title: Checks on staff", {"title": "Checks on staff", "labels": "Title:"}, []),
    ("Subject: Checks", {"title": "Checks", "labels": "Subject:"}, []),
    ("Report to: Scrutiny Panel", {"committee": "Scrutiny Panel", "labels": "Report to:"}, []),
    ("Re: Checks", {"title": "Checks", "labels": "Re:"}, []),
    ("To: Scrutiny Panel, 3 June 2020", PANEL, ["To: Scrutiny Panel, 3 June 2020"]),
    ("To: Scrutiny Panel", {"committee": "Scrutiny Panel", "labels": "To:"}, []),
    ("From: The Director", {"author": "The Director"}, ["From: The Director"]),
    ("To: All members", {}, ["To: All members"]),
    ("Date: 3 June 2020", {"meeting": "3 June 2020", "labels": "Date:"}, []),
    (
        "Date: Wednesday 3 June 2020",
        {"meeting": "Wednesday 3 June 2020"},
        ["Date: Wednesday 3 June 2020"],
    ),
    ("Date: June", {}, ["Date: June"]),
    ("Date of report: 20 May 2020", {"paper_date": "20 May 2020", "labels": "Date of report:"}, []),
    *((line, {"paper_date": line}, [line]) for line in DATED),
    ("Written 11 December", {"title": "Written 11 December"}, []),
    ("Report of: The Director", {"author": "Report of: The Director"}, ["Report of: The Director"]),
    ("Council: Barset Council", {"council": "Barset Council", "labels": "Council:"}, []),
    ("Venue: Town Hall", {}, ["Venue: Town Hall"]),
    ("Colour: blue", {"title": "Colour: blue"}, []),
    ("Title:", {}, ["Title:"]),
    ("3 June 2020", {"meeting": "3 June 2020"}, []),
    ("Wednesday, 3 June 2020", {"meeting": "Wednesday, 3 June 2020"}, ["Wednesday, 3 June 2020"]),
    ("**Scrutiny Panel**", {"committee": "Scrutiny Panel"}, []),
    ("Barset City Council", {"council": "Barset City Council"}, []),
    ("Report of the Director", {"author": "Report of the Director"}, ["Report of the Director"]),
    *((line, PANEL, []) for line in OF_A_PANEL),
    *((line, PANEL | {"meeting": "Wednesday 3 June 2020"}, [line]) for line in ON_A_WEEKDAY),
    ("Report for the meeting of 3 June 2020", {"meeting": "3 June 2020"}, []),
    (OF_A_DIRECTOR, PANEL | {"author": OF_A_DIRECTOR}, [OF_A_DIRECTOR]),
    *(
        (line, {"title": line}, [])
        for line in ("Checks on staff to 3 June 2020", "Plan, 3 June 2020")
    ),
    ("Minutes of the Scrutiny Panel", {"title": "Minutes of the Scrutiny Panel"}, []),
    ("Update to the Parenting Panel", {"title": "Update to the Parenting Panel"}, []),
    ("Yearly report of the Audit Board", {"title": "Yearly report of the Audit Board"}, []),
    ("Checks on staff", {"title": "Checks on staff"}, []),
    ("not a title.", {}, ["not a title."]),
]


@swept(KEYS)
def test_what_one_line_says(line, head, rest):
    assert read(line) == (head, rest)


def test_the_first_of_two_lines_that_say_the_same_is_taken_and_no_word_is_lost():
    head, rest = read("Title: One", "Title: Two", "Date: 3 June 2020", "Date: 4 June 2020")
    assert (head["title"], head["meeting"]) == ("One", "3 June 2020")
    assert rest == ["Title: Two", "Date: 4 June 2020"]
    head, rest = read("Scrutiny Panel", "Audit Committee")
    assert head["committee"] == "Scrutiny Panel" and head["title"] == "Audit Committee"


def test_the_likeliest_title():
    assert read("Checks", heading("Part", 2), heading("Whole", 1))[0]["title"] == "Whole"
    assert read("PLACES OF SAFETY", "Of the service")[0]["title"] == "PLACES OF SAFETY"
    assert read("**Checks**", "Of the service")[0]["title"] == "**Checks**".strip("*")
    assert read("Checks", "Of the service")[0]["title"] == "Of the service"
    assert read("Checks", letter=True) == ({}, ["Checks"])
    assert read() == ({}, [])


def test_a_table_of_keys_is_read_row_by_row():
    rows = (("Committee", "Scrutiny Panel"), ("Date:", "3 June 2020"), ("Note", "kept"), ("Lone",))
    head, rest = read(Unit("table", 4, rows=rows))
    assert (head["committee"], head["meeting"]) == ("Scrutiny Panel", "3 June 2020")
    assert rest == ["Note: kept", "Lone"]


@swept(
    [
        ([], 0),
        (["Checks", numbered("One.")], 1),
        (["Checks", "Background", numbered("One.")], 1),
        (["Checks", "Supervision", numbered("One.")], 1),
        (["Supervision", numbered("One.")], 1),
        (["Panel", "Dear Ann", "Words."], 1),
        (["Checks", "Wards affected: All"], 1),
        (["Checks", "x" * 160], 2),
        (["Checks", "x" * 161], 1),
        ([heading("Checks"), heading("Recommendations")], 1),
        ([heading("Checks"), heading("Summary")], 1),
        (["Checks", "Scrutiny Panel", "3 June 2020"], 3),
    ]
)
def test_where_the_heading_block_ends(units, ends):
    made = [one if isinstance(one, Unit) else text(one) for one in units]
    assert head_ends(made) == ends

"""What a paper's heading block says: title, council, committee, meeting, whose report, its days."""

import pytest

from tests.conversion.words_of import brought

BODY = "\n\n1. The service audited 24 case files.\n\n2. All were shared.\n"
PANEL = {"slug": "scrutiny-panel", "title": "Scrutiny Panel"}
IN_LINES = "SCRUTINY PANEL\n\n3 JUNE 2020\n\nHALF-YEARLY UPDATE: CHECKS\n\nSummary" + BODY
WITH_KEYS = (
    "Barsetshire County Council\nReport to: Scrutiny Panel\nDate: 3 June 2020\n"
    "Report of: Director of Children’s Services\nSubject: Half-yearly update\n"
) + BODY
IN_A_TABLE = (
    "| Committee | Scrutiny Panel |\n|---|---|\n| Date | 3 June 2020 |\n"
    "| Title | Half-yearly update |\n\n## Summary"
) + BODY
MARKED = "# Half-yearly update\n\nScrutiny Panel\n\n3 June 2020\n\n## Introduction" + BODY


@pytest.mark.parametrize("text", [IN_LINES, WITH_KEYS, IN_A_TABLE, MARKED])
def test_the_meeting_and_the_committee_are_found_in_any_form(text):
    paper = brought(text).paper
    assert paper["meeting"]["date"] == "2020-06-03"
    assert paper["committee"]["slug"] == "scrutiny-panel"
    assert paper["title"].lower().startswith("half-yearly update")
    assert paper["slug"] == "june-2020"


def test_keys_give_council_and_author():
    made = brought(WITH_KEYS)
    assert made.head["council"] == "Barsetshire County Council"
    assert "Director of Children’s Services" in made.head["author"]


def test_a_weekday_is_kept_so_that_it_can_be_checked():
    made = brought("# Update\n\nDate: Friday 3 June 2020" + BODY)
    assert made.paper["meeting"]["date"] == "2020-06-03"
    assert "Friday 3 June 2020" in made.paper["blocks"][0]["text"]


def test_a_letter_is_named_by_its_day_and_keeps_its_address():
    text = "Ann Other\nMill House\n\n11 April 2011\n\nDear Ann\n\nThank you for taking part.\n"
    made = brought(text)
    assert made.paper["title"] == "Letter of 11 April 2011"
    assert [one["text"] for one in made.paper["blocks"]][:3] == [
        "Ann Other",
        "Mill House",
        "Dear Ann",
    ]


def test_a_table_of_the_body_ends_the_heading_block():
    plan = "Work Plan\n\nTable 1 – Meetings\n\n| Meeting | Items |\n| --- | --- |\n"
    plan += "".join(f"| {day} May 2016 | Fostering |\n" for day in range(1, 6))
    assert [one["kind"] for one in brought(plan).paper["blocks"]] == ["table"]


def test_a_title_that_is_too_long_stands_whole_in_the_text():
    title = "Half-yearly update " * 15
    made = brought(f"# {title}{BODY}")
    assert len(made.paper["title"]) <= 200
    assert made.paper["blocks"][0]["text"] == title.strip()

"""What a paper's heading block says: title, council, committee, meeting, whose report, its days."""

from datetime import date

import pytest

from reports.conversion.blocks import roles
from reports.conversion.lines import dates
from tests.conversion.words_of import brought
from tests.sweeping import swept

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


def test_the_period_is_the_six_months_before_the_day_of_the_paper_unless_it_is_said():
    assert brought(MARKED).paper["period"] == {"start": "2019-12-03", "end": "2020-06-02"}
    said = MARKED.replace(
        "24 case files", "files in the period from 1 April 2019 to 30 September 2019"
    )
    assert brought(said).paper["period"] == {"start": "2019-04-01", "end": "2019-09-30"}


def test_what_the_file_does_not_say_is_derived_and_told():
    made = brought("The service audited 24 files.\n", "update_for_members.txt")
    assert made.paper["title"] == "Update for members"
    assert made.paper["period"]["end"] == "2019-12-31"
    assert len(made.derived) == 3
    assert all(one.endswith(".") for one in made.derived)


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


@swept(
    [
        ("18 January 2016", date(2016, 1, 18)),
        ("on Tuesday, 1st of Sept 2015 at noon", date(2015, 9, 1)),
        ("2nd Dec. 2015", date(2015, 12, 2)),
        ("Date 18.2.20", date(2020, 2, 18)),
        ("3/4/2016", date(2016, 4, 3)),
        ("2016-04-03", date(2016, 4, 3)),
        *(("31 June 2016", None), ("June 2016", None), ("paragraph 3.4.20.1", None)),
    ]
)
def test_days_in_words(words, day):
    assert dates.day_in(words) == day


def test_a_half_year_ends_on_the_day_before():
    assert dates.half_year_to(date(2016, 8, 31)) == (date(2016, 2, 29), date(2016, 8, 30))
    assert dates.half_year_to(date(2016, 1, 18)) == (date(2015, 7, 18), date(2016, 1, 17))


def test_a_span_needs_both_its_days_in_order():
    assert dates.span_in("the period 1 May 2019 – 2 May 2019") == (
        date(2019, 5, 1),
        date(2019, 5, 2),
    )
    assert dates.span_in("from 2 May 2019 to 1 May 2019") is None
    assert dates.span_in("since May 2019") is None


@swept(
    [
        ("Recommendation(s)", roles.RECOMMENDATIONS),
        ("**Officer recommendations:**", roles.RECOMMENDATIONS),
        ("The Panel is asked to", roles.RECOMMENDATIONS),
        ("Purpose of the Meeting", roles.PURPOSE),
        ("Reasons for the recommendations", roles.REASONS),
        ("Contact for the Report", roles.CONTACTS),
        ("Ward(s) affected", roles.WARDS),
        ("List of background papers", roles.BACKGROUND),
        ("Supporting Information", roles.ANNEXES),
        ("List of abbreviations used in this report", roles.ABBREVIATIONS),
        ("Financial implications", roles.IMPLICATIONS),
        ("Supervision", ""),
        ("Recommendations of the inspectors were met", ""),
        ("Members are asked to declare", ""),
    ]
)
def test_what_a_heading_says_stands_under_it(heading, role):
    assert roles.role_of(heading) == role

"""A council's own age bands and counting dates: read, entered, corrected and refused on pages."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from assurance.looked_after.models.definitions import AgeBand, CensusDay
from assurance.looked_after.operations import definitions
from assurance.looked_after.rules import definition_lines as lines
from assurance.records.history import HistoryEntry
from assurance.records.refusals import Refused
from tests import cast
from tests.make import looked_after
from tests.page_requests import boxes, browser_of, errors, words

PAGE, ADD = "/looked-after/counted-by/", "/looked-after/counted-by/age-bands/add/"
CORRECT, DAYS = "/looked-after/counted-by/age-bands/correct/", "/looked-after/counted-by/days/"
ON = date(2016, 4, 1)
BANDS = "Under 14: 0 to 13\n14 to 15\n16 and over"


@pytest.fixture
def keeper(db):
    return browser_of(cast.administrator())


def sets():
    """(first day, last day, labels) of each of the council's own sets, the latest first."""
    found = AgeBand.objects.own_sets(cast.make_council())
    return [(row.from_date, row.to_date, [b.label for b in row.bands]) for row in found]


@pytest.mark.parametrize(
    ("line", "band"),
    [
        ("0 to 13", ("0 to 13", 0, 13)),
        ("0-13", ("0 to 13", 0, 13)),
        ("Under 14: 0 to 13", ("Under 14", 0, 13)),
        ("16 and over", ("16 and over", 16, None)),
        ("16 to 18: 16+", ("16 to 18", 16, None)),
        ("4", ("4", 4, 4)),
    ],
)
def test_a_band_is_read_from_its_line(line, band):
    assert lines.band_of_line(line) == band


@pytest.mark.parametrize(
    "line",
    ["", "young", ": 0 to 4", "0 to", "1 to 2 to 3", "0 to 99", "!: 0 to 4", f"{'x' * 41}: 4"],
)
def test_a_line_that_is_no_band_is_refused(line):
    with pytest.raises(ValueError, match=r"write its ages|an age is|its name needs"):
        lines.band_of_line(line)


@given(st.integers(0, 25), st.one_of(st.none(), st.integers(0, 25)), st.sampled_from(["", "Young"]))
def test_a_band_reads_back_as_it_was_typed(first, last, name):
    label = name or lines.say_ages(first, last)
    line = lines.line_of_band(label, first, last)
    assert lines.band_of_line(line) == (label, first, last)


@given(st.dates(date(2015, 1, 1), date(2015, 12, 31)))
def test_every_day_of_a_common_year_reads_back(day):
    assert lines.day_of_line(lines.line_of_day(day.month, day.day)) == (day.month, day.day)


@pytest.mark.parametrize(
    ("line", "sentence"),
    [
        ("1 Smarch", "write a day and a month"),
        ("December", "write a day and a month"),
        ("٣ May", "write a day and a month"),
        ("31 April", "April has 30 days"),
        ("0 May", "May has 31 days"),
        ("29 February", "once in four years"),
    ],
)
def test_a_line_that_is_no_day_is_refused(line, sentence):
    with pytest.raises(ValueError, match=sentence):
        lines.day_of_line(line)


def test_bands_are_entered_followed_by_others_and_shown_with_their_history(keeper):
    assert "has no age bands of its own" in words(keeper.get(PAGE))
    keeper.post(ADD, {"bands": BANDS, **boxes(from_date="1 4 2014")})
    assert "Under 14: 0 to 13" in keeper.get(ADD).content.decode()
    page = keeper.post(ADD, {"bands": "0 to 9\n10+", **boxes(from_date="1 4 2016")}, follow=True)
    assert sets() == [
        (ON, None, ["0 to 9", "10 and over"]),
        (date(2014, 4, 1), date(2016, 3, 31), ["Under 14", "14 to 15", "16 and over"]),
    ]
    assert "The age bands have been saved." in words(page)
    assert "0 to 9, 10 and over" in words(page) and "1 April 2016" in words(page)
    assert "Set age bands" in words(page) and "Correct the latest set" in words(page)


@pytest.mark.parametrize(
    ("typed", "sentence"),
    [
        ("", "Enter at least one age band"),
        ("0 to 13\nyoung", "Line 2, “young”: write its ages"),
        ("0 to 13\n0 to 13\n14+", "Line 2, “0 to 13”: it is there twice"),
        ("0 to 13\n15+", "No band includes the age of 14"),
        ("0 to 13\n13+", "overlaps the one before it"),
        ("0 to 13", "No band includes the age of 14 and over"),
        ("All: 0 to 13\nAll: 14+", "Give each band a name of its own"),
    ],
)
def test_bands_that_leave_a_gap_or_overlap_are_refused(keeper, typed, sentence):
    answer = keeper.post(ADD, {"bands": typed, **boxes(from_date="1 4 2016")})
    assert sentence in errors(answer)["bands"][0]
    assert sets() == []


def test_a_set_cannot_begin_before_another(keeper):
    looked_after.local_bands(from_date=ON)
    answer = keeper.post(ADD, {"bands": BANDS, **boxes(from_date="1 4 2015")})
    assert "begins on that date or later" in errors(answer)["from_date"][0]


def test_the_latest_set_is_corrected_until_a_census_is_entered_by_it(keeper):
    assert keeper.get(CORRECT).status_code == 404
    looked_after.local_bands(from_date=date(2014, 4, 1))
    keeper.post(CORRECT, {"bands": "0 to 9\n10+"})
    assert sets() == [(date(2014, 4, 1), None, ["0 to 9", "10 and over"])]
    entry = HistoryEntry.objects.get(what="looked_after.correct_age_bands")
    assert entry.changes["age_bands"]["to"] == ["0 to 9", "10 and over"]
    looked_after.census({"local_age_band": {"0_to_9": 188}})
    assert "cannot be corrected" in words(keeper.get(PAGE))
    answer = keeper.post(CORRECT, {"bands": BANDS})
    assert "A count was entered by these bands" in words(answer)
    assert sets()[0][2] == ["0 to 9", "10 and over"]


def test_a_set_that_is_no_longer_the_latest_is_not_corrected(db):
    council = cast.make_council()
    looked_after.local_bands(from_date=ON)
    own = {"council": council, "by": cast.administrator(council), "on": ON}
    with pytest.raises(Refused, match="entered meanwhile"):
        bands = [("all", "All", 0, None)]
        definitions.correct_age_bands(bands=bands, from_date=date(2014, 4, 1), **own)


def test_counting_days_are_entered_changed_and_taken_away(keeper):
    assert "no counting dates of its own" in words(keeper.get(PAGE))
    keeper.post(DAYS, {"days": "1 Dec\n1 january"})
    days = CensusDay.objects.of(cast.make_council())
    assert [(row.month, row.day) for row in days] == [(1, 1), (12, 1)]
    assert "1 January, 1 December" in words(keeper.get(PAGE))
    assert "1 January\n1 December" in keeper.get(DAYS).content.decode()
    wrong = keeper.post(DAYS, {"days": "1 December\n31 April"})
    assert errors(wrong)["days"] == ["Line 2, “31 April”: April has 30 days"]
    keeper.post(DAYS, {"days": ""})
    assert not days.all().exists()


def test_an_officer_reads_the_page_and_who_to_ask(db):
    page = browser_of(cast.officer()).get(PAGE)
    assert "An administrator can enter them" in words(page) and ADD not in page.content.decode()


def test_the_page_is_reached_from_the_censuses_and_from_setting_up(keeper):
    link = f'href="{PAGE}"'
    assert link in keeper.get("/set-up/").content.decode()
    assert link in browser_of(cast.officer()).get("/looked-after/").content.decode()


def test_the_history_of_counting_days_is_in_the_words_of_the_page(keeper):
    council = cast.make_council()
    definitions.set_census_days(council=council, own_days=[(12, 1)], by=cast.officer(), on=ON)
    history = words(keeper.get(PAGE)).partition("History")[2]
    assert "Set counting dates" in history and "Counting dates:" in history
    assert "1 December" in history and "ensus" not in history

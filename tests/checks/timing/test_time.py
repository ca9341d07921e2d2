"""Lengths and limits of time against the days themselves, and what tense says of a date."""

from datetime import date, timedelta

import pytest

from assurance.reviews.rules.replies import working_days_between
from reports.checks.reading import PARAGRAPH, Line
from reports.checks.timing.ranges import ranges
from tests.checks.drawn import DATED, found, keys, of_family
from tests.sweeping import swept

START, TIMING = date(2015, 3, 2), of_family("timing")


def line(text):
    return Line("para-1", "paragraph 1", PARAGRAPH, text)


def said(day):
    return f"{day.day} {day:%B %Y}"


def rules_of(text, **more):
    return [one.rule.key for one in found(text, rules=TIMING, **more)]


@pytest.mark.parametrize("joint", ["–", " - ", " to ", " until ", " — ", "-"])
def test_a_range_is_two_dates_with_a_word_or_a_dash_between_them(joint):
    (one,) = ranges(line(f"It ran {said(START)}{joint}{said(START + timedelta(9))}."))
    assert (one.start, one.end, one.days) == (START, START + timedelta(9), 10)


def test_and_joins_a_range_after_between_only():
    assert len(list(ranges(line("between 2 March 2015 and 4 March 2015")))) == 1
    assert list(ranges(line("on 2 March 2015 and 4 March 2015"))) == []


def test_a_first_date_without_a_year_takes_that_of_the_last_or_the_one_before():
    for first, last, year in (
        ("14 November", "8 December 2016", 2016),
        ("14 December", "8 January 2017", 2016),
        ("29 February", "3 March 2016", 2016),
    ):
        (one,) = ranges(line(f"from {first} to {last}"))
        assert one.start.year == year
    assert list(ranges(line("from 29 February to 3 March 2015"))) == []
    assert list(ranges(line("from 4 April to 3 March"))) == []
    assert [one.days for one in ranges(line("from 3 March to 4 April"))] == [33]


def test_a_length_is_let_stand_where_the_days_come_near_it_and_never_far_from_it():
    """The rule's own reckoning done again: a length is right within a week or an eighth."""
    for weeks in (1, 2, 3, 4, 6, 8, 12, 26):
        edges = (7 * weeks, 7 * weeks // 2, 14 * weeks)
        near = {edge + more for edge in edges for more in (-9, -7, -6, 0, 6, 7, 9, 10)}
        for days in sorted({one for one in (*near, 1, 100, 399) if one > 0}):
            end = START + timedelta(days - 1)
            text = f"A {weeks}-week review ran from {said(START)} to {said(end)}."
            is_said = "length-denied" in rules_of(text)
            if abs(days - 7 * weeks) <= 6:
                assert not is_said, text
            if days > 14 * weeks + 8 or days * 2 + 8 < 7 * weeks:
                assert is_said, text


@swept(
    [
        "Every four weeks from 1 June 2015 to 30 November 2015 we met.",
        "Within 2 weeks of the visit of 1 June 2015 to 30 November 2015 we wrote.",
        "From 1 June 2015 to 30 November 2015, 2 weeks later than planned, we met.",
        "Children aged 4 years or more came from 1 June 2015 to 30 November 2015.",
        "At six-monthly meetings from 1 June 2013 to 30 November 2015 we met.",
        "From 1 June 2015 to 30 November 2015 we asked for two weeks' notice.",
        "A 2 year old came between 1 June 2015 and 30 November 2015.",
        "Reviews in the last two weeks of the term of 1 June 2015 to 30 November 2015.",
    ]
)
def test_a_length_of_something_else_is_left_in_peace(text):
    assert rules_of(text) == []


def test_a_limit_in_working_days_is_passed_where_counting_them_says_so():
    for step in range(60, 130):
        day = START + timedelta(step)
        text = f"It came on {said(START)} and we replied on {said(day)}, within 70 working days."
        is_over = working_days_between(START, day) > 70
        assert ("working-days-passed" in rules_of(text)) == is_over


@pytest.mark.parametrize(
    "verb",
    [
        *("will be done", "is due", "is expected", "are to be told", "is likely to end"),
        *("shall be read", "is planned"),
    ],
)
def test_a_future_is_ahead_of_the_paper_for_every_day_around_it(verb):
    for step in (-400, -40, -1, 0, 1, 40, 400):
        day = DATED + timedelta(step)
        is_said = "told-as-to-come" in rules_of(f"The work {verb} on {said(day)}.")
        assert is_said == (step < 0), (verb, day)


@swept(
    [
        "The report will describe the progress made since July 2015.",
        "The new form will build on the pilot that ended in March 2015.",
        "We will act on the survey of autumn 2014 and on the audit of March 2015.",
        "In June 2012 the Committee asked to be told what will happen.",
        "The inspectors said that all will be well by March 2015.",
        "The Council will continue the work begun in January 2014.",
        "The plan will be as good as that of 2014.",
        "The Children and Families Act 2014 will shape what we do.",
        "It will replace the Strategy 2013-15.",
        "From 1 April 2015 every team will have a manager.",
        "The post will be filled; it was advertised in November 2015.",
        "Care leavers will have had their say by December 2016.",
        "Staff are due a pay rise, which was agreed in May 2015.",
    ]
)
def test_a_future_about_something_else_is_left_in_peace(text):
    assert rules_of(text) == []


@pytest.mark.parametrize(
    "text",
    [
        *("The contract was let until 31 March 2019.", "The post was funded to 2018."),
        "It was agreed to meet again on 3 May 2016.",
        "The plan was adopted for 2016–20 and is in force to 2020.",
        "We agreed that the next audit is in June 2016.",
        *("The meeting was moved to 12 May 2016.", "The target was set for March 2017."),
    ],
)
def test_a_past_that_looks_ahead_is_left_in_peace(text):
    assert "told-after-paper" not in rules_of(text)


def test_an_annex_may_be_of_another_day():
    text = "The letter is at Annex A.\n\n! Letter\n\nWe will come again in March 2014."
    assert keys(text) == []


def test_a_paper_without_a_date_is_not_asked_what_is_gone():
    text = "All will be done in March 1999, and it was done on 3 May 2099."
    rules = rules_of(text, paper_date=None)
    assert "told-as-to-come" in rules
    assert "told-as-to-come" not in rules_of("All will be done on 3 May 2099.", paper_date=None)


def test_a_date_takes_the_year_of_its_row():
    for text in (
        "on 8 and 15 December 2015",
        "on 1 June, 3 July and 4 August 2015",
        "between 1 January and 31 December 2015",
        "in January 2015, March and May",
        "every September",
    ):
        assert "date-without-year" not in rules_of(f"The board met {text}."), text
    assert "date-without-year" in rules_of("They met on 8 December. In 2015 all was well.")

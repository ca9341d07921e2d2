"""The days of next papers, reckoned by hand, for years, quarters, terms, months and odd spans."""

from datetime import date, timedelta

import pytest

from assurance.runtime.periods import When
from reports.editor.carry_forward.dates import (
    months_in,
    next_paper_date,
    next_period,
    next_slug,
    next_title,
    proposed,
)
from reports.prose.day_mentions import told_days, without_days
from tests.sweeping import swept


def days(first, last=None):
    """A `When` from days written as ISO."""
    start = date.fromisoformat(first)
    return When(start, date.fromisoformat(last)) if last else When.at(start)


PERIODS = [
    # A period, the whole months in it, the period that follows.
    (days("2018-04-01", "2019-03-31"), 12, days("2019-04-01", "2020-03-31")),
    (days("2019-01-01", "2019-03-31"), 3, days("2019-04-01", "2019-06-30")),
    (days("2019-10-01", "2019-12-31"), 3, days("2020-01-01", "2020-03-31")),
    (days("2019-07-01", "2019-12-31"), 6, days("2020-01-01", "2020-06-30")),
    (days("2019-09-01", "2019-12-31"), 4, days("2020-01-01", "2020-04-30")),
    (days("2020-01-01", "2020-01-31"), 1, days("2020-02-01", "2020-02-29")),
    (days("2019-01-01", "2019-01-31"), 1, days("2019-02-01", "2019-02-28")),
    (days("2020-02-01", "2020-02-29"), 1, days("2020-03-01", "2020-03-31")),
    (days("2020-02-01", "2020-02-28"), 0, days("2020-02-29", "2020-03-27")),
    (days("2019-09-02", "2019-12-31"), 0, days("2020-01-01", "2020-04-30")),
    (days("2019-09-01", "2019-12-30"), 0, days("2019-12-31", "2020-04-29")),
    (days("2019-12-02", "2019-12-08"), 0, days("2019-12-09", "2019-12-15")),
    (days("2019-12-31"), 0, days("2020-01-01")),
    (days("2018-01-01", "2019-12-31"), 24, days("2020-01-01", "2021-12-31")),
]
QUARTER = days("2019-07-01", "2019-09-30")
AFTER = days("2019-10-01", "2019-12-31")
MOVES = [
    # What a name meant in a paper about July to September, and means in the one that follows.
    ("position", days("2019-09-30"), days("2019-12-31")),
    ("start", days("2019-07-01"), days("2019-10-01")),
    ("census", days("2019-08-15"), days("2019-11-15")),
    ("visit", days("2019-08-31"), days("2019-11-30")),
    ("before", days("2019-06-30"), days("2019-09-30")),
    ("quarter", QUARTER, AFTER),
    ("before_it", days("2019-04-01", "2019-06-30"), QUARTER),
    ("month", days("2019-09-01", "2019-09-30"), days("2019-12-01", "2019-12-31")),
    ("since_april", days("2019-04-01", "2019-09-30"), days("2019-07-01", "2019-12-31")),
    ("year_2018", days("2018-01-01", "2018-12-31"), days("2018-01-01", "2018-12-31")),
    ("census_2018", days("2018-12-01"), days("2018-12-01")),
    ("last_year", days("2018-01-01", "2018-12-31"), days("2019-01-01", "2019-12-31")),
    ("school_year", days("2018-09-01", "2019-08-31"), days("2018-09-01", "2019-08-31")),
    ("money_year", days("2018-04-01", "2019-03-31"), days("2018-04-01", "2019-03-31")),
    ("room_20189", days("2018-12-01"), days("2019-03-01")),
]


@swept(PERIODS)
def test_a_period_is_followed_by_one_as_long(period, months, following):
    assert months_in(period) == months
    assert next_period(period) == following
    assert following.start - period.end == timedelta(1)


@swept(MOVES)
def test_a_name_moves_with_the_quarter(name, was, becomes):
    assert proposed({name: was}, QUARTER, AFTER) == {name: becomes}


def test_names_move_together_as_each_does_alone():
    names = {name: was for name, was, _becomes in MOVES}
    assert proposed(names, QUARTER, AFTER) == {name: becomes for name, _was, becomes in MOVES}
    assert proposed({}, QUARTER, AFTER) == {}


def test_a_paper_about_the_same_period_again_moves_nothing():
    names = {name: was for name, was, _becomes in MOVES}
    assert proposed(names, QUARTER, QUARTER) == names


def test_four_quarters_make_a_year():
    period, position = days("2019-01-01", "2019-03-31"), days("2019-03-31")
    seen = []
    for _ in range(4):
        following = next_period(period)
        position = proposed({"position": position}, period, following)["position"]
        seen.append((following.end.isoformat(), position.end.isoformat()))
        period = following
    assert seen == [
        ("2019-06-30", "2019-06-30"),
        ("2019-09-30", "2019-09-30"),
        ("2019-12-31", "2019-12-31"),
        ("2020-03-31", "2020-03-31"),
    ]


@pytest.mark.parametrize(
    ("paper", "meeting", "following", "proposal"),
    [
        ("2019-09-09", "2019-09-17", "2019-12-17", "2019-12-09"),
        ("2019-09-17", "2019-09-17", "2019-12-17", "2019-12-17"),
        ("2019-12-20", "2020-01-07", "2020-03-03", "2020-02-14"),
        ("2020-02-28", "2020-03-01", "2021-03-01", "2021-02-27"),
        ("", "2019-09-17", "2019-12-17", ""),
        ("2019-09-09", "", "2019-12-17", ""),
        ("2019-09-09", "2019-09-17", "", ""),
    ],
)
def test_a_paper_comes_as_long_before_its_meeting(paper, meeting, following, proposal):
    given = [date.fromisoformat(one) if one else None for one in (paper, meeting, following)]
    found = next_paper_date(*given)
    assert (found.isoformat() if found else "") == proposal


@pytest.mark.parametrize(
    ("was", "becomes"),
    [
        ("Safeguarding assurance, September 2019", "Safeguarding assurance, December 2019"),
        ("MAY 2019 report", "December 2019 report"),
        ("From June 2019 to July 2019", "From December 2019 to July 2019"),
        ("Report of 2019", "Report of 2019"),
        ("Sept 2019", "Sept 2019"),
        ("", ""),
    ],
)
def test_the_first_month_of_a_title_is_moved(was, becomes):
    assert next_title(was, date(2019, 12, 17)) == becomes


@pytest.mark.parametrize(
    ("was", "becomes"),
    [
        ("september-2019", "december-2019"),
        ("assurance_september_2019", "assurance_december_2019"),
        ("paper-4", ""),
        ("2019-09", ""),
        ("", ""),
    ],
)
def test_the_month_of_an_address_is_moved(was, becomes):
    assert next_slug(was, date(2019, 12, 17)) == becomes


@swept(
    [
        ("between 1 and 30 June 2019", ["30 June 2019"]),
        ("on 3rd January 2020 and 22nd February 2020", ["3rd January 2020", "22nd February 2020"]),
        ("on Feb. 3", ["Feb. 3"]),
        ("from Oct 2019 until Dec 2019", ["Oct 2019", "Dec 2019"]),
        ("in spring 2019 or Autumn of 2020", ["spring 2019", "Autumn of 2020"]),
        ("for 2019/20 and 2020–21", ["2019/20", "2020–21"]),
        ("on 2019-09-09.", ["2019-09-09"]),
        ("at 9.30 in room 20", []),
        ("£2,019 and 2,020", []),
        ("a decimal 1.2019", []),
        ("No. 20195 of them", []),
        ("Marching, Augusta and Decemberists", []),
    ]
)
def test_days_are_found_among_other_words(text, told):
    assert [one.words for one in told_days(text)] == told
    for words in told:
        assert words not in without_days(text)
    assert len(without_days(text)) == len(text)

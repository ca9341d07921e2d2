"""Abbreviations, days and near names in prose."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from assurance.runtime.periods import end_of_month
from reports.prose.abbreviations import Abbreviation, unlisted, unused, used
from reports.prose.day_mentions import DAY, MONTH, SEASON, YEAR, moved_by, told_days, without_days
from reports.prose.similar_names import did_you_mean, nearest
from tests.sweeping import swept

GLOSSARY = tuple(
    Abbreviation(short, f"long {short}")
    for short in ("DBS", "A", "R&A", "SCR", "IFA", "CPB", "MAR", "MARAC")
)


def shorts(rows):
    return [one.short for one in rows]


@swept(
    [
        ("The DBS audit went to the CPB; an IFA place costs more.", ["CPB", "DBS", "IFA"]),
        ("The R&A service met MARAC.", ["MARAC", "R&A"]),
        ("Two SCRs and the CPB's plan", ["CPB", "SCR"]),
        ("DBSX IFAs4 scr MARACAS", []),
    ]
)
def test_those_used_are_listed_by_the_alphabet_the_longest_found_first(text, found):
    assert shorts(used(GLOSSARY, text)) == found


def test_the_rest_are_unused_and_each_is_listed_once():
    assert shorts(unused(GLOSSARY, "DBS, IFA, SCR, R&A and A")) == ["CPB", "MAR", "MARAC"]
    assert used((), "DBS") == unused((), "DBS") == ()
    assert shorts(used((*GLOSSARY, Abbreviation("DBS", "again")), "DBS")) == ["DBS"]


@swept(
    [
        (GLOSSARY, "CSE and ADCS, then CSE again, CAS&E, DBS, LADOs", "CSE ADCS CAS&E LADO"),
        (GLOSSARY, "Part IV, Annex B1, part XIII, I and A.", ""),
        ((), "The Single Inspection Framework (SIF) and the Drug and Alcohol Court [DAC].", ""),
        ((), "An Education Plan (EHCP) was made.", "EHCP"),
        ((), "(EHCP) and [LADO] later", "EHCP LADO"),
    ]
)
def test_capitals_that_nothing_lists_or_spells_out_are_named_once_and_in_order(known, text, found):
    assert unlisted(known, text) == tuple(found.split())


@given(st.lists(st.sampled_from([one.short for one in GLOSSARY]), max_size=6))
def test_every_entry_is_either_used_or_unused(words):
    text = ", ".join(words)
    both = shorts(used(GLOSSARY, text)) + shorts(unused(GLOSSARY, text))
    assert sorted(both) == sorted(one.short for one in GLOSSARY)
    assert set(shorts(used(GLOSSARY, text))) == set(words)


@given(st.text())
def test_any_text_can_be_searched(text):
    used(GLOSSARY, text)
    unlisted(GLOSSARY, text)


KNOWN = ("dbs.overdue", "dbs.needing_check", "looked_after.children", "audits.done")


@pytest.mark.parametrize(
    ("name", "first"),
    [
        *(("dbs.overdu", "dbs.overdue"), ("dbs.check_needing", "dbs.needing_check")),
        *(("looked_after.child", "looked_after.children"), ("audit.done", "audits.done")),
        ("dbs.overdue", "dbs.overdue"),
    ],
)
def test_what_was_meant_comes_first(name, first):
    assert nearest(name, KNOWN)[0] == first


def test_nothing_like_it_is_nothing_and_three_are_the_most():
    assert nearest("zzz.qqq", KNOWN) == []
    assert did_you_mean("zzz.qqq", KNOWN) == ""
    assert nearest("a.b", ()) == []
    many = [f"dbs.overdue_{letter}" for letter in "abcdef"]
    assert nearest("dbs.overdue_x", many) == many[:3]
    assert did_you_mean("dbs.overdue_x", many) == (
        "Did you mean dbs.overdue_a, dbs.overdue_b or dbs.overdue_c? "
    )
    assert did_you_mean("dbs.overdu", KNOWN).startswith("Did you mean dbs.overdue")


NEAR = date(2015, 7, 13)
DAYS = st.dates(date(1900, 1, 1), date(2099, 12, 31))


@swept(
    [
        ("on 30 June 2015.", "30 June 2015", DAY, date(2015, 6, 30)),
        ("on 1st of May 2016", "1st of May 2016", DAY, date(2016, 5, 1)),
        ("on March 15, 2016", "March 15, 2016", DAY, date(2016, 3, 15)),
        ("on 2016-03-31", "2016-03-31", DAY, date(2016, 3, 31)),
        ("on 18.2.20", "18.2.20", DAY, date(2020, 2, 18)),
        ("on 18/02/2020,", "18/02/2020", DAY, date(2020, 2, 18)),
        ("on 8th December", "8th December", DAY, date(2015, 12, 8)),
        ("on 31 June 2015", "31 June 2015", DAY, None),
        ("on 29 February", "29 February", DAY, date(2016, 2, 29)),
        ("in July 2016", "July 2016", MONTH, date(2016, 7, 31)),
        ("by Sept. 2016", "Sept. 2016", MONTH, date(2016, 9, 30)),
        ("in March", "March", MONTH, date(2016, 3, 31)),
        ("in July", "July", MONTH, date(2015, 7, 31)),
        ("by May", "May", MONTH, date(2016, 5, 31)),
        ("the autumn of 2016", "autumn of 2016", SEASON, date(2016, 11, 30)),
        ("Winter 2015", "Winter 2015", SEASON, date(2016, 2, 29)),
        ("next spring", "next spring", SEASON, date(2016, 5, 31)),
        ("during 2016", "2016", YEAR, date(2016, 12, 31)),
        ("in 2014-16.", "2014-16", YEAR, date(2016, 12, 31)),
        ("in 2015/16", "2015/16", YEAR, date(2016, 12, 31)),
        ("2016–2020", "2016–2020", YEAR, date(2020, 12, 31)),
    ]
)
def test_a_day_is_found_as_it_is_told(text, words, kind, last):
    (found,) = told_days(text, near=NEAR)
    assert (found.words, found.kind, found.last) == (words, kind, last)
    assert found.has_year == any(sign.isdigit() for sign in words[-2:])


@pytest.mark.parametrize(
    "text", ["may we say", "May I ask", "£2,015 a year", "2,016 children", "1.2015", "room 12", ""]
)
def test_other_words_and_numbers_tell_no_day(text):
    assert told_days(text) == ()


def test_without_a_day_to_be_near_a_month_alone_means_no_day():
    assert [one.last for one in told_days("in March and this autumn")] == [None, None]


def test_each_is_found_once_and_in_order():
    text = "From 1 January to 30 June 2015, as in 2014, and by March 2016."
    found = [one.words for one in told_days(text)]
    assert found == ["1 January", "30 June 2015", "2014", "March 2016"]
    assert "2" not in without_days(text) and len(without_days(text)) == len(text)


@given(DAYS)
def test_any_day_in_words_is_read_back(day):
    for written in (f"{day.day} {day:%B %Y}", day.isoformat(), f"{day:%d/%m/%Y}"):
        assert [one.last for one in told_days(f"It was on {written}, they said.")] == [day]


@given(DAYS, st.integers(0, 60))
def test_a_day_moves_by_months_and_the_last_of_a_month_stays_the_last(day, months):
    moved = moved_by(day, months)
    count = (moved.year - day.year) * 12 + moved.month - day.month
    assert count == months
    if day == end_of_month(day):
        assert moved == end_of_month(moved)
    else:
        assert moved.day == min(day.day, end_of_month(moved).day)


def test_nothing_moves_beyond_the_calendar():
    assert moved_by(date.max, 6, 3) == date.max
    assert moved_by(date(2015, 1, 31), days=1) == date(2015, 2, 1)
    assert moved_by(date(9999, 12, 30), days=5) - date.max == timedelta(0)

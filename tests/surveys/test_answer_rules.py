"""What may be entered for an answer, and how it is said with its base."""

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as some

from assurance.surveys.rules import answers as rules
from assurance.surveys.rules.answers import SourcePerCent
from tests.cases import random_cases
from tests.surveys.plain import YORK, counted, only_stated
from tests.sweeping import swept


def faults(**said):
    """Field → sentence of an answer."""
    usual = {**dict.fromkeys(rules.WEIGHED), "bound": "", "source": ""}
    return dict(rules.faults({**usual, **said}))


@swept(
    [
        (counted("w", 42, 57), "42 of 57, 74%"),
        (counted("w", 42, 56), "42 of 56, 75%"),
        (counted("w", 44, 57), "44 of 57, 77%"),
        (counted("w", 1, 200), "1 of 200, 1%"),
        (counted("w", 0, 9), "0 of 9, 0%"),
        (counted("w", 1200, 1300), "1,200 of 1,300, 92%"),
        (only_stated("w", 54), "54%, base not known"),
        (only_stated("w", "54.0"), "54%, base not known"),
        (only_stated("w", "54.5"), "54.5%, base not known"),
        (only_stated("w", 100), "100%, base not known"),
        (only_stated("w", 0), "0%, base not known"),
        (only_stated("w", 54, n_answered=57), "54% of 57"),
        (only_stated("w", 90, bound="over"), "over 90%, base not known"),
    ]
)
def test_a_per_cent_never_stands_without_its_base(answer, words):
    assert rules.answer_text(answer) == words


@swept(
    [
        ("54", SourcePerCent(Decimal(54))),
        ("54%", SourcePerCent(Decimal(54))),
        (" 54.5 % ", SourcePerCent(Decimal("54.5"))),
        ("54 per cent", SourcePerCent(Decimal(54))),
        ("over 90%", SourcePerCent(Decimal(90), "over")),
        ("More than 90", SourcePerCent(Decimal(90), "over")),
        (">90%", SourcePerCent(Decimal(90), "over")),
        ("under 5", SourcePerCent(Decimal(5), "under")),
        ("< 5%", SourcePerCent(Decimal(5), "under")),
        ("100", SourcePerCent(Decimal(100))),
        ("0", SourcePerCent(Decimal(0))),
    ]
)
def test_a_stated_per_cent_is_read_as_people_write_it(typed, read):
    assert rules.stated(typed) == read
    assert rules.stated(str(read)) == read


@swept(["most", "54.55", "about 54", "-5", "5 4", "54%%", "", "1000"])
def test_what_is_no_per_cent_is_refused_with_what_would_be(typed):
    with pytest.raises(ValueError, match="one decimal at most, such as 54"):
        rules.stated(typed)


def test_more_than_a_hundred_is_refused():
    with pytest.raises(ValueError, match="between 0 and 100"):
        rules.stated("101")


def test_counts_and_a_stated_per_cent_each_stand_alone():
    assert faults(n_yes=42, n_answered=56) == {}
    assert faults(n_yes=42, n_answered=56, n_asked=90) == {}
    assert faults(per_cent=Decimal(54), source="Report") == {}
    assert faults(per_cent=Decimal(54), n_answered=57, source="Report") == {}


@swept(
    [
        ({"n_yes": 42, "n_answered": 56, "per_cent": Decimal(75)}, "per_cent", "not both"),
        ({}, "n_yes", "Enter how many said yes"),
        ({"n_answered": 56}, "n_yes", "Enter how many said yes"),
        ({"n_yes": 42}, "n_answered", "how many answered"),
        ({"n_yes": 42, "n_answered": 41}, "n_answered", "More said yes than answered"),
        ({"n_yes": 0, "n_answered": 0}, "n_answered", "leave the question empty"),
        ({"n_yes": 1, "n_answered": 2, "n_asked": 1}, "n_asked", "More answered than were asked"),
        ({"per_cent": Decimal(101), "source": "Report"}, "per_cent", "between 0 and 100"),
        ({"n_yes": 1, "n_answered": 2, "bound": "over"}, "bound", "goes with a per cent"),
        ({"per_cent": Decimal(54), "source": " "}, "source", "where the per cent is stated"),
    ]
)
def test_what_does_not_fit_together_is_said_at_its_field(said, field, sentence):
    assert sentence in faults(**said)[field]


def test_a_question_left_alone_says_nothing():
    nothing = {**dict.fromkeys(rules.WEIGHED), "bound": "", "source": "Report"}
    assert rules.is_empty(nothing)
    assert not rules.is_empty({**nothing, "n_yes": 0})


def test_questions_are_read_a_line_each_and_twice_the_same_is_refused():
    lines = rules.lines_of("One?\n\n  Two \n")
    assert lines == ["One?", "Two"] and rules.why_not_lines(lines) is None
    assert "says the same as question 1" in rules.why_not_lines(["I can rely.", "i can  rely"])
    assert "300 characters" in rules.why_not_lines(["x" * 301])
    assert "60 questions" in rules.why_not_lines([str(one) for one in range(61)])


def test_the_remark_is_honest_about_small_and_unknown_bases():
    assert "a few points is noise" in rules.remark(YORK)
    assert "not known" in rules.remark(YORK[:2])
    assert rules.remark([counted("w", 50, 100)]) == rules.remark([]) == ""


@random_cases(60)
@given(some.integers(1, 10_000).flatmap(lambda n: some.tuples(some.integers(0, n), some.just(n))))
def test_a_share_lies_within_a_hundred_and_rounds_to_the_nearest(counts):
    yes, answered = counts
    exact = rules.share(counted("w", yes, answered))
    assert 0 <= exact <= 100
    assert abs(rules.whole(exact) - exact) * 2 <= 1

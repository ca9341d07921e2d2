"""Claims held against a series: what is borne out, what is not, and what nobody can test."""

from types import SimpleNamespace

import pytest

from assurance.surveys.rules.claims import (
    BORNE_OUT,
    CANNOT,
    CLAIMS,
    FALLING,
    GROWING,
    HIGHEST,
    NOT_BORNE_OUT,
    STEADY,
    chart,
    weigh,
)
from tests.surveys.plain import YORK, counted, only_stated
from tests.sweeping import swept


def series(*shares):
    """A series of waves, each with so many of two hundred."""
    return [counted(str(2010 + at), yes, 200) for at, yes in enumerate(shares)]


def test_the_claim_of_steady_growth_is_not_borne_out_by_what_was_printed():
    told = weigh(GROWING, YORK)
    assert told.sentence == "not borne out: it fell from 65% (2015) to 54% (2017)"
    assert weigh(HIGHEST, YORK).word == BORNE_OUT
    assert weigh(STEADY, YORK).why == "it rose from 54% (2017) to 75% (2018–19)"


@swept(
    [
        (GROWING, (100, 110, 120), BORNE_OUT, "it rose from 50% (2010) to 60% (2012)"),
        (GROWING, (100, 100, 101), BORNE_OUT, "it rose from 50% (2010) to 51% (2012)"),
        (GROWING, (100, 100), NOT_BORNE_OUT, "it stayed at 50% from 2010 to 2011"),
        (
            GROWING,
            (100, 99, 120),
            NOT_BORNE_OUT,
            "it fell from 100 of 200 (2010) to 99 of 200 (2011)",
        ),
        (FALLING, (120, 110, 100), BORNE_OUT, "it fell from 60% (2010) to 50% (2012)"),
        (FALLING, (120, 110, 130), NOT_BORNE_OUT, "it rose from 55% (2011) to 65% (2012)"),
        (HIGHEST, (100, 90, 101), BORNE_OUT, "it is 51% (2012), and no wave before it was as high"),
        (HIGHEST, (100, 90, 100), NOT_BORNE_OUT, "it was 50% (2010) and is now 50% (2012)"),
        (STEADY, (100, 110, 105), BORNE_OUT, "no two of its 3 waves differ by more than that"),
        (STEADY, (100, 111, 105), NOT_BORNE_OUT, "it rose from 50% (2010) to 56% (2011)"),
    ]
)
def test_a_claim_is_held_against_it_wave_by_wave(claim, shares, word, why):
    told = weigh(claim, series(*shares))
    assert (told.word, told.why) == (word, why)


@pytest.mark.parametrize(
    ("answers", "why"),
    [
        ([], "no wave has an answer to it"),
        (YORK[:1], "only one wave has an answer to it, 2015"),
        ([only_stated("2015", 90, bound="over"), YORK[1]], "2015 records only “over 90%”"),
        (
            [YORK[0], counted("2017", 1, 2, wording="Other words")],
            "the wording changed between 2015 and 2017",
        ),
    ],
)
@pytest.mark.parametrize("claim", CLAIMS)
def test_what_cannot_be_tested_says_why(claim, answers, why):
    told = weigh(claim, answers)
    assert (told.word, told.why) == (CANNOT, why)


def test_a_chart_says_how_the_share_changed_where_waves_may_be_compared():
    """The title is the finding; the table keeps the wording as its caption."""
    asked = SimpleNamespace(pk=1, wording="I can rely on my worker")
    other = counted("2019", 1, 2, wording="Other words")
    expected = [
        (series(100, 90, 120), "rose from 50% (2010) to 60% (2012)"),
        (series(120, 100), "fell from 60% (2010) to 50% (2011)"),
        (series(100, 100), "stayed at 50% from 2010 to 2011"),
        (series(100), "50% in 2010"),
        ([YORK[0], other], "50% in 2019"),
        ([], ""),
    ]
    for answers, course in expected:
        made = chart(asked, answers)
        assert made.title == f"“I can rely on my worker” {course}".strip()
        assert made.caption == "I can rely on my worker"
        assert made.description.startswith("Answered yes, of all who answered.")


def test_other_case_or_a_question_mark_is_no_other_wording():
    asked = [YORK[0], counted("2017", 1, 2, wording="I CAN rely on my  worker?")]
    assert weigh(FALLING, asked).word == BORNE_OUT

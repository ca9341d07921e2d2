"""What is said to rise or fall from time to time, against the series that records hold."""

from dataclasses import replace
from datetime import date

import pytest

from reports.checks.assurance.courses import courses
from reports.checks.assurance.surveys import growth
from reports.checks.context import QuestionCourse, RecordedSeries, SurveyCourse
from reports.prose.quantities.courses import course_claims
from reports.verdicts.run import check
from tests.checks.drawn import KNOWN, reading
from tests.sweeping import swept

DAYS = tuple(date(year, 3, 31) for year in (2012, 2013, 2014, 2015))
UP = (
    "risen every year|gone up year on year|grown without a break|been rising steadily|"
    "been higher at each count"
)
DOWN = (
    "fallen every year|gone down year on year|been steadily down|shrunk at every count|"
    "been down in every year"
)
NAMES = {
    "The number of looked-after children": "Children looked after",
    "The number of children looked after": "Children looked after",
    "The percentage of care leavers in touch": "Care leavers in touch, per cent",
}
CLAIMS = [
    *((f"{{}} has {words}.", 1) for words in UP.split("|")),
    *((f"{{}} has {words}.", -1) for words in DOWN.split("|")),
    ("We have seen a sustained rise in {}.", 1),
    ("There was a continuous fall in {} since 2012.", -1),
    ("{} has risen for the third year running.", 1),
    ("{} has fallen for three consecutive years, from 40 to 30.", -1),
    ("{} rose from one year to the next, and stood at 40, 41 and 45.", 1),
]
# What the records hold at the four days, and whether it goes up (1) or down (-1) at each.
COURSES = {(30, 40, 50, 60): 1, (60, 50, 40, 30): -1, (30, 40, 40, 60): 0, (30, 60, 40, 70): 0}


def series(values, better=0, names=("Children looked after",), days=DAYS):
    """A series of the four days."""
    return RecordedSeries(names, tuple(zip(days, values, strict=True)), better)


def denied(text, *rows, **known):
    """What the records say against claims of a text."""
    found = check(reading(text), replace(KNOWN, series=rows, **known), [courses])
    return [one.fault.says for one in found]


@swept([(text, way, values) for text, way in CLAIMS for values in COURSES])
def test_a_claim_is_borne_out_by_the_values_of_the_records_and_by_nothing_else(text, way, values):
    told = denied(text.format("the number of looked-after children"), series(values))
    # A rise on the whole may stand still between.
    loose = any(word in text for word in ("steadily", "sustained", "continuous"))
    along = COURSES[values] == way or (loose and way == 1 and values == (30, 40, 40, 60))
    assert bool(told) is not along, told


@pytest.mark.parametrize(("words", "title"), NAMES.items())
def test_a_series_is_named_by_the_words_of_its_title(words, title):
    [says] = denied(f"{words} has risen every year.", series((30, 40, 35, 60), names=(title,)))
    assert f"“{title}” fell from 31 March 2013 to 31 March 2014" in says
    assert "40" not in says and "35" not in says


OTHERS = (
    "The number of looked-after children placed far away has risen every year.",
    "The number of foster homes has risen every year.",
    "Children looked after in foster homes have risen in number every year.",
    "The number of unaccompanied looked-after children has risen every year.",
    "The number of looked-after children has not risen every year.",
    "We expect the number of looked-after children to rise every year.",
    "The number of looked-after children rose in 2015.",
    "The number of looked-after children fell, while audits rose every year.",
    "The number of looked-after children has risen every year since 2014.",
    "The number of looked-after children has risen steadily over the last two years.",
    "The number of looked-after children rose steadily between 2014 and 2015.",
)


@pytest.mark.parametrize("text", OTHERS)
def test_a_narrower_group_another_time_and_what_is_not_claimed_are_left_alone(text):
    assert denied(text, series((30, 60, 40, 70))) == []


def test_better_is_the_way_that_the_measure_says():
    text = "The average length of proceedings has improved every year."
    for better, told in ((1, True), (-1, False), (0, False)):
        row = series((40, 35, 30, 20), better, ("Average length of proceedings",))
        assert bool(denied(text, row)) is told
        assert bool(denied(text.replace("improved", "worsened"), row)) is (better == -1)


def test_years_are_told_from_the_counts_between_them_and_few_values_tell_nothing():
    days = (date(2014, 3, 31), date(2014, 9, 30), date(2015, 3, 31))
    between = series((30, 60, 40), days=days)
    assert denied("The number of looked-after children has risen every year.", between) == []
    assert denied("The number of looked-after children has risen at every count.", between)
    single = RecordedSeries(("Children looked after",), ((DAYS[0], 30),))
    assert denied("The number of looked-after children has risen every year.", single) == []


def test_two_series_of_the_same_words_are_told_of_by_neither():
    row = series((30, 60, 40, 70))
    assert denied("The number of looked-after children has risen every year.", row, row) == []


ASKED = QuestionCourse("I can rely on my worker", False, "it fell from 65% (2015) to 54% (2017)")
OTHER = QuestionCourse("I feel safe", True, "it rose", "it stayed at 60% from 2012 to 2013")
HEARD = SurveyCourse("Being Heard", (ASKED, OTHER), (ASKED, OTHER))
OF_SURVEYS = {
    "In the Being Heard survey satisfaction has risen in every wave.": "did not (2 of",
    "In Being Heard, the share who say “I can rely on my worker” is up wave on wave.": "fell from",
    "Being Heard: the answers to “I feel safe” have climbed steadily.": "",
    "Being Heard: the answers to “I feel safe” have climbed in each wave.": "stayed at 60%",
    "Being Heard shows that views were better at each survey than before.": "did not (2 of",
    "Being Heard ran again, and the number of foster carers has risen steadily.": "",
    "Being Heard ran again, and the number of looked-after children has risen steadily.": "",
}


@pytest.mark.parametrize(("text", "part"), OF_SURVEYS.items())
def test_answers_are_held_against_the_questions_that_the_sentence_names(text, part):
    known = replace(KNOWN, surveys=(HEARD,), series=(series((30, 40, 50, 60)),))
    found = [one.fault.says for one in check(reading(text), known, [growth])]
    assert len(found) == bool(part) and all(part in says for says in found)


@swept(["each year rose ", "steadily ", "every year (", "up each year ", "rose, and "])
def test_a_claim_that_is_repeated_is_read_once_along(fragment):
    assert len(course_claims(fragment * 400)) <= 800

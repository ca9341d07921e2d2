"""What papers quote of a survey: the numbers that a real paper printed come out of its records."""

from datetime import date

import pytest

from assurance.figures.figure import FigureRequest
from assurance.runtime.periods import When
from assurance.surveys.figures import FIGURES
from reports.documents.document import text_of
from reports.papers.assembly.pipeline import assemble
from reports.papers.manuscript import read
from reports.quotable.insertion.figure_catalogue import offered
from tests import cast
from tests.make.drafts import written
from tests.make.surveys import RELIABLE, answer, question, stated, survey, wave, york
from tests.sweeping import NamedCase, brief

pytestmark = pytest.mark.django_db
YES, ANSWERED, STATED, OF_BASE, OVER, UNDER = FIGURES
LAST = When(date(2018, 11, 1), date(2019, 1, 31))
SECOND = When(date(2017, 1, 1), date(2017, 12, 31))
ALL = When(date(2015, 1, 1), date(2019, 12, 31))


def measured(figure, council, when, population=None):
    """Member → (count, base) of a figure."""
    values = figure.measure(FigureRequest(council, when, population))
    return {member: (value.count, value.base) for member, value in values.items()}


def test_the_printed_numbers_come_out_each_with_its_own_base():
    council = york().council
    assert measured(YES, council, LAST) == {
        "u-matter__reliable": (42, 56),
        "u-matter__often": (42, 57),
        "u-matter__listens": (44, 57),
    }
    assert measured(ANSWERED, council, LAST)["u-matter__often"] == (57, None)
    assert measured(STATED, council, SECOND) == {
        "u-matter__reliable": (54, None),
        "u-matter__talk": (97, None),
    }
    assert measured(YES, council, SECOND) == {"": (None, None)}


def test_a_period_of_several_waves_gives_the_latest_answer_and_never_an_earlier_one_beside_it():
    council = york().council
    assert measured(YES, council, ALL)["u-matter__reliable"] == (42, 56)
    assert measured(STATED, council, ALL) == {"u-matter__talk": (97, None)}


def test_a_bound_and_a_per_cent_with_a_base_have_figures_of_their_own():
    within = wave()
    stated(question(within.survey, "A"), within, 90, bound="over")
    stated(question(within.survey, "B"), within, 54, n_answered=57)
    stated(question(within.survey, "C"), within, "54.5")
    stated(question(within.survey, "D"), within, "9.5", bound="under")
    assert measured(STATED, within.council, SECOND) == {"survey-1__question-3": (55, None)}
    assert measured(OF_BASE, within.council, SECOND) == {"survey-1__question-2": (54, 57)}
    assert measured(OVER, within.council, SECOND) == {"survey-1__question-1": (900, None)}
    assert measured(UNDER, within.council, SECOND) == {"survey-1__question-4": (95, None)}
    assert measured(YES, within.council, SECOND) == {"": (None, None)}


def test_a_per_cent_that_gives_away_few_people_is_no_figure():
    for per_cent, answered, is_told in [
        (54, 9, False),
        (98, 100, False),
        (2, 100, False),
        (100, 100, True),
        (0, 60, True),
        (50, 12, True),
        (50, 11, False),
    ]:
        with NamedCase(brief((per_cent, answered, is_told))):
            within = wave()
            stated(question(within.survey, "A"), within, per_cent, n_answered=answered)
            found = measured(OF_BASE, within.council, SECOND)
            key = f"{within.survey.slug}__question-1"
            assert (found.get(key) == (per_cent, answered)) is is_told


LATEST, YEAR = "@2018-11-01..2019-01-31", "2017-01-01..2017-12-31"
PRINTED = {
    f"surveys.yes:u-matter__often {LATEST} | percent base": "42 of 57 (74%)",
    f"surveys.yes:u-matter__reliable {LATEST} | percent base": "42 of 56 (75%)",
    f"surveys.yes:u-matter__listens {LATEST} | percent": "77%",
    f"surveys.stated_per_cent:u-matter__reliable @{YEAR}": "54%",
    f"surveys.stated_per_cent:u-matter__talk @{YEAR} | percent base": "97% (base not known)",
    f"compare {STATED.key}:u-matter__reliable @2015-01-01..2015-12-31 @{YEAR}": (
        "fell from 65% to 54%"
    ),
    "record:answer/u-matter__reliable__2015.said": "65%, base not known",
    "record:wave/u-matter__2018-19.label": "2018–19",
}


def test_a_paper_prints_them_and_never_a_small_number_of_answers():
    clerk = cast.clerk()
    paper = written(clerk, paper_date=date(2019, 6, 1))
    york(clerk.council)
    text = " ".join(f"It was [[{token}]] here." for token in PRINTED)
    paper.blocks.filter(slug="purpose").update(text=text)
    made = assemble(read(paper))
    printed = text_of(made.document.sections)
    assert " ".join(f"It was {words} here." for words in PRINTED.values()) in printed
    assert made.problems == ()
    within = wave(survey(council=clerk.council, slug="few"))
    answer(question(within.survey), within, n_yes=3, n_answered=57)
    text = f"It was [[surveys.yes:few__question-1 @{YEAR}]] here."
    paper.blocks.filter(slug="purpose").update(text=text)
    assert "It was 3 here." not in text_of(assemble(read(paper)).document.sections)


def test_a_clerk_is_offered_each_question_with_its_wave():
    clerk = cast.clerk()
    paper = written(clerk, paper_date=date(2019, 6, 1))
    york(clerk.council)
    manuscript = read(paper)
    manuscript.names["survey"] = LAST
    titles = [one.title for one in dict(offered(manuscript))["Surveys"]]
    assert f"Answered yes: {RELIABLE} (U Matter, 2018–19)" in titles

"""Makers of surveys, questions, waves and answers: a valid row with no arguments."""

from datetime import date

from assurance.surveys.models import Answer, Question, Survey, Wave
from tests.cast import make_council

RELIABLE = "My worker is someone I can rely on"


def survey(**said):
    """A survey of young people, without a question or a wave."""
    number = Survey.objects.count() + 1
    usual = {
        "council": said.get("council") or make_council(),
        "slug": f"survey-{number}",
        "title": f"Survey {number}",
        "audience": "Young people in care",
        "created_on": date(2019, 2, 1),
    }
    return Survey.objects.create(**{**usual, **said})


def question(of=None, wording=RELIABLE, **said):
    """A question of a survey, of a new one where none is given, after those it has."""
    of = of or survey(**({"council": said["council"]} if "council" in said else {}))
    order = of.questions.count() + 1
    usual = {
        "council": of.council,
        "survey": of,
        "slug": f"question-{order}",
        "wording": wording,
        "order": order,
        "created_on": date(2019, 2, 1),
    }
    return Question.objects.create(**{**usual, **said})


def wave(of=None, year=2017, **said):
    """A wave held in May of a year."""
    of = of or survey(**({"council": said["council"]} if "council" in said else {}))
    usual = {
        "council": of.council,
        "survey": of,
        "slug": str(year),
        "label": str(year),
        "started_on": date(year, 5, 1),
        "ended_on": date(year, 5, 31),
        "created_on": date(2019, 2, 1),
    }
    return Wave.objects.create(**{**usual, **said})


def answer(to=None, within=None, **said):
    """An answer of 42 yes out of 56, to a new question in a new wave unless they are given."""
    own = {"council": said["council"]} if "council" in said else {}
    to = to or question(**({"of": within.survey} if within else own))
    within = within or wave(to.survey)
    counted = {} if "per_cent" in said else {"n_yes": 42, "n_answered": 56}
    usual = {
        "council": to.council,
        "wave": within,
        "question": to,
        "wording": to.wording,
        "created_on": date(2019, 2, 1),
    }
    return Answer.objects.create(**{**usual, **counted, **said})


def stated(to=None, within=None, per_cent=54, **said):
    """An answer of which a source states the per cent alone."""
    return answer(to, within, **{"per_cent": per_cent, "source": "The printed report", **said})


def york(council=None):
    """The survey of a real paper: one question stated in 2015 and 2017 and counted in 2018–19, two
    counted then, and one stated in 2017."""
    of = survey(council=council or make_council(), slug="u-matter", title="U Matter")
    named = ("reliable", RELIABLE), ("often", "I see my worker often enough")
    named += ("listens", "My worker listens to me"), ("talk", "I have someone to talk to")
    reliable, often, listens, talk = (question(of, words, slug=slug) for slug, words in named)
    first, second = wave(of, 2015), wave(of, 2017)
    last = wave(
        of,
        2018,
        slug="2018-19",
        label="2018–19",
        started_on=date(2018, 11, 1),
        ended_on=date(2019, 1, 31),
    )
    stated(reliable, first, 65)
    stated(reliable, second, 54)
    stated(talk, second, 97)
    answer(reliable, last)
    answer(often, last, n_answered=57)
    answer(listens, last, n_yes=44, n_answered=57)
    return of

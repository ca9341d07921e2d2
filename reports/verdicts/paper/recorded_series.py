"""What records hold day by day, and wave by wave, of the things that a paper speaks of."""

from collections import defaultdict
from collections.abc import Iterator
from datetime import date

from assurance.accounts.models.accounts import Council
from assurance.governance.models.measures import MeasureValue
from assurance.looked_after.models.censuses import Census
from assurance.surveys.models import Answer
from assurance.surveys.rules.claims import (
    BORNE_OUT,
    FALLING,
    GROWING,
    NOT_BORNE_OUT,
    stood_still,
    weigh,
)
from reports.checks.context import QuestionCourse, RecordedSeries, SurveyCourse

# What the usual population of children is called besides by its title.
_USUAL = ("children looked after", "looked-after population", "children in care")
_BORNE_OUT = {BORNE_OUT: True, NOT_BORNE_OUT: False}
_WAYS = {"higher": 1, "lower": -1}


def recorded_series(council: Council, day: date) -> tuple[RecordedSeries, ...]:
    """Every series of `council` with two values or more by the end of `day`; two queries."""
    rows = (*_measures(council, day), *_censuses(council, day))
    return tuple(item for item in rows if len(item.points) > 1)


def _measures(council, day) -> Iterator[RecordedSeries]:
    """The values of each measure; those of another area are named with it."""
    rows = MeasureValue.objects.of(council).active().filter(to_date__lte=day)
    rows = rows.filter(measure__withdrawn_on__isnull=True).order_by("to_date")
    index = defaultdict(list)
    for row in rows.select_related("measure"):
        index[row.measure].append((row.to_date, row.value))
    for measure, points in index.items():
        title = f"{measure.title} {measure.area}".strip()
        yield RecordedSeries((title,), tuple(points), _WAYS.get(measure.better, 0))


def _censuses(council, day) -> Iterator[RecordedSeries]:
    """The totals of each population of children."""
    rows = Census.objects.of(council).in_force().filter(date__lte=day).order_by("date")
    index = defaultdict(list)
    for row in rows.select_related("cohort"):
        index[row.cohort].append((row.date, row.total))
    for cohort, points in index.items():
        names = (cohort.title, *(_USUAL if cohort.usual else ()))
        yield RecordedSeries(tuple(dict.fromkeys(names)), tuple(points))


def surveys(council, day: date) -> tuple[SurveyCourse, ...]:
    """What each survey of `council` says of growth and fall by the end of `day`; one query."""
    rows = Answer.objects.of(council).listed().filter(wave__ended_on__lte=day).to_tell()
    index = defaultdict(lambda: defaultdict(list))
    for row in rows:
        index[row.question.survey][row.question].append(row)
    return tuple(
        SurveyCourse(
            survey.title, _courses(GROWING, index[survey]), _courses(FALLING, index[survey])
        )
        for survey in index
    )


def _courses(claim, questions):
    verdicts = {question: weigh(claim, rows) for question, rows in questions.items()}
    return tuple(
        QuestionCourse(
            question.wording,
            _BORNE_OUT.get(verdict.word),
            verdict.why,
            stood_still(questions[question]),
        )
        for question, verdict in verdicts.items()
    )

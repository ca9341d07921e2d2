"""What a paper may quote of one record besides a figure: its dates, title, grade, state or wording.

`[[record:review/ofsted-2016.published_on]]` names a kind, a slug and a field; only fields listed
here can be said.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date

from assurance.dbs.models.audits import DbsAudit
from assurance.figures.figure import THRESHOLD
from assurance.governance import quotable
from assurance.improvement.models.actions import PROGRESS, Action
from assurance.improvement.models.plans import Plan
from assurance.looked_after.models.censuses import Census
from assurance.reviews.models.findings import Finding, Review
from assurance.runtime.digits import whole
from assurance.runtime.periods import say_day, today
from assurance.surveys.models import Answer, Survey, Wave
from assurance.surveys.rules.answers import gives_away
from reports.papers.assembly import commitments


@dataclass(frozen=True)
class Kind:
    """A kind of record: how a slug finds it, and its fields, each with how it is read. `told_at`
    gives the record as it stood at the end of a day, where that is held; `told_in` as a paper may
    tell of it, where papers differ."""

    find: Callable
    fields: Mapping[str, Callable]
    told_at: Callable = lambda row, day: row
    told_in: Callable = lambda row, paper: row


def field_text(
    council, kind: str, slug: str, name: str, at: date | None = None, paper=None
) -> str | None:
    """The field in words, true at the end of the day `at` (today where none is given) and as
    `paper` may tell it where one is given, or None where there is no such record, no such field,
    or nothing in it."""
    known = KINDS.get(kind)
    if known is None or name not in known.fields:
        return None
    row = known.find(council, slug)
    values = row and known.told_in(known.told_at(row, at or today()), paper)
    value = None if row is None else known.fields[name](values)
    if isinstance(value, date):
        return say_day(value)
    return None if value in (None, "") else str(value)


def fields_of(kind: str) -> tuple[str, ...]:
    """The fields of a kind that can be said; empty for an unknown kind."""
    return tuple(KINDS[kind].fields) if kind in KINDS else ()


def _plain(*names):
    return {name: (lambda row, name=name: getattr(row, name)) for name in names}


def _by_slug(model):
    return lambda council, slug: _active_rows(model, council).filter(slug=slug).first()


def _active_rows(model, council):
    rows = model.objects.of(council)
    return rows.active() if hasattr(model, "withdrawn_on") else rows


def _position(model, day):
    """Positions are known by their cohort's slug and their day: `cses-staff-2016-01-05`."""

    def find(council, slug):
        cohort, written = slug[:-11], slug[-10:]
        try:
            when = date.fromisoformat(written)
        except ValueError:
            return None
        return (
            model.objects.of(council).in_force().filter(cohort__slug=cohort, **{day: when}).first()
        )

    return find


def _finding(council, slug):
    review, _, rest = slug.rpartition("-")
    review, _, kind = review.rpartition("-")
    rows = Finding.objects.of(council).of_kind(kind).filter(review__slug=review)
    number = whole(rest) if len(rest) < 6 else None
    return None if number is None else rows.filter(number=number).first()


def _action(council, slug):
    return Action.objects.of(council).active().filter(reference__iexact=slug).first()


def _wave(council, slug):
    """`u-matter__2017`: the survey and the wave."""
    survey, _, wave = slug.partition("__")
    rows = _active_rows(Wave, council).filter(survey__withdrawn_on__isnull=True)
    return rows.filter(survey__slug=survey, slug=wave).first()


def _answer(council, slug):
    """`u-matter__reliable__2017`: the survey, the question and the wave."""
    survey, _, rest = slug.partition("__")
    question, _, wave = rest.partition("__")
    rows = Answer.objects.of(council).listed().to_tell()
    matches = rows.filter(question__survey__slug=survey, question__slug=question)
    return matches.filter(wave__slug=wave).first()


def _said_by_a_source(row):
    # What was counted is a figure, so that small numbers are protected; a per cent that is only
    # stated is not, unless it gives a small number away.
    if row.n_yes is not None:
        return None
    return None if gives_away(row, THRESHOLD) else row.said


KINDS: Mapping[str, Kind] = {
    "review": Kind(
        _by_slug(Review),
        _plain(
            "title",
            "body",
            "grade",
            "started_on",
            "ended_on",
            "published_on",
            "response_sent_on",
            "team_size",
        ),
    ),
    "finding": Kind(_finding, _plain("text", "place")),
    "plan": Kind(_by_slug(Plan), _plain("title")),
    "action": Kind(
        _action,
        {
            **_plain("text", "owner_role", "starts_on", "done_on", "evidence"),
            "due_on": lambda row: row.due_then,
            "status": lambda row: PROGRESS[row.status_then],
            "impact": lambda row: dict(Action.IMPACTS)[row.impact_then],
        },
        lambda row, day: Action.objects.told_at(day).get(pk=row.pk),
    ),
    "dbs_audit": Kind(
        _position(DbsAudit, "audit_date"),
        {
            **_plain("audit_date", "position_date", "source"),
            "cohort": lambda row: row.cohort.definition,
            "policy": lambda row: str(row.policy),
        },
    ),
    "survey": Kind(_by_slug(Survey), _plain("title", "audience")),
    "wave": Kind(_wave, _plain("label", "started_on", "ended_on", "source")),
    "answer": Kind(_answer, {**_plain("wording", "source"), "said": _said_by_a_source}),
    "census": Kind(
        _position(Census, "date"),
        {**_plain("date", "source"), "cohort": lambda row: row.cohort.definition},
    ),
    "commitment": Kind(commitments.find, commitments.FIELDS, told_in=commitments.told_in),
    **{kind: Kind(*values) for kind, values in quotable.RECORDED.items()},
}

"""Every source of assurance of a council: its last result by a day, and where it is recorded."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date

from assurance.accounts.models.accounts import Council
from assurance.audits.models.case_audits import CaseAudit
from assurance.dbs.models.audits import DbsAudit
from assurance.governance.measure_values import ShownValues
from assurance.governance.models.body_reports import BodyReport
from assurance.governance.models.measures import Measure
from assurance.governance.models.risks import Risk
from assurance.governance.models.statements import Statement
from assurance.improvement.models.actions import Action
from assurance.looked_after.models.censuses import Census
from assurance.looked_after.rules.counts import say_children
from assurance.meetings.intervals import months_before, months_between
from assurance.meetings.models.bodies import Body
from assurance.outcomes.models import OutcomeSet
from assurance.reviews.models.findings import Review
from assurance.runtime.periods import say_day
from assurance.surveys.models import Survey, Wave
from assurance.tables.phrases import several
from reports.oversight.assurance_map.rounds import results_of_rounds
from reports.oversight.contents import NO_VALUE, NOT_SHOWN
from reports.oversight.models import MeetingScorecard

# Results older than this are marked, as the ledger of reports marks its evidence.
OLD = 12
NOT_RECORDED = "Not recorded"
NOT_RECEIVED = "No report received"


@dataclass(frozen=True)
class Assurance:
    """One source: its title, the last result in words, its day (None where there is none), and the
    page of its record, by the name and argument of its address."""

    title: str
    result: str
    on: date | None
    address: str
    record: int | None = None

    def months(self, day: date) -> int | None:
        """How many whole months the result is old on `day`."""
        return None if self.on is None else months_between(self.on, day)


@dataclass(frozen=True)
class Kind:
    """A kind of source: what it is called, the list where it is recorded, and `find(council, day)`,
    which gives its sources."""

    title: str
    address: str
    find: Callable[[Council, date], Iterator[Assurance]]


def audits(council, day):
    """Case audits as one source: how many were done in the year to the day."""
    rows = CaseAudit.objects.of(council).active().filter(audited_on__lte=day)
    last = rows.order_by("-audited_on", "-pk").first()
    if last:
        number = rows.filter(audited_on__gt=months_before(day, OLD)).count()
        result = f"{several(number, 'audit')} in the 12 months before"
        yield Assurance("Case audits", result, last.audited_on, "audits:list")


def rounds(council, day):
    """Each kind of audit on the programme: its last round with a result, and the one under way."""
    for kind, result, on, record in results_of_rounds(council, day):
        yield Assurance(kind, result, on, "audits:round-record", record)


def dbs_audits(council, day):
    """The last DBS audit in force of each population, by the date of the audit."""
    rows = DbsAudit.objects.of(council).in_force().filter(position_date__lte=day)
    rows = rows.select_related("cohort").order_by("audit_date", "position_date", "pk")
    for row in {row.cohort_id: row for row in rows}.values():
        needing = "1 person needs" if row.needing == 1 else f"{row.needing:,} people need"
        text = f"{needing} a check"
        yield Assurance(str(row.cohort), text, row.position_date, "dbs:audit-record", row.pk)


def censuses(council, day):
    """The last census in force of each population of children."""
    rows = Census.objects.of(council).in_force().filter(date__lte=day)
    rows = rows.select_related("cohort").order_by("date", "pk")
    for row in {row.cohort_id: row for row in rows}.values():
        text = say_children(row.total)
        yield Assurance(str(row.cohort), text, row.date, "looked_after:record", row.pk)


def reviews(council, day):
    """Every inspection and review that was published, or has ended, by the day."""
    rows = Review.objects.of(council).active().filter(ended_on__lte=day)
    for row in rows.order_by("-ended_on", "pk"):
        is_published = row.published_on and row.published_on <= day
        result = row.grade or "No grade" if is_published else "Not published yet"
        on = row.published_on if is_published else row.ended_on
        yield Assurance(row.title, result, on, "reviews:record", row.pk)


def surveys(council, day):
    """Every survey with its last wave."""
    waves = Wave.objects.of(council).active().filter(ended_on__lte=day).order_by("ended_on", "pk")
    last = {wave.survey_id: wave for wave in waves}
    for row in Survey.objects.of(council).active().order_by("title"):
        wave = last.get(row.pk)
        result = f"Wave {wave.label}" if wave else NOT_RECORDED
        yield Assurance(row.title, result, wave and wave.ended_on, "surveys:record", row.pk)


def risks(council, day):
    """Every risk that is open on the day, as it was last rated."""
    rows = Risk.objects.as_at(day).filter(council=council, state_then="open")
    for row in rows.prefetch_related("ratings__scale").order_by("title"):
        rating = row.rating_by(day)
        result, on = (rating.words, rating.rated_on) if rating else ("Not rated", None)
        yield Assurance(row.title, result, on, "governance:risk-record", row.pk)


def measures(council, day):
    """Every measure with its last value, which protects small numbers."""
    rows = Measure.objects.of(council).active().prefetch_related("values").order_by("title")
    values = ShownValues(council)
    for row in rows:
        value = row.latest_by(day)
        result = (values.words(value) or NOT_SHOWN) if value else NO_VALUE
        on = value and value.to_date
        yield Assurance(row.title, result, on, "governance:measure-record", row.pk)


def outcome_sets(council, day):
    """The last set of each series."""
    for row in OutcomeSet.objects.of(council).latest_by(day).order_by("title"):
        text = f"{row.base:,} {row.unit}"
        yield Assurance(row.title, text, row.to_date, "outcomes:record", row.pk)


def actions(council, day):
    """The improvement actions as one source: how many are overdue."""
    rows = Action.objects.of(council).active().filter(starts_on__lte=day)
    last = rows.order_by("-starts_on").first()
    if last:
        late = Action.objects.of(council).active().overdue_on(day).count()
        result = f"{several(rows.count(), 'action')}, {late:,} overdue"
        yield Assurance("Improvement actions", result, last.starts_on, "improvement:list")


def body_reports(council, day):
    """Each body that reports to the council, with the last report received by the day."""
    rows = BodyReport.objects.of(council).active().filter(to_date__lte=day)
    rows = rows.select_related("meeting").prefetch_related("measures__values__measure")
    bodies, values = {}, ShownValues(council)
    for row in rows.order_by("to_date", "pk"):
        bodies.setdefault(row.body, []).append(row)
    for body, items in bodies.items():
        received = [row for row in items if row.received_on and row.received_on <= day]
        last = received[-1] if received else None
        result, on = (
            (_report_words(last, day, values), last.to_date) if last else (NOT_RECEIVED, None)
        )
        if items[-1] not in received and last:
            result += f"; the report to {say_day(items[-1].to_date)} is awaited"
        record = (last or items[-1]).pk
        yield Assurance(body, result, on, "governance:body-report-record", record)


def _report_words(row, day, shown):
    """The state of a report that was received, with its main numbers, small ones left out."""
    is_considered = row.meeting and row.meeting.date <= day
    when = f"Considered on {say_day(row.meeting.date)}" if is_considered else "Not considered yet"
    values = [(value, shown.words(value) or NOT_SHOWN) for value in row.values_of_period()]
    return "; ".join([when, *(f"{value.measure.title}: {text}" for value, text in values)])


def boards(council, day):
    """Every board and forum, with its last meeting that was not withdrawn."""
    rows = Body.forums.of(council).active().prefetch_related("meetings").order_by("title")
    for row in rows:
        met = row.last_met_by(day)
        result = "Met" if met else "No meeting recorded"
        yield Assurance(row.title, result, met, "governance:forum-record", row.pk)


def scorecards(council, day):
    """Every scorecard as it was last frozen for a meeting that was not withdrawn."""
    rows = MeetingScorecard.objects.of(council).filter(
        meeting__withdrawn_on=None, meeting__date__lte=day, scorecard__withdrawn_on=None
    )
    rows = rows.select_related("meeting", "scorecard").order_by("meeting__date")
    for row in {row.scorecard_id: row for row in rows}.values():
        missed = sum(item["verdict"] == "Misses the target" for item in row.content["rows"])
        text = f"{missed} of {len(row.content['rows'])} miss their target"
        title, on = row.scorecard.title, row.meeting.date
        yield Assurance(title, text, on, "oversight:meeting-scorecard", row.pk)


def statements(council, day):
    """What the council states of itself, and whether somebody validated it."""
    rows = Statement.objects.of(council).active().filter(stated_on__lte=day)
    for row in rows.order_by("-stated_on", "pk"):
        is_valid = row.validated_on and row.validated_on <= day
        result = f"Validated by {row.validated_body}" if is_valid else "Not validated"
        yield Assurance(row.title, result, row.stated_on, "governance:statement-record", row.pk)


KINDS = (
    Kind("Case audits", "audits:list", audits),
    Kind("Audit programme", "audits:round-list", rounds),
    Kind("DBS audits", "dbs:audit-list", dbs_audits),
    Kind("Counts of looked-after children", "looked_after:list", censuses),
    Kind("Inspections and peer reviews", "reviews:list", reviews),
    Kind("Self-evaluation", "governance:statement-list", statements),
    Kind("Surveys", "surveys:list", surveys),
    Kind("Improvement actions", "improvement:list", actions),
    Kind("Risks", "governance:risk-list", risks),
    Kind("Measures", "governance:measure-list", measures),
    Kind("Outcome sets", "outcomes:list", outcome_sets),
    Kind("Reports of other bodies", "governance:body-report-list", body_reports),
    Kind("Boards and forums", "governance:forum-list", boards),
    Kind("Scorecards", "oversight:scorecard-list", scorecards),
)

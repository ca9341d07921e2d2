"""Audit results, reckoned again audit by audit in plain Python over a made crowd; and the
figures of moderation and of the programme with the rows behind them."""

from datetime import date, timedelta
from itertools import product

import pytest

from assurance.audits.figures import case_audits, programme
from assurance.audits.models.case_audits import CaseAudit
from assurance.audits.models.kinds import AuditTheme
from assurance.audits.models.rounds import AuditRound
from assurance.audits.rules import groups as grouped
from assurance.audits.rules import progress
from assurance.figures.figure import WHOLE, FigureRequest
from assurance.runtime.periods import When
from tests.cast import make_council, officer
from tests.make.audits import audit_round, audit_theme, audit_total, case_audit, grade, grade_scale
from tests.make.people import team
from tests.sweeping import NamedCase, brief

database = pytest.mark.django_db
ONE = timedelta(days=1)
PERIOD = When(date(2015, 2, 10), date(2016, 2, 29))
DAYS = (
    *(PERIOD.start - ONE, PERIOD.start, date(2015, 2, 28), date(2015, 3, 31)),
    *(date(2015, 4, 1), date(2015, 12, 31), date(2016, 1, 1), PERIOD.end, PERIOD.end + ONE),
)


def gone():
    """The fields of a withdrawn row."""
    return {"withdrawn_on": PERIOD.end, "withdrawn_by": officer(), "withdrawn_because": "Twice"}


def crowd():
    """Audits of every edge day, team and pair of grades, some withdrawn; the rows as kept."""
    four, two = grade_scale(), grade_scale("two", (("met", "Met"), ("not_met", "Not met")))
    good, weak = grade("good", four), grade("inadequate", four)
    met, not_met = grade("met", two), grade("not_met", two)
    pairs = ((None, None), (good, None), (good, weak), (weak, good), (weak, weak), (met, not_met))
    teams = team("North"), team("East", service="Duty")
    found, out = audit_theme("Plans"), gone()
    linked = audit_round(start=date(2015, 1, 1), end=PERIOD.end)
    for number, (day, here, pair) in enumerate(product(DAYS, teams, pairs)):
        shared = day + (number % 3) * ONE if number % 4 else None
        made = case_audit(
            **{"audited_on": day, "team": here, "first_grade": pair[0], "moderated_grade": pair[1]},
            **{"shared_on": shared, "recorded_on": shared if number % 5 else None},
            **{"round": None if number % 2 else linked, **(out if number % 11 == 0 else {})},
        )
        if number % 3 == 0:
            made.themes.set([found])
    rows = CaseAudit.objects.select_related("team", "first_grade", "moderated_grade")
    return list(rows.prefetch_related("themes"))


def inside(rows):
    """Those that stand and were done within the period."""
    return [
        one
        for one in rows
        if one.withdrawn_on is None and PERIOD.start <= one.audited_on <= PERIOD.end
    ]


@database
def test_all_that_the_page_shows_is_that_of_a_slow_reckoning():
    rows = inside(crowd())
    for check in (
        *(check_counts, check_loop, check_spreads, check_themes),
        *(check_services, check_moderation),
    ):
        with NamedCase(check.__name__):
            check(rows)


def check_counts(rows):
    """Every count of the page, by team and over time."""
    groups = CaseAudit.objects.done_in(PERIOD).grouped(PERIOD.end)
    heads = grouped.headings(groups)
    finals = {one.pk: one.moderated_grade_id or one.first_grade_id for one in rows}
    for line in grouped.by_team(groups, heads).rows:
        slow = [finals[one.pk] for one in rows if one.team.name == line.label]
        assert line.counts == tuple(slow.count(key) for key in heads)
    for step, number in ((grouped.QUARTER, 5), (grouped.HALF_YEAR, 3)):
        spans = grouped.steps(PERIOD, step)
        told = grouped.over_time(groups, heads, PERIOD, step).rows
        assert [line.label for line in told] == [grouped.say_step(one) for one in spans]
        assert len(told) == number
        for span, line in zip(spans, told, strict=True):
            slow = [finals[one.pk] for one in rows if span.start <= one.audited_on <= span.end]
            assert line.counts == tuple(slow.count(key) for key in heads)


def check_loop(rows):
    """The loop, from done to recorded."""
    shared = [one for one in rows if one.shared_on and one.shared_on <= PERIOD.end]
    recorded = [one for one in shared if one.recorded_on and one.recorded_on <= PERIOD.end]
    parts = grouped.funnel(CaseAudit.objects.done_in(PERIOD).grouped(PERIOD.end))
    assert [one.count for one in parts] == [len(rows), len(shared), len(recorded)]
    assert len(recorded) < len(shared) < len(rows)
    assert parts[1].words.startswith(f"{len(shared)} of {len(rows)}, ")


def check_spreads(rows):
    """Every spread of grades, by scale."""
    rows = [one for one in rows if one.moderated_grade]
    told = grouped.spreads(CaseAudit.objects.done_in(PERIOD).grouped(PERIOD.end))
    assert [one.scale.slug for one in told] == ["four-point", "two"]
    for spread in told:
        mine = [one for one in rows if one.moderated_grade.scale_id == spread.scale.pk]
        pairs = [(one.first_grade.label, one.moderated_grade.label) for one in mine]
        for line in spread.table.rows:
            slow = tuple(pairs.count((line.label, head)) for head in spread.table.heads)
            assert line.counts == slow
        orders = [(one.first_grade.order, one.moderated_grade.order) for one in mine]
        assert spread.raised == sum(later < first for first, later in orders)
        assert spread.lowered == sum(first < later for first, later in orders)
        assert (spread.moderated, spread.changed) == (len(mine), spread.raised + spread.lowered)


def check_themes(rows):
    """The themes found again, with their days, teams and rounds."""
    rows = [one for one in rows if one.themes.all()]
    audits = CaseAudit.objects.done_in(PERIOD)
    held = AuditTheme.objects.found(audits)
    [told] = progress.gathered(held, audits.places_of_themes(), AuditRound.objects.by_key())
    days = [one.audited_on for one in rows]
    assert (told.theme.times, told.theme.first_on) == (len(rows), min(days))
    assert told.theme.last_on == max(days)
    assert told.teams == sorted({one.team.name for one in rows})
    assert {one.pk for one in told.rounds} == {one.round_id for one in rows if one.round_id}


def check_services(rows):
    """A service shows its own teams' audits alone."""
    for service in ("", "Duty", "Child in Need", "Nobody's"):
        own = [one for one in rows if service in ("", one.team.service)]
        groups = CaseAudit.objects.done_in(PERIOD).in_service(service).grouped(PERIOD.end)
        assert sum(one.done for one in groups) == len(own), service
        assert {one.team for one in groups} == {one.team.name for one in own}, service


def check_moderation(rows):
    """The figures of moderation, which name their rows."""
    second = [one for one in rows if one.moderated_grade]
    other = [one for one in second if one.moderated_grade != one.first_grade]
    for figure, members, base in (
        (case_audits.MODERATED, second, rows),
        (case_audits.CHANGED, other, second),
    ):
        reading = figure.reckon(FigureRequest(make_council(), PERIOD))
        tally = reading.members[WHOLE]
        assert (tally.count, reading.bases[WHOLE].count) == (len(members), len(base))
        assert set(tally.rows()) == {one.history_name for one in members}
        assert set(reading.bases[WHOLE].rows()) == {one.history_name for one in base}


@database
@pytest.mark.parametrize(
    "figure", [case_audits.MODERATED, case_audits.CHANGED, case_audits.BY_OTHER_TEAM]
)
def test_what_a_total_cannot_say_is_not_returned_even_where_it_counts_nobody(figure):
    case_audit(audited_on=PERIOD.start)
    assert figure.reckon(FigureRequest(make_council(), PERIOD)).members[WHOLE].count == 0
    audit_total(start=PERIOD.end, end=PERIOD.end, done=0, shared=0, recorded=0)
    assert figure.reckon(FigureRequest(make_council(), PERIOD)) is None


@database
def test_figures_of_the_programme_name_the_rounds_behind_them():
    begun = audit_round(
        end=PERIOD.end, report_due_on=PERIOD.end - ONE, planned=7, begun_on=PERIOD.start
    )
    audit_round(end=PERIOD.end, planned=5, cancelled_on=PERIOD.start, cancelled_because="No time")
    still = audit_round(end=PERIOD.end, planned=4)
    question = FigureRequest(make_council(), PERIOD)
    planned = programme.PLANNED.reckon(question).members[WHOLE]
    assert (planned.count, set(planned.rows())) == (11, {begun.history_name, still.history_name})
    awaiting = programme.AWAITING.reckon(question).members[WHOLE]
    assert (awaiting.count, list(awaiting.rows())) == (1, [begun.history_name])


@database
def test_a_round_is_planned_in_the_period_that_holds_its_last_day():
    for end, planned in [
        (PERIOD.start - ONE, 0),
        (PERIOD.start, 10),
        (PERIOD.end, 10),
        (PERIOD.end + ONE, 0),
    ]:
        with NamedCase(brief((end, planned))):
            AuditRound.objects.all().delete()
            audit_round(end=end)
            reading = programme.PLANNED.reckon(FigureRequest(make_council(), PERIOD))
            assert reading.members[WHOLE].count == planned


@database
@pytest.mark.parametrize(
    ("over", "counted"),
    [
        ({}, 1),
        ({"begun_on": PERIOD.end}, 1),
        ({"begun_on": PERIOD.end + ONE}, 0),
        ({"closed_on": PERIOD.end, "result": "Weak plans"}, 0),
        ({"closed_on": PERIOD.end + ONE, "result": "Weak plans"}, 1),
        ({"cancelled_on": PERIOD.end, "cancelled_because": "No time"}, 0),
        ({"cancelled_on": PERIOD.end + ONE, "cancelled_because": "No time"}, 1),
    ],
)
def test_a_round_awaits_its_result_at_the_end_of_the_last_day(over, counted):
    due = {"end": PERIOD.end, "report_due_on": PERIOD.end - ONE}
    audit_round(**{"begun_on": PERIOD.start, **due, **over})
    reading = programme.AWAITING.reckon(FigureRequest(make_council(), PERIOD))
    assert reading.members[WHOLE].count == counted


@database
@pytest.mark.parametrize(
    ("end", "planned", "counted"),
    [(-ONE, 2, 1), (0 * ONE, 2, 0), (ONE, 2, 0), (ONE, None, 0), (ONE, 1, 1)],
)
def test_a_round_whose_period_runs_awaits_no_result_until_all_its_audits_are_done(
    end, planned, counted
):
    made = audit_round(end=PERIOD.end + end, planned=planned)
    case_audit(round=made, audited_on=PERIOD.end - ONE)
    case_audit(round=made, audited_on=PERIOD.end + ONE)
    reading = programme.AWAITING.reckon(FigureRequest(make_council(), PERIOD))
    assert reading.members[WHOLE].count == counted

"""The readings of the programme agree with their plain twins on every edge."""

from datetime import date, timedelta
from itertools import product

import pytest

from assurance.audits.models.allocations import AuditAllocation
from assurance.audits.models.case_audits import CaseAudit
from assurance.audits.models.kinds import AuditKind, AuditTheme
from assurance.audits.models.learning import LearningMeeting
from assurance.audits.models.rounds import AuditRound
from assurance.audits.rules import rounds as rules
from assurance.runtime.periods import today
from tests.cast import make_council, officer
from tests.make.audits import (
    allocation,
    audit_kind,
    audit_round,
    audit_theme,
    case_audit,
    learning_meeting,
)
from tests.make.people import team

pytestmark = pytest.mark.django_db
START, END = date(2015, 1, 1), date(2015, 6, 30)
ONE = timedelta(days=1)
OVER = (
    {},
    {"closed_on": END + ONE, "result": "Weak plans", "begun_on": START},
    {"cancelled_on": END, "cancelled_because": "No time"},
)


def crowd():
    """A round for every ending, number, report and day on which the next is due; each of a kind of
    its own but for every third, which shares one; audits in every second."""
    shared = audit_kind("Shared", interval_months=6)
    options = product(OVER, (None, 1, 2), (None, END, END + ONE), (None, 6), (END - ONE, END))
    for number, (over, planned, report, interval, end) in enumerate(options):
        kind = shared if number % 3 == 0 else audit_kind(f"Kind {number}", to_date=_ends(number))
        made = audit_round(
            kind=kind,
            end=end,
            planned=planned,
            report_due_on=report,
            interval_months=interval,
            begun_on=over.get("begun_on") or (START if number % 5 == 0 else None),
            **{name: said for name, said in over.items() if name != "begun_on"},
        )
        if number % 2:
            case_audit(round=made, audited_on=END)
            case_audit(round=made, audited_on=START, own_team=False)
        if number % 4 == 1:
            case_audit(round=made, audited_on=START, **gone())
        if number % 7 == 0:
            AuditRound.objects.filter(pk=made.pk).update(**gone())


def _ends(number):
    return date(2015, 6, 30) if number % 2 else None


def gone():
    """The fields of a withdrawn row."""
    return {"withdrawn_on": END, "withdrawn_by": officer(), "withdrawn_because": "Twice"}


def keys(rows):
    """The keys of rows."""
    return {row.pk for row in rows}


@pytest.mark.long
def test_late_and_awaiting_rounds_are_those_that_the_rules_say():
    crowd()
    found = list(AuditRound.objects.active().followed().select_related("kind"))
    days = {one.pk: list(one.audits.active().values_list("audited_on", flat=True)) for one in found}
    assert len(found) > 80
    for day in (START - ONE, START, END - ONE, END, END + ONE, END + 2 * ONE, date(2015, 7, 2)):
        late = {one.pk for one in found if rules.slips(one, one.done_so_far, one.is_last, day)}
        assert keys(AuditRound.objects.slipped_on(day)) == late
        awaiting = {one.pk for one in found if rules.awaits_on(one, days[one.pk], day)}
        assert keys(AuditRound.objects.awaiting_on(day)) == awaiting
    assert late and awaiting
    rows = AuditRound.objects.visible_to(officer())
    for state in rules.STATES:
        assert keys(rows.filtered(state=state)) == {
            one.pk for one in rows if rules.state_of(one, today()) == state
        }


def test_what_is_done_is_what_stands_own_and_another_apart():
    made = audit_round()
    for own in (True, True, False):
        case_audit(round=made, own_team=own)
    case_audit(round=made, **gone())
    case_audit()
    [found] = AuditRound.objects.followed()
    assert (found.done_so_far, found.done_own, found.done_other) == (3, 2, 1)


def test_rounds_of_a_kind_and_service_follow_each_other():
    first = audit_round(interval_months=6)
    second = audit_round(start=date(2015, 7, 1), end=date(2015, 12, 31), interval_months=12)
    twin = audit_round(start=date(2015, 7, 1), end=date(2015, 12, 31), interval_months=12)
    other = audit_round(service="Youth Justice")
    audit_round(start=date(2016, 7, 1), end=date(2016, 12, 31), **OVER[2])
    audit_round(start=date(2016, 1, 1), end=date(2016, 2, 1), **gone())
    found = AuditRound.objects.followed().in_bulk()
    told = {pk: (one.is_last, one.interval_before) for pk, one in found.items()}
    assert told[first.pk] == (False, None)
    assert told[second.pk] == (False, 6)
    assert told[twin.pk] == (True, 12)
    assert told[other.pk] == (True, None)


def test_the_programme_keeps_what_is_open_and_what_ended_lately():
    since = date(2016, 1, 1)
    still = audit_round(end=date(2014, 12, 31), start=date(2014, 7, 1))
    lately = audit_round(end=since, begun_on=START, closed_on=END, result="Weak plans")
    closed = audit_round(begun_on=START, closed_on=since, result="Weak plans")
    audit_round(begun_on=START, closed_on=since - ONE, result="Weak plans")
    audit_round(**gone())
    assert keys(AuditRound.objects.on_the_programme(since)) == {still.pk, lately.pk, closed.pk}


def test_nothing_of_another_council_is_seen():
    other = make_council("otherby")
    audit_round(council=other)
    mine = audit_round()
    assert keys(AuditRound.objects.visible_to(officer())) == {mine.pk}
    line = allocation(audit_round=mine)
    allocation(audit_round=mine, post="Team Manager", **gone())
    assert AuditAllocation.objects.by_round([mine]) == {mine.pk: [line]}


def test_what_an_audit_may_be_given_is_offered_and_what_it_has_stays():
    here = make_council()
    open_one, cancelled = audit_round(), audit_round(**OVER[2])
    theme, old = audit_theme(), audit_theme("Old", **gone())
    audit = case_audit(round=cancelled)
    audit.themes.set([old])
    audit_round(council=make_council("otherby"))
    assert keys(AuditRound.objects.offered(here)) == {open_one.pk}
    assert keys(AuditRound.objects.offered(here, audit)) == {open_one.pk, cancelled.pk}
    assert keys(AuditTheme.objects.offered(here)) == {theme.pk}
    assert keys(AuditTheme.objects.offered(here, audit)) == {theme.pk, old.pk}
    held = learning_meeting(rounds=[audit_round(**gone())])
    assert len(AuditRound.objects.offered_to_a_meeting(here, held)) == 3
    assert len(AuditRound.objects.offered_to_a_meeting(here)) == 2


def test_kinds_without_a_round_are_named():
    audit_round()
    waiting = audit_kind("Live audit")
    audit_round(kind=waiting, **gone())
    assert keys(AuditKind.objects.without_a_round()) == {waiting.pk}


def test_a_theme_is_found_as_often_as_audits_have_it_and_where():
    theme, never = audit_theme(), audit_theme("Never found")
    made = audit_round()
    days = [START, END, START + ONE]
    for place, day in enumerate(days):
        audit = case_audit(audited_on=day, round=made if place else None)
        audit.themes.set([theme])
    case_audit(audited_on=START - ONE).themes.set([theme, never])
    audits = CaseAudit.objects.active().filter(audited_on__gte=START)
    [found] = AuditTheme.objects.found(audits)
    assert (found.times, found.first_on, found.last_on) == (3, START, END)
    name = team().name
    assert sorted(audits.places_of_themes(), key=str) == sorted(
        [(theme.pk, name, made.pk), (theme.pk, name, None)], key=str
    )


@pytest.mark.parametrize(
    ("later", "waits"),
    [
        (None, True),
        ({}, False),
        ({"forum": "RAAMM"}, True),
        ({"team": "other"}, True),
        ({"gone": True}, True),
    ],
)
def test_a_meeting_waits_for_the_next_of_its_forum_and_team(later, waits):
    before = learning_meeting(next_on=date(2015, 12, 1))
    if later is not None:
        said = dict(later)
        said |= gone() if said.pop("gone", False) else {}
        said |= {"team": team()} if said.pop("team", None) else {}
        learning_meeting(held_on=date(2015, 12, 8), **said)
    assert keys(LearningMeeting.objects.overdue_on(date(2015, 12, 1))) == set()
    due = {before.pk} if waits else set()
    assert keys(LearningMeeting.objects.overdue_on(date(2015, 12, 2))) == due


def test_a_meeting_about_a_team_is_followed_by_one_about_that_team():
    before = learning_meeting(next_on=date(2015, 12, 1), team=team())
    learning_meeting(held_on=date(2015, 12, 8))
    assert keys(LearningMeeting.objects.overdue_on(date(2016, 1, 1))) == {before.pk}
    learning_meeting(held_on=date(2015, 12, 8), team=team())
    assert keys(LearningMeeting.objects.overdue_on(date(2016, 1, 1))) == set()


def test_rounds_past_their_reporting_day_without_a_result_are_the_ones_that_the_rule_names():
    crowd()
    for day in (END - ONE, END, END + ONE, END + 2 * ONE, END + 40 * ONE):
        rows = AuditRound.objects.all()
        plain = {row.pk for row in rows if rules.unreported_on(row, day)}
        assert keys(rows.unreported_on(day)) == plain
    assert plain and plain != keys(AuditRound.objects.all())


def test_a_result_is_due_with_the_report_or_else_at_the_end():
    assert rules.result_due(AuditRound(end=END)) == END
    assert rules.result_due(AuditRound(end=END, report_due_on=END + ONE)) == END + ONE

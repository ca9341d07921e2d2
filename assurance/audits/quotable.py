"""What a report may quote and list of case-file audits, their rounds, totals and learning meetings.

One audit is of one child's file and of one worker's work. So a report may say of it only the month,
the kind of audit, how it was made, and whether it was shared and recorded. Its reference stands for
the child. Its team, grade, themes and day, put together, could point at the child or the worker,
and its words are about them: those are printed as figures of many audits, never of one. So are the
words of an action that an audit led to. The result of a round and what a meeting learnt are words
about many cases; of a sample no reference is printed.
"""

from dataclasses import replace

from django.db.models import CharField, Count, Min, Q, Value
from django.db.models.functions import Coalesce

from assurance.audits.models.agreed_actions import AuditAction
from assurance.audits.models.allocations import AuditAllocation
from assurance.audits.models.case_audits import CaseAudit
from assurance.audits.models.learning import LearningMeeting
from assurance.audits.models.rounds import AuditRound
from assurance.audits.models.samples import AuditSample
from assurance.audits.models.totals import AuditTotal
from assurance.audits.rules import agreed_actions, allocation, rounds
from assurance.figures.quotable import (
    DATES,
    AtDay,
    QuotedRecord,
    active_rows,
    begun_by,
    by_number,
    by_slug,
    chosen,
    month_of,
    plain,
)
from assurance.people.models.teams import TeamSuccession
from assurance.runtime.periods import When

CASE_FILE = "Case-file audit"


def audit_rows(council):
    """Standing case audits, each with the kind of its round as `called`."""
    called = Coalesce("round__kind__title", Value(CASE_FILE), output_field=CharField())
    return active_rows(CaseAudit)(council).annotate(called=called)


def round_rows(council):
    """Standing rounds with their kind."""
    return active_rows(AuditRound)(council).select_related("kind", "lead")


def meeting_rows(council):
    """Standing learning meetings with their forum."""
    return active_rows(LearningMeeting)(council).select_related("body")


def allocation_rows(council):
    """Standing lines of the allocation rules of rounds that stand; `called` is a post's title."""
    rows = active_rows(AuditAllocation)(council).filter(audit_round__withdrawn_on=None)
    called = Coalesce("post__title", Min("posts__title"), "role")
    named = rows.annotate(called=called).select_related("audit_round__kind", "post")
    return named.prefetch_related("posts")


def action_rows(council):
    """Standing actions of audits that stand, with the posts that own them."""
    return AuditAction.objects.of(council).of_standing_audits().select_related("audit", "owner")


def _unreported_at(rows, day):
    """The rounds past the day on which their result was due by the end of `day`."""
    return _rounds_at(rows, day).unreported_on(day)


def _rounds_at(rows, day):
    """The rounds begun by the end of `day`, with the audits done by then as `done_so_far`."""
    by_then = Q(audits__withdrawn_on__isnull=True, audits__audited_on__lte=day)
    return rows.filter(start__lte=day).annotate(done_so_far=Count("audits", filter=by_then))


def _reviewed(row):
    """The days of the audits that a meeting reviewed."""
    return row.reviewed_from and str(When(row.reviewed_from, row.reviewed_to))


def _month_agreed(row):
    return f"{row.audit.audited_on:%B %Y}"


def succession_rows(council):
    """Which team follows which, with both teams."""
    return active_rows(TeamSuccession)(council).select_related("team", "before")


ENDED = {
    "begun_on": {},
    "closed_on": {"result": ""},
    "cancelled_on": {"cancelled_because": ""},
}
RECORDS = {
    "case_audit": QuotedRecord(
        by_number(audit_rows),
        {
            "month": month_of("audited_on"),
            "kind": lambda row: row.round.kind.title if row.round else CASE_FILE,
            **chosen("method"),
            "shared": lambda row: "shared" if row.shared_on else "not yet shared",
            "recorded": lambda row: "recorded" if row.recorded_on else "not yet recorded",
        },
        begun_by("audited_on", later={"shared_on": {}, "recorded_on": {}}),
    ),
    "audit_round": QuotedRecord(
        by_number(round_rows),
        {
            "title": lambda row: ": ".join(filter(None, (row.kind.title, row.theme))),
            **plain("start end"),
            "done": lambda row: row.audits_done,
            "state": lambda row: rounds.STATES[rounds.state_of(row, row.read_on)],
            **plain("planned service report_to report_due_on begun_on closed_on"),
            "lead_role": lambda row: str(row.lead or ""),
            **plain("result next_due_on"),
        },
        AtDay(DATES, _rounds_at, ENDED),
    ),
    "audit_allocation": QuotedRecord(
        by_number(allocation_rows),
        {
            "round": lambda row: str(row.audit_round),
            "role": lambda row: row.title,
            **plain("own_team other_team"),
            "how_often": lambda row: rounds.say_stretch(row.every_months),
            "rule": lambda row: allocation.say_rule(row.own_team, row.other_team),
            "starts_on": lambda row: row.audit_round.start,
            "posts": lambda row: ", ".join(post.title for post in row.posts.all()),
        },
        begun_by("audit_round__start"),
    ),
    "audit_action": QuotedRecord(
        by_number(action_rows),
        {
            "month": _month_agreed,
            "owner": lambda row: row.owner.title,
            **plain("due_on done_on"),
            "state": lambda row: agreed_actions.STATES[agreed_actions.state_of(row, row.read_on)],
        },
        begun_by("audit__audited_on", later={"done_on": {}}),
    ),
    "audit_sample": QuotedRecord(
        by_number(active_rows(AuditSample)),
        {
            **plain("title drawn_on drawn listed seed"),
            "round": lambda row: row.audit_round and str(row.audit_round),
        },
        begun_by("drawn_on"),
    ),
    "team_succession": QuotedRecord(
        by_number(succession_rows),
        {
            "team": lambda row: row.team.name,
            "service": lambda row: row.team.service,
            "before": lambda row: row.before.name,
            "service_before": lambda row: row.before.service,
            **plain("from_date"),
        },
        begun_by("from_date"),
    ),
    "audit_total": QuotedRecord(
        by_slug(AuditTotal),
        plain("title start end done shared recorded source"),
        begun_by("end"),
    ),
    "learning_meeting": QuotedRecord(
        by_number(meeting_rows),
        {
            "forum": lambda row: row.forum_now,
            **plain("held_on"),
            "period": _reviewed,
            **plain("strengths areas_for_development circulated_to circulated_on next_on"),
        },
        begun_by("date", later={"circulated_on": {}}),
    ),
}
# Rounds of which the result is owed, as at a day.
UNREPORTED = replace(
    RECORDS["audit_round"],
    at_day=AtDay(DATES, _unreported_at, ENDED),
    fields={
        **RECORDS["audit_round"].fields,
        "due_on": rounds.result_due,
        "days_late": lambda row: (row.read_on - rounds.result_due(row)).days,
    },
)

"""What case-file audits, their rounds and meetings, teams and grades are called where one is
chosen."""

from dataclasses import replace

from assurance.audits import quotable
from assurance.audits.figures.teams import BY_SERVICE, member_of, slug_of
from assurance.audits.models.samples import AuditSample
from assurance.audits.models.scales import Grade
from assurance.audits.models.totals import AuditTotal
from assurance.figures.labels import MemberNames, NameSource, RecordNames
from assurance.figures.quotable import active_rows
from assurance.figures.record_lists import list_of
from assurance.people.models.teams import Team

SUBJECT = "Case audits"


def _team(name):
    return slug_of(name) or "team"


TEAMS = NameSource(lambda council: Team.objects.of(council), "name", ("name",), _team)
GRADES = NameSource(lambda council: Grade.objects.of(council), "label", ("code",))
UNGRADED = {"not_graded": "Not graded"}
MEMBERS = {
    BY_SERVICE: MemberNames((NameSource(Team.objects.of, "service", ("service",), member_of),)),
    "audits.by_grade": MemberNames((GRADES,), UNGRADED),
    "audits.by_team": MemberNames((TEAMS,)),
    "audits.by_team_and_grade": MemberNames((TEAMS, GRADES), UNGRADED),
}
RECORDS = {
    "case_audit": RecordNames(
        "Case audit",
        SUBJECT,
        NameSource(quotable.audit_rows, "called", ("pk",), day="audited_on", latest=200),
        "month",
        {
            "kind": "kind of audit",
            "method": "method",
            "shared": "shared with the worker",
            "recorded": "discussion recorded",
        },
        ("One case file was audited in {month} ({kind}): the audit was {shared} with the worker.",),
    ),
    "audit_round": RecordNames(
        "Audit round",
        SUBJECT,
        NameSource(quotable.round_rows, "kind__title", ("pk",), day="start", more="theme"),
        "title",
        {
            "title": "subject",
            "start": "from",
            "end": "to",
            "done": "audits done",
            "planned": "audits planned",
            "lead_role": "lead",
            "report_to": "reported to",
            "report_due_on": "report due",
            "begun_on": "date begun",
            "closed_on": "date closed",
            "next_due_on": "next round due",
        },
        (
            "{title}: the round from {start} to {end} was closed on {closed_on}. {result}",
            "{title}: the round runs from {start} to {end}.",
        ),
    ),
    "audit_allocation": RecordNames(
        "Allocation of audits",
        SUBJECT,
        NameSource(
            quotable.allocation_rows,
            "called",
            ("pk",),
            day="audit_round__start",
            more="audit_round__kind__title",
        ),
        "role",
        {
            "role": "auditing post",
            "own_team": "cases of their own team",
            "other_team": "cases of another team",
            "how_often": "frequency",
            "rule": "rule in words",
            "starts_on": "from when",
            "posts": "posts that audit",
        },
        (
            "From {starts_on} each {role} audits {rule}, {how_often}.",
            "{round}: each {role} audits {own_team} own and {other_team} other cases {how_often}.",
        ),
    ),
    "audit_action": RecordNames(
        "Action of an audit",
        SUBJECT,
        NameSource(
            quotable.action_rows, "owner__title", ("pk",), day="audit__audited_on", latest=200
        ),
        "month",
        {
            "month": "month of the audit",
            "owner": "post that owns it",
            "due_on": "due",
            "done_on": "done",
        },
        (
            "An action from an audit of {month}, for the {owner}, was done on {done_on}.",
            "An action from an audit of {month}, for the {owner}, is due on {due_on}.",
        ),
    ),
    "audit_sample": RecordNames(
        "Random sample",
        SUBJECT,
        NameSource(active_rows(AuditSample), parts=("pk",), day="drawn_on"),
        "title",
        {
            "drawn_on": "date drawn",
            "drawn": "cases drawn",
            "listed": "cases on the list",
        },
        ("{title}: {drawn} of {listed} cases were drawn at random on {drawn_on} (seed {seed}).",),
    ),
    "team_succession": RecordNames(
        "Team that follows another",
        "Teams",
        NameSource(
            quotable.succession_rows, "team__name", ("pk",), day="from_date", more="before__name"
        ),
        "team",
        {
            "before": "team before",
            "service_before": "service before",
            "from_date": "start date",
        },
        ("{team} follows {before} from {from_date}.",),
    ),
    "audit_total": RecordNames(
        "Audit total",
        SUBJECT,
        NameSource(active_rows(AuditTotal), day="end", more="source"),
        "title",
        {
            "start": "from",
            "end": "to",
            "done": "audits done",
            "shared": "audits shared with the worker",
            "recorded": "audits whose discussion was recorded",
        },
        ("{title}: {done} audits were done from {start} to {end} (source: {source}).",),
    ),
    "learning_meeting": RecordNames(
        "Learning meeting",
        SUBJECT,
        NameSource(quotable.meeting_rows, "forum", ("pk",), day="date"),
        "held_on",
        {
            "held_on": "date of the meeting",
            "period": "days of the audits that it reviewed",
            "circulated_to": "sent to",
            "circulated_on": "date sent",
            "next_on": "next meeting",
        },
        ("The {forum} met on {held_on} to learn from case audits.",),
    ),
}
LATE = replace(
    RECORDS["audit_round"],
    labels={
        **RECORDS["audit_round"].labels,
        "due_on": "result due",
        "days_late": "days late",
    },
)
LISTS = {
    "audit_allocations": list_of(
        quotable.RECORDS["audit_allocation"],
        RECORDS["audit_allocation"],
        "Allocation of audits",
        "No round of the audit programme had an allocation by this date.",
        "round role own_team other_team how_often",
    ),
    "audit_actions": list_of(
        quotable.RECORDS["audit_action"],
        RECORDS["audit_action"],
        "Actions of audits",
        "No audit of this time led to an action.",
        "month owner due_on done_on state",
        within=("audit__audited_on",),
    ),
    "audit_samples": list_of(
        quotable.RECORDS["audit_sample"],
        RECORDS["audit_sample"],
        "Random samples of cases",
        "No sample of cases was drawn in this time.",
        "title drawn_on drawn listed round seed",
        within=("drawn_on",),
    ),
    "case_audits": list_of(
        quotable.RECORDS["case_audit"],
        RECORDS["case_audit"],
        "Case audits",
        "No case file was audited in this time.",
        "month kind method shared recorded",
        within=("audited_on",),
    ),
    "audit_rounds": list_of(
        quotable.RECORDS["audit_round"],
        RECORDS["audit_round"],
        "Audit rounds",
        "No round of the audit programme had begun in this time.",
        "title start end done state planned lead_role report_to closed_on result next_due_on",
        within=("start", "end"),
    ),
    "audit_rounds_late": list_of(
        quotable.UNREPORTED,
        LATE,
        "Audit rounds past their reporting day",
        "No round of the audit programme was past its reporting day.",
        "title due_on days_late state lead_role report_to done planned start end",
    ),
    "team_successions": list_of(
        quotable.RECORDS["team_succession"],
        RECORDS["team_succession"],
        "Teams that follow others",
        "No team followed another in this time.",
        "before team from_date service service_before",
        within=("from_date",),
    ),
    "audit_totals": list_of(
        quotable.RECORDS["audit_total"],
        RECORDS["audit_total"],
        "Audit totals",
        "No audits are known as a total for this time.",
        "title start end done source shared recorded",
        within=("start", "end"),
    ),
    "learning_meetings": list_of(
        quotable.RECORDS["learning_meeting"],
        RECORDS["learning_meeting"],
        "Learning meetings",
        "No meeting to learn from case audits took place in this time.",
        "forum held_on period circulated_to next_on strengths areas_for_development",
        within=("date",),
    ),
}

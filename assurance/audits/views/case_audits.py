"""The registers of case-file audits, of audit totals, and of the scales they are graded by."""

from django.utils.text import get_text_list

from assurance.accounts.access import Permission
from assurance.audits import operations
from assurance.audits.forms.case_audits import AuditFilters, AuditForm, SharedForm
from assurance.audits.forms.scales import ScaleFilters, ScaleForm, TotalFilters, TotalForm
from assurance.audits.models.agreed_actions import AuditAction
from assurance.audits.models.case_audits import CaseAudit
from assurance.audits.models.case_filters import FINAL_GRADE
from assurance.audits.models.moderators import moderators, why_not_moderator
from assurance.audits.models.scales import GradeScale
from assurance.audits.models.totals import AuditTotal
from assurance.audits.rules.case_audits import faults_of
from assurance.registers.declaration import KNOWN, Bulk, Column, Item, Register, columns, items
from assurance.registers.history import chronicle_within
from assurance.runtime.periods import today

GRADES = ("first_grade", "moderated_grade")


def is_of_own(audit):
    """True of an audit of the auditor's own team, which needs no other."""
    return audit.own_team


def whose_team(audit):
    """The auditor's team in words."""
    return "Own team" if audit.own_team else "Another team"


def themes_of(audit):
    """The themes that an audit found."""
    return list(audit.themes.all())


def what_followed(request, audit):
    """The actions that an audit led to, the re-audits of it, the meetings that reviewed it, and its
    moderation; where it led to actions, also what was done to them."""
    every = list(audit.agreed_actions.select_related("owner"))
    parts = [(KNOWN[AuditAction], action) for action in every]
    return {
        **_moderation_of(audit, request.user),
        **({"entries": chronicle_within(AUDITS, audit, parts)} if parts else {}),
        "actions": [action for action in every if not action.is_withdrawn],
        "repeats": list(audit.repeated_by.active().select_related(*GRADES)),
        "meetings": list(audit.meetings.active().select_related("body")),
    }


def _moderation_of(audit, user):
    """Why the user may not moderate the grade of an audit, and the names of who may instead."""
    asked = AUDITS.may_change(user, audit) and audit.first_grade
    why_not = why_not_moderator(audit, user, today()) if asked else ""
    able = moderators(audit, today()) if why_not and not audit.moderated_grade else []
    return {
        "may_moderate": asked and not why_not,
        "why_not_moderate": why_not,
        "moderators": get_text_list([account.name for account in able], "or"),
    }


def grades_of(scale):
    """The labels of a scale's grades."""
    return [grade.label for grade in scale.grades.all()]


AUDITS = Register(
    namespace="audits",
    model=CaseAudit,
    permission=Permission.RECORD_AUDITS,
    noun="case audit",
    plural="case audits",
    form=AuditForm,
    filters=AuditFilters,
    bulk=Bulk(SharedForm, faults_of),
    first="-audited_on",
    related=(
        *("council", "withdrawn_by", "team", "auditor_team", "round__kind"),
        *("auditor", "moderator"),
        *("first_grade", "first_grade__scale", "moderated_grade", "moderated_grade__scale"),
        *("earlier_audit__first_grade", "earlier_audit__moderated_grade"),
    ),
    fetched=("themes",),
    also=what_followed,
    verbs={"Moderate": "Grade moderated", "Erase audit": "Reference and words removed"},
    columns=(
        Column("Reference", "reference", sort="reference", link=True),
        Column("Date of the audit", "audited_on", sort="audited_on"),
        Column("Team", "team.name", sort="team__name"),
        Column("Grade", "final_grade", sort="grade", order=FINAL_GRADE),
        Column("Shared", "shared_on", sort="shared_on"),
        Column("Recorded", "recorded_on", sort="recorded_on"),
        Column("Service", "team.service", file_only=True),
        *columns("method auditor", file_only=True),
        Column("Auditor’s team", whose_team, file_only=True),
        Column("Auditor’s other team", "auditor_team.name", file_only=True),
        Column("Round", "round", file_only=True),
        Column("Themes", themes_of, file_only=True),
        *columns("first_grade", file_only=True),
        Column("Grade at moderation", "moderated_grade", file_only=True),
        Column("Moderation", "moderation_said", file_only=True),
        Column("Moderated by", "moderator", file_only=True),
        Column("Moderated on", "moderated_on", file_only=True),
        Column("Withdrawn", "withdrawn_on", file_only=True),
        Column("Repeats", "earlier_audit.reference", file_only=True),
        Column("Compared with the first", "repeated", file_only=True),
        *columns("strengths areas_for_development actions", free_text=True, file_only=True),
        *columns("child_view family_view worker_view", free_text=True, file_only=True),
    ),
    summary=(
        Item("Reference", "reference", "reference"),
        Item("Date of the audit", "audited_on", "audited_on"),
        Item("Team", "team.name", "team"),
        Item("Service", "team.service"),
        *items("method auditor"),
        Item("Auditor’s team", whose_team, "own_team"),
        Item("The auditor’s other team", "auditor_team.name", "auditor_team", lapses=is_of_own),
        *items("round first_grade"),
        Item("Grade at moderation", "moderated_grade", lapses=True),
        Item("Effect of moderation", "moderation_said", lapses=True),
        Item("Moderated by", "moderator", lapses=True),
        Item("Moderated on", "moderated_on", lapses=True),
        Item("Shared with the worker", "shared_on", "shared_on"),
        Item("Discussion recorded", "recorded_on", "recorded_on"),
        Item("Repeats", "earlier_audit.reference", "earlier_audit", lapses=True),
        Item("Compared with the first", "repeated", lapses=True),
        *items("strengths areas_for_development actions child_view family_view worker_view"),
        Item("Themes found", themes_of, "themes"),
        Item("Reference and words removed", "words_removed_on", lapses=True),
    ),
)

TOTALS = Register(
    namespace="audits",
    name="total",
    path="totals/",
    model=AuditTotal,
    permission=Permission.RECORD_AUDITS,
    noun="audit total",
    plural="audit totals",
    form=TotalForm,
    filters=TotalFilters,
    first="-end",
    related=("council", "withdrawn_by"),
    columns=(
        Column("Title", "title", sort="title", link=True),
        Column("From", "start", sort="start"),
        Column("To", "end", sort="end"),
        Column("Done", "done", sort="done", kind="numeric"),
        Column("Shared", "shared", kind="numeric"),
        Column("Recorded", "recorded", kind="numeric"),
        Column("Source", "source", file_only=True),
        Column("Withdrawn", "withdrawn_on", file_only=True),
    ),
    summary=(
        Item("Title", "title", "title"),
        Item("Start date", "start", "start"),
        Item("End date", "end", "end"),
        Item("Audits done", "done", "done"),
        Item("Shared with the worker", "shared", "shared"),
        Item("Discussion recorded", "recorded", "recorded"),
        Item("Source", "source", "source"),
    ),
)

SCALES = Register(
    namespace="audits",
    name="scale",
    path="scales/",
    model=GradeScale,
    permission=Permission.MANAGE_POLICIES,
    noun="grade scale",
    plural="grade scales",
    form=ScaleForm,
    filters=ScaleFilters,
    add=operations.add_grade_scale,
    first="-from_date",
    related=("council",),
    columns=(
        Column("Scale", "title", sort="title", link=True),
        *columns("from_date to_date", sorts=True),
    ),
    summary=(
        Item("Title", "title", "title"),
        Item("Grades, best first", grades_of),
        *items("from_date to_date"),
    ),
)

"""DBS audits and the policies that they are held against. Whoever sees counts reads the audits."""

from fractions import Fraction

from django.contrib import messages
from django.shortcuts import redirect, render

from assurance.accounts.access import Permission, requires
from assurance.dbs.forms.checks import PolicyFilters, PolicyForm
from assurance.dbs.forms.positions import CountForm, DbsAuditFilters, DbsAuditForm
from assurance.dbs.forms.reminders import BreachFilters, BreachForm
from assurance.dbs.models.audits import DbsAudit
from assurance.dbs.models.breaches import STATE, WHOM, Breach
from assurance.dbs.models.policies import RecheckPolicy
from assurance.dbs.operations import breaches, policies, positions
from assurance.dbs.rules import second_persons, tables
from assurance.dbs.rules.positions import AUDIT, GROUP_LABELS, POSITION, compliance, known
from assurance.dbs.rules.statuses import PAST_DUE_STATUSES
from assurance.dbs.views.second_steps import second_step
from assurance.govuk.forms import post_data
from assurance.govuk.lists import RowKey
from assurance.records.refusals import refusals_shown_on
from assurance.registers.declaration import Column, Item, Register
from assurance.registers.history import step_date
from assurance.registers.values import Named
from assurance.runtime.periods import today

COMPLIANT_THEN = "In date, due soon or current, at the position date"


def overdue_at(audit):
    """How many were overdue at the audit, where it is known."""
    return known(audit.parts_at(AUDIT) or {}, PAST_DUE_STATUSES)


def compliant(audit):
    """The share in date at the position date, where it is known."""
    return tables.share(audit.parts_at(POSITION))


def compliant_share(audit):
    """That share as a number to sort by, None where it is not known or of no one."""
    result = compliance(audit.parts_at(POSITION) or {})
    return Fraction(*result) if result and result[1] else None


def policies_of(audit):
    """The re-check policies in force, each with its group where there are several."""
    return [Named(*pair) for pair in audit.worded_policies()]


def who_is_concerned(breach):
    """The person that a breach is about, or the number of people of a group."""
    return breach.person or breach.whom


def what_it_says(request, audit):
    """The tables of the audit's page, and its other editions."""
    by_group = audit.groups_at(POSITION)
    others = DbsAudit.objects.visible_to(request.user).other_editions_of(audit)
    return {
        "moments": tables.moments(audit.parts_at(AUDIT), audit.parts_at(POSITION)),
        "columns": tables.group_columns(by_group),
        "by_group": tables.groups(by_group, GROUP_LABELS),
        "beside": tables.outside_population_rows(audit.beside_at(AUDIT), audit.beside_at(POSITION)),
        "follow_up": tables.follow_up(audit.follow_up),
        "due": audit.due.all(),
        "editions": [(other, AUDITS.address("record", other.pk)) for other in others],
        "days": {"audit_date": audit.audit_date, "position_date": audit.position_date},
    }


AUDITS = Register(
    namespace="dbs",
    name="audit",
    path="audits/",
    model=DbsAudit,
    permission=Permission.RECORD_DBS,
    reading=Permission.SEE_COUNTS,
    noun="DBS audit",
    plural="DBS audits",
    form=DbsAuditForm,
    filters=DbsAuditFilters,
    add=positions.enter_dbs_audit,
    change=positions.correct_dbs_audit,
    first="-position_date",
    related=("council", "withdrawn_by", "cohort"),
    fetched=("counts", "due", "policies"),
    also=what_it_says,
    verbs={"Enter": "Entered", "Count": "Counted", "Correct": "Corrected"},
    columns=(
        Column("Audit", "audit_date", sort="audit_date", link=True),
        Column("Position date", "position_date", sort="position_date"),
        Column("Population", "cohort.title", sort="cohort__title"),
        Column("In scope", "needing", sort="needing", kind="numeric"),
        Column("Overdue, at the audit", overdue_at, "overdue", "numeric", order=RowKey(overdue_at)),
        Column(COMPLIANT_THEN, compliant, "in_date", "numeric", order=RowKey(compliant_share)),
        Column("Where from", "get_origin_display"),
        Column("Source", "source", file_only=True),
        Column("Version", "edition", file_only=True),
        Column("Withdrawn", "withdrawn_on", file_only=True),
    ),
    summary=(
        Item("Population", "cohort.title", "cohort"),
        Item("Who belongs to it", "cohort.definition"),
        Item("Date of the audit", "audit_date", "audit_date"),
        Item("Position date", "position_date", "position_date"),
        Item("People who need a check", "needing", "needing"),
        Item("Re-check policy in force", policies_of),
        Item("Where from", "get_origin_display"),
        Item("Source", "source", "source"),
        Item("Version", "edition"),
        Item("Corrected because", "corrected_because", lapses=True),
        Item("Replaced on", "replaced_on", lapses=True),
    ),
)

POLICIES = Register(
    namespace="dbs",
    name="policy",
    path="policies/",
    model=RecheckPolicy,
    permission=Permission.MANAGE_POLICIES,
    noun="re-check policy",
    plural="re-check policies",
    form=PolicyForm,
    filters=PolicyFilters,
    add=policies.record_policy,
    change=policies.change_policy,
    also=second_step(second_persons.why_not_approve_text),
    first="-from_date",
    related=("council", "approver", "recorded_by"),
    columns=(
        Column("Start date", "from_date", sort="from_date", link=True),
        Column("End date", "to_date", sort="to_date"),
        Column("Group", "get_group_display"),
        Column("Months to re-check", "interval_months", kind="numeric"),
        Column("Days of warning", "warn_days", kind="numeric"),
        Column("Months between audits", "audit_months", kind="numeric"),
        Column("Approved by", "approved_by", sort="approver__title"),
    ),
    summary=(
        Item("Group", "get_group_display", "group"),
        Item("Start date", "from_date", "from_date"),
        Item("End date", "to_date"),
        Item("Months from issue to re-check", "interval_months", "interval_months"),
        Item("Days of warning before it is due", "warn_days", "warn_days"),
        Item("Months that an Update Service answer is valid", "lookup_months", "lookup_months"),
        Item("Months between DBS audits", "audit_months", "audit_months"),
        Item("Written by", "recorded_by"),
        Item("Approved by", "approved_by", "approver"),
        Item("Approved on", step_date("approver"), lapses=True),
        Item("Minute", "minute", "minute"),
    ),
)


@requires(Permission.RECORD_DBS)
def count_audit(request):
    """Counts a DBS audit from the register."""
    council = request.user.council
    form = CountForm(post_data(request), council=council)
    if form.is_valid():
        with refusals_shown_on(form):
            audit = positions.count_dbs_audit(
                council=council, by=request.user, on=today(), **form.cleaned_data
            )
            messages.success(request, "DBS audit counted from the register.")
            return redirect("dbs:audit-record", audit.pk)
    back = AUDITS.address("list")
    context = {"form": form, "heading": "Count a DBS audit from the register"}
    return render(request, "layouts/form.html", context | {"back": back, "cancel_url": back})


def was_put_right(breach):
    """True of a breach that needs no date for its remedy any more."""
    return breach.remedied_on is not None


BREACHES = Register(
    namespace="dbs",
    name="breach",
    path="breaches/",
    model=Breach,
    permission=Permission.RECORD_DBS,
    noun="breach",
    plural="breaches",
    form=BreachForm,
    filters=BreachFilters,
    first="-found_on",
    related=("council", "withdrawn_by", "person", "closer", "remedy_recorded_by"),
    add=breaches.record_breach,
    change=breaches.change_breach,
    also=second_step(second_persons.why_not_close),
    verbs={"Close": "Closed"},
    columns=(
        Column("Found", "found_on", sort="found_on", link=True),
        Column("People concerned", "whom", sort="whom", order=WHOM),
        Column("Group", "get_group_display", sort="group"),
        Column("State", lambda breach: breach.state_on(today()), sort="state", order=STATE),
        Column("To be put right by", "remedy_due_on", sort="remedy_due_on"),
        Column("Meeting informed", "told_on", sort="told_on"),
        Column("Put right", "remedied_on", sort="remedied_on"),
        Column("Closed", "closed_on", sort="closed_on"),
        Column("Policy", "policy", file_only=True),
        Column("Cause", "cause", free_text=True, file_only=True),
        Column("Remedy", "remedy", free_text=True, file_only=True),
        Column("Withdrawn", "withdrawn_on", file_only=True),
    ),
    summary=(
        Item("People concerned", who_is_concerned),
        Item("Group", "get_group_display", "group"),
        Item("Policy broken", "policy", "policy"),
        Item("Found on", "found_on", "found_on"),
        Item("Cause", "cause", "cause"),
        Item("Meeting informed", "told_meeting", "told_meeting"),
        Item("Informed on", "told_on", "told_on"),
        Item("To be put right by", "remedy_due_on", "remedy_due_on", lapses=was_put_right),
        Item("Remedy", "remedy", "remedy"),
        Item("Put right on", "remedied_on", "remedied_on"),
        Item("Closed on", "closed_on", "closed_on"),
        Item("Closed by", "closer", "closer", lapses=True),
        Item("State", lambda breach: breach.state_on(today())),
    ),
)

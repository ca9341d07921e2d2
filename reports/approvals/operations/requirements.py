"""A council's rule of approval: who approves which papers, of what, from when to when."""

from datetime import date

from django.db import transaction

from assurance.accounts.access import Permission, may
from assurance.people import rules as people
from assurance.records import history, writes
from assurance.records.record import locked
from assurance.records.refusals import refuse_if
from reports.approvals import rounds
from reports.approvals import rules as approving
from reports.approvals.models.approvals import OTHER, ApprovalRule
from reports.papers.manuscript import template_in
from reports.papers.models.papers import Paper
from reports.papers.models.templates import ReportTemplate


@transaction.atomic
def add_approval_rule(*, council, by, on: date, **fields) -> ApprovalRule:
    """Adds a line: `template` or None, `kind`, `called`, `scope`, `approver`, `from_date`,
    `to_date`; `deputy` with `deputy_from` and `deputy_to`, or none. Refuses a part that papers of
    the template do not have, an account that cannot approve, and the same line twice in its
    days."""
    line = ApprovalRule(council=council)
    fields = _refuse(line, fields, on)
    changes = writes.insert(line, fields, on=on)
    _settle_papers(council, on)
    history.record("approvers.add", about=line, by=by, on=on, changes=changes)
    return line


@transaction.atomic
def change_approval_rule(*, record, by, on: date, **fields) -> ApprovalRule:
    """Changes a line, or ends it, as `add_approval_rule` refuses; approvals given stay."""
    line = locked(ApprovalRule, record.pk)
    fields = _refuse(line, fields, on)
    changes = writes.update(line, fields)
    _settle_papers(line.council, on)
    history.record("approvers.change", about=line, by=by, on=on, changes=changes)
    return line


def _settle_papers(council, on):
    """A paper that was sent is approved, or waits again, by the rule as it is now."""
    waiting = Paper.objects.of(council).with_approvers().select_for_update(of=("self",))
    for paper in waiting.without_content():
        rounds.settle(paper, on)


def _refuse(line, value, on):
    kind, first, last, who = (value[name] for name in ("kind", "from_date", "to_date", "approver"))
    refuse_if(people.why_not_end_post(first, last), "to_date")
    refuse_if(approving.why_not_name(value["called"], kind == OTHER), "called")
    value = {**value, "called": value["called"].strip() if kind == OTHER else ""}
    approves, writes = Permission.APPROVE_PAPERS, Permission.COMPOSE_PAPERS
    day = max(first, on) if last is None or last >= on else last
    refuse_if(
        approving.why_not_hold(kind, may(who, approves, day), may(who, writes, day)), "approver"
    )
    _refuse_deputy(value, approves)
    templates = ReportTemplate.objects.of(line.council)
    mine = templates.filter(pk=value["template"].pk) if value["template"] else templates
    parts = {part.slug for item in mine for part in template_in(item).parts}
    refuse_if(approving.why_not_ask_part(value["scope"], parts), "scope")
    same = {name: value[name] for name in ("template", "kind", "called", "scope", "approver")}
    others = ApprovalRule.objects.of(line.council).filter(**same).exclude(pk=line.pk)
    days = others.values_list("from_date", "to_date")
    refuse_if(approving.why_not_twice(first, last, days), "approver")
    return value


def _refuse_deputy(value, approves):
    deputy, first, last = (value.get(name) for name in ("deputy", "deputy_from", "deputy_to"))
    is_approver = deputy == value["approver"]
    wrong = approving.why_not_deputy(value["kind"], bool(deputy), is_approver, first, last)
    refuse_if(wrong[1] if wrong else "", wrong[0] if wrong else None)
    if deputy and not may(deputy, approves, last):
        refuse_if("This account cannot approve reports: choose another as deputy", "deputy")
